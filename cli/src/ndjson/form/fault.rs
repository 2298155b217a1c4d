//! Says of a line that has the wrong form what was expected and what was found.
//!
//! This is the slow way: it looks at the line once more, to name the kind of a value that is
//! JSON but not the right kind, and the place of an error that makes it no JSON at all.

use serde::de::IgnoredAny;
use serde_json::Error;

use super::{WHITE_SPACE, trim};
use crate::error::Fault;

/// What is wrong with a line.
#[derive(Debug)]
pub(crate) enum LineFault {
    /// The message is over the limit.
    TooLong,
    /// The line has another form; the column counts bytes from 1.
    Form { column: Option<usize>, expected: String, found: String },
}

impl LineFault {
    /// The column, where there is one, and the fault.
    pub(crate) fn into_parts(self) -> (Option<usize>, Fault) {
        match self {
            Self::TooLong => (None, Fault::TooLong { what: "message" }),
            Self::Form { column, expected, found } => (column, Fault::Json { expected, found }),
        }
    }
}

/// The line is no JSON string.
pub(super) fn message(line: &str, error: &Error) -> LineFault {
    value(line, line, "a JSON string", "a string", error)
}

/// `json`, which is the line without white space around it, is no JSON object.
pub(super) fn object(line: &str, json: &str, error: &Error) -> LineFault {
    value(line, json, "a JSON object", "an object", error)
}

/// The object has no such key.
pub(super) fn no_field(field: &str) -> LineFault {
    LineFault::Form {
        column: None,
        expected: format!("an object with the key {field:?}"),
        found: "no such key".into(),
    }
}

/// `json`, which is the value of the field, is no string.
pub(super) fn field(line: &str, field: &str, json: &str, error: &Error) -> LineFault {
    value(line, json, &format!("a string for the key {field:?}"), "a string", error)
}

/// `json`, a piece of `line`, was read as `expected`, of the kind `kind`, and gave `error`.
fn value(line: &str, json: &str, expected: &str, kind: &str, error: &Error) -> LineFault {
    let start = json.as_ptr().addr() - line.as_ptr().addr();
    let blank = json.len() - json.trim_start_matches(WHITE_SPACE).len();
    let kind_found = kind_of(&json[blank..]);
    let (column, found) = match serde_json::from_str::<IgnoredAny>(json) {
        _ if line.trim_end_matches('\r').is_empty() => (None, "an empty line".into()),
        _ if trim(json).is_empty() => (None, "a blank line".into()),
        Err(error) => (Some(start + error.column()), invalid(&error)),
        Ok(_) if kind_found == kind => (Some(start + error.column()), invalid(error)),
        Ok(_) => (Some(start + blank + 1), kind_found.into()),
    };
    LineFault::Form { column, expected: expected.into(), found }
}

/// What kind of value it is, of `json` that is JSON and begins with it.
fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'"') => "a string",
        Some(b't' | b'f') => "a boolean",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// The message without the place, which is said elsewhere.
fn invalid(error: &Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    format!("invalid JSON ({})", message.strip_suffix(&place).unwrap_or(&message))
}
