//! What a character is to the delimiter beside it: CommonMark's classes and flanking rules.
//!
//! Parsers do not agree on every character. Symbols (emoji among them) are punctuation since
//! CommonMark 0.31 and were not before; each language has its own idea of white space. So a class
//! says all that a character may be, and a rule is asked either of all readings (`is`) or of any
//! (`may`). A character of which nothing is known for sure costs a reference too many at most.

/// What a character may be: any of three bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class(u8);

impl Class {
    pub(super) const SPACE: Self = Self(1);
    pub(super) const PUNCTUATION: Self = Self(2);
    pub(super) const OTHER: Self = Self(4);
    pub(super) const ANY: Self = Self(7);

    #[must_use]
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it may be the other.
    pub(super) const fn may_be(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn of(c: char) -> Self {
        const NO_SPACE: Class = Class::PUNCTUATION.or(Class::OTHER);
        match c {
            ' ' | '\t' | '\n' | '\x0C' => Self::SPACE,
            '\x0B' | '\x1C'..='\x1F' => Self::SPACE.or(Self::OTHER),
            _ if c.is_ascii_punctuation() => Self::PUNCTUATION,
            _ if c.is_ascii() => Self::OTHER,
            _ if is_space_separator(c) => Self::SPACE,
            _ if may_be_trimmed(c) || matches!(c, '\u{85}' | '\u{180E}') => {
                Self::SPACE.or(NO_SPACE)
            }
            _ if is_common_punctuation(c) => Self::PUNCTUATION,
            _ if is_common_mark(c) || (c.is_alphanumeric() && !is_circled(c)) => Self::OTHER,
            _ => NO_SPACE,
        }
    }
}

/// Whether a delimiter that is not `_` opens here, whoever reads it.
pub(super) fn opens(before: Class, behind: Class) -> bool {
    let is_cut_off = behind.may_be(Class::PUNCTUATION) && before.may_be(Class::OTHER);
    !behind.may_be(Class::SPACE) && !is_cut_off
}

/// Whether a delimiter may open here for some reader.
pub(super) fn may_open(delimiter: u8, before: Class, behind: Class) -> bool {
    let apart = before.may_be(Class::SPACE.or(Class::PUNCTUATION));
    match delimiter {
        b'*' => behind.may_be(Class::OTHER) || (behind.may_be(Class::PUNCTUATION) && apart),
        b'_' => behind.may_be(Class::OTHER.or(Class::PUNCTUATION)) && apart,
        // The rule for `~` was never written down.
        _ => behind.may_be(Class::OTHER.or(Class::PUNCTUATION)),
    }
}

/// Whether it is what a parser may take off the end of a line. (Next line may be, too, but some
/// refuse references to controls.)
pub(super) fn may_be_trimmed(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{FEFF}'
}

/// Category Zs without the space.
fn is_space_separator(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// Punctuation (category P) as chats have it, which is no symbol to anyone.
fn is_common_punctuation(c: char) -> bool {
    matches!(
        c,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿'
        | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5F3}' | '\u{5F4}'
        | '\u{60C}' | '\u{61B}' | '\u{61E}' | '\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}'
        | '\u{964}' | '\u{965}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{2051}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
        | '\u{30A0}' | '\u{30FB}'
        | '\u{FF01}'..='\u{FF03}' | '\u{FF05}'..='\u{FF0A}' | '\u{FF0C}'..='\u{FF0F}'
        | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}' | '\u{FF20}' | '\u{FF3B}'..='\u{FF3D}'
        | '\u{FF3F}' | '\u{FF5B}' | '\u{FF5D}' | '\u{FF5F}'..='\u{FF65}'
    )
}

/// Marks and format characters as chats have them: neither punctuation nor symbols.
fn is_common_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{20E3}'
        | '\u{FE00}'..='\u{FE0F}'
    )
}

/// Symbols that are alphabetic, too.
fn is_circled(c: char) -> bool {
    matches!(
        c,
        '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F149}' | '\u{1F150}'..='\u{1F169}'
        | '\u{1F170}'..='\u{1F189}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What every parser takes a character for, by its category.
    #[test]
    fn a_class_has_all_that_the_specifications_say() {
        let class = |pattern: &str| regex::Regex::new(pattern).unwrap();
        let (space, punctuation) = (class(r"^[\t\n\f\r\p{Zs}]$"), class(r"^[\p{P}[:punct:]]$"));
        let (white, symbol) = (class(r"^[\s\x1C-\x1F\x{FEFF}\x{180E}]$"), class(r"^\p{S}$"));
        let mut buffer = [0; 4];
        for c in '\0'..=char::MAX {
            let text = &*c.encode_utf8(&mut buffer);
            let of = Class::of(c);
            let sure = [Class::SPACE, Class::PUNCTUATION, Class::OTHER].contains(&of);
            let must = if space.is_match(text) || c == '\r' {
                Class::SPACE
            } else if white.is_match(text) {
                Class::SPACE.or(Class::OTHER)
            } else if punctuation.is_match(text) {
                Class::PUNCTUATION
            } else if symbol.is_match(text) {
                Class::PUNCTUATION.or(Class::OTHER)
            } else {
                Class::OTHER
            };
            // Carriage returns are gone before a document is made.
            if c != '\r' {
                assert_eq!(of.or(must), of, "U+{:04X}", c as u32);
            }
            assert!(c.len_utf8() > 2 || !c.is_alphanumeric() || sure, "U+{:04X}", c as u32);
        }
    }

    /// The rules as CommonMark has them, for all that the neighbours can be.
    #[test]
    fn what_all_readers_say_and_what_any_may_say() {
        let all =
            |class: Class| (0..3).map(|bit| Class(1 << bit)).filter(move |c| class.may_be(*c));
        let left = |before: Class, behind: Class| {
            behind != Class::SPACE && (behind != Class::PUNCTUATION || before != Class::OTHER)
        };
        for (before, behind) in (1..8).flat_map(|x| (1..8).map(move |y| (Class(x), Class(y)))) {
            let mut pairs = all(before).flat_map(|x| all(behind).map(move |y| (x, y)));
            assert_eq!(opens(before, behind), pairs.clone().all(|(x, y)| left(x, y)));
            assert_eq!(may_open(b'*', before, behind), pairs.clone().any(|(x, y)| left(x, y)));
            // `_`: and not right-flanking, or behind punctuation.
            let underscore = |(x, y)| left(x, y) && (!left(y, x) || x == Class::PUNCTUATION);
            assert_eq!(may_open(b'_', before, behind), pairs.any(underscore));
        }
    }
}
