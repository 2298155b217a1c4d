//! `wamark convert`: every notation to every other, and the options of those.

mod support;

use insta::assert_snapshot;
use support::{message, output};
use wamark::{
    Document, HtmlOptions, HtmlStyle, Invisible, MarkdownOptions, Parser, Reading, TextOptions,
};

const WHATSAPP: &str =
    "*Order* _12_\n- ~tea~ `milk`\n1. see https://ex.com/a_b\n> 2*3*4 & snake_case";

const MARKDOWN: &str = "# Order **12**\n\nHi *Ana*,\nsee [docs](https://ex.com/a_b) & 2\\*3.\n\n\
                        - [x] tea\n  - milk\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n```py\nx\n```";

const HTML: &str = "<h1>Order <b>12</b></h1><p>Hi <i>Ana</i>,<br>see <a href=\"https://ex.com/a_b\">docs\
                    </a> &amp; 2*3.</p><ul><li>tea<ul><li>milk</li></ul></li></ul><hr>\
                    <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>";

/// What the library writes of a document.
fn written(document: &Document<'_>, to: &str) -> String {
    match to {
        "html" => document.to_html(&HtmlStyle::close()),
        "text" => document.to_text(&TextOptions::default()),
        "whatsapp" => document.to_whatsapp(Invisible::Allow).text,
        "markdown" => document.to_markdown(),
        "ansi" => document.to_ansi(),
        "json" => serde_json::to_string(document).expect("a document is JSON"),
        _ => unreachable!("{to}"),
    }
}

const TARGETS: [&str; 6] = ["html", "text", "whatsapp", "markdown", "ansi", "json"];

fn json(text: &str) -> String {
    serde_json::to_string(text).expect("a string is JSON")
}

#[track_caller]
fn check(from: &str, text: &str, document: &Document<'_>) {
    for to in TARGETS {
        let expected = written(document, to);
        assert!(expected.contains("12"), "{to}: {expected}");
        assert_eq!(output(&["convert", "--from", from, "--to", to], text), expected, "{to}");
        let line = json(text);
        let value = if to == "json" { expected } else { json(&expected) };
        let args = ["convert", "--ndjson", "--from", from, "--to", to];
        assert_eq!(output(&args, &line), format!("{value}\n"), "{to}");
    }
}

fn markdown(text: &str) -> Reading {
    Document::from_markdown(text, &MarkdownOptions::default())
}

fn html(text: &str) -> Reading {
    Document::from_html(text, &HtmlOptions::default())
}

#[test]
fn every_notation_to_every_other() {
    // Where links are no nodes, JSON and the like would lack them.
    check("whatsapp", WHATSAPP, &Parser::new().parse(WHATSAPP));
    check("markdown", MARKDOWN, markdown(MARKDOWN).document());
    check("html", HTML, html(HTML).document());
}

#[test]
fn auto_is_whichever_each_message_is_in() {
    check("auto", WHATSAPP, &wamark::parse(WHATSAPP));
    check("auto", MARKDOWN, markdown(MARKDOWN).document());
    check("auto", HTML, html(HTML).document());
    let lines = "\"**a**\"\n\"*a*\"\n\"<p><b>a</b></p>\"\n\"2**3\"\n";
    assert_snapshot!(
        output(&["convert", "--from", "auto", "--to", "whatsapp", "--ndjson"], lines),
        @r#"
    "*a*"
    "*a*"
    "*a*"
    "2**3"
    "#
    );
}

#[test]
fn whatsapp_text_from_elsewhere() {
    assert_snapshot!(
        output(&["convert", "--from", "markdown", "--to", "whatsapp"], MARKDOWN),
        @r"
    *Order 12*

    Hi _Ana_,
    see docs (https://ex.com/a_b) & 2*3.

    - ☑ tea
      ◦ milk

    ```
    a | b
    --|--
    1 | 2
    ```

    ———

    ```
    x
    ```
    "
    );
    assert_snapshot!(
        output(&["convert", "--from", "html", "--to", "whatsapp"], HTML),
        @r"
    *Order 12*

    Hi _Ana_,
    see docs (https://ex.com/a_b) & 2*3.

    - tea
      ◦ milk

    ———

    ```
    a | b
    --|--
    1 | 2
    ```
    "
    );
}

#[test]
fn whatsapp_text_stays_what_it_is() {
    for text in [WHATSAPP, "", "*a\n\n~b", "\u{200E}*a*\u{34F}* "] {
        assert_eq!(output(&["convert", "--to", "whatsapp"], text), text);
    }
}

#[test]
fn presets_of_html_work_for_every_notation() {
    for preset in ["close", "neutral", "preview"] {
        let style = match preset {
            "close" => HtmlStyle::close(),
            "neutral" => HtmlStyle::neutral(),
            _ => HtmlStyle::preview(),
        };
        let convert = |from, text| output(&["convert", "--from", from, "--html", preset], text);
        assert_eq!(convert("markdown", MARKDOWN), markdown(MARKDOWN).document().to_html(&style));
        assert_eq!(convert("html", HTML), html(HTML).document().to_html(&style));
        assert_eq!(convert("whatsapp", WHATSAPP), wamark::parse(WHATSAPP).to_html(&style));
    }
}

/// The WhatsApp text of Markdown and of HTML with options.
fn whatsapp(options: &[&str], text: [&str; 2]) -> [String; 2] {
    ["markdown", "html"].map(|from| {
        let text = text[usize::from(from == "html")];
        output(&[&["convert", "--from", from, "--to", "whatsapp"], options].concat(), text)
    })
}

#[test]
fn headings() {
    let text = ["# Hi\n\nyou", "<h1>Hi</h1>you"];
    for (options, expected) in [
        (&[][..], "*Hi*\n\nyou"),
        (&["--headings", "bold"], "*Hi*\n\nyou"),
        (&["--headings", "bold-upper"], "*HI*\n\nyou"),
        (&["--headings", "plain"], "Hi\n\nyou"),
    ] {
        assert_eq!(whatsapp(options, text), [expected; 2], "{options:?}");
    }
}

#[test]
fn links() {
    let text = ["a [b](https://ex.com) c", "a <a href='https://ex.com'>b</a> c"];
    for (options, expected) in [
        (&[][..], "a b (https://ex.com) c"),
        (&["--links", "text-url"], "a b (https://ex.com) c"),
        (&["--links", "url"], "a https://ex.com c"),
        (&["--links", "text"], "a b c"),
    ] {
        assert_eq!(whatsapp(options, text), [expected; 2], "{options:?}");
    }
}

#[test]
fn tables() {
    let text =
        ["|n|v|\n|-|-|\n|a|1|\n|b|2|", "<table><tr><th>n<th>v<tr><td>a<td>1<tr><td>b<td>2</table>"];
    let boxed = "```\nn | v\n--|--\na | 1\nb | 2\n```";
    for (options, expected) in [
        (&[][..], boxed),
        (&["--tables", "auto"], boxed),
        (&["--tables", "box"], boxed),
        (&["--tables", "cards"], "n: a\nv: 1\n\nn: b\nv: 2"),
        (&["--tables", "bullets"], "*n · v*\n- a · 1\n- b · 2"),
    ] {
        assert_eq!(whatsapp(options, text), [expected; 2], "{options:?}");
    }
}

#[test]
fn soft_breaks() {
    for (options, expected) in [
        (&[][..], "a\nb"),
        (&["--soft-breaks", "newline"], "a\nb"),
        (&["--soft-breaks", "space"], "a b"),
    ] {
        let args = [&["convert", "--from", "markdown", "--to", "text"], options].concat();
        assert_eq!(output(&args, "a\nb"), expected, "{options:?}");
    }
}

#[test]
fn invisible_characters() {
    let text = ["super**bold**ly", "super<b>bold</b>ly"];
    let marked = "super\u{200E}*bold*\u{200E}ly";
    assert_eq!(whatsapp(&[], text), [marked; 2]);
    assert_eq!(whatsapp(&["--invisible", "allow"], text), [marked; 2]);
    assert_eq!(whatsapp(&["--invisible", "never"], text), ["superboldly"; 2]);
}

#[test]
fn options_that_could_have_no_effect_are_refused() {
    let text = message(&["convert", "--headings", "plain"], "");
    assert_snapshot!(text, @r"
    error: the argument '--headings <FORM>' needs '--from markdown', 'html' or 'auto'

    Usage: wamark convert [OPTIONS] [FILE]

    For more information, try '--help'.
    ");
    for (args, needs) in [
        (&["--links", "url"][..], "'--links <FORM>' needs '--from markdown', 'html' or 'auto'"),
        (&["--tables", "box"], "'--tables <FORM>' needs '--from markdown', 'html' or 'auto'"),
        (
            &["--from", "html", "--soft-breaks", "space"],
            "'--soft-breaks <FORM>' needs '--from markdown' or '--from auto'",
        ),
        (
            &["--from", "markdown", "--client", "web"],
            "'--client <CLIENT>' needs '--from whatsapp' or '--from auto'",
        ),
        (&["--invisible", "never"], "'--invisible <POLICY>' needs '--to whatsapp'"),
        (
            &["--losses", "--ndjson", "--field", "a", "--into", "losses"],
            "'--into losses' cannot be used with '--losses', which takes that key",
        ),
    ] {
        let text = message(&[&["convert"], args].concat(), "");
        let first = format!("error: the argument {needs}");
        assert_eq!(text.lines().next(), Some(first.as_str()));
    }
    let all =
        ["--headings", "plain", "--links", "url", "--tables", "box", "--soft-breaks", "space"];
    let args = [&["convert", "--from", "auto", "--client", "android"], &all[..]].concat();
    assert_eq!(output(&args, "a"), "<p>a</p>");
}
