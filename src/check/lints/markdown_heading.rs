//! `markdown-heading`: a title as Markdown has it, `## Title`.
//!
//! WhatsApp has no titles, and shows the hash signs. A bold line does the same.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "## Your **order**\nPizza";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::MarkdownHeading);
//! assert_eq!(fix(text, &profile).text, "*Your order*\nPizza");
//!
//! assert!(check("*Your order*\n# 5\n#sale\n### Pizza ###", &profile).is_clean());
//! ```

use alloc::vec;

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use crate::dialect::Sign;
use crate::document::Document;
use crate::read::MarkdownOptions;
use crate::write::Invisible;

pub(in crate::check) const SUMMARY: &str = "a title is marked as in Markdown";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let text = context.text();
    for (_, span) in context.signs_of(&[Sign::Heading]) {
        let line = &text[span.clone()];
        // Hash signs on both sides are drawn around a title.
        if line.trim_end().ends_with('#') || line.contains("```") {
            continue;
        }
        let reading = Document::from_markdown(line.trim(), &MarkdownOptions::default());
        let bold = reading.into_whatsapp(Invisible::Allow).text;
        let (message, help) = ("WhatsApp has no titles", "make the line bold: *Title*");
        let edits = vec![edit(span.clone(), bold)];
        context.report_with(Lint::MarkdownHeading, span, message, help, edits);
    }
}
