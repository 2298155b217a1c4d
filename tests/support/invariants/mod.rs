//! What holds for the document of any message at all, as far as the public interface shows it.
//!
//! Standard library only, so that the fuzz targets can take this file in with `#[path]`, too.

mod ansi;
mod html;
mod nodes;
mod text;
mod tree;
mod walk;

use std::fmt::{Debug, Display};

use wamark::{Client, Document, Event, HtmlStyle, Node, Parser, Span, TextOptions};

use ansi::check_ansi;
use html::check_html;
use text::{check_line, check_text};
use tree::{tree, without_blanks};
use walk::check_events;

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

/// An event and where it is.
type Step<'d> = (Event<'d>, Span);

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

fn is_inline(node: Node) -> bool {
    is_style(node)
        || matches!(node, Node::InlineCode | Node::Monospace | Node::Link | Node::Mention)
}

fn is_style(node: Node) -> bool {
    matches!(node, Node::Bold | Node::Italic | Node::Strikethrough | Node::Spoiler)
}

/// JavaScript's `\s`.
fn is_ws(c: char) -> bool {
    c == '\u{FEFF}' || c != '\u{85}' && c.is_whitespace()
}
