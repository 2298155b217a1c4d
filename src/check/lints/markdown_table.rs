//! `markdown-table`: a table as Markdown has it, with a row of dashes below the first one.
//!
//! WhatsApp shows the bars and dashes, and lines break where they like. What is narrow becomes a
//! box of monospace, what is not a card for each row.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "| Item | Price |\n|---|--:|\n| Pizza | 9 € |";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::MarkdownTable);
//! assert_eq!(
//!     fix(text, &profile).text,
//!     "```\nItem  | Price\n------|------\nPizza |   9 €\n```"
//! );
//!
//! assert!(check("Pizza | 9 €\nPasta | 8 €", &profile).is_clean());
//! ```

use alloc::vec;
use core::ops::Range;

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use crate::dialect::Sign;
use crate::document::Document;
use crate::loss::LossCode;
use crate::read::MarkdownOptions;
use crate::write::Invisible;

pub(in crate::check) const SUMMARY: &str = "a table is drawn as in Markdown";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let text = context.text();
    let mut behind = 0;
    for (_, head) in context.signs_of(&[Sign::Table]) {
        if head.start < behind {
            continue;
        }
        let span = table(text, head);
        behind = span.end;
        let conversion = Document::from_markdown(&text[span.clone()], &MarkdownOptions::default())
            .into_whatsapp(Invisible::Allow);
        let is_table = |code| matches!(code, LossCode::TableAsBox | LossCode::TableAsCards);
        if conversion.losses.iter().any(|loss| is_table(loss.code)) {
            let message = "WhatsApp has no tables";
            let help = "write a line or an item for each row";
            let edits = vec![edit(span.clone(), conversion.text)];
            context.report_with(Lint::MarkdownTable, span, message, help, edits);
        }
    }
}

/// All of the table that begins with two rows: lines that have a bar.
fn table(text: &str, head: Range<usize>) -> Range<usize> {
    let mut end = head.end;
    while let Some(rest) = text[end..].strip_prefix('\n') {
        let line = rest.split('\n').next().unwrap_or_default();
        if !line.contains('|') {
            break;
        }
        end += 1 + line.len();
    }
    head.start..end
}
