//! Lists: an item has its mark, and behind it its text on the same line. Those in other lists and
//! in quotes are lines of text with other marks.

use wamark::LossCode;

use super::super::glyphs::{ITEM, LINE, SPACE};
use super::super::program::{Source, Step, build};

use super::{Construct, Item, Walk};

/// A list that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    number: Option<u64>,
    /// How many quotes it stands in.
    quotes: usize,
    /// The steps of the mark of the item that is open, and how much was shown before.
    mark: (usize, usize),
    shown: usize,
    /// What may stand before text behind a block that is no text: the mark, which had none yet.
    late: bool,
    /// Which construct that mark is if it is no item's.
    number_as_text: Option<usize>,
}

impl Walk<'_> {
    /// How many lists are open within the innermost quote.
    fn list_depth(&self) -> usize {
        self.lists.iter().rev().take_while(|list| list.quotes == self.quotes).count()
    }

    pub(super) fn in_list(&self) -> bool {
        self.list_depth() > 0
    }

    pub(super) fn start_list(&mut self, number: Option<u64>, source: Source) {
        if self.in_list() {
            self.construct(LossCode::NestedListFlattened, source, true);
        }
        if self.quotes > 0 {
            self.construct(LossCode::QuoteFlattened, source, !self.in_list());
        }
        self.lists.push(List {
            number,
            quotes: self.quotes,
            mark: (0, 0),
            shown: 0,
            late: false,
            number_as_text: None,
        });
    }

    pub(super) fn end_list(&mut self) {
        self.lists.pop();
    }

    pub(super) fn start_item(&mut self, source: Source) {
        let top = self.list_depth() == 1 && self.quotes == 0;
        let Some(list) = self.lists.last_mut() else { return };
        let number = list.number;
        list.number = number.map(|number| number.saturating_add(1));
        let known = number.is_none_or(|number| number <= 99);
        let as_text = top && !known;
        if as_text {
            self.construct(LossCode::NumberAsText, source, false);
        }
        let construct = as_text.then(|| self.constructs.len() - 1);
        self.item = if top && known { Item::Yes } else { Item::No };
        if self.gap_free & LINE == 0 {
            self.line();
        } else if self.item == Item::No {
            // The list may have begun on the line of another item's mark.
            self.item = Item::Free;
        }
        let start = self.steps.len();
        self.mark(number, source);
        (self.gap, self.gap_free) = (SPACE, 0);
        self.behind_mark = true;
        if let Some(list) = self.lists.last_mut() {
            (list.mark, list.late) = ((start, self.steps.len()), false);
            (list.number_as_text, list.shown) = (construct, self.shown.len());
        }
    }

    fn mark(&mut self, number: Option<u64>, source: Source) {
        let bullet = if self.list_depth() == 1 { "•" } else { "◦" };
        let mark = number.map_or(String::from(bullet), |number| format!("{number}."));
        self.added(&mark, source);
    }

    /// Where nothing but the mark is shown so far, there may be none yet, or none at all.
    pub(super) fn nothing_behind_mark(&mut self) {
        let Some(list) = self.lists.last_mut() else { return };
        let (start, end) = list.mark;
        let is_glyph = |step: &Step| matches!(step, Step::Glyph { .. } | Step::Any(_));
        let shown = self.shown.len() > list.shown && self.steps[end..].iter().any(is_glyph);
        if end == 0 || shown {
            return;
        }
        (list.mark, list.late) = ((0, 0), true);
        let rest = self.steps.split_off(end);
        let mut mark = self.steps.split_off(start);
        // A mark alone may be text.
        for step in &mut mark {
            if let Step::Glyph { free, source, .. } = step {
                *free |= ITEM;
                self.constructs.push(Construct {
                    code: LossCode::NumberAsText,
                    source: *source,
                    must: false,
                });
            }
        }
        self.steps.extend(build::optional(mark));
        self.steps.extend(rest);
    }

    /// Text behind a block in an item: where nothing stood before that, it may have the mark.
    pub(super) fn late_mark(&mut self, source: Source) {
        let Some(list) = self.lists.last_mut() else { return };
        if !list.late || list.quotes != self.quotes || self.behind_mark {
            return;
        }
        list.late = false;
        let number = list.number.map(|number| number.saturating_sub(1));
        let top = self.list_depth() == 1 && self.quotes == 0;
        if top && number.is_none_or(|number| number <= 99) {
            self.item = Item::Free;
        }
        let gap = (self.gap, self.gap_free);
        let mark = self.aside(|walk| walk.mark(number, source));
        self.steps.extend(build::optional(mark));
        (self.gap, self.gap_free) = (gap.0, gap.1 | LINE);
        self.heading_from = self.steps.len();
    }

    pub(super) fn end_item(&mut self) {
        self.behind_mark = false;
        self.nothing_behind_mark();
        let Some(list) = self.lists.last() else { return };
        self.emptied = list.late;
        if let (Some(construct), true) = (list.number_as_text, list.mark.1 > 0) {
            self.constructs[construct].must = true;
        }
    }

    pub(super) fn task(&mut self, done: bool, source: Source) {
        self.construct(LossCode::TaskAsText, source, true);
        self.shown.push(source);
        self.added(if done { "☑" } else { "☐" }, source);
        self.gap = SPACE;
        self.behind_mark = true;
        self.heading_from = self.steps.len();
    }
}
