//! The text of a message, from the notation that it is written in.

use std::string::String;
use std::vec::Vec;

use crate::{Conversion, Loss};

/// The text of a message as WhatsApp Markdown, and what was lost on the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body(Conversion);

impl Body {
    /// A text that is WhatsApp Markdown: it is sent as it is.
    #[must_use]
    pub fn whatsapp(text: impl Into<String>) -> Self {
        Self(Conversion { text: text.into(), losses: Vec::new() })
    }

    /// A text in Markdown, read with default options. For others, a [`Conversion`] is a body, too.
    ///
    /// # Panics
    ///
    /// On a text, or a result, of 4 GiB or more.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::close::Body;
    ///
    /// let body = Body::markdown("# Hi\n\n**you**");
    /// assert_eq!(body.text(), "*Hi*\n\n*you*");
    /// assert_eq!(body.losses()[0].code.as_str(), "heading-as-bold");
    /// ```
    #[cfg(feature = "markdown")]
    #[must_use]
    pub fn markdown(markdown: &str) -> Self {
        let options = crate::MarkdownOptions::default();
        let reading = crate::Document::from_markdown(markdown, &options);
        reading.into_whatsapp(crate::Invisible::Allow).into()
    }

    /// A text in HTML, read with default options. For others, a [`Conversion`] is a body, too.
    ///
    /// # Panics
    ///
    /// On a text, or a result, of 4 GiB or more.
    #[cfg(feature = "html")]
    #[must_use]
    pub fn html(html: &str) -> Self {
        let reading = crate::Document::from_html(html, &crate::HtmlOptions::default());
        reading.into_whatsapp(crate::Invisible::Allow).into()
    }

    /// The WhatsApp Markdown.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// What was said in another way, or not at all, in the order of what was read.
    #[must_use]
    pub fn losses(&self) -> &[Loss] {
        &self.0.losses
    }

    pub(crate) fn into_text(self) -> String {
        self.0.text
    }

    /// Whether there is nothing to see.
    pub(crate) fn is_blank(&self) -> bool {
        self.0.text.trim().is_empty()
    }
}

/// The result of a reader.
impl From<Conversion> for Body {
    fn from(conversion: Conversion) -> Self {
        Self(conversion)
    }
}

/// WhatsApp Markdown.
impl From<&str> for Body {
    fn from(text: &str) -> Self {
        Self::whatsapp(text)
    }
}

/// WhatsApp Markdown.
impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::whatsapp(text)
    }
}
