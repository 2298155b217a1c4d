//! Markers of Markdown that stand in twos and threes: `**x**`, `***x***`, `__x__`, `~~x~~`.
//!
//! They open and close as CommonMark has it, and are held against what people type: `2**3`,
//! `f**k`, `**** 1234`, `***.456.789-**`, `__init__`, `(**kwargs)` are none.

use crate::chars;

use super::Sign;

/// The pairs of one line that are looked for.
#[derive(Debug, Default)]
pub(super) struct Delimiters {
    /// Where the content of the last opener of each kind begins.
    open: [Option<usize>; KINDS],
}

const KINDS: usize = 4;

/// The kinds: the marker, how many of them, and what the pair is a sign of.
const SIGNS: [(u8, usize, Sign); KINDS] = [
    (b'*', 2, Sign::DoubleAsterisk),
    (b'*', 3, Sign::TripleAsterisk),
    (b'_', 2, Sign::DoubleUnderscore),
    (b'~', 2, Sign::DoubleTilde),
];

/// A pair that was found.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) sign: Sign,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Delimiters {
    /// Takes the run of markers at `start..end` of the line `from..to`, the text between `from` and
    /// `start` having been gone through.
    pub(super) fn run(&mut self, source: &str, start: usize, end: usize) -> Option<Pair> {
        let marker = source.as_bytes()[start];
        let kind = SIGNS.iter().position(|kind| (kind.0, kind.1) == (marker, end - start))?;
        let (before, behind) = (source[..start].chars().next_back(), source[end..].chars().next());
        if [before, behind].iter().flatten().any(|c| matches!(c, '\u{34F}' | '\u{200A}')) {
            // WhatsApp's: somebody took care that this is none.
            return None;
        }
        // Tildes also draw words out, in scripts that have no spaces between them, too.
        let in_word = is_word(before) && is_word(behind);
        if in_word && (marker != b'*' || !is_unspaced(before) && !is_unspaced(behind)) {
            return None;
        }
        let closes = !is_space(before) && (!is_punctuation(before) || !is_word(behind));
        let opens = !is_space(behind) && (!is_punctuation(behind) || !is_word(before));
        if closes
            && let Some(content) = self.open[kind].take()
            && is_content(&source[content..start], marker)
        {
            return Some(Pair { sign: SIGNS[kind].2, start: content - (end - start), end });
        }
        if opens {
            self.open[kind] = Some(end);
        }
        None
    }
}

/// Whether what stands between two runs of a marker is something that is emphasised: no mask, and
/// no name of Python's.
fn is_content(content: &str, marker: u8) -> bool {
    let masks = content.starts_with(['.', ',', ':', ';', ')', '/'])
        || content.starts_with('-') && content.ends_with('-');
    let is_name = || {
        content.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'0'..=b'9'))
    };
    says_something(content)
        && (!masks || content.contains(char::is_alphabetic))
        && (marker != b'_' || !is_name())
}

/// Whether there is anything but ASCII punctuation in a text.
pub(super) fn says_something(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

/// Whether a character is neither white space nor punctuation; ends of the text are white space.
fn is_word(c: Option<char>) -> bool {
    !is_space(c) && !is_punctuation(c)
}

fn is_space(c: Option<char>) -> bool {
    c.is_none_or(chars::is_white_space)
}

fn is_punctuation(c: Option<char>) -> bool {
    c.is_some_and(|c| chars::is_bound(c) && !chars::is_white_space(c))
}

/// Whether a character is of a script that has no spaces between words, or puts endings directly
/// behind a word.
fn is_unspaced(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        matches!(c,
            // Thai and Lao, Myanmar, Hangul, Khmer.
            '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
            // Kana and ideographs, Hangul, full-width forms, ideographs of the second plane.
            | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FF10}'..='\u{FFDC}' | '\u{20000}'..='\u{3FFFF}')
    })
}
