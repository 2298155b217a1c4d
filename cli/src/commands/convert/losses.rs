//! What was lost: lines for people, JSON for programs.

use std::fmt::{Display, Write as _};

use serde::Serialize;
use wamark::Loss;

/// One a line, in the order of the message: the place, the code and a sentence. Lines and columns
/// count from 1, columns in characters.
pub(crate) fn lines(source: &impl Display, message: &str, losses: &[Loss]) -> String {
    let mut lines = String::new();
    let (mut line, mut column, mut seen) = (1, 1, 0);
    for Loss { code, span } in losses {
        let at = floor(message, span.start as usize).max(seen);
        let mut passed = &message[seen..at];
        seen = at;
        if let Some(feed) = passed.rfind('\n') {
            line += passed.matches('\n').count();
            column = 1;
            passed = &passed[feed + 1..];
        }
        column += passed.chars().count();
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{source}:{line}:{column}: {code}: {}", code.sentence());
    }
    lines
}

/// The character boundary at or before an offset.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Appends an array of objects: the code, and where the text stood in bytes of the message.
pub(crate) fn push_json(out: &mut Vec<u8>, losses: &[Loss]) {
    #[derive(Serialize)]
    struct Entry {
        code: &'static str,
        start: u32,
        end: u32,
    }
    let entries: Vec<Entry> = losses
        .iter()
        .map(|Loss { code, span }| Entry { code: code.as_str(), start: span.start, end: span.end })
        .collect();
    serde_json::to_writer(out, &entries).expect("numbers and names are JSON");
}
