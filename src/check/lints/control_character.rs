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

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "a character that only machines know";

/// Whether nobody types it: a control character, or a code point that never will be a character.
fn is_odd(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{FDD0}'..='\u{FDEF}' => true,
        _ => c.is_control() || c as u32 & 0xFFFE == 0xFFFE,
    }
}

pub(in crate::check) fn look(context: &mut Context<'_>) {
    let controls =
        context.has_any(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n'));
    if !controls && !context.has_more_than_ascii() {
        return;
    }
    for (at, c) in context.text().char_indices().filter(|(_, c)| is_odd(*c)) {
        let kind = if c.is_control() { "a control character" } else { "no character" };
        let message = format!("U+{:04X} is {kind}", c as u32);
        let span = at..at + c.len_utf8();
        let edits = vec![edit(span.clone(), "")];
        context.report_with(Lint::ControlCharacter, span, message, "leave it out", edits);
    }
}
