//! Items and quotes: lines with a mark.

use super::chars::is_ws;
use super::neutral::lines;
use super::{Kind, Span};

/// R50, R54, R55, R60: one space at `at`, and behind it a character other than a space and LF.
fn is_one_space(line: &[char], at: usize) -> bool {
    line.get(at) == Some(&' ') && line.get(at + 1).is_some_and(|&c| c != ' ')
}

/// R50–R58: where the text of a bulleted item starts in its line.
fn bulleted_item(line: &[char]) -> Option<usize> {
    let marker = matches!(line.first(), Some('*' | '-' | '•'));
    (marker && is_one_space(line, 1)).then_some(2)
}

/// R60–R64: where the text of a numbered item starts in its line.
fn numbered_item(line: &[char]) -> Option<usize> {
    let digits = line.iter().take_while(|c| c.is_ascii_digit()).count();
    let marker = (1..=2).contains(&digits) && line.get(digits) == Some(&'.');
    (marker && is_one_space(line, digits + 1)).then_some(digits + 2)
}

/// R70–R75: where the content of a quote line starts in its line.
fn quote_line(line: &[char]) -> Option<usize> {
    let marker = line.first() == Some(&'>');
    let space = line.get(1).is_some_and(|&c| is_ws(c));
    (marker && space && line.get(2) != Some(&' ')).then_some(1)
}

pub(super) fn blocks(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (start, end) in lines(text) {
        let line = &text[start..end];
        let behind_lf = (end + 1).min(text.len());
        let (kind, content, end) = if let Some(content) = bulleted_item(line) {
            (Kind::BulletedItem, content, end)
        } else if let Some(content) = numbered_item(line) {
            (Kind::NumberedItem, content, end)
        } else if let Some(content) = quote_line(line) {
            (Kind::Quote, content, behind_lf)
        } else {
            continue;
        };
        spans.push(Span { kind, start, end, content_start: start + content, content_end: end });
    }
    spans
}
