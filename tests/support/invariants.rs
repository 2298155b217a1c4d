//! What holds for the document of any message at all, as far as the public interface shows it.
//!
//! Standard library only, so that the fuzz targets can take this file in with `#[path]`, too.

use std::borrow::Cow;
use std::fmt::{Debug, Display};
use std::mem::discriminant;
use std::ops::Range;

use wamark::{
    Block, BlockKind, Bullets, Client, Document, Event, HtmlStyle, Inline, InlineKind, Link, Node,
    Parser, Span, TextOptions,
};

/// Panics on the first thing that does not hold.
pub(crate) fn check(message: &str) {
    if let Some(breach) = breach(message) {
        panic!("{breach}");
    }
}

/// The first thing that does not hold: what it is, what was found, what was expected.
pub(crate) fn breach(message: &str) -> Option<String> {
    let with = |options: Options| {
        check_document(message, options).map_err(|what| format!("{what}\n with     {options:?}"))
    };
    let checked = [Client::Web, Client::Android]
        .into_iter()
        .try_for_each(|client| {
            let on = Options { client, links: true, spoilers: false };
            with(on)?;
            with(Options { links: false, ..on })?;
            // Without any effect on Android.
            if client == Client::Web {
                with(Options { spoilers: true, ..on })?;
            }
            check_options(message, client)
        })
        .and_then(|()| check_functions(message));
    checked.err().map(|what| format!("{what}\n message  {message:?}"))
}

type Checked = Result<(), String>;

fn expect<T: PartialEq + Debug>(what: impl Display, got: &T, expected: &T) -> Checked {
    if got == expected {
        return Ok(());
    }
    Err(format!("{what}\n got      {got:?}\n expected {expected:?}"))
}

/// As `expect`, where what was expected is better said in words.
fn ensure(holds: bool, what: impl Display, got: &(impl Debug + ?Sized), expected: &str) -> Checked {
    if holds {
        return Ok(());
    }
    Err(format!("{what}\n got      {got:?}\n expected {expected}"))
}

#[derive(Clone, Copy, Debug)]
struct Options {
    client: Client,
    links: bool,
    spoilers: bool,
}

impl Options {
    fn parser(self) -> Parser {
        Parser::new().client(self.client).links(self.links).spoilers(self.spoilers)
    }

    fn is_android(self) -> bool {
        self.client == Client::Android
    }
}

fn check_document(message: &str, options: Options) -> Checked {
    let document = options.parser().parse(message);
    check_source(message, &document)?;
    check_buffers(message, options, &document)?;
    let events: Vec<Step> = document.events().collect();
    check_events(document.source(), &events, options)?;
    expect("the tree says the same as the events", &tree(&document), &without_blanks(&events))?;
    let lines = format!("{document:?}").lines().count();
    let shown = events.iter().filter(|(event, _)| !matches!(event, Event::Leave(_))).count();
    expect("`Debug` has one line for each node", &lines, &shown)?;
    check_text(&document, &events)?;
    check_line(&document)?;
    check_html(&document, &events)?;
    check_ansi(&document, &events)
}

/// D2, and that nothing is copied that need not be.
fn check_source(message: &str, document: &Document<'_>) -> Checked {
    let source = message.replace("\r\n", "\n").replace('\r', "\n");
    expect("the source has line feeds only", &document.source(), &&*source)?;
    expect("a document is empty where its message is", &document.is_empty(), &message.is_empty())?;
    if !message.contains('\r') {
        let borrowed = std::ptr::eq(document.source(), message);
        expect("a message without carriage returns is borrowed", &borrowed, &true)?;
    }
    let owned = document.clone().into_owned();
    expect("an owned document is equal", &owned, document)?;
    expect("so are its events", &owned.events().eq(document.events()), &true)
}

/// A parser gives the same document whatever it has parsed before.
fn check_buffers(message: &str, options: Options, document: &Document<'_>) -> Checked {
    let mut parser = options.parser();
    let other = parser.parse("> *_a_ a.com* ```b\nc``` @12345\n1. `d`\n*e");
    parser.recycle(other);
    for what in ["a parser of another message", "of this message", "of its source"] {
        let again = match what {
            "of its source" => parser.parse(document.source()),
            _ => parser.parse(message),
        };
        expect(what, &again, document)?;
        parser.recycle(again);
    }
    Ok(())
}

/// What the options do not change.
fn check_options(message: &str, client: Client) -> Checked {
    let parse = |links, spoilers| Options { client, links, spoilers }.parser().parse(message);
    let (document, without) = (parse(true, false), parse(false, false));
    for (name, style) in [("close", HtmlStyle::close()), ("neutral", HtmlStyle::neutral())] {
        let what = format!("links are text in the preset {name} of {client:?}");
        expect(what, &without.to_html(&style), &document.to_html(&style))?;
    }
    let text = |document: &Document<'_>| document.to_text(&TextOptions::default());
    let what = format!("links do not change the text of {client:?}");
    expect(what, &text(&without), &text(&document))?;
    if client == Client::Android || !message.contains("||") {
        let what = format!("no spoilers, no difference for {client:?}");
        expect(what, &parse(true, true), &document)?;
    }
    Ok(())
}

/// The short ways are the long ones.
fn check_functions(message: &str) -> Checked {
    let document = wamark::parse(message);
    expect("`parse` is the default parser", &document, &Parser::new().parse(message))?;
    let html = document.to_html(&HtmlStyle::close());
    expect("`to_html` is the preset close", &wamark::to_html(message), &html)?;
    let text = document.to_text(&TextOptions::default());
    expect("`to_text` has the default options", &wamark::to_text(message), &text)?;
    let markdown = document.to_markdown();
    expect("`to_markdown` is that of the document", &wamark::to_markdown(message), &markdown)
}

// ---- Events ----

type Step<'d> = (Event<'d>, Span);

/// A node that was entered and not left.
struct Open {
    node: Node,
    span: Span,
    /// What is between its marks or markers.
    content: Range<usize>,
    /// Where in it the next piece must begin.
    at: usize,
    is_empty: bool,
}

/// What stands at the top, where nothing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Top {
    Start,
    BlankLine,
    Block(Node),
}

/// Goes over the events and holds each against the source: pieces of text, marks, markers and line
/// feeds must be all of it, without a gap and without an overlap.
struct Walk<'s> {
    source: &'s str,
    options: Options,
    open: Vec<Open>,
    /// Where the piece before ended at the top, and what it was.
    at: usize,
    top: Top,
    after_text: bool,
}

fn check_events(source: &str, events: &[Step], options: Options) -> Checked {
    let (at, top) = (0, Top::Start);
    let mut walk = Walk { source, options, open: Vec::new(), at, top, after_text: false };
    for &(event, span) in events {
        let step = match event {
            Event::Enter(node) => walk.enter(node, span),
            Event::Leave(node) => walk.leave(node, span),
            Event::Text(text) => walk.text(text, span),
            Event::Break => walk.line_break(span),
            Event::BlankLine => walk.blank_line(span),
            other => Err(format!("an unknown event\n got      {other:?}")),
        };
        step.map_err(|what| format!("{what}\n at       {event:?} {span:?}\n in       {events:?}"))?;
        walk.after_text = matches!(event, Event::Text(_));
    }
    expect("every node is left", &walk.open.len(), &0)?;
    let rest = &source[walk.at..];
    let ends_line =
        matches!(walk.top, Top::Block(Node::Quote | Node::BulletedList | Node::NumberedList));
    ensure(rest.is_empty() || rest == "\n" && ends_line, "the end", rest, "nothing more")
}

impl<'s> Walk<'s> {
    fn enter(&mut self, node: Node, span: Span) -> Checked {
        let slice = self.slice(span)?;
        let within = self.open.iter().any(|open| discriminant(&open.node) == discriminant(&node));
        ensure(!within, "a node within one of its kind", &node, "no node of the same kind in it")?;
        let parent = self.open.last().map(|open| open.node);
        ensure(may_hold(parent, node, self.options), "what holds a node", &parent, "another")?;
        match parent {
            Some(Node::BulletedList | Node::NumberedList) => self.next_item(span)?,
            Some(_) => self.piece(span)?,
            None => self.next_block(node, span)?,
        }
        let (before, behind) = markers(node, slice, self.options)?;
        let content = span.range().start + before..span.range().end - behind;
        check_content(node, &self.source[content.clone()], self.options)?;
        self.open.push(Open { node, span, at: content.start, content, is_empty: true });
        ensure(self.open.len() <= 7, "the depth", &self.open.len(), "at most 7")
    }

    fn leave(&mut self, node: Node, span: Span) -> Checked {
        let open = self.open.pop().ok_or("a node is left that was never entered")?;
        expect("the node that is left", &(node, span), &(open.node, open.span))?;
        expect("where the content ends", &open.at, &open.content.end)?;
        let may_be_empty = match node {
            Node::Quote => !self.options.is_android(),
            Node::Item { .. } => self.options.is_android(),
            _ => false,
        };
        ensure(
            may_be_empty || !open.is_empty,
            "a node without anything in it",
            &node,
            "some text",
        )?;
        if self.open.is_empty() {
            (self.at, self.top) = (span.range().end, Top::Block(node));
        }
        Ok(())
    }

    fn text(&mut self, text: &str, span: Span) -> Checked {
        expect("a text and its span", &text, &self.slice(span)?)?;
        ensure(!text.is_empty(), "a text", &text, "one that is not empty")?;
        expect("a text right behind a text", &self.after_text, &false)?;
        let parent = self.open.last().map(|open| open.node);
        let holds_text = !matches!(parent, None | Some(Node::BulletedList | Node::NumberedList));
        ensure(holds_text, "what holds a text", &parent, "another")?;
        let is_block = parent == Some(Node::MonospaceBlock);
        ensure(is_block || !text.contains('\n'), "a text", &text, "one without a line feed")?;
        self.piece(span)
    }

    fn line_break(&mut self, span: Span) -> Checked {
        let slice = self.slice(span)?;
        ensure(slice.starts_with('\n'), "a break", slice, "a line feed")?;
        let parent = self.open.last().map(|open| open.node);
        let expected = match parent {
            Some(Node::Paragraph) => "\n".len(),
            Some(Node::Quote) => {
                1 + quote_mark(&self.source[span.range().start..][1..], self.options)?
            }
            _ => 0,
        };
        expect("the length of a break", &slice.len(), &expected)?;
        self.piece(span)
    }

    fn blank_line(&mut self, span: Span) -> Checked {
        let slice = self.slice(span)?;
        expect("the depth of a blank line", &self.open.len(), &0)?;
        let is_last = slice.is_empty() && span.range().end == self.source.len();
        ensure(slice == "\n" || is_last, "a blank line", slice, "a line feed or the end")?;
        let before = &self.source[..span.range().start];
        let begins_line = before.is_empty() || before.ends_with('\n');
        ensure(begins_line, "what is before a blank line", before, "the end of a line")?;
        let between = &self.source[self.at..span.range().start];
        let expected = if let Top::Block(_) = self.top { "\n" } else { "" };
        expect("what is between a block and a blank line", &between, &expected)?;
        (self.at, self.top) = (span.range().end, Top::BlankLine);
        Ok(())
    }

    /// A block at the top: on a line of its own, unless it or the one before is monospace.
    fn next_block(&mut self, node: Node, span: Span) -> Checked {
        let between = &self.source[self.at..span.range().start];
        let Top::Block(before) = self.top else {
            return expect("what is before a block", &between, &"");
        };
        let is_block = |node| node == Node::MonospaceBlock;
        let touches = between.is_empty() && (is_block(before) || is_block(node));
        ensure(touches || between == "\n", "what is between two blocks", between, "a line feed")?;
        let is_one = before == node && !is_block(node);
        ensure(!is_one, "two blocks of a kind that touch", &node, "a single one")
    }

    /// An item: on the line behind the one of the item before.
    fn next_item(&mut self, span: Span) -> Checked {
        let Some(list) = self.open.last_mut() else { return Ok(()) };
        let between = self.source.get(list.at..span.range().start);
        let expected = if list.is_empty { "" } else { "\n" };
        expect("what is between two items", &between, &Some(expected))?;
        list.at = span.range().start;
        self.piece(span)
    }

    /// A piece of what is open: right behind the piece before.
    fn piece(&mut self, span: Span) -> Checked {
        let Some(open) = self.open.last_mut() else { return Err("a piece of nothing".to_owned()) };
        expect("where a piece begins", &span.range().start, &open.at)?;
        let end = span.range().end;
        ensure(end <= open.content.end, "where a piece ends", &end, "within what holds it")?;
        (open.at, open.is_empty) = (end, false);
        Ok(())
    }

    fn slice(&self, span: Span) -> Result<&'s str, String> {
        let slice = self.source.get(span.range());
        let at = if self.open.is_empty() { self.at } else { 0 };
        let slice = slice.filter(|_| span.range().start >= at);
        slice.ok_or_else(|| "a span that is out of order or no slice of the source".to_owned())
    }
}

fn may_hold(parent: Option<Node>, child: Node, options: Options) -> bool {
    let is_inline = match child {
        Node::Spoiler => options.spoilers && !options.is_android(),
        Node::Link | Node::Mention => options.links,
        child => is_inline(child),
    };
    match parent {
        None => !is_inline && !matches!(child, Node::Item { .. }),
        Some(Node::BulletedList) => child == Node::Item { number: None },
        Some(Node::NumberedList) => matches!(child, Node::Item { number: Some(0..=99) }),
        Some(Node::Paragraph | Node::Quote | Node::Item { .. }) => is_inline,
        Some(parent) => {
            is_inline && is_style(parent) && !(child == Node::Monospace && options.is_android())
        }
    }
}

fn is_inline(node: Node) -> bool {
    is_style(node)
        || matches!(node, Node::InlineCode | Node::Monospace | Node::Link | Node::Mention)
}

fn is_style(node: Node) -> bool {
    matches!(node, Node::Bold | Node::Italic | Node::Strikethrough | Node::Spoiler)
}

/// How much of a node is marks or markers, at its start and at its end.
fn markers(node: Node, slice: &str, options: Options) -> Result<(usize, usize), String> {
    let both = |marker: &str| {
        let content = slice.strip_prefix(marker).and_then(|rest| rest.strip_suffix(marker));
        ensure(content.is_some(), "a node without its markers", slice, marker)?;
        Ok((marker.len(), marker.len()))
    };
    match node {
        Node::Bold => both("*"),
        Node::Italic => both("_"),
        Node::Strikethrough => both("~"),
        Node::Spoiler => both("||"),
        Node::InlineCode => both("`"),
        Node::Monospace => both("```"),
        Node::MonospaceBlock => {
            let (before, behind) = both("```")?;
            let content = &slice[before..slice.len() - behind];
            ensure(content.contains('\n'), "a block of monospace", slice, "several lines")?;
            // One line feed at each fence is the fence's own.
            let first = usize::from(content.starts_with('\n'));
            let last = usize::from(content[first..].ends_with('\n'));
            Ok((before + first, behind + last))
        }
        Node::Quote => Ok((quote_mark(slice, options)?, 0)),
        Node::Item { number } => Ok((item_mark(slice, number, options)?, 0)),
        _ => Ok((0, 0)),
    }
}

/// R70: a space behind the `>` is not shown, other white space is; on Android there is none.
fn quote_mark(line: &str, options: Options) -> Result<usize, String> {
    if options.is_android() {
        let shown = line.strip_prefix("> ").and_then(|rest| rest.chars().next());
        let is_mark = shown.is_some_and(|c| !is_java_ws(c));
        ensure(is_mark, "a quote line", line, "`> ` and no white space")?;
        return Ok(2);
    }
    let mut chars = line.chars();
    let is_mark = chars.next() == Some('>') && chars.next().is_some_and(is_ws);
    let is_mark = is_mark && chars.next() != Some(' ');
    ensure(is_mark, "a quote line", line, "`>`, white space, no space")?;
    Ok(if line.starts_with("> ") { 2 } else { 1 })
}

/// R50, R51, R60, R61.
fn item_mark(item: &str, number: Option<u16>, options: Options) -> Result<usize, String> {
    let mark = item.find(' ').map_or("", |space| &item[..space]);
    let digits = mark.strip_suffix('.').unwrap_or_default();
    let is_mark = match number {
        None if options.is_android() => ["-", "*"].contains(&mark),
        None => ["-", "*", "•"].contains(&mark),
        // The value of others than those of ASCII is not known here.
        Some(_) if options.is_android() && !digits.is_ascii() => {
            digits.chars().all(char::is_numeric) && digits.chars().count() <= 2
        }
        Some(number) => (1..=2).contains(&digits.len()) && digits.parse() == Ok(number),
    };
    ensure(is_mark, "an item", item, "its mark first")?;
    let text = &item[mark.len() + 1..];
    let may_begin_with_space = options.is_android() && number.is_none();
    let is_single = may_begin_with_space || !text.starts_with(' ');
    ensure(is_single, "an item", item, "a single space")?;
    Ok(mark.len() + 1)
}

/// What the content of a node looks like, in itself.
fn check_content(node: Node, content: &str, options: Options) -> Checked {
    let is_blank = if options.is_android() { is_java_ws } else { is_ws };
    let holds = match node {
        Node::Mention => {
            let digits = content.strip_prefix('@').unwrap_or_default();
            (5..=20).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        }
        Node::Link => {
            let url = Link { text: content }.url().to_ascii_lowercase();
            let schemes = ["http://", "https://", "mailto:"];
            !content.contains(is_ws) && schemes.iter().any(|scheme| url.starts_with(scheme))
        }
        // R13, R32.
        Node::InlineCode => !content.starts_with(is_blank) && !content.ends_with(is_blank),
        node if is_style(node) => !content.starts_with(is_blank) && !content.ends_with(is_blank),
        // R41.
        Node::Monospace | Node::MonospaceBlock => content.contains(|c| !is_blank(c)),
        _ => true,
    };
    ensure(holds, format_args!("the content of {node:?}"), content, "what its rules allow")
}

/// JavaScript's `\s`.
fn is_ws(c: char) -> bool {
    c == '\u{FEFF}' || c != '\u{85}' && c.is_whitespace()
}

/// Java's `Character.isWhitespace`.
fn is_java_ws(c: char) -> bool {
    let is_other = matches!(c, '\u{85}' | '\u{A0}' | '\u{2007}' | '\u{202F}');
    matches!(c, '\u{1C}'..='\u{1F}') || c.is_whitespace() && !is_other
}

// ---- The tree ----

/// The tree as a row of events; it has no blank lines.
fn tree<'d>(document: &'d Document<'_>) -> Vec<Step<'d>> {
    let mut steps = Vec::new();
    for block in document.blocks() {
        push_block(document, &block, &mut steps);
    }
    steps
}

fn push_block<'d>(document: &'d Document<'_>, block: &Block<'d>, steps: &mut Vec<Step<'d>>) {
    let (node, inlines, items) = match &block.kind {
        BlockKind::Paragraph(inlines) => (Node::Paragraph, Some(inlines), None),
        BlockKind::Quote(inlines) => (Node::Quote, Some(inlines), None),
        BlockKind::BulletedList(items) => (Node::BulletedList, None, Some(items)),
        BlockKind::NumberedList(items) => (Node::NumberedList, None, Some(items)),
        BlockKind::MonospaceBlock(text) => {
            steps.extend(leaf(document, Node::MonospaceBlock, text, block.span));
            return;
        }
        _ => return,
    };
    steps.push((Event::Enter(node), block.span));
    for inline in inlines.into_iter().flat_map(Clone::clone) {
        push_inline(document, &inline, steps);
    }
    for item in items.into_iter().flat_map(Clone::clone) {
        let node = Node::Item { number: item.number };
        steps.push((Event::Enter(node), item.span));
        for inline in item.inlines.clone() {
            push_inline(document, &inline, steps);
        }
        steps.push((Event::Leave(node), item.span));
    }
    steps.push((Event::Leave(node), block.span));
}

fn push_inline<'d>(document: &'d Document<'_>, inline: &Inline<'d>, steps: &mut Vec<Step<'d>>) {
    let (node, inlines) = match &inline.kind {
        InlineKind::Bold(inlines) => (Node::Bold, inlines),
        InlineKind::Italic(inlines) => (Node::Italic, inlines),
        InlineKind::Strikethrough(inlines) => (Node::Strikethrough, inlines),
        InlineKind::Spoiler(inlines) => (Node::Spoiler, inlines),
        InlineKind::Text(text) => return steps.push((Event::Text(text), inline.span)),
        InlineKind::Break => return steps.push((Event::Break, inline.span)),
        kind => {
            let (node, text) = match kind {
                InlineKind::InlineCode(text) => (Node::InlineCode, *text),
                InlineKind::Monospace(text) => (Node::Monospace, *text),
                InlineKind::Link(link) => (Node::Link, link.text),
                InlineKind::Mention(text) => (Node::Mention, *text),
                _ => return,
            };
            return steps.extend(leaf(document, node, text, inline.span));
        }
    };
    steps.push((Event::Enter(node), inline.span));
    for inline in inlines.clone() {
        push_inline(document, &inline, steps);
    }
    steps.push((Event::Leave(node), inline.span));
}

/// A node that holds nothing but text. The tree does not say where the text is, but it is a slice
/// of the source.
fn leaf<'d>(document: &Document<'_>, node: Node, text: &'d str, span: Span) -> [Step<'d>; 3] {
    let start = text.as_ptr().addr().wrapping_sub(document.source().as_ptr().addr());
    let [start, end] = [start, start + text.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
    [
        (Event::Enter(node), span),
        (Event::Text(text), Span { start, end }),
        (Event::Leave(node), span),
    ]
}

fn without_blanks<'d>(events: &[Step<'d>]) -> Vec<Step<'d>> {
    events.iter().copied().filter(|(event, _)| *event != Event::BlankLine).collect()
}

// ---- Plain text ----

fn check_text(document: &Document<'_>, events: &[Step]) -> Checked {
    for (marks, dots) in [(true, false), (true, true), (false, false), (false, true)] {
        let bullets = if dots { Bullets::Dot } else { Bullets::AsTyped };
        let text_options = TextOptions::default().marks(marks).bullets(bullets);
        let text = document.to_text(&text_options);
        let what = format!("the text with {text_options:?}");
        expect(what, &text, &plain_text(document.source(), events, marks, dots))?;
        let mut appended = "*a".to_owned();
        document.write_text(&mut appended, &text_options);
        expect("text is appended", &appended, &format!("*a{text}"))?;
    }
    Ok(())
}

/// The source without its markers.
fn plain_text(source: &str, events: &[Step], marks: bool, dots: bool) -> String {
    let mut text = String::new();
    // Behind the block, item or blank line before: from there to the next one is a line feed.
    let mut at = 0;
    for &(event, span) in events {
        let Range { start, end } = span.range();
        let slice = &source[span.range()];
        match event {
            Event::Enter(node) if !is_inline(node) => {
                text.push_str(&source[at..start]);
                at = start;
                match node {
                    Node::Item { number: None } if marks && dots => text.push_str("• "),
                    Node::Item { .. } if marks => {
                        text.extend(slice.split_inclusive(' ').next());
                    }
                    Node::Quote if marks => {
                        text.push_str(if slice.starts_with("> ") { "> " } else { ">" });
                    }
                    _ => {}
                }
            }
            Event::Leave(node) if !is_inline(node) => at = end,
            Event::Text(piece) => text.push_str(piece),
            Event::Break if marks => text.push_str(slice),
            Event::Break => text.push('\n'),
            Event::BlankLine => {
                text.push_str(&source[at..end]);
                at = end;
            }
            _ => {}
        }
    }
    text.push_str(&source[at..]);
    text
}

fn check_line(document: &Document<'_>) -> Checked {
    let text = document.to_text(&TextOptions::default().marks(false));
    let words: Vec<&str> = text.split(is_ws).filter(|word| !word.is_empty()).collect();
    let whole = document.to_line(usize::MAX);
    expect("the whole line", &whole, &words.join(" "))?;
    expect("no line at all", &document.to_line(0), &String::new())?;
    for limit in [1, 2, 3, 5, 8, 13, 40] {
        let line = document.to_line(limit);
        let (kept, is_cut) = match line.strip_suffix('…') {
            Some(kept) if line != whole => (kept, true),
            _ => (&*line, false),
        };
        let what = format!("a line of {limit}");
        ensure(is_cut || line == whole, &what, &line, "the whole line or one cut")?;
        ensure(whole.starts_with(kept), &what, &line, "the start of the whole line")?;
        ensure(!line.contains('\n'), &what, &line, "no line feed")?;
        ensure(!kept.ends_with(is_ws), &what, &line, "no white space before the sign")?;
        // Of ASCII every character is a grapheme.
        let is_within = !whole.is_ascii() || line.chars().count() <= limit;
        ensure(is_within, &what, &line, "no more than it may have")?;
        let is_next = document.to_line(limit + 1).starts_with(kept);
        ensure(is_next, &what, &line, "no more than a longer line has")?;
    }
    Ok(())
}

// ---- HTML ----

/// The opening tags of the preset close, with their numbers left out.
const CLOSE_TAGS: &[&str] = &[
    "p",
    "blockquote",
    "ul",
    "ol",
    "ol start=\"\"",
    "li",
    "li value=\"\"",
    "pre",
    "code",
    "strong",
    "em",
    "s",
    "span class=\"spoiler\"",
];

/// Those of the preset preview, links without their URLs.
const PREVIEW_TAGS: &[&str] = &[
    "p",
    "p dir=\"auto\"",
    "blockquote dir=\"auto\"",
    "ul",
    "ol",
    "ol start=\"\"",
    "li dir=\"auto\"",
    "li value=\"\" dir=\"auto\"",
    "pre",
    "code",
    "strong",
    "em",
    "s",
    "span class=\"spoiler\"",
    "span class=\"mention\"",
    "a href=\"\" rel=\"noopener noreferrer nofollow ugc\" target=\"_blank\"",
];

fn check_html(document: &Document<'_>, events: &[Step]) -> Checked {
    // HTML cannot hold NUL.
    let texts = events.iter().filter_map(|(event, _)| match event {
        Event::Text(text) => Some(text.replace('\0', "\u{FFFD}")),
        _ => None,
    });
    let shown: String = texts.collect();
    // Of a run of blank lines all but one are kept.
    let is_kept = |two: &&[Step]| two.iter().all(|(event, _)| *event == Event::BlankLine);
    let kept = events.windows(2).filter(is_kept).count();
    for (name, style, tags) in [
        ("close", HtmlStyle::close(), Some(CLOSE_TAGS)),
        ("preview", HtmlStyle::preview(), Some(PREVIEW_TAGS)),
        ("neutral", HtmlStyle::neutral(), None),
    ] {
        let html = document.to_html(&style);
        if let Some(tags) = tags {
            let text =
                html_text(&html, tags).map_err(|what| format!("{what}\n in       {html}"))?;
            expect(format_args!("the text of the HTML {name}"), &text, &shown)?;
            let blank = html.matches("<p><br /></p>").count();
            expect(format_args!("the blank lines of the HTML {name}"), &blank, &kept)?;
        }
        let mut appended = "<p".to_owned();
        document.write_html(&mut appended, &style);
        expect(format_args!("the HTML {name} is appended"), &appended, &format!("<p{html}"))?;
    }
    Ok(())
}

/// The text of HTML whose elements are balanced and have no opening tags but `tags`.
fn html_text(html: &str, tags: &[&str]) -> Result<String, String> {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let entities = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')];
        if let Some((entity, c)) = entities.iter().find(|(entity, _)| rest.starts_with(entity)) {
            text.push(*c);
            rest = &rest[entity.len()..];
            continue;
        }
        let tag = rest.strip_prefix('<').and_then(|tag| tag.split('>').next()).unwrap_or_default();
        ensure(!tag.is_empty(), "a sign that must be escaped", rest, "an entity or a tag")?;
        rest = rest.get(tag.len() + 2..).ok_or("a tag without its end")?;
        if let Some(name) = tag.strip_prefix('/') {
            expect("the element that is closed", &Some(name), &open.pop())?;
        } else if tag != "br /" {
            ensure(tags.contains(&&*without_values(tag)), "a tag", tag, "one of the style's")?;
            open.push(tag.split(' ').next().unwrap_or_default());
        }
    }
    text.push_str(rest);
    expect("elements left open", &open, &Vec::new())?;
    Ok(text)
}

/// A tag without the values that depend on the message, so far as they are safe.
fn without_values(tag: &str) -> Cow<'_, str> {
    if !tag.contains('=') {
        return Cow::Borrowed(tag);
    }
    for name in ["start", "value", "href"] {
        let Some((before, rest)) = tag.split_once(&format!(" {name}=\"")) else { continue };
        let Some((value, behind)) = rest.split_once('"') else { continue };
        let is_safe = match name {
            "href" => {
                let url = value.to_ascii_lowercase();
                let schemes = ["http://", "https://", "mailto:"];
                schemes.iter().any(|scheme| url.starts_with(scheme)) && !url.contains(['<', '>'])
            }
            _ => value.parse::<u16>().is_ok_and(|n| n <= 99 && value == n.to_string()),
        };
        if is_safe {
            return Cow::Owned(format!("{before} {name}=\"\"{behind}"));
        }
    }
    Cow::Borrowed(tag)
}

// ---- Text for terminals ----

fn check_ansi(document: &Document<'_>, events: &[Step]) -> Checked {
    let ansi = document.to_ansi();
    let mut plain = String::new();
    // What is on: a code, and what must switch it off.
    let mut on: Vec<(&str, &str)> = Vec::new();
    let mut pieces = ansi.split("\u{1B}[");
    plain.extend(pieces.next());
    for piece in pieces {
        let (code, text) = piece.split_once('m').unwrap_or((piece, ""));
        let off = match code {
            "1" => "22",
            "3" => "23",
            "4" => "24",
            "7" => "27",
            "9" => "29",
            "34" | "36" | "90" => "39",
            _ => "",
        };
        if off.is_empty() {
            expect("the code that switches off", &Some(code), &on.pop().map(|(_, off)| off))?;
        } else {
            expect("a code that is on twice", &on.iter().any(|(_, o)| *o == off), &false)?;
            on.push((code, off));
        }
        plain.push_str(text);
    }
    expect("what is on at the end", &on, &Vec::new())?;
    let control = plain.chars().find(|&c| c.is_control() && c != '\n' && c != '\t');
    expect("control characters but those of the styles", &control, &None)?;
    let mut rest = &*plain;
    for (event, _) in events {
        let Event::Text(text) = event else { continue };
        // Control characters become pictures, which are not looked at.
        for piece in text.split(|c: char| c.is_control() && c != '\n' && c != '\t') {
            let at = rest.find(piece);
            ensure(at.is_some(), "a text that is not in the text for terminals", piece, &plain)?;
            rest = &rest[at.unwrap_or(0) + piece.len()..];
        }
    }
    let mut appended = "\u{1B}".to_owned();
    document.write_ansi(&mut appended);
    expect("text for terminals is appended", &appended, &format!("\u{1B}{ansi}"))
}
