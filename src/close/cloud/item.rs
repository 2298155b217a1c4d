//! What a payload's messages are, in Close's words.

use alloc::string::String;

use serde::Serialize;

use super::UnsupportedKind;
use crate::close::{Direction, Phone, Time, WhatsAppId};

/// One of the messages of a payload.
///
/// Its serialization is an object with the fields of what it is, and `item`: `message`, `edit`,
/// `deletion` or `unsupported`. What is not there is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "item", rename_all = "lowercase")]
#[non_exhaustive]
pub enum CloudItem {
    /// A message to create.
    Message(CloudMessage),
    /// A message that was sent before says something else now.
    Edit(CloudEdit),
    /// A message that was sent before is gone for everyone.
    Deletion(CloudDeletion),
    /// Nothing that a Close message can say.
    Unsupported(CloudUnsupported),
}

/// A message: what Close's `NewMessage` needs, but for lead and contact, which only Close knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CloudMessage {
    /// The id inside WhatsApp: `wamid.…`
    pub external_whatsapp_message_id: WhatsAppId,
    /// Who wrote it.
    pub direction: Direction,
    /// The number of the business, with `+`.
    pub local_phone: Phone,
    /// The number of the customer, with `+`.
    pub remote_phone: Phone,
    /// When it was sent.
    pub activity_at: Time,
    /// The text, or the caption of a medium; none where a medium came without. Never empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_markdown: Option<String>,
    /// The file that came with it, yet to be fetched from WhatsApp. There is a text, or this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<CloudMedia>,
    /// The WhatsApp id of the message that this one answers. Close's `response_to_id` wants the
    /// activity's id instead: look it up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_to: Option<WhatsAppId>,
    /// Whether it was forwarded.
    pub forwarded: bool,
    /// The name that the customer goes by on WhatsApp.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<String>,
}

/// A file of a message. The Cloud API gives a URL for its id; fetch it, upload it to Close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CloudMedia {
    /// What it is.
    pub kind: MediaKind,
    /// The id to fetch it by.
    pub id: String,
    /// Its name; only documents have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Its MIME type: `image/jpeg`, `audio/ogg; codecs=opus`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// The SHA-256 of the file, in Base64, as it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MediaKind {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// Sound, a voice message most of all.
    Audio,
    /// Any file.
    Document,
    /// A sticker.
    Sticker,
}

/// A message has another text or caption now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CloudEdit {
    /// The message as it is now: with the id of the one that was edited, and the time of the edit.
    #[serde(flatten)]
    pub message: CloudMessage,
    /// The id of the edit itself.
    pub id: WhatsAppId,
}

/// A message was deleted for everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CloudDeletion {
    /// The id inside WhatsApp of the message that is gone.
    pub external_whatsapp_message_id: WhatsAppId,
    /// Who took it back.
    pub direction: Direction,
    /// When.
    pub activity_at: Time,
    /// The id of the deletion itself.
    pub id: WhatsAppId,
}

/// A message that Close cannot show; what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CloudUnsupported {
    /// What it is; its `Display` is a sentence.
    pub kind: UnsupportedKind,
    /// The id inside WhatsApp.
    pub external_whatsapp_message_id: WhatsAppId,
    /// Who sent it.
    pub direction: Direction,
    /// The number of the customer, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remote_phone: Option<Phone>,
    /// When it was sent.
    pub activity_at: Time,
}
