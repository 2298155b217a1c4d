//! Ids: one type for each kind, so that none stands in another's place.
//!
//! An id of Close is a prefix and a tail of letters and digits, whose length differs (22, 43 and 44
//! were seen) and is not checked.

use std::fmt;
use std::str::FromStr;
use std::string::{String, ToString};

use serde::{Deserialize, Serialize};

use super::Fault;

/// `FromStr`, `Display`, `AsRef` and serde for a text that is checked by `$check`.
macro_rules! text {
    ($name:ident, $check:expr) => {
        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Fault;

            fn from_str(text: &str) -> Result<Self, Fault> {
                let check: fn(&str) -> Result<(), Fault> = $check;
                check(text).map(|()| Self(text.to_string()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Fault;

            fn try_from(text: String) -> Result<Self, Fault> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}
pub(crate) use text;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal $of:literal)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            #[serde(try_from = "String", into = "String")]
            pub struct $name(String);

            impl $name {
                /// How such an id begins.
                pub const PREFIX: &str = $prefix;
            }

            text!($name, |text| {
                if has_tail(text, $prefix) {
                    return Ok(());
                }
                Err(Fault::Id { of: $of, prefix: $prefix, found: text.to_string() })
            });
        )*
    };
}

ids! {
    /// The id of a lead: `lead_…`
    LeadId "lead_" "a lead"
    /// The id of a contact: `cont_…`
    ContactId "cont_" "a contact"
    /// The id of a user: `user_…`
    UserId "user_" "a user"
    /// The id of an activity in Close, a WhatsApp message, say: `acti_…`
    ActivityId "acti_" "an activity"
    /// The id of an organization: `orga_…`
    OrganizationId "orga_" "an organization"
}

/// Whether there is the prefix and something behind it. What an id cannot hold is kept out: it goes
/// into paths and into lists that have commas.
fn has_tail(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|tail| {
        !tail.is_empty()
            && tail.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    })
}

/// The id of a message inside WhatsApp: a `wamid.…`, or whatever the system that sends gives it.
///
/// One line of text without space around it, and no id of Close: with another text the message would
/// not be found again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WhatsAppId(String);

text!(WhatsAppId, |text| {
    if has_tail(text, ActivityId::PREFIX) {
        return Err(Fault::CloseId { found: text.to_string() });
    }
    if text.trim().is_empty() || text.trim() != text || text.chars().any(char::is_control) {
        const WANTED: &str = "the message's id in WhatsApp, one line without space around it";
        return Err(Fault::form(WANTED, text));
    }
    Ok(())
});
