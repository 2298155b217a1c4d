//! The numbers of parts, ` (2/3)`.
//!
//! How many digits the last number has is known only when all parts are there. It is guessed from
//! the length of the text, and where that was too few, all is split again with room for more: the
//! number of digits only grows, so that is soon over.

use core::fmt::Write as _;

use super::Part;

/// What stands in a part for its number while it is proven; digits are all alike to the clients.
pub(super) const SAMPLE: &str = "(1/9)";

pub(super) struct Numbers {
    on: bool,
    limit: usize,
    /// How many digits the last number has, as far as is known.
    digits: usize,
}

impl Numbers {
    pub(super) fn new(on: bool, limit: usize, length: usize) -> Self {
        let mut numbers = Self { on, limit, digits: digits(length.div_ceil(limit)) };
        numbers.check_room();
        numbers
    }

    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    /// How much a part of that number needs, at most: ` (2/3)`.
    pub(super) fn room(&self, number: usize) -> usize {
        // A part of a number with more digits than there is room for is split again anyway.
        if self.on { " (/)".len() + digits(number).min(self.digits) + self.digits } else { 0 }
    }

    /// No numbers where there is no room for the longest and any character, in any unit.
    fn check_room(&mut self) {
        self.on &= " (/)".len() + 2 * self.digits + char::MAX.len_utf8() <= self.limit;
    }

    /// Whether there was enough room for so many parts.
    pub(super) fn suit(&mut self, parts: usize) -> bool {
        let needed = digits(parts);
        if !self.on || needed <= self.digits {
            return true;
        }
        self.digits = needed;
        self.check_room();
        false
    }

    /// Writes the numbers, each behind what separated it from the part when that was proven.
    pub(super) fn write(&self, parts: &mut [Part], separators: &[char]) {
        let count = parts.len();
        if !self.on || count < 2 {
            return;
        }
        for (index, (part, separator)) in parts.iter_mut().zip(separators).enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(part.text, "{separator}({}/{count})", index + 1);
        }
    }
}

/// What stands between a text and its number: a line feed behind a monospace block.
pub(super) fn separator(text: &str) -> char {
    let fence_alone = text.strip_suffix("```").is_some_and(|before| before.ends_with('\n'));
    if fence_alone { '\n' } else { ' ' }
}

fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn room_grows_with_the_digits() {
        let mut numbers = Numbers::new(true, 100, 900);
        assert_eq!(numbers.room(1), " (1/9)".len());
        assert!(numbers.suit(9));
        assert!(!numbers.suit(10));
        assert_eq!(numbers.room(1), " (1/10)".len());
        assert_eq!(numbers.room(10), " (10/10)".len());
        assert!(numbers.suit(99));
    }

    #[test]
    fn without_room_there_are_none() {
        let mut numbers = Numbers::new(true, 11, 33);
        assert!(numbers.is_on());
        assert!(!numbers.suit(10));
        assert!(!numbers.is_on());
        assert_eq!(numbers.room(5), 0);
        assert!(!Numbers::new(true, 9, 21).is_on());
        // ` (1/2)` and a character of four bytes.
        assert!(Numbers::new(true, 10, 20).is_on());
    }
}
