//! What is wrong with a payload, and where.

use alloc::string::String;
use core::fmt;

/// What is wrong with a payload of the Cloud API, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloudError {
    /// The path to what is wrong: `entry[0].changes[0].value.messages[2].timestamp`; empty for the
    /// payload as a whole.
    pub place: String,
    /// What is wrong there.
    pub reason: String,
}

impl CloudError {
    pub(super) fn new(place: &str, reason: impl Into<String>) -> Self {
        Self { place: place.into(), reason: reason.into() }
    }
}

impl fmt::Display for CloudError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.place.is_empty() { "the payload" } else { &self.place };
        write!(f, "{place}: {}", self.reason)
    }
}

impl core::error::Error for CloudError {}

/// The beginning of a text that is to be shown: what was sent may be long.
pub(super) fn shortened(text: &str) -> &str {
    text.char_indices().nth(40).map_or(text, |(end, _)| &text[..end])
}
