//! Document → plain text: the markers gone, all else as it was typed.

#[cfg(feature = "graphemes")]
mod line;

use alloc::string::String;

use crate::document::{Code, Document};

/// What a bulleted item begins with in plain text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Bullets {
    /// What was typed: `-`, `*` or `•`.
    #[default]
    AsTyped,
    /// `•` throughout.
    Dot,
}

/// How a document is written as plain text.
///
/// # Examples
///
/// ```
/// use wamark::{Bullets, TextOptions};
///
/// let doc = wamark::parse("*Buy*:\n- milk\n* eggs\n> soon");
/// let options = TextOptions::default();
/// assert_eq!(doc.to_text(&options), "Buy:\n- milk\n* eggs\n> soon");
/// assert_eq!(doc.to_text(&options.bullets(Bullets::Dot)), "Buy:\n• milk\n• eggs\n> soon");
/// assert_eq!(doc.to_text(&options.marks(false)), "Buy:\nmilk\neggs\nsoon");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextOptions {
    bullets: Bullets,
    marks: bool,
}

impl Default for TextOptions {
    /// Item and quote marks as they were typed.
    fn default() -> Self {
        Self { bullets: Bullets::AsTyped, marks: true }
    }
}

impl TextOptions {
    /// What bulleted items begin with.
    #[must_use]
    pub const fn bullets(mut self, bullets: Bullets) -> Self {
        self.bullets = bullets;
        self
    }

    /// Whether the marks of items and quotes are written, as they are by default.
    #[must_use]
    pub const fn marks(mut self, marks: bool) -> Self {
        self.marks = marks;
        self
    }
}

impl Document<'_> {
    /// Writes the document as plain text: for notifications, search, speech.
    ///
    /// The markers of styles and code are left out, and so are the line feeds directly inside the
    /// fences of a monospace block; see [`TextOptions`] for the marks of items and quotes.
    ///
    /// # Examples
    ///
    /// ```
    /// let doc = wamark::parse("Use `x` or\n```\ny\n```\n*now*, 2*3*4");
    /// assert_eq!(doc.to_text(&wamark::TextOptions::default()), "Use x or\ny\nnow, 2*3*4");
    /// ```
    #[must_use]
    pub fn to_text(&self, options: &TextOptions) -> String {
        let mut out = String::new();
        self.write_text(&mut out, options);
        out
    }

    /// Appends the document as plain text; see [`to_text`](Self::to_text).
    ///
    /// # Complexity
    ///
    /// Linear in the text; `out` grows at most once.
    pub fn write_text(&self, out: &mut String, options: &TextOptions) {
        let text = self.source();
        let dots = options.bullets == Bullets::Dot && options.marks;
        let longer = if dots { self.ops().len() * ("•".len() - "-".len()) } else { 0 };
        out.reserve(text.len() + longer);
        let mut at = 0;
        for op in self.ops() {
            out.push_str(&text[at..op.start as usize]);
            at = op.end as usize;
            let covered = &text[op.start as usize..at];
            out.push_str(match op.code {
                code if code.is_inline() => "",
                Code::EnterMonospaceBlock => "",
                // The line feeds that end the line of the fence.
                Code::LeaveMonospaceBlock => {
                    covered.rsplit_once('`').map_or("", |(_, behind)| behind)
                }
                Code::EnterBulletedList if dots => "• ",
                Code::NextItem if dots => "\n• ",
                Code::EnterBulletedList | Code::EnterNumberedList | Code::EnterQuote
                    if !options.marks =>
                {
                    ""
                }
                Code::Break | Code::NextItem | Code::NextNumberedItem if !options.marks => "\n",
                // Marks and line feeds.
                _ => covered,
            });
        }
    }
}
