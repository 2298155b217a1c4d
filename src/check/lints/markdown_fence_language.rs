//! `markdown-fence-language`: the name of a language behind the fence of a block of code.
//!
//! Markdown hides it, WhatsApp shows it as the first line of the code.
//!
//! ~~~
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "```json\n{\"id\": 7}\n```";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::MarkdownFenceLanguage);
//! assert_eq!(fix(text, &profile).text, "```\n{\"id\": 7}\n```");
//!
//! assert!(check("```\n{\"id\": 7}\n```\n```Total  9```", &profile).is_clean());
//! ~~~

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use crate::chars;
use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use crate::dialect::is_language;
use crate::document::{Code, Document};

pub(in crate::check) const SUMMARY: &str = "a block of code begins with the name of its language";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let shape = context.shape();
    if !shape.has(Code::EnterMonospace) && !shape.has(Code::EnterMonospaceBlock) {
        return;
    }
    for span in languages(context.document()) {
        let (message, help) = ("WhatsApp shows this as code", "begin the code behind the fence");
        let edits = vec![edit(span.clone(), "")];
        context.report_with(Lint::MarkdownFenceLanguage, span, message, help, edits);
    }
}

/// The names behind fences that begin a line, with the spaces behind them.
fn languages(document: &Document<'_>) -> Vec<Range<usize>> {
    let (text, ops) = (document.source(), document.ops());
    let mut found = Vec::new();
    for op in ops {
        if !matches!(op.code, Code::EnterMonospace | Code::EnterMonospaceBlock) {
            continue;
        }
        let (start, end) = (op.end as usize, ops[op.mate as usize].start as usize);
        let before = text[..op.start as usize].trim_end_matches([' ', '\t']);
        let begins = before.is_empty() || before.ends_with('\n');
        let Some((line, code)) = text[start..end].split_once('\n') else { continue };
        let word = chars::trim_end(line);
        // Something has to be left: blank code is none.
        if begins && is_language(word) && !code.trim().is_empty() {
            found.push(start..start + line.len());
        }
    }
    found
}
