//! The end of a group: links are looked for and written, and what lost is taken out.

use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Code, NO_MATE, Op};

use super::super::link;
use super::{Grammar, Lines, to_u32};

impl<G: Grammar> Lines<'_, '_, G> {
    /// Whether the group has operations that belong to no pair; maybe also where it has none.
    pub(in crate::parse) fn has_waste(&self) -> bool {
        self.tape.len() - self.group != 2 * self.pairs
    }

    /// Writes the group as it stands in the end: without its waste, if it has any, and with the
    /// links that were found, where they are wanted.
    pub(in crate::parse) fn finish_group(&mut self, waste: bool) {
        if waste {
            compact(&mut self.tape, self.group);
        }
        let has_links = self.links && !self.found.is_empty();
        if has_links {
            self.write_links();
        }
        self.found.clear();
        if (waste || has_links)
            && let Some(enter) = pair_up(&mut self.tape, self.group)
        {
            self.block = enter;
        }
    }

    /// Goes over to the line at `line`, which goes on with the group.
    pub(in crate::parse) fn continue_group(&mut self, line: usize) {
        self.line = line;
        self.line_tape = self.tape.len();
    }

    /// Looks for links where one may change what stands, or where they are wanted.
    #[inline]
    pub(in crate::parse) fn find_links(&mut self, end: usize) {
        let line = self.line..end;
        if self.signs.are_in(self.text, &line) {
            find_links(self.text, line, self.links, &self.tape, self.line_tape, self.found);
        }
    }

    /// Puts the links that stand between the operations of the group.
    fn write_links(&mut self) {
        self.merged.clear();
        self.merged.extend(self.tape.drain(self.group..));
        // Anywhere in the group, as its lines are not told apart here.
        let escape = self.escapes > self.tape.last().map_or(0, |op| op.end as usize);
        let mut next = 0;
        for found in self.found.iter().filter(|found| found.start < found.end) {
            while let Some(op) = self.merged.get(next).filter(|op| op.end <= found.start) {
                self.tape.push(*op);
                next += 1;
            }
            let (enter, leave) = if found.is_mention {
                (Code::EnterMention, Code::LeaveMention)
            } else {
                (Code::EnterLink, Code::LeaveLink)
            };
            for (code, at) in [(enter, found.start), (leave, found.end)] {
                let mut op = Op::new(code, at, at, NO_MATE);
                op.set_escape(escape);
                self.tape.push(op);
            }
        }
        self.tape.extend_from_slice(&self.merged[next..]);
    }
}

/// Appends the links of a line whose operations begin at `line_tape`.
pub(crate) fn find_links(
    text: &str,
    line: Range<usize>,
    mentions: bool,
    tape: &[Op],
    line_tape: usize,
    found: &mut Vec<link::Found>,
) {
    let ops = &tape[line_tape..];
    let mut next = 0;
    let closes = |at: usize, start: usize| {
        while next < ops.len() && ops[next].end as usize <= at {
            next += 1;
        }
        ops.get(next).is_some_and(|op| {
            op.start as usize <= at
                && op.code.is_emphasis_leave()
                && op.mate != NO_MATE
                && (tape[op.mate as usize].start as usize) < start
        })
    };
    link::find(text, line, mentions, closes, found);
}

/// Removes the operations without a mate, whose characters become text, from `first` on.
fn compact(tape: &mut Vec<Op>, first: usize) {
    let mut escape = false;
    let mut kept = first;
    for index in first..tape.len() {
        let mut op = tape[index];
        escape |= op.escape();
        if op.code.is_inline() && op.mate == NO_MATE {
            continue;
        }
        op.set_escape(escape);
        escape = false;
        tape[kept] = op;
        kept += 1;
    }
    tape.truncate(kept);
}

/// Makes mates of the two ends of each node from `first` on, after operations have moved.
///
/// Gives the operation that enters the block which is open at the end, if one was entered here.
pub(crate) fn pair_up(tape: &mut [Op], first: usize) -> Option<usize> {
    /// A block, four styles and one of code, link, mention; rounded up.
    const DEPTH: usize = 8;
    let mut open = [0; DEPTH];
    let mut depth = 0;
    for index in first..tape.len() {
        let op = tape[index];
        if op.code.is_enter() {
            open[depth] = index;
            depth += 1;
        } else if op.code.is_leave() {
            // A block that was open before did not move.
            let enter = if depth == 0 { op.mate as usize } else { open[depth - 1] };
            depth = depth.saturating_sub(1);
            tape[enter].mate = to_u32(index);
            tape[index].mate = to_u32(enter);
        }
    }
    (depth > 0).then_some(open[0])
}
