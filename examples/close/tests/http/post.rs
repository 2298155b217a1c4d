//! The two programs: a message is created, with a file, and once only.

use insta::assert_snapshot;

use crate::server::{KEY, Server, Settings};
use crate::support::{ARGS, REQWEST, UREQ, fails, prints, run};

#[test]
fn ureq_creates_a_message_once() {
    let server = Server::start(Settings::default());
    assert_snapshot!(prints(UREQ, &server, &ARGS), @"acti_0000000000000000000001: created: <p>Hi <strong>Ana</strong></p>");
    assert_snapshot!(prints(UREQ, &server, &ARGS), @"acti_0000000000000000000001: was there already");
    let other = [&["lead_2"], &ARGS[1..]].concat();
    assert_snapshot!(prints(UREQ, &server, &other), @"acti_0000000000000000000002: created: <p>Hi <strong>Ana</strong></p>");
    assert_snapshot!(server.state().take_calls(), @r"
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    POST /api/v1/activity/whatsapp_message/
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    POST /api/v1/activity/whatsapp_message/
    ");
    let state = server.state();
    assert_eq!(state.activities.len(), 2);
    assert_eq!(state.activities[0]["local_phone"], "+16503334444");
    assert_eq!(state.activities[0]["message_markdown"], "Hi *Ana*");
}

#[test]
fn reqwest_creates_a_message() {
    let server = Server::start(Settings::default());
    assert_snapshot!(prints(REQWEST, &server, &ARGS), @"acti_0000000000000000000001: created: <p>Hi <strong>Ana</strong></p>");
    assert_snapshot!(server.state().take_calls(), @r"POST /api/v1/activity/whatsapp_message/");
}

#[test]
fn bad_fields_are_named_and_nothing_is_sent() {
    let server = Server::start(Settings::default());
    let args = ["lead_1", "Ana", "inbound", "1", "18183004000", "", "Hi"];
    assert_snapshot!(fails(UREQ, &server, &args), @r"
    contact_id: wanted the id of a contact, `cont_` and then letters and digits, found `Ana`
    direction: wanted `incoming` or `outgoing`, found `inbound`
    external_whatsapp_message_id: wanted the message's id in WhatsApp, one line without space around it, found nothing
    local_phone: wanted a phone number with its country code, 7 to 15 digits of which the first is no 0, found `1`
    ");
    assert_snapshot!(fails(UREQ, &server, &args[..6]), @r"wanted LEAD CONTACT incoming|outgoing OUR-PHONE THEIR-PHONE WHATSAPP-ID TEXT, found 6 arguments");
    for args in [&args[..], &args[..6]] {
        assert_eq!(fails(REQWEST, &server, args), fails(UREQ, &server, args));
    }
    // With a file, which is not sent either.
    let args = [&args[..], &["Cargo.toml", "text/plain"]].concat();
    assert_eq!(fails(UREQ, &server, &args).lines().count(), 4);
    assert_eq!(server.state().take_calls(), "");
}

#[test]
fn a_wrong_key_is_told_and_not_shown() {
    let server = Server::start(Settings::default());
    // The other as out of a file, with a line feed at its end.
    for key in ["api_wrong", &format!("{KEY}\n")] {
        let said = [UREQ, REQWEST].map(|program| {
            let output = run(program, &server, key, &ARGS);
            assert_eq!(output.status.code(), Some(1));
            String::from_utf8(output.stderr).unwrap()
        });
        assert_eq!(said[0], said[1]);
        let expected = match key {
            "api_wrong" => "401 Unauthorized: The API key is not valid.\n",
            _ => "wanted the API key as visible ASCII without spaces or colons\n",
        };
        assert_eq!(said[0], expected);
    }
    assert!(server.state().activities.is_empty());
}

#[test]
fn nobody_there_is_told() {
    let server = Server::start(Settings::default());
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for program in [UREQ, REQWEST] {
        let output = std::process::Command::new(program)
            .args(ARGS)
            .env("CLOSE_API_KEY", KEY)
            .env("CLOSE_BASE_URL", format!("http://{free}"))
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(!output.stderr.is_empty());
    }
    assert_eq!(server.state().take_calls(), "");
}
