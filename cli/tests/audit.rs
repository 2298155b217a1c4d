//! `wamark close audit`: lines and documents in, a report out, exit code 2 for what was not read.

mod support;

use insta::assert_snapshot;
use support::{file, output, run};

/// What Close gives for a message, as one line.
fn activity(id: u32, markdown: &str, html: &str, text: &str) -> String {
    let [markdown, html, text] =
        [markdown, html, text].map(|text| serde_json::to_string(text).expect("a string"));
    format!(
        r#"{{"_type":"WhatsAppMessage","id":"acti_{id}","users":["user_1"],"attachments":[],"message_markdown":{markdown},"message_html":{html},"text":{text},"status":null}}"#
    )
}

/// Messages with `<b>` for bold and `<p>` in items.
fn export() -> Vec<String> {
    vec![
        activity(1, "Hi", "<p>Hi</p>", "Hi"),
        activity(2, "*Hi*", "<p><b>Hi</b></p>", "Hi"),
        activity(3, "- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n- b"),
        activity(4, "- *a*", "<ul><li><p><b>a</b></p></li></ul>", "a"),
        activity(5, "a\n\nb", "<p>a</p>\n<p>b</p>", "a\n\nb"),
        activity(6, "_x_", "<p>_x_</p>", "_x_"),
    ]
}

#[test]
fn a_report_for_people() {
    let lines = export().join("\n");
    assert_snapshot!(output(&["close", "audit"], lines), @r#"
    6 messages compared

    HTML
      equal                                            1    16.6 %
      equal but for white space and spelling           1    16.6 %
      same structure, other tags                       3    50.0 %
      different                                        1    16.6 %
        another text                                   1    16.6 %

    Text
      equal                                            4    66.6 %
      equal but for white space                        0     0.0 %
      different                                        2    33.3 %
      equal with every bullet as •                     3    50.0 %
      equal without marks of items and quotes          4    66.6 %
      equal to the message itself                      4    66.6 %

    Tags                   Close's                        how often
      paragraph            <p>                                    4  as ours
      first_blank_line     none                                   1  as ours
      bold                 <b>                                    2
      bulleted_list        <ul>                                   2  as ours
      item                 <li><p>                                3

    Style
      HtmlStyle::close().bold(HtmlTag::new("b")).item(HtmlTag::new("li").around(HtmlTag::new("p")))

    First examples
      message 2, "acti_2": HTML other tags, text equal
      message 3, "acti_3": HTML other tags, text equal
      message 4, "acti_4": HTML other tags, text different
      message 5, "acti_5": HTML equal but for white space, text equal
      message 6, "acti_6": HTML another text, text different
    "#);
}

#[test]
fn a_report_for_programs() {
    let lines = export()[1..3].join("\n");
    assert_snapshot!(output(&["close", "audit", "--format", "json"], lines), @r#"
    {
      "activities": 2,
      "other_objects": 0,
      "wrong": 0,
      "html": {
        "equal": 0,
        "equal_after_spacing": 0,
        "other_tags": 2,
        "different": 0,
        "not_well_formed": 0,
        "other_text": 0,
        "other_structure": 0,
        "other_lines": 0,
        "other_numbers": 0
      },
      "text": {
        "equal": 2,
        "equal_after_spacing": 0,
        "different": 0,
        "with_dots": 1,
        "without_marks": 1,
        "as_markdown": 1
      },
      "tags": [
        {
          "construct": "paragraph",
          "html": "<p>",
          "count": 1
        },
        {
          "construct": "bold",
          "html": "<b>",
          "count": 1
        },
        {
          "construct": "bulleted_list",
          "html": "<ul>",
          "count": 1
        },
        {
          "construct": "item",
          "html": "<li><p>",
          "count": 2
        }
      ],
      "suggested_style": {
        "tags": {
          "bold": "<b>",
          "item": "<li><p>"
        },
        "code": "HtmlStyle::close().bold(HtmlTag::new(\"b\")).item(HtmlTag::new(\"li\").around(HtmlTag::new(\"p\")))",
        "beyond": {}
      },
      "examples": [
        {
          "activity": 1,
          "id": "acti_2",
          "html": "other_tags",
          "text": "equal"
        },
        {
          "activity": 2,
          "id": "acti_3",
          "html": "other_tags",
          "text": "equal"
        }
      ],
      "faults": []
    }
    "#);
}

#[test]
fn messages_are_shown_where_that_is_asked_for() {
    let lines = export().join("\n");
    let shown = output(&["close", "audit", "--show"], &lines);
    assert!(shown.contains(r#"    message      "*Hi*""#), "{shown}");
    assert!(shown.contains(r#"    Close's HTML "<p>_x_</p>""#), "{shown}");
}

#[test]
fn lines_pages_and_documents_are_the_same() {
    let report = output(&["close", "audit"], export().join("\n"));
    let page = format!(r#"{{"has_more":false,"data":[{}]}}"#, export().join(","));
    let pretty = page.replace("[{", "[\n{").replace("},{", "},\n{").replacen('{', "{\n", 1);
    assert!(pretty.lines().count() > 6);
    for input in
        [page, pretty.clone(), format!("\n \r\n{pretty}"), format!("{}\n", export().join("\r\n"))]
    {
        assert_eq!(output(&["close", "audit", "-"], &input), report);
        let path = file("audit-input.json", &input);
        assert_eq!(output(&["close", "audit", path.to_str().unwrap()], ""), report);
    }
    // Many blocks of the reader.
    let many = pretty.replace("\n{", &format!("{}\n{{", " ".repeat(100_000)));
    assert_eq!(output(&["close", "audit"], many), report);
}

#[test]
fn what_cannot_be_read_costs_nothing_else() {
    let lines = export();
    let input = [
        lines[0].as_bytes(),
        b"oops",
        br#"{"id":"acti_9","message_markdown":"a"}"#,
        b"\"\xff\"",
        b"",
        lines[1].as_bytes(),
    ]
    .join(&b'\n');
    let run = run(&["close", "audit"], input);
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.starts_with("2 messages compared\n"), "{}", run.stdout);
    let (_, faults) = run.stdout.split_once("\n3 not read\n").unwrap();
    assert_snapshot!(faults, @r#"
    line 2: column 1: expected value
    line 3: the activity "acti_9" has no text "message_html"
    line 4: expected UTF-8, found the byte 0xff at offset 200
    "#);
    assert_snapshot!(run.stderr, @r"error: standard input, line 2: column 1: expected value, and 2 more faults");
}

#[test]
fn nothing_is_a_report_of_nothing() {
    for input in ["", "\n", " \r\n\n"] {
        let report = output(&["close", "audit"], input);
        assert!(report.starts_with("0 messages compared\n"), "{report}");
    }
}

#[test]
fn a_document_that_breaks_off() {
    let page = format!("{{\n\"data\":[{}", export().join(",\n"));
    let run = run(&["close", "audit"], page);
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.starts_with("6 messages compared\n"), "{}", run.stdout);
    assert_snapshot!(run.stderr, @r"error: standard input, line 7: column 157: EOF while parsing a list");
}

#[test]
fn files_that_cannot_be_read() {
    let run = run(&["close", "audit", "no/such/file"], "");
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), "error: no/such/file: no such file\n"));
}
