//! Which elements are open, as the tree builder of the standard would have it.
//!
//! The rules are those of the standard for what closes what, so that both agree; where they do not,
//! nothing worse happens than that a chunk begins in another element. Three things are made simpler:
//!
//! * what stands between the cells of a table is put into a cell of its own, not before the table;
//! * cells and rows outside of tables are blocks, where a browser would run them together;
//! * a link ends with the block in which it was opened.

use super::{DEPTH, FORMATTING, Guard, Open, Policy, Written};
use crate::read::html::attribute::Attributes;
use crate::read::html::tag::{Kind, Tag};

impl<'a, P: Policy> Guard<'a, P> {
    /// Opens an element that can have content.
    pub(super) fn element(
        &mut self,
        tag: Tag,
        name: &'a str,
        attributes: Attributes<'a>,
        start: usize,
    ) {
        if self.in_table() && !tag.is_table_part() {
            if tag.kind() != Kind::Table {
                // What it holds goes into a cell.
                return self.push(Open { tag, name, written: None });
            }
            self.imply_cell();
        }
        self.close_for(tag, start);
        match tag.kind() {
            Kind::Row => self.imply_rows(),
            Kind::Cell => self.imply_row(),
            _ => {}
        }
        if tag.kind() == Kind::Formatting && self.formatting >= FORMATTING {
            self.replace_formatting(tag, start);
        }
        if self.is_full(tag) {
            self.over[tag as usize] += 1;
            self.apart |= tag.is_special();
            return;
        }
        // Parts of a table without a table.
        let shown = if tag.is_table_part() && !self.in_table() { Tag::Div } else { tag };
        let place = start..self.scanner.at();
        let written = self.policy.start(&mut self.out, shown, attributes, place);
        if let Some(written) = written {
            self.out.push('>');
            self.formatting += usize::from(written.tag.kind() == Kind::Formatting);
        }
        self.open.push(Open { tag, name, written });
    }

    /// Whether one more element is too much. The parts of a table may be implied, so they never are:
    /// what is implied stands there when the result is read again.
    fn is_full(&self, tag: Tag) -> bool {
        let is_part = tag.is_table_part() && self.in_table();
        self.open.len() >= DEPTH && !is_part
            || tag.kind() == Kind::Formatting && self.formatting >= FORMATTING
    }

    /// Where as many styles are open as may be, closes one that is not missed: one that says nothing,
    /// or of the same name.
    fn replace_formatting(&mut self, tag: Tag, at: usize) {
        let says_nothing =
            |tag| matches!(tag, Tag::Big | Tag::Font | Tag::Nobr | Tag::Small | Tag::U);
        let tags =
            self.open.iter().rev().filter(|open| open.written.is_some()).map(|open| open.tag);
        let found = tags.clone().find(|tag| says_nothing(*tag)).unwrap_or(tag);
        self.close_formatting(found, at);
    }

    fn push(&mut self, open: Open<'a>) {
        if self.open.len() < DEPTH {
            self.open.push(open);
        } else {
            self.over[open.tag as usize] += 1;
        }
    }

    /// Closes what a start tag closes.
    pub(super) fn close_for(&mut self, tag: Tag, at: usize) {
        match tag.kind() {
            Kind::Block | Kind::List | Kind::Table => self.close_paragraph(at),
            Kind::Void if tag == Tag::Hr => self.close_paragraph(at),
            Kind::Heading => {
                self.close_paragraph(at);
                // The standard lets one stand in another if a style stands between them. As the
                // style may be left out, it is always closed here.
                let stops =
                    |open: &Open<'_>| open.written.is_some_and(|written| written.tag.is_special());
                self.close_nearest(at, |open| open.tag.kind() == Kind::Heading, stops);
            }
            Kind::Item | Kind::Definition => {
                let stops = |open: &Open<'_>| {
                    open.written.is_some_and(|written| {
                        written.tag.is_special() && !matches!(written.tag, Tag::Div | Tag::P)
                    })
                };
                self.close_nearest(at, |open| open.tag.kind() == tag.kind(), stops);
                self.close_paragraph(at);
            }
            Kind::Formatting if matches!(tag, Tag::A | Tag::Nobr) => self.close_formatting(tag, at),
            Kind::Inline if tag == Tag::Button => {
                self.close_nearest(at, |open| open.tag == Tag::Button, is_boundary);
            }
            Kind::Rows | Kind::Caption => self.close_in_table(at, |_| false),
            Kind::Row => self.close_in_table(at, |open| open.tag.kind() == Kind::Rows),
            Kind::Cell => {
                self.close_in_table(at, |open| matches!(open.tag.kind(), Kind::Rows | Kind::Row));
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self, at: usize) {
        self.close_nearest(at, |open| open.tag == Tag::P, is_boundary);
    }

    /// Closes the innermost element of a kind, unless one that stops the search stands within it.
    fn close_nearest(
        &mut self,
        at: usize,
        is_it: impl Fn(&Open<'_>) -> bool,
        stops: impl Fn(&Open<'_>) -> bool,
    ) -> bool {
        let found = self.open.iter().rposition(|open| is_it(open) || stops(open));
        let found = found.filter(|&index| is_it(&self.open[index]));
        if let Some(index) = found {
            self.pop_to(index, at);
        }
        found.is_some()
    }

    /// Closes what is open in the innermost table, but for its parts that stay. Outside of tables
    /// its parts close each other.
    fn close_in_table(&mut self, at: usize, stays: impl Fn(&Open<'_>) -> bool) {
        let is_table = |open: &Open<'_>| open.tag == Tag::Table && open.written.is_some();
        if let Some(table) = self.open.iter().rposition(is_table) {
            let inside = self.open.iter().enumerate().skip(table + 1);
            let parts = inside.filter(|(_, open)| open.written.is_some());
            let last = parts.take_while(|(_, open)| stays(open)).last();
            self.pop_to(last.map_or(table, |(index, _)| index) + 1, at);
        } else {
            self.close_nearest(at, |open| open.tag.kind() == Kind::Cell, is_boundary);
        }
    }

    /// Begins a cell for what stands in a table outside of cells.
    pub(super) fn imply_cell(&mut self) {
        let at = self.scanner.at();
        self.close_for(Tag::Td, at);
        self.imply_row();
        self.imply(Tag::Td);
    }

    fn imply_row(&mut self) {
        self.imply_rows();
        if self.innermost() == Some(Kind::Rows) {
            self.imply(Tag::Tr);
        }
    }

    /// Begins rows where a row or a cell comes directly in a table, as the tree builder does.
    fn imply_rows(&mut self) {
        if self.innermost() == Some(Kind::Table) {
            self.imply(Tag::Tbody);
        }
    }

    /// What kind of element is the innermost that is written.
    fn innermost(&self) -> Option<Kind> {
        self.open.iter().rev().find_map(|open| open.written).map(|written| written.tag.kind())
    }

    fn imply(&mut self, tag: Tag) {
        let at = self.scanner.at();
        let written = self.policy.start(&mut self.out, tag, Attributes::default(), at..at);
        if written.is_some() {
            self.out.push('>');
        }
        // Three more than may be open do no harm.
        self.open.push(Open { tag, name: tag.name(), written });
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &'a str) {
        let (tag, at) = (Tag::of(name), self.scanner.at());
        while matches!(tag, Tag::Br | Tag::P) && self.in_foreign() {
            self.leave_foreign();
        }
        if let Some(over) = self.over[tag as usize].checked_sub(1) {
            self.over[tag as usize] = over;
            self.apart |= tag.is_special();
            return;
        }
        let same = |open: &Open<'_>| open.tag == tag;
        match tag.kind() {
            Kind::Formatting => self.close_formatting(tag, at),
            Kind::Heading => {
                self.close_nearest(at, |open| open.tag.kind() == Kind::Heading, is_boundary);
            }
            Kind::Item => {
                let stops = |open: &Open<'_>| is_boundary(open) || open.tag.kind() == Kind::List;
                self.close_nearest(at, same, stops);
            }
            Kind::Inline if tag == Tag::Button => {
                self.close_nearest(at, same, is_boundary);
            }
            Kind::Inline => {
                let same = |open: &Open<'_>| same(open) && is_name(open.name, name, tag);
                self.close_nearest(at, same, |open| open.tag.is_special());
            }
            Kind::Rows | Kind::Row | Kind::Cell | Kind::Caption => {
                let is_table = |open: &Open<'_>| open.tag == Tag::Table;
                self.close_nearest(at, same, is_table);
            }
            Kind::Table | Kind::Gone | Kind::Foreign => {
                self.close_nearest(at, same, |_| false);
            }
            Kind::Void if tag == Tag::Br => self.void(tag, Attributes::default(), at),
            Kind::Block => {
                let closed = self.close_nearest(
                    at,
                    |open| same(open) && (tag != Tag::Section || is_name(open.name, name, tag)),
                    is_boundary,
                );
                if !closed && tag == Tag::P && self.gone.is_none() && !self.in_table() {
                    self.element(Tag::P, name, Attributes::default(), at);
                    self.close_paragraph(at);
                }
            }
            Kind::List | Kind::Definition => {
                self.close_nearest(at, same, is_boundary);
            }
            _ => {}
        }
    }

    /// Closes a style: what stands in it stays open, parts of lines aside.
    fn close_formatting(&mut self, tag: Tag, at: usize) {
        let found = self.open.iter().rposition(|open| open.tag == tag || is_boundary(open));
        let Some(index) = found.filter(|&index| self.open[index].tag == tag) else { return };
        match self.gone {
            Some((root, _)) if index < root && self.open[root].tag.is_walled() => return,
            Some((root, _)) if index < root => self.pop_to(root, self.token),
            _ => {}
        }
        for place in (index + 1..self.open.len()).rev() {
            if let Open { written: Some(written), .. } = self.open[place]
                && self.open[place].tag.kind() == Kind::Inline
            {
                self.write_end(written, self.token);
            }
        }
        if let Some(written) = self.open[index].written {
            self.write_end(written, at);
            self.formatting -= 1;
            if tag == Tag::A {
                self.end_link_in_blocks(index);
            }
        }
        let mut place = 0;
        self.open.retain(|open| {
            place += 1;
            place <= index || place > index + 1 && open.tag.kind() != Kind::Inline
        });
        self.shrunk();
    }

    /// A tree builder ends a style in no more than seven of the blocks that stand in it for one end
    /// tag, and in eight for each more. A style in itself does no harm, but a link in a link is none
    /// when it is read again.
    fn end_link_in_blocks(&mut self, link: usize) {
        let inside = self.open[link + 1..].iter().filter_map(|open| open.written);
        let blocks = inside.filter(|written| written.tag.is_special()).count();
        for _ in 0..blocks / 8 {
            self.out.push_str("</a>");
        }
    }

    /// Closes the element at `index` and what stands in it, but for styles, which go on in what
    /// comes behind it.
    pub(super) fn pop_to(&mut self, index: usize, at: usize) {
        // Styles that began in a cell end with it.
        let wall = self.open.iter().skip(index).position(is_boundary);
        let wall = wall.map_or(self.open.len(), |wall| index + wall);
        let goes_on = |place: usize, open: &Open<'_>| {
            let style = open.tag.kind() == Kind::Formatting && open.written.is_some();
            style && place < wall && open.tag != Tag::A
        };
        if let Some((root, start)) = self.gone.filter(|(root, _)| index <= *root) {
            self.gone = None;
            self.policy.gone(start..at);
            self.open.truncate(root);
        }
        for place in (index..self.open.len()).rev() {
            let open = self.open[place];
            if let Some(written) = open.written.filter(|_| !goes_on(place, &open)) {
                // The end tag is that of the outermost.
                self.write_end(written, if place == index { at } else { at.min(self.token) });
                self.formatting -= usize::from(open.tag.kind() == Kind::Formatting);
            }
        }
        let mut place = 0;
        self.open.retain(|open| {
            place += 1;
            place <= index || goes_on(place - 1, open)
        });
        self.shrunk();
    }

    /// Closes everything.
    pub(super) fn close_all(&mut self) {
        self.pop_to(0, self.html.len());
        while let Some(open) = self.open.pop() {
            if let Some(written) = open.written {
                self.policy.end(written, self.html.len());
            }
        }
    }

    fn write_end(&mut self, written: Written, at: usize) {
        self.policy.end(written, at);
        self.out.push_str("</");
        self.out.push_str(written.tag.name());
        self.out.push('>');
    }

    /// What was too deep stood in what is closed now.
    fn shrunk(&mut self) {
        self.over.fill(0);
    }
}

/// Whether an end tag, or a start tag that closes something, does not reach over an element.
fn is_boundary(open: &Open<'_>) -> bool {
    open.written.is_some_and(|written| {
        matches!(written.tag.kind(), Kind::Table | Kind::Cell | Kind::Caption)
    })
}

/// Whether an element has that name; only names of several elements must be looked at.
fn is_name(open: &str, name: &str, tag: Tag) -> bool {
    !matches!(tag, Tag::Other | Tag::Section) || open.eq_ignore_ascii_case(name)
}
