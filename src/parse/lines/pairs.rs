//! Candidates: markers that find their partner (R10–R47, R91).

use crate::document::Code;

use super::super::monospace::FENCE;
use super::super::{code, emphasis, spoiler};
use super::blocks::Open;
use super::{Lines, to_u32};

/// Slots of the constructs that pair within a line: `*`, `_`, `~`, backtick, `||`.
pub(super) const SLOTS: usize = 5;
const CODE: usize = 3;
const SPOILER: usize = 4;
/// A slot without an opener; one with holds the place of its operation plus one.
pub(super) const EMPTY: u32 = 0;

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

impl Lines<'_, '_> {
    /// Bold, italic, strikethrough.
    #[inline]
    pub(super) fn marker(&mut self, at: usize, marker: u8) {
        let (slot, enter, leave) = emphasis::style(marker);
        let opener = self.slots[slot];
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

    pub(super) fn backtick(&mut self, at: usize) {
        if self.monospace.is_none()
            && let Some(closer) = self.fences.close(self.text, at)
            && !self.enter_monospace(at, closer)
        {
            return;
        }
        let opener = self.slots[CODE];
        if opener == EMPTY {
            if code::opens(self.text, at) {
                self.open_pair(CODE, Code::EnterInlineCode, at, 1);
            }
        } else if code::closes(self.text, at, at + 1) && self.holds_content(opener, at) {
            self.overlaps |= self.tape.len() > opener as usize;
            self.close_pair(CODE, Code::LeaveInlineCode, at, 1);
        }
        if let Some(monospace) = self.monospace
            && at + 1 == monospace.closer + FENCE
        {
            self.leave_monospace(monospace);
        }
    }

    pub(super) fn pipe(&mut self, at: usize) {
        if at < self.spoiler_from || !spoiler::is_marker(self.text, at) {
            return;
        }
        let end = at + spoiler::MARKER;
        let opener = self.slots[SPOILER];
        if opener == EMPTY {
            if spoiler::opens(self.text, at, end) {
                self.open_pair(SPOILER, Code::EnterSpoiler, at, spoiler::MARKER);
            }
        } else if spoiler::closes(self.text, at, end) && self.holds_content(opener, at) {
            self.close_pair(SPOILER, Code::LeaveSpoiler, at, spoiler::MARKER);
            self.spoiler_from = at + spoiler::MARKER;
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
        self.slots[slot] = to_u32(self.tape.len());
    }

    #[inline(always)]
    fn close_pair(&mut self, slot: usize, code: Code, at: usize, length: usize) {
        let opener = core::mem::replace(&mut self.slots[slot], EMPTY);
        // An opener inside that still waits may close outside.
        self.overlaps |= self.slots.iter().fold(false, |any, inside| any | (*inside > opener));
        self.push_leave(code, at, at + length, opener as usize - 1);
        self.pairs += 1;
    }

    /// Begins monospace at the backtick `at`. Where it spans lines and the line is an item or a
    /// quote, the line is begun anew as text, and nothing else is done: gives `false`.
    fn enter_monospace(&mut self, at: usize, closer: usize) -> bool {
        let content = at + FENCE;
        let bytes = self.text.as_bytes();
        let is_block = memchr::memchr(b'\n', &bytes[content..closer]).is_some();
        if is_block {
            if !matches!(self.open, Open::Paragraph | Open::Nothing) {
                self.restart_line_as_text();
                return false;
            }
            self.end_paragraph_before(at);
        }
        self.monospace = Some(Monospace { opener: self.tape.len(), closer, is_block });
        if is_block {
            let own = usize::from(bytes[content] == b'\n');
            self.push(Code::EnterMonospaceBlock, at, content + own);
        } else {
            self.push(Code::EnterMonospace, at, content);
        }
        true
    }

    fn leave_monospace(&mut self, monospace: Monospace) {
        let Monospace { opener, closer, is_block } = monospace;
        let end = closer + FENCE;
        let bytes = self.text.as_bytes();
        self.monospace = None;
        if is_block {
            let own = usize::from(bytes[closer - 1] == b'\n');
            self.push_leave(Code::LeaveMonospaceBlock, closer - own, end, opener);
            // Lines were passed over without a look.
            self.escape_last();
        } else {
            self.push_leave(Code::LeaveMonospace, closer, end, opener);
        }
        self.pairs += 1;
        self.overlaps = true;
        if is_block && !matches!(bytes.get(end), None | Some(b'\n')) {
            self.open_paragraph(end);
        }
    }

    fn escape_last(&mut self) {
        if let Some(op) = self.tape.last_mut() {
            op.set_escape(true);
        }
    }
}
