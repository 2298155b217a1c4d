//! `marker-in-word`: markers touch a letter on their outer side, where nothing will happen.
//!
//! Formatting begins behind white space or punctuation and ends before it (R11, R12, R24), which
//! writers of scripts without spaces do not expect. Where both ends stand within a word of ASCII
//! letters, as in a formula, it is a note; `snake_case` is none.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("这是*重点*内容", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::MarkerInWord);
//! assert_eq!(report.diagnostics()[0].message, "a letter stands right before and behind the markers");
//! assert!(check("这是 *重点* 内容", &Profile::default()).is_clean());
//! ```

use crate::check::context::{Context, Pair};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str =
    "markers touch a letter on their outer side, where nothing will happen";

const HELP: &str = "put a space between, or leave the markers out";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (facts, text) = (**context, context.text());
    let mut end = 0;
    for &Pair { marker, open, close } in facts.pairs() {
        let (before, behind) = (text[..open].chars().next_back(), text[close + 1..].chars().next());
        let inside = &text[open + 1..close];
        let (glued_before, glued_behind) = (is_letter(before), is_letter(behind));
        let is_word = is_letter(inside.chars().next()) && is_letter(inside.chars().next_back());
        if marker == b'`' || open < end || !is_word || !(glued_before || glued_behind) {
            continue;
        }
        // The other end has to be one that could format.
        let opens = glued_before || facts.is_bound_before(open);
        let closes = glued_behind || facts.is_bound_behind(close + 1);
        let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        // Names of things in programs.
        let name = marker == b'_' && (ascii(before) || ascii(behind));
        let within = glued_before && glued_behind;
        if !opens || !closes || name || within && inside.contains(char::is_whitespace) {
            continue;
        }
        let message = match (glued_before, glued_behind) {
            (true, true) => "a letter stands right before and behind the markers",
            (true, false) => "a letter stands right before the marker",
            (false, _) => "a letter stands right behind the marker",
        };
        end = close + 1;
        let span = open..end;
        if ascii(before) && ascii(behind) {
            // A formula has short names.
            if inside.chars().nth(2).is_some() {
                context.note(Lint::MarkerInWord, span, message, HELP);
            }
        } else {
            context.report(Lint::MarkerInWord, span, message, HELP);
        }
    }
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphabetic)
}
