//! Where in the text of a block something may have to be escaped.
//!
//! A block is gone over once before it is written. What may mean something is remembered, and what
//! the block has of all that means something only together with something else: a lone backtick
//! is text to everyone. `pairs` owns the same for `*`, `_` and `~`.

use alloc::vec::Vec;

use super::blocks::Place;
use super::link::Form;
use super::pairs::{Pairs, Run};
use super::piece::{Kind, Piece};

/// The bytes that are looked for.
const WANTED: [bool; 256] = super::table(b"\\*_~`[]<>&!:.@");

/// A character of the text, or a run of one character, that may need backslashes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What it may be, if it is a run of `*`, `_` or `~`.
    run: Option<Run>,
}

/// What a block has.
#[derive(Debug, Default)]
pub(super) struct Spots {
    /// In order.
    pub(super) all: Vec<Spot>,
    pairs: Pairs,
    backticks: usize,
    last_greater: Option<usize>,
    first_bracket: Option<usize>,
}

impl Spots {
    pub(super) fn collect(&mut self, text: &str, pieces: &[Piece], place: Place) {
        let mut all = core::mem::take(&mut self.all);
        all.clear();
        *self = Self { all, ..Self::default() };
        for (index, piece) in pieces.iter().enumerate() {
            match piece.kind {
                Kind::Text => self.collect_text(text, pieces, index),
                Kind::Open(delimiter) => self.pairs.enter(delimiter),
                Kind::Close(delimiter) => self.pairs.leave(delimiter),
                Kind::Code => {
                    self.backticks += 2;
                    if text[piece.range()].contains('>') {
                        self.last_greater = Some(piece.end);
                    }
                }
                Kind::Link(form) => {
                    self.backticks += text[piece.range()].matches('`').count();
                    self.last_greater = Some(piece.end);
                    if form == Form::Labelled {
                        self.first_bracket.get_or_insert(piece.start);
                    }
                }
                // The mark of the next line of a quote. It is none of the text, but not all see that.
                Kind::Break if place == Place::Quote => self.last_greater = Some(piece.end),
                Kind::Break => {}
            }
        }
        self.pairs.add_delimiters(text, pieces);
    }

    fn collect_text(&mut self, text: &str, pieces: &[Piece], index: usize) {
        let body = pieces[index].body(text);
        let bytes = &text.as_bytes()[..body.end];
        let mut at = body.start;
        while let Some(i) = bytes[at..].iter().position(|b| WANTED[usize::from(*b)]) {
            let start = at + i;
            let rest = &bytes[start..];
            at = start + 1;
            let next = rest.get(1);
            let mut run = None;
            let may_matter = match rest[0] {
                b'*' | b'_' | b'~' => {
                    at = start + run_length(rest);
                    run = self.pairs.run(text, pieces, index, start..at);
                    run.is_some()
                }
                b'`' => {
                    at = start + run_length(rest);
                    self.backticks += 1;
                    true
                }
                b'>' => {
                    self.last_greater = Some(start);
                    false
                }
                b'[' => {
                    self.first_bracket.get_or_insert(start);
                    next == Some(&b'^')
                }
                // Nearly all of these are seen to be nothing at once.
                b'&' => next.is_some_and(|b| *b == b'#' || b.is_ascii_alphanumeric()),
                b':' => next == Some(&b'/'),
                b'.' => start > 0 && matches!(bytes[start - 1], b'w' | b'W'),
                b'!' => next.is_none(),
                _ => true,
            };
            if may_matter {
                self.all.push(Spot { start, end: at, run });
            }
        }
    }

    /// Whether a run of `*`, `_` or `~` has a partner.
    pub(super) fn is_paired(&self, byte: u8, spot: Spot) -> bool {
        spot.run.is_some_and(|run| self.pairs.has_partner(byte, spot.start, run))
    }

    /// Whether a backtick in the text could begin or end code: whether it is not alone.
    pub(super) fn has_backticks(&self) -> bool {
        self.backticks > 1
    }

    /// Whether a `>` is written behind the byte `at`.
    pub(super) fn has_greater_behind(&self, at: usize) -> bool {
        self.last_greater.is_some_and(|last| last > at)
    }

    /// Whether a `[` is written before the byte `at`.
    pub(super) fn has_bracket_before(&self, at: usize) -> bool {
        self.first_bracket.is_some_and(|first| first < at)
    }
}

/// How often the first byte stands there in a row.
pub(super) fn run_length(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| Some(*b) == bytes.first()).count()
}
