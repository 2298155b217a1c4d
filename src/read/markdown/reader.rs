//! Events → document.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem::forget;
use core::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::MarkdownOptions;
use super::code::CodeBlock;
use super::flow::Flow;
use super::html::InlineHtml;
use super::inline::OpenLink;
use super::input;
use super::notes::Notes;
use super::options::SoftBreaks;
use super::url::Urls;
use crate::chars;
use crate::document::{Builder, Style};
use crate::loss::LossCode;
use crate::read::Reading;
use crate::read::heading::{Headings, upper_case};
use crate::read::link::Links;
use crate::read::table::{Align, Table};

const NOTATION: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// What the events are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Blocks, and what stands in lines.
    Text,
    /// The lines of a code block.
    Code,
    /// The lines of a block of HTML.
    Html,
    /// What HTML does not show.
    Hidden,
    /// A footnote, which is read when all else was.
    Note,
}

/// What text is part of, where its lines are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// As many lines as it has.
    Many,
    /// A heading: one line.
    One,
    /// A cell, whose lines are the table's.
    Cell,
}

/// Reads one text.
#[derive(Debug)]
pub(super) struct Reader<'m> {
    pub(super) source: &'m str,
    pub(super) options: MarkdownOptions,
    pub(super) builder: Builder,
    pub(super) flow: Flow<'m>,
    pub(super) mode: Mode,
    pub(super) lines: Lines,
    /// Whether there is NUL in the source.
    nul: bool,
    /// Whether text is to be put in upper case.
    upper: bool,
    /// Whether white space is left out, as some stands before it already.
    pub(super) no_space: bool,
    table: Option<Box<Table>>,
    column: usize,
    pub(super) links: Vec<OpenLink<'m>>,
    pub(super) urls: Urls,
    pub(super) html: InlineHtml,
    pub(super) code: CodeBlock,
    pub(super) notes: Option<Box<Notes<'m>>>,
}

/// Reads Markdown; see [`Document::from_markdown`](crate::Document::from_markdown).
pub(super) fn read(markdown: &str, options: MarkdownOptions) -> Reading {
    assert!(
        u32::try_from(markdown.len()).is_ok(),
        "a text of {} bytes: the limit is 4 GiB",
        markdown.len()
    );
    let prepared = input::prepared(markdown);
    let base = input::unwrapped(&prepared);
    let source = &prepared[base.clone()];
    let mut reader = Reader::new(source, options);
    for (event, range) in Parser::new_ext(source, NOTATION).into_offset_iter() {
        reader.event(event, range);
    }
    reader.finish(base.start)
}

impl<'m> Reader<'m> {
    fn new(source: &'m str, options: MarkdownOptions) -> Self {
        Self {
            source,
            options,
            builder: Builder::with_capacity(source.len()),
            flow: Flow::new(source),
            mode: Mode::Text,
            lines: Lines::Many,
            nul: memchr::memchr(0, source.as_bytes()).is_some(),
            upper: false,
            no_space: false,
            table: None,
            column: 0,
            links: Vec::new(),
            urls: Urls::default(),
            html: InlineHtml::default(),
            code: CodeBlock::default(),
            notes: None,
        }
    }

    /// Ends the document, in front of which `base` bytes of the input were left out.
    fn finish(mut self, base: usize) -> Reading {
        self.write_notes();
        self.builder.at_source(self.source.len());
        if base > 0 {
            self.builder.shift_source(base);
            self.flow.shift_losses(base);
        }
        Reading::new(self.builder, self.flow.losses)
    }

    #[inline(always)]
    pub(super) fn event(&mut self, event: Event<'m>, range: Range<usize>) {
        if self.mode != Mode::Text {
            return self.event_in_mode(event, range);
        }
        match event {
            Event::Text(CowStr::Borrowed(text)) => self.text(text, range),
            Event::Text(text) => self.text(&text, range),
            Event::Start(Tag::Strong) => {
                self.enter(Style::Bold, &range);
                // There is nothing to drop in it, which takes time to find out.
                forget(event);
            }
            Event::Start(Tag::Emphasis) => {
                self.enter(Style::Italic, &range);
                forget(event);
            }
            Event::Start(Tag::Paragraph) => {
                self.paragraph(range.start);
                forget(event);
            }
            Event::Start(Tag::Item) => {
                self.item(range.start);
                forget(event);
            }
            Event::Start(Tag::TableCell) => {
                self.cell();
                forget(event);
            }
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => {
                match tag {
                    TagEnd::Strong => self.leave(Style::Bold, &range),
                    TagEnd::Emphasis => self.leave(Style::Italic, &range),
                    _ => self.end(tag, range),
                }
                forget(event);
            }
            Event::SoftBreak => {
                self.soft_break();
                forget(event);
            }
            Event::HardBreak => self.hard_break(),
            Event::Code(code) => self.inline_code(&code, range),
            other => self.rare_event(other, range),
        }
    }

    #[inline(never)]
    fn rare_event(&mut self, event: Event<'m>, range: Range<usize>) {
        match event {
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Rule => self.rule(range),
            Event::TaskListMarker(done) => self.task(done, range),
            Event::FootnoteReference(label) => self.reference(&label, range),
            // There are no others with the options as they are.
            _ => {}
        }
    }

    #[inline(never)]
    fn event_in_mode(&mut self, event: Event<'m>, range: Range<usize>) {
        match (self.mode, event) {
            (Mode::Note, event) => self.note_event(event, range),
            (Mode::Code, Event::Text(text)) => self.code_text(&text, range),
            (Mode::Code, _) => self.end_code_block(range),
            (Mode::Html, Event::Html(html) | Event::Text(html)) => self.html.block.push_str(&html),
            (Mode::Html, _) => self.end_html_block(range),
            // Nodes are entered and left all the same.
            (_, Event::Start(Tag::Strong)) => self.enter(Style::Bold, &range),
            (_, Event::Start(Tag::Emphasis)) => self.enter(Style::Italic, &range),
            (_, Event::Start(tag)) => self.start(tag, range),
            (_, Event::End(tag)) => self.end(tag, range),
            (_, Event::InlineHtml(html)) => self.hidden_html(&html, &range),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'m>, range: Range<usize>) {
        let start = range.start;
        match tag {
            Tag::Strikethrough => self.strikethrough(&range, true),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, dest_url, start),
            Tag::Image { dest_url, .. } => self.image(dest_url, start),
            other => {
                self.end_inline();
                self.start_block(other, range);
            }
        }
    }

    fn paragraph(&mut self, start: usize) {
        self.end_inline();
        self.flow.paragraph(&mut self.builder, start);
    }

    fn item(&mut self, start: usize) {
        self.end_inline();
        self.flow.item(&mut self.builder, start);
    }

    fn cell(&mut self) {
        self.lines = Lines::Cell;
        self.flow.fresh = true;
        if let Some(table) = &mut self.table {
            table.cell(&mut self.builder, self.column);
        }
        self.column += 1;
    }

    fn end_cell(&mut self) {
        self.lines = Lines::Many;
        if let Some(table) = &mut self.table {
            table.end_cell(&mut self.builder);
        }
    }

    fn start_block(&mut self, tag: Tag<'m>, range: Range<usize>) {
        let start = range.start;
        match tag {
            Tag::List(number) => self.flow.list(&mut self.builder, start, number),
            Tag::Heading { .. } => self.heading(start),
            Tag::BlockQuote(_) => self.flow.quote(&mut self.builder, start),
            Tag::CodeBlock(kind) => self.code_block(&kind, &range),
            Tag::HtmlBlock => self.start_html_block(start),
            Tag::TableHead => self.row(true),
            Tag::TableRow => self.row(false),
            Tag::FootnoteDefinition(label) => self.note(&label, start),
            Tag::Table(alignments) => {
                self.flow.block(&mut self.builder, start);
                let table = self.table.get_or_insert_default();
                table.open(&mut self.builder);
                for alignment in alignments {
                    table.align(align(alignment));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Strong => self.leave(Style::Bold, &range),
            TagEnd::Emphasis => self.leave(Style::Italic, &range),
            TagEnd::Strikethrough => self.strikethrough(&range, false),
            TagEnd::Link | TagEnd::Image => self.end_link(range.end),
            _ => {
                self.end_inline();
                return self.end_block(tag, range);
            }
        }
        self.flow.see(range.end);
    }

    fn end_block(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.flow.end_paragraph(),
            TagEnd::Item => self.flow.end_item(&mut self.builder),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::List(_) => self.flow.end_list(&self.builder),
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(_) => self.flow.end_quote(&self.builder),
            TagEnd::Table => self.end_table(range),
            _ => {}
        }
    }

    /// Begins a line, if what is added next is to begin one.
    pub(super) fn begin(&mut self) {
        self.no_space = false;
        if self.flow.fresh {
            if self.lines == Lines::Cell {
                self.flow.fresh = false;
            } else {
                self.flow.begin_line(&mut self.builder);
            }
            self.html.begun(&self.builder);
        }
    }

    #[inline]
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        self.flow.see(range.end);
        if self.flow.fresh | self.no_space | self.nul | self.upper {
            self.odd_text(text, range);
        } else {
            self.add(text, range);
        }
    }

    #[inline]
    fn add(&mut self, text: &str, range: Range<usize>) {
        if text.len() == range.len() {
            self.builder.text_at(text, range.start);
        } else {
            self.add_other(text, range);
        }
    }

    /// Adds text that does not stand in the source as it is: an entity, say. One of a line feed is
    /// white space like any other.
    #[inline(never)]
    fn add_other(&mut self, text: &str, range: Range<usize>) {
        if text.contains(['\n', '\r']) {
            self.builder.text_of(&text.replace(['\n', '\r'], " "), range);
        } else {
            self.builder.text_of(text, range);
        }
    }

    /// Adds text that may begin a line, or must be changed.
    #[inline(never)]
    fn odd_text(&mut self, text: &str, mut range: Range<usize>) {
        let mut shown = text;
        if self.flow.fresh | self.no_space {
            shown = chars::trim_start(text);
            if shown.is_empty() {
                return;
            }
            if text.len() == range.len() {
                range.start += text.len() - shown.len();
            }
            self.begin();
        }
        if self.upper {
            self.add_other(&upper_case(&self.without_nul(shown)), range);
        } else if self.nul {
            self.add_other(&self.without_nul(shown), range);
        } else {
            self.add(shown, range);
        }
    }

    /// NUL is U+FFFD.
    pub(super) fn without_nul<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.nul && text.contains('\0') {
            Cow::Owned(text.replace('\0', "\u{FFFD}"))
        } else {
            Cow::Borrowed(text)
        }
    }

    fn soft_break(&mut self) {
        let is_space = self.lines != Lines::Many
            || self.flow.is_in_item()
            || self.options.soft_breaks == SoftBreaks::Space
            || (self.options.links == Links::Url && !self.links.is_empty());
        if is_space {
            self.space();
        } else {
            self.flow.end_line(&self.builder);
        }
    }

    pub(super) fn hard_break(&mut self) {
        match (self.lines, &mut self.table) {
            (Lines::One, _) => self.space(),
            (Lines::Cell, Some(table)) => {
                table.line(&mut self.builder);
                self.flow.fresh = true;
            }
            _ => self.flow.end_line(&self.builder),
        }
    }

    pub(super) fn space(&mut self) {
        let none = self.flow.fresh | self.no_space;
        if !none && !self.builder.ends_with_space() {
            self.builder.text(" ");
        }
    }

    fn heading(&mut self, start: usize) {
        self.flow.heading(&mut self.builder, start);
        self.lines = Lines::One;
        if self.options.headings != Headings::Plain {
            self.builder.enter(Style::Bold);
        }
        self.upper = self.options.headings == Headings::BoldUpper;
    }

    fn end_heading(&mut self, range: Range<usize>) {
        if self.options.headings != Headings::Plain {
            self.builder.leave_style(Style::Bold);
        }
        (self.lines, self.upper) = (Lines::Many, false);
        let range = self.flow.trimmed(range);
        self.flow.see(range.end);
        if self.flow.end_heading(&mut self.builder) {
            self.flow.lose(LossCode::HeadingAsBold, range);
        }
    }

    fn rule(&mut self, range: Range<usize>) {
        self.end_inline();
        let range = self.flow.trimmed(range);
        self.flow.block(&mut self.builder, range.start);
        self.begin();
        self.flow.see(range.end);
        self.flow.fresh = true;
        self.builder.text_of("———", range.clone());
        self.flow.lose(LossCode::RuleAsText, range);
    }

    fn task(&mut self, done: bool, range: Range<usize>) {
        self.begin();
        self.builder.at_source(range.start);
        self.builder.lead(if done { "☑ " } else { "☐ " });
        self.builder.at_source(range.end);
        self.flow.see(range.end);
        self.flow.task(&self.builder);
        self.no_space = true;
        self.flow.lose(LossCode::TaskAsText, range);
    }

    fn row(&mut self, header: bool) {
        if let Some(table) = &mut self.table {
            table.row(header);
        }
        self.column = 0;
    }

    fn end_table(&mut self, range: Range<usize>) {
        let Some(table) = &mut self.table else { return };
        table.close(&mut self.builder);
        self.builder.at_source(range.start);
        let way = table.write(&mut self.builder, self.options.table, &mut self.flow);
        let range = self.flow.trimmed(range);
        self.builder.at_source(range.end);
        self.flow.see(range.end);
        self.flow.fresh = true;
        if let Some(way) = way {
            self.flow.lose(way, range);
        }
    }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
        Alignment::Left | Alignment::None => Align::Left,
    }
}
