//! The end of a group: links are looked for, overlaps resolved, and what lost is taken out.

use crate::document::{Code, NO_MATE, Op};

use super::super::{link, overlap};
use super::{Lines, to_u32};

impl Lines<'_, '_> {
    /// Settles which candidates of the group stand; its last line ends at `end`.
    #[inline(always)]
    pub(super) fn end_group(&mut self, end: usize) {
        if self.pairs > 0 || self.links {
            self.settle(end);
        } else {
            self.tape.truncate(self.group);
        }
    }

    fn settle(&mut self, end: usize) {
        self.find_links(end);
        let mut waste = self.tape.len() - self.group != 2 * self.pairs;
        let has_links = !self.found.is_empty();
        if !waste && !self.overlaps && !has_links {
            return;
        }
        if self.overlaps || has_links {
            waste |= overlap::resolve(&mut self.tape[self.group..], self.group, self.found);
        }
        if waste {
            overlap::compact(&mut self.tape, self.group);
        }
        let moved = waste || self.links && has_links;
        if self.links && has_links {
            self.write_links();
        }
        self.found.clear();
        if moved && let Some(enter) = pair_up(&mut self.tape, self.group) {
            self.block = enter;
        }
    }

    /// Looks for links where one may change what stands, or where they are wanted.
    #[inline]
    pub(super) fn find_links(&mut self, end: usize) {
        let line = self.line..end;
        if !self.signs.are_in(self.text, &line) {
            return;
        }
        let ops = &self.tape[self.line_tape..];
        let mut next = 0;
        let closes = |at: usize, start: usize| {
            while next < ops.len() && ops[next].end as usize <= at {
                next += 1;
            }
            ops.get(next).is_some_and(|op| {
                op.start as usize <= at
                    && op.code.is_emphasis_leave()
                    && op.mate != NO_MATE
                    && (self.tape[op.mate as usize].start as usize) < start
            })
        };
        link::find(self.text, line, self.links, closes, self.found);
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

/// Makes mates of the two ends of each node from `first` on, after operations have moved.
///
/// Gives the operation that enters the block which is open at the end, if one was entered here.
fn pair_up(tape: &mut [Op], first: usize) -> Option<usize> {
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
