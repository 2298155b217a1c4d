//! Makes parts that fit: a part is written, measured and, where invisible characters made it too
//! long, written again, shorter.
//!
//! Each time the part is to be shorter by as much as it was too long in proportion, and from the
//! fourth time on half as long, so that all times together take no longer than a few of the first.

use crate::document::{Document, Line};
use crate::loss::{Loss, LossCode};
use crate::unit::Unit;
use crate::write::Invisible;

use super::cut::Cut;
use super::piece::{Piece, write, write_plain, write_raw};
use super::place::Place;
use super::scan::{self, Search};
use super::tape::{Row, Tape, is_space};
use super::verbatim::Verbatim;
use super::whole::Wholes;
use super::{Part, span};

/// How often a part is shortened by what it is too long before it is halved.
const PATIENCE: usize = 3;

/// Makes the parts of one document.
pub(super) struct Fitter<'d> {
    tape: Tape<'d>,
    wholes: Wholes,
    unit: Unit,
    invisible: Invisible,
    verbatim: Verbatim,
}

/// A part, what stands between it and its number, and where the next one begins.
pub(super) struct Fitted {
    pub(super) part: Part,
    pub(super) separator: char,
    pub(super) next: Option<Place>,
}

impl<'d> Fitter<'d> {
    pub(super) fn new(document: &'d Document<'d>, unit: Unit, invisible: Invisible) -> Self {
        let tape = Tape::of(document);
        let wholes = Wholes::of(tape.source);
        Self { tape, wholes, unit, invisible, verbatim: Verbatim::new() }
    }

    /// Where the first part begins, if there is anything to be seen.
    pub(super) fn first(&self) -> Option<Place> {
        scan::first(&self.tape, &self.wholes, self.unit)
    }

    /// The part that begins at a place and is no longer than `room`.
    pub(super) fn part(&mut self, from: &Place, room: usize, numbered: bool) -> Fitted {
        let (cut, piece) = self
            .best(from, room, numbered)
            .or_else(|| self.best_without_mark(from, room, numbered))
            .unwrap_or_else(|| self.least(from, room, numbered));
        let Piece { text, losses, separator } = piece;
        let part = Part { text, span: span(from.mark, cut.end), losses };
        Fitted { part, separator, next: cut.next }
    }

    /// As [`best`](Self::best) where the mark of an item or a quote leaves no room for what it
    /// begins with: a number is text then, others are left out.
    fn best_without_mark(
        &mut self,
        from: &Place,
        room: usize,
        numbered: bool,
    ) -> Option<(Cut, Piece)> {
        let at = match from.row {
            Row::Line(Line::Number(_)) => from.mark,
            Row::Line(Line::Bullet | Line::Quote) => {
                let text = &self.tape.source[from.at..];
                from.at + (text.len() - text.trim_start_matches(is_space).len())
            }
            Row::Line(Line::Text) | Row::Block => return None,
        };
        if !from.begins {
            return None;
        }
        let bare = Place { at, mark: at, row: Row::TEXT, ..*from };
        let (cut, mut piece) = self.best(&bare, room, numbered)?;
        let span = span(from.mark, cut.end);
        piece.losses.insert(0, Loss { code: LossCode::StyleDropped, span });
        Some((cut, piece))
    }

    /// The best part that fits.
    fn best(&mut self, from: &Place, room: usize, numbered: bool) -> Option<(Cut, Piece)> {
        let mut target = room;
        for attempt in 0.. {
            let search = Search { target, room, first: false, any: false };
            let cut = scan::best(&self.tape, &self.wholes, self.unit, from, search)?;
            let piece = self.write(from, &cut, numbered);
            let length = self.unit.count(&piece.text);
            if length <= room {
                return Some((cut, piece));
            }
            let shorter =
                if attempt < PATIENCE { scale(cut.cost, room, length) } else { target / 2 };
            target = shorter.min(target - 1).min(cut.cost.saturating_sub(1));
        }
        None
    }

    /// What comes first, whatever is lost.
    fn least(&mut self, from: &Place, room: usize, numbered: bool) -> (Cut, Piece) {
        let cut = self.first_cut(from, room, false);
        let piece = self.write_least(from, &cut, room, numbered);
        if self.unit.count(&piece.text) <= room {
            return (cut, piece);
        }
        let cut = self.first_cut(from, room, true);
        let piece = self.write_least(from, &cut, room, numbered);
        (cut, piece)
    }

    /// The first end that there is.
    fn first_cut(&self, from: &Place, room: usize, any: bool) -> Cut {
        let search = Search { target: room, room, first: true, any };
        let cut = scan::best(&self.tape, &self.wholes, self.unit, from, search);
        // There is one always: the end of the document.
        let end = self.tape.source.len();
        cut.unwrap_or(Cut { end, closed: true, cost: 0, next: None })
    }

    /// What comes first, with its styles, else without, else as it is.
    fn write_least(&mut self, from: &Place, cut: &Cut, room: usize, numbered: bool) -> Piece {
        let styled = self.write(from, cut, numbered);
        if self.unit.count(&styled.text) <= room {
            return styled;
        }
        let plain = write_plain(&self.tape, from, cut, self.invisible, numbered);
        if self.unit.count(&plain.text) <= room {
            return plain;
        }
        write_raw(&self.tape, from, cut)
    }

    fn write(&mut self, from: &Place, cut: &Cut, numbered: bool) -> Piece {
        match self.verbatim.piece(&self.tape, from, cut, numbered) {
            Some(text) => {
                let separator = super::number::separator(text);
                Piece { text: text.into(), losses: alloc::vec::Vec::new(), separator }
            }
            None => write(&self.tape, from, cut, self.invisible, numbered),
        }
    }
}

/// `cost` times `room` by `length`.
fn scale(cost: usize, room: usize, length: usize) -> usize {
    let scaled = cost as u128 * room as u128 / length.max(1) as u128;
    usize::try_from(scaled).unwrap_or(usize::MAX)
}
