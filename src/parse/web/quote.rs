//! Quote marks: R70–R72.
//!
//! That neighbouring quote lines are one quote (R73) and that nothing but inline formatting is
//! found inside (R74, R75) is the line driver's business.

use nom::character::complete::{char, satisfy};
use nom::combinator::{not, peek};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser as _};

use crate::chars;

/// R70: `>`, one WS character that is no line feed, then no space. Gives the length of what is
/// not shown: a space behind the `>` is part of the mark, other white space is text.
pub(super) fn mark(line: &str) -> IResult<&str, usize, ()> {
    let blank = satisfy(|c| c != '\n' && chars::is_ws(c));
    let (rest, blank) = preceded(char('>'), terminated(blank, peek(not(char(' '))))).parse(line)?;
    Ok((rest, if blank == ' ' { 2 } else { 1 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        assert_eq!(mark("> q").map(|m| m.1), Ok(2));
        assert_eq!(mark("> ").map(|m| m.1), Ok(2));
        assert_eq!(mark("> \nq").map(|m| m.1), Ok(2));
        assert_eq!(mark(">\tq").map(|m| m.1), Ok(1));
        assert_eq!(mark(">\u{A0}q").map(|m| m.1), Ok(1));
        for line in [">", ">q", ">\n", ">  q", ">\t q", "x> q", ">\u{200B}q"] {
            assert!(mark(line).is_err(), "{line:?}");
        }
    }
}
