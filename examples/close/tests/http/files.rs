//! Files: announced, sent, attached.

use std::time::Duration;

use axum::http::Method;
use insta::assert_snapshot;
use wamark::close::{FileUpload, NewMessage, SyncPlan, Upload};
use wamark_close_examples::client::Client;

use crate::server::{Fault, Server, Settings, What};
use crate::support::{ARGS, UREQ, api, fails, prints, required, sync};

fn picture() -> (tempfile::TempPath, Vec<u8>) {
    // What would end a form that is made carelessly.
    let content = b"\x89PNG\r\n--wamark-form-0000000000000000\r\n\r\n--\r\n".repeat(1000);
    let file = tempfile::Builder::new().suffix(".png").tempfile().unwrap().into_temp_path();
    std::fs::write(&file, &content).unwrap();
    (file, content)
}

#[test]
fn a_file_is_sent_and_attached() {
    let server = Server::start(Settings::default());
    let (path, content) = picture();
    let args = [&ARGS[..], &[path.to_str().unwrap(), "image/png"]].concat();
    assert_snapshot!(prints(UREQ, &server, &args), @r"acti_0000000000000000000002: created: <p>Hi <strong>Ana</strong></p>");
    assert_snapshot!(prints(UREQ, &server, &args), @r"acti_0000000000000000000002: was there already");
    let mut state = server.state();
    assert_snapshot!(state.take_calls(), @r"
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    POST /api/v1/files/upload/
    POST /storage/
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    POST /api/v1/activity/whatsapp_message/
    GET /api/v1/activity/whatsapp_message/?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id
    ");
    assert_eq!(state.files[0].content.as_ref(), Some(&content));
    assert_eq!(state.files[0].filename, path.file_name().unwrap().to_str().unwrap());
    let attachments = &state.activities[0]["attachments"];
    assert_eq!(attachments[0]["content_type"], "image/png");
    assert_eq!(attachments.as_array().unwrap().len(), 1);
}

#[test]
fn a_file_that_does_not_get_there_makes_no_message() {
    let server = Server::start(Settings::default());
    let (path, content) = picture();
    let args = [&ARGS[..], &[path.to_str().unwrap(), "image/png"]].concat();
    let faults =
        [What::Nothing, What::ResetBefore, What::Refuse(500, "<Error>InternalError</Error>")];
    server.state().faults.extend(faults.map(|what| Fault(Method::POST, what)));
    // The form is lost.
    assert!(fails(UREQ, &server, &args).starts_with("no answer: "));
    // Its announcement is refused.
    assert_snapshot!(fails(UREQ, &server, &args), @r"500 Internal Server Error: <Error>InternalError</Error>");
    assert!(server.state().activities.is_empty());
    prints(UREQ, &server, &args);
    let state = server.state();
    assert_eq!(state.activities.len(), 1);
    assert_eq!(state.files.last().unwrap().content.as_ref(), Some(&content));
    drop(state);
    let args = [&ARGS[..], &["no such file", "image/png"]].concat();
    let args = [&["lead_2"], &args[1..]].concat();
    assert_snapshot!(fails(UREQ, &server, &args), @r"no such file: No such file or directory (os error 2)");
}

#[test]
fn a_form_is_good_for_a_minute() {
    let server = Server::start(Settings::default());
    let client = Client::new(Duration::from_secs(10));
    let file = FileUpload::new("a b ä.txt", "text/plain").unwrap();
    let upload = client.call(&api(&server).upload(&file).unwrap(), Upload::from_response).unwrap();
    let form = upload.form(&file, b"x").unwrap();

    server.state().ahead = Duration::from_secs(61);
    let error = client.call(&form, Upload::uploaded).unwrap_err();
    assert!(!error.may_be_done());
    assert_snapshot!(error, @r"403 Forbidden: <Error>Invalid according to Policy: Policy expired.</Error>");
    // The address of a file that was never sent.
    let attachment = upload.attachment(&file, Some(1));
    let message = NewMessage::builder(required()).attachment(attachment).build().unwrap();
    let plan = SyncPlan::created(message);
    assert_snapshot!(sync(&server, &plan).unwrap_err(), @r"400 Bad Request: attachments[0].url: The file was not uploaded.");

    server.state().ahead = Duration::from_secs(59);
    client.call(&form, Upload::uploaded).unwrap();
    sync(&server, &plan).unwrap();
    assert_eq!(server.state().files[0].content.as_deref(), Some(&b"x"[..]));
}
