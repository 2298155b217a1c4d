//! Messages of WhatsApp's Cloud API as what Close wants of them.

#![cfg(feature = "close")]

use proptest::prelude::*;
use serde_json::{Value, json};
use wamark::close::{
    CloudError, CloudItem, CloudMessage, CloudPayload, Direction, MediaKind, Phone,
    UnsupportedKind, WhatsAppId,
};

/// A payload with these messages.
fn payload(messages: &Value) -> Value {
    json!({"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "changes": [{
        "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "+1 (555) 078-3881", "phone_number_id": "1065"},
            "contacts": [{"profile": {"name": "Sheena Nelson"}, "wa_id": "16505551234"}],
            "messages": messages,
        },
        "field": "messages",
    }]}]})
}

fn read(payload: &Value) -> Result<CloudPayload, CloudError> {
    CloudPayload::from_json(payload.to_string().as_bytes())
}

/// What becomes of one message with these keys.
fn item(keys: &Value) -> Result<CloudItem, CloudError> {
    let mut message = json!({"from": "16505551234", "id": "wamid.A", "timestamp": "1749416383"});
    for (key, value) in keys.as_object().expect("an object") {
        message[key] = value.clone();
    }
    let mut items = read(&payload(&json!([message]))).expect("a payload").items;
    assert_eq!(items.len(), 1);
    items.remove(0)
}

fn message(keys: &Value) -> CloudMessage {
    match item(keys) {
        Ok(CloudItem::Message(message)) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text() {
    let read = message(&json!({"type": "text", "text": {"body": "Does it come in *red*?"}}));
    assert_eq!(read.external_whatsapp_message_id.as_str(), "wamid.A");
    assert_eq!(read.direction, Direction::Incoming);
    assert_eq!(read.local_phone.as_str(), "+15550783881");
    assert_eq!(read.remote_phone.as_str(), "+16505551234");
    // `date -u -d @1749416383`
    assert_eq!(read.activity_at.to_string(), "2025-06-08T20:59:43Z");
    assert_eq!(read.message_markdown.as_deref(), Some("Does it come in *red*?"));
    assert_eq!((read.media, read.response_to, read.forwarded), (None, None, false));
    assert_eq!(read.contact_name.as_deref(), Some("Sheena Nelson"));
}

#[test]
fn a_reply_and_a_forward() {
    let text = json!({"body": "Yes"});
    let context = json!({"from": "15550783881", "id": "wamid.B"});
    let read = message(&json!({"type": "text", "text": text, "context": context}));
    assert_eq!(
        (read.response_to.as_ref().map(WhatsAppId::as_str), read.forwarded),
        (Some("wamid.B"), false)
    );
    for key in ["forwarded", "frequently_forwarded"] {
        let read = message(&json!({"type": "text", "text": text, "context": {key: true}}));
        assert_eq!((read.response_to, read.forwarded), (None, true));
    }
}

#[test]
fn media() {
    for (name, kind, caption, filename) in [
        ("image", MediaKind::Image, Some("_Taj_"), None),
        ("video", MediaKind::Video, Some("look"), None),
        ("document", MediaKind::Document, Some("the bill"), Some("bill.pdf")),
        ("document", MediaKind::Document, None, Some("bill.pdf")),
        ("image", MediaKind::Image, None, None),
        ("audio", MediaKind::Audio, None, None),
        ("sticker", MediaKind::Sticker, None, None),
    ] {
        let mut media = json!({"id": "2754", "mime_type": "x/y", "sha256": "c2hh", "voice": true});
        if let Some(caption) = caption {
            media["caption"] = caption.into();
        }
        if let Some(filename) = filename {
            media["filename"] = filename.into();
        }
        let read = message(&json!({"type": name, name: media}));
        assert_eq!(read.message_markdown.as_deref(), caption);
        let media = read.media.unwrap();
        assert_eq!((media.kind, media.id.as_str()), (kind, "2754"));
        assert_eq!(media.filename.as_deref(), filename);
        assert_eq!(media.content_type.as_deref(), Some("x/y"));
        assert_eq!(media.sha256.as_deref(), Some("c2hh"));
    }
    // A caption of nothing is none.
    let read = message(&json!({"type": "image", "image": {"id": "1", "caption": ""}}));
    assert_eq!(read.message_markdown, None);
}

#[test]
fn an_edit() {
    let read = item(&json!({"id": "wamid.E", "type": "edit", "edit": {
        "original_message_id": "wamid.A",
        "message": {"context": {"id": "wamid.Q"}, "type": "image",
            "image": {"caption": "*new*", "id": "7", "mime_type": "image/jpeg"}}}}));
    let Ok(CloudItem::Edit(edit)) = read else { panic!("{read:?}") };
    assert_eq!(edit.id.as_str(), "wamid.E");
    assert_eq!(edit.message.external_whatsapp_message_id.as_str(), "wamid.A");
    assert_eq!(edit.message.message_markdown.as_deref(), Some("*new*"));
    assert_eq!(edit.message.response_to.as_ref().map(WhatsAppId::as_str), Some("wamid.Q"));
    assert_eq!(edit.message.media.unwrap().id, "7");
    assert_eq!(edit.message.activity_at.to_string(), "2025-06-08T20:59:43Z");
}

#[test]
fn a_deletion() {
    let revoke = json!({"original_message_id": "wamid.A"});
    let read = item(&json!({"id": "wamid.D", "type": "revoke", "revoke": revoke}));
    let Ok(CloudItem::Deletion(deletion)) = read else { panic!("{read:?}") };
    assert_eq!(deletion.external_whatsapp_message_id.as_str(), "wamid.A");
    assert_eq!(deletion.id.as_str(), "wamid.D");
    assert_eq!(deletion.direction, Direction::Incoming);
    assert_eq!(deletion.activity_at.to_string(), "2025-06-08T20:59:43Z");
}

#[test]
fn what_the_business_wrote_in_the_app() {
    let mut payload = payload(&json!([]));
    let change = &mut payload["entry"][0]["changes"][0];
    change["field"] = "smb_message_echoes".into();
    change["value"]["message_echoes"] = json!([{"from": "15550783881", "to": "16505551234",
        "id": "wamid.O", "timestamp": 1_749_416_383, "type": "text", "text": {"body": "Here"}}]);
    let items = read(&payload).unwrap().items;
    let [Ok(CloudItem::Message(message))] = &items[..] else { panic!("{items:?}") };
    assert_eq!(message.direction.as_str(), "outgoing");
    assert_eq!(message.remote_phone.as_str(), "+16505551234");
    assert_eq!(message.local_phone.as_str(), "+15550783881");
    assert_eq!(message.activity_at.to_string(), "2025-06-08T20:59:43Z");
}

#[test]
fn what_close_cannot_say() {
    for (keys, kind, sentence) in [
        (
            json!({"type": "location", "location": {"latitude": 1.0, "longitude": 2.0}}),
            UnsupportedKind::Location,
            "a location is not supported by Close",
        ),
        (
            json!({"type": "contacts", "contacts": []}),
            UnsupportedKind::Contacts,
            "a contact card is not supported by Close",
        ),
        (
            json!({"type": "reaction", "reaction": {"message_id": "wamid.B", "emoji": "👍"}}),
            UnsupportedKind::Reaction,
            "a reaction is not supported by Close",
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "button_reply",
                "button_reply": {"id": "1", "title": "Yes"}}}),
            UnsupportedKind::Interactive,
            "an interactive reply is not supported by Close",
        ),
        (
            json!({"type": "button", "button": {"text": "Yes", "payload": "yes"}}),
            UnsupportedKind::Button,
            "a tap on a template's button is not supported by Close",
        ),
        (
            json!({"type": "order", "order": {"product_items": []}}),
            UnsupportedKind::Order,
            "an order is not supported by Close",
        ),
        (
            json!({"type": "system", "system": {"body": "changed number"}}),
            UnsupportedKind::System,
            "a notice of WhatsApp's is not supported by Close",
        ),
        (
            json!({"type": "request_welcome"}),
            UnsupportedKind::Welcome,
            "a first contact without a message is not supported by Close",
        ),
        (
            json!({"type": "unsupported", "errors": [{"code": 131_051}]}),
            UnsupportedKind::Withheld,
            "a message that WhatsApp does not pass on is not supported by Close",
        ),
        (
            json!({"type": "unsupported", "unsupported": {"type": "poll_creation"}}),
            UnsupportedKind::Poll,
            "a poll is not supported by Close",
        ),
        (
            json!({"type": "unsupported", "unsupported": {"type": "hologram"}}),
            UnsupportedKind::Withheld,
            "a message that WhatsApp does not pass on is not supported by Close",
        ),
        (json!({"type": "poll"}), UnsupportedKind::Poll, "a poll is not supported by Close"),
        (json!({"type": "event"}), UnsupportedKind::Event, "an event is not supported by Close"),
        (
            json!({"type": "hologram"}),
            UnsupportedKind::Other("hologram".into()),
            "a message of the type \"hologram\" is not supported by Close",
        ),
    ] {
        let read = item(&keys);
        let Ok(CloudItem::Unsupported(unsupported)) = read else { panic!("{read:?}") };
        assert_eq!(unsupported.kind, kind);
        assert_eq!(unsupported.kind.to_string(), sentence);
        assert_eq!(unsupported.external_whatsapp_message_id.as_str(), "wamid.A");
        assert_eq!(unsupported.remote_phone.as_ref().map(Phone::as_str), Some("+16505551234"));
    }
}

#[test]
fn numbers_in_all_their_forms() {
    for number in ["16505551234", "+1 (650) 555-1234", "1.650.555.1234", "0016505551234"] {
        let read = message(&json!({"from": number, "type": "text", "text": {"body": "a"}}));
        assert_eq!(read.remote_phone.as_str(), "+16505551234");
    }
}

#[test]
fn items_as_json() {
    let context = json!({"id": "wamid.B", "forwarded": true});
    let lines: Vec<String> = [
        json!({"type": "document", "document": {"id": "7", "filename": "a.pdf", "caption": "*A*",
            "mime_type": "application/pdf", "sha256": "c2hh"}, "context": context}),
        json!({"type": "edit", "edit": {"original_message_id": "wamid.O",
            "message": {"type": "sticker", "sticker": {"id": "8"}}}}),
        json!({"type": "revoke", "revoke": {"original_message_id": "wamid.O"}}),
        json!({"type": "poll"}),
        json!({"type": "hologram"}),
    ]
    .iter()
    .map(|keys| serde_json::to_string(&item(keys).unwrap()).unwrap())
    .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    {"item":"message","external_whatsapp_message_id":"wamid.A","direction":"incoming","local_phone":"+15550783881","remote_phone":"+16505551234","activity_at":"2025-06-08T20:59:43Z","message_markdown":"*A*","media":{"kind":"document","id":"7","filename":"a.pdf","content_type":"application/pdf","sha256":"c2hh"},"response_to":"wamid.B","forwarded":true,"contact_name":"Sheena Nelson"}
    {"item":"edit","external_whatsapp_message_id":"wamid.O","direction":"incoming","local_phone":"+15550783881","remote_phone":"+16505551234","activity_at":"2025-06-08T20:59:43Z","media":{"kind":"sticker","id":"8"},"forwarded":false,"contact_name":"Sheena Nelson","id":"wamid.A"}
    {"item":"deletion","external_whatsapp_message_id":"wamid.O","direction":"incoming","activity_at":"2025-06-08T20:59:43Z","id":"wamid.A"}
    {"item":"unsupported","kind":"poll","external_whatsapp_message_id":"wamid.A","direction":"incoming","remote_phone":"+16505551234","activity_at":"2025-06-08T20:59:43Z"}
    {"item":"unsupported","kind":"hologram","external_whatsapp_message_id":"wamid.A","direction":"incoming","remote_phone":"+16505551234","activity_at":"2025-06-08T20:59:43Z"}
    "#);
}

#[test]
fn statuses_and_other_changes_are_no_messages() {
    let mut payload = payload(&json!([]));
    payload["entry"][0]["changes"][0]["value"]["statuses"] =
        json!([{"id": "wamid.A", "status": "delivered"}, {"id": "wamid.A", "status": "read"}]);
    let other = json!({"field": "account_update", "value": {"event": "VERIFIED_ACCOUNT"}});
    payload["entry"][0]["changes"].as_array_mut().unwrap().push(other);
    let read = read(&payload).unwrap();
    assert_eq!((read.items.len(), read.statuses, read.other_changes), (0, 2, 1));
}

#[test]
fn faults_say_where_and_cost_nothing_else() {
    let head = json!({"from": "16505551234", "id": "wamid.A", "timestamp": "1", "type": "text",
        "text": {"body": "a"}});
    let with = |key: &str, value: Value| {
        let mut message = head.clone();
        message[key] = value;
        message
    };
    let messages = json!([
        17,
        with("id", Value::Null),
        with("id", json!(" ")),
        with("id", json!("acti_1")),
        with("context", json!({"id": "two\nlines"})),
        with("timestamp", json!("soon")),
        with("timestamp", json!("+1")),
        with("timestamp", json!(-1)),
        with("timestamp", json!("999999999999")),
        with("from", json!("Ana")),
        with("from", json!("01234567")),
        with("from", Value::Null),
        with("text", json!({"body": ""})),
        with("text", json!({})),
        with("text", json!("a secret")),
        with("type", json!("image")),
        with("type", json!("revoke")),
        {"from": "16505551234", "id": "1", "timestamp": "1", "type": "edit",
            "edit": {"original_message_id": "2"}},
        head,
    ]);
    let items = read(&payload(&messages)).unwrap().items;
    let (last, wrong) = items.split_last().unwrap();
    assert!(matches!(last, Ok(CloudItem::Message(_))));
    let messages: Vec<String> = wrong
        .iter()
        .map(|item| item.as_ref().unwrap_err().to_string())
        .map(|error| error.replace("entry[0].changes[0].value.", ""))
        .collect();
    insta::assert_snapshot!(messages.join("\n"), @r"
    messages[0]: invalid type: integer `17`, expected a message
    messages[1]: invalid type: null, expected a string
    messages[2]: wanted the message's id in WhatsApp, one line without space around it, found ` `
    messages[3]: wanted the message's id in WhatsApp, found `acti_1`, which is an id of Close
    messages[4]: wanted the message's id in WhatsApp, one line without space around it, found `two\nlines`
    messages[5].timestamp: is no number of seconds since 1970
    messages[6].timestamp: is no number of seconds since 1970
    messages[7].timestamp: is no number of seconds since 1970
    messages[8].timestamp: is no number of seconds since 1970
    messages[9].from: is no phone number
    messages[10].from: is no phone number
    messages[11].from: is missing
    messages[12].text.body: is empty
    messages[13].text: missing field `body`
    messages[14].text: invalid type: a string, expected an object
    messages[15].image: is missing
    messages[16].revoke: is missing
    messages[17].edit.message: invalid type: null, expected a message
    ");
}

#[test]
fn what_is_no_payload() {
    let mut other = payload(&json!([]));
    other["object"] = "page".into();
    insta::assert_snapshot!(read(&other).unwrap_err(), @r#"object: expected "whatsapp_business_account", found "page""#);
    let mut bare = payload(&json!([]));
    bare["entry"][0]["changes"][0]["value"] = json!({});
    let items = read(&bare).unwrap().items;
    insta::assert_snapshot!(items[0].as_ref().unwrap_err(), @r"entry[0].changes[0].value: missing field `metadata`");
    for text in ["", "{", "[]", "null", "{}", r#"{"object":"whatsapp_business_account"}"#] {
        let error = CloudPayload::from_json(text.as_bytes()).unwrap_err();
        assert_eq!(error.place, "");
    }
    assert!(CloudPayload::from_json("[".repeat(100_000).as_bytes()).is_err());
}

/// One of everything, to be spoiled.
fn everything() -> Value {
    let message = |kind: &str, content: Value| {
        json!({"from": "16505551234", "id": "wamid.A", "timestamp": "1749416383", "type": kind,
            kind: content, "context": {"id": "wamid.B"}})
    };
    payload(&json!([
        message("text", json!({"body": "a"})),
        message("image", json!({"id": "1", "caption": "b"})),
        message(
            "edit",
            json!({"original_message_id": "1",
            "message": {"type": "text", "text": {"body": "c"}}})
        ),
        message("revoke", json!({"original_message_id": "1"})),
        message("location", json!({})),
        message("unsupported", json!({"type": "poll"})),
    ]))
}

/// The values in a value, counted: puts another one in the place of one.
fn spoil(value: &mut Value, left: &mut usize, new: &Value) {
    if *left == 0 {
        *value = new.clone();
    }
    *left = left.wrapping_sub(1);
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| spoil(value, left, new)),
        Value::Object(map) => map.values_mut().for_each(|value| spoil(value, left, new)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4_000, failure_persistence: None, ..ProptestConfig::default()
    })]

    /// Whatever is put in whatever place: an error, or something that Close can have.
    #[test]
    fn spoiled_payloads(at in 0_usize..80, kind in 0_usize..9, text in any::<String>()) {
        let new = [json!(null), json!(true), json!(-1), json!(1e300), json!([]), json!({}),
            json!(text), json!(u64::MAX), json!([[]])][kind].clone();
        let mut payload = everything();
        let mut left = at;
        spoil(&mut payload, &mut left, &new);
        if let Ok(payload) = read(&payload) {
            for message in payload.items.into_iter().flatten() {
                if let CloudItem::Message(message) = message {
                    prop_assert!(message.message_markdown.is_some() || message.media.is_some());
                    prop_assert_ne!(message.message_markdown, Some(String::new()));
                    prop_assert!(message.remote_phone.as_str().starts_with('+'));
                    prop_assert!(message.activity_at.to_string().ends_with('Z'));
                }
            }
        }
    }

    #[test]
    fn cut_payloads(end in 0_usize..2_000, byte in any::<u8>()) {
        let mut bytes = everything().to_string().into_bytes();
        let end = end % bytes.len();
        bytes[end] = byte;
        let _ = CloudPayload::from_json(&bytes);
        prop_assert!(CloudPayload::from_json(&bytes[..end]).is_err());
    }
}
