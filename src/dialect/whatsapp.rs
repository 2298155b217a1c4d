//! Signs of WhatsApp: what its parser finds, and what its writer leaves behind.

use crate::document::{Document, Event, Node, Span};

use super::code::Code;
use super::evidence::Evidence;
use super::{Sign, markdown};

/// Adds the signs, and says where there is code.
pub(super) fn signs(document: &Document<'_>, evidence: &mut Evidence) -> Code {
    let source = document.source();
    let mut code = Code::default();
    for (event, span) in document.events() {
        let Event::Enter(node) = event else { continue };
        let sign = match node {
            Node::Bold => stands_alone(source, span).then_some(Sign::SingleAsterisk),
            Node::Strikethrough => stands_alone(source, span).then_some(Sign::SingleTilde),
            Node::Italic => stands_alone(source, span).then_some(Sign::Shared),
            Node::InlineCode | Node::Monospace | Node::MonospaceBlock => {
                code.push(span.range().start, span.range().end);
                Some(Sign::Shared)
            }
            Node::Item { number: None } if document.slice(span).starts_with('•') => {
                Some(Sign::DotBullet)
            }
            Node::Item { .. } | Node::Quote => Some(Sign::Shared),
            _ => None,
        };
        if let Some(sign) = sign {
            evidence.add(sign, span.range().start, span.range().end);
        }
    }
    invisible(source, &code, evidence);
    code
}

/// Where there is code.
#[cfg(feature = "check")]
pub(super) fn code(document: &Document<'_>) -> Code {
    let mut code = Code::default();
    for (event, span) in document.events() {
        if let Event::Enter(Node::InlineCode | Node::Monospace | Node::MonospaceBlock) = event {
            code.push(span.range().start, span.range().end);
        }
    }
    code
}

/// Whether the markers at both ends of a span are single ones and there is something to read
/// between them: not so in `**x**`, `*****` and `*.*`.
fn stands_alone(source: &str, span: Span) -> bool {
    let bytes = source.as_bytes();
    let (first, last) = (span.range().start, span.range().end - 1);
    let is_marker = |at: usize| bytes.get(at) == Some(&bytes[first]);
    let doubled = is_marker(first.wrapping_sub(1))
        || is_marker(first + 1)
        || is_marker(last - 1)
        || is_marker(last + 1);
    !doubled && markdown::says_something(&source[first + 1..last])
}

/// The first byte of U+200A, U+200E and U+200F, and that of U+034F.
const LEADS: [u8; 2] = [0xE2, 0xCD];

/// Looks for invisible characters next to a single marker, or at the start of a line before
/// something that would be an item or a quote.
fn invisible(source: &str, code: &Code, evidence: &mut Evidence) {
    let mut code = code.cursor();
    for at in memchr::memchr2_iter(LEADS[0], LEADS[1], source.as_bytes()) {
        let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        if !is_invisible(c) || code.end_at(at).is_some() {
            continue;
        }
        let end = at + c.len_utf8();
        if single_marker_before(source, at)
            || single_marker_behind(source, end)
            || c == '\u{34F}' && guards_line(source, at, end)
        {
            evidence.add(Sign::InvisibleCharacter, at, end);
        }
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200A}' | '\u{200E}' | '\u{200F}' | '\u{34F}')
}

fn single_marker_before(source: &str, at: usize) -> bool {
    let mut before = source[..at].bytes().rev();
    before.next().is_some_and(|marker| is_marker(marker) && before.next() != Some(marker))
}

fn single_marker_behind(source: &str, at: usize) -> bool {
    let mut behind = source[at..].bytes();
    behind.next().is_some_and(|marker| is_marker(marker) && behind.next() != Some(marker))
}

fn is_marker(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'~' | b'`')
}

/// Whether a line starts at `at`, and one of an item or a quote would at `end`.
fn guards_line(source: &str, at: usize, end: usize) -> bool {
    let starts = at == 0 || source.as_bytes()[at - 1] == b'\n';
    starts && source[end..].starts_with(|c: char| matches!(c, '-' | '•' | '>') || c.is_numeric())
}
