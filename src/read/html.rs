//! HTML → document, and HTML that is safe to show.
//!
//! 1. [`scan`] finds tags and text as the standard does; [`guard`] keeps what would take ammonia
//!    more than linear time from it, and cuts the rest into chunks.
//! 2. Ammonia repairs the tree and decodes the text of each chunk; [`clean`] reads what it writes
//!    as a row of events.
//! 3. The reader proper makes lines of them. What the attributes of elements say was noted in
//!    [`skeleton`] and does not go through ammonia.
//!
//! | HTML | WhatsApp |
//! | --- | --- |
//! | `<p>`, lists, quotes, `<pre>`, `<table>` | set off by an empty line, unless the margins are 0 |
//! | heading | a line in bold, with empty lines around it |
//! | `<div>` and its like, `<br>`, cells of a layout | lines |
//! | bold, italic, strikethrough, by element or `style` | the same |
//! | `<code>`, `<kbd>`, `<samp>`, `<tt>` | inline code |
//! | `<pre>` | a monospace block; in a quote a line of code for each line |
//! | list in a list, list in a quote | lines of text: `  ◦ a`, `> • a` |
//! | numbers over 99, letters, Roman numbers | lines of text: `100. x`, `a. x` |
//! | check box, `data-checked`, `data-list` | `☑`, `☐` |
//! | `<a href>`, `<img>` | `label (url)`, `alt (url)` |
//! | table that holds data | a box or cards |
//! | `<hr>`, `<q>`, `<dd>` | `———`, quotation marks, two spaces before each line |
//! | script, style sheet, form field, what is embedded or hidden | nothing |

mod address;
mod attribute;
mod block;
mod clean;
mod css;
mod effect;
mod flow;
mod guard;
mod inline;
mod link;
mod list;
mod look;
mod options;
mod pre;
mod reader;
mod sanitize;
mod scan;
mod skeleton;
mod table;
mod tag;
mod void;

use std::sync::LazyLock;

use super::Reading;
use crate::document::Document;

use tag::Tag;

pub use options::HtmlOptions;
pub use sanitize::{SanitizeOptions, sanitize, sanitize_with};

impl Document<'_> {
    /// Reads HTML: what mail programs, rich text editors and chat widgets write, and any other.
    ///
    /// The text is what a browser shows, in the styles, lists, quotes and monospace that WhatsApp
    /// has; what it cannot say is said in another way, and reported. Of style sheets nothing is
    /// known: what an element looks like is what its name and its `style` say, and the classes of
    /// some editors (Word, Quill, Slack, Intercom) that mean structure.
    ///
    /// # Complexity
    ///
    /// Linear in the text, in time and in memory; nothing is recursive on its depth. Elements nested
    /// deeper than 128 are left out, their text is not.
    ///
    /// # Panics
    ///
    /// On a text, or a document made of it, of 4 GiB or more.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::{Document, HtmlOptions, Invisible, LossCode};
    ///
    /// let html = "<div>Hi <span style='font-weight:700'>Ana</span>,</div><div><br></div>\
    ///             <ol start=2><li>see <a href='https://e.com/a'>docs</a><script>x()</script>";
    /// let reading = Document::from_html(html, &HtmlOptions::default());
    /// assert_eq!(reading.document().source(), "Hi *Ana*,\n\n2. see docs (https://e.com/a)");
    ///
    /// let losses = reading.losses().iter().map(|loss| (loss.code, &html[loss.span.range()]));
    /// assert_eq!(
    ///     losses.collect::<Vec<_>>(),
    ///     [
    ///         (LossCode::LinkInlined, "<a href='https://e.com/a'>docs</a>"),
    ///         (LossCode::HtmlDropped, "<script>x()</script>"),
    ///     ]
    /// );
    ///
    /// let written = reading.into_whatsapp(Invisible::Allow);
    /// assert_eq!(written.text, "Hi *Ana*,\n\n2. see docs (https://e.com/a)");
    /// ```
    #[must_use]
    pub fn from_html(html: &str, options: &HtmlOptions) -> Reading {
        assert!(u32::try_from(html.len()).is_ok(), "a text of 4 GiB or more");
        let guarded = guard::guard(html, skeleton::Skeleton::default());
        let skeleton = &guarded.policy;
        let mut reader = reader::Reader::new(html, *options, &skeleton.infos);
        for &span in &skeleton.gone {
            reader.flow.lose(crate::LossCode::HtmlDropped, span);
        }
        clean::clean(&guarded, &AMMONIA, &mut reader);
        reader.finish()
    }
}

/// Lets through what [`skeleton`] writes.
static AMMONIA: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut ammonia = ammonia::Builder::empty();
    ammonia
        .tags(skeleton::elements().map(Tag::name).collect())
        .tag_attributes([].into())
        .generic_attributes(["n"].into())
        .link_rel(None)
        .strip_comments(false);
    ammonia
});
