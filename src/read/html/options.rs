//! What the reader of HTML can be told.

use crate::read::heading::Headings;
use crate::read::link::Links;
use crate::read::table::{TableStyle, Tables};

/// How HTML is said in WhatsApp's terms. See [`Document::from_html`].
///
/// [`Document::from_html`]: crate::Document::from_html
///
/// # Examples
///
/// ```
/// use wamark::{Document, Headings, HtmlOptions, Links};
///
/// let options = HtmlOptions::default().headings(Headings::BoldUpper).links(Links::Text);
/// let html = r#"<h1>News</h1>From <a href="https://e.com/a">us</a>"#;
/// let reading = Document::from_html(html, &options);
/// assert_eq!(reading.document().source(), "*NEWS*\n\nFrom us");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct HtmlOptions {
    pub(super) headings: Headings,
    pub(super) links: Links,
    pub(super) table: TableStyle,
}

impl HtmlOptions {
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

    /// How tables are written that hold data. Those made for the layout of a page, as mail has
    /// them, are lines of text in any case.
    #[must_use]
    pub const fn tables(mut self, tables: Tables) -> Self {
        self.table.tables = tables;
        self
    }

    /// How many columns of monospace a table may have to be a box with [`Tables::Auto`]: 26, as
    /// fit most phones, unless said otherwise.
    #[must_use]
    pub const fn table_columns(mut self, columns: u16) -> Self {
        self.table.columns = columns;
        self
    }
}
