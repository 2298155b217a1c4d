//! Why a delivery is refused.

use alloc::string::String;
use core::fmt;
use core::time::Duration;

/// Why a delivery is not taken. None of it shows a key or what a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rejection {
    /// The header `close-sig-hash` is not hexadecimal.
    Hash,
    /// The header `close-sig-timestamp` is no number of seconds.
    Timestamp,
    /// Signed with another key, or changed since.
    Signature,
    /// Signed, but too long ago: a replay, or a clock that is wrong.
    Stale {
        /// How long ago.
        by: Duration,
    },
    /// Signed, but in time to come: a clock is wrong.
    Early {
        /// How far ahead.
        by: Duration,
    },
    /// The body is no delivery.
    Body {
        /// What is wrong, and where.
        reason: String,
    },
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hash => f.write_str("the header close-sig-hash is not hexadecimal"),
            Self::Timestamp => {
                f.write_str("the header close-sig-timestamp is no number of seconds")
            }
            Self::Signature => f.write_str("the signature is not that of this body and this key"),
            Self::Stale { by } => {
                write!(f, "the delivery was signed {} seconds ago, which is too long", by.as_secs())
            }
            Self::Early { by } => {
                write!(f, "the delivery was signed {} seconds from now", by.as_secs())
            }
            Self::Body { reason } => write!(f, "the body is no delivery of Close: {reason}"),
        }
    }
}

impl core::error::Error for Rejection {}
