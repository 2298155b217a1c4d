//! The lines of a message and what each is.

use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Code, Document};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Bullet,
    Number(u16),
    Quote,
}

/// A line, or what stands of it before or behind a monospace block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) kind: Kind,
    /// All of it, without its line feed.
    pub(crate) span: Range<usize>,
    /// Where its text begins: behind the mark of an item or a quote.
    pub(crate) text: usize,
    /// Whether it stands directly below the line before in the list: nothing is between them.
    pub(crate) follows: bool,
}

/// What text lines begin with: bits of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Begins(u8);

impl Begins {
    /// A space or a tab.
    pub(crate) const WHITE: Self = Self(1);
    /// The mark of a bulleted item, or what is encoded like one, and two spaces.
    pub(crate) const BULLET: Self = Self(2);
    /// `1)` or `100.`
    pub(crate) const DIGIT: Self = Self(4);
    /// `>`
    pub(crate) const QUOTE: Self = Self(8);
    /// `#`
    pub(crate) const HASH: Self = Self(16);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Of digits: whether they are like the number of an item and are none.
    fn number(line: &[u8]) -> Self {
        let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match line.get(digits) {
            Some(b')') => Self::DIGIT,
            Some(b'.') if digits > 2 => Self::DIGIT,
            _ => Self(0),
        }
    }

    /// What a line begins with that begins at a byte of a text.
    pub(super) fn at(bytes: &[u8], at: usize) -> Self {
        match bytes.get(at) {
            Some(b' ' | b'\t') => Self::WHITE,
            // Bullets with one space behind them, and nothing before, are items.
            Some(b'*' | b'-') if bytes.get(at + 1..at + 3) == Some(b"  ") => Self::BULLET,
            Some(0xE2) if bytes.get(at + 3..at + 5) == Some(b"  ") => Self::BULLET,
            Some(b'0'..=b'9') => Self::number(&bytes[at..]),
            Some(b'>') => Self::QUOTE,
            Some(b'#') => Self::HASH,
            _ => Self::default(),
        }
    }
}

/// Empty lines are in a paragraph or between blocks; those between are left out.
pub(super) fn lines(document: &Document<'_>) -> Vec<Line> {
    let bytes = document.source().as_bytes();
    let mut lines: Vec<Line> = Vec::new();
    let (mut in_quote, mut end_before) = (false, usize::MAX - 1);
    let mut open: Option<(Kind, usize, usize)> = None;
    for op in document.ops().iter().filter(|op| !op.code.is_inline()) {
        let start = op.start as usize;
        if let Some((kind, start_of, text)) = open.take() {
            let follows = end_before.wrapping_add(1) == start_of;
            lines.push(Line { kind, span: start_of..start, text, follows });
            end_before = start;
        }
        let kind = match op.code {
            Code::EnterParagraph => Kind::Text,
            Code::Break if !in_quote => Kind::Text,
            Code::EnterQuote | Code::Break => Kind::Quote,
            Code::EnterBulletedList | Code::NextItem => Kind::Bullet,
            Code::EnterNumberedList | Code::NextNumberedItem => Kind::Number(op.value),
            _ => continue,
        };
        in_quote = kind == Kind::Quote;
        let line_feed = op.end > op.start && bytes[start] == b'\n';
        open = Some((kind, start + usize::from(line_feed), op.end as usize));
    }
    lines
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{Kind, lines};

    #[test]
    fn each_line_is_what_it_is() {
        let document = crate::parse("a\n- b *c*\n- d\n> e\n> f\n\n7. g\n```\nh\n```\ni");
        let text = document.source();
        let lines = lines(&document);
        let lines: Vec<_> = lines
            .iter()
            .map(|line| (line.kind, &text[line.span.clone()], &text[line.text..], line.follows))
            .map(|(kind, line, rest, follows)| (kind, line, &rest[..1], follows))
            .collect();
        assert_eq!(
            lines,
            [
                (Kind::Text, "a", "a", false),
                (Kind::Bullet, "- b *c*", "b", true),
                (Kind::Bullet, "- d", "d", true),
                (Kind::Quote, "> e", "e", true),
                (Kind::Quote, "> f", "f", true),
                (Kind::Number(7), "7. g", "g", false),
                (Kind::Text, "i", "i", false),
            ]
        );
    }
}
