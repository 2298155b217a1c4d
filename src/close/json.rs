//! JSON of our own types, and what is wrong with that of others.

use std::string::{String, ToString as _};

use serde::Serialize;

/// The JSON of a value whose keys are texts and whose own code does not fail.
pub(crate) fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What is wrong with a text or a value, without the text that stands there: it may be a message, and
/// as long as one likes.
pub(crate) fn reason(error: &serde_json::Error) -> String {
    let mut reason = error.to_string();
    let (start, end) = (reason.find(": string \""), reason.rfind("\", expected "));
    if let Some((start, end)) = start.zip(end) {
        let start = start + ": string".len();
        if start <= end {
            reason.replace_range(start..=end, "");
        }
    }
    reason
}
