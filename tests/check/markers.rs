//! Markers in place of another notation's are read as such, whatever stands beside them.

use wamark::check::{Checker, Diagnostic};
use wamark::{Client, Event, Node, Parser};

use super::app;

/// What a client shows in a style, the invisible characters left out that fixing puts in.
fn shown(text: &str, client: Client, style: Node) -> Vec<String> {
    let document = Parser::new().client(client).parse(text);
    let (mut shown, mut inside) = (Vec::new(), false);
    for (event, _) in document.events() {
        match event {
            Event::Enter(node) if node == style => {
                inside = true;
                shown.push(String::new());
            }
            Event::Leave(node) if node == style => inside = false,
            Event::Text(text) if inside => {
                let text = text.replace(['\u{200E}', '\u{200F}'], "");
                shown.last_mut().expect("it was entered").push_str(&text);
            }
            _ => {}
        }
    }
    shown
}

/// Whatever stands beside it, what was marked is shown in its style by both clients.
#[test]
fn markers_hold_wherever_they_are() {
    let beside = [
        "",
        " ",
        "a",
        "9",
        "é",
        "中",
        "。",
        "，",
        "ב",
        "ع",
        "क्",
        "😀",
        "🥱",
        "❤\u{FE0F}",
        "²",
        "①",
        "\u{301}",
        "\u{A0}",
        "\u{202F}",
        "\u{3000}",
        "\u{200B}",
        "\u{FEFF}",
        "(",
        ")",
        "[",
        "]",
        "-",
        "/",
        "¿",
        "€",
        ".",
        ":",
        ";",
        "\"",
        "'",
        "!",
        "\n",
        "- ",
        "> ",
        "1. ",
        "&nbsp;",
        "&eacute;",
        "<br>",
        "https://ex.com/a ",
    ];
    let contents = ["a", "a b", "中文", "שלום", "2*3", "a_b c", "(a)", "é!", "😀 a", "10 €"];
    let notations = [
        ("**", "**", Node::Bold),
        ("__", "__", Node::Bold),
        ("***", "***", Node::Bold),
        ("***", "***", Node::Italic),
        ("~~", "~~", Node::Strikethrough),
        ("<b>", "</b>", Node::Bold),
        ("<em>", "</em>", Node::Italic),
        ("<del>", "</del>", Node::Strikethrough),
        ("<code>", "</code>", Node::InlineCode),
    ];
    let mut checker = Checker::new(app());
    let (mut found, mut all) = (0, 0);
    for (open, close, style) in notations {
        for content in contents {
            for before in beside {
                for behind in beside {
                    let text = format!("{before}{open}{content}{close}{behind}");
                    let fixed = checker.fix(&text);
                    all += 1;
                    let whole = |found: &Diagnostic| {
                        let about = &text[found.span.range()];
                        about.starts_with(open) && found.lint.is_fixable()
                    };
                    if !fixed.fixed.iter().any(whole) {
                        continue;
                    }
                    found += 1;
                    for client in [Client::Web, Client::Android] {
                        let shown = shown(&fixed.text, client, style);
                        assert_eq!(shown, [content], "{client:?}: {text:?} {:?}", fixed.text);
                    }
                }
            }
        }
    }
    println!("{found} of {all}");
    assert!(found * 2 > all);
}
