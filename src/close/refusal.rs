//! Errors of Close, in all the shapes that it has for them. They have no schema, so anything is taken,
//! and the body is kept.

mod said;

use std::fmt;
use std::format;
use std::string::String;
use std::time::Duration;
use std::vec::Vec;

use http::StatusCode;

pub(crate) use said::Said;

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
    said: Said,
    wait: Option<Duration>,
    body: Vec<u8>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, body: &[u8], wait: Option<Duration>) -> Self {
        Self { status, said: Said::new(body), wait, body: body.to_vec() }
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// What is wrong with the call as a whole.
    #[must_use]
    pub fn errors(&self) -> &[String] {
        &self.said.errors
    }

    /// What is wrong with fields.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        &self.said.fields
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

/// The status and what was said, cut short.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        if !self.said.is_empty() {
            write!(f, ": {}", self.said)?;
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
            .field("errors", &self.said.errors)
            .field("fields", &self.said.fields)
            .field("wait", &self.wait)
            .field("body", &format!("{} bytes", self.body.len()))
            .finish()
    }
}
