//! `bidi-control`: a control of direction that turns text around, or that is left open.
//!
//! An override shows text in another order than it has, so that `exe.gpj` looks like `jpg.exe`. One
//! that is opened and not closed on its line, or closed and never opened, is what remains of text
//! that was cut. Pairs, which contact apps put around phone numbers, are in order, and so are marks.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("invoice_\u{202E}fdp.exe", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::BidiControl);
//! assert_eq!(report.diagnostics()[0].message, "U+202E shows text in another order than it has");
//! assert!(check("call \u{202A}+1 650 333 4444\u{202C}", &Profile::default()).is_clean());
//! ```

use alloc::vec::Vec;
use alloc::{format, vec};

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str =
    "a control of direction turns text around, or is left open";

/// What is open: where, and which.
type Open = Vec<(usize, char)>;

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (facts, mut open, mut isolates) = (**context, Open::new(), 0usize);
    let mut line_end = 0;
    for &(at, c) in facts.odd() {
        if !is_control(c) {
            continue;
        }
        if at >= line_end {
            end_line(context, &mut open, &mut isolates);
            let len = memchr::memchr(b'\n', &facts.text().as_bytes()[at..]);
            line_end = len.map_or(usize::MAX, |len| at + len);
        }
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push((at, c)),
            '\u{2066}'..='\u{2068}' => {
                isolates += 1;
                open.push((at, c));
            }
            '\u{202C}' => match open.pop_if(|(_, c)| !is_isolate(*c)) {
                Some(begun) => turned(context, begun, Some(at)),
                None => alone(context, at, c, "is closed and was not opened"),
            },
            '\u{2069}' if isolates == 0 => {
                alone(context, at, c, "is closed and was not opened");
            }
            '\u{2069}' => {
                isolates -= 1;
                // What was opened in it and not closed ends with it.
                while let Some((at, c)) = open.pop_if(|(_, c)| !is_isolate(*c)) {
                    left_open(context, at, c);
                }
                open.pop();
            }
            _ => {}
        }
    }
    end_line(context, &mut open, &mut isolates);
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202D}' | '\u{202E}')
}

fn end_line(context: &mut Context<'_>, open: &mut Open, isolates: &mut usize) {
    for (at, c) in open.drain(..) {
        left_open(context, at, c);
    }
    *isolates = 0;
}

fn left_open(context: &mut Context<'_>, at: usize, c: char) {
    if is_override(c) {
        turned(context, (at, c), None);
    } else {
        alone(context, at, c, "is opened and not closed");
    }
}

/// An override, with what closes it.
fn turned(context: &mut Context<'_>, (at, c): (usize, char), end: Option<usize>) {
    if !is_override(c) {
        return;
    }
    let message = format!("U+{:04X} shows text in another order than it has", c as u32);
    let mut edits = vec![edit(at..at + c.len_utf8(), "")];
    edits.extend(end.map(|end| edit(end..end + c.len_utf8(), "")));
    context.report_with(Lint::BidiControl, at..at + c.len_utf8(), message, "leave it out", edits);
}

fn alone(context: &mut Context<'_>, at: usize, c: char, what: &str) {
    let message = format!("U+{:04X} {what}", c as u32);
    let span = at..at + c.len_utf8();
    let edits = vec![edit(span.clone(), "")];
    context.report_with(Lint::BidiControl, span, message, "leave it out", edits);
}
