//! Whether a piece of the source can be a part as it stands: whether both clients read in it, by
//! itself, what the document means there.

use alloc::string::String;

use crate::document::{Code, Line, Op};
use crate::parse::{Client, Parser};

use super::cut::Cut;
use super::number::{SAMPLE, separator};
use super::place::Place;
use super::tape::{Row, Tape};

/// Parses pieces.
pub(super) struct Verbatim {
    parser: Parser,
    numbered: String,
}

/// What an operation changes: a code, or a kind of line with its number, and where.
type Change = (Code, u16, usize, usize);

impl Verbatim {
    pub(super) fn new() -> Self {
        Self { parser: Parser::new().links(false), numbered: String::new() }
    }

    /// The piece of the source from a place to a cut, if it can be a part, and with a number behind
    /// it where `numbered`.
    pub(super) fn piece<'d>(
        &mut self,
        tape: &Tape<'d>,
        from: &Place,
        cut: &Cut,
        numbered: bool,
    ) -> Option<&'d str> {
        let goes_on = !from.begins && from.row.cost_to_go_on() > 0;
        if goes_on || !from.open.is_empty() || !cut.closed {
            return None;
        }
        let piece = &tape.source[from.mark..cut.end];
        let mut text = core::mem::take(&mut self.numbered);
        text.clear();
        if numbered {
            text.push_str(piece);
            text.push(separator(piece));
            text.push_str(SAMPLE);
        }
        let read = if numbered { &text } else { piece };
        let holds = [Client::Web, Client::Android].into_iter().all(|client| {
            self.parser.set_client(client);
            let document = self.parser.parse(read);
            // Behind a monospace block the number is a line of its own.
            let own = |change: &Change| change.3 < piece.len() || !is_line(change.0);
            let changes = changes(document.ops(), 0, Row::TEXT).filter(own);
            let holds = changes.eq(meant(tape, from, cut));
            self.parser.recycle(document);
            holds
        });
        self.numbered = text;
        holds.then_some(piece)
    }
}

/// What the document means from a place to a cut, by offsets in the piece.
fn meant(tape: &Tape<'_>, from: &Place, cut: &Cut) -> impl Iterator<Item = Change> {
    let row = from.first_row();
    let at = from.at - from.mark;
    let begin = match row {
        Row::Line(line) => line_change(line, at),
        Row::Block => (Code::EnterMonospaceBlock, 0, 0, at),
    };
    let ops = &tape.ops[from.op..];
    let end = ops.partition_point(|op| (op.start as usize) < cut.end);
    core::iter::once(begin).chain(changes(&ops[..end], from.mark, from.row))
}

/// What operations change, with offsets from `base` on.
fn changes(ops: &[Op], base: usize, mut row: Row) -> impl Iterator<Item = Change> {
    ops.iter().filter_map(move |&op| {
        let (start, end) = (op.start as usize - base, op.end as usize - base);
        match op.code {
            code if code.is_inline() => Some((code, 0, start, end)),
            code @ Code::LeaveMonospaceBlock => Some((code, 0, start, start)),
            code => {
                row = row.begun_by(op)?;
                Some(match row {
                    Row::Line(line) => line_change(line, end),
                    Row::Block => (code, 0, 0, end),
                })
            }
        }
    })
}

/// A line that begins: whatever stands before it, its text begins at `at`.
fn line_change(line: Line, at: usize) -> Change {
    match line {
        Line::Text => (Code::EnterParagraph, 0, 0, at),
        Line::Bullet => (Code::EnterBulletedList, 0, 0, at),
        Line::Number(number) => (Code::EnterNumberedList, number, 0, at),
        Line::Quote => (Code::EnterQuote, 0, 0, at),
    }
}

fn is_line(code: Code) -> bool {
    !code.is_inline() && code != Code::LeaveMonospaceBlock
}
