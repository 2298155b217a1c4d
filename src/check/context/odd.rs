//! Characters that nobody types, and few know to be there: what the lints of characters look at.

use alloc::vec::Vec;

use super::signs::Signs;

/// The characters of these kinds, with their places: controls, those of direction too, code points
/// that are no characters, and what has no width. Most texts have none.
pub(super) fn odd(text: &str, signs: &Signs) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    if !signs.odd {
        return found;
    }
    let bytes = text.as_bytes();
    if signs.seldom {
        text.char_indices().filter(|(_, c)| is_odd(*c)).for_each(|one| found.push(one));
    } else {
        let [a, b, c] = OFTEN;
        for at in memchr::memchr3_iter(a, b, c, bytes) {
            // Most of those with three bytes go on otherwise.
            let behind = bytes.get(at + 1..at + 3);
            let odd = matches!(behind, Some([0x80, 0x8B | 0xAA..=0xAE] | [0x81, 0xA0..=0xA9]));
            if bytes[at] != 0xE2 || odd {
                found.extend(text[at..].chars().next().filter(|c| is_odd(*c)).map(|c| (at, c)));
            }
        }
    }
    found
}

fn is_odd(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{AD}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{E0000}'..='\u{E007F}' => true,
        _ => c.is_control() || is_no_character(c),
    }
}

/// Whether a code point never will be a character: of those that texts have by mistake.
pub(in crate::check) fn is_no_character(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The first bytes of such characters that other ones begin with, too: quotes, dashes, currencies.
pub(super) const OFTEN: [u8; 3] = [0xC2, 0xE2, 0xEF];

/// The other ones: controls, and the first bytes of U+180E and of tags.
pub(super) const SELDOM: [u8; 33] = {
    let mut bytes = [0x7F; 33];
    let (mut byte, mut count) = (0, 0);
    while byte < b' ' {
        if byte != b'\t' && byte != b'\n' {
            bytes[count] = byte;
            count += 1;
        }
        byte += 1;
    }
    bytes[count] = 0xE1;
    bytes[count + 1] = 0xF3;
    bytes
};

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::super::signs::Signs;
    use super::{is_odd, odd};

    #[test]
    fn each_code_point_is_found_by_its_first_byte() {
        for c in ('\0'..=char::MAX).filter(|c| is_odd(*c)) {
            let text = String::from("aé") + c.encode_utf8(&mut [0; 4]);
            assert_eq!(odd(&text, &Signs::of(&text)), [(3, c)], "U+{:04X}", c as u32);
        }
    }
}
