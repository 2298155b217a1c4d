#![doc = include_str!("lib.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod chars;
mod document;
mod loss;
mod parse;
#[cfg(any(feature = "html", feature = "markdown"))]
mod read;
mod write;

use alloc::string::String;

pub use document::{
    Block, BlockKind, Blocks, Document, Event, Events, Inline, InlineKind, Inlines, Item, Items,
    Link, Node, Span,
};
pub use loss::{Conversion, Loss, LossCode};
pub use parse::{Client, Parser, parse};
#[cfg(any(feature = "html", feature = "markdown"))]
pub use read::Reading;
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

/// The README's examples are tests.
#[cfg(all(doctest, feature = "graphemes"))]
#[doc = include_str!("../README.md")]
struct Readme;
