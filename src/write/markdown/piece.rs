//! The pieces that a block is made of.

use core::mem;
use core::ops::Range;

use super::link::{self, Form};

/// What a delimiter is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimiter {
    Bold,
    Italic,
    /// Italic by `*`, for where `_` will not do.
    Star,
    Strikethrough,
}

impl Delimiter {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "_",
            Self::Star => "*",
            Self::Strikethrough => "~~",
        }
    }

    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Bold | Self::Star => b'*',
            Self::Italic => b'_',
            Self::Strikethrough => b'~',
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Open(Delimiter),
    Close(Delimiter),
    Code,
    Link(Form),
    Break,
}

impl Kind {
    pub(super) fn delimiter(self) -> Option<Delimiter> {
        match self {
            Self::Open(delimiter) | Self::Close(delimiter) => Some(delimiter),
            _ => None,
        }
    }
}

/// A piece of what is shown, or a delimiter between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    /// The bytes of the leaf's text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether the first character of text is written as a reference, and the last one.
    pub(super) refer_first: bool,
    pub(super) refer_last: bool,
}

impl Piece {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What of a piece of text is not written as a reference.
    pub(super) fn body(&self, text: &str) -> Range<usize> {
        if !self.refer_first && !self.refer_last {
            return self.range();
        }
        let shown = &text[self.range()];
        let first = shown.chars().next().filter(|_| self.refer_first).map_or(0, char::len_utf8);
        let last = shown.chars().next_back().filter(|_| self.refer_last).map_or(0, char::len_utf8);
        let start = self.start + first;
        start..(self.end - last).max(start)
    }

    /// Whether the character at `at` is written as a reference.
    pub(super) fn is_referred(&self, at: usize, c: char) -> bool {
        (self.refer_first && at == self.start) || (self.refer_last && at + c.len_utf8() == self.end)
    }

    /// Whether it is seen from both sides at once: a link, or one character.
    pub(super) fn is_short(&self, text: &str) -> bool {
        self.kind != Kind::Text || text[self.range()].chars().nth(1).is_none()
    }

    /// Makes the first character a reference, and tells whether it was none.
    pub(super) fn refer_first(&mut self, text: &str) -> bool {
        match self.kind {
            Kind::Text => !mem::replace(&mut self.refer_first, true),
            _ => self.mark(text),
        }
    }

    /// Makes the last character a reference, and tells whether it was none.
    pub(super) fn refer_last(&mut self, text: &str) -> bool {
        match self.kind {
            Kind::Text => !mem::replace(&mut self.refer_last, true),
            _ => self.mark(text),
        }
    }

    /// Makes the ends of a link seen, as nothing in it can be a reference.
    fn mark(&mut self, text: &str) -> bool {
        let is_bare = self.kind == Kind::Link(Form::Bare);
        if is_bare {
            self.kind = Kind::Link(link::marked(&text[self.range()]));
        }
        is_bare
    }
}
