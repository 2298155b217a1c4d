//! WhatsApp Web: the grammar of the rules R01–R95 as such.
//!
//! Each construct is found as if there were no other, and what overlaps is settled at the end of
//! the group; see `overlap`.

mod code;
mod emphasis;
mod list;
mod monospace;
mod overlap;
mod pairs;
mod quote;
mod spoiler;

use super::Parser;
use super::lines::{EMPTY, Grammar, Lead, Lines};
use monospace::Fences;
use pairs::{Monospace, SLOTS};

/// What waits for its end.
pub(super) struct Web {
    /// The opener of each construct that waits for its closer.
    slots: [u32; SLOTS],
    /// Whether pairs of the group may cross each other or lie in code.
    overlaps: bool,
    fences: Fences,
    monospace: Option<Monospace>,
    /// Behind the last marker of a spoiler.
    spoiler_from: usize,
}

impl Grammar for Web {
    const START: Self = Self {
        slots: [EMPTY; SLOTS],
        overlaps: false,
        fences: Fences::START,
        monospace: None,
        spoiler_from: 0,
    };

    fn pipes(parser: &Parser) -> bool {
        parser.spoilers
    }

    // The loop does best with a frame of its own, and with all of the below in it.
    #[inline(never)]
    fn run(lines: &mut Lines<'_, '_, Self>) {
        lines.begin_lines(0, 0);
        while let Some((at, byte)) = lines.scanner.next() {
            match byte {
                b'\n' => lines.line_feed(at),
                b'*' | b'_' | b'~' => lines.marker(at, byte),
                b'`' => lines.backtick(at),
                b'|' => lines.pipe(at),
                _ => lines.escapes = at + 1,
            }
        }
        let end = lines.text.len();
        lines.end_group(end);
        lines.close_block(end, end, 0);
    }

    #[inline]
    fn may_lead(b: u8) -> bool {
        matches!(b, b'\n' | b'-' | b'*' | 0xE2 | b'0'..=b'9' | b'>')
    }

    #[inline(always)]
    fn lead(line: &str, first: u8) -> Lead {
        match first {
            b'-' | b'*' | 0xE2 => {
                list::bullet(line.as_bytes()).map_or(Lead::Text, |(_, mark)| Lead::Bullet(mark))
            }
            b'0'..=b'9' => list::number(line.as_bytes())
                .map_or(Lead::Text, |(_, (mark, number))| Lead::Number(mark, number)),
            b'>' => quote::mark(line).map_or(Lead::Text, |(_, mark)| Lead::Quote(mark)),
            _ => Lead::Text,
        }
    }

    #[inline(always)]
    fn begin_line(&mut self) {
        self.slots = [EMPTY; SLOTS];
        self.overlaps = false;
    }
}

impl Lines<'_, '_, Web> {
    #[inline]
    fn line_feed(&mut self, at: usize) {
        if let Some(monospace) = self.grammar.monospace {
            // Nothing matters in monospace (R43) until the line on which it ends.
            self.find_links(at);
            let content = &self.text.as_bytes()[at..monospace.closer];
            let last = at + memchr::memrchr(b'\n', content).unwrap_or(0) + 1;
            self.scanner.skip_to(last);
            self.grammar.slots = [EMPTY; SLOTS];
            self.continue_group(last);
            return;
        }
        self.end_group(at);
        self.next_line(at);
    }

    /// Settles which candidates of the group stand; its last line ends at `end`.
    #[inline(always)]
    fn end_group(&mut self, end: usize) {
        if self.pairs > 0 || self.links {
            self.settle(end);
        } else {
            self.tape.truncate(self.group);
        }
    }

    fn settle(&mut self, end: usize) {
        self.find_links(end);
        let mut waste = self.has_waste();
        let overlaps = self.grammar.overlaps || !self.found.is_empty();
        if !waste && !overlaps {
            return;
        }
        if overlaps {
            waste |= overlap::resolve(&mut self.tape[self.group..], self.group, self.found);
        }
        self.finish_group(waste);
    }
}
