//! `wamark convert --losses`: what was said in another way, or not at all.

mod support;

use insta::assert_snapshot;
use support::{file, output, run};
use wamark::LossCode;

const MARKDOWN: &str = "# Tïtle\n\nsee é[docs](https://ex.com)\r\nand **[x](#y)**\n\n- a\n  - b\n";

const ARGS: [&str; 6] = ["convert", "--from", "markdown", "--to", "whatsapp", "--losses"];

/// Places are of the input; columns count characters.
#[test]
fn losses_are_told_one_a_line() {
    let path = file("losses.md", MARKDOWN);
    let path = path.to_str().unwrap();
    let said = run(&[&ARGS[..], &[path]].concat(), "");
    assert_eq!(said.code, Some(0));
    assert_snapshot!(said.stdout, @r"
    *Tïtle*

    see édocs (https://ex.com)
    and *x*

    - a
      ◦ b
    ");
    assert_snapshot!(said.stderr.replace(path, "FILE"), @r"
    FILE:1:1: heading-as-bold: a heading became a bold line
    FILE:3:6: link-inlined: a link became its label and its address
    FILE:4:7: link-dropped: a link lost its label or its address
    FILE:7:3: nested-list-flattened: a list inside a list became lines of text
    ");
    let said = run(&ARGS, "# a");
    assert_snapshot!(
        said.stderr,
        @"standard input:1:1: heading-as-bold: a heading became a bold line"
    );
}

#[test]
fn every_target_tells_what_reading_lost() {
    for to in ["html", "text", "markdown", "ansi", "json"] {
        let said = run(&["convert", "--from", "markdown", "--to", to, "--losses"], "# a");
        assert!(said.stderr.starts_with("standard input:1:1: heading-as-bold: "), "{to}");
    }
    let said = run(&["convert", "--from", "html", "--losses"], "<h1>a</h1>");
    assert!(said.stderr.starts_with("standard input:1:1: heading-as-bold: "), "{}", said.stderr);
}

#[test]
fn writing_loses_too() {
    let args = [&ARGS[..], &["--invisible", "never"]].concat();
    let said = run(&args, "a\nsuper**bold**ly");
    assert_eq!(said.stdout, "a\nsuperboldly");
    assert!(said.stderr.starts_with("standard input:2:"), "{}", said.stderr);
    assert!(said.stderr.contains(": style-dropped: text lost a style"), "{}", said.stderr);
}

#[test]
fn nothing_is_said_where_nothing_is_lost_nor_where_nobody_asks() {
    assert_eq!(output(&ARGS, "**a**"), "*a*");
    assert_eq!(output(&["convert", "--losses"], "# *a*"), "<p># <strong>a</strong></p>");
    assert_eq!(output(&ARGS[..5], "# a"), "*a*");
}

#[test]
fn strings_become_objects() {
    let args = [&ARGS[..], &["--ndjson"]].concat();
    assert_snapshot!(output(&args, "\"# é\\n\\n---\"\n\"a\"\n"), @r#"
    {"text":"*é*\n\n———","losses":[{"code":"heading-as-bold","start":0,"end":4},{"code":"rule-as-text","start":6,"end":9}]}
    {"text":"a","losses":[]}
    "#);
    let args = ["convert", "--from", "markdown", "--to", "json", "--losses", "--ndjson"];
    assert_snapshot!(
        output(&args, "\"\""),
        @r#"{"text":{"type":"root","children":[],"position":{"start":{"offset":0},"end":{"offset":0}}},"losses":[]}"#
    );
}

#[test]
fn objects_get_one_more_key() {
    let args = [&ARGS[..], &["--ndjson", "--field", "m", "--into", "w"]].concat();
    let losses = r#"[{"code":"heading-as-bold","start":0,"end":3}]"#;
    for (line, expected) in [
        (r##"{"m":"# a"}"##, r##"{"m":"# a","w":"*a*","losses":LOSSES}"##),
        // Old values are replaced where they stand, in whatever order.
        (r##"{"losses":[1], "m":"# a", "w":2 }"##, r##"{"losses":LOSSES, "m":"# a", "w":"*a*" }"##),
        (r##"{"w":1,"m":"# a"}"##, r##"{"w":"*a*","m":"# a","losses":LOSSES}"##),
        (
            r##"{"losses":1,"m":"# a","losses":2}"##,
            r##"{"losses":LOSSES,"m":"# a","losses":LOSSES,"w":"*a*"}"##,
        ),
    ] {
        let expected = expected.replace("LOSSES", losses) + "\n";
        assert_eq!(output(&args, line), expected);
    }
    // Without the option the key is like any other.
    let args = ["convert", "--ndjson", "--field", "m", "--into", "losses"];
    assert_eq!(output(&args, r#"{"m":"a"}"#), "{\"m\":\"a\",\"losses\":\"<p>a</p>\"}\n");
}

#[test]
fn losses_are_those_of_each_line() {
    let line = |n: usize| if n.is_multiple_of(3) { "\"# a\"\n" } else { "\"a\"\n" };
    let input: String = (0..100_000).map(line).collect();
    let expected: String = (0..100_000_usize)
        .map(|n| match n % 3 {
            0 => r#"{"text":"*a*","losses":[{"code":"heading-as-bold","start":0,"end":3}]}"#,
            _ => r#"{"text":"a","losses":[]}"#,
        })
        .fold(String::new(), |all, line| all + line + "\n");
    assert!(output(&[&ARGS[..], &["--ndjson"]].concat(), input) == expected);
}

/// Losses of one line of a megabyte are told in no time.
#[test]
fn many_losses_on_one_line() {
    let message = "[a](https://ex.com) ".repeat(50_000);
    let said = run(&ARGS, message);
    assert_eq!(said.stderr.lines().count(), 50_000);
    let last = said.stderr.lines().last().unwrap();
    assert!(last.starts_with("standard input:1:999981: link-inlined"), "{last}");
}

#[test]
fn every_code_has_a_sentence() {
    for code in LossCode::ALL {
        let sentence = code.sentence();
        assert!(sentence.len() > 20 && !sentence.ends_with('.'), "{code}: {sentence}");
    }
}
