//! `wamark convert`, one message: targets, presets, inputs.

mod support;

use insta::assert_snapshot;
use support::{file, output};
use wamark::{Client, HtmlStyle, Parser, TextOptions};

/// Something of everything.
const MESSAGE: &str = "*Hi* @15551234567, _see_ www.ex.com/a_b & ~x~ `c`\n- one\n\n1. two\n> q\n\n\
                       ```\npre\n  2*3*4\n```\nsnake_case 😀 \"quoted\"";

#[test]
fn without_options_standard_input_becomes_html_as_close_has_it() {
    assert_eq!(output(&["convert"], "Hi *Ana*"), "<p>Hi <strong>Ana</strong></p>");
    assert_eq!(output(&["convert"], MESSAGE), wamark::to_html(MESSAGE));
}

#[test]
fn defaults_can_be_said() {
    let args = ["convert", "--from", "whatsapp", "--to", "html", "--html", "close", "-"];
    assert_eq!(output(&args, MESSAGE), wamark::to_html(MESSAGE));
    assert_eq!(output(&["convert", "--client", "web"], MESSAGE), wamark::to_html(MESSAGE));
}

#[test]
fn android_reads_in_its_own_way() {
    let message = "[*a*] *b*\n- \n- ex.com/_c_";
    assert_snapshot!(
        output(&["convert", "--client", "android"], message),
        @"<p>[*a*] <strong>b</strong></p><ul><li></li><li>ex.com/<em>c</em></li></ul>"
    );
    let document = Parser::new().client(Client::Android).parse(MESSAGE);
    for (to, expected) in [
        ("text", document.to_text(&TextOptions::default())),
        ("ansi", document.to_ansi()),
        ("json", serde_json::to_string(&document).unwrap()),
    ] {
        assert_eq!(output(&["convert", "--client", "android", "--to", to], MESSAGE), expected);
    }
    let lines = "\"[*a*]\"\n\"*b*\"\n";
    assert_eq!(
        output(&["convert", "--ndjson", "--client", "android"], lines),
        "\"<p>[*a*]</p>\"\n\"<p><strong>b</strong></p>\"\n"
    );
}

#[test]
fn html_has_presets() {
    let document = wamark::parse(MESSAGE);
    for (preset, style) in [
        ("close", HtmlStyle::close()),
        ("neutral", HtmlStyle::neutral()),
        ("preview", HtmlStyle::preview()),
    ] {
        let expected = document.to_html(&style);
        assert_eq!(output(&["convert", "--html", preset], MESSAGE), expected);
        assert_eq!(output(&["convert", "--to", "html", "--html", preset], MESSAGE), expected);
    }
}

#[test]
fn text_is_the_library_s() {
    let expected = wamark::parse(MESSAGE).to_text(&TextOptions::default());
    assert_eq!(output(&["convert", "--to", "text"], MESSAGE), expected);
    assert_eq!(output(&["convert", "--to=text"], "*a* 2*3*4"), "a 2*3*4");
}

#[test]
fn markdown_has_links_and_is_the_library_s() {
    let args = ["convert", "--to", "markdown"];
    assert_eq!(output(&args, MESSAGE), wamark::to_markdown(MESSAGE));
    assert_snapshot!(output(&args, "*Hi*, 2*3*4\nsee ex.com\n- # one"), @r"
    **Hi**, 2\*3\*4\
    see [ex.com](https://ex.com)

    - \# one
    ");
    let lines = "\"*a*\\nb\"\n\"~c~\"\n";
    let expected = "\"**a**\\\\\\nb\"\n\"~~c~~\"\n";
    assert_eq!(output(&["convert", "--to", "markdown", "--ndjson"], lines), expected);
}

#[test]
fn ansi_has_its_codes_though_nothing_is_a_terminal() {
    let expected = wamark::parse(MESSAGE).to_ansi();
    assert!(expected.contains('\u{1b}'));
    assert_eq!(output(&["convert", "--to", "ansi"], MESSAGE), expected);
}

#[test]
fn json_is_the_tree() {
    assert_snapshot!(
        output(&["convert", "--to", "json"], "a *b*"),
        @r#"{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"a ","position":{"start":{"offset":0},"end":{"offset":2}}},{"type":"strong","children":[{"type":"text","value":"b","position":{"start":{"offset":3},"end":{"offset":4}}}],"position":{"start":{"offset":2},"end":{"offset":5}}}],"position":{"start":{"offset":0},"end":{"offset":5}}}],"position":{"start":{"offset":0},"end":{"offset":5}}}"#
    );
    let expected = serde_json::to_string(&wamark::parse(MESSAGE)).unwrap();
    assert_eq!(output(&["convert", "--to", "json"], MESSAGE), expected);
}

#[test]
fn nothing_is_added_and_nothing_taken_away() {
    for (message, text) in [("a", "a"), ("a\n", "a\n"), ("a\n\n", "a\n\n"), (" a ", " a ")] {
        assert_eq!(output(&["convert", "--to", "text"], message), text);
    }
    assert_eq!(output(&["convert"], "\"*a*\"\n\"b\""), "<p>\"<strong>a</strong>\"<br />\"b\"</p>");
}

#[test]
fn an_empty_input_is_an_empty_message() {
    for args in [
        &["convert"][..],
        &["convert", "--to", "text"],
        &["convert", "--to", "markdown"],
        &["convert", "--to", "ansi"],
    ] {
        assert_eq!(output(args, ""), "");
    }
    assert_snapshot!(
        output(&["convert", "--to", "json"], ""),
        @r#"{"type":"root","children":[],"position":{"start":{"offset":0},"end":{"offset":0}}}"#
    );
}

#[test]
fn crlf_is_a_line_end() {
    assert_eq!(output(&["convert"], "a\r\n- b\r\n"), output(&["convert"], "a\n- b\n"));
}

#[test]
fn a_file_is_read_where_one_is_named() {
    let path = file("convert-file.txt", "_from a file_");
    let args = ["convert", path.to_str().unwrap()];
    assert_eq!(output(&args, "standard input"), "<p><em>from a file</em></p>");
    assert_eq!(output(&["convert", "-"], "_in_"), "<p><em>in</em></p>");
}

#[test]
fn a_large_message_is_one_message() {
    let message = format!("{MESSAGE}\n").repeat(20_000);
    assert_eq!(output(&["convert"], &message), wamark::to_html(&message));
}
