//! Payloads of WhatsApp's Cloud API.

use arbitrary::Unstructured;
use serde_json::{Value, json};
use wamark::close::{CloudItem, CloudPayload};

use super::body::Body;
use super::{SECRET, hold, hold_error};

/// One of everything.
fn payload() -> Value {
    let message = |kind: &str, content: Value| {
        json!({"from": "16505551234", "id": "wamid.A", "timestamp": "1749416383", "type": kind,
            kind: content, "context": {"id": "wamid.B"}})
    };
    json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{
        "field": "messages",
        "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "+1 (555) 078-3881", "phone_number_id": "1065"},
            "contacts": [{"profile": {"name": "Ana"}, "wa_id": "16505551234"}],
            "messages": [
                message("text", json!({"body": SECRET})),
                message("image", json!({"id": "1", "caption": SECRET})),
                message("edit", json!({"original_message_id": "1",
                    "message": {"type": "text", "text": {"body": SECRET}}})),
                message("revoke", json!({"original_message_id": "1"})),
                message("location", json!({})),
                message("unsupported", json!({"type": "poll"})),
            ],
            "statuses": [{"id": "wamid.A", "status": "read"}],
        },
    }]}]})
}

/// Reads a payload.
pub(super) fn run(data: &[u8]) {
    let Ok(body) = Body::arbitrary(&mut Unstructured::new(data), &[payload]) else { return };
    let read = match CloudPayload::from_json(&body.0) {
        Ok(read) => read,
        Err(error) => return hold_error(&body, error),
    };
    for item in read.items {
        match item {
            Ok(CloudItem::Message(message)) => {
                let markdown = message.message_markdown.as_deref();
                let empty = markdown.map_or(message.media.is_none(), str::is_empty);
                hold(&body, empty.then(|| format!("a message of nothing: {message:?}")));
                // What is read is what it was written as.
                for phone in [&message.remote_phone, &message.local_phone] {
                    let same = phone.to_string().parse().as_ref() == Ok(phone);
                    hold(&body, (!same).then(|| format!("a phone number: {phone:?}")));
                }
                let time = message.activity_at;
                let same = time.to_string().parse() == Ok(time);
                hold(&body, (!same).then(|| format!("a time: {time:?}")));
            }
            Ok(_) => {}
            Err(error) => hold_error(&body, error),
        }
    }
}
