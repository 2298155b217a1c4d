//! The test oracle for the parser: a second implementation of the grammar of the Web client,
//! written from the rules alone (R01–R91 and the way links are read), to be compared with the
//! parser on any text. It follows the wording of the rules, one function for each construct.
//! It is slow on purpose: where a rule can be written down as a plain loop, it is.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "each crate that includes it uses another part"
)]

mod chars;
mod lines;
mod links;
#[path = "../neutral.rs"]
mod neutral;
mod pairs;

pub(crate) use chars::is_ws;
use lines::blocks;
use links::links;
pub(crate) use neutral::normalise;
use neutral::{Mark, Marked, Style};
use pairs::{emphasis, monospace, pairs};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Bold,
    Italic,
    Strikethrough,
    InlineCode,
    Monospace,
    BulletedItem,
    NumberedItem,
    Quote,
    Link,
}

/// Byte offsets in the normalised text, markers included. An item ends before the LF that ends
/// its line, a quote line behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// A candidate, or a range that stands: positions are characters.
#[derive(Clone, Debug)]
struct Span {
    kind: Kind,
    start: usize,
    end: usize,
    content_start: usize,
    content_end: usize,
}

/// The ranges that stand, in the order of their starts, of a text without CR.
#[must_use]
pub(crate) fn ranges(text: &str) -> Vec<Range> {
    let chars: Vec<char> = text.chars().collect();
    let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(text.len());
    resolve(candidates(&chars))
        .into_iter()
        .map(|span| Range { kind: span.kind, start: bytes[span.start], end: bytes[span.end] })
        .collect()
}

// How overlaps are resolved

/// Step 1: each construct over the raw text.
fn candidates(text: &[char]) -> Vec<Span> {
    let mut all = emphasis(text);
    let links = links(text, &all);
    all.extend(links);
    all.extend(pairs(text, '`', Kind::InlineCode));
    all.extend(monospace(text));
    all.extend(blocks(text));
    all
}

/// Step 2: the strongest has the highest number.
fn strength(kind: Kind) -> u8 {
    match kind {
        Kind::Monospace => 6,
        Kind::InlineCode => 5,
        Kind::BulletedItem => 4,
        Kind::NumberedItem => 3,
        Kind::Link => 2,
        Kind::Bold | Kind::Italic | Kind::Strikethrough => 1,
        Kind::Quote => 0,
    }
}

/// Step 4, of one candidate: removes from the taken ranges what it beats, and says whether it
/// stands itself.
fn stands(candidate: &Span, taken: &mut Vec<Span>) -> bool {
    for at in (0..taken.len()).rev() {
        let range = &taken[at];
        // It starts behind the start of every taken range.
        if candidate.start >= range.end {
            continue;
        }
        if candidate.end > range.content_end {
            if strength(candidate.kind) <= strength(range.kind) {
                return false;
            }
            taken.remove(at);
            continue;
        }
        // Inside of the content. (Code that starts with the last backtick of an opening fence
        // counts as inside, too: R43, R46.)
        let literal = match range.kind {
            Kind::Monospace | Kind::InlineCode => true,
            Kind::Link => candidate.kind != Kind::Link,
            _ => false,
        };
        if literal {
            return false;
        }
    }
    true
}

/// Steps 3 to 5.
fn resolve(mut candidates: Vec<Span>) -> Vec<Span> {
    candidates.sort_by_key(|span| (span.start, strength(span.kind)));
    let mut taken = Vec::new();
    for candidate in candidates {
        if stands(&candidate, &mut taken) {
            taken.push(candidate);
        }
    }
    taken
}

// The neutral notation

fn tag(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Bold => Some("b"),
        Kind::Italic => Some("i"),
        Kind::Strikethrough => Some("s"),
        Kind::InlineCode => Some("code"),
        Kind::Monospace => Some("pre"),
        Kind::BulletedItem | Kind::NumberedItem | Kind::Quote | Kind::Link => None,
    }
}

/// R61: the typed number of an item.
fn number(item: &[char]) -> u32 {
    item.iter().map_while(|c| c.to_digit(10)).fold(0, |number, digit| number * 10 + digit)
}

/// What a line with a mark is, and where what is shown of it starts.
fn marked(text: &[char], span: &Span) -> Option<Marked> {
    let (mark, shown) = match span.kind {
        Kind::BulletedItem => (Mark::Bulleted, span.content_start),
        Kind::NumberedItem => (Mark::Numbered(number(&text[span.start..])), span.content_start),
        // R70: U+0020 is not shown, other white space is.
        Kind::Quote => {
            (Mark::Quote, span.content_start + usize::from(text[span.content_start] == ' '))
        }
        _ => return None,
    };
    Some(Marked { mark, start: span.start, shown })
}

/// The neutral HTML notation of the vectors.
#[must_use]
pub(crate) fn neutral(input: &str) -> String {
    let text: Vec<char> = normalise(input).chars().collect();
    let spans = resolve(candidates(&text));
    let styles: Vec<Style> = spans
        .iter()
        .filter_map(|span| {
            tag(span.kind).map(|tag| Style { tag, start: span.start, end: span.end })
        })
        .collect();
    let marked: Vec<Marked> = spans.iter().filter_map(|span| marked(&text, span)).collect();
    neutral::html(&text, &styles, &marked)
}
