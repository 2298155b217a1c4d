//! The parser against the model: the same ranges and the same structure for random messages.
//!
//! `WAMARK_MESSAGES=2000000 cargo test --release --test model -- --nocapture` for a long run.

#[path = "support/model/mod.rs"]
mod model;
#[path = "support/texts.rs"]
mod texts;

use model::{Kind, Range};
use wamark::{Event, HtmlStyle, Node, Parser};

/// The ranges of a document. Quotes are compared by structure: theirs are by line in the model.
fn ranges(parser: &mut Parser, text: &str) -> (Vec<Range>, String) {
    let document = parser.parse(text);
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
                Node::Link => Kind::Link,
                _ => return None,
            };
            Some(Range { kind, start: span.range().start, end: span.range().end })
        })
        .collect();
    ranges.sort_by_key(|r| (r.start, usize::MAX - r.end));
    let neutral = document.to_html(&HtmlStyle::neutral());
    parser.recycle(document);
    (ranges, neutral)
}

fn expected(text: &str) -> (Vec<Range>, String) {
    let mut ranges = model::ranges(&model::normalise(text));
    ranges.retain(|range| range.kind != Kind::Quote);
    (ranges, model::neutral(text))
}

/// Compares both ways of parsing: links as nodes, and links that only protect.
fn agree(text: &str) -> bool {
    let (ranges_expected, neutral) = expected(text);
    let with_links = ranges(&mut Parser::new(), text);
    let (without, same_neutral) = ranges(&mut Parser::new().links(false), text);
    let mut no_links = ranges_expected.clone();
    no_links.retain(|range| range.kind != Kind::Link);
    with_links == (ranges_expected, neutral.clone())
        && without == no_links
        && same_neutral == neutral
}

#[test]
fn parser_and_model_agree_on_random_messages() {
    let messages = std::env::var("WAMARK_MESSAGES").map_or(50_000, |n| n.parse().unwrap());
    for seed in 0..messages {
        let text = texts::message(seed);
        if !agree(&text) {
            let text = texts::shrink(&text, |text| !agree(text));
            let (got, expected) = (ranges(&mut Parser::new(), &text), expected(&text));
            panic!("seed {seed}: {text:?}\n parser {got:#?}\n model {expected:#?}");
        }
    }
    println!("parser and model agree on {messages} random messages");
}

/// All short messages over the characters that the rules are about.
#[test]
fn parser_and_model_agree_on_all_short_messages() {
    let alphabets: [(&str, usize); 4] = [("*_a ", 7), ("`*a \n", 6), ("`a\n", 8), ("-> *1.\na", 5)];
    let mut count = 0;
    for (alphabet, length) in alphabets {
        let letters: Vec<char> = alphabet.chars().collect();
        for mut n in 0..letters.len().pow(u32::try_from(length).unwrap()) {
            let mut text = String::new();
            for _ in 0..length {
                text.push(letters[n % letters.len()]);
                n /= letters.len();
            }
            assert!(agree(&text), "{text:?}");
            count += 1;
        }
    }
    println!("parser and model agree on {count} short messages");
}
