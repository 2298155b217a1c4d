//! Java's classes: what Android's `Character` calls white space, letters and digits.
//!
//! Which Unicode an Android has depends on its release; the tables are of today's.

#[rustfmt::skip]
#[allow(clippy::unreadable_literal, reason = "code points")]
mod digit;
#[rustfmt::skip]
#[allow(clippy::unreadable_literal, reason = "bit patterns")]
mod letter_or_digit;

use super::is_on;

/// `Character.isWhitespace`: spaces that a line may break at, and controls that separate.
pub(crate) const fn is_whitespace(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | '\u{1C}'..='\u{1F}' | ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}'
            | '\u{2008}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{205F}' | '\u{3000}'
    )
}

/// `Character.isLetterOrDigit`: L\* or Nd.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    let page = letter_or_digit::PAGE_OF.get(c as usize >> 8);
    page.is_some_and(|page| is_on(&letter_or_digit::PAGES[*page as usize], c))
}

/// `Character.digit(c, 10)`: the value of a decimal digit of any script.
pub(crate) fn digit(c: char) -> Option<u16> {
    let cp = u32::from(c);
    let row = digit::ZEROS.partition_point(|zero| *zero <= cp).checked_sub(1)?;
    u16::try_from(cp - digit::ZEROS[row]).ok().filter(|value| *value < 10)
}

/// Bit n: whether a digit that is not ASCII may begin with the byte 0xC0 + n.
const DIGIT_STARTS: u64 = digit_starts();

const fn digit_starts() -> u64 {
    let mut starts = 0;
    let mut row = 1;
    while row < digit::ZEROS.len() {
        let zero = digit::ZEROS[row];
        starts |= 1 << first_byte_bit(zero) | 1 << first_byte_bit(zero + 9);
        row += 1;
    }
    starts
}

/// The last six bits of the first byte of what is not ASCII, in UTF-8.
const fn first_byte_bit(cp: u32) -> u32 {
    match cp {
        ..0x800 => cp >> 6,
        0x800..0x1_0000 => 0x20 | cp >> 12,
        _ => 0x30 | cp >> 18,
    }
}

/// Whether a digit may begin with the byte.
#[inline]
pub(crate) const fn may_begin_digit(b: u8) -> bool {
    b.is_ascii_digit() || b >= 0xC0 && DIGIT_STARTS >> (b & 0x3F) & 1 != 0
}

#[cfg(test)]
mod tests {
    use super::super::tests::compare;
    use super::*;

    #[test]
    fn whitespace_is_what_java_says_for_every_code_point() {
        compare(
            r"^[\t-\r\x{1C}-\x{1F}[\p{Zs}\p{Zl}\p{Zp}--[\x{A0}\x{2007}\x{202F}]]]$",
            is_whitespace,
        );
    }

    #[test]
    fn letters_and_digits_are_what_java_says_for_every_code_point() {
        compare(r"^[\p{L}\p{Nd}]$", is_letter_or_digit);
    }

    #[test]
    fn digits_are_what_java_says_for_every_code_point() {
        compare(r"^\p{Nd}$", |c| digit(c).is_some());
    }

    #[test]
    fn digits_begin_with_few_bytes() {
        let mut starts = [false; 256];
        let mut buffer = [0; 4];
        for c in ('\0'..=char::MAX).filter(|c| digit(*c).is_some()) {
            starts[usize::from(c.encode_utf8(&mut buffer).as_bytes()[0])] = true;
        }
        for (b, is_start) in (0..=u8::MAX).zip(starts) {
            assert_eq!(may_begin_digit(b), is_start, "{b:#x}");
        }
    }

    #[test]
    fn digits_have_their_values() {
        for digits in
            ["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟘𝟙"]
        {
            for (value, c) in (0..).zip(digits.chars()) {
                assert_eq!(digit(c), Some(value % 10), "{c}");
            }
        }
    }
}
