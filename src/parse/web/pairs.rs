//! Candidates: markers that find their partner (R10–R47, R91).

use crate::document::Code;

use super::super::lines::{EMPTY, FENCE, Lines, style, to_u32};
use super::{Web, code, emphasis, spoiler};

/// Slots of the constructs that pair within a line: `*`, `_`, `~`, backtick, `||`.
pub(super) const SLOTS: usize = 5;
const CODE: usize = 3;
const SPOILER: usize = 4;

/// Monospace whose closing fence was not reached yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Monospace {
    /// The operation that enters it.
    opener: usize,
    /// Where the closing fence begins.
    pub(super) closer: usize,
    /// Whether it spans lines.
    is_block: bool,
}

impl Lines<'_, '_, Web> {
    /// Bold, italic, strikethrough.
    #[inline]
    pub(super) fn marker(&mut self, at: usize, marker: u8) {
        let (slot, enter, leave) = style(marker);
        let opener = self.grammar.slots[slot];
        if opener == EMPTY {
            if emphasis::opens(self.text, at, at + 1)
                && !emphasis::is_keycap(self.text.as_bytes(), at)
            {
                self.open_pair(slot, enter, at, 1);
            }
        } else if emphasis::closes(self.text, at, at + 1) && self.holds_content(opener, at) {
            self.close_pair(slot, leave, at, 1);
        }
    }

    #[inline]
    pub(super) fn backtick(&mut self, at: usize) {
        if self.grammar.monospace.is_none()
            && let Some(closer) = self.grammar.fences.close(self.text, at)
        {
            // As the end of inline code it would be lost to monospace, and no code begins here.
            return self.enter_monospace(at, closer);
        }
        let opener = self.grammar.slots[CODE];
        if opener == EMPTY {
            if code::opens(self.text, at) {
                self.open_pair(CODE, Code::EnterInlineCode, at, 1);
            }
        } else if code::closes(self.text, at, at + 1) && self.holds_content(opener, at) {
            self.grammar.overlaps |= self.tape.len() > opener as usize;
            self.close_pair(CODE, Code::LeaveInlineCode, at, 1);
        }
        if let Some(monospace) = self.grammar.monospace
            && at + 1 == monospace.closer + FENCE
        {
            self.leave_monospace(monospace);
        }
    }

    pub(super) fn pipe(&mut self, at: usize) {
        if at < self.grammar.spoiler_from || !spoiler::is_marker(self.text, at) {
            return;
        }
        let end = at + spoiler::MARKER;
        let opener = self.grammar.slots[SPOILER];
        if opener == EMPTY {
            if spoiler::opens(self.text, at, end) {
                self.open_pair(SPOILER, Code::EnterSpoiler, at, spoiler::MARKER);
            }
        } else if spoiler::closes(self.text, at, end) && self.holds_content(opener, at) {
            self.close_pair(SPOILER, Code::LeaveSpoiler, at, spoiler::MARKER);
            self.grammar.spoiler_from = at + spoiler::MARKER;
        }
    }

    /// R14: whether there is anything between the opener in a slot and the marker at `at`.
    #[inline]
    fn holds_content(&self, opener: u32, at: usize) -> bool {
        at > self.tape[opener as usize - 1].end as usize
    }

    #[inline]
    fn open_pair(&mut self, slot: usize, code: Code, at: usize, length: usize) {
        self.push(code, at, at + length);
        self.grammar.slots[slot] = to_u32(self.tape.len());
    }

    #[inline(always)]
    fn close_pair(&mut self, slot: usize, code: Code, at: usize, length: usize) {
        let opener = core::mem::replace(&mut self.grammar.slots[slot], EMPTY);
        // An opener inside that still waits may close outside.
        self.grammar.overlaps |=
            self.grammar.slots.iter().fold(false, |any, inside| any | (*inside > opener));
        self.push_leave(code, at, at + length, opener as usize - 1);
        self.pairs += 1;
    }

    /// Begins monospace at the backtick `at`. Where it spans lines and the line is an item or a
    /// quote, the line is begun anew as text, and nothing else is done.
    fn enter_monospace(&mut self, at: usize, closer: usize) {
        let content = at + FENCE;
        let bytes = self.text.as_bytes();
        let is_block = memchr::memchr(b'\n', &bytes[content..closer]).is_some();
        let opener = if !is_block {
            self.push(Code::EnterMonospace, at, content);
            self.tape.len() - 1
        } else if self.is_text_line() {
            self.enter_monospace_block(at)
        } else {
            let line = self.restart_line_as_text();
            return self.grammar.fences.rewind(line);
        };
        self.grammar.monospace = Some(Monospace { opener, closer, is_block });
    }

    fn leave_monospace(&mut self, monospace: Monospace) {
        let Monospace { opener, closer, is_block } = monospace;
        self.grammar.monospace = None;
        if is_block {
            self.leave_monospace_block(closer, opener);
        } else {
            self.push_leave(Code::LeaveMonospace, closer, closer + FENCE, opener);
            self.pairs += 1;
        }
        self.grammar.overlaps = true;
    }
}
