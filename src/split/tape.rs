//! The document's tape as splitting sees it: lines, styles and code.

use alloc::borrow::Cow;

use crate::document::{Code, Document, Line, Op};

/// A source and the operations on it that are not of links, mentions or spoilers: those need not be
/// written, or cannot.
pub(super) struct Tape<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) source: &'d str,
    pub(super) ops: Cow<'d, [Op]>,
}

impl<'d> Tape<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        let seen = |op: &Op| !is_ignored(op.code);
        let ops = document.ops();
        let ops = if ops.iter().all(seen) {
            Cow::Borrowed(ops)
        } else {
            Cow::Owned(ops.iter().copied().filter(seen).collect())
        };
        Self { document, source: document.source(), ops }
    }
}

/// Whether an operation changes nothing that is split.
fn is_ignored(code: Code) -> bool {
    code.is_link() || matches!(code, Code::EnterSpoiler | Code::LeaveSpoiler)
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    Line(Line),
    /// A line of a monospace block.
    Block,
}

impl Row {
    pub(super) const TEXT: Self = Self::Line(Line::Text);
    pub(super) const QUOTE: Self = Self::Line(Line::Quote);

    /// The row that an operation begins, in or behind this one.
    pub(super) fn begun_by(self, op: Op) -> Option<Self> {
        Some(match op.code {
            Code::EnterParagraph => Self::TEXT,
            // Only paragraphs and quotes have breaks.
            Code::Break if self != Self::QUOTE => Self::TEXT,
            Code::Break | Code::EnterQuote => Self::QUOTE,
            Code::EnterBulletedList | Code::NextItem => Self::Line(Line::Bullet),
            Code::EnterNumberedList | Code::NextNumberedItem => Self::Line(Line::Number(op.value)),
            Code::EnterMonospaceBlock => Self::Block,
            _ => return None,
        })
    }

    /// What a part is that goes on within a line: an item goes on as text.
    pub(super) fn continued(self) -> Self {
        match self {
            Self::Line(Line::Quote) | Self::Block => self,
            Self::Line(_) => Self::TEXT,
        }
    }

    /// What it takes to go on within a line: `> `, or a fence with its line feed.
    pub(super) fn cost_to_go_on(self) -> usize {
        match self {
            Self::Line(Line::Quote) => "> ".len(),
            Self::Line(_) => 0,
            Self::Block => "```\n".len(),
        }
    }

    /// What it takes to end within a line.
    pub(super) fn cost_to_end(self) -> usize {
        if self == Self::Block { "\n```".len() } else { 0 }
    }
}

/// White space, for splitting: of the clients, of Java, of Unicode.
pub(super) fn is_space(c: char) -> bool {
    match c {
        '!'..='~' => false,
        _ => c.is_whitespace() || crate::chars::is_white_space(c),
    }
}
