//! Which dialect a text is written in, so that everybody in a chain can ask, and convert once.
//!
//! An agent writes Markdown, a gateway converts it, a CRM behind it converts again: the second
//! conversion makes italics of bold text. [`detect`] says what a text is, and why; [`normalize`]
//! makes WhatsApp text of it, and leaves alone what it made itself.

mod blocks;
mod code;
mod delimiters;
mod evidence;
mod fence;
mod html;
mod inline;
mod link;
mod markdown;
mod normal;
mod references;
mod sign;
mod spans;
mod whatsapp;

use alloc::vec::Vec;
use core::fmt;

#[cfg(feature = "check")]
use crate::document::Document;
use crate::document::Span;

#[cfg(feature = "check")]
pub(crate) use code::Code;
#[cfg(feature = "check")]
pub(crate) use fence::is_language;
#[cfg(feature = "check")]
pub(crate) use html::tag;
pub use normal::normalize;
pub use sign::Sign;

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Text without any formatting.
    Plain,
    /// What WhatsApp reads; also text that WhatsApp and Markdown read alike.
    WhatsApp,
    /// `CommonMark`, with what GitHub adds to it.
    Markdown,
    /// HTML, or text in which it was left.
    Html,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Plain, Self::WhatsApp, Self::Markdown, Self::Html];

    /// The name: `plain`, `whatsapp`, `markdown` or `html`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::WhatsApp => "whatsapp",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

/// The name.
impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One sign and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reason {
    /// What it is.
    pub sign: Sign,
    /// Where: bytes of the text.
    pub span: Span,
}

impl Reason {
    /// The dialect that it speaks for.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        self.sign.dialect()
    }
}

/// What a text is written in, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detection {
    dialect: Dialect,
    reasons: Vec<Reason>,
}

impl Detection {
    /// The dialect.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The signs that were found, in the order of the text, also those that speak for another
    /// dialect or are too few.
    ///
    /// All that were found count, but not all are told: at most four of a kind, at least one of
    /// each that was found, and no more than 64.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }
}

/// Says what a text is written in.
///
/// Signs are looked for outside code, and counted: what only one dialect has speaks for it, the
/// more the less it is typed for other reasons. `_x_`, code, `- x`, `1. x` and `> x` are the same
/// in WhatsApp and Markdown: a text with nothing else is called WhatsApp, which reads it as it is.
/// A text with no sign, or too few, is plain.
///
/// # Complexity
///
/// Linear in the text.
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// use wamark::dialect::{Dialect, detect};
///
/// let detection = detect("## Order\n\nHi **Ana**, see [the menu](https://ex.com).");
/// assert_eq!(detection.dialect(), Dialect::Markdown);
/// let reasons: Vec<String> = detection
///     .reasons()
///     .iter()
///     .map(|reason| format!("{:?} {}", reason.span, reason.sign.as_str()))
///     .collect();
/// assert_eq!(reasons, ["0..8 heading", "13..20 double-asterisk", "26..52 link"]);
///
/// assert_eq!(detect("Hi *Ana*").dialect(), Dialect::WhatsApp);
/// assert_eq!(detect("<p>Hi <b>Ana</b> &amp; co</p>").dialect(), Dialect::Html);
/// assert_eq!(detect("2**3, a < b, snake_case, *****").dialect(), Dialect::Plain);
/// ```
#[must_use]
pub fn detect(text: &str) -> Detection {
    let document = crate::parse(text);
    let source = document.source();
    let mut evidence = evidence::Evidence::default();
    let mut code = whatsapp::signs(&document, &mut evidence);
    markdown::signs(source, &mut code, &mut evidence);
    html::signs(source, &code, &mut evidence);
    evidence.judge(text, source)
}

/// All signs of Markdown, in the order of the text, and where the text is code to WhatsApp or to
/// Markdown.
#[cfg(feature = "check")]
pub(crate) fn markdown_signs(document: &Document<'_>) -> (Vec<Reason>, Code) {
    let mut evidence = evidence::Evidence::of_all();
    let mut code = whatsapp::code(document);
    markdown::signs(document.source(), &mut code, &mut evidence);
    (evidence.into_reasons(), code)
}
