//! Hosts: the characters that they are made of, and what makes a run of them a host (R83).

use nom::bytes::complete::take_while_m_n;
use nom::character::complete::char;
use nom::combinator::{all_consuming, map_opt};
use nom::{IResult, Parser as _};

use crate::chars;

use super::tld::TOP_LEVEL_DOMAINS;

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
    let run = text[from..at].trim_end_matches(is_host);
    from + run.len()
}

/// Where the run of host characters at `at` ends.
pub(super) fn run_end(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_host).len()
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
    let dots = run.as_bytes().windows(2).rposition(|two| two == b"..");
    let tail = dots.map_or(run, |i| &run[i + 2..]);
    let host = tail.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = start + run.len();
    is_name(host).then_some((end - host.len(), end))
}

fn trim_end(run: &str) -> &str {
    run.trim_end_matches(['.', '_', '-'])
}

/// At least two labels, none of them empty, the last one a top-level domain.
fn is_name(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(others, last)| {
        is_top_level_domain(last) && others.split('.').all(|label| !label.is_empty())
    })
}

/// Whether the label is a known top-level domain, in any case.
fn is_top_level_domain(label: &str) -> bool {
    /// Longer than any.
    const LENGTH: usize = 32;
    if !label.is_ascii() {
        let lower = || label.chars().flat_map(char::to_lowercase);
        return TOP_LEVEL_DOMAINS.binary_search_by(|known| known.chars().cmp(lower())).is_ok();
    }
    let mut lower = [0; LENGTH];
    let Some(lower) = lower.get_mut(..label.len()) else { return false };
    lower.copy_from_slice(label.as_bytes());
    lower.make_ascii_lowercase();
    TOP_LEVEL_DOMAINS.binary_search_by(|known| known.as_bytes().cmp(lower)).is_ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn top_level_domains_in_any_case_and_spelling() {
        for label in ["com", "COM", "Museum", "рф", "РФ", "xn--p1ai", "XN--P1AI", "香港"] {
            assert!(is_top_level_domain(label), "{label}");
        }
        for label in ["", "c", "comm", "15", "xn--", "рфф", &"a".repeat(500)] {
            assert!(!is_top_level_domain(label), "{label}");
        }
    }

    #[test]
    fn the_search_can_rely_on_the_table() {
        assert!(TOP_LEVEL_DOMAINS.is_sorted());
        assert!(TOP_LEVEL_DOMAINS.iter().all(|d| d.starts_with(char::is_alphabetic)));
        assert!(TOP_LEVEL_DOMAINS.iter().all(|d| !d.is_ascii() || d.len() < 32));
    }
}
