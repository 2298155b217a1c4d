//! Pieces of an HTML fragment: tags as they are written, and text as it is shown.
//!
//! This is no parser of the web's HTML: it knows well-formed fragments, as programs write them, and
//! refuses all else. What it must not do is to repair.

use alloc::borrow::Cow;

/// A piece of a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    Open(Tag<'h>),
    /// A tag of an element that has no content: `<br>`, `<br />`
    Void(Tag<'h>),
    Close(Tag<'h>),
    /// Text with its references decoded.
    Text(Cow<'h, str>),
}

/// A tag as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// All of it: `<ol start="2">`
    pub(super) raw: &'h str,
    /// `ol`
    pub(super) name: &'h str,
    /// ` start="2"`
    pub(super) rest: &'h str,
}

/// The pieces of a fragment; `Err` ends them where it is not well-formed.
pub(super) struct Pieces<'h> {
    rest: &'h str,
    /// Whether a line feed would be dropped: HTML does so behind `<pre>`.
    in_pre: bool,
}

/// The fragment is not well-formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

const VOID: [&str; 6] = ["br", "hr", "img", "wbr", "input", "col"];

impl<'h> Pieces<'h> {
    pub(super) const fn new(html: &'h str) -> Self {
        Self { rest: html, in_pre: false }
    }

    fn tag(&mut self) -> Result<Piece<'h>, Malformed> {
        let end = tag_end(self.rest).ok_or(Malformed)?;
        let (raw, rest) = self.rest.split_at(end);
        self.rest = rest;
        let inside = &raw[1..raw.len() - 1];
        let (closes, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside.trim_end()),
            None => (false, inside),
        };
        let name_end = inside.bytes().position(|b| !(b.is_ascii_alphanumeric() || b == b'-'));
        let (name, rest) = inside.split_at(name_end.unwrap_or(inside.len()));
        let is_name = name.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        let ended = rest.is_empty() || rest.starts_with([' ', '/', '\n', '\t']);
        if !is_name || !ended || closes && !rest.is_empty() {
            return Err(Malformed);
        }
        let tag = Tag { raw, name, rest };
        if closes {
            return Ok(Piece::Close(tag));
        }
        self.in_pre = name.eq_ignore_ascii_case("pre");
        let void = VOID.iter().any(|void| name.eq_ignore_ascii_case(void));
        Ok(if void { Piece::Void(tag) } else { Piece::Open(tag) })
    }
}

impl<'h> Iterator for Pieces<'h> {
    type Item = Result<Piece<'h>, Malformed>;

    fn next(&mut self) -> Option<Self::Item> {
        let dropped = core::mem::take(&mut self.in_pre);
        if dropped {
            self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
        }
        if self.rest.is_empty() {
            return None;
        }
        if self.rest.starts_with('<') {
            let tag = self.tag();
            if tag.is_err() {
                self.rest = "";
            }
            return Some(tag);
        }
        let (text, rest) = self.rest.split_at(self.rest.find('<').unwrap_or(self.rest.len()));
        self.rest = rest;
        Some(Ok(Piece::Text(html_escape::decode_html_entities(text))))
    }
}

/// Where the tag at the start ends: at the first `>` that is in no quotes.
fn tag_end(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

impl<'h> Tag<'h> {
    /// The attributes: names, and values without their quotes, as they are written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'h str, &'h str)> {
        let mut rest = self.rest;
        core::iter::from_fn(move || {
            rest = rest.trim_start_matches([' ', '\n', '\t', '/']);
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(['=', ' ', '\n', '\t', '/']).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            let Some(value) = behind.strip_prefix('=') else {
                rest = behind;
                return Some((name, ""));
            };
            let quoted = value.strip_prefix('"').map(|value| (value, '"'));
            let quoted = quoted.or_else(|| value.strip_prefix('\'').map(|value| (value, '\'')));
            let (value, behind) = match quoted {
                Some((value, quote)) => value.split_once(quote).unwrap_or((value, "")),
                None => value.split_at(value.find([' ', '\n', '\t']).unwrap_or(value.len())),
            };
            rest = behind;
            Some((name, value))
        })
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'h str> {
        self.attributes().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|pair| pair.1)
    }

    /// Whether lines and blocks end here, by the name.
    pub(super) fn is_block(&self) -> bool {
        const BLOCKS: [&str; 18] = [
            "p",
            "br",
            "div",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "hr",
            "menu",
            "h1",
            "h2",
            "h3",
            "section",
            "table",
            "tr",
            "td",
            "article",
        ];
        BLOCKS.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }
}
