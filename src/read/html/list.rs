//! Lists, and the marks of their items.

use alloc::string::String;
use core::fmt::Write as _;

use super::effect::Mark;

/// How far items of one list can be moved to the right.
const LEVELS: usize = 9;

/// What an item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemMark {
    Bullet,
    Number(i64),
    Letter { number: i64, upper: bool },
    Roman { number: i64, upper: bool },
}

impl ItemMark {
    /// That of Word, which has it as text: `·`, `1.`, `a)`.
    pub(super) fn of_text(text: &str) -> Self {
        let sign = text.trim_matches(|c: char| !c.is_alphanumeric());
        let mut letters = sign.chars();
        match (letters.next(), letters.next()) {
            _ if sign.parse::<u16>().is_ok() => Self::Number(sign.parse().unwrap_or_default()),
            // The bullet of the second level is a letter.
            (Some(letter), None)
                if letter.is_ascii_alphabetic() && sign.len() < text.trim().len() =>
            {
                let number = i64::from(letter.to_ascii_lowercase() as u32 - 'a' as u32) + 1;
                Self::Letter { number, upper: letter.is_ascii_uppercase() }
            }
            _ => Self::Bullet,
        }
    }

    /// Appends a mark that is text.
    pub(super) fn push(self, out: &mut String) {
        match self {
            Self::Bullet => out.push('◦'),
            Self::Letter { number: number @ 1.., upper } => push_letters(out, number, upper),
            Self::Roman { number: number @ 1..4000, upper } => push_roman(out, number, upper),
            Self::Number(number) | Self::Letter { number, .. } | Self::Roman { number, .. } => {
                // Writing to a string cannot fail.
                let _ = write!(out, "{number}");
            }
        }
        out.push_str(if self == Self::Bullet { " " } else { ". " });
    }
}

/// 1 is `a`, 27 is `aa`.
fn push_letters(out: &mut String, mut number: i64, upper: bool) {
    let mut letters = [0; 16];
    let mut start = letters.len();
    while number > 0 && start > 0 {
        number -= 1;
        start -= 1;
        let first = if upper { b'A' } else { b'a' };
        letters[start] = first + u8::try_from(number % 26).unwrap_or_default();
        number /= 26;
    }
    out.extend(letters[start..].iter().map(|letter| char::from(*letter)));
}

fn push_roman(out: &mut String, mut number: i64, upper: bool) {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let start = out.len();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    if upper {
        out[start..].make_ascii_uppercase();
    }
}

/// A list that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    mark: Mark,
    /// The number of the next item, for each distance to the right.
    next: [i64; LEVELS],
    first: i64,
    /// How far all of its items are moved to the right.
    pub(super) level: usize,
    /// How many levels of items it stands in.
    around: usize,
}

impl List {
    pub(super) fn new(mark: Mark, first: i64, level: usize, around: usize) -> Self {
        let mut next = [1; LEVELS];
        next[0] = first;
        Self { mark, next, first, level: level.min(LEVELS), around }
    }

    /// How far a list is moved to the right that stands directly in this one, not in an item.
    pub(super) fn inner_level(&self, around: usize) -> usize {
        if around == self.around { self.level + 1 } else { 0 }
    }

    /// What its next item begins with, as far as that one does not say otherwise.
    pub(super) fn item(
        &mut self,
        mark: Option<Mark>,
        value: Option<i64>,
        level: u8,
    ) -> Option<ItemMark> {
        let level = usize::from(level).min(LEVELS - 1);
        let mark = mark.unwrap_or(self.mark);
        for (deeper, next) in self.next.iter_mut().enumerate().skip(level + 1) {
            *next = if deeper == 0 { self.first } else { 1 };
        }
        if matches!(mark, Mark::Bullet | Mark::Nothing) {
            return (mark == Mark::Bullet).then_some(ItemMark::Bullet);
        }
        let number = value.unwrap_or(self.next[level]);
        self.next[level] = number.saturating_add(1);
        Some(match mark {
            Mark::Letter { upper } => ItemMark::Letter { number, upper },
            Mark::Roman { upper } => ItemMark::Roman { number, upper },
            _ => ItemMark::Number(number),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(mark: ItemMark) -> String {
        let mut out = String::new();
        mark.push(&mut out);
        out
    }

    #[test]
    fn marks_are_written() {
        assert_eq!(text(ItemMark::Bullet), "◦ ");
        assert_eq!(text(ItemMark::Number(-3)), "-3. ");
        let letter = |number| text(ItemMark::Letter { number, upper: false });
        assert_eq!([1, 26, 27, 703, 0].map(letter), ["a. ", "z. ", "aa. ", "aaa. ", "0. "]);
        assert_eq!(letter(i64::MAX), "crpxnlskvljfhg. ");
        let roman = |number| text(ItemMark::Roman { number, upper: true });
        assert_eq!([4, 1999, 4000].map(roman), ["IV. ", "MCMXCIX. ", "4000. "]);
    }

    #[test]
    fn marks_of_word_are_read() {
        assert_eq!(ItemMark::of_text("·\u{A0}\u{A0} "), ItemMark::Bullet);
        assert_eq!(ItemMark::of_text("o\u{A0} "), ItemMark::Bullet);
        assert_eq!(ItemMark::of_text("12.\u{A0}"), ItemMark::Number(12));
        assert_eq!(ItemMark::of_text("(3)"), ItemMark::Number(3));
        assert_eq!(ItemMark::of_text("b)"), ItemMark::Letter { number: 2, upper: false });
        assert_eq!(ItemMark::of_text("99999999999"), ItemMark::Bullet);
    }

    #[test]
    fn numbers_are_counted_for_each_level() {
        let mut list = List::new(Mark::Number, 5, 0, 0);
        let mut item = |level| list.item(None, None, level);
        let number = |number| Some(ItemMark::Number(number));
        assert_eq!([0, 1, 1, 0, 1].map(&mut item), [5, 1, 2, 6, 1].map(number));
        assert_eq!(list.item(Some(Mark::Bullet), None, 0), Some(ItemMark::Bullet));
        assert_eq!(list.item(None, Some(10), 0), number(10));
        assert_eq!(list.item(None, None, 0), number(11));
    }
}
