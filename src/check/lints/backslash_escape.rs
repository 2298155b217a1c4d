//! `backslash-escape`: a backslash before a character, as Markdown has it: `\*`, `1\.`, `\# a`.
//!
//! WhatsApp knows no escapes and shows the backslash; on the web what is behind it formats none the
//! less. Without the backslash the character is kept from formatting by U+034F or U+200A, where
//! that is needed.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = r"snake\_case, 2 \* 3, \-5 %, \*x*";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::BackslashEscape);
//! assert_eq!(fix(text, &profile).text, "snake_case, 2 * 3, \\-5 %, \u{34F}*x*");
//!
//! assert!(check(r"snake_case, 2 * 3, C:\new_a, a\b", &profile).is_clean());
//! for fine in [r"¯\_(ツ)_/¯", r"C:\_new", r"..\*.txt", r"\d+\*"] {
//!     assert_eq!(fix(fine, &profile).text, fine);
//! }
//! ```

mod guard;

use alloc::vec::Vec;
use alloc::{format, vec};
use core::ops::Range;

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use guard::{LineMarkers, begins_a_line};

pub(in crate::check) const SUMMARY: &str = "a backslash stands before a marker";

/// So many bytes of a word are looked at on each side of a backslash.
const NEAR: usize = 64;

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    if !context.has(b'\\') {
        return;
    }
    let text = context.text();
    let mut found = Vec::new();
    let mut code = context.code().cursor();
    let mut start = 0;
    for line in text.split('\n') {
        let mut markers = None;
        let mut at = 0;
        while let Some(next) = memchr::memchr(b'\\', &line.as_bytes()[at..]) {
            let backslash = at + next;
            at = backslash + 1;
            if let Some(end) = code.end_at(start + backslash) {
                at = (end - start).min(line.len());
            } else if line.as_bytes().get(at) == Some(&b'\\') {
                at += 1;
            } else if is_escape(line, backslash) {
                let markers = markers.get_or_insert_with(|| LineMarkers::new(line));
                found.push((start + backslash, guard::guarded(line, backslash, markers)));
                at += 1;
            }
        }
        start += line.len() + 1;
    }
    for (at, literal) in found {
        let span = at..at + 2;
        let message = format!("WhatsApp shows the backslash in \"{}\"", &text[span.clone()]);
        let help = "write the character alone";
        let edits = vec![edit(span.clone(), literal)];
        context.report_with(Lint::BackslashEscape, span, message, help, edits);
    }
}

/// Whether the backslash at `at` keeps what is behind it from meaning something in Markdown.
fn is_escape(line: &str, at: usize) -> bool {
    let Some(escaped) = line.as_bytes().get(at + 1) else { return false };
    let candidate = match escaped {
        b'*' | b'_' | b'~' | b'`' => !is_wildcard(&line[at + 1..]),
        _ => begins_a_line(line, at),
    };
    candidate && !is_other(line, at)
}

/// Whether a text begins with `*.txt` or `*.*`.
fn is_wildcard(text: &str) -> bool {
    text.strip_prefix("*.").is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()))
}

/// Whether the word around a backslash is a path, a face, a pattern or a formula.
fn is_other(line: &str, at: usize) -> bool {
    let bytes = line.as_bytes();
    let Range { start, end } = word(bytes, at);
    let word = &bytes[start..end];
    let two = |first: &dyn Fn(u8) -> bool, second: &dyn Fn(u8) -> bool| {
        word.windows(2).any(|two| first(two[0]) && second(two[1]))
    };
    // `C:\x`, `.\x`, `\d`, `\\host`.
    two(&|byte| matches!(byte, b':' | b'.' | b'\\'), &|byte| byte == b'\\')
        || two(&|byte| byte == b'\\', &|byte| byte.is_ascii_alphanumeric())
        // `\*o*/`, and the shrug.
        || word[0] == b'\\' && word.ends_with(b"/") && word.len() > 2
        || line[..at].ends_with('¯')
        || line[at..].starts_with("\\_(")
}

/// The word around `at`, as far as it is near.
fn word(bytes: &[u8], at: usize) -> Range<usize> {
    let before = bytes[..at].iter().rev().take(NEAR).take_while(|byte| !byte.is_ascii_whitespace());
    let behind = bytes[at..].iter().take(NEAR).take_while(|byte| !byte.is_ascii_whitespace());
    at - before.count()..at + behind.count()
}
