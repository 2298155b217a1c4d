//! `wamark close plan`: what to ask Close for, and what comes after its answers.

mod support;

use insta::assert_snapshot;
use serde_json::{Value, json};
use support::{file, message, output};

const CREATED: [&str; 13] = [
    "close",
    "plan",
    "created",
    "--external-whatsapp-message-id=wamid.A1",
    "--activity-at=2026-01-31T09:30:00+01:00",
    "--contact-id=cont_1",
    "--direction=incoming",
    "--lead-id=lead_1",
    "--local-phone=16503334444",
    "--remote-phone=18183004000",
    "--send-to-inbox",
    "--from=markdown",
    "--body=**Hi**",
];
const EDITED: [&str; 5] = [
    "close",
    "plan",
    "edited",
    "--external-whatsapp-message-id=wamid.A1",
    "--message-markdown=*new*",
];
const DELETED: [&str; 4] = ["close", "plan", "deleted", "--external-whatsapp-message-id=wamid.A1"];
const ALL: [&[&str]; 3] = [&CREATED, &EDITED, &DELETED];

/// A page with these messages: numbers of an activity and of its lead.
fn page(messages: &[(u32, u32)], has_more: bool) -> String {
    let data: Vec<_> = messages
        .iter()
        .map(|(id, lead)| {
            json!({
                "id": format!("acti_{id}"), "lead_id": format!("lead_{lead}"),
                "external_whatsapp_message_id": "wamid.A1",
            })
        })
        .collect();
    json!({"data": data, "has_more": has_more}).to_string()
}

/// The step after answers that come on standard input.
#[track_caller]
fn step(plan: &[&str], answers: &str) -> String {
    output(&[plan, &["--answer", "-"]].concat(), answers)
}

#[test]
fn what_to_ask_for() {
    assert_snapshot!(output(&DELETED, ""), @r#"{"method":"GET","url":"https://api.close.com/api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id","headers":{"accept":"application/json","authorization":"Basic …"}}"#);
    for plan in ALL {
        assert_eq!(output(plan, ""), output(&DELETED, ""));
        assert_eq!(output(&[plan, &["--request"]].concat(), ""), output(&DELETED, ""));
    }
    let other = [&DELETED[..], &["--base-url=http://localhost:8080/v1"]].concat();
    assert!(output(&other, "").contains(r#""url":"http://localhost:8080/v1/activity/"#));
    let other = [&other[..], &["--answer=-"]].concat();
    let step = output(&other, page(&[(1, 1)], false));
    assert!(step.contains(r#""url":"http://localhost:8080/v1/activity/"#), "{step}");
}

#[test]
fn nothing_is_there() {
    let none = page(&[], false);
    assert_snapshot!(step(&CREATED, &none), @r#"{"step":"create","requests":[{"method":"POST","url":"https://api.close.com/api/v1/activity/whatsapp_message/?send_to_inbox=true","headers":{"accept":"application/json","authorization":"Basic …","content-type":"application/json"},"body":{"activity_at":"2026-01-31T08:30:00Z","contact_id":"cont_1","direction":"incoming","external_whatsapp_message_id":"wamid.A1","lead_id":"lead_1","local_phone":"16503334444","message_markdown":"*Hi*","remote_phone":"18183004000"}}]}"#);
    assert_snapshot!(step(&EDITED, &none), @r#"{"step":"not-there","requests":[]}"#);
    assert_eq!(step(&EDITED, &none), step(&DELETED, &none));
}

#[test]
fn leads_that_have_it() {
    let two = page(&[(1, 1), (2, 2)], false);
    assert_snapshot!(step(&CREATED, &two), @r#"{"step":"created-already","id":"acti_1","requests":[]}"#);
    assert_snapshot!(step(&EDITED, &two), @r#"{"step":"update","requests":[{"method":"PUT","url":"https://api.close.com/api/v1/activity/whatsapp_message/acti_1/","headers":{"accept":"application/json","authorization":"Basic …","content-type":"application/json"},"body":{"message_markdown":"*new*"}},{"method":"PUT","url":"https://api.close.com/api/v1/activity/whatsapp_message/acti_2/","headers":{"accept":"application/json","authorization":"Basic …","content-type":"application/json"},"body":{"message_markdown":"*new*"}}]}"#);
    assert_snapshot!(step(&DELETED, &two), @r#"{"step":"delete","requests":[{"method":"DELETE","url":"https://api.close.com/api/v1/activity/whatsapp_message/acti_1/","headers":{"accept":"application/json","authorization":"Basic …"}},{"method":"DELETE","url":"https://api.close.com/api/v1/activity/whatsapp_message/acti_2/","headers":{"accept":"application/json","authorization":"Basic …"}}]}"#);
    // What another lead has is another message.
    assert!(step(&CREATED, &page(&[(2, 2)], false)).starts_with(r#"{"step":"create","#));
}

#[test]
fn there_is_more() {
    assert_snapshot!(step(&EDITED, &page(&[(1, 1)], true)), @r#"{"step":"more","requests":[{"method":"GET","url":"https://api.close.com/api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id&_skip=1","headers":{"accept":"application/json","authorization":"Basic …"}}]}"#);
}

#[test]
fn answers_are_pages_or_files_of_them() {
    let pages = [page(&[(1, 1), (2, 2)], true), page(&[(3, 3)], true), page(&[(4, 4)], false)];
    let wanted = step(&DELETED, &pages.concat());
    assert_eq!(wanted.matches(r#""method":"DELETE""#).count(), 4);
    assert_eq!(step(&DELETED, &pages.join("\n\n")), wanted);
    let names = ["plan-1.json", "plan-2.json", "plan-3.json"];
    let [one, two, three] =
        [0, 1, 2].map(|at| file(names[at], &pages[at]).to_str().unwrap().to_owned());
    let files = ["--answer", &one, "--answer", &two, "--answer", &three];
    assert_eq!(output(&[&DELETED[..], &files].concat(), ""), wanted);
    let rest = file("plan-rest.json", pages[1..].join("\n"));
    let files = ["--answer", "-", "--answer", rest.to_str().unwrap()];
    assert_eq!(output(&[&DELETED[..], &files].concat(), &pages[0]), wanted);
}

#[test]
fn text_and_answers_do_not_meet_on_standard_input() {
    let text = file("plan-none.json", page(&[], false));
    let fields = &CREATED[..CREATED.len() - 1];
    let answer = ["--answer", text.to_str().unwrap()];
    let step = output(&[fields, &answer].concat(), "**Hi**\n");
    assert!(step.contains(r#""message_markdown":"*Hi*""#), "{step}");
    assert_snapshot!(message(&[fields, &["--answer=-"]].concat(), ""), @r"
    error: the argument '--answer -' needs '--body <TEXT>', as standard input cannot be the text, too

    Usage: wamark close plan created [OPTIONS]

    For more information, try '--help'.
    ");
    let edited = [&EDITED[..4], &["--body=-", "--answer=-"]].concat();
    let said = message(&edited, "");
    assert!(said.contains("\nUsage: wamark close plan edited "), "{said}");
}

#[test]
fn what_is_no_answer() {
    let other = page(&[(1, 1)], false).replace("wamid.A1", "wamid.B2");
    let unasked = page(&[], false).repeat(2);
    let mut said = Vec::new();
    for answer in [
        "",
        "Bad Gateway",
        r#"{"data":[],"has_more":"#,
        r#"{"error":"The API key is invalid"}"#,
        r#"{"errors":["no"],"field-errors":{"_limit":"too many"}}"#,
        r#"{"id":"acti_1","lead_id":"lead_1"}"#,
        r#"{"data":[]}"#,
        "{\"data\":[],\"has_more\":true}",
        &other,
        &other.replace("external_whatsapp_message_id", "text"),
        &page(&[(1, 1)], false).replace("acti_1", "wamid.A1"),
        &unasked,
    ] {
        let path = file("plan-wrong.json", answer);
        let path = path.to_str().unwrap();
        for plan in ALL {
            let text = message(&[plan, &["--answer", path]].concat(), "");
            assert!(text.starts_with(&format!("error: {path}")), "{text}");
            said.push(text.replace(path, "FILE"));
        }
    }
    said.dedup();
    assert_snapshot!(said.concat(), @r"
    error: FILE, line 1: wanted a page, found nothing
    error: FILE, line 1: wanted JSON, found none at column 1 (expected value)
    error: FILE, line 1: wanted JSON, found none at column 22 (EOF while parsing a value)
    error: FILE, line 1: wanted a page, found a refusal: The API key is invalid
    error: FILE, line 1: wanted a page, found a refusal: no; _limit: too many
    error: FILE, line 1: data: wanted messages, an array, found nothing
    error: FILE, line 1: has_more: wanted true or false, found nothing
    error: FILE: data: wanted messages, as `has_more` was true, found none
    error: FILE: external_whatsapp_message_id: wanted the id that was asked for, found another
    error: FILE: id: wanted the id of an activity, `acti_…`, found another or none
    error: FILE: has_more: wanted true in a page that another one follows, found false
    ");
    let text = message(&[&DELETED[..], &["--answer=no/such/file"]].concat(), "");
    assert_eq!(text, "error: no/such/file: no such file\n");
}

#[test]
fn every_bad_field_is_named() {
    assert_snapshot!(message(&["close", "plan", "created"], "x"), @r"
    error: activity_at: wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found nothing
    error: contact_id: wanted the id of a contact, `cont_` and then letters and digits, found nothing
    error: direction: wanted `incoming` or `outgoing`, found nothing
    error: external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found nothing
    error: lead_id: wanted the id of a lead, `lead_` and then letters and digits, found nothing
    error: local_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found nothing
    error: remote_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found nothing
    ");
    assert_snapshot!(message(&["close", "plan", "edited", "--local-phone=1"], ""), @r"
    error: external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found nothing
    error: local_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `1`
    ");
    assert_snapshot!(message(&["close", "plan", "edited", "--external-whatsapp-message-id=-a"], ""), @r"error: update: wanted at least one field to change, found none");
    assert_snapshot!(message(&["close", "plan", "deleted", "--external-whatsapp-message-id=acti_1"], ""), @r"error: external_whatsapp_message_id: wanted the message's id in WhatsApp, found `acti_1`, which is an id of Close");
    // Fields that do not change.
    for field in ["--lead-id=lead_1", "--id=acti_1", "--send-to-inbox"] {
        assert!(message(&[&EDITED[..], &[field]].concat(), "").contains("unexpected argument"));
    }
}

/// Close, as far as a plan sees it, with pages of one message.
struct Close(Vec<Value>);

impl Close {
    /// Answers a request as it was printed; gives the body of the answer.
    fn send(&mut self, request: &Value) -> String {
        let url = request["url"].as_str().expect("as it is printed");
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let tail = path.strip_prefix("https://api.close.com/api/v1/activity/whatsapp_message/");
        let id = tail.expect("as it is printed").trim_end_matches('/');
        assert!(request["headers"]["authorization"] == "Basic …");
        match request["method"].as_str().expect("as it is printed") {
            "GET" => {
                let wanted = |key: &str| {
                    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
                    pairs.find(|pair| pair.0 == key).map(|pair| pair.1.to_owned())
                };
                let whatsapp = wanted("external_whatsapp_message_id").expect("as it is printed");
                let skip =
                    wanted("_skip").map_or(0, |skip| skip.parse().expect("as it is printed"));
                let same = |one: &&Value| one["external_whatsapp_message_id"] == *whatsapp;
                let found: Vec<_> = self.0.iter().filter(same).collect();
                let page: Vec<_> = found.iter().skip(skip).take(1).collect();
                json!({"data": page, "has_more": found.len() > skip + 1}).to_string()
            }
            "POST" => {
                let mut new = request["body"].clone();
                new["id"] = format!("acti_{}", self.0.len() + 1).into();
                self.0.push(new);
                "{}".into()
            }
            "PUT" => {
                let at = self.0.iter().position(|one| one["id"] == id).expect("as it is printed");
                self.0[at]["message_markdown"] = request["body"]["message_markdown"].clone();
                "{}".into()
            }
            "DELETE" => {
                let at = self.0.iter().position(|one| one["id"] == id).expect("as it is printed");
                self.0.remove(at);
                String::new()
            }
            other => panic!("{other}"),
        }
    }

    /// What the script in the help does; gives the last step.
    fn run(&mut self, plan: &[&str]) -> String {
        let mut answers =
            self.send(&serde_json::from_str(&output(plan, "")).expect("as it is printed"));
        loop {
            let next: Value =
                serde_json::from_str(&step(plan, &answers)).expect("as it is printed");
            let requests = next["requests"].as_array().expect("as it is printed");
            let sent: Vec<_> = requests.iter().map(|request| self.send(request)).collect();
            if next["step"] != "more" {
                return next["step"].as_str().expect("as it is printed").to_owned();
            }
            answers.extend(sent);
        }
    }

    fn texts(&self) -> Vec<&str> {
        self.0
            .iter()
            .map(|one| one["message_markdown"].as_str().expect("as it is printed"))
            .collect()
    }
}

#[test]
fn a_script_brings_close_where_whatsapp_is() {
    let mut close = Close(Vec::new());
    let second =
        CREATED.map(|arg| if arg == "--lead-id=lead_1" { "--lead-id=lead_2" } else { arg });
    assert_eq!(close.run(&EDITED), "not-there");
    assert_eq!(close.run(&DELETED), "not-there");
    for (plan, step) in [
        (&CREATED, "create"),
        (&CREATED, "created-already"),
        (&second, "create"),
        (&second, "created-already"),
        (&CREATED, "created-already"),
    ] {
        assert_eq!(close.run(plan), step);
    }
    assert_eq!(close.texts(), ["*Hi*", "*Hi*"]);
    assert_eq!(close.run(&EDITED), "update");
    assert_eq!(close.run(&EDITED), "update");
    assert_eq!(close.texts(), ["*new*", "*new*"]);
    assert_eq!(close.run(&DELETED), "delete");
    assert_eq!(close.run(&DELETED), "not-there");
    assert!(close.0.is_empty());
}

/// What the help shows is what is printed.
#[test]
fn the_examples_are_true() {
    let shown = |command: &[&str], at: usize| {
        let help = output(&[command, &["--help"]].concat(), "");
        let (_, examples) = help.split_once("Examples:\n").unwrap();
        let part = examples.split("\n  \n").nth(at).unwrap();
        part.lines().map(str::trim).collect::<String>() + "\n"
    };
    let one = page(&[(1, 1)], false);
    assert_eq!(shown(&["close", "plan"], 1), output(&DELETED, ""));
    assert_eq!(shown(&["close", "plan"], 3), step(&DELETED, &one));
    assert_eq!(shown(&["close", "plan", "created"], 1), step(&CREATED, &one));
    let edited = [&EDITED[..4], &["--body=Hi *Ana*"]].concat();
    assert_eq!(shown(&["close", "plan", "edited"], 1), step(&edited, &one));
    assert_eq!(shown(&["close", "plan", "deleted"], 1), step(&DELETED, &page(&[], false)));
}
