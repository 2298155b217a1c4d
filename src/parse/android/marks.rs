//! Marks of items and quotes, where Android reads them differently (R50–R55, R60, R70).

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{anychar, char, satisfy};
use nom::combinator::{map, map_opt, not, opt, peek, value};
use nom::sequence::terminated;
use nom::{IResult, Parser as _};

use crate::chars::java;

/// `*` or `-` and one space; then anything, or nothing. Gives the length of the mark.
#[inline]
pub(super) fn bullet(line: &str) -> IResult<&str, usize, ()> {
    value(2, alt((tag("- "), tag("* ")))).parse(line)
}

/// `> ` and a character that is not white space. Gives the length of the mark.
pub(super) fn quote(line: &str) -> IResult<&str, usize, ()> {
    let shown = satisfy(|c| !java::is_whitespace(c));
    value(2, terminated(tag("> "), peek(shown))).parse(line)
}

/// One or two digits of any script, a dot and one space; then anything but a second one, or
/// nothing. Gives the length of the mark and the number.
pub(super) fn number(line: &str) -> IResult<&str, (usize, u16), ()> {
    let number = map((digit, opt(digit)), |(first, second)| {
        second.map_or(first, |second| first * 10 + second)
    });
    let behind = (tag(". "), not(char(' ')));
    let (rest, number) = terminated(number, behind).parse(line)?;
    Ok((rest, (line.len() - rest.len(), number)))
}

fn digit(line: &str) -> IResult<&str, u16, ()> {
    map_opt(anychar, java::digit).parse(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets() {
        for line in ["- a", "* a", "-  a", "- ", "- \n", "- \ta"] {
            assert_eq!(bullet(line).map(|m| m.1), Ok(2), "{line:?}");
        }
        for line in ["-", "-\ta", "-a", "• a", "+ a", " - a"] {
            assert!(bullet(line).is_err(), "{line:?}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(number("7. a"), Ok(("a", (3, 7))));
        assert_eq!(number("07. \ta"), Ok(("\ta", (4, 7))));
        assert_eq!(number("99. "), Ok(("", (4, 99))));
        assert_eq!(number("1. \n"), Ok(("\n", (3, 1))));
        assert_eq!(number("٣. a"), Ok(("a", (4, 3))));
        assert_eq!(number("1٢. a"), Ok(("a", (5, 12))));
        assert_eq!(number("𝟗. a"), Ok(("a", (6, 9))));
        for line in ["100. a", "1.", "1.  a", "1) a", "1.a", "1.\ta", ". a", "a. b", "². a", "Ⅳ. a"]
        {
            assert!(number(line).is_err(), "{line:?}");
        }
    }

    #[test]
    fn quotes() {
        for line in ["> q", "> \u{A0}", "> \u{FEFF}q", "> > q"] {
            assert_eq!(quote(line).map(|m| m.1), Ok(2), "{line:?}");
        }
        for line in [">", "> ", "> \n", ">q", ">\tq", ">  q", "> \tq", "> \u{3000}q", "> \u{1C}q"] {
            assert!(quote(line).is_err(), "{line:?}");
        }
    }
}
