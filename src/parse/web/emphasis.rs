//! Bold `*`, italic `_`, strikethrough `~`: R10–R24, one rule for three markers.
//!
//! R16 asks for the first opener with any closer behind it on its line, paired with the earliest
//! one. Whether a character opens or closes depends on its neighbours alone, so one slot per
//! marker, emptied at each line feed (R15), finds the same pairs in one pass: an opener whose
//! closer never comes has no closer behind it, and then no later opener of the line has one.

use crate::chars::{self, BOUND, WS};

/// R11, R13: whether a marker from `at` to `end` can open.
#[inline(always)]
pub(super) fn opens(text: &str, at: usize, end: usize) -> bool {
    chars::before(text, at) & BOUND != 0 && chars::behind(text, end) & WS == 0
}

/// R12, R13: whether a marker from `at` to `end` can close.
#[inline(always)]
pub(super) fn closes(text: &str, at: usize, end: usize) -> bool {
    chars::before(text, at) & WS == 0 && chars::behind(text, end) & BOUND != 0
}

/// R23: `*` with U+20E3 behind it, U+FE0F between or not, is the keycap emoji.
#[inline]
pub(super) fn is_keycap(bytes: &[u8], at: usize) -> bool {
    const KEYCAP: &[u8] = "\u{20E3}".as_bytes();
    const EMOJI_STYLE: &[u8] = "\u{FE0F}".as_bytes();
    let rest = &bytes[at + 1..];
    bytes[at] == b'*'
        && matches!(rest.first(), Some(0xE2 | 0xEF))
        && rest.strip_prefix(EMOJI_STYLE).unwrap_or(rest).starts_with(KEYCAP)
}
