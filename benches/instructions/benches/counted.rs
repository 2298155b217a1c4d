//! What is counted: each phase of the engine, once over all messages of a kind.
//!
//! Making the messages, and a first pass in which buffers grow, is not counted. What a pass makes
//! it drops, and that is.

#[path = "../../inputs/mod.rs"]
mod inputs;

use std::hint::black_box;

use gungraun::Callgrind;
use gungraun::prelude::*;
use inputs::{Messages, dense, formatted, long, longplain, markdown, plain};
use wamark::check::{Checker, Profile};
use wamark::{Client, Document, HtmlStyle, Parser, Splitter, TextOptions, Unit};

/// One pass over the messages of a kind. It lives for ever, so that dropping it is not counted.
type Pass = &'static mut dyn FnMut();

/// Makes the messages, and a pass that has run once.
fn pass<W: FnMut() + 'static>(messages: Messages, prepare: fn(&'static [String]) -> W) -> Pass {
    let pass = Box::leak(Box::new(prepare(messages().leak())));
    pass();
    pass
}

fn each(messages: &'static [String], mut work: impl FnMut(&'static str)) -> impl FnMut() {
    move || messages.iter().for_each(|message| work(black_box(message)))
}

fn parsing(mut parser: Parser, messages: &'static [String]) -> impl FnMut() {
    each(messages, move |text| {
        let document = black_box(parser.parse(text));
        parser.recycle(document);
    })
}

/// Writes documents that were parsed before.
fn writing(
    messages: &'static [String],
    mut write: impl FnMut(&mut String, &Document<'static>),
) -> impl FnMut() {
    let mut out = String::new();
    over_documents(Parser::new(), messages, move |document| {
        out.clear();
        write(&mut out, document);
        black_box(&out);
    })
}

fn over_documents(
    mut parser: Parser,
    messages: &'static [String],
    mut work: impl FnMut(&Document<'static>),
) -> impl FnMut() {
    let documents: Vec<Document<'static>> =
        messages.iter().map(|text| parser.parse(text)).collect();
    move || documents.iter().for_each(|document| work(black_box(document)))
}

/// A benchmark of each name on each kind of text.
macro_rules! on_all_kinds {
    ($($name:ident: $prepare:expr;)*) => {$(
        #[library_benchmark]
        #[bench::plain(pass(plain, $prepare))]
        #[bench::formatted(pass(formatted, $prepare))]
        #[bench::dense(pass(dense, $prepare))]
        #[bench::long(pass(long, $prepare))]
        #[bench::longplain(pass(longplain, $prepare))]
        fn $name(pass: Pass) {
            pass();
        }
    )*};
}

on_all_kinds! {
    parse: |messages| parsing(Parser::new(), messages);
    parse_android: |messages| parsing(Parser::new().client(Client::Android), messages);
    html: |messages| {
        let style = HtmlStyle::close();
        writing(messages, move |out, document| document.write_html(out, &style))
    };
    to_html: |messages| each(messages, |text| drop(black_box(wamark::to_html(text))));
    text: |messages| {
        let options = TextOptions::default();
        writing(messages, move |out, document| document.write_text(out, &options))
    };
    check: |messages| {
        let mut checker = Checker::new(Profile::named("app").expect("it is known"));
        each(messages, move |text| drop(black_box(checker.check(text))))
    };
    split: |messages| {
        let splitter = Splitter::new(256.try_into().expect("not 0"), Unit::CodePoints);
        over_documents(Parser::new().links(false), messages, move |document| {
            drop(black_box(splitter.split(document)));
        })
    };
}

#[library_benchmark]
#[bench::markdown(pass(markdown, |messages| {
    each(messages, |text| drop(black_box(wamark::from_markdown(text))))
}))]
fn from_markdown(pass: Pass) {
    pass();
}

library_benchmark_group!(
    name = phases,
    benchmarks = [parse, parse_android, html, to_html, text, check, split, from_markdown]
);

main!(
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])),
    library_benchmark_groups = phases
);
