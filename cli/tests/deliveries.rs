//! `wamark close webhook` and `wamark close cloud`: what is delivered, verified and printed.

mod support;

use insta::assert_snapshot;
use serde_json::{Value, json};
use support::{Run, file, output, run, run_with};

const KEY: &str = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";
const BODY: &str = r#"{"subscription_id":"whsub_1","event":{"id":"ev_1","action":"updated","object_type":"activity.whatsapp_message","object_id":"acti_1","date_created":"2026-01-31T08:30:00","date_updated":"2026-01-31T08:30:00","organization_id":"orga_1","lead_id":"lead_1","changed_fields":["message_markdown","date_updated"],"data":{"message_markdown":"new"},"previous_data":{"message_markdown":"old"},"meta":{"request_path":"/"}}}"#;
/// By Python's `hmac`.
const HASH: &str = "4f76b671c33e29e778caec95fca6c9840c4a0d69eb3c3a3995ac20f71ed42fa0";
const TIMESTAMP: &str = "1769848200";

/// Runs on a delivery, with the key in a file; nothing that is said has the key.
fn webhook(args: &[&str], body: &str) -> Run {
    let key = file("deliveries-key.txt", format!("{KEY}\n"));
    let head = ["close", "webhook", "--signature-key-file", key.to_str().expect("UTF-8")];
    let run = run(&[&head[..], args].concat(), body);
    assert!(!format!("{}{}", run.stdout, run.stderr).contains(&KEY[..8]));
    run
}

/// What is said of a delivery that is refused.
#[track_caller]
fn refused(args: &[&str], body: &str) -> String {
    let run = webhook(args, body);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    run.stderr
}

#[test]
fn a_good_delivery() {
    let args = ["--hash", HASH, "--timestamp", TIMESTAMP, "--now", TIMESTAMP];
    let said = webhook(&args, BODY);
    assert_eq!((said.code, said.stderr.as_str()), (Some(0), ""));
    assert_snapshot!(said.stdout, @r#"{"event":{"id":"ev_1","object_type":"activity.whatsapp_message","object_id":"acti_1","action":"updated","date_created":"2026-01-31T08:30:00","date_updated":"2026-01-31T08:30:00","organization_id":"orga_1","lead_id":"lead_1","changed_fields":["message_markdown","date_updated"],"data":{"message_markdown":"new"},"previous_data":{"message_markdown":"old"},"meta":{"request_path":"/"}},"subscription_id":"whsub_1"}"#);
    let same: Value = serde_json::from_str(BODY).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&said.stdout).unwrap(), same);
    // From a file, and with the key from the environment.
    let path = file("deliveries-body.json", BODY);
    let all = [&["close", "webhook"][..], &args, &[path.to_str().unwrap()]].concat();
    let from_file = run_with(&all, &[("CLOSE_SIGNATURE_KEY", KEY)], "");
    assert_eq!((from_file.code, from_file.stdout), (Some(0), said.stdout));
}

#[test]
fn bad_deliveries() {
    let on_time = ["--hash", HASH, "--timestamp", TIMESTAMP, "--now", TIMESTAMP];
    assert_snapshot!(refused(&on_time, &BODY.replace("new", "now")), @r"error: standard input: the signature is not that of this body and this key");
    assert_snapshot!(refused(&on_time, &format!("{BODY}\n")), @r"error: standard input: the signature is not that of this body and this key");
    let with = |hash, timestamp, now| {
        let args = ["--hash", hash, "--timestamp", timestamp, "--now", now];
        refused(&args, BODY)
    };
    assert_snapshot!(with(HASH, TIMESTAMP, "1769848501"), @r"error: standard input: the delivery was signed 301 seconds ago, which is too long");
    assert_snapshot!(with(HASH, TIMESTAMP, "1769847899"), @r"error: standard input: the delivery was signed 301 seconds from now");
    assert_snapshot!(with(HASH, "1769848201", TIMESTAMP), @r"error: standard input: the signature is not that of this body and this key");
    assert_snapshot!(with(HASH, "-1", TIMESTAMP), @r"error: standard input: the header close-sig-timestamp is no number of seconds");
    assert_snapshot!(with("-", TIMESTAMP, TIMESTAMP), @r"error: standard input: the header close-sig-hash is not hexadecimal");
    // Now is now: what was signed in January 2026 is of no use any more.
    let stale = refused(&["--hash", HASH, "--timestamp", TIMESTAMP], BODY);
    assert!(stale.starts_with("error: standard input: the delivery was signed "), "{stale}");
    let lenient = [&on_time[..4], &["--now=1769849000", "--tolerance=800"]].concat();
    assert_eq!(webhook(&lenient, BODY).code, Some(0));
}

#[test]
fn keys() {
    let args = ["close", "webhook", "--hash", HASH, "--timestamp", TIMESTAMP, "--now", TIMESTAMP];
    let other = format!("{}0", &KEY[..KEY.len() - 1]);
    let with = |key: &str| {
        let run = run_with(&args, &[("CLOSE_SIGNATURE_KEY", key)], BODY);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(key.is_empty() || !run.stderr.contains(key));
        run.stderr
    };
    assert_snapshot!(with(&other), @r"error: standard input: the signature is not that of this body and this key");
    assert_snapshot!(with("secret"), @r"error: CLOSE_SIGNATURE_KEY: the signature key must be an even number of hexadecimal digits, at least two");
    assert_eq!(with("secret"), with(""));
    let path = file("deliveries-bad-key.txt", b"\xffsecret");
    let path = path.to_str().unwrap();
    let all = [&args[..], &["--signature-key-file", path]].concat();
    let bad = run(&all, BODY);
    assert_eq!(bad.code, Some(2));
    assert_snapshot!(bad.stderr.replace(path, "FILE"), @r"error: FILE: the signature key must be an even number of hexadecimal digits, at least two");
    let none = run(&args, BODY);
    assert_eq!((none.code, none.stdout.as_str()), (Some(2), ""));
    assert_snapshot!(none.stderr, @r"
    error: the key was not provided: by '--signature-key-file <FILE>' or in the environment variable CLOSE_SIGNATURE_KEY

    Usage: wamark close webhook [OPTIONS] [FILE]

    For more information, try '--help'.
    ");
    // The key and the body cannot both be standard input; each can.
    let both = run(&[&args[..], &["--signature-key-file=-"]].concat(), KEY);
    assert_eq!(both.code, Some(2));
    let path = file("deliveries-body-2.json", BODY);
    let all = [&args[..], &["--signature-key-file=-", path.to_str().unwrap()]].concat();
    assert_eq!(run(&all, KEY).code, Some(0));
}

#[test]
fn unverified_is_to_be_said() {
    let said = run(&["close", "webhook"], BODY);
    assert_eq!((said.code, said.stdout.as_str()), (Some(2), ""));
    let text = output(&["close", "webhook", "--unverified"], BODY);
    assert!(text.contains(r#""changed_fields":["message_markdown","date_updated"]"#));
    for args in [&["--hash=00"][..], &["--timestamp=1"], &["--tolerance=1"], &["--now=1"]] {
        let both = run(&[&["close", "webhook", "--unverified"], args].concat(), BODY);
        assert_eq!((both.code, both.stdout.as_str()), (Some(2), ""));
    }
}

#[test]
fn bodies_that_are_none() {
    let mut said = String::new();
    for body in [&b""[..], b"{", b"[]", b"{\"event\":{}}", b"{\"event\":17}", b"\"\xff\""] {
        let run = run(&["close", "webhook", "--unverified"], body);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        said += &run.stderr;
    }
    assert_snapshot!(said, @r"
    error: standard input: the body is no delivery of Close: EOF while parsing a value at line 1 column 0
    error: standard input: the body is no delivery of Close: EOF while parsing an object at line 1 column 1
    error: standard input: the body is no delivery of Close: invalid type: sequence, expected an object at line 1 column 0
    error: standard input: the body is no delivery of Close: missing field `id` at line 1 column 11
    error: standard input: the body is no delivery of Close: invalid type: integer `17`, expected an object at line 1 column 11
    error: standard input: the body is no delivery of Close: invalid unicode code point at line 1 column 2
    ");
    assert_eq!(run(&["close", "webhook", "--unverified"], "[".repeat(1_000_000)).code, Some(2));
}

/// A payload of the Cloud API.
fn payload(messages: &Value) -> String {
    json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{
        "field": "messages",
        "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "+1 650-333-4444", "phone_number_id": "2"},
            "contacts": [{"profile": {"name": "Ana"}, "wa_id": "18183004000"}],
            "messages": messages,
        },
    }]}]})
    .to_string()
}

fn sent(id: &str, timestamp: u32, kind: &str, content: &Value) -> Value {
    json!({
        "from": "18183004000", "id": id, "timestamp": timestamp.to_string(), "type": kind,
        kind: content,
    })
}

#[test]
fn what_the_cloud_api_delivers() {
    let image = json!({"id": "9", "mime_type": "image/jpeg", "caption": "_look_"});
    let edit = json!({"original_message_id": "wamid.A1",
        "message": {"type": "text", "text": {"body": "new"}}});
    let body = payload(&json!([
        sent("wamid.A1", 1_769_848_200, "text", &json!({"body": "*Hi*\nAna"})),
        sent("wamid.A2", 1_769_848_260, "image", &image),
        sent("wamid.A3", 1_769_848_320, "edit", &edit),
        sent("wamid.A4", 1_769_848_380, "revoke", &json!({"original_message_id": "wamid.A1"})),
        sent("wamid.A5", 1_769_848_440, "poll", &json!({"name": "?"})),
    ]));
    let text = output(&["close", "cloud"], &body);
    assert_snapshot!(text, @r#"
    {"item":"message","external_whatsapp_message_id":"wamid.A1","direction":"incoming","local_phone":"+16503334444","remote_phone":"+18183004000","activity_at":"2026-01-31T08:30:00Z","message_markdown":"*Hi*\nAna","forwarded":false,"contact_name":"Ana"}
    {"item":"message","external_whatsapp_message_id":"wamid.A2","direction":"incoming","local_phone":"+16503334444","remote_phone":"+18183004000","activity_at":"2026-01-31T08:31:00Z","message_markdown":"_look_","media":{"kind":"image","id":"9","content_type":"image/jpeg"},"forwarded":false,"contact_name":"Ana"}
    {"item":"edit","external_whatsapp_message_id":"wamid.A1","direction":"incoming","local_phone":"+16503334444","remote_phone":"+18183004000","activity_at":"2026-01-31T08:32:00Z","message_markdown":"new","forwarded":false,"contact_name":"Ana","id":"wamid.A3"}
    {"item":"deletion","external_whatsapp_message_id":"wamid.A1","direction":"incoming","activity_at":"2026-01-31T08:33:00Z","id":"wamid.A4"}
    {"item":"unsupported","kind":"poll","external_whatsapp_message_id":"wamid.A5","direction":"incoming","remote_phone":"+18183004000","activity_at":"2026-01-31T08:34:00Z"}
    "#);
    let path = file("deliveries-cloud.json", body);
    assert_eq!(output(&["close", "cloud", path.to_str().unwrap()], ""), text);
    assert_eq!(output(&["close", "cloud"], payload(&json!([]))), "");
}

#[test]
fn a_bad_message_costs_no_other() {
    let good = sent("wamid.A1", 1, "text", &json!({"body": "a"}));
    let body = payload(&json!([17, good, sent("\u{1b}", 1, "text", &json!({})), good]));
    let run = run(&["close", "cloud"], body);
    assert_eq!((run.code, run.stdout.lines().count()), (Some(2), 2));
    assert_snapshot!(run.stderr, @r"
    error: standard input: entry[0].changes[0].value.messages[0]: invalid type: integer `17`, expected a message
    error: standard input: entry[0].changes[0].value.messages[2]: wanted the message's id in WhatsApp, one line without space around it, found `\u{1b}`
    ");
}

#[test]
fn payloads_that_are_none() {
    let mut said = String::new();
    for body in ["", "{", "[]", r#"{"object":"page","entry":[]}"#, "\u{0}"] {
        let run = run(&["close", "cloud"], body);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        said += &run.stderr;
    }
    assert_snapshot!(said, @r#"
    error: standard input: the payload: EOF while parsing a value at line 1 column 0
    error: standard input: the payload: EOF while parsing an object at line 1 column 1
    error: standard input: the payload: invalid length 0, expected an object at line 1 column 2
    error: standard input: object: expected "whatsapp_business_account", found "page"
    error: standard input: the payload: expected value at line 1 column 1
    "#);
    let deep = payload(&json!([sent("wamid.A1", 1, "text", &json!({"body": "a"}))]))
        .replace(r#""a""#, &"[".repeat(1_000_000));
    assert_eq!(run(&["close", "cloud"], deep).code, Some(2));
}

/// What the help shows is what is printed.
#[test]
fn the_examples_are_true() {
    let help = output(&["close", "webhook", "--help"], "");
    let (_, examples) = help.split_once("Examples:\n").unwrap();
    let mut parts = examples.split("\n  \n");
    let words: Vec<&str> = parts.next().unwrap().split_whitespace().collect();
    let after = |flag: &str| {
        let at = words.iter().position(|word| *word == flag).unwrap();
        words[at + 1]
    };
    let (hash, timestamp) = (after("--hash"), after("--timestamp"));
    // A delivery that is written as we write it.
    let shown: String = parts.next().unwrap().lines().map(str::trim).collect();
    let args = ["--hash", hash, "--timestamp", timestamp, "--now", timestamp];
    assert_eq!(webhook(&args, &shown).stdout, shown + "\n");

    let help = output(&["close", "cloud", "--help"], "");
    let (_, examples) = help.split_once("Examples:\n").unwrap();
    let shown: String = examples.split("\n  \n").nth(1).unwrap().lines().map(str::trim).collect();
    let body = payload(&json!([
        sent("wamid.A1", 1_769_848_200, "text", &json!({"body": "*Hi*"})),
        sent("wamid.A2", 1_769_848_260, "location", &json!({"latitude": 1, "longitude": 2})),
    ]));
    assert_eq!(output(&["close", "cloud"], body).replace('\n', ""), shown);
}
