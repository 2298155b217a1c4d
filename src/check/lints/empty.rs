//! `empty`: there is nothing to see in the text.
//!
//! Such a message is refused, and a template parameter without text stops its template.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check(" \u{200B}\n", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::Empty);
//! assert!(check(".", &Profile::default()).is_clean());
//! ```

use crate::check::context::Context;
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "there is nothing to see in the text";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let text = context.text();
    // Nothing but white space and what has no width.
    if text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c)) {
        context.report(Lint::Empty, 0..text.len(), "there is no text", "write something");
    }
}

/// Whether nobody sees a character.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE0F}' | '\u{FEFF}')
}
