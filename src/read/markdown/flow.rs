//! Lines and where they stand: in lists, in quotes, in both.
//!
//! * Text is added to a line that is begun as late as there is text: what is empty leaves nothing.
//! * The first line of an item has the marks of all items that begin with it: `1. ◦ a`.
//! * An empty line stands where one was typed, around headings, and between the items of a list
//!   that has one anywhere.

use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Builder, Line, Span};
use crate::loss::{Loss, LossCode};
use crate::read::table::Place;

/// How many levels of nesting are shown: else deep ones would make the text as long as its square.
const LEVELS: usize = 8;

/// The indentations of all levels.
const INDENT: &str = "                ";

/// The same in a quote, which no space may follow where its text begins (R70).
const QUOTE_INDENT: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}";

/// The marks of all quotes within quotes.
const QUOTES: &str = "> > > > > > > > ";

/// A list or quote that is open.
#[derive(Clone, Copy, Debug)]
struct Container {
    /// Where it begins in the source.
    start: usize,
    /// How long the document was then.
    before: usize,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    /// With the levels of lists around it, and how many of their marks are not written.
    Quote { items: usize, pending: usize },
    /// With the number of its item, if it is numbered, where that item begins, and whether there
    /// are empty lines between items.
    List { number: Option<u64>, item: usize, loose: bool, first: bool },
}

/// The lines of a document while it is read.
#[derive(Debug)]
pub(super) struct Flow<'m> {
    source: &'m str,
    pub(super) losses: Vec<Loss>,
    /// The end of what was read.
    seen: usize,
    /// Whether the next text begins a line.
    pub(super) fresh: bool,
    /// Where the text of the line begins.
    begun: usize,
    /// Whether that line is the first one of a heading with empty lines around it.
    heading: bool,
    /// Where the task box of an open item ends, if it was written last, and how many containers are
    /// open there.
    task: Option<(usize, usize)>,
    /// Whether footnotes are being written: each is a line that has begun, with others behind.
    note: Option<bool>,
    containers: Vec<Container>,
    quotes: usize,
    /// Whether quotes are open with marks of items before them that are not written.
    marks_in_quotes: bool,
    /// The items that are open within the innermost quote, and how many of their marks, the
    /// innermost ones, are not written yet.
    items: usize,
    pending: usize,
}

impl<'m> Flow<'m> {
    pub(super) fn new(source: &'m str) -> Self {
        Self {
            source,
            losses: Vec::new(),
            seen: 0,
            fresh: true,
            begun: 0,
            heading: false,
            task: None,
            note: None,
            containers: Vec::new(),
            quotes: 0,
            marks_in_quotes: false,
            items: 0,
            pending: 0,
        }
    }

    /// Reports a loss.
    #[allow(clippy::cast_possible_truncation, reason = "longer texts are refused")]
    pub(super) fn lose(&mut self, code: LossCode, range: Range<usize>) {
        let span = Span { start: range.start as u32, end: range.end as u32 };
        // A list or a quote without anything in it says nothing that could be lost.
        if !span.is_empty() {
            self.losses.push(Loss { code, span });
        }
    }

    /// Says that all places are those of an input that begins `by` bytes earlier.
    #[allow(clippy::cast_possible_truncation, reason = "longer texts are refused")]
    pub(super) fn shift_losses(&mut self, by: usize) {
        for loss in &mut self.losses {
            loss.span.start += by as u32;
            loss.span.end += by as u32;
        }
    }

    /// A block without the line feed that ends it.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let block = self.source.get(range.clone()).unwrap_or_default();
        range.start..range.start + block.trim_end_matches(['\n', '\r', ' ', '\t']).len()
    }

    /// Whether a line break within a paragraph is a space here whatever the options say.
    pub(super) fn is_in_item(&self) -> bool {
        self.items > 0
    }

    fn is_top(&self) -> bool {
        self.quotes == 0 && self.items == 0 && self.note.is_none()
    }

    /// Notes that the source was read up to `end`.
    #[inline]
    pub(super) fn see(&mut self, end: usize) {
        self.seen = end;
    }

    /// The end of what was read.
    pub(super) fn seen(&self) -> usize {
        self.seen
    }

    /// As [`see`](Self::see), for what may end with a line feed: that one is not read.
    pub(super) fn see_line(&mut self, end: usize) {
        let ends = self.source[..end].ends_with('\n');
        self.seen = end - usize::from(ends);
    }

    /// Begins a block at `start`, and asks for an empty line before it if one was typed.
    pub(super) fn block(&mut self, builder: &mut Builder, start: usize) {
        self.fresh = true;
        if start > self.seen {
            let gap = &self.source.as_bytes()[self.seen..start];
            self.seen = start;
            if self.note.is_none() && has_blank_line(gap) {
                builder.blank_line();
            }
        }
    }

    /// Begins a paragraph; one in an item says that its list is loose.
    pub(super) fn paragraph(&mut self, builder: &mut Builder, start: usize) {
        self.text_block(builder, start);
        if let Some(Container { kind: Kind::List { loose, .. }, .. }) = self.containers.last_mut() {
            *loose = true;
        }
    }

    /// Ends a paragraph; a task box in it has all its text.
    pub(super) fn end_paragraph(&mut self) {
        self.fresh = true;
        self.task = None;
    }

    /// Begins a block that is text: the first one behind a task box stands on its line.
    fn text_block(&mut self, builder: &mut Builder, start: usize) {
        if self.is_behind_task(builder) {
            self.fresh = false;
            self.see(start);
        } else {
            self.block(builder, start);
        }
    }

    /// Notes that a task box was written.
    pub(super) fn task(&mut self, builder: &Builder) {
        self.task = Some((builder.len(), self.containers.len()));
    }

    /// Whether nothing stands behind the task box of the innermost item.
    fn is_behind_task(&self, builder: &Builder) -> bool {
        self.task == Some((builder.len(), self.containers.len()))
    }

    /// Begins a heading.
    pub(super) fn heading(&mut self, builder: &mut Builder, start: usize) {
        self.text_block(builder, start);
        self.heading = self.is_top();
    }

    /// Ends a heading, and tells whether it had any text.
    pub(super) fn end_heading(&mut self, builder: &mut Builder) -> bool {
        let is_shown = !self.fresh;
        if is_shown && self.is_top() {
            builder.blank_line();
        }
        self.heading = false;
        self.fresh = true;
        self.task = None;
        is_shown
    }

    pub(super) fn quote(&mut self, builder: &mut Builder, start: usize) {
        self.block(builder, start);
        let kind = Kind::Quote { items: self.items, pending: self.pending };
        self.containers.push(Container { start, before: builder.len(), kind });
        self.quotes += 1;
        self.marks_in_quotes |= self.pending > 0;
        (self.items, self.pending) = (0, 0);
    }

    pub(super) fn end_quote(&mut self, builder: &Builder) {
        let Some(container) = self.containers.pop() else { return };
        self.fresh = !self.is_behind_task(builder);
        let Kind::Quote { items, pending } = container.kind else { return };
        self.quotes -= 1;
        (self.items, self.pending) = (items, pending);
        if self.quotes > 0 || self.items > 0 {
            self.lose_container(LossCode::QuoteFlattened, container, builder);
        }
    }

    /// Reports that a list or a quote is not what it was, if it says anything.
    fn lose_container(&mut self, code: LossCode, container: Container, builder: &Builder) {
        if builder.len() > container.before {
            self.lose(code, container.start..self.seen.max(container.start));
        }
    }

    pub(super) fn list(&mut self, builder: &mut Builder, start: usize, number: Option<u64>) {
        self.block(builder, start);
        let kind = Kind::List { number, item: start, loose: false, first: true };
        self.containers.push(Container { start, before: builder.len(), kind });
    }

    pub(super) fn end_list(&mut self, builder: &Builder) {
        let Some(container) = self.containers.pop() else { return };
        self.fresh = !self.is_behind_task(builder);
        if self.items > 0 {
            self.lose_container(LossCode::NestedListFlattened, container, builder);
        } else if self.quotes > 0 {
            self.lose_container(LossCode::QuoteFlattened, container, builder);
        }
    }

    pub(super) fn item(&mut self, builder: &mut Builder, start: usize) {
        self.block(builder, start);
        if let Some(Container { kind: Kind::List { item, loose, first, .. }, .. }) =
            self.containers.last_mut()
        {
            *item = start;
            if *loose && !*first && self.note.is_none() {
                builder.blank_line();
            }
            *first = false;
        }
        self.items += 1;
        self.pending += 1;
    }

    pub(super) fn end_item(&mut self, builder: &mut Builder) {
        if self.pending > 0 && self.items == 1 && self.quotes == 0 && self.note.is_none() {
            self.empty_item(builder);
        }
        self.fresh = true;
        self.task = self.task.filter(|(_, containers)| *containers < self.containers.len());
        self.items -= 1;
        self.pending = self.pending.saturating_sub(1);
        if let Some(Container { kind: Kind::List { number: Some(number), .. }, .. }) =
            self.containers.last_mut()
        {
            *number += 1;
        }
    }

    /// Writes the mark of an item without text, which Markdown shows, too.
    fn empty_item(&mut self, builder: &mut Builder) {
        let Some(Container { kind: Kind::List { number, item, .. }, .. }) = self.containers.last()
        else {
            return;
        };
        let start = *item;
        let mark = if number.is_some() { self.typed_number(start) } else { 1 };
        builder.at_source(start);
        self.begin_line(builder);
        builder.at_source(start + mark);
    }

    /// Begins a footnote: its number on a line, on which its text goes on.
    pub(super) fn note(&mut self, builder: &mut Builder, number: &str) {
        if self.note.is_none() {
            builder.blank_line();
        }
        builder.line(Line::Text);
        builder.lead(number);
        self.note = Some(true);
        self.fresh = true;
    }

    /// Ends a line, unless it has no text yet.
    pub(super) fn end_line(&mut self, builder: &Builder) {
        self.fresh |= builder.len() > self.begun;
    }

    /// Begins a line: with the marks of items that have none yet.
    pub(super) fn begin_line(&mut self, builder: &mut Builder) {
        self.begin_marks(builder);
        self.begun = builder.len();
    }

    fn begin_marks(&mut self, builder: &mut Builder) {
        self.fresh = false;
        if core::mem::take(&mut self.heading) {
            builder.blank_line();
        }
        if self.note == Some(true) {
            self.note = Some(false);
            if self.quotes == 0 && self.items == 0 {
                builder.lead(" ");
                return;
            }
        }
        if self.marks_in_quotes {
            self.begin_quotes_of_items(builder);
        }
        let shown = self.items - self.pending;
        let due = self.containers.len() - self.pending;
        let is_list = self.quotes == 0 && shown == 0 && self.pending > 0;
        if is_list {
            self.item_line(builder, self.containers[due]);
        } else {
            self.text_line(builder);
            let levels = if self.pending > 0 { shown } else { self.items };
            if levels > 0 {
                let indent = if self.quotes > 0 { QUOTE_INDENT } else { INDENT };
                builder.lead(&indent[..indent.len() / LEVELS * levels.min(LEVELS)]);
            }
        }
        if self.pending == 0 {
            return;
        }
        let marks = self.containers[due..].iter().enumerate().skip(usize::from(is_list));
        for (index, container) in marks.take(LEVELS) {
            match container.kind {
                Kind::List { number: Some(number), .. } => builder.lead_number(number),
                _ if shown + index == 0 => builder.lead("• "),
                _ => builder.lead("◦ "),
            }
        }
        self.pending = 0;
    }

    /// Begins a block that is no line, and so cannot have the mark of an item: of a number at least a
    /// line before it tells.
    pub(super) fn begin_block_of_item(&mut self, builder: &mut Builder) {
        self.note = self.note.map(|_| false);
        if self.quotes == 0 {
            let pending = core::mem::take(&mut self.pending);
            self.numbers_alone(builder, self.containers.len(), pending);
        }
    }

    /// As [`begin_block_of_item`](Self::begin_block_of_item), for the quotes that a line begins in.
    fn begin_quotes_of_items(&mut self, builder: &mut Builder) {
        let quotes = core::mem::take(&mut self.quotes);
        for at in 0..self.containers.len() {
            if let Kind::Quote { pending, .. } = &mut self.containers[at].kind {
                let pending = core::mem::take(pending);
                self.numbers_alone(builder, at, pending);
                self.quotes += 1;
            }
        }
        self.quotes = quotes;
        self.marks_in_quotes = false;
    }

    /// Begins a line of text where as many quotes are open as are.
    fn text_line(&mut self, builder: &mut Builder) {
        builder.line(if self.quotes > 0 { Line::Quote } else { Line::Text });
        if self.quotes > 1 {
            builder.lead(&QUOTES[..2 * (self.quotes - 1).min(LEVELS)]);
        }
    }

    /// Writes the numbers of the last `pending` lists before the container at `end`, a line each.
    fn numbers_alone(&mut self, builder: &mut Builder, end: usize, pending: usize) {
        for container in end - pending..end {
            if let Kind::List { number: Some(number), item, .. } = self.containers[container].kind {
                self.fresh = false;
                self.text_line(builder);
                builder.lead_number(number);
                // In a quote all of the list is text.
                if self.quotes == 0 {
                    self.lose(LossCode::NumberAsText, item..item + self.typed_number(item));
                }
            }
        }
    }

    /// The length of the number at `item`, its sign included.
    fn typed_number(&self, item: usize) -> usize {
        self.source[item..].bytes().take_while(u8::is_ascii_digit).count() + 1
    }

    /// Begins an item that WhatsApp has: or one that it would have, if its number were not as high.
    fn item_line(&mut self, builder: &mut Builder, list: Container) {
        let Kind::List { number, item, .. } = list.kind else { return };
        match number.map(u16::try_from) {
            None => builder.line(Line::Bullet),
            Some(Ok(number)) if number < 100 => builder.line(Line::Number(number)),
            _ => {
                builder.line(Line::Text);
                builder.lead_number(number.unwrap_or_default());
                self.lose(LossCode::NumberAsText, item..item + self.typed_number(item));
            }
        }
    }
}

impl Place for Flow<'_> {
    fn line(&mut self, builder: &mut Builder) {
        self.begin_line(builder);
    }

    fn item(&mut self, builder: &mut Builder) {
        if self.quotes == 0 && self.items == 0 {
            self.fresh = false;
            self.note = self.note.map(|_| false);
            return builder.line(Line::Bullet);
        }
        self.begin_line(builder);
        builder.lead(if self.items == 0 { "• " } else { "◦ " });
    }

    fn block(&mut self, builder: &mut Builder) {
        self.begin_block_of_item(builder);
    }

    fn has_blocks(&self) -> bool {
        self.quotes == 0
    }
}

/// Whether an empty line stands in what lies between two blocks; the marks of quotes do not count.
fn has_blank_line(gap: &[u8]) -> bool {
    let mut is_empty = false;
    for &byte in gap {
        match byte {
            b'\n' if is_empty => return true,
            b'\n' => is_empty = true,
            b' ' | b'\t' | b'\r' | b'>' => {}
            _ => is_empty = false,
        }
    }
    false
}
