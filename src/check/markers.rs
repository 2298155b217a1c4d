//! Markers in place of another notation's: what has to stand beside them, so that both clients take
//! them for what they are (W1, W2).

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::context::edit;
use super::diagnostic::Edit;
use crate::chars::java::is_letter_or_digit;
use crate::chars::{is_bound, is_white_space};
use crate::parse;
use crate::write::{LEFT_TO_RIGHT, direction, may_stand_before_opener};

/// Ends a URL.
const HAIR_SPACE: char = '\u{200A}';

/// The edits that put `markers` in place of what stands at `open` and `close`, `before` and `behind`
/// being the characters beside them. Where what is between would end the style early, it is given
/// up: nothing is put in their place.
pub(super) fn style(
    text: &str,
    (before, open): (Option<char>, Range<usize>),
    (close, behind): (Range<usize>, Option<char>),
    markers: &str,
) -> Vec<Edit> {
    let content = &text[open.end..close.start];
    if !holds(content, markers) {
        return vec![edit(open, ""), edit(close, "")];
    }
    let mark = content.chars().find_map(direction).unwrap_or(LEFT_TO_RIGHT);
    let mut opener = String::new();
    let first = markers.chars().next().unwrap_or('*');
    if before.is_some_and(|before| !may_stand_before_opener(before, first)) {
        opener.push(mark);
    }
    opener.push_str(markers);
    if content.starts_with(['\u{FE0F}', '\u{20E3}']) {
        opener.push(LEFT_TO_RIGHT);
    }
    let mut closer: String = markers.chars().rev().collect();
    // All white space and punctuation that both clients know is BOUND.
    if behind.is_some_and(|behind| !is_white_space(behind)) && ends_in_url(content) {
        closer.push(HAIR_SPACE);
    } else if behind.is_some_and(|behind| !is_bound(behind) && !is_white_space(behind)) {
        closer.push(mark);
    }
    vec![edit(open, opener), edit(close, closer)]
}

/// Whether the last word of a text has a URL, of which what stands directly behind would be part
/// (W11).
fn ends_in_url(text: &str) -> bool {
    let word = text.rsplit(is_white_space).next().unwrap_or_default();
    word.contains('.') && !parse::links(word).is_empty()
}

/// Whether no character of a text that is one of the markers closes their style, to any client.
fn holds(content: &str, markers: &str) -> bool {
    let mut before = None;
    let mut chars = content.chars().peekable();
    while let Some(c) = chars.next() {
        let closes = markers.contains(c)
            && before.is_some_and(|before| !is_white_space(before))
            && !chars.peek().copied().is_some_and(is_letter_or_digit);
        if closes || c == '\n' {
            return false;
        }
        before = Some(c);
    }
    content.chars().any(|c| !is_white_space(c))
}
