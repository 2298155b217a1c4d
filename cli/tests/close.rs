//! `wamark close`: payloads and requests as JSON, and all that is wrong at once.

mod support;

use insta::assert_snapshot;
use support::{message, output, run};

/// A message without a fault, its text apart.
const FIELDS: [&str; 15] = [
    "close",
    "create",
    "--activity-at=2026-01-31T09:30:00+01:00",
    "--contact-id=cont_1",
    "--direction=outgoing",
    "--external-whatsapp-message-id",
    "-wamid.A1",
    "--lead-id",
    "lead_1",
    "--local-phone",
    "+1 650 333 4444",
    "--remote-phone",
    "18183004000",
    "--from",
    "markdown",
];

fn create(more: &[&str]) -> Vec<String> {
    FIELDS.iter().chain(more).map(ToString::to_string).collect()
}

fn args(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

#[test]
fn a_new_message() {
    assert_snapshot!(output(&FIELDS, "**Hi** Ana\r\n"), @r#"{"activity_at":"2026-01-31T08:30:00Z","contact_id":"cont_1","direction":"outgoing","external_whatsapp_message_id":"-wamid.A1","lead_id":"lead_1","local_phone":"+16503334444","message_markdown":"*Hi* Ana","remote_phone":"18183004000"}"#);
    let all = create(&[
        "--body",
        "- **x**",
        "--attachment",
        "url=https://app.close.com/go/file/a,filename=a, b=c.jpg,content-type=image/jpeg,size=3",
        "--attachment=content-type=a/b,url=https://app.close.com/go/file/b,filename=b",
        "--integration-link=https://ex.com",
        "--response-to-id=acti_1",
        "--user-id=user_1",
    ]);
    assert_snapshot!(output(&args(&all), ""), @r#"{"activity_at":"2026-01-31T08:30:00Z","attachments":[{"content_type":"image/jpeg","filename":"a, b=c.jpg","url":"https://app.close.com/go/file/a"},{"content_type":"a/b","filename":"b","url":"https://app.close.com/go/file/b"}],"contact_id":"cont_1","direction":"outgoing","external_whatsapp_message_id":"-wamid.A1","integration_link":"https://ex.com","lead_id":"lead_1","local_phone":"+16503334444","message_markdown":"- *x*","remote_phone":"18183004000","response_to_id":"acti_1","user_id":"user_1"}"#);
}

#[test]
fn a_whole_request() {
    let all = create(&["--request", "--direction=incoming", "--send-to-inbox", "--body=x"]);
    let all: Vec<_> = all.into_iter().filter(|arg| arg != "--direction=outgoing").collect();
    assert_snapshot!(output(&args(&all), ""), @r#"{"method":"POST","url":"https://api.close.com/api/v1/activity/whatsapp_message/?send_to_inbox=true","headers":{"accept":"application/json","authorization":"Basic …","content-type":"application/json"},"body":{"activity_at":"2026-01-31T08:30:00Z","contact_id":"cont_1","direction":"incoming","external_whatsapp_message_id":"-wamid.A1","lead_id":"lead_1","local_phone":"+16503334444","message_markdown":"x","remote_phone":"18183004000"}}"#);
    let all = ["close", "files", "--filename=a.jpg", "--content-type=image/jpeg"];
    assert_snapshot!(output(&all, ""), @r#"{"content_type":"image/jpeg","filename":"a.jpg"}"#);
    let all = [&all[..], &["--request", "--base-url=http://localhost:80/v1/"]].concat();
    assert_snapshot!(output(&all, ""), @r#"{"method":"POST","url":"http://localhost/v1/files/upload/","headers":{"accept":"application/json","authorization":"Basic …","content-type":"application/json"},"body":{"content_type":"image/jpeg","filename":"a.jpg"}}"#);
}

#[test]
fn every_bad_field_is_named() {
    assert_snapshot!(message(&["close", "create"], ""), @r"
    error: activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found nothing
    error: contact_id: wanted the id of a contact, `cont_` and then letters and digits, found nothing
    error: direction: wanted `incoming` or `outgoing`, found nothing
    error: external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found nothing
    error: lead_id: wanted the id of a lead, `lead_` and then letters and digits, found nothing
    error: local_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found nothing
    error: message_markdown: wanted a text, or an attachment, found nothing
    error: remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found nothing
    ");
    let all = create(&[
        "--attachment=a.jpg",
        "--attachment=url=https://app.close.com/go/file/a,filename=a,content-type=a/b,size=big",
        "--user-id=Ana",
        "--send-to-inbox",
    ]);
    assert_snapshot!(message(&args(&all), "x"), @r"
    error: attachments[0]: wanted `url=…,filename=…,content-type=…` and perhaps `,size=…`, found `a.jpg`
    error: attachments[1].size: wanted a number of bytes, found `big`
    error: attachments[0].url: wanted the address of a file in Close, `https://app.close.com/go/file/…`, found nothing
    error: attachments[0].filename: wanted a file name, on one line, found nothing
    error: attachments[0].content_type: wanted a media type, `image/jpeg`, found nothing
    error: user_id: wanted the id of a user, `user_` and then letters and digits, found `Ana`
    error: send_to_inbox: wanted for incoming messages only, found with `direction` `outgoing`
    ");
    assert_snapshot!(message(&["close", "update", "--id=wamid.A1", "--local-phone=1"], ""), @r"
    error: id: wanted the id of an activity in Close, `acti_…`, found `wamid.A1`, which is an id of WhatsApp
    error: local_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `1`
    ");
    assert_snapshot!(message(&["close", "update", "--id=acti_1"], ""), @r"error: update: wanted at least one field to change, found none");
    assert_snapshot!(message(&["close", "list", "--lead-id=a,lead_1,b", "--activity-at-gt=now"], ""), @r"
    error: lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `a`
    error: lead_id: wanted the id of a lead, `lead_` and then letters and digits, found `b`
    error: activity_at__gt: wanted a day, `2016-10-03`, or a date and a time with an offset, found `now`
    ");
    assert_snapshot!(message(&["close", "list", "--type="], ""), @r"error: _type: wanted a value, found nothing");
    assert_snapshot!(message(&["close", "get"], ""), @r"error: id: wanted the id of an activity, `acti_` and then letters and digits, found nothing");
    assert_snapshot!(message(&["close", "files"], ""), @r"
    error: filename: wanted a file name, on one line, found nothing
    error: content_type: wanted a media type, `image/jpeg`, found nothing
    ");
    assert_snapshot!(message(&["close", "delete", "--id=acti_1", "--base-url=ftp://u:p@ex.com"], ""), @r"error: base URL: wanted an address that begins with `https://` or `http://`, without user, query and fragment");
}

#[test]
fn a_change() {
    let all = ["close", "update", "--id=acti_1"];
    let with = |more: &[&str], input: &str| output(&[&all[..], more].concat(), input);
    // Standard input is not read unless asked for.
    assert_snapshot!(with(&["--user-id=user_1"], "text"), @r#"{"user_id":"user_1"}"#);
    assert_snapshot!(with(&["--body=-", "--from=html"], "<b>Hi</b>\n"), @r#"{"message_markdown":"*Hi*"}"#);
    assert_snapshot!(with(&["--integration-link=", "--response-to-id="], ""), @r#"{"integration_link":null,"response_to_id":null}"#);
    assert_snapshot!(with(&["--message-markdown=", "--request"], ""), @r#"{"method":"PUT","url":"https://api.close.com/api/v1/activity/whatsapp_message/acti_1/","headers":{"accept":"application/json","authorization":"Basic …","content-type":"application/json"},"body":{"message_markdown":""}}"#);
}

#[test]
fn requests_without_a_body() {
    assert_snapshot!(output(&["close", "get", "--id=acti_1", "--fields=id,text"], ""), @r#"{"method":"GET","url":"https://api.close.com/api/v1/activity/whatsapp_message/acti_1/?_fields=id%2Ctext","headers":{"accept":"application/json","authorization":"Basic …"}}"#);
    assert_snapshot!(output(&["close", "delete", "--id=acti_1", "--request"], ""), @r#"{"method":"DELETE","url":"https://api.close.com/api/v1/activity/whatsapp_message/acti_1/","headers":{"accept":"application/json","authorization":"Basic …"}}"#);
    let all = [
        "close",
        "list",
        "--id-in=acti_1,acti_2",
        "--lead-id=lead_1",
        "--contact-id=cont_1",
        "--user-id=user_1",
        "--type=WhatsAppMessage",
        "--fields=id",
        "--organization-id=orga_1",
        "--external-whatsapp-message-id=a b",
        "--date-created-gt=2026-01-31",
        "--date-created-gte=2026-02-01",
        "--date-created-lt=2026-02-02",
        "--date-created-lte=2026-02-03",
        "--activity-at-gt=2026-02-04",
        "--activity-at-gte=2026-02-05",
        "--activity-at-lt=2026-02-06T00:00:00-01:00",
        "--activity-at-lte=2026-02-07",
        "--limit=5",
        "--skip=10",
    ];
    assert_snapshot!(output(&all, "").replace('&', "\n&"), @r#"
    {"method":"GET","url":"https://api.close.com/api/v1/activity/whatsapp_message/?id__in=acti_1%2Cacti_2
    &lead_id=lead_1
    &contact_id=cont_1
    &user_id=user_1
    &_type=WhatsAppMessage
    &_fields=id
    &organization_id=orga_1
    &external_whatsapp_message_id=a+b
    &date_created__gt=2026-01-31
    &date_created__gte=2026-02-01
    &date_created__lt=2026-02-02
    &date_created__lte=2026-02-03
    &activity_at__gt=2026-02-04
    &activity_at__gte=2026-02-05
    &activity_at__lt=2026-02-06T01%3A00%3A00Z
    &activity_at__lte=2026-02-07
    &_limit=5
    &_skip=10","headers":{"accept":"application/json","authorization":"Basic …"}}
    "#);
}

#[test]
fn losses_are_told() {
    let said = run(&args(&create(&["--losses"])), "# Hi\n");
    assert_eq!(said.code, Some(0));
    assert_eq!(said.stderr, "standard input:1:1: heading-as-bold: a heading became a bold line\n");
    assert!(said.stdout.contains(r#""message_markdown":"*Hi*","#));
}

#[test]
fn every_command_has_help_with_examples() {
    for command in ["create", "update", "list", "get", "delete", "files"] {
        let text = output(&["close", command, "--help"], "");
        assert!(
            text.contains("Usage: wamark close ") && text.contains("\nExamples:\n  "),
            "{text}"
        );
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    }
}

/// The example in the help of `create` does what it says.
#[test]
fn the_example_is_true() {
    let help = output(&["close", "create", "--help"], "");
    let shown: String =
        help.split("\n  \n").last().unwrap_or_default().lines().map(str::trim).collect();
    let all = [
        &FIELDS[..6],
        &["wamid.A1"],
        &FIELDS[7..],
        &[
            "--integration-link=https://example.com/messages/1",
            "--attachment=url=https://app.close.com/go/file/a,filename=a.jpg,content-type=image/jpeg",
        ],
    ];
    assert_eq!(shown + "\n", output(&all.concat(), "**Hello** Ana\n"));
}
