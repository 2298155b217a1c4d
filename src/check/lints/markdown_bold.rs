//! `markdown-bold`: bold text as Markdown has it, `**x**`, `__x__` or `***x***`.
//!
//! WhatsApp wants one asterisk: it shows one of each pair, and two of three.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "Pay **today**, ***please***";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::MarkdownBold);
//! assert_eq!(fix(text, &profile).text, "Pay *today*, *_please_*");
//!
//! assert!(check("Pay *today*: 2**3 €", &profile).is_clean());
//! let fine = "***63047BB3, card **** 1234, __init__";
//! assert_eq!(fix(fine, &profile).text, fine);
//! ```
//!
//! Where what stands around it would keep a client from making it bold, U+200E or U+200F is put
//! between; where that does not help, the markers go.

use alloc::format;

use crate::check::context::Context;
use crate::check::lint::Lint;
use crate::check::markers;
use crate::dialect::Sign;

pub(in crate::check) const SUMMARY: &str = "bold text is marked as in Markdown";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let signs = [Sign::DoubleAsterisk, Sign::DoubleUnderscore, Sign::TripleAsterisk];
    let found = context.signs_of(&signs);
    if found.is_empty() {
        return;
    }
    let (text, seams) = (context.text(), context.seams());
    for (sign, span) in found {
        let (width, markers) = if sign == Sign::TripleAsterisk { (3, "*_") } else { (2, "*") };
        let (open, close) = (span.start..span.start + width, span.end - width..span.end);
        let message = format!("\"{}\" is a marker of Markdown", &text[open.clone()]);
        let open = (seams.before(open.start), open);
        let close = (close.clone(), seams.behind(close.end));
        let edits = markers::style(text, open, close, markers);
        let help = "write *bold*, or *_bold and italic_*";
        context.report_with(Lint::MarkdownBold, span, message, help, edits);
    }
}
