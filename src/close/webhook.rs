//! Deliveries of Close's webhooks: is it Close that sent this, just now, and what happened?
//!
//! The signature is HMAC-SHA256 with the decoded key of the subscription, over the timestamp as it
//! stands in its header and the body as it came; comparing takes the same time wherever a hash is
//! wrong. The clock is the caller's.

mod delivery;
mod key;
mod refusal;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

pub use delivery::{Action, Delivery, Event};
pub use key::InvalidKey;
use key::Key;
pub use refusal::Rejection;

/// How far a timestamp may be from now.
const TOLERANCE: Duration = Duration::from_secs(300);

/// One subscription to Close's webhooks: checks and reads what it delivers.
///
/// `Debug` does not show the key.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use wamark::close::{Rejection, Webhook};
///
/// let webhook = Webhook::new("5e884898da28047151d0e56f8dc62927")?;
/// // Of the headers `close-sig-hash` and `close-sig-timestamp`; now is `SystemTime::now()`.
/// let (hash, timestamp) = ("00".repeat(32), "1700000000");
/// let now = UNIX_EPOCH + Duration::from_secs(1_700_000_001);
/// assert_eq!(webhook.verify(&hash, timestamp, b"{}", now), Err(Rejection::Signature));
/// # Ok::<(), wamark::close::InvalidKey>(())
/// ```
#[derive(Clone, Debug)]
pub struct Webhook {
    key: Key,
    tolerance: Duration,
}

impl Webhook {
    /// A subscription with this `signature_key`, which is hexadecimal. Timestamps may be five
    /// minutes off.
    ///
    /// # Errors
    ///
    /// On a key that is not hexadecimal, or empty.
    pub fn new(signature_key: &str) -> Result<Self, InvalidKey> {
        Ok(Self { key: Key::from_hex(signature_key)?, tolerance: TOLERANCE })
    }

    /// The subscription, with timestamps allowed to be so far from now, before and after it.
    #[must_use]
    pub const fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Whether Close signed this body, not too long ago.
    ///
    /// `hash` is the value of the header `close-sig-hash`, `timestamp` that of
    /// `close-sig-timestamp`; `body` is the body as it came, before any JSON was read.
    ///
    /// A delivery can come twice within the tolerance: [`Event::id`] tells.
    ///
    /// # Errors
    ///
    /// On headers of another form, another signature, and a timestamp too far from `now`.
    pub fn verify(
        &self,
        hash: &str,
        timestamp: &str,
        body: &[u8],
        now: SystemTime,
    ) -> Result<(), Rejection> {
        let hash = key::decode(hash).ok_or(Rejection::Hash)?;
        let digits = !timestamp.is_empty() && timestamp.bytes().all(|b| b.is_ascii_digit());
        let seconds = timestamp.parse().ok().filter(|_| digits).ok_or(Rejection::Timestamp)?;
        let signed =
            UNIX_EPOCH.checked_add(Duration::from_secs(seconds)).ok_or(Rejection::Timestamp)?;
        // HMAC takes keys of any length.
        let mut mac =
            Hmac::<Sha256>::new_from_slice(self.key.bytes()).map_err(|_| Rejection::Signature)?;
        mac.update(timestamp.as_bytes());
        mac.update(body);
        mac.verify_slice(&hash).map_err(|_| Rejection::Signature)?;
        let late = now.duration_since(signed).unwrap_or_default();
        let early = signed.duration_since(now).unwrap_or_default();
        if late > self.tolerance {
            Err(Rejection::Stale { by: late })
        } else if early > self.tolerance {
            Err(Rejection::Early { by: early })
        } else {
            Ok(())
        }
    }

    /// Checks a delivery as [`verify`](Self::verify) does, and reads it.
    ///
    /// # Errors
    ///
    /// As there; and on a body that is no delivery.
    pub fn read(
        &self,
        hash: &str,
        timestamp: &str,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Delivery, Rejection> {
        self.verify(hash, timestamp, body, now)?;
        Delivery::from_json(body)
    }
}
