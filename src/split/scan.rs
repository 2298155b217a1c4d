//! Looks for the best end of a part.
//!
//! The source is gone over once, from where the part begins to where it is as long as may be. Each
//! character that is seen, and is not white space, ends what stands between it and the one before:
//! there the part may end, and the next one begin.

mod between;

use core::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::document::Code;
use crate::unit::Unit;

use super::cut::{Cut, Kind, Score};
use super::open::Open;
use super::place::Place;
use super::tape::{Row, Tape, is_space};
use super::whole::Wholes;

use between::Between;

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

/// A place where the document was left: the end of a character that is seen, or of what was left
/// behind it.
#[derive(Clone, Copy)]
struct End {
    at: usize,
    units: usize,
    open: Open,
    row: Row,
}

impl End {
    fn cost(&self) -> usize {
        self.units + self.open.cost() + self.row.cost_to_end()
    }
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

/// The graphemes from `from` on. One that is much longer than what is looked for comes in pieces:
/// it is as long as the text, maybe, and to be looked at for each part in it.
fn graphemes(
    source: &str,
    from: usize,
    unit: Unit,
    search: Search,
) -> impl Iterator<Item = (usize, &str)> {
    let end = if unit == Unit::Graphemes {
        source.len()
    } else {
        // Longer than both, in any unit.
        let length = search.target.saturating_add(search.room).saturating_add(16);
        let at = from.saturating_add(length.saturating_mul(4));
        (at..source.len()).find(|at| source.is_char_boundary(*at)).unwrap_or(source.len())
    };
    let within = source[from..end].grapheme_indices(true);
    let behind = source[end..].grapheme_indices(true);
    let within = within.map(move |(start, grapheme)| (from + start, grapheme));
    within.chain(behind.map(move |(start, grapheme)| (end + start, grapheme)))
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

    fn count(&mut self, c: char, begins_grapheme: bool) {
        self.units += match self.unit {
            Unit::CodePoints => 1,
            Unit::Utf16 => c.len_utf16(),
            Unit::Bytes => c.len_utf8(),
            Unit::Graphemes => usize::from(begins_grapheme),
        };
    }

    /// Whether a character is seen: it is no marker, mark or line feed, and no white space.
    fn is_seen(&self, at: usize, c: char) -> bool {
        !is_space(c) && self.tape.ops.get(self.op).is_none_or(|op| at < op.start as usize)
    }

    /// Goes behind the operations that end before `at` or there.
    fn pass_ops(&mut self, at: usize) {
        while let Some(&op) = self.tape.ops.get(self.op)
            && op.end as usize <= at
        {
            let line_feeds = if op.code == Code::LeaveMonospaceBlock {
                op.end - self.tape.document.fence_end(op)
            } else {
                0
            } as usize;
            if op.code.is_inline() && op.code.is_enter() {
                let place = Place { op: self.op, ..self.here(op.start as usize) };
                self.between.enter(place);
            }
            self.op += 1;
            if op.code.is_inline() {
                self.open.apply(op.code);
                if op.code.is_leave() && self.open.is_empty() {
                    self.between.leave();
                }
            }
            if let Some(row) = self.row.begun_by(op) {
                self.row = row;
                let lf = self.tape.source[op.start as usize..].starts_with('\n');
                let mark = op.start as usize + usize::from(lf && op.start < op.end);
                let at = op.end as usize;
                let place = Place { mark, begins: true, ..self.here(at) };
                self.between.begin_line(place);
            }
            self.between.blank |= op.blank_lines() > 0;
            let leaves =
                op.code.is_inline() && op.code.is_leave() || op.code == Code::LeaveMonospaceBlock;
            if leaves && !self.between.entered {
                let at = op.end as usize - line_feeds;
                let row = if op.code.is_inline() { self.row } else { Row::TEXT };
                let left = End { at, units: self.units - line_feeds, open: self.open, row };
                if let Some((_, end)) = &mut self.ends {
                    *end = left;
                }
            }
        }
    }

    /// A place in this state.
    fn here(&self, at: usize) -> Place {
        Place { at, mark: at, begins: false, row: self.row, open: self.open, op: self.op }
    }

    /// Where the next part begins if the one at hand ends before the character at `at`.
    fn place(&self, at: usize) -> Place {
        match self.between.next {
            Some(place) if place.begins && place.row == Row::TEXT => {
                // Without white space at its start.
                let lead = self.between.lead.unwrap_or_else(|| self.here(at));
                Place { begins: true, ..lead }
            }
            Some(place) => place,
            None => self.here(at),
        }
    }

    /// White space, and all that is not seen.
    fn pass_space(&mut self, at: usize, c: char) {
        let in_gap = self.tape.ops.get(self.op).is_none_or(|op| at < op.start as usize);
        if in_gap {
            self.between.space = true;
            if c == '\n' && self.row == Row::Block {
                let place = self.here(at + 1);
                self.between.begin_code_line(place);
            }
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
