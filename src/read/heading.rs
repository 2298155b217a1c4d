//! Headings, which WhatsApp does not have.

use alloc::string::String;

use crate::chars;

/// How headings are written.
///
/// # Examples
///
/// ```
/// use wamark::{Document, Headings, MarkdownOptions};
///
/// let write = |headings| {
///     let options = MarkdownOptions::default().headings(headings);
///     Document::from_markdown("## The *new* `api`\ntext", &options).document().source().to_owned()
/// };
/// assert_eq!(write(Headings::Bold), "*The _new_ `api`*\n\ntext");
/// assert_eq!(write(Headings::BoldUpper), "*THE _NEW_ `api`*\n\ntext");
/// assert_eq!(write(Headings::Plain), "The _new_ `api`\n\ntext");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Headings {
    /// A line in bold.
    #[default]
    Bold,
    /// A line in bold and in upper case, but for code, URLs and e-mail addresses.
    BoldUpper,
    /// A line of text.
    Plain,
}

/// Upper case, but for words that are URLs or e-mail addresses.
pub(super) fn upper_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(chars::is_white_space) {
        if word.contains("://") || word.contains('@') || word.starts_with("www.") {
            out.push_str(word);
        } else {
            out.push_str(&word.to_uppercase());
        }
    }
    out
}
