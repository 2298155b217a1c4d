//! Pages without the heads of their answers. A refusal has no status then, but keys of its own.

use std::fmt;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value};

use super::Page;
use crate::close::Activity;
use crate::close::refusal::Said;

/// Why a text is no page. No message text is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageError {
    /// The line on which the page begins, or the JSON ends to be JSON. Lines count from 1.
    pub line: usize,
    /// What is wrong, with the field if it is in one.
    pub reason: String,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for PageError {}

/// Reads one value after the other.
pub(super) fn read(bodies: &[u8]) -> Result<Vec<Page>, PageError> {
    let (mut pages, mut line, mut counted) = (Vec::new(), 1, 0);
    let mut values = serde_json::Deserializer::from_slice(bodies).into_iter::<Value>();
    loop {
        let end = values.byte_offset();
        let start =
            end + bodies[end..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        line += memchr::memchr_iter(b'\n', &bodies[counted..start]).count();
        counted = start;
        match values.next() {
            None if pages.is_empty() => {
                return Err(PageError { line, reason: "wanted a page, found nothing".to_string() });
            }
            None => return Ok(pages),
            Some(Ok(value)) => {
                pages.push(page(value).map_err(|reason| PageError { line, reason })?);
            }
            Some(Err(error)) => {
                return Err(PageError { line: error.line(), reason: no_json(&error) });
            }
        }
    }
}

fn page(value: Value) -> Result<Page, String> {
    let Value::Object(mut rest) = value else {
        let found = kind(&value);
        return Err(format!("wanted a page, an object with `data` and `has_more`, found {found}"));
    };
    let data = match rest.remove("data") {
        Some(Value::Array(data)) => data,
        found => return Err(no_data(found.as_ref(), rest)),
    };
    let has_more = match rest.remove("has_more") {
        Some(Value::Bool(has_more)) => has_more,
        found => {
            let found = found.as_ref().map_or("nothing", kind);
            return Err(format!("has_more: wanted true or false, found {found}"));
        }
    };
    let data = data.into_iter().enumerate().map(|(at, message)| {
        let kind = kind(&message);
        let object = serde_json::from_value::<Activity>(message);
        object.map_err(|_| format!("data[{at}]: wanted a message, an object, found {kind}"))
    });
    Ok(Page { data: data.collect::<Result<_, _>>()?, has_more, rest })
}

/// Why there are no messages: mostly as Close refused.
fn no_data(found: Option<&Value>, rest: Map<String, Value>) -> String {
    match Said::of(rest) {
        Some(said) if said.is_empty() => "wanted a page, found a refusal".to_string(),
        Some(said) => format!("wanted a page, found a refusal: {said}"),
        None => {
            let found = found.map_or("nothing", kind);
            format!("data: wanted messages, an array, found {found}")
        }
    }
}

/// What is no JSON, and where on its line.
fn no_json(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    format!("wanted JSON, found none at column {} ({message})", error.column())
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
