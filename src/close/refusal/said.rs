//! What a body of an error says, whatever shape it has.

use std::fmt;
use std::format;
use std::string::{String, ToString};
use std::vec;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::FieldError;
use crate::close::fault::escape;

/// The keys under which Close says what is wrong.
const KEYS: [&str; 3] = ["errors", "error", "field-errors"];

/// What is wrong with a call, and with its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) errors: Vec<String>,
    pub(crate) fields: Vec<FieldError>,
}

impl Said {
    /// What a body says.
    pub(crate) fn new(body: &[u8]) -> Self {
        let mut said = Self::default();
        match serde_json::from_slice(body) {
            Ok(Value::Object(mut map)) => said.take(&mut map),
            Ok(value) => said.errors.extend(flatten(value).into_iter().map(|error| error.message)),
            Err(_) => {
                let text = String::from_utf8_lossy(body);
                let text = Some(text.trim()).filter(|text| !text.is_empty());
                said.errors.extend(text.map(String::from));
            }
        }
        said
    }

    /// What an object says that has any of the keys.
    pub(crate) fn of(mut map: Map<String, Value>) -> Option<Self> {
        let mut said = Self::default();
        KEYS.iter().any(|key| map.contains_key(*key)).then(|| said.take(&mut map))?;
        Some(said)
    }

    fn take(&mut self, map: &mut Map<String, Value>) {
        let values = KEYS.map(|key| map.remove(key));
        for FieldError { field, message } in values.into_iter().flatten().flat_map(flatten) {
            if field.is_empty() {
                self.errors.push(message);
            } else {
                self.fields.push(FieldError { field, message });
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors.iter().all(String::is_empty) && self.fields.is_empty()
    }
}

/// On one line, cut short.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 500;
        let fields = self.fields.iter().map(|error| format!("{}: {}", error.field, error.message));
        let said: Vec<String> = self.errors.iter().cloned().chain(fields).collect();
        let said = said.join("; ");
        match said.char_indices().nth(SHOWN) {
            Some((end, _)) => write!(f, "{}…", escape(&said[..end])),
            None => f.write_str(&escape(&said)),
        }
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
