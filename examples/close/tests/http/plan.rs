//! Plans, where nothing goes wrong: find, create, edit, delete, replay; and too many calls.

use std::time::{Duration, Instant};

use insta::assert_snapshot;
use wamark_close_examples::sync::Outcome;

use crate::server::{Server, Settings};
use crate::support::{ARGS, REQWEST, UREQ, created, deleted, edited, prints, sync};

#[test]
fn created_edited_and_deleted_and_each_again() {
    let server = Server::start(Settings::default());
    assert_eq!(sync(&server, &edited()).unwrap(), Outcome::NotThere);
    assert_eq!(sync(&server, &deleted()).unwrap(), Outcome::NotThere);
    assert!(matches!(sync(&server, &created()).unwrap(), Outcome::Created(_)));
    let id = "acti_0000000000000000000001".parse().unwrap();
    assert_eq!(sync(&server, &created()).unwrap(), Outcome::CreatedAlready(id));
    assert_eq!(server.state().activities[0]["message_markdown"], "*Hi* Ana");
    for _ in 0..2 {
        assert!(matches!(sync(&server, &edited()).unwrap(), Outcome::Updated(_)));
        assert_eq!(server.state().activities[0]["message_html"], "<p><em>second</em></p>");
    }
    assert!(matches!(sync(&server, &deleted()).unwrap(), Outcome::Deleted(_)));
    assert_eq!(sync(&server, &deleted()).unwrap(), Outcome::NotThere);
    assert!(server.state().activities.is_empty());
    assert_snapshot!(server.state().take_calls(), @r"
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    POST /api/v1/activity/whatsapp_message/
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    PUT /api/v1/activity/whatsapp_message/acti_0000000000000000000001/
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    PUT /api/v1/activity/whatsapp_message/acti_0000000000000000000001/
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    DELETE /api/v1/activity/whatsapp_message/acti_0000000000000000000001/
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    ");
}

#[test]
fn every_lead_that_has_the_message_on_every_page() {
    let server = Server::start(Settings { page: 2, ..Settings::default() });
    let mut ids = Vec::new();
    {
        let mut state = server.state();
        for lead in 2..7 {
            state.put("lead_9", &format!("wamid.B{lead}"));
            ids.push(state.put(&format!("lead_{lead}"), "wamid.A1").parse().unwrap());
        }
    }
    assert_eq!(sync(&server, &edited()).unwrap(), Outcome::Updated(ids.clone()));
    assert_snapshot!(server.state().take_calls(), @r"
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id&_skip=2
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id&_skip=4
    PUT /api/v1/activity/whatsapp_message/acti_0000000000000000000002/
    PUT /api/v1/activity/whatsapp_message/acti_0000000000000000000004/
    PUT /api/v1/activity/whatsapp_message/acti_0000000000000000000006/
    PUT /api/v1/activity/whatsapp_message/acti_0000000000000000000008/
    PUT /api/v1/activity/whatsapp_message/acti_0000000000000000000010/
    ");
    let of = |text: &str| {
        let state = server.state();
        state.activities.iter().filter(|activity| activity["text"] == text).count()
    };
    assert_eq!((of("second"), of("first")), (5, 5));
    // None of these is of the lead.
    assert!(matches!(sync(&server, &created()).unwrap(), Outcome::Created(_)));
    assert_eq!(server.state().activities.len(), 11);
    assert!(matches!(sync(&server, &deleted()).unwrap(), Outcome::Deleted(ids) if ids.len() == 6));
    // Each body that a deletion may have was there, twice.
    assert_eq!(of("first"), 5);
    assert_eq!(server.state().activities.len(), 5);
}

#[test]
fn too_many_calls_wait_until_the_window_ends() {
    let window = Duration::from_millis(700);
    let server = Server::start(Settings { calls: 1, window, ..Settings::default() });
    let begin = Instant::now();
    assert_snapshot!(prints(UREQ, &server, &ARGS), @"acti_0000000000000000000001: created: <p>Hi <strong>Ana</strong></p>");
    assert_snapshot!(prints(REQWEST, &server, &ARGS), @"acti_0000000000000000000002: created: <p>Hi <strong>Ana</strong></p>");
    assert!(matches!(sync(&server, &deleted()).unwrap(), Outcome::Deleted(ids) if ids.len() == 2));
    // Six calls that were let through are in six windows.
    assert!(begin.elapsed() >= window * 5, "{:?}", begin.elapsed());
    let calls = server.state().take_calls();
    // Each turn came by waiting, not by asking: at most one call too many for each.
    assert!(calls.lines().count() <= 12, "{calls}");
    assert!(server.state().activities.is_empty());
}
