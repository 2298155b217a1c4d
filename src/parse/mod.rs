//! WhatsApp Markdown → document.

mod host;
mod lines;
mod link;
mod scan;
mod signs;
#[rustfmt::skip]
mod tld;
mod web;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::document::{Document, Op};

#[cfg(any(feature = "html", feature = "markdown"))]
pub(crate) use link::links;

/// Parses WhatsApp Markdown as WhatsApp Web shows it.
///
/// Every text is a message, so there is no error. The document borrows the text; spans are bytes
/// of it. Only a text with carriage returns is copied: CRLF and a lone CR become LF (D2), the
/// document owns the result and [`Document::source`] gives it.
///
/// Links (R80–R83) and mentions become nodes. Where they are not wanted,
/// [`Parser::links`]`(false)` saves the search on lines that have no formatting.
///
/// # Complexity
///
/// Linear in the text, one allocation for the document.
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// let doc = wamark::parse("*Total:* 10 €");
/// assert_eq!(doc.to_html(&wamark::HtmlStyle::close()), "<p><strong>Total:</strong> 10 €</p>");
/// ```
#[must_use]
pub fn parse(text: &str) -> Document<'_> {
    Parser::new().parse(text)
}

/// A parser with options, which keeps its buffers from one message to the next.
///
/// # Examples
///
/// Without any allocation once the buffers have grown:
///
/// ```
/// use wamark::{HtmlStyle, Parser};
///
/// let (mut parser, style, mut html) = (Parser::new(), HtmlStyle::close(), String::new());
/// for message in ["*one*", "_two_"] {
///     let document = parser.parse(message);
///     document.write_html(&mut html, &style);
///     parser.recycle(document);
/// }
/// assert_eq!(html, "<p><strong>one</strong></p><p><em>two</em></p>");
/// ```
#[derive(Clone, Debug)]
pub struct Parser {
    spoilers: bool,
    links: bool,
    tape: Vec<Op>,
    found: Vec<link::Found>,
    merged: Vec<Op>,
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

impl Parser {
    /// A parser for WhatsApp Web: spoilers are text, links and mentions are nodes.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            spoilers: false,
            links: true,
            tape: Vec::new(),
            found: Vec::new(),
            merged: Vec::new(),
        }
    }

    /// Whether `||x||` is a spoiler (R91) rather than text, which it is by default.
    #[must_use]
    pub const fn spoilers(mut self, spoilers: bool) -> Self {
        self.spoilers = spoilers;
        self
    }

    /// Whether links and mentions become nodes, as they do by default.
    ///
    /// Without, URLs still protect what stands in them from being read as formatting (R80).
    #[must_use]
    pub const fn links(mut self, links: bool) -> Self {
        self.links = links;
        self
    }

    /// Parses a message; see [`parse`].
    ///
    /// # Panics
    ///
    /// On a text of 4 GiB or more.
    #[must_use]
    pub fn parse<'t>(&mut self, text: &'t str) -> Document<'t> {
        let rare = memchr::memchr2(b'\r', b'\0', text.as_bytes());
        let text = rare.map_or(Cow::Borrowed(text), |first| normalize(text, first));
        assert!(
            u32::try_from(text.len()).is_ok_and(|len| len < u32::MAX),
            "a message of {} bytes: the limit is 4 GiB",
            text.len()
        );
        let mut tape = lines::parse::<web::Web>(&text, self);
        if rare.is_some() && memchr::memchr(b'\0', text.as_bytes()).is_some() {
            tape.iter_mut().for_each(Op::expect_nul);
        }
        Document::new(text, tape)
    }

    /// Takes back the buffers of a document that is no longer needed.
    pub fn recycle(&mut self, document: Document<'_>) {
        let mut tape = document.into_tape();
        tape.clear();
        self.tape = tape;
    }
}

/// D2: CRLF and a lone CR are line feeds. There is none before `from`.
fn normalize(text: &str, from: usize) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'\r', &text.as_bytes()[from..]) else {
        return Cow::Borrowed(text);
    };
    let first = from + first;
    let mut normal = String::with_capacity(text.len());
    normal.push_str(&text[..first]);
    // What stands before the first CR is written; the LF of a CRLF begins the piece behind it.
    for piece in text[first..].split('\r').skip(1) {
        if !piece.starts_with('\n') {
            normal.push('\n');
        }
        normal.push_str(piece);
    }
    Cow::Owned(normal)
}
