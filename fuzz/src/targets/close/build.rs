//! Messages and updates from any fields: what is accepted has the schema's keys and no other, and
//! values that are in order.

use std::sync::OnceLock;

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value};
use wamark::close::{Attachment, Body, MessageUpdate, NewMessage, Problems, Required};

use super::{SECRET, Text, hold, hold_short, input};

/// The texts of all fields.
#[derive(Debug)]
struct Input {
    /// Which of the optional ones are given.
    given: u8,
    /// Which notation the text is in.
    notation: u8,
    body: String,
    at: String,
    direction: String,
    ids: [String; 5],
    phones: [String; 2],
    link: String,
    file: [String; 3],
    size: Option<u64>,
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let (given, notation) = (u.arbitrary()?, u.arbitrary()?);
        let size = if given & 0x40 == 0 { None } else { Some(u.arbitrary()?) };
        // What is not given is in order, so that each check is met by itself.
        let mut or = |good: &str| {
            let text = Text::arbitrary(u)?.0;
            Ok(if text.is_empty() { good.to_owned() } else { text })
        };
        Ok(Self {
            given,
            notation,
            size,
            body: or("*a*")?,
            at: or("2026-01-31T09:30:00+01:00")?,
            direction: or("incoming")?,
            ids: [or("cont_1")?, or("wamid.A1")?, or("lead_1")?, or("acti_1")?, or("user_1")?],
            phones: [or("+4930901820")?, or("16503334444")?],
            link: or("https://ex.com/a")?,
            file: [or("https://app.close.com/go/file/a")?, or("a.jpg")?, or("image/jpeg")?],
        })
    }
}

impl Input {
    fn has(&self, bit: u8) -> bool {
        self.given & 1 << bit != 0
    }

    fn text(&self) -> Body {
        match self.notation % 3 {
            0 => Body::whatsapp(self.body.as_str()),
            1 => Body::markdown(&self.body),
            _ => Body::html(&self.body),
        }
    }

    fn attachment(&self) -> Attachment {
        let [url, name, kind] = &self.file;
        Attachment {
            url: url.as_str().into(),
            filename: name.clone(),
            content_type: kind.clone(),
            size: self.size,
        }
    }

    fn create(&self) -> std::result::Result<NewMessage, Problems> {
        let [contact, whatsapp, lead, answers, user] = self.ids.each_ref().map(String::as_str);
        let [local, remote] = self.phones.each_ref().map(String::as_str);
        let mut builder = NewMessage::builder(Required {
            activity_at: self.at.as_str().into(),
            contact_id: contact.into(),
            direction: self.direction.as_str().into(),
            external_whatsapp_message_id: whatsapp.into(),
            lead_id: lead.into(),
            local_phone: local.into(),
            message_markdown: self.text(),
            remote_phone: remote.into(),
        })
        .send_to_inbox(self.has(0));
        if self.has(1) {
            builder = builder.integration_link(self.link.as_str());
        }
        if self.has(2) {
            builder = builder.response_to_id(answers).user_id(user);
        }
        if self.has(3) {
            builder = builder.attachment(self.attachment());
        }
        builder.build()
    }

    fn update(&self) -> std::result::Result<MessageUpdate, Problems> {
        let [contact, _, _, answers, user] = self.ids.each_ref().map(String::as_str);
        let [local, remote] = self.phones.each_ref().map(String::as_str);
        let mut builder = MessageUpdate::builder();
        if self.has(0) {
            builder = builder.activity_at(self.at.as_str()).direction(self.direction.as_str());
        }
        if self.has(1) {
            builder = builder.integration_link(self.link.as_str()).user_id(user);
        }
        if self.has(2) {
            builder = builder.response_to_id(answers).contact_id(contact);
        }
        if self.has(3) {
            builder = builder.attachment(self.attachment());
        }
        if self.has(4) {
            builder = builder.local_phone(local).remote_phone(remote);
        }
        if self.has(5) {
            builder = builder.message_markdown(self.text());
        }
        builder.build()
    }
}

/// Builds a message.
pub(super) fn create(data: &[u8]) {
    let Some(input) = input::read::<Input>(data) else { return };
    match input.create() {
        Ok(message) => hold_json(&input, &message.to_json(), "CreateWhatsAppMessage"),
        Err(problems) => hold_problems(&input, &problems),
    }
}

/// Builds an update.
pub(super) fn update(data: &[u8]) {
    let Some(input) = input::read::<Input>(data) else { return };
    match input.update() {
        Ok(update) => hold_json(&input, &update.to_json(), "UpdateWhatsAppMessage"),
        Err(problems) => hold_problems(&input, &problems),
    }
}

/// Problems show what was found in fields, the start of it, but nothing of a message's text.
fn hold_problems(input: &Input, problems: &Problems) {
    hold_short(input, problems);
    let body = problems.as_slice().iter().filter(|problem| problem.field == "message_markdown");
    let told = body.map(|problem| format!("{problem} {problem:?}")).find(|it| it.contains(SECRET));
    hold(input, told);
}

/// The definitions of Close's schema.
fn schema(definition: &str) -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    let schema = SCHEMA.get_or_init(|| {
        let json = include_str!("../../../../tests/data/close-whatsapp.schema.json");
        serde_json::from_str(json).expect("a schema")
    });
    &schema["$defs"][definition]
}

fn hold_json(input: &Input, json: &str, definition: &str) {
    let value: Map<String, Value> = serde_json::from_str(json).expect("an object");
    let schema = schema(definition);
    let foreign = value.keys().find(|key| schema["properties"].get(key.as_str()).is_none());
    hold(input, foreign.map(|key| format!("{key} is no key of {definition}: {json}")));
    let required = schema["required"].as_array().into_iter().flatten();
    let missing = required.filter_map(Value::as_str).find(|key| !value.contains_key(*key));
    hold(input, missing.map(|key| format!("{key} is missing: {json}")));
    for (key, value) in &value {
        let wrong = match key.as_str() {
            "attachments" => value.as_array().is_none_or(|files| files.iter().any(is_no_file)),
            "integration_link" | "response_to_id" if value.is_null() => {
                definition == "CreateWhatsAppMessage"
            }
            key => value.as_str().is_none_or(|text| !is_in_order(key, text)),
        };
        hold(input, wrong.then(|| format!("{key}: {value}")));
    }
}

fn is_no_file(file: &Value) -> bool {
    let schema = schema("WhatsAppAttachmentData");
    let Some(file) = file.as_object() else { return true };
    let texts = ["content_type", "filename", "url"].map(|key| file.get(key)?.as_str());
    file.keys().any(|key| schema["properties"].get(key).is_none())
        || texts.iter().any(|text| text.is_none_or(|text| text.contains(char::is_control)))
}

/// What a value must be at least; the schema says more, and is asked in `tests/close`.
fn is_in_order(key: &str, text: &str) -> bool {
    let of_id = |prefix: &str| {
        let id = text.strip_prefix(prefix).unwrap_or_default();
        let is_of_ids = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
        !id.is_empty() && id.bytes().all(is_of_ids)
    };
    match key {
        "contact_id" => of_id("cont_"),
        "lead_id" => of_id("lead_"),
        "response_to_id" => of_id("acti_"),
        "user_id" => of_id("user_"),
        "direction" => ["incoming", "outgoing"].contains(&text),
        "local_phone" | "remote_phone" => {
            let digits = text.strip_prefix('+').unwrap_or(text);
            (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        }
        "activity_at" => text.len() >= 20 && text.ends_with('Z') && text.is_ascii(),
        "integration_link" => {
            let web = text.starts_with("https://") || text.starts_with("http://");
            web && text.bytes().all(|b| b.is_ascii_graphic())
        }
        "external_whatsapp_message_id" => {
            !text.is_empty() && text.trim() == text && !text.contains(char::is_control)
        }
        _ => true,
    }
}
