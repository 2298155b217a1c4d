//! Links and mentions: R80–R83, and what DESIGN.md settles where the rules leave a choice.
//!
//! A link shows itself by a dot between host characters, by `://` or by `@`; only there is
//! anything looked at. Each run of host characters is read once and each tail once, so the search
//! is linear in the line. This file owns the search and the shape of a URL; `host` owns hosts.

use alloc::vec::Vec;
use core::ops::{Range, RangeInclusive};

use memchr::memchr3;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::char;
use nom::combinator::recognize;
use nom::sequence::preceded;
use nom::{IResult, Parser as _};

use crate::chars;

use super::host;

/// A link or a mention, as a range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) is_mention: bool,
}

impl Found {
    fn new(range: Range<usize>, is_mention: bool) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "the parser refuses longer texts")]
        Self { start: range.start as u32, end: range.end as u32, is_mention }
    }
}

/// The digits of a mention.
const MENTION_DIGITS: RangeInclusive<usize> = 5..=20;

/// The brackets that a URL may end with where it holds the partner.
const BRACKETS: [(char, char); 7] =
    [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‘', '’'), ('“', '”')];

/// Appends the links, and the mentions if asked for, of one line.
///
/// `closes(at, start)` tells whether the marker at `at` closes a candidate of emphasis that begins
/// before `start` (R82); it is asked from left to right.
pub(super) fn find(
    text: &str,
    line: Range<usize>,
    mentions: bool,
    mut closes: impl FnMut(usize, usize) -> bool,
    found: &mut Vec<Found>,
) {
    let text = &text[..line.end];
    let mut finder = Finder { text, from: line.start, link_end: line.start };
    let mut at = line.start;
    while let Some(i) = memchr3(b'.', b':', b'@', &text.as_bytes()[at..]) {
        let hit = at + i;
        at = hit + 1;
        if let Some((start, end)) = finder.link_at(hit) {
            let end = trim(text, start, end, &mut closes);
            // A mention that turns out to be the name before an `@` is none.
            if found.last().is_some_and(|last| last.is_mention && last.end as usize > start) {
                found.pop();
            }
            found.push(Found::new(start..end, false));
            finder.link_end = end;
            finder.from = end;
            at = at.max(end);
        } else if mentions
            && text.as_bytes()[hit] == b'@'
            && let Some(end) = mention_end(text, hit)
        {
            found.push(Found::new(hit..end, true));
        }
    }
}

/// The links of a text of one line, in order.
#[cfg(any(feature = "html", feature = "markdown"))]
pub(crate) fn links(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    find(line, 0..line.len(), false, |_, _| false, &mut found);
    found.iter().map(|link| link.start as usize..link.end as usize).collect()
}

struct Finder<'t> {
    /// The text up to the end of the line.
    text: &'t str,
    /// The end of the last run that was read, or of the last link.
    from: usize,
    /// The end of the last link.
    link_end: usize,
}

impl Finder<'_> {
    /// The link that begins in the run of host characters around or before `hit`, without a tail.
    fn link_at(&mut self, hit: usize) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let promising = match bytes[hit] {
            b':' => {
                bytes[hit + 1..].starts_with(b"//")
                    || bytes[..hit].last().is_some_and(|b| b | 0x20 == b'o')
            }
            b'.' => host::domain_may_begin(bytes.get(hit + 1)),
            _ => bytes.get(hit + 1).is_some_and(|b| *b >= 0x80 || host::is_ascii_host(*b)),
        };
        if !promising || hit < self.from {
            return None;
        }
        let start = host::run_start(self.text, self.from, hit);
        let has_dot = bytes[hit] == b'.';
        let end = if has_dot { host::run_end(self.text, hit) } else { hit };
        // What is left of a run that the last link ended inside of is no run.
        let cut = start == self.link_end && self.text[..start].ends_with(host::is_host);
        let link = if start == end || cut { None } else { self.link_of_run(start, end, has_dot) };
        self.from = self.from.max(end);
        link
    }

    /// The ways of a run to begin a link, strongest first. It is one itself only with a dot.
    fn link_of_run(&self, start: usize, end: usize, has_dot: bool) -> Option<(usize, usize)> {
        let text = self.text;
        let run = &text[start..end];
        let (scheme, begin, rest) = if text[end..].starts_with("://") {
            (true, ends_with_word(run, "https").or_else(|| ends_with_word(run, "http")), end + 3)
        } else if text[end..].starts_with(':') {
            (false, ends_with_word(run, "mailto"), end + 1)
        } else {
            (false, None, end)
        };
        if let Some(word) = begin {
            let host = match behind_name(text, rest) {
                Some(host) => Some(host),
                None => scheme.then_some(rest),
            };
            if let Some(end) = host.and_then(|host| host::end(text, host, scheme)) {
                return Some((start + word, end));
            }
        }
        if text[end..].starts_with('@')
            && let Some(host_end) = host::end(text, end + 1, false)
            && let Some(begin) = name_start(text, self.link_end, end)
        {
            return Some((begin, host_end));
        }
        if has_dot { host::bare(text, start, end) } else { None }
    }
}

/// Where `word` begins in `run` if the run ends with it, in any case.
fn ends_with_word(run: &str, word: &str) -> Option<usize> {
    let at = run.len().checked_sub(word.len())?;
    run.get(at..)?.eq_ignore_ascii_case(word).then_some(at)
}

fn is_name(c: char) -> bool {
    matches!(c, '+' | '%') || host::is_host(c)
}

/// Where the host begins if a name and an `@` stand at `at`.
fn behind_name(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let name = rest.find(|c| !is_name(c))?;
    (name > 0 && rest[name..].starts_with('@')).then_some(at + name + 1)
}

/// Where the name that ends at `end` begins: at the first letter or digit of its characters.
fn name_start(text: &str, from: usize, end: usize) -> Option<usize> {
    let before = &text[from..end];
    let start = before
        .rfind(|c| !is_name(c))
        .map_or(0, |i| i + before[i..].chars().next().map_or(0, char::len_utf8));
    before[start..].find(char::is_alphanumeric).map(|i| from + start + i)
}

/// The end of the URL whose host ends at `host_end`: port and tail, trimmed (R82, R83).
///
/// What may be left out at the end depends on what stands before it alone, so one pass forward
/// that remembers the last character that may stay finds the end.
fn trim(
    text: &str,
    start: usize,
    host_end: usize,
    closes: &mut impl FnMut(usize, usize) -> bool,
) -> usize {
    let port = port(&text[host_end..]).map_or(0, |(_, port)| port.len());
    let mut end = host_end + port;
    if !text[end..].starts_with(['/', '?', '#']) {
        return end;
    }
    let tail = end;
    let mut open = [0_u32; BRACKETS.len()];
    for (i, c) in text[tail..].char_indices().take_while(|(_, c)| !chars::is_ws(*c)) {
        let stays = match c {
            '@' | '!' | '.' | '?' | ',' | ':' | '_' => false,
            '*' | '~' | '|' => !closes(tail + i, start),
            c => bracket_stays(c, &mut open),
        };
        if stays {
            end = tail + i + c.len_utf8();
        }
    }
    end
}

/// Whether `c` may be a URL's last character as far as brackets go: an opening one may not, a
/// closing one may with a partner before it. Counts those that are open.
fn bracket_stays(c: char, open: &mut [u32; BRACKETS.len()]) -> bool {
    for (count, (opening, closing)) in open.iter_mut().zip(BRACKETS) {
        if c == opening {
            *count += 1;
            return false;
        }
        if c == closing {
            let partner = *count > 0;
            *count -= u32::from(partner);
            return partner;
        }
    }
    true
}

/// `:` and one to five digits.
fn port(rest: &str) -> IResult<&str, &str, ()> {
    let digits = take_while_m_n(1, 5, |c: char| c.is_ascii_digit());
    recognize(preceded(char(':'), digits)).parse(rest)
}

/// The end of the mention at the `@`: digits, with no letter or digit before it or behind them.
fn mention_end(text: &str, at: usize) -> Option<usize> {
    let digits = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
    let end = at + 1 + digits;
    let alone = MENTION_DIGITS.contains(&digits)
        && !text[..at].ends_with(char::is_alphanumeric)
        && !text[end..].starts_with(char::is_alphanumeric);
    (alone && host::bare(text, at + 1, host::run_end(text, at + 1)).is_none()).then_some(end)
}
