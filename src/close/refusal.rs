//! Errors of Close, in all the shapes that it has for them. They have no schema, so anything is taken,
//! and the body is kept.

use std::fmt;
use std::format;
use std::string::{String, ToString};
use std::time::Duration;
use std::vec;
use std::vec::Vec;

use http::StatusCode;
use serde_json::Value;

use super::fault::escape;

/// What Close says of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field by Close's name; one of a list is `attachments[0].url`.
    pub field: String,
    /// What is said.
    pub message: String,
}

/// A call that Close refused.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    status: StatusCode,
    errors: Vec<String>,
    fields: Vec<FieldError>,
    wait: Option<Duration>,
    body: Vec<u8>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, body: &[u8], wait: Option<Duration>) -> Self {
        let (mut errors, mut fields) = (Vec::new(), Vec::new());
        match serde_json::from_slice(body) {
            Ok(Value::Object(mut map)) => {
                let said = ["errors", "error", "field-errors"].map(|key| map.remove(key));
                for FieldError { field, message } in said.into_iter().flatten().flat_map(flatten) {
                    if field.is_empty() {
                        errors.push(message);
                    } else {
                        fields.push(FieldError { field, message });
                    }
                }
            }
            Ok(value) => errors.extend(flatten(value).into_iter().map(|error| error.message)),
            Err(_) => {
                let text = String::from_utf8_lossy(body);
                errors.extend(Some(text.trim()).filter(|text| !text.is_empty()).map(String::from));
            }
        }
        Self { status, errors, fields, wait, body: body.to_vec() }
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// What is wrong with the call as a whole.
    #[must_use]
    pub fn errors(&self) -> &[String] {
        &self.errors
    }

    /// What is wrong with fields.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        &self.fields
    }

    /// How long to wait before the call is made again, if it was one too many.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        self.wait
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

/// The most texts that are taken from a body, the most values of a list, and the most bytes of a path
/// that is still made longer: a hostile body must not grow. The body itself has all.
const MOST: usize = 1000;
const LONGEST: usize = 200;

/// The texts in a value, each with the path to it.
fn flatten(value: Value) -> Vec<FieldError> {
    let mut said = Vec::new();
    let mut todo = vec![(String::new(), value)];
    while let Some((field, value)) = todo.pop() {
        match value {
            _ if said.len() == MOST => break,
            Value::Null => {}
            Value::String(message) => said.push(FieldError { field, message }),
            Value::Array(list) => {
                let from = todo.len();
                for (at, one) in list.into_iter().enumerate().take(MOST) {
                    let is_text = one.is_string();
                    let index = if is_text { String::new() } else { format!("[{at}]") };
                    todo.push((join(&field, "", &index), one));
                }
                todo[from..].reverse();
            }
            Value::Object(map) => {
                let from = todo.len();
                for (key, one) in map.into_iter().take(MOST) {
                    let path = match key.as_str() {
                        "errors" | "field-errors" => field.clone(),
                        // A list whose places are keys: only those that something is said of.
                        index if !field.is_empty() && index.bytes().all(|b| b.is_ascii_digit()) => {
                            join(&field, "", &format!("[{index}]"))
                        }
                        key if field.is_empty() => join("", "", key),
                        key => join(&field, ".", key),
                    };
                    todo.push((path, one));
                }
                todo[from..].reverse();
            }
            other => said.push(FieldError { field, message: other.to_string() }),
        }
    }
    said
}

/// A path with one more step, which is cut where the path would be too long.
fn join(path: &str, dot: &str, step: &str) -> String {
    let left = LONGEST.saturating_sub(path.len());
    let end = (0..=step.len().min(left)).rev().find(|end| step.is_char_boundary(*end));
    [path, dot, &step[..end.unwrap_or(0)]].concat()
}

/// The status and what was said, cut short.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 500;
        let fields = self.fields.iter().map(|error| format!("{}: {}", error.field, error.message));
        let said: Vec<String> = self.errors.iter().cloned().chain(fields).collect();
        let said = said.join("; ");
        write!(f, "{}", self.status)?;
        match said.char_indices().nth(SHOWN) {
            _ if said.is_empty() => {}
            Some((end, _)) => write!(f, ": {}…", escape(&said[..end]))?,
            None => write!(f, ": {}", escape(&said))?,
        }
        match self.wait {
            Some(wait) => write!(f, " (wait {} s)", wait.as_secs_f64()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refusal {}

/// Without the body.
impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refusal")
            .field("status", &self.status)
            .field("errors", &self.errors)
            .field("fields", &self.fields)
            .field("wait", &self.wait)
            .field("body", &format!("{} bytes", self.body.len()))
            .finish()
    }
}
