//! Kinds of messages that a Close message cannot say.

use alloc::string::String;
use core::fmt;

use serde::Serialize;

/// What a message is that Close has no words for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum UnsupportedKind {
    /// A place on the map.
    Location,
    /// Cards of contacts.
    Contacts,
    /// An emoji on another message, put there or taken away.
    Reaction,
    /// An answer by tapping: a button, an item of a list, a form.
    Interactive,
    /// A tap on the button of a template.
    Button,
    /// An order from a catalogue.
    Order,
    /// A poll, or a vote in one.
    Poll,
    /// An event, or an answer to one.
    Event,
    /// What WhatsApp itself says: a customer has another number, say.
    System,
    /// A first contact without a message.
    Welcome,
    /// What WhatsApp does not pass on (`unsupported`).
    Withheld,
    /// Another kind, by its name.
    #[serde(untagged)]
    Other(String),
}

impl UnsupportedKind {
    /// The kind of a message with this `type`.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "location" => Self::Location,
            "contacts" => Self::Contacts,
            "reaction" => Self::Reaction,
            "interactive" => Self::Interactive,
            "button" => Self::Button,
            "order" => Self::Order,
            "poll" | "poll_creation" | "poll_update" | "poll_vote" => Self::Poll,
            "event" | "event_creation" | "event_invite" | "event_response" => Self::Event,
            "system" => Self::System,
            "request_welcome" => Self::Welcome,
            "unsupported" | "unknown" => Self::Withheld,
            _ => Self::Other(super::error::shortened(name).into()),
        }
    }
}

/// Is not supported by Close, and says what is not: `a location is not supported by Close`
impl fmt::Display for UnsupportedKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::Location => "a location",
            Self::Contacts => "a contact card",
            Self::Reaction => "a reaction",
            Self::Interactive => "an interactive reply",
            Self::Button => "a tap on a template's button",
            Self::Order => "an order",
            Self::Poll => "a poll",
            Self::Event => "an event",
            Self::System => "a notice of WhatsApp's",
            Self::Welcome => "a first contact without a message",
            Self::Withheld => "a message that WhatsApp does not pass on",
            Self::Other(name) => {
                return write!(f, "a message of the type {name:?} is not supported by Close");
            }
        };
        write!(f, "{what} is not supported by Close")
    }
}
