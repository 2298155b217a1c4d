//! `quote-not-a-quote`: a line begins with `>` and no space behind it, and is text.
//!
//! A quote has white space behind its mark (R70, R71). Reported where a word follows, so that `>_<`
//! and `>50 %` are not.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check(">Shall we meet?\nYes", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::QuoteNotAQuote);
//! assert!(check("> Shall we meet?\nYes", &Profile::default()).is_clean());
//! ```

use alloc::vec;

use crate::check::context::{Begins, Context, Kind, edit};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str =
    "a line begins with > and no space behind it, and is text";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    if !context.has(b'>') {
        return;
    }
    let (facts, text) = (**context, context.text());
    for line in facts.lines_if(Begins::QUOTE) {
        // What follows a monospace block on its line does not begin the line.
        let start = line.span.start;
        let begins = start == 0 || text.as_bytes()[start - 1] == b'\n';
        let marked = line.kind == Kind::Text && text[start..line.span.end].starts_with('>');
        if !begins || !marked || !text[start + 1..].starts_with(char::is_alphabetic) {
            continue;
        }
        let edits = vec![edit(start + 1..start + 1, " ")];
        let message = "without a space behind the >, this is no quote";
        context.report_with(Lint::QuoteNotAQuote, start..start + 1, message, "add a space", edits);
    }
}
