//! `space-inside-marker`: a space keeps markers from formatting.
//!
//! Nothing begins before white space and nothing ends behind it (R13). Reported where one of two
//! markers has a space on its inner side and all else is as it should be: `2 * 3 * 4` is not.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("*Total * 10 €", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::SpaceInsideMarker);
//! assert_eq!(report.diagnostics()[0].message, "a space before the closing * keeps it from formatting");
//! assert!(check("*Total* 10 €", &Profile::default()).is_clean());
//! ```

use alloc::{format, vec};

use crate::check::context::{Context, Pair, edit};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "a space keeps markers from formatting";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (facts, text) = (**context, context.text());
    let mut end = 0;
    for &Pair { marker, open, close } in facts.pairs() {
        let inside = &text[open + 1..close];
        let trimmed = inside.trim();
        let starts = is_letter(trimmed.chars().next());
        let ends = trimmed.chars().next_back().is_some_and(|c| !is_marker(c));
        if open < end || !starts || !ends || marker == b'`' {
            continue;
        }
        let (spaced, spaced_end) = (inside.starts_with(' '), inside.ends_with(' '));
        // White space or the line's end on both outer sides, so that both clients agree.
        let apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let before = apart(text[..open].chars().next_back());
        let behind = text[close + 1..].chars().next();
        let behind = apart(behind)
            || behind.is_some_and(|c| matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | ')'));
        let plain = inside.trim_matches(' ') == trimmed;
        if !before || !behind || spaced == spaced_end || !plain {
            continue;
        }
        let which = if spaced { "behind the opening" } else { "before the closing" };
        let marker = char::from(marker);
        let message = format!("a space {which} {marker} keeps it from formatting");
        let space =
            if spaced { open + 1..close - trimmed.len() } else { open + 1 + trimmed.len()..close };
        end = close + 1;
        let edits = vec![edit(space, "")];
        context.report_with(Lint::SpaceInsideMarker, open..end, message, "leave it out", edits);
    }
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphabetic)
}

fn is_marker(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '`')
}
