//! Links: which of the three ways says the same to all parsers.
//!
//! GFM finds URLs in text by itself, and takes for a part of them whatever comes before the next
//! space, backslashes and delimiters included. So a URL is left as it is only where nothing of that
//! kind follows; else its ends are shown by `<` and `>`. What has no scheme needs a label.

use alloc::string::String;
use core::fmt::Write as _;

use crate::document::Link;

use super::inline::begins_entity;
use super::leaf::Leaf;
use super::piece::{Delimiter, Kind, Piece};

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `https://ex.com`
    Bare,
    /// `<https://ex.com/_a_>`
    Angle,
    /// `[ex.com](https://ex.com)`
    Labelled,
}

/// Chooses the form of each link.
pub(super) fn choose_forms(leaf: &mut Leaf) {
    let (text, pieces) = (&leaf.text, &mut leaf.pieces);
    if !pieces.iter().any(|piece| matches!(piece.kind, Kind::Link(_))) {
        return;
    }
    let mut brackets = 0;
    for index in 0..pieces.len() {
        let shown = &text[pieces[index].range()];
        match pieces[index].kind {
            Kind::Text => brackets = open_brackets(shown, brackets),
            Kind::Link(_) => {
                let is_bare = brackets == 0
                    && is_plain(shown)
                    && is_begun(text, &pieces[..index])
                    && is_ended(text, &pieces[index + 1..]);
                pieces[index].kind = Kind::Link(if is_bare { Form::Bare } else { marked(shown) });
            }
            _ => {}
        }
    }
}

/// How many brackets are open behind the text: in those GFM looks for no URL.
fn open_brackets(text: &str, before: usize) -> usize {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().fold(before, |open, (at, b)| match b {
        b'[' => open + 1,
        // Where it may get a backslash it closes nothing.
        b']' => match bytes.get(at + 1) {
            None | Some(b'(' | b'[' | b':') => open,
            Some(_) => open.saturating_sub(1),
        },
        _ => open,
    })
}

/// The form that shows where the link ends.
pub(super) fn marked(url: &str) -> Form {
    let leads_to = Link { text: url }.url();
    let fits = |b: u8| !b.is_ascii_control() && !matches!(b, b' ' | b'<' | b'>');
    let is_angle = if leads_to == url {
        // Whether an entity is one there is not agreed upon.
        url.bytes().all(fits) && !url.match_indices('&').any(|(at, _)| begins_entity(&url[at..]))
    } else {
        leads_to.starts_with("mailto:") && is_address(url)
    };
    if is_angle { Form::Angle } else { Form::Labelled }
}

/// Whether it is an e-mail address as CommonMark has it.
fn is_address(url: &str) -> bool {
    let Some((name, host)) = url.split_once('@') else { return false };
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !name.is_empty() && name.bytes().all(is_in_name) && host.split('.').all(is_label)
}

/// Whether the name of an e-mail address may have it.
pub(super) fn is_in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

/// Whether GFM finds the URL, all of it, and nothing in it means anything.
fn is_plain(url: &str) -> bool {
    let start = ["https://", "http://", "www."].into_iter().find(|start| url.starts_with(start));
    let Some(rest) = start.and_then(|start| url.strip_prefix(start)) else { return false };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let is_host =
        host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || "-.".contains(c));
    let bytes = url.as_bytes();
    let is_word = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    let fits = |(at, b): (usize, &u8)| match b {
        b'_' => at > 0 && is_word(bytes.get(at - 1)) && is_word(bytes.get(at + 1)),
        b'&' => !begins_entity(&url[at..]),
        b => !b.is_ascii() || b.is_ascii_alphanumeric() || b"-.:/?#=%+,;@()!$".contains(b),
    };
    let ends = match bytes.last() {
        Some(b')') => url.matches('(').count() == url.matches(')').count(),
        Some(b) => !b.is_ascii() || b.is_ascii_alphanumeric() || b"/-=#%+".contains(b),
        None => false,
    };
    is_host && ends && bytes.iter().enumerate().all(fits)
}

/// Whether GFM sees that a URL begins behind the pieces.
fn is_begun(text: &str, pieces: &[Piece]) -> bool {
    let [before @ .., last] = pieces else { return true };
    let shown = &text[last.range()];
    match last.kind {
        // A space at the start of a line is a reference.
        Kind::Text if shown.len() == 1 && starts_line(before) => shown == "(",
        Kind::Text => shown.ends_with(['(', ' ', '\t']),
        Kind::Open(_) | Kind::Close(_) | Kind::Break => true,
        Kind::Code | Kind::Link(_) => false,
    }
}

fn starts_line(before: &[Piece]) -> bool {
    before.last().is_none_or(|piece| piece.kind == Kind::Break)
}

/// Whether GFM sees that a URL ends before the pieces: at the end of the block or a space, or at
/// what it leaves out at the end of URLs. (`_` and `~`, too, but that is not seen by all.)
fn is_ended(text: &str, pieces: &[Piece]) -> bool {
    for (index, piece) in pieces.iter().enumerate() {
        match piece.kind {
            Kind::Close(Delimiter::Bold | Delimiter::Star) => {}
            Kind::Text => {
                let behind = text[piece.range()].trim_start_matches(['?', '!', '.', ',', ':', ')']);
                if !behind.is_empty() {
                    // A space at the end of a line or of a style is a reference.
                    let is_last = behind.len() == 1
                        && pieces
                            .get(index + 1)
                            .is_none_or(|next| matches!(next.kind, Kind::Break | Kind::Close(_)));
                    return behind.starts_with([' ', '\t']) && !is_last;
                }
            }
            _ => return false,
        }
    }
    true
}

/// Appends a link.
pub(super) fn push(out: &mut String, url: &str, form: Form) {
    match form {
        Form::Bare => out.push_str(url),
        Form::Angle => {
            out.push('<');
            out.push_str(url);
            out.push('>');
        }
        Form::Labelled => {
            out.push('[');
            push_label(out, url);
            out.push_str("](");
            push_destination(out, &Link { text: url }.url());
            out.push(')');
        }
    }
}

/// Appends the text of a link: little of it, so what may mean anything is escaped.
fn push_label(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let is_word = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    for (at, c) in text.char_indices() {
        let escaped = match c {
            '\\' | '*' | '~' | '`' | '[' | ']' | '<' => true,
            '_' => !(at > 0 && is_word(bytes.get(at - 1)) && is_word(bytes.get(at + 1))),
            '&' => begins_entity(&text[at..]),
            // No URL is looked for where none shows.
            ':' => text[at..].starts_with("://"),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Appends where a link leads.
fn push_destination(out: &mut String, url: &str) {
    let balanced = is_balanced(url);
    for (at, c) in url.char_indices() {
        match c {
            '\0'..=' ' | '\x7F' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{:02X}", u32::from(c));
                continue;
            }
            '\\' | '`' | '<' | '>' => out.push('\\'),
            '(' | ')' if !balanced => out.push('\\'),
            '&' if begins_entity(&url[at..]) => {
                // Not a backslash: some read entities before those.
                out.push_str("&amp;");
                continue;
            }
            _ => {}
        }
        out.push(c);
    }
}

/// Whether the parentheses are in pairs, and not within each other: some parsers count no further.
fn is_balanced(url: &str) -> bool {
    let mut open = false;
    for b in url.bytes().filter(|b| matches!(b, b'(' | b')')) {
        if open == (b == b'(') {
            return false;
        }
        open = !open;
    }
    !open
}
