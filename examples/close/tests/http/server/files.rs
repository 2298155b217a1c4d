//! Files: announced, sent within 60 seconds by a form, and then good as attachments.

use std::time::{Duration, Instant};

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Multipart, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};

use super::Shared;
use super::schema::Kind;

/// A file that was announced.
pub(crate) struct File {
    key: String,
    /// When its form was given, by the server's clock.
    since: Instant,
    pub(crate) content_type: String,
    pub(crate) filename: String,
    /// Once the form was sent.
    pub(crate) content: Option<Vec<u8>>,
}

const FILES: &str = "https://app.close.com/go/file/";

/// What only somebody who was given the form knows.
pub(crate) const POLICY: &str = "eyJwb2xpY3kiOiAic2VjcmV0In0=";

pub(crate) async fn announce(State(state): State<Shared>, body: Bytes) -> Response {
    let mut state = state.lock().unwrap();
    let file = match state.schemas.read(Kind::Upload, &body) {
        Ok(file) => file,
        Err(said) => return (StatusCode::BAD_REQUEST, Json(said)).into_response(),
    };
    let key = state.id("file");
    let text = |name: &str| file[name].as_str().unwrap().to_owned();
    let file = File {
        key: key.clone(),
        since: Instant::now() + state.ahead,
        content_type: text("content_type"),
        filename: text("filename"),
        content: None,
    };
    state.files.push(file);
    Json(json!({
        "download": {"url": format!("{FILES}{key}")},
        "upload": {
            "url": format!("http://{}/storage/", state.address),
            "fields": {"key": key, "policy": POLICY, "success_action_status": "201"},
        },
    }))
    .into_response()
}

/// Takes the form: all fields as they were given, then the file, and nobody's key.
pub(crate) async fn store(
    State(state): State<Shared>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Response {
    let forbidden = |said: &'static str| (StatusCode::FORBIDDEN, said).into_response();
    if headers.contains_key(AUTHORIZATION) {
        return forbidden("<Error>Only one auth mechanism allowed</Error>");
    }
    let mut fields = Map::new();
    let mut file = None;
    while let Some(field) = form.next_field().await.unwrap() {
        if file.is_some() {
            return forbidden("<Error>A field after the file</Error>");
        }
        let name = field.name().unwrap().to_owned();
        if name == "file" {
            let named = field.file_name().map(str::to_owned);
            let kind = field.content_type().map(str::to_owned);
            file = Some((named, kind, field.bytes().await.unwrap().to_vec()));
        } else {
            fields.insert(name, field.text().await.unwrap().into());
        }
    }
    let mut state = state.lock().unwrap();
    let now = Instant::now() + state.ahead;
    let known = state.files.iter_mut().find(|known| fields.get("key") == Some(&json!(known.key)));
    let (Some(known), Some((name, kind, content))) = (known, file) else {
        return forbidden("<Error>No such file was announced</Error>");
    };
    if fields["policy"] != POLICY || fields["success_action_status"] != "201" {
        return forbidden("<Error>Invalid according to Policy</Error>");
    }
    if now.duration_since(known.since) > Duration::from_secs(60) {
        return forbidden("<Error>Invalid according to Policy: Policy expired.</Error>");
    }
    if name.as_ref() != Some(&known.filename) || kind.as_ref() != Some(&known.content_type) {
        return forbidden("<Error>Not the file that was announced</Error>");
    }
    known.content = Some(content);
    StatusCode::CREATED.into_response()
}

/// What is said of attachments that are none of the files that were sent.
pub(crate) fn unknown(state: &super::State, message: &Map<String, Value>) -> Option<Value> {
    let attachments = message.get("attachments")?.as_array()?;
    let is_there = |attachment: &Value| {
        let key = attachment["url"].as_str().unwrap_or_default().strip_prefix(FILES);
        state.files.iter().any(|file| Some(&*file.key) == key && file.content.is_some())
    };
    let said: Map<String, Value> = attachments
        .iter()
        .enumerate()
        .filter(|(_, attachment)| !is_there(attachment))
        .map(|(at, _)| (at.to_string(), json!({"url": "The file was not uploaded."})))
        .collect();
    (!said.is_empty()).then(|| {
        json!({"errors": [], "field-errors": {"attachments": {"errors": [], "field-errors": said}}})
    })
}
