//! Lists: an item has its mark, and behind it its text on the same line. Those in other lists and
//! in quotes are lines of text with other marks.

use pulldown_cmark::{Event, Tag};
use wamark::LossCode;

use super::super::glyphs::{LINE, SPACE};
use super::super::program::{Source, build};

use super::{Item, Walk};

/// A list that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    number: Option<u64>,
    /// How many quotes it stands in.
    quotes: usize,
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
        self.lists.push(List { number, quotes: self.quotes });
    }

    pub(super) fn end_list(&mut self) {
        self.lists.pop();
    }

    pub(super) fn start_item(&mut self, next: Option<&Event>, source: Source) {
        let top = self.list_depth() == 1 && self.quotes == 0;
        let bullet = if self.list_depth() == 1 { "•" } else { "◦" };
        let Some(list) = self.lists.last_mut() else { return };
        let number = list.number;
        list.number = number.map(|number| number.saturating_add(1));
        let known = number.is_none_or(|number| number <= 99);
        if top && !known {
            self.construct(LossCode::NumberAsText, source, true);
        }
        self.item = if top && known { Item::Yes } else { Item::No };
        // The list may have begun on the line of another item's mark.
        if self.gap_free & LINE == 0 {
            self.line();
        }
        let before = self.steps.len();
        let mark = number.map_or(String::from(bullet), |number| format!("{number}."));
        self.added(&mark, source);
        (self.gap, self.gap_free) = (SPACE, 0);
        self.behind_mark = true;
        if !begins_with_text(next) {
            // There may be no item then.
            let mark = self.steps.split_off(before);
            self.steps.extend(build::optional(mark));
            self.gap_free = LINE;
            self.item = if self.item == Item::Yes { Item::Free } else { Item::No };
        }
    }

    pub(super) fn task(&mut self, done: bool, source: Source) {
        self.construct(LossCode::TaskAsText, source, true);
        self.added(if done { "☑" } else { "☐" }, source);
        self.gap = SPACE;
        self.behind_mark = true;
    }
}

/// Whether what stands behind an item's mark is text.
fn begins_with_text(next: Option<&Event>) -> bool {
    match next {
        Some(Event::Start(tag)) => matches!(
            tag,
            Tag::Paragraph
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Some(Event::End(_) | Event::Html(_) | Event::Rule) | None => false,
        Some(_) => true,
    }
}
