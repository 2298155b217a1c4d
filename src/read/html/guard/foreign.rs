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
        } else if tag.kind() == Kind::Raw {
            self.scanner.raw(name);
            return None;
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

    /// Whether the input is in another notation.
    pub(super) fn in_foreign(&self) -> bool {
        let Some((root, _)) = self.gone else { return false };
        let inside = self.open.get(root..).unwrap_or_default();
        let turn = inside.iter().rfind(|open| is_foreign(open) || open.tag.is_html_in_foreign());
        turn.is_some_and(is_foreign)
    }

    /// Closes what is open of another notation, up to HTML.
    pub(super) fn leave_foreign(&mut self) {
        let Some((root, _)) = self.gone else { return };
        let inside = self.open.get(root..).unwrap_or_default();
        let html =
            inside.iter().rposition(|open| open.tag.is_html_in_foreign()).map_or(0, |at| at + 1);
        let first = inside[html..].iter().position(is_foreign).unwrap_or(0);
        let end = self.scanner.at();
        self.pop_to(root + html + first, end);
    }
}

fn is_foreign(open: &Open<'_>) -> bool {
    open.tag.kind() == Kind::Foreign
}
