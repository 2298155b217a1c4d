//! JSON of our own types.

use std::string::String;

use serde::Serialize;

/// The JSON of a value whose keys are texts and whose own code does not fail.
pub(crate) fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
