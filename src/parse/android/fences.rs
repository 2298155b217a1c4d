//! Monospace: R40–R47 as Android reads them.
//!
//! Three backticks open where no monospace is open; the next three close that have a character
//! other than white space before them. An opener can lose its slot to a span that began before it
//! and closes first, but only on its own line: there a line feed empties all other slots. So what
//! happens at the end of the line is known by looking for the closer: if there is one, all that
//! stands before it is monospace; if there is none, no later opener has one either, and neither
//! matters, as the slot stays filled. The search runs over the text at most twice.

use crate::chars::java;
use crate::document::Code;

use super::super::lines::{EMPTY, FENCE, Lines, next_fence, to_u32};
use super::Android;
use super::slots::{MONOSPACE, SLOTS};

impl Lines<'_, '_, Android> {
    #[inline]
    pub(super) fn is_fence_open(&self) -> bool {
        self.grammar.slots[MONOSPACE] != EMPTY
    }

    /// The fences in the backticks from `at` to `end`.
    pub(super) fn fences(&mut self, mut at: usize, end: usize) {
        while at + FENCE <= end && !self.grammar.is_unclosed {
            if self.is_fence_open() {
                let closer = self.closer_from(at);
                if closer + FENCE <= end {
                    self.close_monospace(closer);
                }
                at = closer + FENCE;
            } else {
                self.open_monospace(at);
                at += FENCE;
            }
        }
    }

    /// Where a fence may close open monospace, from `at` on: behind the first character shown, which
    /// may be a backtick.
    fn closer_from(&self, at: usize) -> usize {
        at.max(self.grammar.shown + 1)
    }

    fn open_monospace(&mut self, at: usize) {
        let content = at + FENCE;
        self.push(Code::EnterMonospace, at, content);
        self.grammar.slots[MONOSPACE] = to_u32(self.tape.len());
        let rest = &self.text[content..];
        let blank = rest.find(|c| !java::is_whitespace(c)).unwrap_or(rest.len());
        self.grammar.shown = content + blank;
    }

    /// Closes monospace on the line that it began on. No other slot stays filled.
    fn close_monospace(&mut self, closer: usize) {
        let opener = self.grammar.slots[MONOSPACE] as usize;
        self.drop_inside(opener);
        self.push_leave(Code::LeaveMonospace, closer, closer + FENCE, opener - 1);
        self.pairs += 1;
        self.grammar.slots = [EMPTY; SLOTS];
    }

    /// Closes open monospace behind the line feed at `lf`, if it is closed at all; else gives
    /// `false`. Where the line is an item or a quote, it is begun anew as text instead.
    pub(super) fn close_behind(&mut self, lf: usize) -> bool {
        let bytes = self.text.as_bytes();
        let Some(closer) = next_fence(bytes, self.closer_from(lf)) else {
            self.grammar.is_unclosed = true;
            return false;
        };
        if !self.is_text_line() {
            self.restart_line_as_text();
            return true;
        }
        let opener = self.grammar.slots[MONOSPACE] as usize - 1;
        let at = self.tape[opener].start as usize;
        self.drop_inside(opener);
        self.grammar.slots = [EMPTY; SLOTS];
        if self.links {
            self.find_links(lf);
        }
        let enter = self.enter_monospace_block(at);
        let last = lf + memchr::memrchr(b'\n', &bytes[lf..closer]).unwrap_or(0) + 1;
        self.continue_group(last);
        self.leave_monospace_block(closer, enter);

        let behind = closer + FENCE;
        let run = bytes[behind..].iter().position(|b| *b != b'`');
        let end = run.map_or(bytes.len(), |run| behind + run);
        self.scanner.skip_to(end);
        self.fences(behind, end);
        true
    }
}
