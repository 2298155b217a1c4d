//! What a payload's messages are, in Close's words.

use alloc::string::String;

use super::UnsupportedKind;

/// One of the messages of a payload.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// Who wrote it. Close's names: `incoming`, `outgoing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CloudDirection {
    /// The customer.
    Incoming,
    /// The business, in the app.
    Outgoing,
}

impl CloudDirection {
    /// Close's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
        }
    }
}

/// A message: what Close's `NewMessage` needs, but for lead and contact, which only Close knows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloudMessage {
    /// The id inside WhatsApp: `wamid.…`
    pub external_whatsapp_message_id: String,
    /// Who wrote it.
    pub direction: CloudDirection,
    /// The number of the business, with `+` and no spaces.
    pub local_phone: String,
    /// The number of the customer, with `+`.
    pub remote_phone: String,
    /// When it was sent: RFC 3339, in UTC.
    pub activity_at: String,
    /// The text, or the caption of a medium; none where a medium came without. Never empty.
    pub message_markdown: Option<String>,
    /// The file that came with it, yet to be fetched from WhatsApp. There is a text, or this.
    pub media: Option<CloudMedia>,
    /// The WhatsApp id of the message that this one answers. Close's `response_to_id` wants the
    /// activity's id instead: look it up.
    pub response_to: Option<String>,
    /// Whether it was forwarded.
    pub forwarded: bool,
    /// The name that the customer goes by on WhatsApp.
    pub contact_name: Option<String>,
}

/// A file of a message. The Cloud API gives a URL for its id; fetch it, upload it to Close.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloudMedia {
    /// What it is.
    pub kind: MediaKind,
    /// The id to fetch it by.
    pub id: String,
    /// Its name; only documents have one.
    pub filename: Option<String>,
    /// Its MIME type: `image/jpeg`, `audio/ogg; codecs=opus`
    pub content_type: Option<String>,
    /// The SHA-256 of the file, in Base64, as it came.
    pub sha256: Option<String>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloudEdit {
    /// The message as it is now: with the id of the one that was edited, and the time of the edit.
    pub message: CloudMessage,
    /// The id of the edit itself.
    pub id: String,
}

/// A message was deleted for everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloudDeletion {
    /// The id inside WhatsApp of the message that is gone.
    pub external_whatsapp_message_id: String,
    /// Who took it back.
    pub direction: CloudDirection,
    /// When: RFC 3339, in UTC.
    pub activity_at: String,
    /// The id of the deletion itself.
    pub id: String,
}

/// A message that Close cannot show; what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloudUnsupported {
    /// What it is; its `Display` is a sentence.
    pub kind: UnsupportedKind,
    /// The id inside WhatsApp.
    pub external_whatsapp_message_id: String,
    /// Who sent it.
    pub direction: CloudDirection,
    /// The number of the customer, if it is known.
    pub remote_phone: Option<String>,
    /// When it was sent: RFC 3339, in UTC.
    pub activity_at: String,
}
