//! What stands beside a marker: classes of characters by place.

use crate::chars::{self, END, java};

/// Class bit: an opener may stand behind it.
pub(in crate::parse) const LEADS: u8 = 1;
/// Class bit: Java's white space.
pub(in crate::parse) const WS: u8 = 2;
/// Class bit: a letter or a decimal digit, which may not stand behind a closer.
pub(in crate::parse) const WORD: u8 = 4;

/// The start of the text leads, and its end is no character that could be content.
const _: () = assert!(END == LEADS | WS);

/// The classes of ASCII.
static BYTE_CLASS: [u8; 128] = byte_classes();

pub(in crate::parse) const fn byte_classes() -> [u8; 128] {
    let mut table = [0; 128];
    let mut b = 0;
    while b < table.len() {
        #[allow(clippy::cast_possible_truncation, reason = "below 128")]
        let byte = b as u8;
        table[b] = match byte {
            _ if java::is_whitespace(byte as char) => LEADS | WS,
            b'_' | b'~' | b'*' | b'.' | b',' | b':' | b'"' | b'(' | b'/' | b';' => LEADS,
            _ if byte.is_ascii_alphanumeric() => WORD,
            _ => 0,
        };
        b += 1;
    }
    table
}

/// Whether `c` sets the direction of what follows; only these of the invisible characters lead.
const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}')
}

/// The class of the character that ends before the byte `at`: `LEADS` and `WS` are known.
#[inline(always)]
pub(in crate::parse) fn before(text: &str, at: usize) -> u8 {
    chars::class_before(text, at, &BYTE_CLASS, wide_before)
}

/// The class of the character that begins at the byte `at`: `WS` and `WORD` are known.
#[inline(always)]
pub(in crate::parse) fn behind(text: &str, at: usize) -> u8 {
    chars::class_behind(text, at, &BYTE_CLASS, wide_behind)
}

#[inline(never)]
fn wide_before(c: Option<char>) -> u8 {
    match c {
        None => END,
        Some(c) if java::is_whitespace(c) => LEADS | WS,
        Some(c) if is_direction_mark(c) => LEADS,
        Some(_) => 0,
    }
}

#[inline(never)]
fn wide_behind(c: Option<char>) -> u8 {
    match c {
        None => END,
        Some(c) if java::is_letter_or_digit(c) => WORD,
        Some(c) if java::is_whitespace(c) => WS,
        Some(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_by_position_are_those_of_the_character() {
        let leads = regex::Regex::new(
            r#"^[_~*.,:"(/;\t-\r\x{1C}-\x{1F}\x{200E}\x{200F}\x{2066}-\x{2068}\x{202D}\x{202E}[\p{Z}--[\x{A0}\x{2007}\x{202F}]]]$"#,
        )
        .unwrap();
        let mut buffer = [0; 4];
        for c in '\0'..=char::MAX {
            let text = c.encode_utf8(&mut buffer);
            let end = text.len();
            let (is_ws, is_word) = (java::is_whitespace(c), java::is_letter_or_digit(c));
            let what = u32::from(c);
            assert_eq!((before(text, 0), behind(text, end)), (END, END), "U+{what:04X}");
            assert_eq!(before(text, end) & LEADS != 0, leads.is_match(text), "U+{what:04X}");
            assert_eq!(before(text, end) & WS != 0, is_ws, "U+{what:04X}");
            let text = c.encode_utf8(&mut buffer);
            assert_eq!(behind(text, 0) & WS != 0, is_ws, "U+{what:04X}");
            assert_eq!(behind(text, 0) & WORD != 0, is_word, "U+{what:04X}");
        }
    }
}
