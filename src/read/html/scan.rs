//! HTML → tags and text, as the tokenizer of the standard sees them.
//!
//! What this takes for text, a tag or neither is what a browser does: quotes around `>` in
//! attributes, comments and their odd ends, elements whose content is no markup. What is left open
//! at the end of the input is gone, as it is there. Nothing is looked at twice.

use memchr::{memchr, memchr2, memmem};

use super::attribute::{AttributeScanner, Attributes, is_space};

/// Something between two places of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, with its entities as they are.
    Text(&'a str),
    /// A start tag.
    Start {
        name: &'a str,
        attributes: Attributes<'a>,
        /// Whether it ends in `/>`.
        closed: bool,
    },
    /// An end tag.
    End(&'a str),
    /// A comment or something like it.
    Comment,
    /// A tag or a comment that the input ends in.
    Unfinished,
}

/// Goes over the input once.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { html, at: 0 }
    }

    /// Where the next token begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next token; `foreign` says whether it stands in a notation that has `<![CDATA[`.
    pub(super) fn next(&mut self, foreign: bool) -> Option<Token<'a>> {
        let bytes = self.html.as_bytes();
        let start = self.at;
        let mut at = start;
        while let Some(found) = memchr(b'<', &bytes[at..]) {
            at += found;
            let markup = match bytes.get(at + 1) {
                Some(b'!' | b'?') => true,
                Some(b'/') => at + 2 < bytes.len(),
                next => next.is_some_and(u8::is_ascii_alphabetic),
            };
            if !markup {
                at += 1;
            } else if at > start {
                self.at = at;
                return Some(Token::Text(&self.html[start..at]));
            } else {
                return Some(self.markup(foreign));
            }
        }
        self.at = bytes.len();
        (start < self.at).then(|| Token::Text(&self.html[start..]))
    }

    /// What begins with the `<` at which this stands.
    fn markup(&mut self, foreign: bool) -> Token<'a> {
        let rest = &self.html.as_bytes()[self.at..];
        match rest.get(1..).unwrap_or_default() {
            [b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] if foreign => {
                self.skip(memmem::find(rest, b"]]>").map(|end| end + 3))
            }
            [b'!', b'-', b'-', ..] => self.skip(comment(rest)),
            [b'/', b'>', ..] => self.skip(Some(3)),
            [b'/', first, ..] if first.is_ascii_alphabetic() => self.tag(self.at + 2, true),
            [first, ..] if first.is_ascii_alphabetic() => self.tag(self.at + 1, false),
            _ => self.skip(memchr(b'>', rest).map(|end| end + 1)),
        }
    }

    fn skip(&mut self, length: Option<usize>) -> Token<'a> {
        self.at = length.map_or(self.html.len(), |length| self.at + length);
        if length.is_some() { Token::Comment } else { Token::Unfinished }
    }

    /// A tag whose name begins at `start`.
    fn tag(&mut self, start: usize, end_tag: bool) -> Token<'a> {
        let rest = &self.html[start..];
        let length = rest.bytes().position(|b| is_space(b) || matches!(b, b'/' | b'>'));
        let (name, rest) = rest.split_at(length.unwrap_or(rest.len()));
        let mut attributes = AttributeScanner { rest };
        let mut tail = rest;
        while attributes.next().is_some() {
            tail = attributes.rest;
        }
        let Some(behind) = attributes.rest.strip_prefix('>') else {
            self.at = self.html.len();
            return Token::Unfinished;
        };
        self.at = self.html.len() - behind.len();
        if end_tag {
            return Token::End(name);
        }
        let closed = tail[..tail.len() - behind.len()].ends_with("/>");
        let attributes = Attributes { text: &rest[..rest.len() - behind.len()] };
        Token::Start { name, attributes, closed }
    }

    /// The content of the element `name`, whose start tag was the last token and whose content is no
    /// markup. Goes on behind its end tag.
    pub(super) fn raw(&mut self, name: &str) -> &'a str {
        let rest = &self.html[self.at..];
        let script = name.eq_ignore_ascii_case("script");
        let end = if script { script_end(rest) } else { end_tag(rest, name) };
        let content = &rest[..end.unwrap_or(rest.len())];
        self.at += content.len();
        if end.is_some() {
            self.tag(self.at + 2, true);
        }
        content
    }

    /// Skips a line feed.
    pub(super) fn skip_line_feed(&mut self) {
        let rest = &self.html[self.at..];
        let behind = rest.strip_prefix('\r').unwrap_or(rest);
        let behind = behind.strip_prefix('\n').unwrap_or(behind);
        self.at = self.html.len() - behind.len();
    }

    /// All that is left.
    pub(super) fn rest(&mut self) -> &'a str {
        let rest = &self.html[self.at..];
        self.at = self.html.len();
        rest
    }
}

/// Where the comment at the start of `bytes` ends.
fn comment(bytes: &[u8]) -> Option<usize> {
    match bytes.get(4..).unwrap_or_default() {
        [b'>', ..] => return Some(5),
        [b'-', b'>', ..] => return Some(6),
        _ => {}
    }
    let mut at = 4;
    while let Some(found) = memmem::find(&bytes[at..], b"--") {
        at += found + 2;
        match &bytes[at..] {
            [b'>', ..] => return Some(at + 1),
            [b'!', b'>', ..] => return Some(at + 2),
            // The second of these may be the first of the next.
            _ => at -= 1,
        }
    }
    None
}

/// Where the end tag of `name` begins.
fn end_tag(text: &str, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        at += found;
        if is_tag(&bytes[at..], "</", name) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Where the end tag of a script begins: not within `<!-- <script> </script> -->`.
fn script_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut comment, mut inner) = (false, false);
    let mut at = 0;
    while let Some(found) = memchr2(b'<', b'-', &bytes[at..]) {
        at += found;
        let rest = &bytes[at..];
        if rest.starts_with(b"-->") {
            (comment, inner) = (false, false);
        } else if is_tag(rest, "</", "script") {
            if !inner {
                return Some(at);
            }
            inner = false;
        } else if comment && is_tag(rest, "<", "script") {
            inner = true;
        } else if !comment && rest.starts_with(b"<!--") {
            comment = true;
            // Its dashes may be those that end it.
            at += 1;
        }
        at += 1;
    }
    None
}

/// Whether a tag of that name stands at the start of `bytes`.
fn is_tag(bytes: &[u8], mark: &str, name: &str) -> bool {
    let Some(rest) = bytes.strip_prefix(mark.as_bytes()) else { return false };
    rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
        && rest.get(name.len()).is_some_and(|&b| is_space(b) || matches!(b, b'/' | b'>'))
}
