//! One message of a payload → what Close wants of it.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;

use serde_json::Value;

use super::raw::{self, Batch, Timestamp};
use super::{
    CloudDeletion, CloudEdit, CloudError, CloudItem, CloudMedia, CloudMessage, CloudUnsupported,
    MediaKind, UnsupportedKind,
};
use crate::close::{Direction, Phone, Time, WhatsAppId};

/// What a message brings: a text, a medium, or both.
type Content = (Option<String>, Option<CloudMedia>);

/// Reads the message that stands at `place`.
pub(super) fn read(
    mut value: Value,
    batch: &Batch,
    direction: Direction,
    place: &str,
) -> Result<CloudItem, CloudError> {
    let head: raw::Message = raw::read(without_content(&value), place)?;
    let activity_at = time(&head.timestamp, place)?;
    let other = match direction {
        Direction::Incoming => ("from", head.from.as_deref()),
        Direction::Outgoing => ("to", head.to.as_deref()),
    };
    if head.kind == "revoke" {
        let revoke: raw::Revoke = take(&mut value, "revoke", place)?;
        return Ok(CloudItem::Deletion(CloudDeletion {
            external_whatsapp_message_id: revoke.original_message_id,
            direction,
            activity_at,
            id: head.id,
        }));
    }
    let unsupported = |kind, id| {
        Ok(CloudItem::Unsupported(CloudUnsupported {
            kind,
            external_whatsapp_message_id: id,
            direction,
            remote_phone: other.1.and_then(phone),
            activity_at,
        }))
    };
    let complete = |id: WhatsAppId, (message_markdown, media): Content, context: raw::Context| {
        let at = |key: &str| format!("{place}.{key}");
        let remote = other.1.ok_or_else(|| CloudError::new(&at(other.0), "is missing"))?;
        let refused = || CloudError::new(&at(other.0), "is no phone number");
        let local = phone(&batch.metadata.display_phone_number);
        Ok(CloudMessage {
            external_whatsapp_message_id: id,
            direction,
            local_phone: local
                .ok_or_else(|| CloudError::new(&at("metadata"), "has no phone number"))?,
            remote_phone: phone(remote).ok_or_else(refused)?,
            activity_at,
            message_markdown,
            media,
            response_to: context.id,
            forwarded: context.forwarded || context.frequently_forwarded,
            contact_name: name(batch, remote),
        })
    };
    if head.kind == "edit" {
        let raw::Edit { original_message_id, mut message } = take(&mut value, "edit", place)?;
        let place = format!("{place}.edit.message");
        let edited: raw::Edited = raw::read(without_content(&message), &place)?;
        return match content(&mut message, &edited.kind, &place)? {
            Ok(content) => {
                let message =
                    complete(original_message_id, content, edited.context.unwrap_or_default())?;
                Ok(CloudItem::Edit(CloudEdit { message, id: head.id }))
            }
            Err(kind) => unsupported(kind, original_message_id),
        };
    }
    match content(&mut value, &head.kind, place)? {
        Ok(content) => {
            let message = complete(head.id, content, head.context.unwrap_or_default())?;
            Ok(CloudItem::Message(message))
        }
        Err(kind) => unsupported(kind, head.id),
    }
}

/// What a message of this type brings, or what Close has no words for.
fn content(
    value: &mut Value,
    kind: &str,
    place: &str,
) -> Result<Result<Content, UnsupportedKind>, CloudError> {
    let media_kind = match kind {
        "text" => {
            let text: raw::Text = take(value, "text", place)?;
            if text.body.is_empty() {
                return Err(CloudError::new(&format!("{place}.text.body"), "is empty"));
            }
            return Ok(Ok((Some(text.body), None)));
        }
        "image" => MediaKind::Image,
        "video" => MediaKind::Video,
        "audio" | "voice" => MediaKind::Audio,
        "document" => MediaKind::Document,
        "sticker" => MediaKind::Sticker,
        // What is withheld may say what it was.
        "unsupported" => {
            let of = value.get("unsupported").and_then(|what| what.get("type"));
            let known = of.and_then(Value::as_str).map(UnsupportedKind::of);
            let known = known.filter(|kind| !matches!(kind, UnsupportedKind::Other(_)));
            return Ok(Err(known.unwrap_or(UnsupportedKind::Withheld)));
        }
        _ => return Ok(Err(UnsupportedKind::of(kind))),
    };
    let media: raw::Media = take(value, kind, place)?;
    let text = media.caption.filter(|caption| !caption.is_empty());
    let media = CloudMedia {
        kind: media_kind,
        id: media.id,
        filename: media.filename,
        content_type: media.mime_type,
        sha256: media.sha256,
    };
    Ok(Ok((text, Some(media))))
}

/// Takes the content out of a message, and reads it.
fn take<T: serde::de::DeserializeOwned>(
    value: &mut Value,
    key: &str,
    place: &str,
) -> Result<T, CloudError> {
    let place = format!("{place}.{key}");
    match value.get_mut(key) {
        Some(content) => raw::read(content.take(), &place),
        None => Err(CloudError::new(&place, "is missing")),
    }
}

/// The keys that messages of all types have: those of the content are read once.
fn without_content(value: &Value) -> Value {
    let common = ["id", "timestamp", "from", "to", "context", "type"];
    let Some(object) = value.as_object() else {
        return value.clone();
    };
    let pick = |key: &str| Some((key.to_owned(), object.get(key)?.clone()));
    Value::Object(common.into_iter().filter_map(pick).collect())
}

fn time(timestamp: &Timestamp, place: &str) -> Result<Time, CloudError> {
    let seconds = match timestamp {
        Timestamp::Number(seconds) => Some(*seconds),
        Timestamp::Text(text) => text.parse().ok().filter(|_| !text.starts_with('+')),
    };
    let since_1970 = seconds.filter(|seconds| *seconds >= 0);
    since_1970.and_then(Time::from_unix_seconds).ok_or_else(|| {
        CloudError::new(&format!("{place}.timestamp"), "is no number of seconds since 1970")
    })
}

/// A number, with the `+` that WhatsApp leaves out and without the dots that it may have.
fn phone(number: &str) -> Option<Phone> {
    let number: Phone = number.replace('.', "").parse().ok()?;
    format!("+{}", number.digits()).parse().ok()
}

/// The name of the customer with this number.
fn name(batch: &Batch, number: &str) -> Option<String> {
    let same = |contact: &&raw::Contact| contact.wa_id.as_deref() == Some(number);
    batch.contacts.iter().find(same)?.profile.as_ref()?.name.clone()
}
