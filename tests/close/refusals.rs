//! What is refused, rule by rule, and what is said.

use insta::assert_snapshot;
use wamark::close::{
    Attachment, Body, Direction, Fault, MessageUpdate, NewMessage, NewMessageBuilder, Required,
    Time, When,
};

use crate::support::required;

const FILE: &str = "https://app.close.com/go/file/a";

/// What is wrong with a message.
pub(crate) fn refused(builder: NewMessageBuilder) -> String {
    builder.build().unwrap_err().to_string()
}

pub(crate) fn without_fault() -> NewMessageBuilder {
    NewMessage::builder(required())
}

pub(crate) fn attachment(size: u64) -> Attachment {
    Attachment {
        url: FILE.into(),
        filename: "a.jpg".into(),
        content_type: "image/jpeg".into(),
        size: Some(size),
    }
}

/// What is wrong with these values of a field, a line for each.
fn each(values: &[&str], mut set: impl FnMut(&str) -> Required) -> String {
    let lines = values.iter().map(|value| refused(NewMessage::builder(set(value))));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_at_once() {
    let builder = NewMessage::builder(Required {
        activity_at: "yesterday".into(),
        contact_id: "lead_1".into(),
        direction: "inbound".into(),
        external_whatsapp_message_id: "".into(),
        lead_id: "".into(),
        local_phone: "call me".into(),
        message_markdown: " \n".into(),
        remote_phone: "".into(),
    })
    .integration_link("ftp://ex.com")
    .response_to_id("wamid.HBgLMTY1MDMzMzQ0NDQ=")
    .user_id("Ana");
    assert_snapshot!(refused(builder), @r"
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `yesterday`
    contact_id: wanted the id of a contact, `cont_` and then letters and digits, found `lead_1`
    direction: wanted `incoming` or `outgoing`, found `inbound`
    external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found nothing
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `ftp://ex.com`
    lead_id: wanted the id of a lead, `lead_` and then letters and digits, found nothing
    local_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `call me`
    message_markdown: wanted a text, or an attachment, found nothing
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found nothing
    response_to_id: wanted the id of an activity in Close, `acti_…`, found `wamid.HBgLMTY1MDMzMzQ0NDQ=`, which is an id of WhatsApp
    user_id: wanted the id of a user, `user_` and then letters and digits, found `Ana`
    ");
    let builder = NewMessage::builder(Required { direction: "x".into(), ..required() });
    let builder = builder
        .attachment(Attachment { url: "https://ex.com/a".into(), ..attachment(25_000_000) })
        .attachment(Attachment {
            url: "".into(),
            filename: "\n".into(),
            content_type: "jpeg".into(),
            size: Some(1),
        });
    assert_snapshot!(refused(builder), @r"
    attachments: wanted at most 25000000 bytes in all attachments together, found 25000001
    attachments[0].url: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found `https://ex.com/a`
    attachments[1].url: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found nothing
    attachments[1].filename: wanted a file name, on one line, found nothing
    attachments[1].content_type: wanted a media type, `image/jpeg`, found `jpeg`
    direction: wanted `incoming` or `outgoing`, found `x`
    ");
}

#[test]
fn a_problem_has_its_field_and_its_fault() {
    let required = Required { lead_id: "cont_1".into(), ..required() };
    let problems = NewMessage::builder(required).build().unwrap_err();
    let [problem] = problems.as_slice() else { panic!("{problems}") };
    assert_eq!(problem.field, "lead_id");
    let found = "cont_1".to_string();
    assert_eq!(problem.fault, Fault::Id { of: "a lead", prefix: "lead_", found });
}

#[test]
fn ids() {
    let lead = |value: &str| Required { lead_id: value.into(), ..required() };
    assert_snapshot!(
        each(&["lead_", "LEAD_1", " lead_1", "lead_1,lead_2", "lead_1/../x", "lead_ä"], lead),
        @r"
        lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `lead_`
        lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `LEAD_1`
        lead_id: wanted the id of a lead, `lead_` and then letters and digits, found ` lead_1`
        lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `lead_1,lead_2`
        lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `lead_1/../x`
        lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `lead_ä`
        "
    );
    let whatsapp =
        |value: &str| Required { external_whatsapp_message_id: value.into(), ..required() };
    assert_snapshot!(each(&["", " ", "a ", "a\nb", "acti_1"], whatsapp), @r"
    external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found nothing
    external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found ` `
    external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found `a `
    external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found `a\nb`
    external_whatsapp_message_id: wanted the message's id in WhatsApp, found `acti_1`, which is an id of Close
    ");
    assert_snapshot!(refused(without_fault().response_to_id("wamid.A1")), @r"response_to_id: wanted the id of an activity in Close, `acti_…`, found `wamid.A1`, which is an id of WhatsApp");
    assert_snapshot!(refused(without_fault().response_to_id("lead_1")), @r"response_to_id: wanted the id of an activity, `acti_` and then letters and digits, found `lead_1`");
}

#[test]
fn times() {
    let at = |value: &str| Required { activity_at: value.into(), ..required() };
    let values = [
        "",
        "1475510771",
        "2016-10-03",
        "2016-10-03T16:06:11",
        "2016-13-03T16:06:11Z",
        "2016-10-03T25:06:11Z",
        "-000001-01-01T00:00:00Z",
    ];
    assert_snapshot!(each(&values, at), @r"
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found nothing
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `1475510771`
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `2016-10-03`
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `2016-10-03T16:06:11`
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `2016-13-03T16:06:11Z`
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `2016-10-03T25:06:11Z`
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `-000001-01-01T00:00:00Z`
    ");
    assert_eq!(Time::from_unix_seconds(i64::MAX), None);
    assert_eq!(Time::from_unix_seconds(-62_167_219_201), None);
    let when: Vec<_> = ["2016-10-3", "2016-10-03T00:00", "2016-W40-1"]
        .map(|text| text.parse::<When>().unwrap_err().to_string())
        .into();
    assert_snapshot!(when.join("\n"), @r"
    wanted a day, `2016-10-03`, or a date and a time with an offset, found `2016-10-3`
    wanted a day, `2016-10-03`, or a date and a time with an offset, found `2016-10-03T00:00`
    wanted a day, `2016-10-03`, or a date and a time with an offset, found `2016-W40-1`
    ");
}

#[test]
fn phones() {
    let phone = |value: &str| Required { remote_phone: value.into(), ..required() };
    let values = [
        "030 901820",
        "+49 (0)30 901820",
        "011 1 650 333 4444",
        "0049030",
        "+0049 30 901820",
        "+123456",
        "1234567890123456",
        "+1+6503334444",
        "1650333444x",
        "١٢٣٤٥٦٧٨",
    ];
    assert_snapshot!(each(&values, phone), @r"
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `030 901820`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `+49 (0)30 901820`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `011 1 650 333 4444`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `0049030`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `+0049 30 901820`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `+123456`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `1234567890123456`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `+1+6503334444`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `1650333444x`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `١٢٣٤٥٦٧٨`
    ");
}

#[test]
fn links() {
    let long = format!("https://ex.com/{}", "a".repeat(2083 - "https://ex.com/".len()));
    assert!(without_fault().integration_link(long.as_str()).build().is_ok());
    let long = long + "a";
    let values = [
        "",
        "ex.com",
        "mailto:a@ex.com",
        "https://",
        "https:a",
        "https://ex.com/a b",
        "https://ex.com/ä",
        &long,
    ];
    let lines = values.map(|link| refused(without_fault().integration_link(link)));
    assert_snapshot!(lines.join("\n"), @r"
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found nothing
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `ex.com`
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `mailto:a@ex.com`
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `https://`
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `https:a`
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `https://ex.com/a b`
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `https://ex.com/ä`
    integration_link: wanted at most 2083 characters, found 2084
    ");
}

#[test]
fn a_message_shows_something() {
    let empty = Required { message_markdown: Body::whatsapp(" \n\t"), ..required() };
    assert_snapshot!(refused(NewMessage::builder(empty.clone())), @r"message_markdown: wanted a text, or an attachment, found nothing");
    assert!(NewMessage::builder(empty).attachment(attachment(1)).build().is_ok());
}

#[test]
fn the_inbox_is_for_incoming_messages() {
    let outgoing = Required { direction: Direction::Outgoing.into(), ..required() };
    assert_snapshot!(refused(NewMessage::builder(outgoing.clone()).send_to_inbox(true)), @r"send_to_inbox: wanted for incoming messages only, found with `direction` `outgoing`");
    assert!(NewMessage::builder(outgoing).send_to_inbox(false).build().is_ok());
    assert!(without_fault().send_to_inbox(true).build().unwrap().sends_to_inbox());
}

#[test]
fn updates() {
    let update = MessageUpdate::builder()
        .activity_at("now")
        .attachment(Attachment { url: "x".into(), ..attachment(3) })
        .attachment_limit(2_u64)
        .contact_id("user_1")
        .direction("outbound")
        .integration_link("x")
        .local_phone("1")
        .remote_phone("2")
        .response_to_id("wamid.A1")
        .user_id("cont_1");
    assert_snapshot!(update.build().unwrap_err(), @r"
    activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found `now`
    attachments: wanted at most 2 bytes in all attachments together, found 3
    attachments[0].url: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found `x`
    contact_id: wanted the id of a contact, `cont_` and then letters and digits, found `user_1`
    direction: wanted `incoming` or `outgoing`, found `outbound`
    integration_link: wanted an address that begins with `https://` or `http://`, without spaces, what is not ASCII percent-encoded, found `x`
    local_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `1`
    remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `2`
    response_to_id: wanted the id of an activity in Close, `acti_…`, found `wamid.A1`, which is an id of WhatsApp
    user_id: wanted the id of a user, `user_` and then letters and digits, found `cont_1`
    ");
    assert_snapshot!(MessageUpdate::builder().build().unwrap_err(), @r"update: wanted at least one field to change, found none");
    let blank = MessageUpdate::builder().message_markdown("").build().unwrap();
    assert_eq!(blank.to_json(), r#"{"message_markdown":""}"#);
}

#[test]
fn long_and_odd_values_are_shown_safely() {
    let long = format!("x\u{1b}[31m\n{}", "ä".repeat(1000));
    let required = Required { lead_id: long.as_str().into(), ..required() };
    assert_snapshot!(refused(NewMessage::builder(required)), @r"lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `x\u{1b}[31m\näääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää…`");
}
