//! Lists: an item has its mark, and behind it its text on the same line. Those in other lists and
//! in quotes are lines of text with other marks. Where a block comes first that is no text,
//! numbers stand alone on lines before it, and bullets do not stand at all.

use wamark::LossCode;

use super::super::glyphs::SPACE;
use super::super::program::{Source, Step};

use super::{Behind, LEVELS, UNSTYLED, Walk};

/// A list that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    number: Option<u64>,
    /// How many quotes it stands in.
    quotes: usize,
    /// The item that is open.
    item: Source,
}

impl List {
    /// Counts an item, and gives its number.
    pub(super) fn count(&mut self) -> Option<u64> {
        let number = self.number;
        self.number = number.map(|number| number.saturating_add(1));
        number
    }
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
        self.lists.push(List { number, quotes: self.quotes, item: source });
    }

    pub(super) fn end_list(&mut self) {
        self.lists.pop();
    }

    pub(super) fn start_item(&mut self, source: Source) {
        let top = self.list_depth() == 1 && self.quotes == 0;
        let Some(list) = self.lists.last_mut() else { return };
        let number = list.count();
        list.item = source;
        let (list, step) = (self.lists.len() - 1, self.steps.len());
        let behind = self.behind;
        let is_first = !matches!(behind, Behind::Mark { .. });
        if is_first {
            let known = number.is_none_or(|number| number <= 99);
            if top && !known {
                self.construct(LossCode::NumberAsText, source, true);
            }
            self.item = top && known;
            self.line();
        }
        let behind = if is_first { Behind::Mark { list, step } } else { behind };
        let Behind::Mark { list: first, .. } = behind else { return };
        // An item's own mark is none of the levels.
        let levels = LEVELS + usize::from(self.quotes == 0 && first == 0);
        if list < first + levels {
            let bullet = if self.list_depth() == 1 { "•" } else { "◦" };
            let mark = number.map_or(String::from(bullet), |number| format!("{number}."));
            self.added(&mark, source);
        }
        (self.gap, self.gap_free, self.behind) = (SPACE, 0, behind);
    }

    /// Takes back the marks behind which nothing stands, and gives the steps of their numbers, each
    /// on a line of its own.
    pub(super) fn take_marks(&mut self) -> Vec<Step> {
        let Behind::Mark { list, step } = self.behind else { return Vec::new() };
        self.steps.truncate(step);
        (self.behind, self.item) = (Behind::Nothing, false);
        let lists: Vec<List> = self.lists[list..].to_vec();
        self.aside(|walk| {
            for list in lists {
                let Some(next) = list.number else { continue };
                walk.construct(LossCode::NumberAsText, list.item, walk.quotes == 0);
                walk.line();
                walk.added(&format!("{}.", next - 1), list.item);
            }
            walk.line();
        })
    }

    pub(super) fn task(&mut self, done: bool, source: Source) {
        self.construct(LossCode::TaskAsText, source, true);
        self.shown.push(source);
        // No heading makes it bold.
        self.glyph(if done { '☑' } else { '☐' }, 0, UNSTYLED, source);
        self.gap = SPACE;
        self.behind = Behind::Task;
    }
}
