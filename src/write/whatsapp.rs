//! Document → WhatsApp text, proven: what is handed out was read again as both clients do.
//!
//! A document that was read from another notation holds the text that a person would type, and
//! what it is to mean. Mostly both clients read it so, and it is handed out as it is. Where they do
//! not, only the lines in question are written anew with care: each line has a level, raised until
//! the proof holds.

#[cfg(any(feature = "html", feature = "markdown"))]
mod atoms;
#[cfg(any(feature = "html", feature = "markdown"))]
mod block;
#[cfg(any(feature = "html", feature = "markdown"))]
mod draft;
#[cfg(any(feature = "html", feature = "markdown"))]
mod emit;
#[cfg(any(feature = "html", feature = "markdown"))]
mod levels;
#[cfg(any(feature = "html", feature = "markdown"))]
mod lines;
#[cfg(any(feature = "html", feature = "markdown"))]
mod plan;
#[cfg(any(feature = "html", feature = "markdown"))]
mod proof;
#[cfg(test)]
#[cfg(any(feature = "html", feature = "markdown"))]
mod tests;

use alloc::vec::Vec;

#[cfg(feature = "check")]
pub(crate) use emit::{LEFT_TO_RIGHT, direction, may_stand_before_opener};

use crate::document::Document;
use crate::loss::Conversion;

/// Whether invisible characters may be put into WhatsApp text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Invisible {
    /// U+200E, U+200F, U+034F and U+200A, where nothing else makes both clients read the text as it
    /// is meant.
    #[default]
    Allow,
    /// None: where one would be needed, a style is dropped, or a literal marker left as it is, and
    /// the loss reported.
    Never,
}

/// The URLs and placeholders of a line, into which nothing is to be put, in order.
#[cfg(feature = "check")]
pub(crate) fn whole(line: &str) -> impl Iterator<Item = core::ops::Range<usize>> {
    plan::whole(line).into_iter().map(|(range, _)| range)
}

impl Document<'_> {
    /// Writes WhatsApp text that WhatsApp Web and Android read as the document means it.
    ///
    /// A parsed message is handed back as it was typed. A document read from another notation is
    /// proven: the text is parsed again, as both clients do, and every marker has to be where it is
    /// meant and nowhere else. What cannot be said so is reported; spans of losses are bytes of
    /// [`source`](Self::source).
    ///
    /// # Complexity
    ///
    /// Linear in the text.
    #[must_use]
    pub fn to_whatsapp(&self, invisible: Invisible) -> Conversion {
        self.clone().into_whatsapp(invisible)
    }

    /// As [`to_whatsapp`](Self::to_whatsapp), without a copy where the text can be taken as it is.
    #[must_use]
    pub fn into_whatsapp(self, invisible: Invisible) -> Conversion {
        if self.is_typed() {
            return Conversion { text: self.into_text().into_owned(), losses: Vec::new() };
        }
        #[cfg(any(feature = "html", feature = "markdown"))]
        return draft::prove(self, invisible);
        #[cfg(not(any(feature = "html", feature = "markdown")))]
        unreachable!("nothing but readers makes such documents: {invisible:?}");
    }
}
