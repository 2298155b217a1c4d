//! Goes over the source, character by character and operation by operation.

use crate::document::{Code, Op};
use crate::split::place::Place;
use crate::split::tape::{Row, is_space};
use crate::unit::Unit;

use super::{End, Scan};

impl Scan<'_, '_> {
    pub(super) fn count(&mut self, c: char, begins_grapheme: bool) {
        self.units += match self.unit {
            Unit::CodePoints => 1,
            Unit::Utf16 => c.len_utf16(),
            Unit::Bytes => c.len_utf8(),
            Unit::Graphemes => usize::from(begins_grapheme),
        };
    }

    /// Whether a character is seen: it is no marker, mark or line feed, and no white space.
    pub(super) fn is_seen(&self, at: usize, c: char) -> bool {
        !is_space(c) && self.tape.ops.get(self.op).is_none_or(|op| at < op.start as usize)
    }

    /// Goes behind the operations that end before `at` or there.
    pub(super) fn pass_ops(&mut self, at: usize) {
        while let Some(&op) = self.tape.ops.get(self.op)
            && op.end as usize <= at
        {
            if op.code.is_inline() {
                self.pass_inline(op);
                continue;
            }
            self.op += 1;
            if let Some(row) = self.row.begun_by(op) {
                self.row = row;
                let lf = self.tape.source[op.start as usize..op.end as usize].starts_with('\n');
                let mark = op.start as usize + usize::from(lf);
                let place = Place { mark, begins: true, ..self.here(op.end as usize) };
                self.between.begin_line(place);
            }
            self.between.blank |= op.blank_lines() > 0;
            if op.code == Code::LeaveMonospaceBlock {
                // Line feeds behind the fence are none of its own.
                let behind = (op.end - self.tape.document.fence_end(op)) as usize;
                let units = self.units.saturating_sub(behind);
                self.leave(op.end as usize - behind, units, Row::TEXT);
            }
        }
    }

    fn pass_inline(&mut self, op: Op) {
        if op.code.is_enter() {
            self.between.enter(self.here(op.start as usize));
        }
        self.op += 1;
        self.open.apply(op.code);
        if op.code.is_leave() {
            if self.open.is_empty() {
                self.between.leave();
            }
            self.leave(op.end as usize, self.units, self.row);
        }
    }

    /// Says that the part may end behind what was left at `at`, if nothing was entered before.
    fn leave(&mut self, at: usize, units: usize, row: Row) {
        if let (Some((_, end)), false) = (&mut self.ends, self.between.entered) {
            *end = End { at, units, open: self.open, row };
        }
    }

    /// A place in this state.
    pub(super) fn here(&self, at: usize) -> Place {
        Place { at, mark: at, begins: false, row: self.row, open: self.open, op: self.op }
    }

    /// Where the next part begins if the one at hand ends before the character at `at`.
    pub(super) fn place(&self, at: usize) -> Place {
        match self.between.next {
            Some(place) if place.begins && place.row == Row::TEXT => {
                // Without white space at its start.
                let lead = self.between.lead.unwrap_or_else(|| self.here(at));
                Place { begins: true, ..lead }
            }
            Some(place) => place,
            None => self.here(at),
        }
    }

    /// White space, and all that is not seen.
    pub(super) fn pass_space(&mut self, at: usize, c: char) {
        let in_gap = self.tape.ops.get(self.op).is_none_or(|op| at < op.start as usize);
        if in_gap {
            self.between.space = true;
            if c == '\n' && self.row == Row::Block {
                let place = self.here(at + 1);
                self.between.begin_code_line(place);
            }
        }
    }
}
