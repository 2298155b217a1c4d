//! `wamark convert --ndjson`: strings in, one a line.

mod support;

use std::io::{BufRead as _, BufReader, Write as _};

use insta::assert_snapshot;
use support::{file, output, run, start};
use wamark::{HtmlStyle, TextOptions};

/// Messages of many lengths and kinds, more than 2 MiB of them.
fn many() -> Vec<String> {
    let pieces =
        ["*bold* ", "_it_ ", "größe 😀 ", "\n- item ", "\"q\" \\ ", "2*3*4 ", "`c`\t", "x & <y> "];
    (0..40_000_usize)
        .map(|n| {
            let words = (0..n % 23).map(|k| pieces[(n * 7 + k * (n % 5 + 1)) % pieces.len()]);
            format!("{n} {}", words.collect::<String>())
        })
        .collect()
}

/// One JSON value a line.
fn lines<T: serde::Serialize>(values: impl IntoIterator<Item = T>) -> String {
    let line = |value| serde_json::to_string(&value).expect("the value is JSON") + "\n";
    values.into_iter().map(line).collect()
}

#[test]
fn every_line_becomes_one_line() {
    assert_snapshot!(output(&["convert", "--ndjson"], "\"*a*\"\n\"\"\n\"b\\nc \\\"d\\\"\"\n"), @r#"
    "<p><strong>a</strong></p>"
    ""
    "<p>b<br />c \"d\"</p>"
    "#);
}

#[test]
fn many_blocks_stay_in_order_and_are_what_the_library_gives() {
    let messages = many();
    let input = lines(&messages);
    assert!(input.len() > 2 << 20);
    let path = file("ndjson-many.jsonl", &input);
    let path = path.to_str().unwrap();
    let html = lines(messages.iter().map(|message| wamark::to_html(message)));
    assert!(output(&["convert", "--ndjson"], &input) == html);
    assert!(output(&["convert", "--ndjson", path], "") == html);
    let check = |args: &[&str], expected: &dyn Fn(&wamark::Document<'_>) -> String| {
        let args = [&["convert", "--ndjson"], args].concat();
        let expected: String = messages.iter().map(|text| expected(&wamark::parse(text))).collect();
        assert!(output(&args, &input) == expected, "{args:?}");
    };
    check(&["--html", "neutral"], &|doc| lines([doc.to_html(&HtmlStyle::neutral())]));
    check(&["--html", "preview"], &|doc| lines([doc.to_html(&HtmlStyle::preview())]));
    check(&["--to", "text"], &|doc| lines([doc.to_text(&TextOptions::default())]));
    check(&["--to", "ansi"], &|doc| lines([doc.to_ansi()]));
    check(&["--to", "json"], &|doc| lines([doc]));
}

#[test]
fn a_line_longer_than_many_blocks_is_one_line() {
    let long = "*x* ".repeat(500_000);
    let messages = ["a", &long, "b", &long, "c"];
    let expected = lines(messages.map(wamark::to_html));
    assert!(output(&["convert", "--ndjson"], lines(messages)) == expected);
}

#[test]
fn json_gives_trees_and_no_strings() {
    assert_snapshot!(
        output(&["convert", "--ndjson", "--to", "json"], "\"\"\n\"a\""),
        @r#"
    {"type":"root","children":[],"position":{"start":{"offset":0},"end":{"offset":0}}}
    {"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"a","position":{"start":{"offset":0},"end":{"offset":1}}}],"position":{"start":{"offset":0},"end":{"offset":1}}}],"position":{"start":{"offset":0},"end":{"offset":1}}}
    "#
    );
}

#[test]
fn escapes_are_read() {
    let text = ["convert", "--ndjson", "--to", "text"];
    assert_snapshot!(
        output(&text, r#""\u0041\u00e9\ud83d\ude00 \/ \\ \" \b\f\n\r\t\u0000""#),
        @r#""Aé😀 / \\ \" \b\f\n\n\t\u0000""#
    );
}

#[test]
fn line_ends_are_lf_or_crlf_or_the_end() {
    let expected = "\"<p>a</p>\"\n\"<p>b</p>\"\n";
    for input in [
        "\"a\"\n\"b\"\n",
        "\"a\"\n\"b\"",
        "\"a\"\r\n\"b\"\r\n",
        "\"a\"\r\n\"b\"",
        " \"a\"\t\n\"b\" ",
    ] {
        assert_eq!(output(&["convert", "--ndjson"], input), expected, "{input:?}");
    }
}

#[test]
fn no_lines_give_no_lines() {
    assert_eq!(output(&["convert", "--ndjson"], ""), "");
}

#[test]
fn what_comes_before_an_error_is_written() {
    let messages = many();
    let good = lines(&messages);
    let html = lines(messages.iter().map(|message| wamark::to_html(message)));
    for bad in [&b"17\n"[..], b"\"\xff\"\n", b"\n", b"\"open"] {
        let input = [good.as_bytes(), bad, &b"\"behind\"\n".repeat(100_000)].concat();
        let run = run(&["convert", "--ndjson"], input);
        assert_eq!(run.code, Some(2));
        assert!(run.stdout == html);
        assert!(run.stderr.starts_with("error: standard input, line 40001"), "{}", run.stderr);
    }
}

#[test]
fn a_slow_input_is_answered_line_by_line() {
    let mut child = start(&["convert", "--ndjson"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for n in 0..10 {
        writeln!(stdin, "\"{n}\"").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(line, format!("\"<p>{n}</p>\"\n"));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}
