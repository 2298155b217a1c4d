//! Answers: what came back where it was meant to, and what is known where it did not.

use std::fmt;
use std::format;
use std::string::String;
use std::vec::Vec;

use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{RateLimit, Refusal, json};

/// An answer with a status of success.
pub(crate) struct Answer<'a> {
    status: StatusCode,
    body: &'a [u8],
}

impl<'a> Answer<'a> {
    pub(crate) fn new<B: AsRef<[u8]>>(response: &'a http::Response<B>) -> Result<Self, ReadError> {
        let (status, body) = (response.status(), response.body().as_ref());
        if status.is_success() {
            return Ok(Self { status, body });
        }
        let wait =
            matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
                .then(|| RateLimit::wait(response.headers()));
        Err(ReadError::Refused(Refusal::new(status, body, wait.flatten())))
    }

    /// The body as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, ReadError> {
        serde_json::from_slice(self.body).map_err(|error| self.unreadable(json::reason(&error)))
    }

    /// Whether there is no body, or only space.
    pub(crate) fn is_empty(&self) -> bool {
        self.body.trim_ascii().is_empty()
    }

    fn unreadable(&self, reason: String) -> ReadError {
        ReadError::Unreadable(Unreadable { status: self.status, reason, body: self.body.to_vec() })
    }
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Close refused the call.
    Refused(Refusal),
    /// Close said yes, but not what is documented. The call may have been done: look before it is
    /// sent again.
    Unreadable(Unreadable),
}

impl ReadError {
    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => refusal.status(),
            Self::Unreadable(unreadable) => unreadable.status,
        }
    }

    /// Whether the call may have been done all the same: the answer cannot be read, or the server
    /// failed while it was at work. A call that makes or changes something is not sent again then
    /// before a look at what is there ([`SyncPlan`](super::SyncPlan)); nor is one without any answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::{Response, StatusCode};
    /// use wamark::close::Activity;
    ///
    /// let answer = |status, body| Response::builder().status(status).body(body).unwrap();
    /// let uncertain = |status, body| {
    ///     Activity::from_response(&answer(status, body)).unwrap_err().may_be_done()
    /// };
    /// assert!(uncertain(200, "<html>") && uncertain(504, "upstream timed out"));
    /// assert!(!uncertain(400, "{}") && !uncertain(429, ""));
    /// ```
    #[must_use]
    pub fn may_be_done(&self) -> bool {
        match self {
            Self::Refused(refusal) => refusal.status().is_server_error(),
            Self::Unreadable(_) => true,
        }
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        match self {
            Self::Refused(refusal) => refusal.body(),
            Self::Unreadable(unreadable) => &unreadable.body,
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Unreadable(Unreadable { status, reason, .. }) => {
                write!(f, "{status}, but the answer cannot be read: {reason}")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// An answer of success that cannot be read.
#[derive(Clone, PartialEq, Eq)]
pub struct Unreadable {
    status: StatusCode,
    reason: String,
    body: Vec<u8>,
}

impl Unreadable {
    /// What is wrong with it, and where; nothing that stands there.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// Without the body.
impl fmt::Debug for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unreadable")
            .field("status", &self.status)
            .field("reason", &self.reason)
            .field("body", &format!("{} bytes", self.body.len()))
            .finish()
    }
}
