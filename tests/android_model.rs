//! The parser against the model of the Android client: the same ranges and the same structure for
//! random messages.
//!
//! `WAMARK_MESSAGES=2000000 cargo test --release --test android_model -- --nocapture` for a long
//! run.

#[path = "support/android.rs"]
mod model;
#[path = "support/texts.rs"]
mod texts;

use model::{Kind, Range};
use wamark::{Client, Event, HtmlStyle, Node, Parser};

/// The ranges of a document. Quotes are compared by structure: theirs are by line in the model,
/// which knows no links either.
fn ranges(parser: Parser, text: &str) -> (Vec<Range>, String) {
    let document = parser.client(Client::Android).parse(text);
    let mut ranges: Vec<Range> = document
        .events()
        .filter_map(|(event, span)| {
            let Event::Enter(node) = event else { return None };
            let kind = match node {
                Node::Bold => Kind::Bold,
                Node::Italic => Kind::Italic,
                Node::Strikethrough => Kind::Strikethrough,
                Node::InlineCode => Kind::InlineCode,
                Node::Monospace | Node::MonospaceBlock => Kind::Monospace,
                Node::Item { number: None } => Kind::BulletedItem,
                Node::Item { number: Some(_) } => Kind::NumberedItem,
                _ => return None,
            };
            Some(Range { kind, start: span.range().start, end: span.range().end })
        })
        .collect();
    ranges.sort_by_key(|range| range.start);
    (ranges, document.to_html(&HtmlStyle::neutral()))
}

fn expected(text: &str) -> (Vec<Range>, String) {
    let mut ranges = model::ranges(&model::normalise(text));
    ranges.retain(|range| range.kind != Kind::Quote);
    (ranges, model::neutral(text))
}

/// Compares both ways of parsing: whether links are nodes makes no difference to the rest.
fn agree(text: &str) -> bool {
    let expected = expected(text);
    ranges(Parser::new(), text) == expected && ranges(Parser::new().links(false), text) == expected
}

/// Fails with the shortest message like this one on which the two do not agree.
fn assert_agree(text: &str) {
    if !agree(text) {
        let text = texts::shrink(text, |text| !agree(text));
        let with_links = ranges(Parser::new(), &text);
        let without = ranges(Parser::new().links(false), &text);
        let expected = expected(&text);
        panic!("{text:?}\n parser {with_links:#?}\n no links {without:#?}\n model {expected:#?}");
    }
}

#[test]
fn parser_and_model_agree_on_random_messages() {
    let messages = std::env::var("WAMARK_MESSAGES").map_or(50_000, |n| n.parse().unwrap());
    for seed in 0..messages {
        assert_agree(&texts::message(seed));
    }
    println!("parser and model agree on {messages} random messages");
}

/// All short messages over the characters that the rules are about.
#[test]
fn parser_and_model_agree_on_all_short_messages() {
    let alphabets: [(&str, usize); 6] = [
        ("*_a ", 7),
        ("`*a \n", 6),
        ("`a\n", 8),
        ("`* ", 9),
        ("-> *1.\na", 5),
        ("*`\u{FE0F}\u{A0}\u{1C}/-", 5),
    ];
    let mut count = 0;
    for (alphabet, length) in alphabets {
        let letters: Vec<char> = alphabet.chars().collect();
        for mut n in 0..letters.len().pow(u32::try_from(length).unwrap()) {
            let mut text = String::new();
            for _ in 0..length {
                text.push(letters[n % letters.len()]);
                n /= letters.len();
            }
            assert_agree(&text);
            count += 1;
        }
    }
    println!("parser and model agree on {count} short messages");
}
