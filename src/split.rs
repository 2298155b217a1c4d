//! Long messages in parts, none longer than a limit, each of which reads as its piece of the whole.
//!
//! A part is a piece of the text as it stands, wherever both clients read that piece by itself as
//! the document means it. Where they do not, because the cut is within bold text or a block of
//! code, or because the clients do not agree, the part is written anew: what is open is closed and
//! opened again, and the text is proven as all WhatsApp text is that this crate writes.
//!
//! [`scan`] finds where to cut, [`verbatim`] proves a piece as it stands, [`piece`] writes one anew,
//! [`fit`] does so until it fits.

mod cut;
mod fit;
mod number;
mod open;
mod piece;
mod place;
mod scan;
mod script;
mod tape;
mod verbatim;
mod whole;

use alloc::string::String;
use alloc::vec::Vec;
use core::num::NonZeroUsize;

use crate::check::Profile;
use crate::document::{Document, Span};
use crate::loss::Loss;
use crate::unit::Unit;
use crate::write::Invisible;

use fit::Fitter;
use number::Numbers;

/// Splits a message so that each part is within a profile's limit; see [`Splitter`].
///
/// # Complexity
///
/// Linear in the text.
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// use wamark::check::{Place, Profile};
///
/// let sms = Profile::new("sms", Place::Text).with_limit(20);
/// assert_eq!(
///     wamark::split("Your order: *two large pizzas*, ready at 8.", &sms),
///     ["Your order: *two*", "*large pizzas*,", "ready at 8."]
/// );
/// assert_eq!(wamark::split("Short.", &Profile::default()), ["Short."]);
/// ```
#[must_use]
pub fn split(text: &str, profile: &Profile) -> Vec<String> {
    let parts = Splitter::for_profile(profile).split(&crate::parse(text));
    parts.into_iter().map(|part| part.text).collect()
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// What to send: WhatsApp text.
    pub text: String,
    /// What of the document it says: bytes of its [`source`](Document::source).
    pub span: Span,
    /// What it could not say as it was meant: bytes of the source, too.
    pub losses: Vec<Loss>,
}

/// Splits messages into parts.
///
/// Each part is as long as can be, and ends at an empty line, else at the end of a line, else of a
/// sentence, else of a word; a better end is taken as long as it leaves the part at least half as
/// long. Words are cut only where there is nothing else, between graphemes; links, addresses,
/// mentions and placeholders (`{{1}}`) only where one alone is longer than the limit.
///
/// * Styles, code and quotes that are cut are closed and opened again. A monospace block is cut
///   at the ends of its lines first; lines keep their indentation.
/// * Items keep their numbers. An item that is cut goes on as text.
/// * White space where a text is cut is dropped: no part begins or ends with any. Empty lines
///   elsewhere stay; in a part that has to be written anew a run of them becomes one.
/// * Both clients read each part as the document means it: as WhatsApp Web reads a text that was
///   [parsed](crate::parse()). What cannot be said so is among the part's losses.
/// * A text within the limit is one part, as it is. A text of white space alone that is longer is
///   one part, too: its beginning. An empty one has no parts.
/// * Where the limit is too small for a link or a character with its markers, these are dropped,
///   and reported; a single grapheme that is longer is cut between its code points, and a single
///   code point that is longer is a part by itself, over the limit.
/// * A spoiler is text, as clients do not show it yet: where it is cut, its ends come apart.
///
/// # Examples
///
/// ```
/// use std::num::NonZeroUsize;
/// use wamark::{Splitter, Unit};
///
/// let limit = NonZeroUsize::new(32).expect("not 0");
/// let splitter = Splitter::new(limit, Unit::CodePoints).number(true);
/// let parts = splitter.split(&wamark::parse("Run\n```\nmake build\n  make test\n```\nand tell me."));
/// let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
/// assert_eq!(
///     texts,
///     [
///         "Run\n```\nmake build\n```\n(1/3)",
///         "```\n  make test\n```\n(2/3)",
///         "and tell me. (3/3)",
///     ]
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Splitter {
    limit: NonZeroUsize,
    unit: Unit,
    number: bool,
    invisible: Invisible,
}

impl Splitter {
    /// Splits at a limit.
    #[must_use]
    pub const fn new(limit: NonZeroUsize, unit: Unit) -> Self {
        Self { limit, unit, number: false, invisible: Invisible::Allow }
    }

    /// Splits at a profile's limit. A profile without one splits nothing; a limit of 0, which
    /// nothing is within, counts as 1.
    #[must_use]
    pub fn for_profile(profile: &Profile) -> Self {
        let limit = profile.limit().unwrap_or(usize::MAX);
        Self::new(NonZeroUsize::new(limit).unwrap_or(NonZeroUsize::MIN), profile.unit())
    }

    /// Whether each of several parts ends with its number: ` (2/3)`, on a line of its own behind a
    /// monospace block. Numbers count against the limit; where it has no room for one, there are
    /// none.
    #[must_use]
    pub const fn number(mut self, number: bool) -> Self {
        self.number = number;
        self
    }

    /// Whether invisible characters may be put in where both clients need one to read a part as it
    /// is meant: [`Invisible::Allow`] by default.
    #[must_use]
    pub const fn invisible(mut self, invisible: Invisible) -> Self {
        self.invisible = invisible;
        self
    }

    /// Splits a document.
    ///
    /// # Complexity
    ///
    /// Linear in the text.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(feature = "markdown")] {
    /// use std::num::NonZeroUsize;
    /// use wamark::{Document, MarkdownOptions, Splitter, Unit};
    ///
    /// let reading = Document::from_markdown("1. **milk**\n2. eggs", &MarkdownOptions::default());
    /// let limit = NonZeroUsize::new(10).expect("not 0");
    /// let parts = Splitter::new(limit, Unit::Utf16).split(reading.document());
    /// let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    /// assert_eq!(texts, ["1. *milk*", "2. eggs"]);
    /// # }
    /// ```
    #[must_use]
    pub fn split(&self, document: &Document<'_>) -> Vec<Part> {
        let source = document.source();
        if source.is_empty() {
            return Vec::new();
        }
        if self.is_within(source) {
            let written = document.to_whatsapp(self.invisible);
            if self.is_within(&written.text) {
                let span = span(0, source.len());
                return Vec::from([Part { text: written.text, span, losses: written.losses }]);
            }
        }
        let mut maker = Fitter::new(document, self.unit, self.invisible);
        let Some(first) = maker.first() else { return Vec::from([self.blank(source)]) };
        let mut numbers = Numbers::new(self.number, self.limit.get(), self.unit.count(source));
        loop {
            let (mut parts, mut separators) = (Vec::new(), Vec::new());
            let mut next = Some(first);
            while let Some(place) = next {
                let room = self.limit.get() - numbers.room(parts.len() + 1);
                let fitted = maker.part(&place, room, numbers.is_on());
                parts.push(fitted.part);
                separators.push(fitted.separator);
                next = fitted.next;
            }
            if numbers.suit(parts.len()) {
                numbers.write(&mut parts, &separators);
                return parts;
            }
        }
    }

    fn is_within(&self, text: &str) -> bool {
        self.unit.end_of(text, self.limit.get()).is_none()
    }

    /// A text that is longer than the limit, and of which nothing is seen.
    fn blank(&self, source: &str) -> Part {
        let end = self.unit.end_of(source, self.limit.get()).unwrap_or(source.len());
        let first = source.chars().next().map_or(0, char::len_utf8);
        let trimmed = source[..end].trim_end().len();
        let end = if trimmed > 0 { trimmed } else { end.max(first) };
        Part { text: source[..end].into(), span: span(0, end), losses: Vec::new() }
    }
}

/// Offsets fit: documents are shorter than 4 GiB.
fn span(start: usize, end: usize) -> Span {
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span { start: offset(start), end: offset(end) }
}
