//! The document as JSON: unist, with the names of mdast, positions as byte offsets.

#[path = "support/texts.rs"]
mod texts;

use serde_json::{Value, json};
use wamark::{Document, Event, Parser, parse};

/// Compares the only block of a message, without its positions.
#[track_caller]
fn assert_block(message: &str, expected: &Value) {
    assert_tree(&parse(message), &json!([expected]));
}

#[track_caller]
fn assert_tree(document: &Document<'_>, expected: &Value) {
    let mut got = to_value(document);
    assert_eq!(got["type"], "root");
    let got = without_positions(&mut got);
    assert_eq!(got["children"], *expected, "{:?}", document.source());
}

fn without_positions(node: &mut Value) -> &Value {
    assert!(node.as_object_mut().is_some_and(|node| node.remove("position").is_some()));
    for child in node.get_mut("children").and_then(Value::as_array_mut).into_iter().flatten() {
        without_positions(child);
    }
    node
}

fn text(value: &str) -> Value {
    json!({"type": "text", "value": value})
}

fn paragraph(children: &[Value]) -> Value {
    json!({"type": "paragraph", "children": children})
}

#[test]
fn nothing() {
    assert_eq!(
        serde_json::to_string(&parse("")).unwrap(),
        r#"{"type":"root","children":[],"position":{"start":{"offset":0},"end":{"offset":0}}}"#
    );
}

/// The whole of it, to the letter: the order of the keys is part of it.
#[test]
fn to_the_letter() {
    let got = serde_json::to_string(&parse("é a.co")).unwrap();
    let expected = r#"
        {"type":"root","children":[
            {"type":"paragraph","children":[
                {"type":"text","value":"é ",
                    "position":{"start":{"offset":0},"end":{"offset":3}}},
                {"type":"link","url":"https://a.co","children":[
                    {"type":"text","value":"a.co",
                        "position":{"start":{"offset":3},"end":{"offset":7}}}],
                    "position":{"start":{"offset":3},"end":{"offset":7}}}],
                "position":{"start":{"offset":0},"end":{"offset":7}}}],
            "position":{"start":{"offset":0},"end":{"offset":7}}}"#;
    assert_eq!(got, expected.lines().map(str::trim_start).collect::<String>());
}

#[test]
fn emphasis() {
    for (message, name) in [("*a*", "strong"), ("_a_", "emphasis"), ("~a~", "delete")] {
        assert_block(message, &paragraph(&[json!({"type": name, "children": [text("a")]})]));
    }
    let italic = json!({"type": "emphasis", "children": [text("a")]});
    let bold = json!({"type": "strong", "children": [italic, text(" b")]});
    assert_block("x *_a_ b*", &paragraph(&[text("x "), bold]));
}

#[test]
fn spoilers_are_a_type_of_their_own() {
    let document = Parser::new().spoilers(true).parse("||a||");
    let spoiler = json!({"type": "spoiler", "children": [text("a")]});
    assert_tree(&document, &json!([paragraph(&[spoiler])]));
}

#[test]
fn code() {
    let code = json!({"type": "inlineCode", "value": "a *b*"});
    assert_block("`a *b*`", &paragraph(&[code]));
    let monospace = json!({"type": "inlineCode", "value": " a ", "data": {"monospace": true}});
    assert_block("``` a ```", &paragraph(&[monospace]));
    assert_block("```\n a\n\nb\n```", &json!({"type": "code", "value": " a\n\nb"}));
}

#[test]
fn links_and_mentions() {
    for (message, url) in [
        ("a.co/?x=\"&y", "https://a.co/?x=\"&y"),
        ("me@a.co", "mailto:me@a.co"),
        ("http://a.co", "http://a.co"),
    ] {
        let link = json!({"type": "link", "url": url, "children": [text(message)]});
        assert_block(message, &paragraph(&[link]));
    }
    let mention = json!({"type": "text", "value": "@12345", "data": {"mention": "12345"}});
    assert_block("hi @12345!", &paragraph(&[text("hi "), mention, text("!")]));
    let document = Parser::new().links(false).parse("a.co @12345");
    assert_tree(&document, &json!([paragraph(&[text("a.co @12345")])]));
}

#[test]
fn lines() {
    let line_break = json!({"type": "break"});
    assert_block("a\r\nb", &paragraph(&[text("a"), line_break, text("b")]));
    assert_tree(&parse("\na\n\n\nb\n"), &json!([paragraph(&[text("a")]), paragraph(&[text("b")])]));
}

#[test]
fn lists() {
    let item = |value: &str| {
        let children = [paragraph(&[text(value)])];
        json!({"type": "listItem", "spread": false, "children": children})
    };
    let numbered = |number: u16, value: &str| {
        let mut item = item(value);
        item["value"] = json!(number);
        item
    };
    assert_block(
        "- a\n• b",
        &json!({
            "type": "list",
            "ordered": false,
            "spread": false,
            "children": [item("a"), item("b")],
        }),
    );
    assert_block(
        "07. a\n0. b",
        &json!({
            "type": "list",
            "ordered": true,
            "start": 7,
            "spread": false,
            "children": [numbered(7, "a"), numbered(0, "b")],
        }),
    );
}

#[test]
fn quotes() {
    let line_break = json!({"type": "break"});
    assert_block(
        "> a\n> b",
        &json!({
            "type": "blockquote",
            "children": [paragraph(&[text("a"), line_break, text("b")])],
        }),
    );
    // mdast has no empty paragraphs.
    assert_block("> ", &json!({"type": "blockquote", "children": []}));
}

/// Positions, by the piece of the source that each node stands for.
#[test]
fn positions_are_slices_of_the_source() {
    let message = "é *_a_* `b`\n```c``` a.co @12345\r\n\r\n- d\n7. *e*\n> f\n> g\n```\nh\ni\n```";
    let document = parse(message);
    let tree = to_value(&document);
    let mut got = Vec::new();
    walk(&tree, &mut |node| got.push((name(node), slice(&document, node))));
    let source = document.source();
    assert_eq!(
        got,
        [
            ("root", source),
            ("paragraph", "é *_a_* `b`\n```c``` a.co @12345"),
            ("text", "é "),
            ("strong", "*_a_*"),
            ("emphasis", "_a_"),
            ("text", "a"),
            ("text", " "),
            ("inlineCode", "`b`"),
            ("break", "\n"),
            ("inlineCode", "```c```"),
            ("text", " "),
            ("link", "a.co"),
            ("text", "a.co"),
            ("text", " "),
            ("text", "@12345"),
            ("list", "- d"),
            ("listItem", "- d"),
            ("paragraph", "d"),
            ("text", "d"),
            ("list", "7. *e*"),
            ("listItem", "7. *e*"),
            ("paragraph", "*e*"),
            ("strong", "*e*"),
            ("text", "e"),
            ("blockquote", "> f\n> g"),
            ("paragraph", "f\n> g"),
            ("text", "f"),
            ("break", "\n> "),
            ("text", "g"),
            ("code", "```\nh\ni\n```"),
        ]
    );
}

#[test]
fn random_messages() {
    for seed in 0..5_000 {
        let message = texts::message(seed);
        if !is_sound(&message) {
            let message = texts::shrink(&message, |message| !is_sound(message));
            let tree = serde_json::to_string_pretty(&parse(&message)).unwrap();
            panic!("seed {seed}: {message:?} gives\n{tree}");
        }
    }
}

/// Whether children are in order within their parent, and values are what stands there.
fn is_sound(message: &str) -> bool {
    let document = Parser::new().spoilers(true).parse(message);
    let tree = to_value(&document);
    let mut sound = true;
    let mut values = String::new();
    walk(&tree, &mut |node| {
        let (start, end) = range(node);
        let slice = slice(&document, node);
        let value = node["value"].as_str().unwrap_or_default();
        values.push_str(value);
        sound &= match name(node) {
            "text" => value == slice,
            "inlineCode" | "code" => value.len() < slice.len() && slice.contains(value),
            "link" => node["children"][0]["value"] == slice,
            _ => value.is_empty(),
        };
        let mut at = start;
        for child in children(node) {
            sound &= range(child).0 >= at;
            at = range(child).1;
        }
        sound &= at <= end;
    });
    let texts = document.events().filter_map(|(event, _)| match event {
        Event::Text(text) => Some(text),
        _ => None,
    });
    sound && values == texts.collect::<String>()
}

fn to_value(document: &Document<'_>) -> Value {
    serde_json::to_value(document).expect("every document has a tree")
}

fn walk<'v>(node: &'v Value, visit: &mut impl FnMut(&'v Value)) {
    visit(node);
    for child in children(node) {
        walk(child, visit);
    }
}

fn children(node: &Value) -> impl Iterator<Item = &Value> {
    node["children"].as_array().into_iter().flatten()
}

fn name(node: &Value) -> &str {
    node["type"].as_str().unwrap_or_default()
}

fn range(node: &Value) -> (usize, usize) {
    let offset = |end| node["position"][end]["offset"].as_u64();
    let offset = |end| offset(end).and_then(|at| usize::try_from(at).ok()).expect("an offset");
    (offset("start"), offset("end"))
}

fn slice<'d>(document: &'d Document<'_>, node: &Value) -> &'d str {
    let (start, end) = range(node);
    &document.source()[start..end]
}
