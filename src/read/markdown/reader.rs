//! Events → document.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

use super::MarkdownOptions;
use super::code::{self, CodeBlock};
use super::flow::Flow;
use super::html::InlineHtml;
use super::inline::OpenLink;
use super::notes::Notes;
use super::options::{Headings, SoftBreaks};
use crate::chars;
use crate::document::{Builder, Style};
use crate::loss::LossCode;
use crate::read::Reading;
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

/// Reads one text.
#[derive(Debug)]
pub(super) struct Reader<'m> {
    pub(super) source: &'m str,
    pub(super) options: MarkdownOptions,
    pub(super) builder: Builder,
    pub(super) flow: Flow<'m>,
    pub(super) mode: Mode,
    /// Whether there is NUL in the source.
    pub(super) nul: bool,
    /// Whether text is to be put in upper case.
    upper: bool,
    /// Whether lines cannot be broken: in headings.
    one_line: bool,
    /// Whether this is a cell, whose builder is the table's.
    pub(super) cell: bool,
    pub(super) table: Table,
    column: usize,
    pub(super) links: Vec<OpenLink<'m>>,
    pub(super) html: InlineHtml,
    pub(super) code: CodeBlock,
    pub(super) notes: Notes<'m>,
}

/// Reads Markdown; see [`Document::from_markdown`](crate::Document::from_markdown).
pub(super) fn read(markdown: &str, options: &MarkdownOptions) -> Reading {
    assert!(u32::try_from(markdown.len()).is_ok(), "a text of 4 GiB or more");
    let lines = line_feeds(markdown);
    let base = code::unwrapped(&lines);
    let source = &lines[base.clone()];
    let mut reader = Reader::new(source, *options);
    for (event, range) in Parser::new_ext(source, NOTATION).into_offset_iter() {
        reader.event(event, range);
    }
    reader.finish(base.start)
}

/// Carriage returns that stand alone as line feeds, as code blocks would keep them.
fn line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_alone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    if !memchr::memchr_iter(b'\r', bytes).any(is_alone) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in memchr::memchr_iter(b'\r', bytes).filter(|&at| is_alone(at)) {
        out.push_str(&text[from..at]);
        out.push('\n');
        from = at + 1;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

impl<'m> Reader<'m> {
    fn new(source: &'m str, options: MarkdownOptions) -> Self {
        Self {
            source,
            options,
            builder: Builder::with_capacity(source.len()),
            flow: Flow::new(source),
            mode: Mode::Text,
            nul: memchr::memchr(0, source.as_bytes()).is_some(),
            upper: false,
            one_line: false,
            cell: false,
            table: Table::default(),
            column: 0,
            links: Vec::new(),
            html: InlineHtml::default(),
            code: CodeBlock::default(),
            notes: Notes::default(),
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

    #[inline]
    pub(super) fn event(&mut self, event: Event<'m>, range: Range<usize>) {
        if self.mode != Mode::Text {
            return self.event_in_mode(event, range);
        }
        match event {
            Event::Text(text) => self.text(&text, range),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.hard_break(),
            Event::Code(code) => self.inline_code(&code, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Rule => self.rule(range),
            Event::TaskListMarker(done) => self.task(done, range),
            Event::FootnoteReference(label) => self.reference(&label, range),
            // Such options are off.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::Html(text) => {
                self.text(&text, range);
            }
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
            (_, Event::Start(tag)) => self.start(tag, range),
            (_, Event::End(tag)) => self.end(tag, range),
            (_, Event::InlineHtml(html)) => self.hidden_html(&html, &range),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'m>, range: Range<usize>) {
        let start = range.start;
        match tag {
            Tag::Strong => return self.builder.enter(Style::Bold),
            Tag::Emphasis => return self.builder.enter(Style::Italic),
            Tag::Strikethrough => return self.strikethrough(&range, true),
            Tag::Link { link_type, dest_url, .. } => return self.link(link_type, dest_url, start),
            Tag::Image { dest_url, .. } => return self.image(dest_url, start),
            _ => self.end_inline(),
        }
        match tag {
            Tag::Paragraph => self.flow.paragraph(&mut self.builder, start),
            Tag::Item => self.flow.item(&mut self.builder, start),
            Tag::List(number) => self.flow.list(&mut self.builder, start, number),
            Tag::Heading { .. } => self.heading(start),
            Tag::BlockQuote(_) => self.flow.quote(&mut self.builder, start),
            Tag::CodeBlock(_) => self.code_block(&range),
            Tag::HtmlBlock => {
                self.flow.block(&mut self.builder, start);
                self.html.block.clear();
                self.mode = Mode::Html;
            }
            Tag::FootnoteDefinition(label) => self.note(&label, range),
            Tag::Table(alignments) => {
                self.flow.block(&mut self.builder, start);
                self.table.open(&mut self.builder);
                alignments.into_iter().for_each(|alignment| self.table.align(align(alignment)));
            }
            Tag::TableHead => self.row(true),
            Tag::TableRow => self.row(false),
            Tag::TableCell => {
                self.table.cell(&mut self.builder, self.column);
                self.column += 1;
                self.cell = true;
                self.flow.fresh = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Strong => self.builder.leave_style(Style::Bold),
            TagEnd::Emphasis => self.builder.leave_style(Style::Italic),
            TagEnd::Strikethrough => self.strikethrough(&range, false),
            TagEnd::Link | TagEnd::Image => self.end_link(range.end),
            _ => return self.end_block(tag, range),
        }
        self.flow.see(range.end);
    }

    fn end_block(&mut self, tag: TagEnd, range: Range<usize>) {
        self.end_inline();
        match tag {
            TagEnd::Paragraph => self.flow.fresh = true,
            TagEnd::Item => self.flow.end_item(),
            TagEnd::List(_) => self.flow.end_list(),
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(_) => self.flow.end_quote(),
            TagEnd::TableCell => {
                self.table.end_cell(&mut self.builder);
                self.cell = false;
            }
            TagEnd::Table => self.end_table(range),
            _ => {}
        }
    }

    /// Begins a line, if text is to begin one.
    #[inline]
    pub(super) fn begin(&mut self) {
        if self.flow.fresh {
            if self.cell {
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
        if self.flow.fresh || self.nul || self.upper {
            return self.odd_text(text, range);
        }
        self.add(text, range);
    }

    #[inline]
    fn add(&mut self, text: &str, range: Range<usize>) {
        if text.len() == range.len() {
            self.builder.text_at(text, range.start);
        } else {
            // An entity, say.
            self.builder.text_of(text, range);
        }
    }

    /// Text that begins a line, or must be changed.
    fn odd_text(&mut self, text: &str, mut range: Range<usize>) {
        let mut shown = text;
        if self.flow.fresh {
            shown = text.trim_start_matches(chars::is_white_space);
            if shown.is_empty() {
                return;
            }
            if text.len() == range.len() {
                range.start += text.len() - shown.len();
            }
            self.begin();
        }
        if self.upper {
            self.builder.text_of(&upper_case(&self.without_nul(shown)), range);
        } else if self.nul {
            self.builder.text_of(&self.without_nul(shown), range);
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
        let is_space = self.one_line
            || self.cell
            || self.flow.is_in_item()
            || self.options.soft_breaks == SoftBreaks::Space
            || (self.options.links == Links::Url && !self.links.is_empty());
        if is_space {
            self.space();
        } else {
            self.flow.fresh = true;
        }
    }

    pub(super) fn hard_break(&mut self) {
        if self.one_line {
            self.space();
        } else if self.cell {
            self.table.line(&mut self.builder);
            self.flow.fresh = true;
        } else {
            self.flow.fresh = true;
        }
    }

    fn space(&mut self) {
        if !self.flow.fresh {
            self.builder.text(" ");
        }
    }

    fn heading(&mut self, start: usize) {
        self.flow.heading(&mut self.builder, start);
        self.one_line = true;
        if self.options.headings != Headings::Plain {
            self.builder.enter(Style::Bold);
        }
        self.upper = self.options.headings == Headings::BoldUpper;
    }

    fn end_heading(&mut self, range: Range<usize>) {
        if self.options.headings != Headings::Plain {
            self.builder.leave_style(Style::Bold);
        }
        (self.one_line, self.upper) = (false, false);
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
        self.flow.lose(LossCode::TaskAsText, range);
    }

    fn row(&mut self, header: bool) {
        self.table.row(header);
        self.column = 0;
    }

    fn end_table(&mut self, range: Range<usize>) {
        self.table.close(&mut self.builder);
        self.builder.at_source(range.start);
        let way = self.table.write(&mut self.builder, self.options.table, &mut self.flow);
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

/// Upper case, but for words that are URLs or e-mail addresses.
fn upper_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(chars::is_white_space) {
        if word.contains("://") || word.contains('@') || word.starts_with("www.") {
            out.push_str(word);
        } else {
            out.push_str(&word.to_uppercase());
        }
    }
    out
}
