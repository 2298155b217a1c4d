//! What a reader of Markdown can be told.

use crate::read::heading::Headings;
use crate::read::link::Links;
use crate::read::table::{TableStyle, Tables};

/// How line breaks within a paragraph are written, which Markdown shows as spaces.
///
/// Items, headings and cells are one line in any case.
///
/// # Examples
///
/// ```
/// use wamark::{Document, MarkdownOptions, SoftBreaks};
///
/// let write = |breaks| {
///     let options = MarkdownOptions::default().soft_breaks(breaks);
///     Document::from_markdown("a\nb\n- c\n  d", &options).document().source().to_owned()
/// };
/// assert_eq!(write(SoftBreaks::Newline), "a\nb\n- c d");
/// assert_eq!(write(SoftBreaks::Space), "a b\n- c d");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SoftBreaks {
    /// A new line, as it was typed.
    #[default]
    Newline,
    /// A space: for text that was wrapped to a width.
    Space,
}

/// How Markdown is said in WhatsApp's terms. See [`Document::from_markdown`].
///
/// [`Document::from_markdown`]: crate::Document::from_markdown
///
/// # Examples
///
/// ```
/// use wamark::{Document, Headings, Links, MarkdownOptions};
///
/// let options = MarkdownOptions::default().headings(Headings::BoldUpper).links(Links::Text);
/// let reading = Document::from_markdown("# News\nFrom [us](https://e.com/a)", &options);
/// assert_eq!(reading.document().source(), "*NEWS*\n\nFrom us");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MarkdownOptions {
    pub(super) headings: Headings,
    pub(super) links: Links,
    pub(super) soft_breaks: SoftBreaks,
    pub(super) table: TableStyle,
}

impl MarkdownOptions {
    /// How headings are written.
    #[must_use]
    pub const fn headings(mut self, headings: Headings) -> Self {
        self.headings = headings;
        self
    }

    /// How links are written.
    #[must_use]
    pub const fn links(mut self, links: Links) -> Self {
        self.links = links;
        self
    }

    /// How line breaks within a paragraph are written.
    #[must_use]
    pub const fn soft_breaks(mut self, soft_breaks: SoftBreaks) -> Self {
        self.soft_breaks = soft_breaks;
        self
    }

    /// How tables are written.
    #[must_use]
    pub const fn tables(mut self, tables: Tables) -> Self {
        self.table.tables = tables;
        self
    }

    /// How many columns of monospace a table may have to be a box with [`Tables::Auto`]: 26, as
    /// fit most phones, unless said otherwise. Characters of East Asia and emoji take two.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::{Document, MarkdownOptions};
    ///
    /// let write = |columns| {
    ///     let options = MarkdownOptions::default().table_columns(columns);
    ///     Document::from_markdown("|国|\n|-|\n|中国|", &options).document().source().to_owned()
    /// };
    /// assert_eq!(write(4), "```\n国\n----\n中国\n```");
    /// assert_eq!(write(3), "国: 中国");
    /// ```
    #[must_use]
    pub const fn table_columns(mut self, columns: u16) -> Self {
        self.table.columns = columns;
        self
    }
}
