//! Chunk by chunk through ammonia, and what comes out as a row of events.
//!
//! What ammonia writes is well-formed, and has nothing but the tags and attributes that it was
//! allowed, comments of the guard's, and text with four entities; so little is needed to read it.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use memchr::memchr;

use super::guard::{Guarded, Written};
use super::skeleton::NOTHING;
use super::tag::{Kind, Tag};

/// What reads the events. Elements are nested, and all that begin end.
pub(super) trait Sink {
    /// An element begins: its tag as it is.
    fn start(&mut self, element: Written, tag: &str);

    /// The innermost element that has content ends.
    fn end(&mut self, element: Written);

    /// Text, with entities.
    fn text(&mut self, text: &str);

    /// The text that comes next stands there in the input; with `end`, it stands for what is there
    /// up to `end`.
    fn place(&mut self, _at: usize, _end: Option<usize>) {}
}

/// Cleans what was guarded.
pub(super) fn clean<P>(guarded: &Guarded<P>, ammonia: &ammonia::Builder<'_>, sink: &mut impl Sink) {
    let mut open: Vec<Written> = Vec::new();
    for chunk in guarded.chunks() {
        let html = ammonia.clean(chunk).to_string();
        let (again, content) = html.split_once("<!--o-->").unwrap_or(("", &html));
        let content = content.split_once("<!--c-->").map_or(content, |(content, _)| content);
        reopen(&mut open, again, sink);
        for piece in (Pieces { html: content }) {
            match piece {
                Piece::Start(element, tag) => {
                    sink.start(element, tag);
                    if element.tag.kind() != Kind::Void {
                        open.push(element);
                    }
                }
                Piece::End => open.pop().into_iter().for_each(|element| sink.end(element)),
                Piece::Text(text) => sink.text(text),
                Piece::Place(at, end) => sink.place(at, end),
            }
        }
    }
    open.into_iter().rev().for_each(|element| sink.end(element));
}

/// Takes over what is open at the start of a chunk: what was open at the end of the one before, or
/// else what the parser makes of it.
fn reopen(open: &mut Vec<Written>, again: &str, sink: &mut impl Sink) {
    let mut now = Vec::new();
    for piece in (Pieces { html: again }) {
        match piece {
            Piece::Start(element, tag) => now.push((element, tag)),
            Piece::End => drop(now.pop()),
            _ => {}
        }
    }
    let same =
        open.iter().zip(&now).take_while(|(before, (element, _))| before == &element).count();
    open.drain(same..).rev().for_each(|element| sink.end(element));
    for &(element, tag) in &now[same..] {
        sink.start(element, tag);
        open.push(element);
    }
}

/// A piece of what ammonia wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'c> {
    Start(Written, &'c str),
    End,
    Text(&'c str),
    Place(usize, Option<usize>),
}

/// The pieces.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'c> {
    pub(super) html: &'c str,
}

impl<'c> Iterator for Pieces<'c> {
    type Item = Piece<'c>;

    fn next(&mut self) -> Option<Piece<'c>> {
        let html = self.html;
        let Some(tag) = html.strip_prefix('<') else {
            let end = memchr(b'<', html.as_bytes()).unwrap_or(html.len());
            let (text, rest) = html.split_at(end);
            self.html = rest;
            return (!text.is_empty()).then_some(Piece::Text(text));
        };
        // Nothing that was let through has `>` in an attribute.
        let end = memchr(b'>', tag.as_bytes()).unwrap_or(tag.len());
        let (tag, rest) = tag.split_at(end);
        self.html = rest.strip_prefix('>').unwrap_or(rest);
        if let Some(place) = tag.strip_prefix("!--") {
            let end = place.split_once(' ').map(|(_, end)| number(end));
            return Some(Piece::Place(number(place), end));
        }
        if tag.starts_with('/') {
            return Some(Piece::End);
        }
        let name = tag.split(' ').next().unwrap_or_default();
        let id = tag[name.len()..].strip_prefix(" n=\"");
        let id = id.and_then(|id| u32::try_from(number(id)).ok()).unwrap_or(NOTHING);
        Some(Piece::Start(
            Written { tag: Tag::of(name), id },
            &html[..html.len() - self.html.len()],
        ))
    }
}

/// The number that a text begins with.
fn number(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit);
    digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0'))
}

/// Text without entities: ammonia writes no others than these.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    let Some(mut at) = memchr(b'&', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    loop {
        out.push_str(&text[from..at]);
        let rest = &text[at..];
        let known = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&nbsp;", '\u{A0}')];
        let entity = known.iter().find(|(name, _)| rest.starts_with(name));
        let (name, character) = entity.copied().unwrap_or(("&", '&'));
        out.push(character);
        from = at + name.len();
        match memchr(b'&', &text.as_bytes()[from..]) {
            Some(next) => at = from + next,
            None => break,
        }
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}
