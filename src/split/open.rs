//! What is open at a place of a line.

use crate::document::Code;

/// Styles and code that are open, the outermost one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Open {
    codes: [Code; 5],
    depth: usize,
}

impl Open {
    pub(super) const NONE: Self = Self { codes: [Code::EnterBold; 5], depth: 0 };

    /// Those open behind an operation that enters or leaves one.
    pub(super) fn apply(&mut self, code: Code) {
        if code.is_leave() {
            self.depth = self.depth.saturating_sub(1);
        } else if let Some(place) = self.codes.get_mut(self.depth) {
            *place = code;
            self.depth += 1;
        }
    }

    pub(super) fn is_empty(self) -> bool {
        self.depth == 0
    }

    /// What they were entered with.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = Code> {
        self.codes[..self.depth].iter().copied()
    }

    /// How long their openers are, or their closers: all are ASCII.
    pub(super) fn cost(self) -> usize {
        self.iter().map(|code| marker(code).len()).sum()
    }
}

/// What one is entered with, and left.
pub(super) fn marker(code: Code) -> &'static str {
    match code {
        Code::EnterBold => "*",
        Code::EnterItalic => "_",
        Code::EnterStrikethrough => "~",
        Code::EnterMonospace => "```",
        _ => "`",
    }
}
