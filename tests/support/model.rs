//! The test oracle for the parser: a second implementation of the grammar of the Web client,
//! written from the rules alone (R01–R91 and the way links are read), to be compared with the
//! parser on any text. It follows the wording of the rules, one function for each construct.
//! It is slow on purpose: where a rule can be written down as a plain loop, it is.

#![allow(dead_code, unreachable_pub, reason = "each crate that includes it uses another part")]

mod neutral;

use std::collections::HashSet;
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

// Characters

/// BOUND, for every code point.
fn is_bound(c: char) -> bool {
    static TABLE: OnceLock<Vec<u64>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let class = Regex::new(r"[\t-\r[\p{P}\p{S}\p{Z}\p{Cf}&&\p{Age:11.0}]]").expect("a class");
        let all: String = ('\0'..=char::MAX).collect();
        let mut table = vec![0; (char::MAX as usize + 1) / 64];
        for found in class.find_iter(&all) {
            for c in found.as_str().chars() {
                table[c as usize / 64] |= 1 << (c as usize % 64);
            }
        }
        table
    });
    table[c as usize / 64] >> (c as usize % 64) & 1 == 1
}

/// WS.
pub(crate) fn is_ws(c: char) -> bool {
    matches!(
        c,
        '\u{9}'..='\u{d}'
            | '\u{20}'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
            | '\u{feff}'
    )
}

fn is_at(text: &[char], at: usize, what: &str) -> bool {
    what.chars().enumerate().all(|(i, c)| text.get(at + i) == Some(&c))
}

// Emphasis and inline code

/// R10, R11, R13, R23, R32: whether the marker at `at` may open.
fn opens(text: &[char], at: usize, marker: char) -> bool {
    if text[at] != marker || at > 0 && !is_bound(text[at - 1]) {
        return false;
    }
    let Some(&next) = text.get(at + 1) else {
        return false;
    };
    let keycap = is_at(text, at, "*\u{20e3}") || is_at(text, at, "*\u{fe0f}\u{20e3}");
    let fence = marker == '`' && next == '`';
    !is_ws(next) && !keycap && !fence
}

/// R12, R13: whether the marker at `at` may close. It is never the first character.
fn closes(text: &[char], at: usize, marker: char) -> bool {
    text[at] == marker && (at + 1 == text.len() || is_bound(text[at + 1])) && !is_ws(text[at - 1])
}

/// R14, R15, R16: the earliest closer on the line of the opener at `open`.
fn closer_of(text: &[char], open: usize, marker: char) -> Option<usize> {
    for at in open + 2..text.len() {
        if text[at] == '\n' {
            return None;
        }
        if closes(text, at, marker) {
            return Some(at);
        }
    }
    None
}

/// R10–R24 for bold, italic and strikethrough, R30–R36 for inline code.
fn pairs(text: &[char], marker: char, kind: Kind) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let close = if opens(text, at, marker) { closer_of(text, at, marker) } else { None };
        at = match close {
            Some(close) => {
                spans.push(Span {
                    kind,
                    start: at,
                    end: close + 1,
                    content_start: at + 1,
                    content_end: close,
                });
                close + 1
            }
            None => at + 1,
        };
    }
    spans
}

fn emphasis(text: &[char]) -> Vec<Span> {
    let mut spans = pairs(text, '*', Kind::Bold);
    spans.extend(pairs(text, '_', Kind::Italic));
    spans.extend(pairs(text, '~', Kind::Strikethrough));
    spans
}

// Monospace

/// R41: the nearest fence behind the one at `open` with something to show between the two.
fn fence_behind(text: &[char], open: usize) -> Option<usize> {
    let mut visible = false;
    for at in open + 3..text.len() {
        if visible && is_at(text, at, "```") {
            return Some(at);
        }
        visible |= !is_ws(text[at]);
    }
    None
}

/// R40–R47.
fn monospace(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let close = if is_at(text, at, "```") { fence_behind(text, at) } else { None };
        at = match close {
            Some(close) => {
                spans.push(Span {
                    kind: Kind::Monospace,
                    start: at,
                    end: close + 3,
                    content_start: at + 3,
                    content_end: close,
                });
                close + 3
            }
            None => at + 1,
        };
    }
    spans
}

// Items and quotes

/// R50, R54, R55, R60: one space at `at`, and behind it a character other than a space and LF.
fn is_one_space(line: &[char], at: usize) -> bool {
    line.get(at) == Some(&' ') && line.get(at + 1).is_some_and(|&c| c != ' ')
}

/// R50–R58: where the text of a bulleted item starts in its line.
fn bulleted_item(line: &[char]) -> Option<usize> {
    let marker = matches!(line.first(), Some('*' | '-' | '•'));
    (marker && is_one_space(line, 1)).then_some(2)
}

/// R60–R64: where the text of a numbered item starts in its line.
fn numbered_item(line: &[char]) -> Option<usize> {
    let digits = line.iter().take_while(|c| c.is_ascii_digit()).count();
    let marker = (1..=2).contains(&digits) && line.get(digits) == Some(&'.');
    (marker && is_one_space(line, digits + 1)).then_some(digits + 2)
}

/// R70–R75: where the content of a quote line starts in its line.
fn quote_line(line: &[char]) -> Option<usize> {
    let marker = line.first() == Some(&'>');
    let space = line.get(1).is_some_and(|&c| is_ws(c));
    (marker && space && line.get(2) != Some(&' ')).then_some(1)
}

fn blocks(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (start, end) in lines(text) {
        let line = &text[start..end];
        let behind_lf = (end + 1).min(text.len());
        let (kind, content, end) = if let Some(content) = bulleted_item(line) {
            (Kind::BulletedItem, content, end)
        } else if let Some(content) = numbered_item(line) {
            (Kind::NumberedItem, content, end)
        } else if let Some(content) = quote_line(line) {
            (Kind::Quote, content, behind_lf)
        } else {
            continue;
        };
        spans.push(Span { kind, start, end, content_start: start + content, content_end: end });
    }
    spans
}

// Links

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Scheme,
    Name,
    Bare,
}

fn is_host_char(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
    } else {
        !is_bound(c)
    }
}

fn is_name_char(c: char) -> bool {
    is_host_char(c) || matches!(c, '+' | '%')
}

/// Where the longest sequence of such characters from `at` on ends.
fn end_of(text: &[char], at: usize, is: fn(char) -> bool) -> usize {
    let mut end = at;
    while end < text.len() && is(text[end]) {
        end += 1;
    }
    end
}

/// L1: the maximal sequences of host characters.
fn host_runs(text: &[char]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = end_of(text, at, is_host_char);
        if end > at {
            runs.push((at, end));
        }
        at = end + 1;
    }
    runs
}

/// Where the word that the run ends with begins, in any case of ASCII.
fn last_word(text: &[char], run: (usize, usize), word: &str) -> Option<usize> {
    let start = run.1.checked_sub(word.len())?;
    let same = word.chars().zip(&text[start..]).all(|(a, b)| a.eq_ignore_ascii_case(b));
    (start >= run.0 && same).then_some(start)
}

/// The place behind `name@`, where such a thing stands at `at`.
fn behind_name(text: &[char], at: usize) -> Option<usize> {
    let end = end_of(text, at, is_name_char);
    (end > at && text.get(end) == Some(&'@')).then_some(end + 1)
}

fn is_top_level_domain(label: &[char]) -> bool {
    static LIST: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        include_str!("../data/tlds.txt").lines().filter(|line| !line.starts_with('#')).collect()
    });
    let label: String = label.iter().flat_map(|c| c.to_lowercase()).collect();
    list.contains(label.as_str())
}

fn is_byte_number(label: &[char]) -> bool {
    let text: String = label.iter().collect();
    (1..=3).contains(&label.len())
        && label.iter().all(char::is_ascii_digit)
        && text.parse::<u16>().is_ok_and(|number| number <= 255)
}

/// L3: the host in the host run that starts at `start`: its start and its end.
fn host(text: &[char], start: usize, way: Way) -> Option<(usize, usize)> {
    let mut start = start;
    let mut end = end_of(text, start, is_host_char);
    while end > start && matches!(text[end - 1], '.' | '_' | '-') {
        end -= 1;
    }
    if way == Way::Bare {
        let before = (start + 2..=end).rev().find(|&at| is_at(text, at - 2, ".."));
        start = before.unwrap_or(start);
        while start < end && !text[start].is_alphanumeric() {
            start += 1;
        }
    }
    let host = &text[start..end];
    if !host.first()?.is_alphanumeric() {
        return None;
    }
    let labels: Vec<&[char]> = host.split(|&c| c == '.').collect();
    if labels.iter().any(|label| label.is_empty()) {
        return None;
    }
    let domain = labels.len() >= 2 && is_top_level_domain(labels[labels.len() - 1]);
    let localhost = last_word(text, (start, end), "localhost") == Some(start);
    let address = labels.len() == 4 && labels.iter().all(|label| is_byte_number(label));
    (domain || way == Way::Scheme && (localhost || address)).then_some((start, end))
}

/// L2, way 1: `http://` or `https://`, perhaps a name, and a host.
fn scheme_link(text: &[char], run: (usize, usize)) -> Option<(usize, usize)> {
    let word = last_word(text, run, "https").or_else(|| last_word(text, run, "http"))?;
    if !is_at(text, run.1, "://") {
        return None;
    }
    let at = behind_name(text, run.1 + 3).unwrap_or(run.1 + 3);
    let (_, end) = host(text, at, Way::Scheme)?;
    Some((word, end))
}

/// L2, way 2: `mailto:`, a name and a host.
fn mailto_link(text: &[char], run: (usize, usize)) -> Option<(usize, usize)> {
    let word = last_word(text, run, "mailto")?;
    if !is_at(text, run.1, ":") {
        return None;
    }
    let at = behind_name(text, run.1 + 1)?;
    let (_, end) = host(text, at, Way::Name)?;
    Some((word, end))
}

/// L2, way 3: a name that ends where the run ends, and a host.
fn name_link(text: &[char], run: (usize, usize), last: usize) -> Option<(usize, usize)> {
    if !is_at(text, run.1, "@") {
        return None;
    }
    let mut name = run.1;
    while name > last && is_name_char(text[name - 1]) {
        name -= 1;
    }
    let start = (name..run.1).find(|&at| text[at].is_alphanumeric())?;
    let (_, end) = host(text, run.1 + 1, Way::Name)?;
    Some((start, end))
}

/// L2, way 4: a host alone.
fn bare_link(text: &[char], run: (usize, usize)) -> Option<(usize, usize)> {
    host(text, run.0, Way::Bare)
}

/// L4: where the port ends that stands at `at`, or `at`.
fn behind_port(text: &[char], at: usize) -> usize {
    let digits = text.iter().skip(at + 1).take(5);
    let count = digits.take_while(|c| c.is_ascii_digit()).count();
    if is_at(text, at, ":") && count > 0 { at + 1 + count } else { at }
}

/// L6: whether the closing bracket at the end of the URL has no partner in it.
fn is_unpaired_bracket(url: &[char]) -> bool {
    let kinds = ["()", "[]", "{}", "<>", "«»", "‘’", "“”"];
    let mut unpaired = false;
    for kind in kinds.map(|kind| kind.chars().collect::<Vec<char>>()) {
        let mut count = 0;
        for (i, &c) in url.iter().enumerate() {
            if c == kind[0] {
                count += 1;
            } else if c == kind[1] && count > 0 {
                count -= 1;
            } else if c == kind[1] && i + 1 == url.len() {
                unpaired = true;
            }
        }
    }
    unpaired
}

/// L5, L6: where the URL ends whose host and port end at `bare`.
fn behind_tail(text: &[char], start: usize, bare: usize, emphasis: &[Span]) -> usize {
    if !matches!(text.get(bare), Some('/' | '?' | '#')) {
        return bare;
    }
    let mut end = end_of(text, bare, |c| !is_ws(c));
    while end > bare {
        let last = text[end - 1];
        let left_out = "@!.?,([{<«‘“:_".contains(last)
            || ")]}>»’”".contains(last) && is_unpaired_bracket(&text[start..end])
            || emphasis.iter().any(|span| span.start < start && span.end == end);
        if !left_out {
            break;
        }
        end -= 1;
    }
    end
}

/// R80–R83, L1–L6. The emphasis is that of the raw text.
fn links(text: &[char], emphasis: &[Span]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut last = 0;
    for run in host_runs(text) {
        if run.0 < last {
            continue;
        }
        let found = scheme_link(text, run)
            .or_else(|| mailto_link(text, run))
            .or_else(|| name_link(text, run, last))
            .or_else(|| bare_link(text, run));
        if let Some((start, host_end)) = found {
            let end = behind_tail(text, start, behind_port(text, host_end), emphasis);
            spans.push(Span {
                kind: Kind::Link,
                start,
                end,
                content_start: start,
                content_end: end,
            });
            last = end;
        }
    }
    spans
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
