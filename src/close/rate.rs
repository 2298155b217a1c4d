//! How many calls are left, and how long to wait.

use std::time::Duration;

use http::HeaderMap;
use http::header::RETRY_AFTER;

/// What Close says of its limits in the header `RateLimit`: `limit=100, remaining=50, reset=5`.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use wamark::close::RateLimit;
///
/// let mut headers = http::HeaderMap::new();
/// headers.insert("ratelimit", "limit=100, remaining=0, reset=1.5".parse().unwrap());
/// let limit = RateLimit::from_headers(&headers).unwrap();
/// assert_eq!(limit.remaining, Some(0));
/// assert_eq!(limit.reset, Some(Duration::from_millis(1500)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// The calls in a window.
    pub limit: Option<u64>,
    /// The calls that are left in this window.
    pub remaining: Option<u64>,
    /// When the next window begins.
    pub reset: Option<Duration>,
}

impl RateLimit {
    /// Reads the header, if it is there and says anything.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        let mut read = Self::default();
        for value in headers.get_all("ratelimit") {
            for part in value.to_str().unwrap_or_default().split([',', ';']) {
                let (name, value) = part.split_once('=').unwrap_or_default();
                let value = value.trim();
                match name.trim() {
                    "limit" => read.limit = value.parse().ok(),
                    "remaining" => read.remaining = value.parse().ok(),
                    "reset" => read.reset = seconds(value),
                    _ => {}
                }
            }
        }
        (read != Self::default()).then_some(read)
    }

    /// How long to wait after an answer of status 429: until `reset`, or as long as `retry-after`
    /// says, which is in whole seconds.
    #[must_use]
    pub fn wait(headers: &HeaderMap) -> Option<Duration> {
        Self::from_headers(headers)
            .and_then(|limit| limit.reset)
            .or_else(|| seconds(headers.get(RETRY_AFTER)?.to_str().ok()?.trim()))
    }
}

/// Seconds with a fraction. What is negative, infinite or no number is none.
fn seconds(text: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(text.parse().ok()?).ok()
}
