//! Other notations → document.
//!
//! A reader writes WhatsApp text as one would type it, and the tape of what it is to mean. Whether
//! WhatsApp reads it so is proven when it is written (see `write::whatsapp`).

use alloc::vec::Vec;

use crate::document::{Anchor, Builder, Document, Span};
use crate::loss::{Conversion, Loss};
use crate::write::Invisible;

/// What was read from another notation: the document, and what it cannot say.
#[derive(Clone, Debug)]
pub struct Reading {
    document: Document<'static>,
    losses: Vec<Loss>,
    anchors: Vec<Anchor>,
}

impl Reading {
    pub(crate) fn new(builder: Builder, mut losses: Vec<Loss>) -> Self {
        let (document, anchors) = builder.finish();
        losses.sort_by_key(|loss| (loss.span.start, loss.span.end));
        Self { document, losses, anchors }
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
        self.place(self.document.to_whatsapp(invisible))
    }

    /// As [`to_whatsapp`](Self::to_whatsapp), without a copy where the text can be taken as it is.
    #[must_use]
    pub fn into_whatsapp(self, invisible: Invisible) -> Conversion {
        let Self { document, losses, anchors } = self;
        let written = document.into_whatsapp(invisible);
        Self { document: Document::default(), losses, anchors }.place(written)
    }

    /// Gives the losses of writing their places in the input, among those of reading.
    fn place(&self, mut written: Conversion) -> Conversion {
        for loss in &mut written.losses {
            loss.span = self.source_of(loss.span);
        }
        written.losses.extend_from_slice(&self.losses);
        written.losses.sort_by_key(|loss| (loss.span.start, loss.span.end));
        written.losses.dedup();
        written
    }

    /// Where a piece of the document comes from.
    fn source_of(&self, span: Span) -> Span {
        let start = self.source_at(span.start);
        let last = self.source_at(span.end.saturating_sub(1).max(span.start));
        Span { start, end: last.max(start) + 1 }
    }

    fn source_at(&self, at: u32) -> u32 {
        let next = self.anchors.partition_point(|anchor| anchor.at <= at);
        let Some(anchor) = next.checked_sub(1).map(|index| self.anchors[index]) else { return 0 };
        let source = anchor.source + (at - anchor.at);
        // What was put in between has no place of its own.
        self.anchors.get(next).map_or(source, |next| source.min(next.source.max(anchor.source)))
    }
}
