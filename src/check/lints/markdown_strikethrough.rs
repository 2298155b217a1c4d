//! `markdown-strikethrough`: text struck through as Markdown has it, `~~x~~`.
//!
//! WhatsApp wants one tilde, and shows one of each pair.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "Now ~~12 €~~ 9 €";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::MarkdownStrikethrough);
//! assert_eq!(fix(text, &profile).text, "Now ~12 €~ 9 €");
//!
//! assert!(check("Now ~12 €~ 9 €, hello~~ yes~~", &profile).is_clean());
//! ```

use crate::check::context::Context;
use crate::check::lint::Lint;
use crate::check::markers;
use crate::dialect::Sign;

pub(in crate::check) const SUMMARY: &str = "text is struck through as in Markdown";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let found = context.signs_of(&[Sign::DoubleTilde]);
    if found.is_empty() {
        return;
    }
    let (text, seams) = (context.text(), context.seams());
    for (_, span) in found {
        let (open, close) = (span.start..span.start + 2, span.end - 2..span.end);
        let open = (seams.before(open.start), open);
        let close = (close.clone(), seams.behind(close.end));
        let edits = markers::style(text, open, close, "~");
        let (message, help) = ("WhatsApp shows one tilde of each pair", "write ~text~");
        context.report_with(Lint::MarkdownStrikethrough, span, message, help, edits);
    }
}
