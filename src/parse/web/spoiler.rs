//! Spoilers `||x||`: R91. Text unless the option is on; then the rule of emphasis with a marker
//! of two characters.

pub(super) use super::emphasis::{closes, opens};

/// The length of the marker.
pub(super) const MARKER: usize = 2;

/// Whether there is a marker at `at`.
pub(super) fn is_marker(text: &str, at: usize) -> bool {
    text[at..].starts_with("||")
}
