//! WhatsApp for Android, as observed in 2.24.24.78 of December 2024, where it differs from Web.
//!
//! One pass with five slots: one for each of `*`, `_`, `~` and the backtick, which a line feed
//! empties, and one for the fence. What closes first wins: a span that closes empties every slot
//! that was filled inside it, so spans never cross and there is nothing to settle between them.
//! Their order in the text is that of their openers on the tape, so "inside" is "later on the
//! tape".
//!
//! Rules that Web's share are named by their numbers. URLs protect nothing here, and there are no
//! spoilers.

pub(super) mod class;
mod fences;
mod links;
mod marks;
mod slots;

pub(super) use links::keep_whole;
#[cfg(any(feature = "html", feature = "markdown"))]
pub(super) use slots::is_emoji_end;

use crate::chars::java;

use super::Parser;
use super::lines::{EMPTY, Grammar, Lead, Lines};
use slots::SLOTS;

/// What waits for its end.
pub(super) struct Android {
    /// The opener of each construct.
    slots: [u32; SLOTS],
    /// Where the first character stands that open monospace would show.
    shown: usize,
    /// Whether monospace is open that nothing closes: then there is no other.
    is_unclosed: bool,
}

impl Grammar for Android {
    const START: Self = Self { slots: [EMPTY; SLOTS], shown: 0, is_unclosed: false };

    fn pipes(_: &Parser) -> bool {
        false
    }

    #[inline(never)]
    fn run(lines: &mut Lines<'_, '_, Self>) {
        lines.begin_lines(0, 0);
        while let Some((at, byte)) = lines.scanner.next() {
            match byte {
                b'\n' => lines.line_feed(at),
                b'*' | b'_' | b'~' => lines.marker(at, byte),
                b'`' => lines.backticks(at),
                _ => lines.escapes = at + 1,
            }
        }
        let end = lines.text.len();
        lines.end_group(end);
        lines.close_block(end, end, 0);
    }

    #[inline]
    fn may_lead(b: u8) -> bool {
        matches!(b, b'\n' | b'-' | b'*' | b'>') || java::may_begin_digit(b)
    }

    #[inline(always)]
    fn lead(line: &str, first: u8) -> Lead {
        match first {
            b'-' | b'*' => marks::bullet(line).map_or(Lead::Text, |(_, mark)| Lead::Bullet(mark)),
            b'>' => marks::quote(line).map_or(Lead::Text, |(_, mark)| Lead::Quote(mark)),
            b if java::may_begin_digit(b) => marks::number(line)
                .map_or(Lead::Text, |(_, (mark, number))| Lead::Number(mark, number)),
            _ => Lead::Text,
        }
    }

    #[inline(always)]
    fn begin_line(&mut self) {
        self.slots = [EMPTY; SLOTS];
    }
}

impl Lines<'_, '_, Android> {
    #[inline]
    fn line_feed(&mut self, at: usize) {
        if self.is_fence_open() && self.close_behind(at) {
            return;
        }
        self.end_group(at);
        self.next_line(at);
    }

    /// Takes out what was never closed, and writes the links; the last line ends at `end`.
    #[inline(always)]
    fn end_group(&mut self, end: usize) {
        if self.pairs > 0 || self.links {
            self.settle(end);
        } else {
            self.tape.truncate(self.group);
        }
    }

    fn settle(&mut self, end: usize) {
        if self.links {
            self.find_links(end);
        }
        let waste = self.has_waste();
        if !self.found.is_empty() {
            keep_whole(&self.tape[self.group..], self.found);
        }
        self.finish_group(waste);
    }
}
