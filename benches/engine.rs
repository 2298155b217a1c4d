//! The phases of the engine, measured apart: `cargo bench --bench engine [-- FILTER]`.
//!
//! There is no way from outside to the scanner alone, which looks for the bytes that may mean
//! something: where a text has none of them, as in the kinds `plain` and `longplain`, `parse
//! without links` is hardly anything else.
//!
//! `read markdown` has its own texts; beside it stands what pulldown-cmark alone takes for them, of
//! which reading is to add a fraction.
//!
//! Every phase goes over all messages of a kind with buffers that have grown. Times differ from
//! machine to machine and from run to run: compare within one run, and decide by counting
//! instructions.

mod inputs;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use inputs::KINDS;
use pulldown_cmark::Options;
use wamark::check::{Checker, Profile};
use wamark::{Client, Document, HtmlStyle, MarkdownOptions, Parser, Splitter, TextOptions, Unit};

/// Measures one phase on all kinds; `prepare` makes what goes over the messages of a kind.
fn phase<'m, W: FnMut()>(
    criterion: &mut Criterion,
    name: &str,
    kinds: &'m [(&str, Vec<String>)],
    prepare: impl Fn(&'m [String]) -> W,
) {
    let mut group = criterion.benchmark_group(name);
    for (kind, messages) in kinds {
        let bytes = messages.iter().map(String::len).sum::<usize>();
        group.throughput(Throughput::Bytes(bytes as u64));
        let mut work = prepare(messages);
        group.bench_function(BenchmarkId::from_parameter(kind), |bencher| bencher.iter(&mut work));
    }
    group.finish();
}

fn parsing(mut parser: Parser, messages: &[String]) -> impl FnMut() {
    move || {
        for message in messages {
            let document = black_box(parser.parse(black_box(message)));
            parser.recycle(document);
        }
    }
}

/// Writes documents that were parsed before.
fn writing<'m>(
    messages: &'m [String],
    mut write: impl FnMut(&mut String, &Document<'m>),
) -> impl FnMut() {
    let mut parser = Parser::new();
    let documents: Vec<Document<'m>> = messages.iter().map(|text| parser.parse(text)).collect();
    let mut out = String::new();
    move || {
        for document in &documents {
            out.clear();
            write(&mut out, black_box(document));
            black_box(&out);
        }
    }
}

fn phases(criterion: &mut Criterion) {
    let kinds = KINDS.map(|(kind, messages)| (kind, messages()));
    phase(criterion, "parse", &kinds, |messages| parsing(Parser::new(), messages));
    phase(criterion, "parse without links", &kinds, |messages| {
        parsing(Parser::new().links(false), messages)
    });
    phase(criterion, "parse android", &kinds, |messages| {
        parsing(Parser::new().client(Client::Android), messages)
    });
    phase(criterion, "parse android without links", &kinds, |messages| {
        parsing(Parser::new().client(Client::Android).links(false), messages)
    });
    let style = HtmlStyle::close();
    phase(criterion, "html", &kinds, |messages| {
        writing(messages, |out, document| document.write_html(out, &style))
    });
    let options = TextOptions::default();
    phase(criterion, "text", &kinds, |messages| {
        writing(messages, |out, document| document.write_text(out, &options))
    });
    phase(criterion, "markdown", &kinds, |messages| {
        writing(messages, |out, document| document.write_markdown(out))
    });
    let profile = Profile::named("app").expect("it is known");
    phase(criterion, "check", &kinds, |messages| {
        let mut checker = Checker::new(profile);
        each(messages, move |text| {
            black_box(checker.check(text));
        })
    });
    let limit = 256.try_into().expect("not 0");
    let splitter = Splitter::new(limit, Unit::CodePoints);
    phase(criterion, "split at 256", &kinds, |messages| {
        let documents: Vec<Document<'_>> =
            messages.iter().map(|text| Parser::new().links(false).parse(text)).collect();
        move || {
            for document in &documents {
                black_box(splitter.split(black_box(document)));
            }
        }
    });
    let markdown = [("markdown", inputs::markdown())];
    phase(criterion, "pulldown-cmark, events", &markdown, |messages| {
        each(messages, |text| {
            let notation = Options::ENABLE_TABLES
                | Options::ENABLE_FOOTNOTES
                | Options::ENABLE_STRIKETHROUGH
                | Options::ENABLE_TASKLISTS;
            let events = pulldown_cmark::Parser::new_ext(text, notation).into_offset_iter();
            events.for_each(|(event, range)| {
                black_box((&event, &range));
            });
        })
    });
    let options = MarkdownOptions::default();
    phase(criterion, "read markdown", &markdown, |messages| {
        each(messages, |text| {
            black_box(Document::from_markdown(text, &options));
        })
    });
    phase(criterion, "from_markdown", &markdown, |messages| {
        each(messages, |text| {
            black_box(wamark::from_markdown(text));
        })
    });
}

fn each(messages: &[String], mut work: impl FnMut(&str)) -> impl FnMut() {
    move || messages.iter().for_each(|message| work(black_box(message)))
}

criterion_group!(benches, phases);
criterion_main!(benches);
