//! Inline code: R30–R36. As emphasis, but no backtick may follow the opener (R32).

use super::emphasis;
pub(super) use super::emphasis::closes;

/// R31, R32: whether the backtick at `at` can open.
#[inline]
pub(super) fn opens(text: &str, at: usize) -> bool {
    text.as_bytes().get(at + 1) != Some(&b'`') && emphasis::opens(text, at, at + 1)
}
