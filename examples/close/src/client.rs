//! A blocking HTTP client: `ureq`, and nothing that only this project has.

use std::fmt;
use std::thread::sleep;
use std::time::Duration;

use http::{Request, Response};
use wamark::close::ReadError;

/// Sends requests. An answer of any status is an answer.
#[derive(Clone, Debug)]
pub struct Client {
    agent: ureq::Agent,
}

/// The longest that is waited for a call's turn, and how often.
const LONGEST: Duration = Duration::from_secs(120);
const TURNS: u32 = 5;

/// The most bytes of an answer.
const BODY: u64 = 64 * 1024 * 1024;

impl Client {
    /// A client that gives up on a call after so long.
    #[must_use]
    pub fn new(timeout: Duration) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(timeout))
            .build();
        Self { agent: config.into() }
    }

    /// Sends a request once.
    ///
    /// # Errors
    ///
    /// If no whole answer came.
    pub fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, ureq::Error> {
        let (parts, mut body) = self.agent.run(request)?.into_parts();
        let body = body.with_config().limit(BODY).read_to_vec()?;
        Ok(Response::from_parts(parts, body))
    }

    /// Sends a request and reads its answer. Where Close says that it was one call too many, nothing
    /// was done, and it is sent again when Close says.
    ///
    /// # Errors
    ///
    /// See [`CallError`].
    pub fn call<T>(
        &self,
        request: &Request<Vec<u8>>,
        read: impl Fn(&Response<Vec<u8>>) -> Result<T, ReadError>,
    ) -> Result<T, CallError> {
        let mut turns = 0;
        loop {
            let response = self.send(request.clone()).map_err(CallError::NoAnswer)?;
            let error = match read(&response) {
                Ok(value) => return Ok(value),
                Err(error) => error,
            };
            let wait = match &error {
                ReadError::Refused(refusal) if !error.may_be_done() => refusal.wait(),
                _ => None,
            };
            turns += 1;
            match wait {
                Some(wait) if wait <= LONGEST && turns <= TURNS => sleep(wait),
                _ => return Err(CallError::Answer(error)),
            }
        }
    }
}

/// Why a call has no result.
#[derive(Debug)]
pub enum CallError {
    /// No answer: it may have been done all the same.
    NoAnswer(ureq::Error),
    /// Close refused, or its answer cannot be read.
    Answer(ReadError),
}

impl CallError {
    /// Whether what was asked for may have been done.
    #[must_use]
    pub fn may_be_done(&self) -> bool {
        match self {
            Self::NoAnswer(_) => true,
            Self::Answer(error) => error.may_be_done(),
        }
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAnswer(error) => write!(f, "no answer: {error}"),
            Self::Answer(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CallError {}
