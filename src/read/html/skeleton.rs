//! What the reader lets ammonia see: the elements that it knows, each with a number at most, under
//! which everything else about it is kept.
//!
//! So text, structure and nesting are ammonia's, and nothing that is long is repeated by it.

use core::ops::Range;

use alloc::string::String;
use alloc::vec::Vec;

use super::attribute::{Attributes, is_space};
use super::effect::Effects;
use super::guard::{Policy, Written, push_number};
use super::tag::{Kind, Tag};
use crate::document::Span;

/// The number of an element about which there is nothing to know.
pub(super) const NOTHING: u32 = u32::MAX;

/// What is known of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Info {
    /// From its start tag to behind its end tag.
    pub(super) span: Span,
    /// Its start tag.
    pub(super) tag: Span,
    pub(super) effects: Effects,
    /// Whether it is a table that holds data, and has headers in the first row.
    pub(super) data: bool,
    pub(super) header: bool,
}

/// The elements, in order, and what was left out.
#[derive(Debug, Default)]
pub(super) struct Skeleton {
    pub(super) infos: Vec<Info>,
    pub(super) gone: Vec<Span>,
    /// The tables that are open, the innermost last.
    tables: Vec<Shape>,
}

/// What a table looks like.
#[derive(Debug, Default)]
struct Shape {
    layout: bool,
    /// Whether there is a header anywhere, and in the first row nothing else.
    header: bool,
    headers: bool,
    rows: u32,
    columns: u32,
    /// Rows with cells beside each other.
    wide_rows: u32,
    cell: Shown,
    longest: usize,
    lines: u32,
}

/// What a cell shows.
#[derive(Debug, Default)]
struct Shown {
    length: usize,
    lines: u32,
    breaks: bool,
}

impl Shape {
    /// How long a cell can be that a table without header has, in bytes.
    const CELL: usize = 80;

    fn end_cell(&mut self) {
        let cell = core::mem::take(&mut self.cell);
        self.longest = self.longest.max(cell.length);
        self.lines = self.lines.max(cell.lines);
    }

    fn start(&mut self, tag: Tag) {
        match tag.kind() {
            Kind::Row => {
                self.rows += 1;
                self.columns = 0;
            }
            Kind::Cell => {
                self.end_cell();
                self.columns += 1;
                self.wide_rows += u32::from(self.columns == 2);
                self.header |= tag == Tag::Th;
                if self.rows <= 1 {
                    self.headers = tag == Tag::Th && (self.headers || self.columns == 1);
                }
            }
            Kind::Caption => self.header = true,
            Kind::Rows => self.header |= tag == Tag::Thead,
            Kind::Table | Kind::Heading | Kind::List | Kind::Definition => self.layout = true,
            Kind::Block => {
                self.layout |= matches!(tag, Tag::Blockquote | Tag::Dl | Tag::Pre);
                self.cell.breaks = true;
            }
            Kind::Void => {
                self.layout |= tag == Tag::Hr;
                self.cell.breaks |= tag == Tag::Br;
            }
            _ => {}
        }
    }

    fn text(&mut self, length: usize) {
        let more = self.cell.length == 0 || core::mem::take(&mut self.cell.breaks);
        self.cell.lines += u32::from(more);
        self.cell.breaks = false;
        self.cell.length += length;
    }

    /// Whether the table holds data, rather than the layout of a page: it has a header, or is of
    /// rows of short cells; and there is nothing in it that would not fit in a line.
    fn is_data(&mut self) -> bool {
        self.end_cell();
        let short = self.longest <= Self::CELL && self.lines <= 1;
        !self.layout && self.wide_rows >= 2 && (self.header || short)
    }
}

impl Skeleton {
    /// Keeps what is known of an element, and appends the number.
    fn keep(
        &mut self,
        out: &mut String,
        tag: Tag,
        effects: Effects,
        place: &Range<usize>,
    ) -> Written {
        let id = u32::try_from(self.infos.len()).unwrap_or(NOTHING);
        let place = span(place);
        self.infos.push(Info { span: place, tag: place, effects, data: false, header: false });
        let written = Written { tag, id };
        self.again(out, written);
        written
    }
}

impl Policy for Skeleton {
    fn start(
        &mut self,
        out: &mut String,
        tag: Tag,
        attributes: Attributes<'_>,
        place: Range<usize>,
    ) -> Option<Written> {
        let effects = Effects::of(tag, attributes);
        let changed = effects != Effects::default();
        if let Some(shape) = self.tables.last_mut() {
            shape.start(tag);
        }
        let keep = match tag {
            Tag::Input => {
                let kind = attributes.get("type").unwrap_or_default();
                if !kind.eq_ignore_ascii_case("checkbox") {
                    if !kind.eq_ignore_ascii_case("hidden") {
                        self.gone(place);
                    }
                    return None;
                }
                true
            }
            Tag::Table => {
                self.tables.push(Shape { layout: effects.layout, ..Shape::default() });
                true
            }
            Tag::A => changed || attributes.get("href").is_some(),
            Tag::Img
            | Tag::Hr
            | Tag::Blockquote
            | Tag::Li
            | Tag::Pre
            | Tag::Xmp
            | Tag::Plaintext => true,
            _ => changed || matches!(tag.kind(), Kind::Heading | Kind::List),
        };
        let tag = shown(tag, changed)?;
        if keep {
            return Some(self.keep(out, tag, effects, &place));
        }
        let written = Written { tag, id: NOTHING };
        self.again(out, written);
        Some(written)
    }

    fn again(&self, out: &mut String, written: Written) {
        out.push('<');
        out.push_str(written.tag.name());
        if written.id != NOTHING {
            out.push_str(" n=");
            push_number(out, written.id as usize);
        }
    }

    fn end(&mut self, written: Written, end: usize) {
        if let Some(info) = self.infos.get_mut(written.id as usize) {
            info.span = span(&(info.span.start as usize..end));
            if written.tag == Tag::Table {
                let Some(mut shape) = self.tables.pop() else { return };
                info.data = shape.is_data();
                info.header = shape.headers;
            }
        }
    }

    fn text(&mut self, out: &mut String, text: &str, at: usize) {
        if text.bytes().all(is_space) {
            return;
        }
        if let Some(shape) = self.tables.last_mut() {
            shape.text(text.trim().len());
        }
        self.place(out, at, None);
    }

    fn place(&mut self, out: &mut String, at: usize, end: Option<usize>) {
        out.push_str("<!--");
        push_number(out, at);
        if let Some(end) = end {
            out.push(' ');
            push_number(out, end);
        }
        out.push_str("-->");
    }

    fn gone(&mut self, place: Range<usize>) {
        self.gone.push(span(&place));
    }
}

/// What the reader is shown.
pub(super) fn elements() -> impl Iterator<Item = Tag> {
    Tag::ALL.iter().copied().filter(|tag| shown(*tag, true) == Some(*tag))
}

/// As what the reader is shown an element: none where it says nothing.
fn shown(tag: Tag, changed: bool) -> Option<Tag> {
    Some(match tag {
        Tag::Xmp | Tag::Plaintext => Tag::Pre,
        Tag::P | Tag::Pre | Tag::Blockquote | Tag::Dl | Tag::Figure => tag,
        _ => match tag.kind() {
            Kind::Block => Tag::Div,
            Kind::Inline if is_style(tag) => tag,
            Kind::Inline => return changed.then_some(Tag::Span),
            Kind::Ignored | Kind::Empty | Kind::Raw | Kind::Gone | Kind::Foreign => return None,
            _ => tag,
        },
    })
}

/// Whether a part of a line is one for what it looks like.
fn is_style(tag: Tag) -> bool {
    matches!(tag, Tag::Cite | Tag::Del | Tag::Dfn | Tag::Kbd | Tag::Q | Tag::Samp | Tag::Var)
}

/// Offsets fit: the reader refuses input that is too long.
fn span(place: &Range<usize>) -> Span {
    let to_u32 = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { start: to_u32(place.start), end: to_u32(place.end) }
}
