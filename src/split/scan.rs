//! Looks for the best end of a part.
//!
//! The source is gone over once, from where the part begins to where it is as long as may be. Each
//! character that is seen, and is not white space, ends what stands between it and the one before:
//! there the part may end, and the next one begin.

mod between;
mod end;
mod graphemes;
mod walk;

use core::ops::Range;

use crate::unit::Unit;

use super::cut::{Cut, Kind, Score};
use super::open::Open;
use super::place::Place;
use super::tape::{Row, Tape};
use super::whole::Wholes;

use between::Between;
use end::End;
use graphemes::graphemes;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    /// How long the part may be, but for invisible characters.
    pub(super) target: usize,
    /// How long any part may be: what alone is no longer is not cut.
    pub(super) room: usize,
    /// Whether the first possible end is meant, and not the best.
    pub(super) first: bool,
    /// Whether anything may be cut.
    pub(super) any: bool,
}

pub(super) struct Scan<'s, 'd> {
    tape: &'s Tape<'d>,
    wholes: &'s Wholes,
    unit: Unit,
    search: Search,
    /// How much of the part there is, and the state there.
    units: usize,
    op: usize,
    row: Row,
    open: Open,
    /// The end of the last character that was seen, and the same with what was left behind it.
    ends: Option<(End, End)>,
    between: Between,
    whole: usize,
    /// Whether what is whole, or a grapheme, may be cut: what the part begins with is too long.
    may_cut: Option<Kind>,
    best: (Score, Option<Cut>),
}

/// Where the first part begins, if there is anything to be seen.
pub(super) fn first(tape: &Tape<'_>, wholes: &Wholes, unit: Unit) -> Option<Place> {
    let begin = Place { at: 0, mark: 0, begins: true, row: Row::TEXT, open: Open::NONE, op: 0 };
    let search = Search { target: 0, room: 0, first: false, any: false };
    let mut scan = Scan::new(tape, wholes, unit, &begin, search);
    for (at, c) in tape.source.char_indices() {
        scan.pass_ops(at);
        if scan.is_seen(at, c) {
            return Some(scan.place(at));
        }
        scan.pass_space(at, c);
    }
    None
}

/// The best end of a part that begins at `from`, if there is any.
pub(super) fn best(
    tape: &Tape<'_>,
    wholes: &Wholes,
    unit: Unit,
    from: &Place,
    search: Search,
) -> Option<Cut> {
    let mut scan = Scan::new(tape, wholes, unit, from, search);
    scan.units = from.cost();
    for (start, grapheme) in graphemes(tape.source, from.mark, unit, search) {
        for (offset, c) in grapheme.char_indices() {
            let at = start + offset;
            if at < from.at {
                // The mark of the first line, or its fence.
                scan.count(c, offset == 0);
                continue;
            }
            scan.pass_ops(at);
            if scan.is_seen(at, c) {
                scan.meet(at, c, offset == 0, grapheme);
                if scan.is_over() {
                    return scan.best.1;
                }
                scan.count(c, offset == 0);
                scan.see(at, c);
            } else {
                scan.count(c, offset == 0);
                scan.pass_space(at, c);
            }
        }
    }
    scan.finish()
}

impl<'s, 'd> Scan<'s, 'd> {
    fn new(
        tape: &'s Tape<'d>,
        wholes: &'s Wholes,
        unit: Unit,
        from: &Place,
        search: Search,
    ) -> Self {
        Self {
            tape,
            wholes,
            unit,
            search,
            units: 0,
            op: from.op,
            row: from.row,
            open: from.open,
            ends: None,
            between: Between::at(from),
            whole: wholes.index_at(from.at),
            may_cut: None,
            best: (Score::WORST, None),
        }
    }

    /// A character that is seen, the first one behind the last end.
    fn meet(&mut self, at: usize, c: char, begins_grapheme: bool, grapheme: &str) {
        while self.wholes.get(self.whole).is_some_and(|whole| whole.end <= at) {
            self.whole += 1;
        }
        let whole = self.wholes.get(self.whole).filter(|whole| whole.start <= at).cloned();
        let Some((seen, left)) = self.ends else {
            self.may_cut = self.too_long(at, whole, grapheme);
            return;
        };
        let inside = whole.is_some_and(|whole| whole.start < at);
        let kind = self.between.kind(c, begins_grapheme, inside);
        if kind >= Kind::InWhole && self.may_cut.is_none_or(|allowed| kind > allowed) {
            return;
        }
        self.offer(kind, seen, left, at);
    }

    /// What may be cut because the part begins with it and it is too long.
    fn too_long(&self, at: usize, whole: Option<Range<usize>>, grapheme: &str) -> Option<Kind> {
        let is_long = |text: &str| self.unit.end_of(text, self.search.room).is_some();
        if self.search.any || is_long(grapheme) {
            return Some(Kind::Char);
        }
        let whole = whole.map(|whole| &self.tape.source[at..whole.end]);
        whole.is_some_and(is_long).then_some(Kind::InWhole)
    }

    fn offer(&mut self, kind: Kind, seen: End, left: End, at: usize) {
        let fits = |end: &End| self.search.first || end.cost() <= self.search.target;
        let end = if fits(&left) { left } else { seen };
        if !fits(&end) {
            return;
        }
        let score = Score::of(kind, end.cost(), self.search.target);
        if score <= self.best.0 {
            let closed = end.open.is_empty() && end.row != Row::Block;
            let next = Some(self.place(at));
            let cut = Cut { end: end.at, closed, cost: end.cost(), next };
            self.best = (score, Some(cut));
        }
    }

    /// Whether all is found.
    fn is_over(&self) -> bool {
        if self.search.first {
            return self.best.1.is_some();
        }
        self.units > self.search.target
    }

    fn see(&mut self, at: usize, c: char) {
        let end = End { at: at + c.len_utf8(), units: self.units, open: self.open, row: self.row };
        self.ends = Some((end, end));
        self.between.see(c);
    }

    /// The end of the document, where the part may go on up to it.
    fn finish(mut self) -> Option<Cut> {
        self.pass_ops(self.tape.source.len());
        if let Some((seen, left)) = self.ends {
            let best = self.best;
            self.best = (Score::WORST, None);
            self.offer(Kind::Blank, seen, left, self.tape.source.len());
            self.best.1 = self.best.1.map(|cut| Cut { next: None, ..cut }).or(best.1);
        }
        self.best.1
    }
}
