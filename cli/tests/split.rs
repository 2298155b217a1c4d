//! `wamark split` and `wamark profiles`.

mod support;

use insta::assert_snapshot;
use support::{file, message, output, run};
use wamark::check::Profile;

const MESSAGE: &str =
    "*Your order, ready at eight:*\n\n- two large pizzas\n- one salad\n\nThank you!";

#[test]
fn parts_for_people() {
    assert_snapshot!(output(&["split", "--limit", "32"], MESSAGE), @r"
    --- 1/3 ---
    *Your order, ready at eight:*
    --- 2/3 ---
    - two large pizzas
    - one salad
    --- 3/3 ---
    Thank you!
    ");
    assert_snapshot!(output(&["split", "--limit", "30", "--number"], MESSAGE), @r"
    --- 1/4 ---
    *Your order, ready at* (1/4)
    --- 2/4 ---
    *eight:*

    - two large (2/4)
    --- 3/4 ---
    pizzas
    - one salad (3/4)
    --- 4/4 ---
    Thank you! (4/4)
    ");
    assert_eq!(output(&["split"], MESSAGE), format!("--- 1/1 ---\n{MESSAGE}\n"));
    assert_eq!(output(&["split"], ""), "");
}

#[test]
fn parts_for_scripts() {
    let args = ["split", "--limit", "32", "--format"];
    let json = output(&[&args[..], &["json"]].concat(), MESSAGE);
    assert_snapshot!(json, @r#"["*Your order, ready at eight:*","- two large pizzas\n- one salad","Thank you!"]"#);
    let parts: Vec<String> = serde_json::from_str(&json).expect("an array of strings");
    let nul = output(&[&args[..], &["nul"]].concat(), MESSAGE);
    assert_eq!(nul, parts.join("\0") + "\0");
    assert_eq!(output(&["split", "--format", "json"], ""), "[]\n");
}

#[test]
fn limits_are_counted_in_their_unit() {
    let parts = |unit: &str, limit: &str| {
        output(&["split", "--limit", limit, "--unit", unit, "--format", "json"], "👍🏽👍🏽👍🏽")
    };
    assert_eq!(parts("graphemes", "2"), "[\"👍🏽👍🏽\",\"👍🏽\"]\n");
    assert_eq!(parts("code-points", "4"), "[\"👍🏽👍🏽\",\"👍🏽\"]\n");
    assert_eq!(parts("utf16", "4"), "[\"👍🏽\",\"👍🏽\",\"👍🏽\"]\n");
    assert_eq!(parts("bytes", "8"), "[\"👍🏽\",\"👍🏽\",\"👍🏽\"]\n");
}

#[test]
fn profiles_have_limits() {
    let text = "word ".repeat(1000);
    for (name, parts) in [("cloud-text", 2), ("twilio", 4), ("cloud-caption", 5), ("close", 1)] {
        let json = output(&["split", "--profile", name, "--format", "json"], &text);
        let found: Vec<String> = serde_json::from_str(&json).expect("an array of strings");
        assert_eq!(found.len(), parts, "{name}");
    }
    let default = output(&["split"], &text);
    assert_eq!(default, output(&["split", "--profile", "cloud-text"], &text));
}

#[test]
fn lines_of_strings_and_of_objects() {
    assert_snapshot!(
        output(&["split", "--limit", "3", "--ndjson"], "\"*a b*\"\n\"\"\n\"ab\"\n"),
        @r#"
    ["*a*","*b*"]
    []
    ["ab"]
    "#
    );
    let args = ["split", "--limit", "5", "--ndjson", "--field", "text", "--into", "parts"];
    assert_snapshot!(
        output(&args, "{\"text\":\"one two\",\"n\":1}\n"),
        @r#"{"text":"one two","n":1,"parts":["one","two"]}"#
    );
    let wrong = run(&["split", "--ndjson"], "\"a\"\n17\n");
    assert_eq!((wrong.code, wrong.stdout.as_str()), (Some(2), "[\"a\"]\n"));
    assert_snapshot!(
        wrong.stderr,
        @"error: standard input, line 2, column 1: expected a JSON string, found a number"
    );
}

#[test]
fn a_part_reads_as_the_client_asked_for_reads_the_whole() {
    let parts =
        |client: &str| output(&["split", "--limit", "6", "--client", client], "[*a*] [*b*]");
    assert_eq!(parts("web"), "--- 1/2 ---\n[\u{200E}*a*]\n--- 2/2 ---\n[\u{200E}*b*]\n");
    assert_eq!(parts("android"), "--- 1/2 ---\n[\u{34F}*a*]\n--- 2/2 ---\n[\u{34F}*b*]\n");
    let never = ["split", "--limit", "6", "--invisible", "never"];
    assert_eq!(output(&never, "[*a*] [*b*]"), "--- 1/2 ---\n[a]\n--- 2/2 ---\n[b]\n");
}

#[test]
fn files_are_read() {
    let path = file("split-message.txt", "a b");
    let text = output(&["split", "--limit", "2", path.to_str().unwrap()], "");
    assert_eq!(text, "--- 1/2 ---\na\n--- 2/2 ---\nb\n");
    assert_eq!(message(&["split", "no/such/file"], ""), "error: no/such/file: no such file\n");
}

#[test]
fn what_is_wrong_is_told() {
    let text = message(&["split", "--profile", "fax"], "");
    assert_snapshot!(text, @r"
    error: invalid value 'fax' for '--profile <NAME>'
      [possible values: app, cloud-text, cloud-caption, cloud-template-body, cloud-template-parameter, cloud-template-button, cloud-interactive-body, cloud-header, cloud-footer, cloud-button, cloud-row-title, cloud-row-description, twilio, 360dialog, close]

    For more information, try '--help'.
    ");
    for args in [
        &["--limit", "0"][..],
        &["--limit", "-1"],
        &["--limit", "8", "--profile", "app"],
        &["--unit", "bytes"],
        &["--limit", "8", "--unit", "inches"],
        &["--format", "json", "--ndjson"],
        &["--field", "a"],
    ] {
        let text = message(&[&["split"], args].concat(), "");
        assert!(text.starts_with("error: "), "{text}");
    }
}

#[test]
fn all_profiles_are_printed() {
    let table = output(&["profiles"], "");
    assert_eq!(table.lines().count(), Profile::ALL.len() + 1);
    assert_snapshot!(table.lines().take(2).collect::<Vec<_>>().join("\n"), @r"
    NAME                       LIMIT  UNIT         PLACE               PROVIDER   SOURCE
    app                        65536  code-points  message text        WhatsApp   the apps' own input field
    ");
    let json = output(&["profiles", "--format", "json"], "");
    let rows: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(rows.as_array().map(Vec::len), Some(Profile::ALL.len()));
    assert_snapshot!(rows[2], @r#"{"limit":1024,"name":"cloud-caption","place":"caption","provider":"Cloud API","source":"Cloud API reference, media messages","unit":"code-points"}"#);
    assert_eq!(rows[Profile::ALL.len() - 1]["limit"], serde_json::Value::Null);
}
