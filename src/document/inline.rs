//! The document as a tree: what stands in a line.

use alloc::borrow::Cow;
use alloc::format;
use core::ops::Range;

use super::{Code, Document, Span};

/// A piece of a line and where it stands.
#[derive(Clone, Debug)]
pub struct Inline<'d> {
    /// What it is.
    pub kind: InlineKind<'d>,
    /// The whole piece, markers included.
    pub span: Span,
}

/// What a line is made of.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InlineKind<'d> {
    /// Text as it is shown, never empty.
    Text(&'d str),
    /// `*a*`
    Bold(Inlines<'d>),
    /// `_a_`
    Italic(Inlines<'d>),
    /// `~a~`
    Strikethrough(Inlines<'d>),
    /// `||a||`, where the option is on.
    Spoiler(Inlines<'d>),
    /// `` `a` ``
    InlineCode(&'d str),
    /// ```` ```a``` ````
    Monospace(&'d str),
    /// A URL or an e-mail address.
    Link(Link<'d>),
    /// `@` and digits; the text has both.
    Mention(&'d str),
    /// The end of a line that is not the last one of its block.
    Break,
}

/// A link, which is its own label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link<'d> {
    /// What is shown.
    pub text: &'d str,
}

impl<'d> Link<'d> {
    /// Where it leads: `https://` is put before a bare host, `mailto:` before an e-mail address.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::Link;
    ///
    /// assert_eq!(Link { text: "ex.com/a" }.url(), "https://ex.com/a");
    /// assert_eq!(Link { text: "ana@ex.com" }.url(), "mailto:ana@ex.com");
    /// assert_eq!(Link { text: "http://ex.com" }.url(), "http://ex.com");
    /// ```
    #[must_use]
    pub fn url(&self) -> Cow<'d, str> {
        let has = |scheme: &str| {
            self.text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        if has("http://") || has("https://") || has("mailto:") {
            return Cow::Borrowed(self.text);
        }
        let authority = self.text.split(['/', '?', '#']).next().unwrap_or_default();
        let scheme = if authority.contains('@') { "mailto:" } else { "https://" };
        Cow::Owned(format!("{scheme}{}", self.text))
    }
}

/// The pieces of a line or of lines, in order.
#[derive(Clone, Debug)]
pub struct Inlines<'d> {
    document: &'d Document<'d>,
    /// The operations that were not gone over yet.
    inside: Range<usize>,
    /// Whether the text before the next operation was given.
    text_done: bool,
}

impl<'d> Inlines<'d> {
    pub(super) fn new(document: &'d Document<'_>, inside: Range<usize>) -> Self {
        Self { document, inside, text_done: false }
    }
}

impl<'d> Iterator for Inlines<'d> {
    type Item = Inline<'d>;

    fn next(&mut self) -> Option<Inline<'d>> {
        let document = self.document;
        let index = self.inside.start;
        // The gap before the operation behind the last one belongs here, too.
        if index > self.inside.end {
            return None;
        }
        let gap = document.gap_before(index);
        if !self.text_done && !gap.is_empty() {
            self.text_done = true;
            return Some(Inline { kind: InlineKind::Text(document.slice(gap)), span: gap });
        }
        if index == self.inside.end {
            return None;
        }
        self.text_done = false;
        let op = document.ops()[index];
        if op.code == Code::Break {
            self.inside.start += 1;
            let span = Span { start: op.start, end: op.end };
            return Some(Inline { kind: InlineKind::Break, span });
        }
        let end = op.mate as usize;
        self.inside.start = end + 1;
        let inside = Self::new(document, index + 1..end);
        let text = document.slice(document.gap_before(end));
        let kind = match op.code {
            Code::EnterBold => InlineKind::Bold(inside),
            Code::EnterItalic => InlineKind::Italic(inside),
            Code::EnterStrikethrough => InlineKind::Strikethrough(inside),
            Code::EnterSpoiler => InlineKind::Spoiler(inside),
            Code::EnterInlineCode => InlineKind::InlineCode(text),
            Code::EnterMonospace => InlineKind::Monospace(text),
            Code::EnterLink => InlineKind::Link(Link { text }),
            _ => InlineKind::Mention(text),
        };
        Some(Inline { kind, span: document.node_span(index) })
    }
}
