//! `markdown-image`: an image as Markdown has it, `![description](https://ex.com/a.png)`.
//!
//! WhatsApp shows no image for it, but all of its signs. An image is a message of its own.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "![Our shop](https://ex.com/shop.jpg)";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::MarkdownImage);
//! assert_eq!(fix(text, &profile).text, "Our shop (https://ex.com/shop.jpg)");
//!
//! assert!(check("Our shop: https://ex.com/shop.jpg", &profile).is_clean());
//! ```

use super::markdown_link::edits;
use crate::check::context::Context;
use crate::check::lint::Lint;
use crate::dialect::Sign;

pub(in crate::check) const SUMMARY: &str = "an image is put in as in Markdown";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    for (_, span) in context.signs_of(&[Sign::Image]) {
        if let Some(edits) = edits(context.text(), span.clone()) {
            let message = "WhatsApp shows no image for this";
            let help = "send the image by itself, or write its description and its address";
            context.report_with(Lint::MarkdownImage, span, message, help, edits);
        }
    }
}
