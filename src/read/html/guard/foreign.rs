//! Elements whose content is left out, and other notations than HTML.
//!
//! In `<svg>` and `<math>` other rules hold: there is `<![CDATA[`, `<style>` has markup, `/>` ends an
//! element. All of that is left out, so only its end must be found: at its end tag, at that of what
//! it stands in, and before a tag that HTML has and they do not.

use super::{DEPTH, Guard, Open, Policy};
use crate::read::html::tag::{Kind, Tag};

impl<'a, P: Policy> Guard<'a, P> {
    /// The element of a start tag, if it is HTML and not left out.
    pub(super) fn html_start(&mut self, name: &'a str, closed: bool) -> Option<Tag> {
        let tag = Tag::of(name);
        let ends = tag.ends_foreign(name);
        while ends && self.in_foreign() {
            self.leave_foreign();
        }
        if self.gone.is_none() {
            return (tag.kind() != Kind::Foreign || !closed).then_some(tag);
        }
        if self.in_foreign() || tag.kind() == Kind::Foreign {
            if closed {
                return None;
            }
        } else if self.closes_gone(tag) {
            return Some(tag);
        } else if tag.kind() == Kind::Raw {
            self.scanner.raw(name);
            return None;
        } else if matches!(tag, Tag::Input | Tag::Select) && self.close_select() {
            return (tag == Tag::Input && self.gone.is_none()).then_some(tag);
        } else if matches!(tag.kind(), Kind::Void | Kind::Empty | Kind::Ignored) {
            return None;
        }
        if self.open.len() < DEPTH {
            self.open.push(Open { tag, name, written: None });
        } else {
            self.over[tag as usize] += 1;
        }
        None
    }

    /// Closes what a start tag closes, and tells whether what is left out was among it.
    fn closes_gone(&mut self, tag: Tag) -> bool {
        let Some((root, _)) = self.gone else { return false };
        let walled = self.open[root..].iter().any(|open| open.tag.is_walled());
        if tag.is_table_part() || !walled {
            self.close_for(tag, self.token);
        }
        self.gone.is_none()
    }

    /// Closes the list of options that is open, if one is: they do not nest.
    fn close_select(&mut self) -> bool {
        let select = self.open.iter().rposition(|open| open.tag == Tag::Select);
        if let Some(index) = select {
            self.pop_to(index, self.token);
        }
        select.is_some()
    }

    /// Whether the input is in another notation.
    pub(super) fn in_foreign(&self) -> bool {
        self.first_foreign().is_some()
    }

    /// Closes what is open of another notation, up to HTML.
    pub(super) fn leave_foreign(&mut self) {
        if let Some(index) = self.first_foreign() {
            self.pop_to(index, self.token);
        }
    }

    /// Where the other notation begins that the input is in, and no HTML within it.
    fn first_foreign(&self) -> Option<usize> {
        let (root, _) = self.gone?;
        let mut notation = None;
        for (index, open) in self.open.iter().enumerate().skip(root) {
            match notation {
                None if open.tag.kind() == Kind::Foreign => notation = Some((open.tag, index)),
                Some((foreign, _)) if open.tag.is_html_in(foreign) => notation = None,
                _ => {}
            }
        }
        notation.map(|(_, index)| index)
    }
}
