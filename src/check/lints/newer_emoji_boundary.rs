//! `newer-emoji-boundary`: an emoji that WhatsApp Web's grammar does not know touches a marker.
//!
//! Formatting begins behind punctuation and symbols and ends before them, but Web's list of those
//! is that of Unicode 11: emoji that came later are letters to it, so that the marker beside them
//! does nothing (R22). Android does not mind behind a closing marker.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("*Soon*🥲", &Profile::default());
//! let found = report.diagnostics().iter().find(|found| found.lint == Lint::NewerEmojiBoundary);
//! assert_eq!(found.expect("it is found").message, "WhatsApp Web does not end formatting before 🥲");
//! assert!(check("*Soon* 🥲", &Profile::default()).is_clean());
//! ```

use alloc::format;

use crate::chars;
use crate::check::context::{Context, Pair};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str =
    "an emoji that WhatsApp Web's grammar does not know touches a marker";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    // The first byte of emoji.
    if !context.has(0xF0) {
        return;
    }
    let (facts, text) = (**context, context.text());
    for &Pair { open, close, .. } in facts.pairs() {
        let (before, behind) = (text[..open].chars().next_back(), text[close + 1..].chars().next());
        let opens = is_newer_emoji(before) || facts.is_bound_before(open);
        let closes = is_newer_emoji(behind) || facts.is_bound_behind(close + 1);
        let inside = &text[open + 1..close];
        if !opens || !closes || inside.is_empty() || inside.trim() != inside {
            continue;
        }
        let (span, message) = match (before, behind) {
            (_, Some(emoji)) if is_newer_emoji(behind) => {
                let end = close + 1 + emoji.len_utf8();
                (close..end, format!("WhatsApp Web does not end formatting before {emoji}"))
            }
            (Some(emoji), _) if is_newer_emoji(before) => {
                let start = open - emoji.len_utf8();
                (start..open + 1, format!("WhatsApp Web does not begin formatting behind {emoji}"))
            }
            _ => continue,
        };
        context.report(Lint::NewerEmojiBoundary, span, message, "put a space between");
    }
}

/// Whether a character is an emoji, most likely, and came after Unicode 11.
fn is_newer_emoji(c: Option<char>) -> bool {
    // The enclosed digits at U+1F100 are older, and numbers.
    c.is_some_and(|c| {
        matches!(c, '\u{1F10D}'..='\u{1FAFF}') && !chars::is_bound(c) && !c.is_alphabetic()
    })
}
