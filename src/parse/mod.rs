//! WhatsApp Markdown → document.
//!
//! `web` and `android` are the grammars of the clients. They have in common how lines become
//! blocks and operations (`lines`), the search for stops (`scan`), and links (`link`, `host`,
//! `signs`).

#[cfg(any(feature = "html", feature = "markdown"))]
mod alike;
mod android;
mod host;
#[cfg(any(feature = "html", feature = "markdown"))]
mod late;
mod lines;
mod link;
pub(crate) mod scan;
mod signs;
mod tld;
mod web;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::document::{Document, Op};

#[cfg(any(feature = "html", feature = "markdown"))]
pub(crate) use alike::read_alike;
use android::Android;
#[cfg(any(feature = "html", feature = "markdown"))]
pub(crate) use link::links;
use web::Web;

/// Whose reading of a message: the clients do not agree on every character.
///
/// # Examples
///
/// ```
/// use wamark::{Client, HtmlStyle, Parser};
///
/// let read = |client, text| {
///     Parser::new().client(client).parse(text).to_html(&HtmlStyle::close())
/// };
/// assert_eq!(read(Client::Web, "(*a*) [*b*]"), "<p>(<strong>a</strong>) [<strong>b</strong>]</p>");
/// assert_eq!(read(Client::Android, "(*a*) [*b*]"), "<p>(<strong>a</strong>) [*b*]</p>");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Client {
    /// WhatsApp Web, as observed in builds of April and August 2026.
    ///
    /// The rules R01–R91 are its rules, and [`parse`] and all other short ways are for it.
    #[default]
    Web,
    /// WhatsApp for Android, as observed in 2.24.24.78 of December 2024.
    ///
    /// Where it differs from Web:
    ///
    /// * *Openers* stand behind white space, at the start of the text, or behind one of
    ///   `_ ~ * . , : ; " ( /` and seven characters that set the direction of text (U+200E, U+200F,
    ///   U+202D, U+202E, U+2066–2068), but not behind their own character: not behind brackets,
    ///   dashes, quotation marks, emoji, or a backtick.
    /// * *Closers* may stand before anything but a letter or a decimal digit, so also before new
    ///   emoji, `²` or a combining mark. `*` before U+FE0F or U+20E3 is no marker at all.
    /// * *White space* is Java's: U+00A0, U+2007, U+202F and U+FEFF are none, U+001C–001F are.
    /// * *Crossing* spans: the one that closes first wins, and what was opened inside may open
    ///   anew. A closer right behind its opener only ends it: `**` and `***` are text.
    /// * *Code* has no other backtick beside its two; code and emphasis that cross are equals.
    ///   Emphasis and code never hold monospace.
    /// * *Items* begin with `*` or `-`, not with `•`; the text may be empty or begin with spaces.
    ///   Numbers may be of any script.
    /// * *Quotes* begin with `> ` and a character that is not white space.
    /// * *URLs* protect nothing. What formatting cuts is no link node.
    /// * *Spoilers* are text, whatever [`Parser::spoilers`] says.
    ///
    /// Not known: other versions; which Unicode a phone has (here letters and digits are those of
    /// today); which URLs are detected (here as on Web); and whether an item or a quote in which
    /// monospace of several lines begins is one (here it is text, as on Web).
    Android,
}

/// Parses WhatsApp Markdown as WhatsApp Web shows it.
///
/// For Android see [`Parser::client`].
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
    client: Client,
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
    /// A parser for [`Client::Web`]: spoilers are text, links and mentions are nodes.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            client: Client::Web,
            spoilers: false,
            links: true,
            tape: Vec::new(),
            found: Vec::new(),
            merged: Vec::new(),
        }
    }

    /// Whose reading of the message: [`Client::Web`] by default.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::{Client, HtmlStyle, Parser};
    ///
    /// let document = Parser::new().client(Client::Android).parse("*a _b* _c_");
    /// assert_eq!(
    ///     document.to_html(&HtmlStyle::close()),
    ///     "<p><strong>a _b</strong> <em>c</em></p>"
    /// );
    /// ```
    #[must_use]
    pub const fn client(mut self, client: Client) -> Self {
        self.client = client;
        self
    }

    /// A parser that need not grow for so many operations.
    #[cfg(any(feature = "html", feature = "markdown"))]
    pub(crate) fn with_room_for(mut self, operations: usize) -> Self {
        // Candidates that find no partner stand on the tape for a time, too.
        self.tape = Vec::with_capacity(operations + operations / 4 + 32);
        self
    }

    /// As `client`, for a parser that is kept.
    #[cfg(any(feature = "html", feature = "markdown"))]
    pub(crate) fn set_client(&mut self, client: Client) {
        self.client = client;
    }

    /// Whether `||x||` is a spoiler (R91) rather than text, which it is by default.
    ///
    /// Of no effect for [`Client::Android`], where it is text.
    #[must_use]
    pub const fn spoilers(mut self, spoilers: bool) -> Self {
        self.spoilers = spoilers;
        self
    }

    /// Whether links and mentions become nodes, as they do by default.
    ///
    /// Without, URLs still protect what stands in them from being read as formatting (R80), which
    /// they never do for [`Client::Android`]: there they are not looked for at all. What its
    /// formatting cuts is no node.
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
        let mut tape = match self.client {
            Client::Web => lines::parse::<Web>(&text, self),
            Client::Android => lines::parse::<Android>(&text, self),
        };
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
