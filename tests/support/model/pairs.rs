//! Emphasis, inline code and monospace: pairs of markers.

use super::chars::{is_at, is_bound, is_ws};
use super::{Kind, Span};

/// R10, R11, R13, R23, R32: whether the marker at `at` may open.
fn opens(text: &[char], at: usize, marker: char) -> bool {
    if text[at] != marker || at > 0 && !is_bound(text[at - 1]) {
        return false;
    }
    let Some(&next) = text.get(at + 1) else {
        return false;
    };
    let keycap = is_at(text, at, "*\u{20e3}") || is_at(text, at, "*\u{fe0f}\u{20e3}");
    let fence = marker == '`' && next == '`';
    !is_ws(next) && !keycap && !fence
}

/// R12, R13: whether the marker at `at` may close. It is never the first character.
fn closes(text: &[char], at: usize, marker: char) -> bool {
    text[at] == marker && (at + 1 == text.len() || is_bound(text[at + 1])) && !is_ws(text[at - 1])
}

/// R14, R15, R16: the earliest closer on the line of the opener at `open`.
fn closer_of(text: &[char], open: usize, marker: char) -> Option<usize> {
    for at in open + 2..text.len() {
        if text[at] == '\n' {
            return None;
        }
        if closes(text, at, marker) {
            return Some(at);
        }
    }
    None
}

/// R10–R24 for bold, italic and strikethrough, R30–R36 for inline code.
pub(super) fn pairs(text: &[char], marker: char, kind: Kind) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let close = if opens(text, at, marker) { closer_of(text, at, marker) } else { None };
        at = match close {
            Some(close) => {
                spans.push(Span {
                    kind,
                    start: at,
                    end: close + 1,
                    content_start: at + 1,
                    content_end: close,
                });
                close + 1
            }
            None => at + 1,
        };
    }
    spans
}

pub(super) fn emphasis(text: &[char]) -> Vec<Span> {
    let mut spans = pairs(text, '*', Kind::Bold);
    spans.extend(pairs(text, '_', Kind::Italic));
    spans.extend(pairs(text, '~', Kind::Strikethrough));
    spans
}

/// R41: the nearest fence behind the one at `open` with something to show between the two.
fn fence_behind(text: &[char], open: usize) -> Option<usize> {
    let mut visible = false;
    for at in open + 3..text.len() {
        if visible && is_at(text, at, "```") {
            return Some(at);
        }
        visible |= !is_ws(text[at]);
    }
    None
}

/// R40–R47.
pub(super) fn monospace(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let close = if is_at(text, at, "```") { fence_behind(text, at) } else { None };
        at = match close {
            Some(close) => {
                spans.push(Span {
                    kind: Kind::Monospace,
                    start: at,
                    end: close + 3,
                    content_start: at + 3,
                    content_end: close,
                });
                close + 3
            }
            None => at + 1,
        };
    }
    spans
}
