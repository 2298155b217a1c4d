//! The units that limits of length are counted in.

use core::fmt;
use core::str::FromStr;

use unicode_segmentation::UnicodeSegmentation as _;

/// What a limit of length counts.
///
/// # Examples
///
/// ```
/// use wamark::Unit;
///
/// // A thumb with a skin tone.
/// let text = "ok 👍🏽";
/// assert_eq!(Unit::CodePoints.count(text), 5);
/// assert_eq!(Unit::Utf16.count(text), 7);
/// assert_eq!(Unit::Bytes.count(text), 11);
/// assert_eq!(Unit::Graphemes.count(text), 4);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode code points, as Meta's servers count, say those who tried.
    #[default]
    CodePoints,
    /// UTF-16 code units, as JavaScript's and Java's `length` has it.
    Utf16,
    /// Bytes of UTF-8.
    Bytes,
    /// Grapheme clusters: what a reader takes for one character.
    Graphemes,
}

impl Unit {
    /// All units.
    pub const ALL: &[Self] = &[Self::CodePoints, Self::Utf16, Self::Bytes, Self::Graphemes];

    /// The name: `code-points`, `utf16`, `bytes` or `graphemes`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CodePoints => "code-points",
            Self::Utf16 => "utf16",
            Self::Bytes => "bytes",
            Self::Graphemes => "graphemes",
        }
    }

    /// The unit in a sentence, as in "5000 of 4096 code points".
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::CodePoints => "code points",
            Self::Utf16 => "UTF-16 units",
            Self::Bytes => "bytes",
            Self::Graphemes => "graphemes",
        }
    }

    /// How many of it a text has.
    ///
    /// # Complexity
    ///
    /// Linear in the text; bytes in constant time.
    #[must_use]
    pub fn count(self, text: &str) -> usize {
        match self {
            Self::CodePoints => text.chars().count(),
            // Those of four bytes are two units.
            Self::Utf16 => text
                .bytes()
                .map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0))
                .sum(),
            Self::Bytes => text.len(),
            Self::Graphemes => text.graphemes(true).count(),
        }
    }

    /// The byte where the first `limit` of a text end, on a grapheme's boundary; `None` where the
    /// text has no more than those.
    ///
    /// # Complexity
    ///
    /// Linear in `limit`, and in the grapheme that is there.
    #[must_use]
    pub fn end_of(self, text: &str, limit: usize) -> Option<usize> {
        // No unit is more than a byte.
        if text.len() <= limit {
            return None;
        }
        let mut count = 0;
        text.grapheme_indices(true).find_map(|(start, grapheme)| {
            count += if self == Self::Graphemes { 1 } else { self.count(grapheme) };
            (count > limit).then_some(start)
        })
    }
}

/// The name.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A name that is none of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownUnit;

impl fmt::Display for UnknownUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected code-points, utf16, bytes or graphemes")
    }
}

impl core::error::Error for UnknownUnit {}

impl FromStr for Unit {
    type Err = UnknownUnit;

    fn from_str(name: &str) -> Result<Self, UnknownUnit> {
        Self::ALL.iter().copied().find(|unit| unit.as_str() == name).ok_or(UnknownUnit)
    }
}
