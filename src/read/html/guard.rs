//! Stands before ammonia: HTML of anybody → HTML that takes linear time, in chunks.
//!
//! The tree builder of html5ever, on which ammonia stands, is quadratic in the depth, in what
//! stands beside a table's cells, in the attributes of a tag and in the text between two `<`, and
//! needs up to 90 bytes of memory for each byte. So it is given
//!
//! * tags that mean something, with at most one attribute each, which the guard writes;
//! * no more than [`DEPTH`] open elements, of which [`FORMATTING`] are styles (deeper tags are
//!   dropped, their text is kept);
//! * nothing directly in a table but its parts: text there is put into a cell;
//! * chunks of about [`CHUNK`] bytes, each of which first opens again what is open.
//!
//! A chunk is `tags to open again <!--o--> content <!--c-->`. Comments of the input are gone, so
//! these cannot be forged.

mod balance;
mod foreign;
mod text;

use core::fmt::Write as _;
use core::ops::Range;

use alloc::string::String;
use alloc::vec::Vec;

use super::attribute::Attributes;
use super::scan::{Scanner, Token};
use super::tag::{Kind, Tag};

/// How deep elements may be nested.
pub(super) const DEPTH: usize = 128;
/// How many styles may be open.
pub(super) const FORMATTING: usize = 16;
/// After how many bytes a chunk ends.
const CHUNK: usize = 16 * 1024;

/// What is done with elements.
pub(super) trait Policy {
    /// Decides about an element, whose start tag stands at `place`, and appends its tag, up to the
    /// `>`, if it is to be written. An element that is not has no influence on the tree.
    fn start(
        &mut self,
        out: &mut String,
        tag: Tag,
        attributes: Attributes<'_>,
        place: Range<usize>,
    ) -> Option<Written>;

    /// Appends the start tag of an element once more, up to the `>`.
    fn again(&self, out: &mut String, written: Written);

    /// An element ends, and all of it before `end`.
    fn end(&mut self, _written: Written, _end: usize) {}

    /// Text comes, which begins at `at`; appends what says so.
    fn text(&mut self, _out: &mut String, _text: &str, _at: usize) {}

    /// Appends where the text that follows comes from; with `end`, it stands for what is there up
    /// to `end`.
    fn place(&mut self, _out: &mut String, _at: usize, _end: Option<usize>) {}

    /// Something is left out, with all that it holds.
    fn gone(&mut self, _place: Range<usize>) {}
}

/// An element that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Under which name.
    pub(super) tag: Tag,
    /// Its number, for the policy.
    pub(super) id: u32,
}

/// An open element.
#[derive(Clone, Copy, Debug)]
struct Open<'a> {
    tag: Tag,
    name: &'a str,
    written: Option<Written>,
}

/// HTML for ammonia.
#[derive(Debug)]
pub(super) struct Guarded<P> {
    html: String,
    /// Where the chunks end.
    ends: Vec<usize>,
    pub(super) policy: P,
}

impl<P> Guarded<P> {
    /// The chunks, in order.
    pub(super) fn chunks(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let chunk = &self.html[start..end];
            start = end;
            chunk
        })
    }
}

/// What is known while the input is gone over.
#[derive(Debug)]
struct Guard<'a, P> {
    html: &'a str,
    scanner: Scanner<'a>,
    /// Where the last token begins.
    token: usize,
    policy: P,
    out: String,
    ends: Vec<usize>,
    open: Vec<Open<'a>>,
    /// How many of them are styles that are written.
    formatting: usize,
    /// Where in `open` the outermost element stands whose content is left out, and where it begins
    /// in the input.
    gone: Option<(usize, usize)>,
    /// How many elements of each name were not opened, as it is too deep.
    over: [u32; Tag::ALL.len()],
    /// Whether there was one that keeps the text before and behind it apart.
    apart: bool,
}

/// Prepares HTML.
pub(super) fn guard<P: Policy>(html: &str, policy: P) -> Guarded<P> {
    let mut guard = Guard {
        html,
        scanner: Scanner::new(html),
        token: 0,
        policy,
        out: String::with_capacity(html.len() + html.len() / 2 + 64),
        ends: Vec::new(),
        open: Vec::new(),
        formatting: 0,
        gone: None,
        over: [0; Tag::ALL.len()],
        apart: false,
    };
    guard.begin_chunk();
    loop {
        let foreign = guard.in_foreign();
        guard.token = guard.scanner.at();
        let Some(token) = guard.scanner.next(foreign) else { break };
        guard.read(&token);
        guard.cut(CHUNK);
    }
    guard.close_all();
    guard.ends.push(guard.out.len());
    Guarded { html: guard.out, ends: guard.ends, policy: guard.policy }
}

impl<'a, P: Policy> Guard<'a, P> {
    fn read(&mut self, token: &Token<'a>) {
        let start = self.token;
        match *token {
            Token::Text(text) => self.text(text, start, true),
            Token::Start { name, attributes, closed } => {
                if let Some(tag) = self.html_start(name, closed) {
                    self.start(tag, name, attributes, start);
                }
            }
            Token::End(name) => self.end(name),
            Token::Comment => {}
            Token::Unfinished => self.policy.gone(start..self.html.len()),
        }
    }

    /// A start tag, other notations aside.
    fn start(&mut self, tag: Tag, name: &'a str, attributes: Attributes<'a>, start: usize) {
        match tag.kind() {
            Kind::Ignored | Kind::Empty => {}
            Kind::Raw => {
                self.scanner.raw(name);
                self.policy.gone(start..self.scanner.at());
            }
            Kind::Void => self.void(tag, attributes, start),
            Kind::Gone | Kind::Foreign => {
                self.gone = Some((self.open.len(), start));
                self.open.push(Open { tag, name, written: None });
            }
            _ => {
                self.element(tag, name, attributes, start);
                match tag {
                    // A line feed directly behind the tag is its own.
                    Tag::Pre => self.skip_line_feeds(),
                    Tag::Xmp => {
                        let at = self.scanner.at();
                        let text = self.scanner.raw(name);
                        self.text(text, at, false);
                        self.end(name);
                    }
                    Tag::Plaintext => {
                        let at = self.scanner.at();
                        let text = self.scanner.rest();
                        self.text(text, at, false);
                    }
                    _ => {}
                }
            }
        }
    }

    fn void(&mut self, tag: Tag, attributes: Attributes<'_>, start: usize) {
        if tag == Tag::Embed {
            return self.policy.gone(start..self.scanner.at());
        }
        if self.in_table() {
            if tag == Tag::Br {
                return;
            }
            self.imply_cell();
        }
        self.close_for(tag, start);
        let place = start..self.scanner.at();
        if self.policy.start(&mut self.out, tag, attributes, place).is_some() {
            self.out.push('>');
        }
    }

    fn skip_line_feeds(&mut self) {
        self.scanner.skip_line_feed();
        self.policy.place(&mut self.out, self.scanner.at(), None);
    }

    /// Whether what comes stands directly in a table, its rows or a row.
    fn in_table(&self) -> bool {
        let innermost = self.open.iter().rev().find_map(|open| open.written);
        innermost.is_some_and(|written| {
            matches!(written.tag.kind(), Kind::Table | Kind::Rows | Kind::Row)
        })
    }

    /// Begins another chunk if this one has become long.
    fn cut(&mut self, long: usize) {
        let length = self.out.len() - self.ends.last().copied().unwrap_or(0);
        // A link is looked at as a whole, if it is not very long.
        let link = || self.open.iter().any(|open| open.tag == Tag::A);
        if length < long || (length < 4 * long && link()) {
            return;
        }
        self.out.push_str("<!--c-->");
        self.ends.push(self.out.len());
        self.begin_chunk();
    }

    fn begin_chunk(&mut self) {
        for written in self.open.iter().filter_map(|open| open.written) {
            self.policy.again(&mut self.out, written);
            self.out.push('>');
        }
        self.out.push_str("<!--o-->");
    }
}

/// Appends a decimal number.
pub(super) fn push_number(out: &mut String, number: usize) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{number}");
}
