//! The slots: what opens, what closes, and what that drops.

use crate::document::Code;

use super::super::lines::{EMPTY, FENCE, Lines, style, to_u32};
use super::Android;
use super::class::{self, LEADS, WORD, WS};

/// Slots: `*`, `_`, `~`, backtick, fence.
pub(super) const SLOTS: usize = 5;
const CODE: usize = 3;
pub(super) const MONOSPACE: usize = 4;

/// Whether the marker at `at`, a byte, can open.
#[inline(always)]
fn opens(text: &str, at: usize, marker: u8) -> bool {
    class::before(text, at) & LEADS != 0
        && class::behind(text, at + 1) & WS == 0
        && text.as_bytes().get(at.wrapping_sub(1)) != Some(&marker)
}

/// Whether the marker at `at`, a byte, can close.
#[inline(always)]
fn closes(text: &str, at: usize) -> bool {
    class::before(text, at) & WS == 0 && class::behind(text, at + 1) & WORD == 0
}

/// Whether what stands at `at` makes an emoji of the `*` before it.
#[inline]
pub(in crate::parse) fn is_emoji_end(bytes: &[u8], at: usize) -> bool {
    const KEYCAP: &[u8] = "\u{20E3}".as_bytes();
    const EMOJI_STYLE: &[u8] = "\u{FE0F}".as_bytes();
    match bytes.get(at) {
        Some(0xE2) => bytes[at..].starts_with(KEYCAP),
        Some(0xEF) => bytes[at..].starts_with(EMOJI_STYLE),
        _ => false,
    }
}

impl Lines<'_, '_, Android> {
    /// Bold, italic, strikethrough.
    #[inline]
    pub(super) fn marker(&mut self, at: usize, marker: u8) {
        let (slot, enter, leave) = style(marker);
        if marker == b'*' && is_emoji_end(self.text.as_bytes(), at + 1) {
            return;
        }
        let opener = self.grammar.slots[slot];
        if opener == EMPTY {
            if opens(self.text, at, marker) {
                self.open(slot, enter, at);
            }
        } else if closes(self.text, at) {
            self.close(slot, leave, at);
        }
    }

    /// The run of backticks that begins at `at`: one is a marker of inline code, three or more are
    /// fences.
    #[inline]
    pub(super) fn backticks(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        if bytes.get(at + 1) == Some(&b'`') {
            return self.run_of_backticks(at);
        }
        if self.grammar.slots[CODE] == EMPTY {
            if opens(self.text, at, b'`') {
                self.open(CODE, Code::EnterInlineCode, at);
            }
        } else if closes(self.text, at) {
            self.drop_inside(self.grammar.slots[CODE] as usize);
            self.close(CODE, Code::LeaveInlineCode, at);
        }
    }

    fn run_of_backticks(&mut self, at: usize) {
        let rest = &self.text.as_bytes()[at..];
        let end = at + rest.iter().position(|b| *b != b'`').unwrap_or(rest.len());
        self.scanner.skip_to(end);
        if end - at >= FENCE {
            self.fences(at, end);
        }
    }

    #[inline]
    fn open(&mut self, slot: usize, code: Code, at: usize) {
        self.push(code, at, at + 1);
        self.grammar.slots[slot] = to_u32(self.tape.len());
    }

    /// Closes what is open in the slot, and empties all that was filled since.
    #[inline(always)]
    fn close(&mut self, slot: usize, code: Code, at: usize) {
        let opener = self.grammar.slots[slot];
        let enter = opener as usize - 1;
        for slot in &mut self.grammar.slots {
            *slot = if *slot >= opener { EMPTY } else { *slot };
        }
        if self.tape[enter].end as usize == at {
            // An empty span is none. Nothing stands between, so its opener is what came last.
            self.tape.pop();
            return;
        }
        self.push_leave(code, at, at + 1, enter);
        self.pairs += 1;
    }

    /// Drops all operations from the place `from` on: spans that lie in code or monospace, and
    /// openers.
    #[inline]
    pub(super) fn drop_inside(&mut self, from: usize) {
        self.pairs -= self.tape[from..].iter().filter(|op| op.code.is_leave()).count();
        self.tape.truncate(from);
    }
}
