//! Time grows as the text does, and no faster, for every family of text made to be slow.
//!
//! Only ratios are held against a limit: how fast a machine is nobody knows, but on all of them a
//! quadratic step takes sixteen times as long for four times the text.
//!
//! Two tests take long and are run by name:
//!
//! ```text
//! cargo test --release --test growth -- --ignored --nocapture --test-threads 1
//! ```

mod families;
#[path = "../support/foreign.rs"]
mod foreign;
#[path = "../../benches/inputs/mod.rs"]
mod inputs;
mod measure;
mod works;

use std::hint::black_box;
use std::time::Instant;

use measure::{alone, assert_linear, assert_linear_on, fastest, nanoseconds_a_byte};
use wamark::{Document, HtmlStyle, MarkdownOptions, Splitter, Tables, Unit};
use works::{
    Work, ansi, check, close, detect, events, fix, from_html, from_markdown, line, markdown,
    markdown_without_links, neutral, normalize, parse, parse_as_android,
    parse_as_android_without_links, parse_with_spoilers, parse_without_links, preview,
    read_markdown, read_markdown_otherwise, read_markdown_with_bullets, sanitize, split,
    split_long, text, to_html, tree,
};

/// The measure measures.
#[test]
#[should_panic(expected = "4x of")]
fn a_quadratic_step_is_found() {
    assert_linear(|text| {
        Box::new(move || {
            for _ in text.as_bytes().chunks(64) {
                black_box(text.bytes().fold(0u8, u8::wrapping_add));
            }
        })
    });
}

#[test]
fn parsing_is_linear() {
    assert_linear(parse);
}

#[test]
fn parsing_without_links_is_linear() {
    assert_linear(parse_without_links);
}

#[test]
fn parsing_with_spoilers_is_linear() {
    assert_linear(parse_with_spoilers);
}

#[test]
fn parsing_as_android_is_linear() {
    assert_linear(parse_as_android);
    assert_linear(parse_as_android_without_links);
}

#[test]
fn html_is_linear() {
    for style in [close, preview, neutral] {
        assert_linear(style);
    }
}

#[test]
fn text_is_linear() {
    for writer in [text, line, ansi] {
        assert_linear(writer);
    }
}

#[test]
fn markdown_is_linear() {
    for writer in [markdown, markdown_without_links] {
        assert_linear(writer);
        assert_linear_on(families::markdown(), writer);
    }
}

#[test]
fn events_and_tree_are_linear() {
    for reader in [events, tree] {
        assert_linear(reader);
    }
}

#[test]
fn dialects_are_linear() {
    for work in [detect, normalize] {
        assert_linear(work);
        assert_linear_on(foreign::pathological(), work);
    }
}

#[test]
fn checking_and_fixing_are_linear() {
    for work in [check, fix] {
        assert_linear(work);
        assert_linear_on(foreign::pathological(), work);
        assert_linear_on(inputs::pathological_markdown(), work);
        assert_linear_on(families::leftovers(), work);
    }
}

#[test]
fn reading_markdown_is_linear() {
    for reader in [read_markdown, read_markdown_otherwise, read_markdown_with_bullets] {
        assert_linear_on(inputs::pathological_markdown(), reader);
    }
}

/// With what is written, and its proof.
#[test]
fn from_markdown_is_linear() {
    assert_linear_on(inputs::pathological_markdown(), from_markdown);
}

#[test]
fn reading_html_is_linear() {
    for work in [from_html, sanitize] {
        assert_linear_on(families::leftovers(), work);
    }
}

#[test]
fn splitting_is_linear() {
    for work in [split, split_long] {
        assert_linear(work);
        assert_linear_on(families::split(), work);
    }
}

/// Texts of others' notation are not made to be slow for this one, but may be.
#[test]
fn reading_anything_as_markdown_is_linear() {
    assert_linear(read_markdown);
}

/// What is written for a text is not out of proportion.
#[test]
fn markdown_does_not_explode() {
    for (name, make) in inputs::pathological_markdown() {
        let text = make(256 * 1024);
        for tables in [Tables::Auto, Tables::Box, Tables::Bullets] {
            let options = MarkdownOptions::default().tables(tables);
            let reading = Document::from_markdown(&text, &options);
            let ratio = reading.document().source().len() / text.len();
            assert!(ratio <= 20, "{name}: {ratio} times as long with {tables:?}");
        }
    }
}

/// No family needs more stack or memory than there is.
#[test]
#[ignore = "some seconds and half a gigabyte in release mode"]
fn very_long_texts() {
    for (name, make) in inputs::pathological() {
        let _alone = alone();
        let text = make(16 << 20);
        let start = Instant::now();
        let document = wamark::parse(&text);
        let parsed = start.elapsed();
        let start = Instant::now();
        let html = document.to_html(&HtmlStyle::close());
        let written = start.elapsed();
        println!("{parsed:9.1?} {written:9.1?}  {name}");
        // What stays of the family with the most markers.
        assert!(html.len() > text.len() / 8, "{name}: {} bytes of HTML", html.len());
    }
}

/// Numbered, which takes more than one round: the numbers get longer than was guessed.
#[test]
#[ignore = "some seconds"]
fn a_line_of_16_mib_is_split() {
    let _alone = alone();
    for (word, limit, number) in [("word ", 4096, true), ("word ", 20, true), ("*a* b", 160, false)]
    {
        let text = word.repeat((16 << 20) / word.len());
        let document = wamark::parse(&text);
        let limit = limit.try_into().expect("not 0");
        let splitter = Splitter::new(limit, Unit::CodePoints).number(number);
        let start = Instant::now();
        let parts = splitter.split(&document);
        println!("{word:?} at {limit}: {} parts in {:.1?}", parts.len(), start.elapsed());
        assert!(parts.iter().all(|part| part.text.chars().count() <= limit.get()));
    }
}

/// How a byte of a long text compares with one of a short text.
#[test]
#[ignore = "a measurement, for release mode"]
fn a_byte_takes_the_same_time_in_long_texts() {
    let _alone = alone();
    let (short, long) = (4 * 1024, 1024 * 1024);
    let mut rows = Vec::new();
    for (name, make) in inputs::pathological() {
        for (phase, work) in [
            ("parse", parse as for<'t> fn(&'t str) -> Work<'t>),
            ("android", parse_as_android),
            ("to_html", to_html),
        ] {
            let (short_text, long_text) = (make(short), make(long));
            let mut short_work = work(&short_text);
            // As many bytes as the long text has.
            let mut short_works: Work<'_> =
                Box::new(|| (0..long / short).for_each(|_| short_work()));
            let times = fastest(&mut short_works, &mut work(&long_text));
            let short_time = nanoseconds_a_byte(times.0, short_text.len() * (long / short));
            let long_time = nanoseconds_a_byte(times.1, long_text.len());
            rows.push((long_time / short_time, short_time, long_time, phase, name));
        }
    }
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    println!("ratio  ns/B at 4 KiB  ns/B at 1 MiB  phase    family");
    for (ratio, short_time, long_time, phase, name) in &rows {
        println!("{ratio:5.2}  {short_time:13.2}  {long_time:13.2}  {phase:7}  {name}");
    }
    assert!(rows[0].0 < 1.5, "{}: {:.1} times as long", rows[0].4, rows[0].0);
}
