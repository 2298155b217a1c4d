//! `CommonMark` → document, with GitHub's tables, task lists, strikethrough and footnotes.
//!
//! pulldown-cmark reads the notation; this says it in WhatsApp's:
//!
//! | Markdown | WhatsApp |
//! | --- | --- |
//! | heading | a line in bold, with empty lines around it |
//! | list in a list, list in a quote | lines of text: `  ◦ a`, `> • a` |
//! | quote in a quote | text: `> > a` |
//! | code block, not in a quote | monospace, without the language |
//! | code block in a quote | a line of code for each line |
//! | `[label](url)`, `![alt](url)` | `label (url)`, `alt (url)` |
//! | table | a box or cards |
//! | `---` | `———` |
//! | `- [x] done` | `- ☑ done` |
//! | `a[^1]` | `a[1]`, and `[1] note` at the end |
//! | HTML | its text, in the styles that WhatsApp has |

mod code;
mod flow;
mod html;
mod inline;
mod input;
mod notes;
mod options;
mod reader;
mod url;

use super::Reading;
use crate::document::Document;

pub use options::{MarkdownOptions, SoftBreaks};

impl Document<'_> {
    /// Reads Markdown: `CommonMark`, and of GitHub's additions tables, task lists, strikethrough
    /// with two tildes, and footnotes.
    ///
    /// What WhatsApp cannot say is said in another way, and reported. A fence with the language
    /// `markdown` or `md` around all of a message, as language models like to put there, is taken
    /// off.
    ///
    /// # Complexity
    ///
    /// Linear in the text; nothing is recursive on its depth.
    ///
    /// # Panics
    ///
    /// On a text, or a document made of it, of 4 GiB or more.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::{Document, Invisible, LossCode, MarkdownOptions};
    ///
    /// let markdown = "# Hi **Ana**\n1. [x] see [docs](https://e.com/a)\n   - ~~old~~";
    /// let reading = Document::from_markdown(markdown, &MarkdownOptions::default());
    /// assert_eq!(
    ///     reading.document().source(),
    ///     "*Hi Ana*\n\n1. ☑ see docs (https://e.com/a)\n  ◦ ~old~"
    /// );
    ///
    /// let losses: Vec<_> = reading.losses().iter().map(|loss| (loss.code, loss.span.range())).collect();
    /// assert_eq!(
    ///     losses,
    ///     [
    ///         (LossCode::HeadingAsBold, 0..12),
    ///         (LossCode::TaskAsText, 16..19),
    ///         (LossCode::LinkInlined, 24..47),
    ///         (LossCode::NestedListFlattened, 51..60),
    ///     ]
    /// );
    ///
    /// let written = reading.into_whatsapp(Invisible::Allow);
    /// assert_eq!(written.text, "*Hi Ana*\n\n1. ☑ see docs (https://e.com/a)\n  ◦ ~old~");
    /// ```
    #[must_use]
    pub fn from_markdown(markdown: &str, options: &MarkdownOptions) -> Reading {
        reader::read(markdown, *options)
    }
}
