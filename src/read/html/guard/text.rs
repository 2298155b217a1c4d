//! Text on its way to ammonia: as it is, but for what no HTML can hold, and with notes where it comes
//! from.

use super::{CHUNK, Guard, Policy};
use crate::read::html::attribute::is_space;

impl<P: Policy> Guard<'_, P> {
    /// Appends text; `markup` says whether it has entities.
    pub(super) fn text(&mut self, text: &str, at: usize, markup: bool) {
        if self.gone.is_some() {
            return;
        }
        if self.in_table() {
            if is_blank(text) {
                return;
            }
            self.imply_cell();
        }
        if core::mem::take(&mut self.apart) {
            self.out.push(' ');
        }
        self.policy.text(&mut self.out, text, at);
        let special = |b| matches!(b, b'<' | b'&' | b'\r' | b'\0');
        let mut from = 0;
        while from < text.len() {
            let plain = text.as_bytes()[from..].iter().copied().position(special);
            let end = plain.map_or(text.len(), |length| from + length);
            self.plain(&text[from..end], at + from);
            from = end + self.special(&text[end..], at + end, markup);
            self.cut(CHUNK);
        }
    }

    /// Appends text that stands for itself, in pieces that fit into chunks.
    fn plain(&mut self, mut text: &str, mut at: usize) {
        while text.len() > CHUNK {
            let (piece, rest) = text.split_at(boundary(text, CHUNK));
            self.out.push_str(piece);
            (text, at) = (rest, at + piece.len());
            self.cut(CHUNK);
            self.policy.place(&mut self.out, at, None);
        }
        self.out.push_str(text);
    }

    /// Appends what begins with a character that may stand for something else, at `at`; gives its
    /// length.
    fn special(&mut self, text: &str, at: usize, markup: bool) -> usize {
        let bytes = text.as_bytes();
        let length = match bytes.first() {
            None => return 0,
            Some(b'<') => {
                self.out.push_str("&lt;");
                return 1;
            }
            Some(b'&') => {
                let length =
                    bytes[1..].iter().position(|b| !is_name(*b)).map_or(bytes.len(), |n| n + 1);
                if !markup || length == 1 {
                    self.out.push_str("&amp;");
                    return 1;
                }
                let length = length + usize::from(bytes.get(length) == Some(&b';'));
                self.policy.place(&mut self.out, at, Some(at + length));
                self.out.push_str(&text[..length]);
                length
            }
            Some(b'\r') => {
                self.out.push('\n');
                if bytes.get(1) == Some(&b'\n') { 2 } else { 1 }
            }
            // No HTML can hold NUL.
            Some(_) => 1,
        };
        // An entity says itself where it stands.
        let is_noted = markup
            && bytes.get(length) == Some(&b'&')
            && bytes.get(length + 1).is_some_and(|b| is_name(*b));
        if length < text.len() && !is_noted {
            self.policy.place(&mut self.out, at + length, None);
        }
        length
    }
}

/// Whether the name of an entity may have the byte.
fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'#'
}

/// Whether there is nothing to see in a text.
fn is_blank(text: &str) -> bool {
    text.split("&nbsp;").all(|text| text.bytes().all(is_space))
}

/// The last character boundary up to `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
