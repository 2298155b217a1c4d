//! The test oracle for the Android client: a second implementation of its grammar, written from
//! the rules alone ("Android, where it differs", and the rules of the Web client where that says
//! nothing), to be compared with the parser on any text. It follows the wording of the rules, one
//! function for each; it is slow on purpose.

#![allow(dead_code, unreachable_pub, reason = "each crate that includes it uses another part")]

mod neutral;

use std::sync::OnceLock;

use regex::Regex;

pub(crate) use neutral::normalise;
use neutral::{Mark, Marked, Style, lines};

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
}

/// Byte offsets in the normalised text, markers included. An item ends before the LF that ends
/// its line, a quote line behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// A formatted range: positions are characters.
#[derive(Clone, Debug)]
struct Span {
    kind: Kind,
    start: usize,
    end: usize,
}

/// The ranges in the order of their starts, of a text without CR. No two start at one place.
#[must_use]
pub(crate) fn ranges(text: &str) -> Vec<Range> {
    let chars: Vec<char> = text.chars().collect();
    let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(text.len());
    let spans = spans(&chars);
    let mut all: Vec<Range> = marked_lines(&chars, &spans)
        .into_iter()
        .map(|(span, _)| span)
        .chain(spans)
        .map(|span| Range { kind: span.kind, start: bytes[span.start], end: bytes[span.end] })
        .collect();
    all.sort_by_key(|range| range.start);
    all
}

/// The neutral HTML notation of the vectors.
#[must_use]
pub(crate) fn neutral(input: &str) -> String {
    let text: Vec<char> = normalise(input).chars().collect();
    let spans = spans(&text);
    let styles: Vec<Style> = spans
        .iter()
        .map(|span| Style { tag: tag(span.kind), start: span.start, end: span.end })
        .collect();
    let marked: Vec<Marked> =
        marked_lines(&text, &spans).into_iter().map(|(_, marked)| marked).collect();
    neutral::html(&text, &styles, &marked)
}

fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Bold => "b",
        Kind::Italic => "i",
        Kind::Strikethrough => "s",
        Kind::InlineCode => "code",
        Kind::Monospace => "pre",
        Kind::BulletedItem | Kind::NumberedItem => "li",
        Kind::Quote => "blockquote",
    }
}

// Characters

const WHITE_SPACE: u8 = 1;
const LETTER: u8 = 2;
const DIGIT: u8 = 4;

/// Whether a character is of a class, by tables made once. White space is what Java's
/// `Character.isWhitespace` says: separators that may break, and controls.
fn is(c: char, class: u8) -> bool {
    static TABLE: OnceLock<Vec<u8>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let classes = [
            (WHITE_SPACE, r"[\t-\r\x1C-\x1F[\p{Z}--[\u{A0}\u{2007}\u{202F}]]]"),
            (LETTER, r"\p{L}"),
            (DIGIT, r"\p{Nd}"),
        ];
        let all: String = ('\0'..=char::MAX).collect();
        let mut table = vec![0; char::MAX as usize + 1];
        for (class, pattern) in classes {
            for found in Regex::new(pattern).expect("a class").find_iter(&all) {
                for c in found.as_str().chars() {
                    table[c as usize] |= class;
                }
            }
        }
        table
    });
    table[c as usize] & class != 0
}

/// The value of a decimal digit: Unicode has them in sequences of ten from 0 to 9, some of which
/// stand next to each other.
pub(crate) fn value(digit: char) -> u32 {
    let before = ('\0'..digit).rev().take_while(|&c| is(c, DIGIT)).count();
    u32::try_from(before % 10).unwrap_or_default()
}

// Formatting: one pass over the text

const MARKERS: [(char, Kind); 4] =
    [('*', Kind::Bold), ('_', Kind::Italic), ('~', Kind::Strikethrough), ('`', Kind::InlineCode)];

/// The slots, and what was found so far.
#[derive(Default)]
struct Pass {
    /// For each of `MARKERS`: where the marker stands that is open.
    open: [Option<usize>; MARKERS.len()],
    /// Where the fence that is open starts.
    fence: Option<usize>,
    /// The end of the last closing fence.
    fences_end: usize,
    spans: Vec<Span>,
}

/// All formatted ranges.
fn spans(text: &[char]) -> Vec<Span> {
    let mut pass = Pass::default();
    for at in 0..text.len() {
        // A line feed empties the four slots, not that of the fence.
        if text[at] == '\n' {
            pass.open = Default::default();
        }
        if is_fence(text, at) {
            pass.fence(text, at);
        }
        for (slot, (marker, _)) in MARKERS.into_iter().enumerate() {
            if is_marker(text, at, marker) {
                match pass.open[slot] {
                    None if opens(text, at) => pass.open[slot] = Some(at),
                    Some(open) if closes(text, at) => pass.close(slot, open, at),
                    _ => {}
                }
            }
        }
    }
    pass.spans
}

/// Whether the character counts as this marker: a `*` does not before U+20E3 or U+FE0F, a
/// backtick does not next to a backtick.
fn is_marker(text: &[char], at: usize, marker: char) -> bool {
    let before = at.checked_sub(1).map(|before| text[before]);
    let after = text.get(at + 1).copied();
    let keycap = matches!(after, Some('\u{20e3}' | '\u{fe0f}'));
    text[at] == marker
        && !(marker == '*' && keycap)
        && !(marker == '`' && (before == Some('`') || after == Some('`')))
}

/// What a marker that opens has before it and behind it.
fn opens(text: &[char], at: usize) -> bool {
    let before = at == 0 || may_stand_before_opener(text[at - 1]) && text[at - 1] != text[at];
    before && text.get(at + 1).is_some_and(|&after| !is(after, WHITE_SPACE))
}

/// White space, one of ten characters (no backtick), or one of seven that set directions.
fn may_stand_before_opener(c: char) -> bool {
    is(c, WHITE_SPACE)
        || matches!(c, '_' | '~' | '*' | '.' | ',' | ':' | '"' | '(' | '/' | ';')
        || matches!(
            c,
            '\u{200e}'
                | '\u{200f}'
                | '\u{2066}'
                | '\u{2067}'
                | '\u{2068}'
                | '\u{202d}'
                | '\u{202e}'
        )
}

/// What a marker that closes has before it and behind it. It is never the first character.
fn closes(text: &[char], at: usize) -> bool {
    !is(text[at - 1], WHITE_SPACE) && text.get(at + 1).is_none_or(|&c| !is(c, LETTER | DIGIT))
}

/// Whether this is a backtick with two backticks right before it.
fn is_fence(text: &[char], at: usize) -> bool {
    at >= 2 && text[at - 2..=at] == ['`'; 3]
}

impl Pass {
    /// The marker at `at` closes what the one at `open` opened.
    fn close(&mut self, slot: usize, open: usize, at: usize) {
        self.open[slot] = None;
        // An empty span only closes the slot.
        if open + 1 == at {
            return;
        }
        // The span that closes first wins: what was opened inside it is open no more.
        for other in self.open.iter_mut().chain([&mut self.fence]) {
            if other.is_some_and(|other| other > open) {
                *other = None;
            }
        }
        let kind = MARKERS[slot].1;
        if kind == Kind::InlineCode {
            self.drop_behind(open);
        }
        self.spans.push(Span { kind, start: open, end: at + 1 });
    }

    /// The third of three backticks in a row is at `at`.
    fn fence(&mut self, text: &[char], at: usize) {
        let start = at - 2;
        // None of the three is part of a closing fence.
        if start < self.fences_end {
            return;
        }
        let Some(open) = self.fence else {
            self.fence = Some(start);
            return;
        };
        // The three may overlap the opening fence; then there is no content.
        let has_content = (open + 3..start).any(|i| !is(text[i], WHITE_SPACE));
        if has_content {
            self.drop_behind(open);
            self.open = Default::default();
            self.fence = None;
            self.fences_end = at + 1;
            self.spans.push(Span { kind: Kind::Monospace, start: open, end: at + 1 });
        }
    }

    /// Spans inside of code are dropped when it closes.
    fn drop_behind(&mut self, open: usize) {
        self.spans.retain(|span| span.start < open);
    }
}

// Items and quotes

/// `*` or `-` and a space; behind it anything or nothing.
fn bulleted_item(line: &[char]) -> Option<usize> {
    matches!(line, ['*' | '-', ' ', ..]).then_some(2)
}

/// One or two decimal digits of any script, `. `, and no second space behind it.
fn numbered_item(line: &[char]) -> Option<usize> {
    let digits = line.iter().take_while(|&&c| is(c, DIGIT)).count();
    let behind = line.get(digits..).unwrap_or_default();
    let mark = matches!(behind, ['.', ' ', ..]) && behind.get(2) != Some(&' ');
    (mark && (1..=2).contains(&digits)).then_some(digits + 2)
}

/// R61: the number as it was typed.
fn number(line: &[char]) -> u32 {
    let digits = line.iter().take_while(|&&c| is(c, DIGIT));
    digits.fold(0, |number, &digit| number * 10 + value(digit))
}

/// `> ` and a character that is not white space.
fn quote_line(line: &[char]) -> Option<usize> {
    matches!(line, ['>', ' ', c, ..] if !is(*c, WHITE_SPACE)).then_some(2)
}

/// Whether the line begins inside monospace, or monospace begins in it that runs past its end.
fn has_no_mark(spans: &[Span], start: usize, end: usize) -> bool {
    spans.iter().filter(|span| span.kind == Kind::Monospace).any(|span| {
        let inside = span.start < start && start < span.end;
        let runs_past = (start..end).contains(&span.start) && end < span.end;
        inside || runs_past
    })
}

/// The lines that are items or of a quote.
fn marked_lines(text: &[char], spans: &[Span]) -> Vec<(Span, Marked)> {
    let mut found = Vec::new();
    for (start, end) in lines(text) {
        let line = &text[start..end];
        let behind_lf = (end + 1).min(text.len());
        let (kind, mark, content, end) = if has_no_mark(spans, start, end) {
            continue;
        } else if let Some(content) = bulleted_item(line) {
            (Kind::BulletedItem, Mark::Bulleted, content, end)
        } else if let Some(content) = numbered_item(line) {
            (Kind::NumberedItem, Mark::Numbered(number(line)), content, end)
        } else if let Some(content) = quote_line(line) {
            (Kind::Quote, Mark::Quote, content, behind_lf)
        } else {
            continue;
        };
        found.push((Span { kind, start, end }, Marked { mark, start, shown: start + content }));
    }
    found
}
