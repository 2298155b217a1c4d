//! Character classes: BOUND and WS as the rules define them, Java's for Android, and nothing else
//! that is Unicode.
//!
//! BOUND comes from a generated two-level table of all code points; one byte table serves ASCII,
//! where nearly every look-up ends.

#[rustfmt::skip]
#[allow(clippy::unreadable_literal, reason = "bit patterns")]
mod bound;
pub(crate) mod java;

/// Class bit: a boundary character.
pub(crate) const BOUND: u8 = 1;
/// Class bit: white space (JavaScript's `\s`).
pub(crate) const WS: u8 = 2;

/// The classes of ASCII.
static BYTE_CLASS: [u8; 128] = byte_classes();

pub(crate) const fn byte_classes() -> [u8; 128] {
    let mut table = [0; 128];
    let mut b = 0;
    while b < table.len() {
        #[allow(clippy::cast_possible_truncation, reason = "below 128")]
        let byte = b as u8;
        table[b] = match byte {
            b'\t'..=b'\r' | b' ' => BOUND | WS,
            b'!'..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~' => BOUND,
            _ => 0,
        };
        b += 1;
    }
    table
}

/// Whether `c` is BOUND: U+0009–000D, or of category P, S, Z or Cf and there since Unicode 11.0.
pub(crate) fn is_bound(c: char) -> bool {
    is_on(&bound::PAGES[bound::PAGE_OF[c as usize >> 8] as usize], c)
}

/// Whether `c` is on the page of its 256 code points.
#[inline]
fn is_on(page: &[u64; 4], c: char) -> bool {
    let cp = c as usize;
    page[(cp >> 6) & 3] >> (cp & 63) & 1 != 0
}

/// Whether `c` is WS: what JavaScript's `\s` matches.
pub(crate) const fn is_ws(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}'
            | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{FEFF}'
    )
}

/// Whether `c` is white space for either client: WS, and the separators of Java.
pub(crate) const fn is_white_space(c: char) -> bool {
    is_ws(c) || matches!(c, '\u{1C}'..='\u{1F}')
}

/// The text without the white space at its end.
#[cfg(any(feature = "html", feature = "markdown"))]
#[inline]
pub(crate) fn trim_end(text: &str) -> &str {
    match text.as_bytes().last() {
        // As most text ends.
        Some(b'!'..=b'~') => text,
        _ if text.ends_with(is_white_space) => text.trim_end_matches(is_white_space),
        _ => text,
    }
}

/// The text without the white space at its start.
#[cfg(any(feature = "html", feature = "markdown"))]
#[inline]
pub(crate) fn trim_start(text: &str) -> &str {
    match text.as_bytes().first() {
        // As most text begins.
        Some(b'!'..=b'~') => text,
        _ if text.starts_with(is_white_space) => text.trim_start_matches(is_white_space),
        _ => text,
    }
}

/// The class bits of `c`.
fn class(c: char) -> u8 {
    // All white space is BOUND.
    match is_bound(c) {
        true if is_ws(c) => BOUND | WS,
        true => BOUND,
        false => 0,
    }
}

/// What the ends of the text count as: BOUND and, as there is no character that could be content,
/// WS.
pub(crate) const END: u8 = BOUND | WS;

/// The class of the character that ends before the byte `at`.
#[inline(always)]
pub(crate) fn before(text: &str, at: usize) -> u8 {
    class_before(text, at, &BYTE_CLASS, wide)
}

/// The class of the character that begins at the byte `at`.
#[inline(always)]
pub(crate) fn behind(text: &str, at: usize) -> u8 {
    class_behind(text, at, &BYTE_CLASS, wide)
}

/// What `ascii` or `wide` gives for the character that ends before the byte `at`.
#[inline(always)]
pub(crate) fn class_before(
    text: &str,
    at: usize,
    ascii: &[u8; 128],
    wide: impl Fn(Option<char>) -> u8,
) -> u8 {
    match text.as_bytes().get(at.wrapping_sub(1)) {
        None => END,
        Some(b) if b.is_ascii() => ascii[*b as usize],
        Some(_) => wide(text[..at].chars().next_back()),
    }
}

/// What `ascii` or `wide` gives for the character that begins at the byte `at`.
#[inline(always)]
pub(crate) fn class_behind(
    text: &str,
    at: usize,
    ascii: &[u8; 128],
    wide: impl Fn(Option<char>) -> u8,
) -> u8 {
    match text.as_bytes().get(at) {
        None => END,
        Some(b) if b.is_ascii() => ascii[*b as usize],
        Some(_) => wide(text[at..].chars().next()),
    }
}

/// The class of a character that is not ASCII.
#[inline(never)]
fn wide(c: Option<char>) -> u8 {
    c.map_or(END, class)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn compare(pattern: &str, ours: impl Fn(char) -> bool) {
        let class = regex::Regex::new(pattern).unwrap();
        let mut buffer = [0; 4];
        for c in '\0'..=char::MAX {
            assert_eq!(ours(c), class.is_match(c.encode_utf8(&mut buffer)), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn bound_is_what_the_rules_say_for_every_code_point() {
        compare(r"^[\t-\r[\p{P}\p{S}\p{Z}\p{Cf}&&\p{Age:11.0}]]$", is_bound);
    }

    #[test]
    fn ws_is_what_javascript_calls_white_space_for_every_code_point() {
        compare(
            r"^[\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]$",
            is_ws,
        );
    }

    #[test]
    fn classes_by_position_are_those_of_the_character() {
        let mut buffer = [0; 4];
        for c in '\0'..=char::MAX {
            let text = c.encode_utf8(&mut buffer);
            assert_eq!((before(text, 0), behind(text, 0)), (END, class(c)), "U+{:04X}", c as u32);
            let end = text.len();
            assert_eq!(
                (before(text, end), behind(text, end)),
                (class(c), END),
                "U+{:04X}",
                c as u32
            );
        }
    }
}
