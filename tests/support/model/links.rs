//! Links (R80–R83, L1–L6).

use std::collections::HashSet;
use std::sync::OnceLock;

use super::chars::{is_at, is_bound, is_ws};
use super::{Kind, Span};

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
        include_str!("../../data/tlds.txt").lines().filter(|line| !line.starts_with('#')).collect()
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
pub(super) fn links(text: &[char], emphasis: &[Span]) -> Vec<Span> {
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
