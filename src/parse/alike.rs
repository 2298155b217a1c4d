//! Whether both clients read a text as a tape says, told without parsing it.
//!
//! One pass over text and tape, which follows both grammars as long as they go the same way: each
//! line begins alike on both, each marker on the tape opens or closes on both, and each other
//! marker does neither. Then what the drivers find are the pairs of the tape: nested in each other,
//! so nothing is settled between them on Web and nothing is emptied on Android. What could change
//! that is left to a proof that parses: backticks in a row but for plain blocks, carriage returns,
//! keycaps, markers that open and find no partner, and URLs with markers in them.

mod line;
mod link;
mod marker;
#[cfg(test)]
mod tests;

use memchr::memchr;

use crate::document::{Code, Op};

use super::lines::Open;
use super::scan::Scanner;
use super::signs::Signs;

/// Whether both clients read `text` as `ops` say; if not, they may do so all the same.
///
/// Linear in the text.
pub(crate) fn read_alike(text: &str, ops: &[Op]) -> bool {
    let is_plain = !text.is_empty() && memchr(b'\r', text.as_bytes()).is_none();
    is_plain && Glance::new(text, ops).go_over().is_some()
}

/// A pass over the text, and what of the tape was found. `None` says that nothing is sure.
struct Glance<'d> {
    text: &'d str,
    scanner: Scanner<'d, false>,
    signs: Signs,
    ops: &'d [Op],
    /// The operation that comes next.
    next: usize,
    /// The block that the line belongs to.
    block: Open,
    /// Where the line begins, and the first operation in it.
    line: usize,
    line_ops: usize,
    /// The kinds of pairs that are open, as a set of bits, and in a row of such, innermost last.
    open: u16,
    nested: u16,
}

impl<'d> Glance<'d> {
    fn new(text: &'d str, ops: &'d [Op]) -> Self {
        Self {
            text,
            scanner: Scanner::new(text.as_bytes(), false),
            signs: Signs::new(false),
            ops,
            next: 0,
            block: Open::Nothing,
            line: 0,
            line_ops: 0,
            open: 0,
            nested: 0,
        }
    }

    fn go_over(mut self) -> Option<()> {
        self.begin_line(0, 0)?;
        while let Some((at, byte)) = self.scanner.next() {
            match byte {
                b'\n' => {
                    self.end_line(at)?;
                    self.begin_line(at, at + 1)?;
                }
                b'*' | b'_' | b'~' | b'`' => self.marker(at, byte)?,
                _ => {}
            }
        }
        let end = self.text.len();
        self.end_line(end)?;
        self.end_block(end, end)?;
        (self.next == self.ops.len()).then_some(())
    }

    /// Takes the next operation, if it is this one.
    #[inline]
    fn expect(&mut self, code: Code, start: usize, end: usize) -> Option<()> {
        let op = self.ops.get(self.next)?;
        self.next += 1;
        (op.code == code && op.start as usize == start && op.end as usize == end).then_some(())
    }
}
