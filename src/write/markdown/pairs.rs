//! Which `*`, `_` and `~` of the text could be delimiters: those that have a partner.
//!
//! A sign that stands alone is text to everyone. A delimiter of ours is no partner, as it has its
//! own: a sign outside of the two is not looked at by either, unless they could be taken the other
//! way round. Between the two it would come first.

use core::ops::Range;

use super::class::{self, Class};
use super::edges;
use super::piece::{Delimiter, Kind, Piece};

/// What a run of one sign may do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    may_open: bool,
    may_close: bool,
    /// Whether it stands beside or between delimiters of ours of the same sign.
    is_among_ours: bool,
}

/// For `*`, `_` and `~`, in this order. Places are twice the offset in the text, and one more for
/// what is text: a delimiter of ours comes before the text at its offset.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// The first place at which something may open.
    first_open: [Option<usize>; 3],
    /// The last place at which something may close.
    last_close: [Option<usize>; 3],
    /// Whether a delimiter of ours is open.
    is_open: [bool; 3],
}

impl Pairs {
    pub(super) fn enter(&mut self, delimiter: Delimiter) {
        self.is_open[slot(delimiter.byte())] = true;
    }

    pub(super) fn leave(&mut self, delimiter: Delimiter) {
        self.is_open[slot(delimiter.byte())] = false;
    }

    /// The run of the text at `range`, in the piece `index`, if it may be a delimiter.
    pub(super) fn run(
        &mut self,
        text: &str,
        pieces: &[Piece],
        index: usize,
        range: Range<usize>,
    ) -> Option<Run> {
        let byte = text.as_bytes()[range.start];
        let (behind, before) = (&pieces[index..], &pieces[..=index]);
        let (may_open, may_close) = flanks(byte, text, before, behind, range.clone());
        let is_open = self.is_open[slot(byte)];
        let touches =
            [marker_before(text, before, range.start), marker_behind(text, behind, range.end)]
                .contains(&Some(byte));
        if !is_open {
            self.note(byte, 2 * range.start + 1, may_open, may_close);
        }
        let is_among_ours = touches || is_open;
        (may_open || may_close || touches).then_some(Run { may_open, may_close, is_among_ours })
    }

    /// Takes note of delimiters of ours that could be taken the other way round.
    pub(super) fn add_delimiters(&mut self, text: &str, pieces: &[Piece]) {
        if self.first_open.iter().chain(&self.last_close).all(Option::is_none) {
            return;
        }
        for (index, piece) in pieces.iter().enumerate() {
            let Some(delimiter) = piece.kind.delimiter() else { continue };
            let (before, behind) = (&pieces[..index], &pieces[index + 1..]);
            let byte = delimiter.byte();
            let (may_open, may_close) = flanks(byte, text, before, behind, piece.range());
            let is_open = matches!(piece.kind, Kind::Open(_));
            self.note(byte, 2 * piece.start, may_open && !is_open, may_close && is_open);
        }
    }

    /// Takes note of what may open or close at a place.
    fn note(&mut self, byte: u8, place: usize, may_open: bool, may_close: bool) {
        if may_open {
            let first = &mut self.first_open[slot(byte)];
            *first = Some(first.map_or(place, |first| first.min(place)));
        }
        if may_close {
            let last = &mut self.last_close[slot(byte)];
            *last = Some(last.map_or(place, |last| last.max(place)));
        }
    }

    /// Whether the run that begins at `start` must be escaped.
    pub(super) fn has_partner(&self, byte: u8, start: usize, run: Run) -> bool {
        let place = 2 * start + 1;
        run.is_among_ours
            || (run.may_open && self.last_close[slot(byte)].is_some_and(|last| last > place))
            || (run.may_close && self.first_open[slot(byte)].is_some_and(|first| first < place))
    }
}

fn slot(byte: u8) -> usize {
    match byte {
        b'*' => 0,
        b'_' => 1,
        _ => 2,
    }
}

/// Whether what stands at `range`, between pieces or in the one that both have, may open or close.
fn flanks(
    byte: u8,
    text: &str,
    before: &[Piece],
    behind: &[Piece],
    range: Range<usize>,
) -> (bool, bool) {
    // To some parsers a marker beside a marker is no punctuation.
    let or_other = |class: Class, marker: Option<u8>| match marker {
        Some(b'*' | b'_' | b'~') => class.or(Class::OTHER),
        _ => class,
    };
    let marker = marker_before(text, before, range.start);
    let before = or_other(edges::before(text, before, range.start), marker);
    let marker = marker_behind(text, behind, range.end);
    let behind = or_other(edges::behind(text, behind, range.end), marker);
    (class::may_open(byte, before, behind), class::may_open(byte, behind, before))
}

/// The byte before `at`, in the text or of a delimiter.
fn marker_before(text: &str, pieces: &[Piece], at: usize) -> Option<u8> {
    let piece = pieces.iter().rev().find(|p| p.kind != Kind::Text || p.start < at)?;
    match piece.kind {
        Kind::Text => Some(text.as_bytes()[piece.end.min(at) - 1]),
        kind => kind.delimiter().map(Delimiter::byte),
    }
}

/// The byte at `at`, in the text or of a delimiter.
fn marker_behind(text: &str, pieces: &[Piece], at: usize) -> Option<u8> {
    let piece = pieces.iter().find(|p| p.kind != Kind::Text || p.end > at)?;
    match piece.kind {
        Kind::Text => Some(text.as_bytes()[piece.start.max(at)]),
        kind => kind.delimiter().map(Delimiter::byte),
    }
}
