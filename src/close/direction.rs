//! Which way a message went. Close's calls and SMS say inbound and outbound; this activity does not.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Fault;

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From the contact: `incoming`
    Incoming,
    /// To the contact: `outgoing`
    Outgoing,
}

impl Direction {
    /// The name that Close has for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
        }
    }
}

impl FromStr for Direction {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        match text {
            "incoming" => Ok(Self::Incoming),
            "outgoing" => Ok(Self::Outgoing),
            _ => Err(Fault::form("`incoming` or `outgoing`", text)),
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
