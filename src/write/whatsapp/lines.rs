//! A document as a row of lines.

use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Code, Document, Line};

/// What a row of lines is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Line(Line),
    /// A monospace block, whatever the number of its lines.
    MonospaceBlock,
}

/// A line, or a monospace block.
#[derive(Clone, Debug)]
pub(super) struct SourceLine {
    pub(super) what: What,
    /// Whether an empty line stands before.
    pub(super) blank: bool,
    /// The operations in it; the text also goes on up to the one behind them.
    pub(super) ops: Range<usize>,
}

pub(super) fn lines(document: &Document<'_>) -> Vec<SourceLine> {
    let mut lines = Vec::new();
    let (mut blank, mut next_blank) = (false, false);
    let mut in_quote = false;
    let mut open: Option<(What, usize)> = None;
    for (index, op) in document.ops().iter().enumerate() {
        let begun = match op.code {
            Code::EnterParagraph => Some(What::Line(Line::Text)),
            Code::Break if !in_quote => Some(What::Line(Line::Text)),
            Code::EnterQuote | Code::Break => Some(What::Line(Line::Quote)),
            Code::EnterBulletedList | Code::NextItem => Some(What::Line(Line::Bullet)),
            Code::EnterNumberedList | Code::NextNumberedItem => {
                Some(What::Line(Line::Number(op.value)))
            }
            Code::EnterMonospaceBlock => Some(What::MonospaceBlock),
            _ if op.code.is_inline() => continue,
            _ => None,
        };
        if let Some((what, first)) = open.take() {
            lines.push(SourceLine { what, blank, ops: first..index });
        }
        if let Some(what) = begun {
            in_quote = what == What::Line(Line::Quote);
            open = Some((what, index + 1));
            blank = core::mem::take(&mut next_blank);
        }
        next_blank |= op.blank_lines() > 0;
    }
    lines
}
