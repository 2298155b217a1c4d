//! What can be wrong with a value, and how it is said: what is wanted, then what was found.

use std::fmt;
use std::string::{String, ToString};

/// What is wrong with a value of a message.
///
/// It says what is wanted, and shows what was found, cut short. Message text is never shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// No id of the kind that is wanted.
    Id {
        /// What the id names: `a lead`.
        of: &'static str,
        /// How such an id begins: `lead_`.
        prefix: &'static str,
        /// What was found.
        found: String,
    },
    /// An id of Close where WhatsApp's own is wanted.
    CloseId {
        /// What was found.
        found: String,
    },
    /// A value that is not in the form that it must have.
    Form {
        /// What is wanted: `` `incoming` or `outgoing` ``.
        wanted: &'static str,
        /// What was found.
        found: String,
    },
    /// No value, or one that shows nothing.
    Empty {
        /// What is wanted.
        wanted: &'static str,
    },
    /// A text is longer than Close takes.
    TooLong {
        /// The most characters.
        limit: usize,
        /// The characters that there are.
        found: usize,
    },
    /// The attachments of a message are larger together than Close takes.
    TooLarge {
        /// The most bytes.
        limit: u64,
        /// The bytes that there are.
        found: u64,
    },
    /// An Inbox notification for a message that was sent.
    InboxOfOutgoing,
    /// An update that changes nothing.
    NoChange,
}

impl Fault {
    pub(crate) fn form(wanted: &'static str, found: &str) -> Self {
        Self::Form { wanted, found: found.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id { of, prefix, found } if looks_like_whatsapp(found) => write!(
                f,
                "wanted the id of {of} in Close, `{prefix}…`, found {}, which is an id of WhatsApp",
                Short(found)
            ),
            Self::Id { of, prefix, found } => write!(
                f,
                "wanted the id of {of}, `{prefix}` and then letters and digits, found {}",
                Short(found)
            ),
            Self::CloseId { found } => write!(
                f,
                "wanted the message's id in WhatsApp, found {}, which is an id of Close",
                Short(found)
            ),
            Self::Form { wanted, found } => write!(f, "wanted {wanted}, found {}", Short(found)),
            Self::Empty { wanted } => write!(f, "wanted {wanted}, found nothing"),
            Self::TooLong { limit, found } => {
                write!(f, "wanted at most {limit} characters, found {found}")
            }
            Self::TooLarge { limit, found } => {
                write!(f, "wanted at most {limit} bytes in all attachments together, found {found}")
            }
            Self::InboxOfOutgoing => {
                f.write_str("wanted for incoming messages only, found with `direction` `outgoing`")
            }
            Self::NoChange => f.write_str("wanted at least one field to change, found none"),
        }
    }
}

impl std::error::Error for Fault {}

/// WhatsApp's ids are `wamid.` and base64; Close's have no dot.
fn looks_like_whatsapp(id: &str) -> bool {
    id.trim_start().get(..6).is_some_and(|start| start.eq_ignore_ascii_case("wamid."))
}

/// A text with its control characters as escapes, so that it stays on its line and does nothing to a
/// terminal.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            escaped.extend(c.escape_debug());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// A value in backticks: the start of a long one, and control characters as escapes.
struct Short<'a>(&'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 80;
        if self.0.is_empty() {
            return f.write_str("nothing");
        }
        let end = self.0.char_indices().nth(MOST).map_or(self.0.len(), |(at, _)| at);
        let more = if end < self.0.len() { "…" } else { "" };
        write!(f, "`{}{more}`", escape(&self.0[..end]))
    }
}
