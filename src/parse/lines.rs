//! Line by line: what the drivers of all clients have in common.
//!
//! Operations are written to the tape in order of their position, candidates too: an opener when
//! it is met, its closer as its mate. What is never closed, or loses, is taken out again at the
//! end of the *group*: a line, or the lines that monospace holds together.
//!
//! What a line begins with, which markers pair, and what becomes of those that do not go together
//! is each client's own; see [`Grammar`].

mod blocks;
mod fence;
mod group;
mod slot;

use alloc::vec::Vec;

use crate::document::{Code, NO_MATE, Op};

use super::scan::Scanner;
use super::signs::Signs;
use super::{Parser, link};
use blocks::LineStart;
pub(super) use blocks::{Lead, Open};
pub(super) use fence::{FENCE, fence, next_fence};
#[cfg(any(feature = "html", feature = "markdown"))]
pub(super) use group::{find_links, pair_up};
pub(super) use slot::{EMPTY, style};

/// What a driver knows of its client, and its state within a line.
pub(super) trait Grammar: Sized {
    /// The state at the start of a text.
    const START: Self;

    /// Whether `|` is looked at.
    fn pipes(parser: &Parser) -> bool;

    /// Goes over the whole text.
    fn run(lines: &mut Lines<'_, '_, Self>);

    /// Whether a line that begins with `b` may be something else than text.
    fn may_lead(b: u8) -> bool;

    /// What `line`, which begins with the byte `first`, begins with.
    fn lead(line: &str, first: u8) -> Lead;

    /// Forgets what the line before left open.
    fn begin_line(&mut self);
}

/// Writes the operations of `text` to the parser's tape.
#[inline(always)]
pub(super) fn parse<G: Grammar>(text: &str, parser: &mut Parser) -> Vec<Op> {
    if text.is_empty() {
        return core::mem::take(&mut parser.tape);
    }
    let mut lines = Lines::<G>::new(text, parser);
    G::run(&mut lines);
    lines.tape
}

/// A driver: it goes from stop to stop and writes the tape.
pub(super) struct Lines<'t, 'p, G> {
    pub(super) text: &'t str,
    pub(super) scanner: Scanner<'t>,
    pub(super) tape: Vec<Op>,
    /// Behind the last byte that HTML must escape.
    pub(super) escapes: usize,
    /// Whether links and mentions become nodes.
    pub(super) links: bool,
    signs: Signs,
    /// Links of the group.
    pub(super) found: &'p mut Vec<link::Found>,
    /// A buffer for the group's operations.
    merged: &'p mut Vec<Op>,

    /// The block that the line belongs to, and the operation that entered it.
    pub(super) open: Open,
    block: usize,
    /// The number of the last numbered item.
    number: u16,
    /// Where the line began, if it may have to begin anew.
    line_start: LineStart,

    /// Where the operations of the group begin.
    pub(super) group: usize,
    /// Where the line begins, in the text and on the tape.
    line: usize,
    line_tape: usize,
    /// How many openers of the group have found their closer.
    pub(super) pairs: usize,
    pub(super) grammar: G,
}

impl<'t, 'p, G: Grammar> Lines<'t, 'p, G> {
    #[inline(always)]
    fn new(text: &'t str, parser: &'p mut Parser) -> Self {
        let mut tape = core::mem::take(&mut parser.tape);
        // Enough for nearly all short messages, and for long ones that are much formatted.
        let expected = (text.len() / 16 + 24).max(text.len() / 10);
        if tape.capacity() == 0 {
            // Costs less than to grow from nothing.
            tape = Vec::with_capacity(expected);
        } else {
            tape.reserve(expected);
        }
        Self {
            text,
            scanner: Scanner::new(text.as_bytes(), G::pipes(parser)),
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
            pairs: 0,
            grammar: G::START,
        }
    }

    /// Goes on behind the line feed at `at`, which ended the group.
    #[inline(always)]
    pub(super) fn next_line(&mut self, at: usize) {
        let next = self.text.as_bytes().get(at + 1);
        if self.open == Open::Paragraph && next.is_some_and(|b| !G::may_lead(*b)) {
            self.push(Code::Break, at, at + 1);
            self.begin_group(at + 1);
        } else {
            self.begin_lines(at, at + 1);
        }
    }

    #[inline]
    pub(super) fn push(&mut self, code: Code, start: usize, end: usize) {
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
    pub(super) fn push_leave(&mut self, code: Code, start: usize, end: usize, enter: usize) {
        self.tape[enter].mate = to_u32(self.tape.len());
        self.push_with_mate(code, start, end, to_u32(enter));
    }
}

/// Offsets and places fit: the parser refuses texts that are too long.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "checked by `Parser::parse`")]
pub(super) fn to_u32(n: usize) -> u32 {
    n as u32
}
