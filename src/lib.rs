#![doc = include_str!("lib.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
// Unit tests take in files of the integration tests.
#[cfg(test)]
extern crate self as wamark;
#[cfg(any(test, feature = "close", feature = "html"))]
extern crate std;

mod chars;
#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "close")]
pub mod close;
pub mod dialect;
mod document;
mod loss;
#[cfg(feature = "check")]
mod measure;
mod parse;
#[cfg(any(feature = "html", feature = "markdown"))]
mod read;
#[cfg(feature = "check")]
mod split;
#[cfg(feature = "check")]
mod unit;
mod write;

use alloc::string::String;

pub use document::{
    Block, BlockKind, Blocks, Document, Event, Events, Inline, InlineKind, Inlines, Item, Items,
    Link, Node, Span,
};
pub use loss::{Conversion, Loss, LossCode};
#[cfg(feature = "check")]
pub use measure::{FOLD, LARGE_EMOJI, Measures};
pub use parse::{Client, Parser, parse};
#[cfg(any(feature = "html", feature = "markdown"))]
pub use read::{Headings, Links, Reading, Tables};
#[cfg(feature = "html")]
pub use read::{HtmlOptions, SanitizeOptions, sanitize, sanitize_with};
#[cfg(feature = "markdown")]
pub use read::{MarkdownOptions, SoftBreaks};
#[cfg(feature = "check")]
pub use split::{Part, Splitter, split};
#[cfg(feature = "check")]
pub use unit::{Unit, UnknownUnit};
pub use write::{Bullets, HtmlLayout, HtmlStyle, HtmlTag, Invisible, TextOptions};

/// Writes a message as HTML, in the preset [`HtmlStyle::close`].
///
/// Links are protected (R80) but stay text; for links as links, and for other tags, see
/// [`Document::to_html`].
///
/// # Complexity
///
/// Linear in the text, two allocations.
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// assert_eq!(wamark::to_html("*a* & b\n\nc"), "<p><strong>a</strong> &amp; b</p><p>c</p>");
/// ```
#[must_use]
pub fn to_html(text: &str) -> String {
    Parser::new().links(false).parse(text).to_html(&write::CLOSE)
}

/// Writes a message as plain text; see [`Document::to_text`].
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// assert_eq!(wamark::to_text("*a* ~b~\n- `c`"), "a b\n- c");
/// ```
#[must_use]
pub fn to_text(text: &str) -> String {
    Parser::new().links(false).parse(text).to_text(&TextOptions::default())
}

/// Reads Markdown and writes it as WhatsApp text; see [`Document::from_markdown`] for what becomes
/// of what WhatsApp does not have, and for options.
///
/// # Complexity
///
/// Linear in the text.
///
/// # Panics
///
/// On a text, or a result, of 4 GiB or more.
///
/// # Examples
///
/// ```
/// let markdown = "## Order\n\n1. **Milk**, ~~2~~ 3 l\n2. [Eggs](https://ex.com/eggs)";
/// assert_eq!(
///     wamark::from_markdown(markdown),
///     "*Order*\n\n1. *Milk*, ~2~ 3 l\n2. Eggs (https://ex.com/eggs)"
/// );
/// ```
#[cfg(feature = "markdown")]
#[must_use]
pub fn from_markdown(markdown: &str) -> String {
    let reading = Document::from_markdown(markdown, &MarkdownOptions::default());
    reading.into_whatsapp(Invisible::Allow).text
}

/// Reads HTML and writes it as WhatsApp text; see [`Document::from_html`] for what becomes of what
/// WhatsApp does not have, and for options.
///
/// # Complexity
///
/// Linear in the text.
///
/// # Panics
///
/// On a text, or a result, of 4 GiB or more.
///
/// # Examples
///
/// ```
/// assert_eq!(
///     wamark::from_html("<h2>Order</h2><p><b style='color:red'>Milk</b> &amp; eggs<br>&euro; 3</p>"),
///     "*Order*\n\n*Milk* & eggs\n€ 3"
/// );
/// ```
#[cfg(feature = "html")]
#[must_use]
pub fn from_html(html: &str) -> String {
    let reading = Document::from_html(html, &HtmlOptions::default());
    reading.into_whatsapp(Invisible::Allow).text
}

/// Writes a message as Markdown; see [`Document::to_markdown`].
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
/// assert_eq!(wamark::to_markdown("*a* _b_ ~c~ 2*3\n- `d`"), "**a** _b_ ~~c~~ 2*3\n\n- `d`");
/// ```
#[must_use]
pub fn to_markdown(text: &str) -> String {
    Parser::new().parse(text).to_markdown()
}

/// The README's examples are tests.
#[cfg(all(doctest, feature = "check", feature = "close", feature = "html"))]
#[doc = include_str!("../README.md")]
struct Readme;
