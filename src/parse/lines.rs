//! Line by line: the driver that goes from stop to stop.
//!
//! Operations are written to the tape in order of their position, candidates too: an opener when
//! it is met, its closer as its mate. What is never closed, or loses, is taken out again at the
//! end of the *group*: a line, or the lines that monospace holds together.

mod blocks;
mod group;
mod pairs;

use alloc::vec::Vec;

use crate::document::{Code, NO_MATE, Op};

use super::monospace::Fences;
use super::scan::Scanner;
use super::signs::Signs;
use super::{Parser, link};
use blocks::{LineStart, Open};
use pairs::{EMPTY, Monospace, SLOTS};

/// Writes the operations of `text` to the parser's tape.
pub(super) fn parse(text: &str, parser: &mut Parser) -> Vec<Op> {
    let mut tape = core::mem::take(&mut parser.tape);
    if text.is_empty() {
        return tape;
    }
    // Enough for nearly all short messages, and for long ones that are much formatted.
    let expected = (text.len() / 16 + 24).max(text.len() / 10);
    if tape.capacity() == 0 {
        // Costs less than to grow from nothing.
        tape = Vec::with_capacity(expected);
    } else {
        tape.reserve(expected);
    }
    let mut lines = Lines {
        text,
        scanner: Scanner::new(text.as_bytes(), parser.spoilers),
        tape,
        escapes: 0,
        links: parser.links,
        found: &mut parser.found,
        merged: &mut parser.merged,
        signs: Signs::new(parser.links),
        open: Open::Nothing,
        block: 0,
        number: 0,
        line_start: LineStart::TEXT,
        group: 0,
        line: 0,
        line_tape: 0,
        slots: [EMPTY; SLOTS],
        pairs: 0,
        overlaps: false,
        fences: Fences::default(),
        monospace: None,
        spoiler_from: 0,
    };
    lines.run();
    lines.tape
}

struct Lines<'t, 'p> {
    text: &'t str,
    scanner: Scanner<'t>,
    tape: Vec<Op>,
    /// Behind the last byte that HTML must escape.
    escapes: usize,
    /// Whether links and mentions become nodes.
    links: bool,
    signs: Signs,
    /// Links of the group.
    found: &'p mut Vec<link::Found>,
    /// A buffer for the group's operations.
    merged: &'p mut Vec<Op>,

    /// The block that the line belongs to, and the operation that entered it.
    open: Open,
    block: usize,
    /// The number of the last numbered item.
    number: u16,
    /// Where the line began, if it may have to begin anew.
    line_start: LineStart,

    /// Where the operations of the group begin.
    group: usize,
    /// Where the line begins, in the text and on the tape.
    line: usize,
    line_tape: usize,
    /// The opener of each construct that waits for its closer.
    slots: [u32; SLOTS],
    /// How many openers of the group have found one.
    pairs: usize,
    /// Whether pairs of the group may cross each other or lie in code.
    overlaps: bool,
    fences: Fences,
    monospace: Option<Monospace>,
    /// Behind the last marker of a spoiler.
    spoiler_from: usize,
}

impl Lines<'_, '_> {
    fn run(&mut self) {
        self.begin_lines(0, 0);
        while let Some((at, byte)) = self.scanner.next() {
            match byte {
                b'\n' => self.line_feed(at),
                b'*' | b'_' | b'~' => self.marker(at, byte),
                b'`' => self.backtick(at),
                b'|' => self.pipe(at),
                _ => self.escapes = at + 1,
            }
        }
        let end = self.text.len();
        self.end_group(end);
        self.close_block(end, end, 0);
    }

    fn line_feed(&mut self, at: usize) {
        if let Some(monospace) = self.monospace {
            // Nothing matters in monospace (R43) until the line on which it ends.
            self.find_links(at);
            let content = &self.text.as_bytes()[at..monospace.closer];
            let last = at + memchr::memrchr(b'\n', content).unwrap_or(0) + 1;
            self.scanner.skip_to(last);
            self.slots = [EMPTY; SLOTS];
            self.line = last;
            self.line_tape = self.tape.len();
            return;
        }
        self.end_group(at);
        let next = self.text.as_bytes().get(at + 1);
        if self.open == Open::Paragraph && next.is_some_and(|b| !blocks::may_lead(*b)) {
            self.push(Code::Break, at, at + 1);
            self.begin_group(at + 1);
        } else {
            self.begin_lines(at, at + 1);
        }
    }

    #[inline]
    fn push(&mut self, code: Code, start: usize, end: usize) {
        self.push_with_mate(code, start, end, NO_MATE);
    }

    #[inline]
    fn push_with_mate(&mut self, code: Code, start: usize, end: usize, mate: u32) {
        let escape = self.escapes > self.tape.last().map_or(0, |op| op.end as usize);
        let mut op = Op::new(code, to_u32(start), to_u32(end), mate);
        op.set_escape(escape);
        self.tape.push(op);
    }

    /// As `push`, where no text stands between the operation before and this one.
    #[inline]
    fn push_behind(&mut self, code: Code, start: usize, end: usize) {
        self.tape.push(Op::new(code, to_u32(start), to_u32(end), NO_MATE));
    }

    /// Pushes the operation that leaves the node which the one at `enter` enters.
    #[inline]
    fn push_leave(&mut self, code: Code, start: usize, end: usize, enter: usize) {
        self.tape[enter].mate = to_u32(self.tape.len());
        self.push_with_mate(code, start, end, to_u32(enter));
    }
}

/// Offsets and places fit: the parser refuses texts that are too long.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "checked by `Parser::parse`")]
fn to_u32(n: usize) -> u32 {
    n as u32
}
