//! What parsers find in text by themselves: URLs and e-mail addresses, with `<` and `>` or without.
//!
//! GFM takes what stands up to the next space, as it is written: a backslash in it is shown, and a
//! delimiter is none. So where there would be one, the address is made to be none.

use super::inline::begins_entity;
use super::leaf::Leaf;
use super::link;
use super::piece::{Delimiter, Kind};

/// What stands between two spaces, where a URL was looked for last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Token {
    end: usize,
    /// The last character that must not be in a URL.
    clean_from: usize,
}

impl Token {
    /// Whether the text from `at` to the next space may be taken for a URL, as nothing in it is
    /// written other than it is.
    pub(super) fn is_clean(&mut self, leaf: &Leaf, index: usize, at: usize) -> bool {
        let Leaf { text, pieces, .. } = leaf;
        let piece = &pieces[index];
        if at >= self.end {
            let rest = &text[at..piece.end];
            let end = at + rest.find([' ', '\t']).unwrap_or(rest.len());
            // Behind the end there is a backslash, a delimiter, a reference: anything but a space.
            let is_cut = if end < piece.end {
                piece.refer_last && end + 1 == piece.end
            } else {
                piece.refer_last || index + 1 < pieces.len()
            };
            let token = text.as_bytes();
            let is_word = |at: usize| token.get(at).is_some_and(u8::is_ascii_alphanumeric);
            let is_dirty = |at: &usize| match token[*at] {
                b'\\' | b'*' | b'~' | b'`' | b'[' | b']' | b'<' => true,
                b'_' => !is_word(at - 1) || !is_word(at + 1),
                b'&' => begins_entity(&text[*at..end]),
                _ => false,
            };
            let clean_from =
                if is_cut { end } else { (at..end).rev().find(is_dirty).unwrap_or(at) };
            *self = Self { end, clean_from };
        }
        at >= self.clean_from
    }
}

/// Whether some parsers would take an underscore of ours for a part of the e-mail address around
/// the `@`.
pub(super) fn is_address_cut(leaf: &Leaf, index: usize, at: usize) -> bool {
    let Leaf { text, pieces, .. } = leaf;
    let body = pieces[index].body(text);
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || b"+-._".contains(b);
    let is_italic = |index: Option<usize>| {
        let kind = index.and_then(|index| pieces.get(index)).map(|piece| piece.kind);
        kind.and_then(Kind::delimiter) == Some(Delimiter::Italic)
    };
    let name = text.as_bytes()[body.start..at].iter().rev().take_while(|b| is_part(b)).count();
    let host = text.as_bytes()[at + 1..body.end].iter().take_while(|b| is_part(b)).count();
    let cut_before = at - name == body.start && is_italic(index.checked_sub(1));
    let cut_behind = at + 1 + host == body.end && is_italic(Some(index + 1));
    let (begins, ends) = (name > 0 || cut_before, host > 0 || cut_behind);
    begins && ends && (cut_before || cut_behind)
}

/// Whether the name of an e-mail address begins at `at`, or may begin: `<` stands before it.
pub(super) fn begins_address(leaf: &Leaf, index: usize, at: usize) -> bool {
    let rest = &leaf.text.as_bytes()[at..leaf.pieces[index].body(&leaf.text).end];
    let length = rest.iter().take_while(|b| link::is_in_name(**b)).count();
    match rest.get(length) {
        Some(b) => length > 0 && *b == b'@',
        None => leaf.next_byte(index, at + length).is_some_and(link::is_in_name),
    }
}
