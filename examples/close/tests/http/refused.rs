//! Refusals in every shape that Close has for them: the error names the field, and nothing is sent
//! again.

use axum::http::Method;
use insta::assert_snapshot;
use wamark_close_examples::sync::{Failure, Outcome};

use crate::server::{Fault, Server, Settings, What};
use crate::support::{created, deleted, edited, sync};

fn refused(status: u16, body: &'static str) -> String {
    let server = Server::start(Settings::default());
    server.state().faults.push_back(Fault(Method::POST, What::Refuse(status, body)));
    let error = sync(&server, &created()).unwrap_err();
    assert_eq!(server.state().calls.len(), 2, "{error}");
    error.to_string()
}

#[test]
fn the_shapes_of_a_refusal() {
    let bodies = [
        r#"{"errors": [], "field-errors": {"lead_id": "This lead does not exist."}}"#,
        r#"{"errors": ["Bad thing."], "field-errors": {"attachments": {"errors": ["Too many."],
            "field-errors": {"1": {"errors": [], "field-errors": {"url": "Not ours."}}}}}}"#,
        r#"{"error": "The contact does not belong to the lead."}"#,
        "Something is wrong.",
        "",
    ];
    let said = bodies.map(|body| refused(400, body));
    assert_snapshot!(said.join("\n"), @r"
    400 Bad Request: lead_id: This lead does not exist.
    400 Bad Request: Bad thing.; attachments: Too many.; attachments[1].url: Not ours.
    400 Bad Request: The contact does not belong to the lead.
    400 Bad Request: Something is wrong.
    400 Bad Request
    ");
    let said = [402, 403, 404, 405, 415].map(|status| refused(status, r#"{"error": "No."}"#));
    assert_snapshot!(said.join("\n"), @r"
    402 Payment Required: No.
    403 Forbidden: No.
    404 Not Found: No.
    405 Method Not Allowed: No.
    415 Unsupported Media Type: No.
    ");
}

/// The server refuses by the schema; our own code cannot build such a message, so it is sent as it is.
#[test]
fn the_server_is_strict() {
    use std::time::Duration;
    use wamark::close::Activity;
    use wamark_close_examples::client::Client;

    let server = Server::start(Settings::default());
    let api = crate::support::api(&server);
    let client = Client::new(Duration::from_secs(10));
    let message = wamark::close::NewMessage::builder(crate::support::required()).build().unwrap();
    let good = api.create(&message).unwrap();
    let broken = |from: &str, to: &str| {
        let mut request = good.clone();
        let body = String::from_utf8(good.body().clone()).unwrap();
        assert!(body.contains(from), "{body}");
        *request.body_mut() = body.replacen(from, to, 1).into_bytes();
        client.call(&request, Activity::from_response).unwrap_err().to_string()
    };
    let said = [
        broken(r#""lead_id""#, r#""lead""#),
        broken("incoming", "inbound"),
        broken("2026-01-31T", "31.1.2026 "),
        broken("{", r#"{"status": "sent", "#),
        broken("{", "["),
    ];
    assert_snapshot!(said.join("\n"), @r#"
    400 Bad Request: "lead_id" is a required property; Additional properties are not allowed ('lead' was unexpected)
    400 Bad Request: direction: "inbound" is not one of "incoming" or "outgoing"
    400 Bad Request: activity_at: "31.1.2026 08:30:00Z" is not a "date-time"
    400 Bad Request: Additional properties are not allowed ('status' was unexpected)
    400 Bad Request: The body is not JSON.
    "#);
    assert!(server.state().activities.is_empty());
    client.call(&good, Activity::from_response).unwrap();
}

#[test]
fn one_lead_that_refuses_does_not_keep_the_others() {
    let server = Server::start(Settings::default());
    for lead in ["lead_1", "lead_2", "lead_3"] {
        server.state().put(lead, "wamid.A1");
    }
    let refuse = |method| {
        let body = r#"{"error": "You cannot change this lead."}"#;
        server.state().faults.push_back(Fault(method, What::Refuse(403, body)));
    };
    let changed = || server.state().activities.iter().filter(|one| one["text"] == "second").count();
    refuse(Method::PUT);
    assert_snapshot!(sync(&server, &edited()).unwrap_err(), @r"403 Forbidden: You cannot change this lead.");
    assert_eq!(changed(), 2);
    refuse(Method::DELETE);
    assert_snapshot!(sync(&server, &deleted()).unwrap_err(), @r"403 Forbidden: You cannot change this lead.");
    assert_eq!(server.state().activities.len(), 1);
    // Deleted by somebody else in between.
    server.state().faults.push_back(Fault(Method::DELETE, What::Answer(404, "")));
    assert!(matches!(sync(&server, &deleted()).unwrap(), Outcome::Deleted(_)));
}

#[test]
fn a_list_that_was_not_filtered_changes_nothing() {
    let body = r#"{"data": [{"id": "acti_1", "lead_id": "lead_1",
        "external_whatsapp_message_id": "wamid.B1"}], "has_more": false}"#;
    let said = [created(), edited(), deleted()].map(|plan| {
        let server = Server::start(Settings::default());
        server.state().faults.push_back(Fault(Method::GET, What::Refuse(200, body)));
        let error = sync(&server, &plan).unwrap_err();
        assert!(matches!(error, Failure::Plan(_)));
        assert_eq!(server.state().calls.len(), 1);
        error.to_string()
    });
    assert_snapshot!(said.join("\n"), @r"
    external_whatsapp_message_id: wanted the id that was asked for, found another
    external_whatsapp_message_id: wanted the id that was asked for, found another
    external_whatsapp_message_id: wanted the id that was asked for, found another
    ");
}
