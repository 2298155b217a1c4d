//! `unclosed-marker`: formatting is begun and not ended on its line.
//!
//! Formatting never goes over a line's end (R15), so two markers on two lines do nothing. Three
//! backticks that nothing closes (R45) are text, and so is all that was to be code. A marker that
//! stands alone may be meant so (`*Terms apply`) and is a note.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("*Open:\n9 to 5*", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::UnclosedMarker);
//! assert_eq!(report.diagnostics()[0].message, "formatting ends with the line, and this * is closed on another one");
//! assert!(check("*Open:*\n*9 to 5*", &Profile::default()).is_clean());
//! ```

use alloc::format;

use crate::check::context::{Context, Literal};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "formatting is begun and not ended on its line";

/// A marker that could begin formatting and has no partner on its line.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    line_end: usize,
    /// Whether there is a reason for it: its line is a note to a marker before (`free*` and below
    /// `*from 10 €`), or something else keeps it and another one from formatting.
    explained: bool,
}

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (facts, text) = (**context, context.text());
    fences(context);
    for marker in *b"*_~" {
        if !facts.has(marker) {
            continue;
        }
        let (mut open, mut noted): (Option<Open>, bool) = (None, false);
        let mut line_end = 0;
        for Literal { at, .. } in facts.literals().iter().copied().filter(|l| l.marker == marker) {
            if at >= line_end {
                let len = memchr::memchr(b'\n', &text.as_bytes()[at..]);
                line_end = len.map_or(text.len(), |len| at + len);
            }
            let opens = facts.is_bound_before(at) && is_letter(text[at + 1..].chars().next());
            let closes = facts.is_bound_behind(at + 1) && ends_word(text[..at].chars().next_back());
            if let Some(begun) = open.as_mut().filter(|begun| at < begun.line_end) {
                begun.explained = true;
            }
            if closes && open.is_some() {
                // Each stretch is looked at once.
                match open.take() {
                    Some(begun) if is_one_paragraph(&text[begun.at..at]) && !begun.explained => {
                        across(context, begun.at, at, marker);
                    }
                    Some(begun) => alone(context, begun, marker),
                    None => {}
                }
            } else if opens && !closes {
                if let Some(open) = open {
                    alone(context, open, marker);
                }
                open = Some(Open { at, line_end, explained: noted });
            } else if closes {
                noted = true;
            }
        }
        if let Some(open) = open {
            alone(context, open, marker);
        }
    }
}

/// Three backticks that are text, with something behind them and nothing before them on their line.
fn fences(context: &mut Context<'_>) {
    let (facts, text) = (**context, context.text());
    let literals = if facts.has(b'`') { facts.literals() } else { &[] };
    let mut fences = literals.windows(3).filter(|row| {
        row.iter().all(|literal| literal.marker == b'`') && row[2].at == row[0].at + 2
    });
    let Some(at) = fences.next().map(|row| row[0].at) else { return };
    let begins_line = text[..at].rsplit('\n').next().is_none_or(str::is_empty);
    if begins_line && text[at + 3..].contains(char::is_alphanumeric) {
        context.report(
            Lint::UnclosedMarker,
            at..at + 3,
            "nothing closes these three backticks",
            "write three backticks behind the code",
        );
    }
}

/// Whether there is a line feed and no empty line.
fn is_one_paragraph(text: &str) -> bool {
    text.contains('\n') && !text.contains("\n\n")
}

fn across(context: &mut Context<'_>, open: usize, close: usize, marker: u8) {
    let marker = char::from(marker);
    context.report(
        Lint::UnclosedMarker,
        open..close + 1,
        format!("formatting ends with the line, and this {marker} is closed on another one"),
        format!("write {marker} at the start and the end of each line"),
    );
}

fn alone(context: &mut Context<'_>, open: Open, marker: u8) {
    if open.explained {
        return;
    }
    let marker = char::from(marker);
    context.note(
        Lint::UnclosedMarker,
        open.at..open.at + 1,
        format!("nothing closes this {marker}"),
        format!("write {marker} where the formatting is to end, or leave this one out"),
    );
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphabetic)
}

fn ends_word(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace() && !matches!(c, '*' | '_' | '~' | '`'))
}
