//! The parser held against the slow models of both clients: the same ranges and the same structure,
//! with links as nodes and without.

use wamark::{Client, Event, HtmlStyle, Node, Parser};

use super::{android, model};

/// How a parser and a model differ on a message as the Web client reads it, if they do.
pub(crate) fn web(text: &str) -> Option<String> {
    let mut expected = model::ranges(&model::normalise(text));
    // Quotes are compared by structure: theirs are by line in the model.
    expected.retain(|range| range.kind != model::Kind::Quote);
    let neutral = model::neutral(text);
    let with_links = parsed(Parser::new(), text, web_kind);
    let differ = differ(&with_links, &with_expected(&expected, &neutral), "links");
    expected.retain(|range| range.kind != model::Kind::Link);
    differ.or_else(|| {
        let without = parsed(Parser::new().links(false), text, web_kind);
        self::differ(&without, &with_expected(&expected, &neutral), "no links")
    })
}

/// The same for Android, whose model knows no links.
pub(crate) fn android(text: &str) -> Option<String> {
    let mut expected = android::ranges(&model::normalise(text));
    expected.retain(|range| range.kind != android::Kind::Quote);
    let ranges = expected.into_iter().map(|range| (range.kind, range.start, range.end)).collect();
    let expected = (ranges, android::neutral(text));
    [("links", true), ("no links", false)].into_iter().find_map(|(name, links)| {
        let parser = Parser::new().client(Client::Android).links(links);
        differ(&parsed(parser, text, android_kind), &expected, name)
    })
}

/// Kinds with the bytes that they cover, and the neutral notation.
type Reading<K> = (Vec<(K, usize, usize)>, String);

fn with_expected(ranges: &[model::Range], neutral: &str) -> Reading<model::Kind> {
    let ranges = ranges.iter().map(|range| (range.kind, range.start, range.end)).collect();
    (ranges, neutral.to_owned())
}

fn parsed<K>(mut parser: Parser, text: &str, kind: fn(Node) -> Option<K>) -> Reading<K> {
    let document = parser.parse(text);
    let ranges = document.events().filter_map(|(event, span)| {
        let Event::Enter(node) = event else { return None };
        Some((kind(node)?, span.range().start, span.range().end))
    });
    let mut ranges: Vec<_> = ranges.collect();
    ranges.sort_by_key(|(_, start, end)| (*start, usize::MAX - end));
    (ranges, document.to_html(&HtmlStyle::neutral()))
}

fn differ<K: std::fmt::Debug + PartialEq>(
    got: &Reading<K>,
    expected: &Reading<K>,
    name: &str,
) -> Option<String> {
    (got != expected).then(|| format!("{name}\n parser {got:#?}\n model {expected:#?}"))
}

fn web_kind(node: Node) -> Option<model::Kind> {
    Some(match node {
        Node::Bold => model::Kind::Bold,
        Node::Italic => model::Kind::Italic,
        Node::Strikethrough => model::Kind::Strikethrough,
        Node::InlineCode => model::Kind::InlineCode,
        Node::Monospace | Node::MonospaceBlock => model::Kind::Monospace,
        Node::Item { number: None } => model::Kind::BulletedItem,
        Node::Item { number: Some(_) } => model::Kind::NumberedItem,
        Node::Link => model::Kind::Link,
        _ => return None,
    })
}

fn android_kind(node: Node) -> Option<android::Kind> {
    Some(match node {
        Node::Bold => android::Kind::Bold,
        Node::Italic => android::Kind::Italic,
        Node::Strikethrough => android::Kind::Strikethrough,
        Node::InlineCode => android::Kind::InlineCode,
        Node::Monospace | Node::MonospaceBlock => android::Kind::Monospace,
        Node::Item { number: None } => android::Kind::BulletedItem,
        Node::Item { number: Some(_) } => android::Kind::NumberedItem,
        _ => return None,
    })
}
