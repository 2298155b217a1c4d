//! Other notations → document.
//!
//! A reader writes WhatsApp text as one would type it, and the tape of what it is to mean. Whether
//! WhatsApp reads it so is proven when it is written (see `write::whatsapp`).

mod heading;
#[cfg(feature = "html")]
mod html;
pub(crate) mod link;
#[cfg(feature = "markdown")]
mod markdown;
pub(crate) mod table;

use alloc::vec::Vec;

use crate::document::{Builder, Document, Sources};
use crate::loss::{Conversion, Loss, LossCode};
use crate::write::Invisible;

pub use heading::Headings;
#[cfg(feature = "html")]
pub use html::{HtmlOptions, SanitizeOptions, sanitize, sanitize_with};
pub use link::Links;
#[cfg(feature = "markdown")]
pub use markdown::{MarkdownOptions, SoftBreaks};
pub use table::Tables;

/// What was read from another notation: the document, and what it cannot say.
#[derive(Clone, Debug)]
pub struct Reading {
    document: Document<'static>,
    losses: Vec<Loss>,
    sources: Sources,
}

impl Reading {
    pub(crate) fn new(builder: Builder, mut losses: Vec<Loss>) -> Self {
        let (document, sources, dropped) = builder.finish();
        let dropped = dropped.into_iter();
        losses.extend(
            dropped.map(|span| Loss { code: LossCode::StyleDropped, span: sources.around(span) }),
        );
        sort(&mut losses);
        Self { document, losses, sources }
    }

    /// The document. Its spans are bytes of its own [`source`](Document::source).
    #[must_use]
    pub fn document(&self) -> &Document<'static> {
        &self.document
    }

    /// The document alone.
    #[must_use]
    pub fn into_document(self) -> Document<'static> {
        self.document
    }

    /// What was said in another way, or not at all, in the order of the input; spans are bytes of
    /// the input. What WhatsApp text cannot say comes on top when it is written.
    #[must_use]
    pub fn losses(&self) -> &[Loss] {
        &self.losses
    }

    /// Writes WhatsApp text that is proven to be read as it is meant; see
    /// [`Document::to_whatsapp`].
    #[must_use]
    pub fn to_whatsapp(&self, invisible: Invisible) -> Conversion {
        let written = self.document.to_whatsapp(invisible);
        place(written, self.losses.clone(), &self.sources)
    }

    /// As [`to_whatsapp`](Self::to_whatsapp), without a copy where the text can be taken as it is.
    #[must_use]
    pub fn into_whatsapp(self, invisible: Invisible) -> Conversion {
        let Self { document, losses, sources } = self;
        place(document.into_whatsapp(invisible), losses, &sources)
    }
}

/// Gives the losses of writing their places in the input, among those of reading.
fn place(written: Conversion, mut losses: Vec<Loss>, sources: &Sources) -> Conversion {
    let Conversion { text, losses: more } = written;
    if !more.is_empty() {
        losses
            .extend(more.into_iter().map(|loss| Loss { span: sources.around(loss.span), ..loss }));
        sort(&mut losses);
    }
    Conversion { text, losses }
}

/// Puts losses in the order of the input. One that was found twice is one.
fn sort(losses: &mut Vec<Loss>) {
    losses.sort_by_key(|loss| (loss.span.start, loss.span.end, loss.code));
    losses.dedup();
}
