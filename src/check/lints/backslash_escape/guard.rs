//! What keeps a character from formatting whose backslash is taken out (W5, W6).

use alloc::string::String;

use crate::chars::java::is_letter_or_digit;
use crate::chars::{is_bound, is_white_space};

/// Keeps a marker behind it from opening, and a line from being an item or a quote.
const JOINER: char = '\u{34F}';
/// Keeps a marker behind it from closing, and one before it from opening.
const HAIR_SPACE: char = '\u{200A}';

/// Where the markers of a line stand that could pair with one that was escaped.
#[derive(Debug, Default)]
pub(super) struct LineMarkers {
    /// The first one of each that is not escaped.
    first: [Option<usize>; 4],
    last: [usize; 4],
}

fn kind(byte: u8) -> Option<usize> {
    b"*_~`".iter().position(|marker| *marker == byte)
}

impl LineMarkers {
    pub(super) fn new(line: &str) -> Self {
        let mut markers = Self::default();
        let mut escaped = false;
        for (at, byte) in line.bytes().enumerate() {
            if let Some(kind) = kind(byte) {
                markers.last[kind] = at;
                if !escaped {
                    markers.first[kind].get_or_insert(at);
                }
            }
            escaped = byte == b'\\' && !escaped;
        }
        markers
    }
}

/// Whether the character behind the backslash at `at` would begin a title, an item or a quote of
/// Markdown.
pub(super) fn begins_a_line(line: &str, at: usize) -> bool {
    let before = &line[..at];
    match line.as_bytes().get(at + 1) {
        Some(b'#') => before.trim_ascii().is_empty(),
        Some(b'-' | b'+' | b'>') => {
            before.trim_ascii().is_empty() && line.as_bytes().get(at + 2) == Some(&b' ')
        }
        Some(b'.') => {
            let number = before.trim_ascii_start();
            (1..=9).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

/// The character behind the backslash at `at`, with what keeps it literal.
pub(super) fn guarded(line: &str, at: usize, markers: &LineMarkers) -> String {
    let mut guarded = String::new();
    let Some(c) = line[at + 1..].chars().next() else { return guarded };
    let before = line[..at].chars().next_back();
    let behind = line[at + 1 + c.len_utf8()..].chars().next();
    let spaced = behind.is_none_or(is_white_space);
    if let Some(kind) = u8::try_from(c).ok().and_then(kind) {
        let later = markers.last[kind] > at + 1;
        let earlier = markers.first[kind].is_some_and(|first| first < at);
        let opens = !spaced && before.is_none_or(is_bound) && later;
        let item = c == '*' && spaced && line[..at].trim_ascii().is_empty();
        let closes = earlier
            && !before.is_none_or(is_white_space)
            && !behind.is_some_and(is_letter_or_digit);
        match (closes, opens || item || c == '`' && before == Some('`')) {
            (true, true) => guarded.extend([HAIR_SPACE, c, HAIR_SPACE]),
            (true, false) => guarded.extend([HAIR_SPACE, c]),
            (false, true) => guarded.extend([JOINER, c]),
            (false, false) => guarded.push(c),
        }
    } else {
        // `+ a` is text to WhatsApp, and so is `#sale`.
        let title = c == '#' && matches!(behind, Some(' ' | '#'));
        if matches!(c, '-' | '>' | '.') && spaced || title {
            guarded.push(JOINER);
        }
        guarded.push(c);
    }
    guarded
}
