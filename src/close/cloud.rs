//! Messages as WhatsApp's Cloud API delivers them, as what Close wants of them.
//!
//! A payload is an object `whatsapp_business_account` → `entry` → `changes` → `value`, which has
//! `messages` (what customers wrote) or, for a number that is also used in the app, `message_echoes`
//! (what the business wrote there). Each of these is read by itself, so that one with a fault does
//! not cost the others. `statuses` (sent, delivered, read) are no messages.

mod error;
mod item;
mod kind;
mod message;
mod raw;

use alloc::format;
use alloc::vec::Vec;

pub use error::CloudError;
pub use item::{
    CloudDeletion, CloudEdit, CloudItem, CloudMedia, CloudMessage, CloudUnsupported, MediaKind,
};
pub use kind::UnsupportedKind;
use raw::{Change, Payload};

use super::{Direction, json};

/// One call of a Cloud API webhook. Verify its `X-Hub-Signature-256` before you read it.
///
/// # Examples
///
/// ```
/// use wamark::close::{CloudItem, CloudPayload};
///
/// let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{
///     "field":"messages","value":{"messaging_product":"whatsapp",
///         "metadata":{"display_phone_number":"+1 650-333-4444","phone_number_id":"2"},
///         "contacts":[{"profile":{"name":"Ana"},"wa_id":"18183004000"}],
///         "messages":[{"from":"18183004000","id":"wamid.A","timestamp":"1475510771",
///             "type":"text","text":{"body":"*Hi*"}}]}}]}]}"#;
/// let payload = CloudPayload::from_json(body)?;
/// let [Ok(CloudItem::Message(message))] = &payload.items[..] else { panic!("{payload:?}") };
/// assert_eq!(
///     serde_json::to_string(message).unwrap(),
///     concat!(
///         r#"{"external_whatsapp_message_id":"wamid.A","direction":"incoming","#,
///         r#""local_phone":"+16503334444","remote_phone":"+18183004000","#,
///         r#""activity_at":"2016-10-03T16:06:11Z","message_markdown":"*Hi*","#,
///         r#""forwarded":false,"contact_name":"Ana"}"#,
///     )
/// );
/// # Ok::<(), wamark::close::CloudError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloudPayload {
    /// The messages in their order, each by itself: one that cannot be read says why and where.
    pub items: Vec<Result<CloudItem, CloudError>>,
    /// How many statuses there were.
    pub statuses: usize,
    /// How many changes were about something else: templates, the account, old messages.
    pub other_changes: usize,
}

impl CloudPayload {
    /// Reads the body of a call.
    ///
    /// # Complexity
    ///
    /// Linear in the body.
    ///
    /// # Errors
    ///
    /// On what is no such payload at all. What is wrong with one message only is said in
    /// [`items`](Self::items).
    pub fn from_json(body: &[u8]) -> Result<Self, CloudError> {
        let payload: Payload = serde_json::from_slice(body)
            .map_err(|error| CloudError::new("", json::reason(&error)))?;
        if payload.object != "whatsapp_business_account" {
            let reason = format!(
                "expected \"whatsapp_business_account\", found {:?}",
                error::shortened(&payload.object)
            );
            return Err(CloudError::new("object", reason));
        }
        let mut read = Self { items: Vec::new(), statuses: 0, other_changes: 0 };
        for (i, entry) in payload.entry.into_iter().enumerate() {
            for (j, change) in entry.changes.into_iter().enumerate() {
                read.add(change, &format!("entry[{i}].changes[{j}]"));
            }
        }
        Ok(read)
    }

    fn add(&mut self, change: Change, place: &str) {
        let (key, direction) = match &*change.field {
            "messages" => ("messages", Direction::Incoming),
            "smb_message_echoes" => ("message_echoes", Direction::Outgoing),
            _ => {
                self.other_changes += 1;
                return;
            }
        };
        let place = format!("{place}.value");
        let mut value = match raw::read::<raw::Batch>(change.value, &place) {
            Ok(value) => value,
            Err(error) => return self.items.push(Err(error)),
        };
        self.statuses += value.statuses.len();
        let messages = match direction {
            Direction::Incoming => core::mem::take(&mut value.messages),
            Direction::Outgoing => core::mem::take(&mut value.message_echoes),
        };
        for (k, message) in messages.into_iter().enumerate() {
            let place = format!("{place}.{key}[{k}]");
            self.items.push(message::read(message, &value, direction, &place));
        }
    }
}
