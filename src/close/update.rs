//! A change of a message that Close has: the body of an update request.

mod builder;

use std::string::String;
use std::vec::Vec;

use serde::Serialize;

use super::attachment::Checked;
use super::{ActivityId, ContactId, Direction, Link, Phone, Time, UserId};

pub use builder::MessageUpdateBuilder;

/// What is to change in a message; what is absent stays. A message's lead and its id inside WhatsApp
/// cannot be changed.
///
/// # Examples
///
/// ```
/// use wamark::close::MessageUpdate;
///
/// let update = MessageUpdate::builder().message_markdown("Updated content.").build().unwrap();
/// assert_eq!(update.to_json(), r#"{"message_markdown":"Updated content."}"#);
/// assert_eq!(
///     MessageUpdate::builder().build().unwrap_err().to_string(),
///     "update: wanted at least one field to change, found none"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MessageUpdate {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity_at: Option<Time>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attachments: Option<Vec<Checked>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) contact_id: Option<ContactId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) direction: Option<Direction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) integration_link: Option<Edit<Link>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) local_phone: Option<Phone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message_markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remote_phone: Option<Phone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) response_to_id: Option<Edit<ActivityId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_id: Option<UserId>,
}

impl MessageUpdate {
    /// Begins an update.
    pub fn builder() -> MessageUpdateBuilder {
        MessageUpdateBuilder::default()
    }

    /// The body of the request.
    #[must_use]
    pub fn to_json(&self) -> String {
        super::json::write(self)
    }
}

/// What becomes of a field that a message need not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Edit<T> {
    /// Nothing stays of it: null.
    Clear,
    Set(T),
}
