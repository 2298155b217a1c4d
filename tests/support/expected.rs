//! What a reader of WhatsApp text should see of a Markdown text, worked out from the events of
//! pulldown-cmark alone: it shares no code with the library's reader, and writes no WhatsApp text.
//!
//! Every character that Markdown shows is a step of a program (see `program`), with its styles and
//! its place. What the library adds (marks of items, URLs, numbers of notes) are steps, too, so
//! nothing else can be added.

mod blocks;
mod empty;
mod inlines;
mod links;
mod lists;
mod notes;
mod tables;
mod urls;

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use wamark::LossCode;

use super::glyphs::{
    BOLD, CODE, EMPHASIS, HIDDEN, ITALIC, ITEM, LINE, Look, QUOTE, SPACE, STRIKETHROUGH,
    gap_behind, is_invisible, is_space,
};
use super::program::{Source, Step};
use empty::{Edge, edges};

/// Of what is free: the styles around do not touch it.
const UNSTYLED: Look = 1 << 15;

/// How many levels of lists and quotes are shown at the start of a line.
const LEVELS: usize = 8;

/// What stands before the next glyph, and what of that may be otherwise.
type Gap = (Look, Look);

/// What should be seen, and what should be reported.
#[derive(Clone, Debug, Default)]
pub(crate) struct Expected {
    pub(crate) program: Vec<Step>,
    pub(crate) constructs: Vec<Construct>,
    /// Whether there is raw HTML, which this knows nothing of.
    pub(crate) html: bool,
    /// All text as Markdown has it, with what is not seen.
    pub(crate) text: String,
    /// Where what is shown stands, and each block that stands in no other.
    pub(crate) shown: Vec<Source>,
    pub(crate) blocks: Vec<Source>,
}

/// The gap behind a choice.
fn either_gap(one: Gap, other: Gap) -> Gap {
    (one.0 & other.0, one.1 | other.1 | one.0 ^ other.0)
}

/// What has a loss code of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Construct {
    pub(crate) code: LossCode,
    pub(crate) source: Source,
    /// Whether it must be reported if any of it is shown, and not just may be.
    pub(crate) must: bool,
}

/// Two tildes mark what is struck through; one is text. A lone carriage return ends a line, as
/// `CommonMark` has it; pulldown-cmark knows that in some places only.
pub(crate) fn expected(markdown: &str) -> Expected {
    let markdown = &lines_end_with_line_feeds(markdown);
    let all = if markdown.starts_with('\u{FEFF}') { 3..markdown.len() } else { 0..markdown.len() };
    let range = unwrapped(&markdown[all.clone()]);
    let range = range.map_or(all.clone(), |range| all.start + range.start..all.start + range.end);
    let events = events(&markdown[range.clone()]);
    let mut walk = Walk { markdown, gap: SPACE | LINE, ..Walk::default() };
    let edges = edges(&markdown[range.clone()], &events);
    for ((event, source), edge) in events.iter().zip(edges) {
        if edge == Edge::Start {
            walk.mute(event);
        }
        walk.event(event, (range.start + source.start, range.start + source.end));
        if edge == Edge::End {
            walk.unmute();
        }
    }
    walk.append_notes();
    Expected {
        program: walk.steps,
        constructs: walk.constructs,
        html: walk.html,
        text: walk.text,
        shown: walk.shown,
        blocks: walk.blocks,
    }
}

fn events(markdown: &str) -> Vec<(Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options).into_offset_iter().collect()
}

/// What stands in a fence around all of the text whose language is Markdown: that is taken off.
fn unwrapped(markdown: &str) -> Option<Range<usize>> {
    let events = events(markdown);
    let (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), _) = events.first()? else {
        return None;
    };
    let [_, texts @ .., (Event::End(TagEnd::CodeBlock), _)] = &events[..] else { return None };
    let range = texts.first()?.1.start..texts.last()?.1.end;
    let only = texts.iter().all(|(event, _)| matches!(event, Event::Text(_)));
    (only && matches!(info.trim(), "md" | "markdown")).then_some(range)
}

/// Turns lone carriage returns into line feeds, so that everything stays where it is.
fn lines_end_with_line_feeds(markdown: &str) -> String {
    let next = markdown.chars().skip(1).chain(['\n']);
    markdown
        .chars()
        .zip(next)
        .map(|(c, next)| if c == '\r' && next != '\n' { '\n' } else { c })
        .collect()
}

/// What the line begins with behind which nothing stands yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Behind {
    #[default]
    Nothing,
    /// Marks of items: those of the lists from this one on, from this step on.
    Mark { list: usize, step: usize },
    /// The box of a task.
    Task,
    /// The number of a note.
    Note,
}

/// What kind of block text stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Plain,
    Heading,
    Code,
}

#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each says something of what comes next")]
struct Walk<'m> {
    markdown: &'m str,
    steps: Vec<Step>,
    constructs: Vec<Construct>,
    html: bool,
    text: String,
    shown: Vec<Source>,
    blocks: Vec<Source>,
    /// What stands before the next glyph, and what of that may be otherwise.
    gap: Look,
    gap_free: Look,
    /// How deep each style is entered.
    bold: u32,
    italic: u32,
    strikethrough: u32,
    kind: Kind,
    /// The step where the heading starts that is open.
    heading_from: usize,
    /// How many blocks and quotes are open.
    depth: usize,
    quotes: usize,
    lists: Vec<lists::List>,
    /// Whether text stands in the first line of an item that the clients know.
    item: bool,
    behind: Behind,
    /// Whether something stands on the line that is not seen.
    begun: bool,
    /// What was before the block that shows nothing.
    muted: Option<empty::Muted>,
    /// Whether nothing may be put in before the next glyph: within a URL.
    tight: bool,
    /// Links and images that are open, the innermost last, and how many are images.
    links: Vec<links::Open>,
    images: usize,
    table: Option<tables::Table>,
    notes: notes::Notes,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event, source: Source) {
        match event {
            Event::Start(tag) => self.start(tag, source),
            Event::End(tag) => self.end(*tag, source),
            Event::Text(text) if self.kind == Kind::Code => self.code_lines(text, source),
            Event::Text(text) => self.text(text, source),
            Event::Code(code) => self.code(code, source),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.hard_break(),
            Event::Rule => self.rule(source),
            Event::TaskListMarker(done) => self.task(*done, source),
            Event::FootnoteReference(label) => self.note_reference(label, source),
            Event::Html(_) | Event::InlineHtml(_) => self.html = true,
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, source: Source) {
        match tag {
            Tag::Emphasis if self.in_url(source) => self.delimiter(source.0, 1),
            Tag::Strong if self.in_url(source) => self.delimiter(source.0, 2),
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough => self.tildes(source, true),
            Tag::Link { link_type, dest_url, .. } => self.start_link(*link_type, dest_url, source),
            Tag::Image { dest_url, .. } => self.start_image(dest_url, source),
            Tag::TableHead | Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(),
            _ => self.start_block(tag, source),
        }
    }

    fn end(&mut self, tag: TagEnd, source: Source) {
        match tag {
            TagEnd::Emphasis if self.in_url(source) => self.delimiter(source.1 - 1, 1),
            TagEnd::Strong if self.in_url(source) => self.delimiter(source.1 - 2, 2),
            TagEnd::Emphasis => self.italic -= 1,
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Strikethrough => self.tildes(source, false),
            TagEnd::Link | TagEnd::Image => self.end_link(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead | TagEnd::TableRow => {}
            _ => self.end_block(tag, source),
        }
    }

    fn construct(&mut self, code: LossCode, source: Source, must: bool) {
        // What shows nothing says nothing that could be lost, but for the notes in it.
        let muted = self.muted.as_ref().is_some_and(|muted| muted.notes == self.notes.open());
        self.constructs.push(Construct { code, source, must: must && !muted });
    }

    /// Whether emphasis begins within a bare URL, which keeps its delimiters.
    fn in_url(&self, source: Source) -> bool {
        static URL: OnceLock<Regex> = OnceLock::new();
        let url = URL.get_or_init(|| {
            Regex::new(r"(?i)https?://[a-z0-9\u{80}-\u{10FFFF}][^\x00-\x20)\]>`]*$")
                .expect("a pattern")
        });
        let before = &self.markdown[..source.0];
        let line = before.rsplit('\n').next().unwrap_or_default();
        !before.ends_with(['|', '(']) && url.is_match(line)
    }

    fn delimiter(&mut self, at: usize, length: usize) {
        let delimiter = &self.markdown[at..at + length];
        self.text(delimiter, (at, at + length));
    }

    /// The styles that text has here.
    fn styles(&self) -> Look {
        let depths =
            [(BOLD, self.bold), (ITALIC, self.italic), (STRIKETHROUGH, self.strikethrough)];
        depths.iter().filter(|(_, depth)| *depth > 0).fold(0, |look, (style, _)| look | style)
    }

    /// Where text stands here.
    fn place(&self) -> Look {
        let quote = if self.quotes > 0 { QUOTE } else { 0 };
        quote | if self.item { ITEM } else { 0 }
    }

    /// A glyph behind what stands before it.
    fn glyph(&mut self, c: char, styles: Look, free: Look, source: Source) {
        self.behind = Behind::Nothing;
        self.begun = false;
        self.marks_of_quotes(source);
        let gap = std::mem::take(&mut self.gap);
        let look = styles | self.place() | gap;
        let hidden = if self.tight { 0 } else { HIDDEN };
        let free = free | hidden | std::mem::take(&mut self.gap_free);
        self.steps.push(Step::Glyph { c, look, free, source });
        self.gap = gap_behind(c, gap);
        // Where code is lost, what is not seen of it is no glyph.
        if is_invisible(c) {
            self.gap_free = free & SPACE | gap & LINE;
        }
    }

    /// Each line of a quote in a quote begins with the marks of those inside, which are text.
    fn marks_of_quotes(&mut self, source: Source) {
        if self.gap & LINE == 0 || self.quotes < 2 || self.table.is_some() {
            return;
        }
        let (gap, gap_free) = (self.gap, self.gap_free);
        for mark in 1..self.quotes.min(LEVELS + 1) {
            let look = self.place() | if mark == 1 { gap } else { 0 };
            let free =
                UNSTYLED | EMPHASIS | CODE | HIDDEN | if mark == 1 { gap_free } else { SPACE };
            self.steps.push(Step::Glyph { c: '>', look, free, source });
        }
        (self.gap, self.gap_free) = (SPACE, 0);
    }

    /// Characters that the library adds, in the styles around them or in none.
    fn added(&mut self, text: &str, source: Source) {
        let styles = self.styles();
        for c in text.chars() {
            self.glyph(c, 0, styles, source);
        }
    }

    /// What follows begins a line.
    fn line(&mut self) {
        (self.gap, self.gap_free) = (SPACE | LINE, 0);
        self.begun = false;
    }

    /// Whether `c` is no glyph: white space, and what a writer may put in.
    fn is_gap(&mut self, c: char, source: Source) -> bool {
        if c == '\u{200A}' {
            self.gap_free |= SPACE;
        } else if is_invisible(c) {
            self.marks_of_quotes(source);
            self.behind = Behind::Nothing;
            self.begun = true;
        } else if is_space(c) {
            self.gap |= SPACE;
        }
        is_invisible(c) || is_space(c)
    }
}
