//! Item marks: R50, R51, R54, R55 (bulleted), R60–R63 (numbered).
//!
//! Only the mark is read here. That items of one kind on neighbouring lines are one list (R52,
//! R64, R65) and that an item ends with its line (R57) is the line driver's business.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::satisfy;
use nom::combinator::{map, peek, value};
use nom::sequence::terminated;
use nom::{IResult, Parser as _};

/// R50, R51: `*`, `-` or `•`, one space, then neither a second one nor the line's end. Gives the
/// length of the mark.
#[inline]
pub(super) fn bullet(line: &[u8]) -> IResult<&[u8], usize, ()> {
    match line.first() {
        Some(b'-') => mark("- ", line),
        Some(b'*') => mark("* ", line),
        _ => mark("• ", line),
    }
}

#[inline(always)]
fn mark<'l>(mark: &'static str, line: &'l [u8]) -> IResult<&'l [u8], usize, ()> {
    value(mark.len(), terminated(tag(mark), peek(item_text))).parse(line)
}

/// R60: one or two digits, a dot and one space, then as for a bullet. Gives the length of the
/// mark and the number (R61).
pub(super) fn number(line: &[u8]) -> IResult<&[u8], (usize, u16), ()> {
    let two = map((digit, digit), |(tens, ones)| (4, tens * 10 + ones));
    let one = map(digit, |ones| (3, ones));
    terminated(terminated(alt((two, one)), tag(". ")), peek(item_text)).parse(line)
}

fn digit(line: &[u8]) -> IResult<&[u8], u16, ()> {
    map(satisfy(|c| c.is_ascii_digit()), |c| c as u16 - u16::from(b'0')).parse(line)
}

/// R54, R55: what an item's text begins with.
fn item_text(line: &[u8]) -> IResult<&[u8], char, ()> {
    satisfy(|c| c != ' ' && c != '\n').parse(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets() {
        assert_eq!(bullet(b"- a"), Ok((&b"a"[..], 2)));
        assert_eq!(bullet("• a".as_bytes()), Ok((&b"a"[..], 4)));
        for line in ["-", "- ", "-  a", "-\ta", "- \n", "+ a", " - a"] {
            assert!(bullet(line.as_bytes()).is_err(), "{line:?}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(number(b"7. a"), Ok((&b"a"[..], (3, 7))));
        assert_eq!(number(b"07. a"), Ok((&b"a"[..], (4, 7))));
        assert_eq!(number(b"99. \ta"), Ok((&b"\ta"[..], (4, 99))));
        for line in ["100. a", "1.", "1. ", "1.  a", "1) a", "1.a", ". a", "a. b"] {
            assert!(number(line.as_bytes()).is_err(), "{line:?}");
        }
    }
}
