//! Phone numbers, by E.164's syntax: a country code, at most 15 digits in all. Whether there is such a
//! number is not asked.

use std::fmt;
use std::str::FromStr;
use std::string::String;

use serde::{Deserialize, Serialize};

use super::Fault;

/// A phone number with its country code: `+16503334444` or `16503334444`, whichever was given.
///
/// What people put between digits (spaces, dashes, brackets) is removed, and the prefix `00` becomes
/// `+`. A number with a national zero is refused: which country's it is, or whether the zero of
/// `+49 (0)30 …` belongs to it, cannot be known.
///
/// # Examples
///
/// ```
/// use wamark::close::Phone;
///
/// let read = |text: &str| text.parse::<Phone>().map(|phone| phone.to_string());
/// assert_eq!(read("+1 (650) 333-4444").unwrap(), "+16503334444");
/// assert_eq!(read("0016503334444").unwrap(), "+16503334444");
/// assert_eq!(read("16503334444").unwrap(), "16503334444");
/// assert_eq!(
///     read("030 123456").unwrap_err().to_string(),
///     "wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, \
///      found `030 123456`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// The number: digits, with a `+` before them if it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits alone, as WhatsApp names its accounts: two numbers are one if these are equal.
    #[must_use]
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }
}

impl FromStr for Phone {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        const WANTED: &str = "a phone number with its country code, 7 to 15 digits of which the \
                              first is no 0";
        normal(text).map(Self).ok_or_else(|| Fault::form(WANTED, text))
    }
}

/// The number without what stands between its digits.
fn normal(text: &str) -> Option<String> {
    if text.contains("(0)") || text.contains("[0]") {
        return None;
    }
    let bare: String = text.chars().filter(|&c| !is_between(c)).collect();
    let (plus, digits) = match bare.strip_prefix('+').or_else(|| bare.strip_prefix("00")) {
        Some(digits) => ("+", digits),
        None => ("", bare.as_str()),
    };
    let fits = (7..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    fits.then(|| [plus, digits].concat())
}

/// Spaces of all widths, dashes of all lengths, brackets; and the marks of direction that a number
/// has when it is copied from a list of contacts.
fn is_between(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '(' | ')' | '[' | ']'
            | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    ) || c.is_whitespace()
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for Phone {
    type Error = Fault;

    fn try_from(text: String) -> Result<Self, Fault> {
        text.parse()
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}
