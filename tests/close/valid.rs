//! Whatever the builders accept is valid by the schema, and what is valid is accepted.

use proptest::prelude::*;
use serde_json::Value;
use wamark::close::{Attachment, Body, MessageUpdate, NewMessage, Required};

use crate::support::Judge;

/// The texts of all fields, as somebody may give them.
#[derive(Clone, Debug)]
struct Texts {
    at: String,
    contact: String,
    direction: String,
    whatsapp: String,
    lead: String,
    phones: (String, String),
    body: String,
    link: Option<String>,
    answers: Option<String>,
    user: Option<String>,
    files: Vec<(String, String, String, Option<u64>)>,
}

impl Texts {
    fn attachments(&self) -> Vec<Attachment> {
        let one = |(url, name, kind, size): &(String, String, String, Option<u64>)| Attachment {
            url: url.as_str().into(),
            filename: name.clone(),
            content_type: kind.clone(),
            size: *size,
        };
        self.files.iter().map(one).collect()
    }

    fn create(&self) -> Result<NewMessage, wamark::close::Problems> {
        let mut builder = NewMessage::builder(Required {
            activity_at: self.at.as_str().into(),
            contact_id: self.contact.as_str().into(),
            direction: self.direction.as_str().into(),
            external_whatsapp_message_id: self.whatsapp.as_str().into(),
            lead_id: self.lead.as_str().into(),
            local_phone: self.phones.0.as_str().into(),
            message_markdown: Body::whatsapp(self.body.as_str()),
            remote_phone: self.phones.1.as_str().into(),
        });
        for attachment in self.attachments() {
            builder = builder.attachment(attachment);
        }
        if let Some(link) = &self.link {
            builder = builder.integration_link(link.as_str());
        }
        if let Some(id) = &self.answers {
            builder = builder.response_to_id(id.as_str());
        }
        if let Some(id) = &self.user {
            builder = builder.user_id(id.as_str());
        }
        builder.build()
    }

    /// The fields whose bit is set.
    fn update(&self, fields: u8) -> Result<MessageUpdate, wamark::close::Problems> {
        let mut builder = MessageUpdate::builder();
        let has = |bit: u8| fields & 1 << bit != 0;
        if has(0) {
            builder = builder.activity_at(self.at.as_str()).contact_id(self.contact.as_str());
        }
        if has(1) {
            builder = builder.direction(self.direction.as_str());
        }
        if has(2) {
            builder = builder.local_phone(self.phones.0.as_str());
            builder = builder.remote_phone(self.phones.1.as_str());
        }
        if has(3) {
            builder = builder.message_markdown(self.body.as_str());
        }
        if has(4) {
            builder = match &self.link {
                Some(link) => builder.integration_link(link.as_str()),
                None => builder.no_integration_link(),
            };
        }
        if has(5) {
            builder = match &self.answers {
                Some(id) => builder.response_to_id(id.as_str()),
                None => builder.no_response_to_id(),
            };
        }
        if has(6)
            && let Some(id) = &self.user
        {
            builder = builder.user_id(id.as_str());
        }
        if has(7) {
            for attachment in self.attachments() {
                builder = builder.attachment(attachment);
            }
        }
        builder.build()
    }
}

/// All that a rule asks for.
const GOOD: [&str; 8] = [
    r"20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T[01][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-2]):[0-5][0-9])",
    "(incoming|outgoing)",
    "[!-`b-~]{1,40}",
    r"(\+|00)?[1-9][0-9]( ?\([1-9]{3}\) ?)?([ -]?[0-9]){5,10}",
    r"https?://[a-z0-9.-]{1,20}(:[0-9]{1,4})?(/[a-zA-Z0-9._~!$&'()*+,;=:@-]{0,10}){0,3}(\?[a-z=&/?]{0,10})?(#[a-z]{0,5})?",
    "[0-9A-Za-z]{1,44}",
    "https://app[.]close[.]com/go/file/[0-9A-Za-z/._-]{1,30}",
    "(image|text|application)/[a-z0-9.+-]{1,12}(; ?[a-z]{1,6}=[a-z0-9]{1,6})?",
];

/// Nearly that, or anything.
const NEAR: [&str; 8] = [
    r"[-+]?[0-9]{1,6}-[0-9]{1,2}-[0-9]{1,2}[Tt ][0-9]{1,2}(:?[0-9]{2}){0,2}([.,][0-9]{0,10})?(Z|z|[+-][0-9]{2}(:?[0-9]{2}){0,2})?(\[UTC\])?",
    "(incoming|outgoing|inbound| incoming|)",
    ".{0,10}",
    r"[+]?[0-9 ()+-]{0,20}",
    r"(https?|HTTP|ftp|javascript|mailto)?:?/{0,3}([ -~]{0,30}|.{0,10})",
    "([ -~]{0,10}|.{0,4})",
    "https://app.close.com/go/file/.{0,10}",
    "[ -~]{0,6}/?.{0,6}",
];

fn texts(patterns: &'static [[&'static str; 8]]) -> impl Strategy<Value = Texts> {
    let text = move |at: usize| {
        let each = patterns.iter().map(|row| proptest::string::string_regex(row[at]).unwrap());
        proptest::strategy::Union::new(each)
    };
    let id = move |prefix: &'static str| text(5).prop_map(move |tail| format!("{prefix}{tail}"));
    let file = (text(6), "[^\\pC]{0,3}[a-z]{1,8}", text(7), prop::option::of(0..6_000_000_u64));
    let ids =
        (id("cont_"), id("lead_"), prop::option::of(id("acti_")), prop::option::of(id("user_")));
    let files = prop::collection::vec(file, 0..4);
    let rest = (text(0), text(1), text(2), (text(3), text(3)), ".{0,20}[a-z]");
    (ids, rest, prop::option::of(text(4)), files).prop_map(|(ids, rest, link, files)| {
        let (contact, lead, answers, user) = ids;
        let (at, direction, whatsapp, phones, body) = rest;
        Texts { at, contact, direction, whatsapp, lead, phones, body, link, answers, user, files }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn good_messages_are_accepted(texts in texts(&[GOOD]), fields in 1_u8..64) {
        let message = texts.create().map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let json = message.to_json();
        prop_assert_eq!(Judge::new("CreateWhatsAppMessage").faults(&json), Vec::<String>::new());
        let value: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&value["message_markdown"], &texts.body);
        prop_assert_eq!(value.get("attachments").is_some(), !texts.files.is_empty());
        prop_assert!(value.as_object().unwrap().values().all(|value| !value.is_null()));

        let update = texts.update(fields).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        prop_assert_eq!(
            Judge::new("UpdateWhatsAppMessage").faults(&update.to_json()),
            Vec::<String>::new()
        );
    }

    #[test]
    fn what_is_accepted_is_valid(texts in texts(&[GOOD, GOOD, GOOD, GOOD, NEAR]), fields: u8) {
        if let Ok(message) = texts.create() {
            let faults = Judge::new("CreateWhatsAppMessage").faults(&message.to_json());
            prop_assert_eq!(faults, Vec::<String>::new());
        }
        if let Ok(update) = texts.update(fields) {
            let faults = Judge::new("UpdateWhatsAppMessage").faults(&update.to_json());
            prop_assert_eq!(faults, Vec::<String>::new());
            prop_assert_ne!(update.to_json(), "{}");
        }
    }

    /// Each rule alone: whatever the text, an accepted one is valid.
    #[test]
    fn odd_fields_are_valid_or_refused(odd in texts(&[NEAR]), good in texts(&[GOOD])) {
        let judge = Judge::new("CreateWhatsAppMessage");
        let variants = [
            Texts { at: odd.at, ..good.clone() },
            Texts { link: odd.link, ..good.clone() },
            Texts { whatsapp: odd.whatsapp, ..good.clone() },
            Texts { phones: odd.phones, ..good.clone() },
            Texts { files: odd.files, ..good },
        ];
        for texts in variants {
            if let Ok(message) = texts.create() {
                prop_assert_eq!(judge.faults(&message.to_json()), Vec::<String>::new());
            }
        }
    }
}

#[test]
fn the_judge_judges() {
    let judge = Judge::new("UpdateWhatsAppMessage");
    assert!(judge.faults("{}").is_empty());
    for bad in [
        r#"{"user_id":null}"#,
        r#"{"lead_id":"lead_1"}"#,
        r#"{"activity_at":"2026-01-31T09:30:00"}"#,
        r#"{"integration_link":"https://a b"}"#,
    ] {
        assert_eq!(judge.faults(bad).len(), 1, "{bad}");
    }
}
