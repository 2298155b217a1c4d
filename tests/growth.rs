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

#[path = "support/foreign.rs"]
mod foreign;
#[path = "../benches/inputs.rs"]
mod inputs;

use std::hint::black_box;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use wamark::{
    Client, Document, Headings, HtmlStyle, Links, MarkdownOptions, Parser, SoftBreaks, Tables,
    TextOptions,
};

/// Something to do with a text, again and again; what is not to be timed is done before.
type Work<'t> = Box<dyn FnMut() + 't>;

fn parse(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().parse(black_box(text)));
    })
}

fn parse_without_links(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().links(false).parse(black_box(text)));
    })
}

fn parse_with_spoilers(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().spoilers(true).parse(black_box(text)));
    })
}

fn parse_as_android(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().client(Client::Android).parse(black_box(text)));
    })
}

fn parse_as_android_without_links(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(Parser::new().client(Client::Android).links(false).parse(black_box(text)));
    })
}

fn html(text: &str, style: HtmlStyle) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_html(&style));
    })
}

/// All of it, as the one-call function does it.
fn to_html(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::to_html(black_box(text)));
    })
}

fn close(text: &str) -> Work<'_> {
    html(text, HtmlStyle::close())
}

fn preview(text: &str) -> Work<'_> {
    html(text, HtmlStyle::preview())
}

fn neutral(text: &str) -> Work<'_> {
    html(text, HtmlStyle::neutral())
}

fn text(text: &str) -> Work<'_> {
    let (document, options) = (wamark::parse(text), TextOptions::default());
    Box::new(move || {
        black_box(black_box(&document).to_text(&options));
    })
}

fn line(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_line(usize::MAX));
    })
}

fn ansi(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_ansi());
    })
}

fn markdown(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_markdown());
    })
}

fn markdown_without_links(text: &str) -> Work<'_> {
    let document = Parser::new().links(false).parse(text);
    Box::new(move || {
        black_box(black_box(&document).to_markdown());
    })
}

fn events(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(black_box(&document).events().fold(0, |sum, (_, span)| sum + span.len()));
    })
}

/// As JSON, which goes over the whole tree.
fn tree(text: &str) -> Work<'_> {
    let document = wamark::parse(text);
    Box::new(move || {
        black_box(serde_json::to_string(black_box(&document)).is_ok());
    })
}

fn detect(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::dialect::detect(black_box(text)));
    })
}

fn normalize(text: &str) -> Work<'_> {
    Box::new(move || {
        black_box(wamark::dialect::normalize(black_box(text)));
    })
}

fn read_markdown_as(text: &str, options: MarkdownOptions) -> Work<'_> {
    Box::new(move || {
        black_box(Document::from_markdown(black_box(text), &options));
    })
}

fn read_markdown(text: &str) -> Work<'_> {
    read_markdown_as(text, MarkdownOptions::default())
}

/// With all that is not the default.
fn read_markdown_otherwise(text: &str) -> Work<'_> {
    let options = MarkdownOptions::default().headings(Headings::BoldUpper).links(Links::Url);
    read_markdown_as(text, options.tables(Tables::Box).soft_breaks(SoftBreaks::Space))
}

fn read_markdown_with_bullets(text: &str) -> Work<'_> {
    let options = MarkdownOptions::default().headings(Headings::Plain).links(Links::Text);
    read_markdown_as(text, options.tables(Tables::Bullets))
}

/// One makes and measures at a time.
static ALONE: Mutex<()> = Mutex::new(());

fn time(work: &mut Work<'_>) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The shortest times of both, in turns, so that both meet the same machine.
fn fastest(one: &mut Work<'_>, other: &mut Work<'_>) -> (Duration, Duration) {
    (0..7).fold((Duration::MAX, Duration::MAX), |(best, other_best), _| {
        (best.min(time(one)), other_best.min(time(other)))
    })
}

/// The shortest time worth to be measured.
const MEASURABLE: Duration = Duration::from_micros(20);
/// Where a linear step gives 4 and a quadratic one 16.
const LIMIT: f64 = 9.0;

#[track_caller]
fn assert_linear(work: for<'t> fn(&'t str) -> Work<'t>) {
    assert_linear_on(inputs::pathological(), work);
}

#[track_caller]
fn assert_linear_on(families: Vec<(&str, inputs::Maker)>, work: for<'t> fn(&'t str) -> Work<'t>) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut worst = (0.0, "");
    for (name, make) in families {
        let mut size = 8 * 1024;
        while size < 1 << 20 {
            let text = make(size);
            let mut run = work(&text);
            if (0..3).all(|_| time(&mut run) > MEASURABLE) {
                break;
            }
            size *= 2;
        }
        let (small, large) = (make(size), make(4 * size));
        let mut ratio = f64::MAX;
        // A machine that does other things, too, is given three chances.
        for _ in 0..3 {
            let (small_time, large_time) = fastest(&mut work(&small), &mut work(&large));
            ratio = ratio.min(large_time.as_secs_f64() / small_time.as_secs_f64());
            let per_byte = nanoseconds_a_byte(large_time, large.len());
            if per_byte > worst.0 {
                worst = (per_byte, name);
            }
            if ratio < LIMIT {
                break;
            }
        }
        assert!(ratio < LIMIT, "{name}: 4x of {size} bytes took {ratio:.1}x the time");
    }
    println!("slowest: {:.1} ns a byte, {}", worst.0, worst.1);
}

#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
fn nanoseconds_a_byte(time: Duration, bytes: usize) -> f64 {
    time.as_secs_f64() * 1e9 / bytes as f64
}

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
        assert_linear_on(markdown_families(), writer);
    }
}

/// What a writer of Markdown looks at more than once.
fn markdown_families() -> Vec<(&'static str, inputs::Maker)> {
    macro_rules! repeats {
        ($($piece:literal),* $(,)?) => {
            vec![$((stringify!($piece), |n| $piece.repeat(n / $piece.len()))),*]
        };
    }
    repeats![
        "*~",
        "a~*~",
        "_a_~",
        "http://",
        "http://_",
        "www.",
        "[",
        "]",
        "](",
        "]:",
        "[a]: ",
        "![a](b)",
        "<a",
        "<a>",
        "&a",
        "&#",
        "&amp;",
        "\\",
        "a@b",
        "_a@",
        "- ",
        "-|",
        "=\n",
        "---\n",
        "# ",
        "| a |\n",
        ".",
        "https://a.co, ",
        "\u{A0}",
        "> \n",
        "*a*✅",
        "`",
    ]
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
fn reading_markdown_is_linear() {
    for reader in [read_markdown, read_markdown_otherwise, read_markdown_with_bullets] {
        assert_linear_on(inputs::pathological_markdown(), reader);
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
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
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

/// How a byte of a long text compares with one of a short text.
#[test]
#[ignore = "a measurement, for release mode"]
fn a_byte_takes_the_same_time_in_long_texts() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
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
