//! How often short messages allocate, counted.
//!
//! A single test, in the only thread: the counter is the whole process's, and libtest's own thread
//! allocates, too.

#[path = "../benches/inputs/mod.rs"]
mod inputs;

use std::hint::black_box;

use dhat::{Alloc, HeapStats, Profiler};
use libtest_mimic::{Arguments, Trial};
use pulldown_cmark::Options;
use wamark::{Client, Document, HtmlStyle, MarkdownOptions, Parser, TextOptions};

#[global_allocator]
static ALLOCATOR: Alloc = Alloc;

fn main() {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let trial = Trial::test("short_messages", || {
        short_messages();
        Ok(())
    });
    libtest_mimic::run(&arguments, vec![trial]).exit();
}

/// How many blocks were allocated meanwhile; one that grows counts as another one.
fn allocations<T>(work: impl FnOnce() -> T) -> u64 {
    let before = HeapStats::get().total_blocks;
    let made = black_box(work());
    let after = HeapStats::get().total_blocks;
    drop(made);
    after - before
}

#[track_caller]
fn assert_at_most(limit: u64, what: &str, message: &str, got: u64) {
    assert!(got <= limit, "{what}: {got} allocations, expected {limit} at most\n for {message:?}");
}

fn short_messages() {
    let _profiler = Profiler::builder().testing().build();
    assert_eq!(allocations(|| vec![1u8]), 1, "the counter counts");

    let messages = inputs::short_plain().into_iter().chain(inputs::short_formatted());
    let messages: Vec<String> = messages.collect();
    let (style, options) = (HtmlStyle::close(), TextOptions::default());
    for message in &messages {
        let both = [Client::Web, Client::Android];
        for (client, links) in both.into_iter().flat_map(|c| [(c, true), (c, false)]) {
            let parse = || Parser::new().client(client).links(links).parse(message);
            let got = allocations(parse);
            assert_at_most(1, &format!("parse as {client:?} with links({links})"), message, got);

            let document = parse();
            let html = allocations(|| document.to_html(&style));
            assert_at_most(1, "Document::to_html", message, html);
            let text = allocations(|| document.to_text(&options));
            assert_at_most(1, "Document::to_text", message, text);
        }
        assert_at_most(2, "to_html", message, allocations(|| wamark::to_html(message)));
        assert_at_most(2, "to_text", message, allocations(|| wamark::to_text(message)));
    }

    let notation = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let options_in = MarkdownOptions::default();
    for message in &inputs::markdown() {
        let events = || pulldown_cmark::Parser::new_ext(message, notation).count();
        let read = || Document::from_markdown(message, &options_in);
        let got = allocations(read) - allocations(events);
        // Three for the document, one for what is lost, and some that grow; none for each event.
        let limit = if message.contains("|--") { 24 } else { 12 };
        assert_at_most(limit, "Document::from_markdown, beside the parser's", message, got);
    }

    // The first time round the buffers grow.
    let mut parsers = [
        Parser::new(),
        Parser::new().links(false),
        Parser::new().spoilers(true),
        Parser::new().client(Client::Android),
    ];
    let (mut html, mut text) = (String::new(), String::new());
    for round in 0..2 {
        for (message, parser) in
            messages.iter().flat_map(|m| [0, 1, 2, 3].map(|parser| (m, parser)))
        {
            let parser = &mut parsers[parser];
            let got = allocations(|| {
                let document = parser.parse(message);
                html.clear();
                document.write_html(&mut html, &style);
                text.clear();
                document.write_text(&mut text, &options);
                parser.recycle(document);
            });
            if round > 0 {
                assert_at_most(0, "buffers that have grown", message, got);
            }
        }
    }
}
