//! `control-character`: a character that only machines know, or none at all.
//!
//! NUL, BEL, ESC and their like come from broken encodings and terminals; phones show a box or
//! nothing, and some providers refuse the message. Line feeds and tabs are no such.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("\u{1B}[1mDone\u{1B}[0m", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::ControlCharacter);
//! assert_eq!(report.diagnostics()[0].message, "U+001B is a control character");
//! assert!(check("Done\t1\n", &Profile::default()).is_clean());
//! ```

use alloc::{format, vec};

use crate::check::context::{Context, edit, is_no_character};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "a character that only machines know";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let facts = **context;
    for &(at, c) in facts.odd().iter().filter(|(_, c)| c.is_control() || is_no_character(*c)) {
        let kind = if c.is_control() { "a control character" } else { "no character" };
        let message = format!("U+{:04X} is {kind}", c as u32);
        let span = at..at + c.len_utf8();
        let edits = vec![edit(span.clone(), "")];
        context.report_with(Lint::ControlCharacter, span, message, "leave it out", edits);
    }
}
