//! The payload as it stands: what is read of it. Keys that nothing is read of are not looked at.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::CloudError;
use crate::close::{WhatsAppId, json};

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Payload {
    pub(super) object: String,
    pub(super) entry: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Entry {
    pub(super) changes: Vec<Change>,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Change {
    pub(super) field: String,
    #[serde(default)]
    pub(super) value: Value,
}

/// The value of a change.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Batch {
    pub(super) metadata: Metadata,
    #[serde(default)]
    pub(super) contacts: Vec<Contact>,
    #[serde(default)]
    pub(super) messages: Vec<Value>,
    #[serde(default)]
    pub(super) message_echoes: Vec<Value>,
    #[serde(default)]
    pub(super) statuses: Vec<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Metadata {
    pub(super) display_phone_number: String,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Contact {
    pub(super) wa_id: Option<String>,
    pub(super) profile: Option<Profile>,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Profile {
    pub(super) name: Option<String>,
}

/// What every message has.
#[derive(Debug, Deserialize)]
#[serde(expecting = "a message")]
pub(super) struct Message {
    pub(super) id: WhatsAppId,
    pub(super) timestamp: Timestamp,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) context: Option<Context>,
    #[serde(rename = "type")]
    pub(super) kind: String,
}

/// Seconds since 1970: a string, says the documentation, and a number, says a part of it.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a number of seconds")]
pub(super) enum Timestamp {
    Number(i64),
    Text(String),
}

/// What a message has to do with others.
#[derive(Debug, Default, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Context {
    pub(super) id: Option<WhatsAppId>,
    #[serde(default)]
    pub(super) forwarded: bool,
    #[serde(default)]
    pub(super) frequently_forwarded: bool,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Text {
    pub(super) body: String,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Media {
    pub(super) id: String,
    pub(super) caption: Option<String>,
    pub(super) filename: Option<String>,
    pub(super) mime_type: Option<String>,
    pub(super) sha256: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Revoke {
    pub(super) original_message_id: WhatsAppId,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Edit {
    pub(super) original_message_id: WhatsAppId,
    #[serde(default)]
    pub(super) message: Value,
}

/// What an edited message has for sure.
#[derive(Debug, Deserialize)]
#[serde(expecting = "a message")]
pub(super) struct Edited {
    pub(super) context: Option<Context>,
    #[serde(rename = "type")]
    pub(super) kind: String,
}

/// Reads a value; where that is not possible, says so of its place.
pub(super) fn read<T: DeserializeOwned>(value: Value, place: &str) -> Result<T, CloudError> {
    serde_json::from_value(value).map_err(|error| CloudError::new(place, json::reason(&error)))
}
