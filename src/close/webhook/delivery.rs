//! What a webhook delivers: an event about an object, with what it is and what it was.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::Rejection;
use crate::close::{Object, json};

/// What one call of a webhook brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "an object")]
#[non_exhaustive]
pub struct Delivery {
    /// What happened.
    pub event: Event,
    /// The subscription: `whsub_…`
    pub subscription_id: String,
    /// Keys that are not documented.
    #[serde(flatten)]
    pub other: Object,
}

/// What happened to an object of Close's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "an object")]
#[non_exhaustive]
pub struct Event {
    /// The event's own id, `ev_…`: the same in each delivery of it.
    pub id: String,
    /// `activity.whatsapp_message` for WhatsApp messages.
    pub object_type: String,
    /// The id of the object: `acti_…`
    pub object_id: String,
    /// What was done to it.
    pub action: Action,
    /// When, as it came: ISO 8601 without an offset, in UTC.
    pub date_created: String,
    /// When the event was last changed; the same form.
    pub date_updated: String,
    /// `orga_…`
    pub organization_id: String,
    /// `lead_…`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_id: Option<String>,
    /// Who did it: `user_…`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// The API request that did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// The API key that did it. One's own writes fire events, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_key_id: Option<String>,
    /// On an update, the fields that are not what they were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed_fields: Vec<String>,
    /// The object as it is now; none on a deletion.
    #[serde(default)]
    pub data: Option<Object>,
    /// On an update, the old values of what changed; on a deletion, the object as it was.
    #[serde(default)]
    pub previous_data: Option<Object>,
    /// More about how it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Object>,
    /// Keys that are not documented.
    #[serde(flatten)]
    pub other: Object,
}

/// What was done to an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Action {
    /// It is new.
    Created,
    /// Something of it changed.
    Updated,
    /// It is gone.
    Deleted,
    /// Something else, by its name: leads are merged, say.
    #[serde(untagged)]
    Other(String),
}

impl Delivery {
    /// Reads the body of a delivery, unverified: [`Webhook::read`](super::Webhook::read) does both.
    ///
    /// # Errors
    ///
    /// [`Rejection::Body`] on what is no delivery.
    pub fn from_json(body: &[u8]) -> Result<Self, Rejection> {
        serde_json::from_slice(body)
            .map_err(|error| Rejection::Body { reason: json::reason(&error) })
    }
}

impl Event {
    /// Whether the event is about a WhatsApp message.
    #[must_use]
    pub fn is_whatsapp_message(&self) -> bool {
        self.object_type == "activity.whatsapp_message"
    }

    /// The object: as it is, and of one that was deleted as it was.
    #[must_use]
    pub fn object(&self) -> Option<&Object> {
        match self.action {
            Action::Deleted => self.previous_data.as_ref(),
            _ => self.data.as_ref(),
        }
    }

    /// The id of the message inside WhatsApp, of a deleted one, too.
    #[must_use]
    pub fn external_whatsapp_message_id(&self) -> Option<&str> {
        self.object()?.text("external_whatsapp_message_id")
    }
}
