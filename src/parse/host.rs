//! Hosts: the characters that they are made of, and what makes a run of them a host (R83).

use nom::bytes::complete::take_while_m_n;
use nom::character::complete::char;
use nom::combinator::{all_consuming, map_opt};
use nom::{IResult, Parser as _};

use crate::chars;

use super::tld;

/// Whether the byte is a host character of ASCII.
pub(super) fn is_ascii_host(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')
}

/// Whether a top-level domain may begin with the byte: a letter, in any script.
pub(super) fn domain_may_begin(b: Option<&u8>) -> bool {
    b.is_some_and(|b| *b >= 0x80 || b.is_ascii_alphabetic())
}

/// Whether hosts and the words before them can hold `c`: letters, digits, `-`, `_`, `.`, and
/// what else is no boundary in other scripts (combining marks above all).
pub(super) fn is_host(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_ascii_host) || !c.is_ascii() && !chars::is_bound(c)
}

/// Where the run of host characters that reaches up to `at` begins, `from` at the earliest.
pub(super) fn run_start(text: &str, from: usize, at: usize) -> usize {
    let before = &text.as_bytes()[from..at];
    // Nearly all hosts are ASCII.
    match before.iter().rposition(|b| !is_ascii_host(*b)) {
        None => from,
        Some(i) if before[i].is_ascii() => from + i + 1,
        Some(i) => from + text[from..=from + i].trim_end_matches(is_host).len(),
    }
}

/// Where the run of host characters at `at` ends.
pub(super) fn run_end(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    match rest.iter().position(|b| !is_ascii_host(*b)) {
        None => text.len(),
        Some(i) if rest[i].is_ascii() => at + i,
        Some(i) => text.len() - text[at + i..].trim_start_matches(is_host).len(),
    }
}

/// The end of the host that begins at `at`, behind a scheme or a name; a `numeric` one may also
/// be `localhost` or an IP address.
pub(super) fn end(text: &str, at: usize, numeric: bool) -> Option<usize> {
    let host = trim_end(&text[at..run_end(text, at)]);
    let named = host.starts_with(char::is_alphanumeric) && is_name(host);
    let found = named || numeric && (host.eq_ignore_ascii_case("localhost") || is_address(host));
    found.then_some(at + host.len())
}

/// The host in the run from `start` to `end` that has nothing before it: behind the last two dots
/// in a row, from the first letter or digit on.
pub(super) fn bare(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let run = trim_end(&text[start..end]);
    let (mut tail, mut last, mut behind) = (0, None, 0);
    for (i, b) in run.bytes().enumerate().rev() {
        if b == b'.' {
            if behind == b'.' {
                tail = i + 2;
                break;
            }
            last = last.or(Some(i));
        }
        behind = b;
    }
    let begin = match run.as_bytes().get(tail) {
        Some(b) if b.is_ascii_alphanumeric() => tail,
        _ => tail + run[tail..].find(char::is_alphanumeric)?,
    };
    // Labels are not empty: there are no two dots in a row, and none at either end.
    let is_name = last.is_some_and(|dot| begin < dot && tld::is_known(&run[dot + 1..]));
    is_name.then_some((start + begin, start + run.len()))
}

fn trim_end(run: &str) -> &str {
    let kept = run.bytes().rposition(|b| !matches!(b, b'.' | b'_' | b'-'));
    &run[..kept.map_or(0, |i| i + 1)]
}

/// At least two labels, none of them empty, the last one a top-level domain.
fn is_name(host: &str) -> bool {
    let bytes = host.as_bytes();
    let Some(dot) = bytes.iter().rposition(|b| *b == b'.') else { return false };
    let others = &bytes[..dot];
    // Between labels there is one dot.
    let whole = others.first().is_some_and(|b| *b != b'.')
        && others.iter().zip(&bytes[1..]).all(|(b, next)| *b != b'.' || *next != b'.');
    whole && tld::is_known(&host[dot + 1..])
}

/// Four numbers up to 255.
fn is_address(host: &str) -> bool {
    let dot = || char('.');
    all_consuming((octet, dot(), octet, dot(), octet, dot(), octet)).parse(host).is_ok()
}

fn octet(rest: &str) -> IResult<&str, u8, ()> {
    map_opt(take_while_m_n(1, 3, |c: char| c.is_ascii_digit()), |d: &str| d.parse().ok())
        .parse(rest)
}
