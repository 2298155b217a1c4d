//! The calls of the WhatsApp message activity.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};

use super::schema::Kind;
use super::{Shared, files};

type Pairs = Query<Vec<(String, String)>>;

fn refuse(status: StatusCode, body: Value) -> Response {
    (status, Json(body)).into_response()
}

fn not_found() -> Response {
    refuse(StatusCode::NOT_FOUND, json!({"error": "Empty query: Activity does not exist."}))
}

fn field_error(field: &str, message: &str) -> Value {
    json!({"errors": [], "field-errors": {field: message}})
}

/// A message as it is stored: with all that Close adds.
pub(crate) fn stored(id: &str, message: Map<String, Value>) -> Map<String, Value> {
    let text = message.get("message_markdown").and_then(Value::as_str).unwrap_or_default();
    let phone = |name: &str| {
        let digits = message[name].as_str().unwrap_or_default().trim_start_matches('+');
        format!("+{digits}")
    };
    let (local, remote) = (phone("local_phone"), phone("remote_phone"));
    let added = json!({
        "_type": "WhatsAppMessage", "id": id, "organization_id": "orga_1", "source": "api",
        "date_created": "2026-01-31T10:00:00+00:00", "date_updated": "2026-01-31T10:00:00+00:00",
        "message_html": wamark::to_html(text), "text": wamark::to_text(text), "users": [],
        "local_phone": local, "local_phone_formatted": local,
        "remote_phone": remote, "remote_phone_formatted": remote,
        "created_by": null, "updated_by": null, "user_id": null, "integration_link": null,
        "integration_name": null, "response_to_id": null,
    });
    let Value::Object(mut activity) = added else { unreachable!() };
    for (key, mut value) in message {
        if key == "attachments" {
            for attachment in value.as_array_mut().into_iter().flatten() {
                attachment["size"] = Value::Null;
            }
        }
        if !matches!(key.as_str(), "local_phone" | "remote_phone") {
            activity.insert(key, value);
        }
    }
    activity
}

pub(crate) async fn create(
    State(state): State<Shared>,
    Query(pairs): Pairs,
    body: Bytes,
) -> Response {
    let mut state = state.lock().unwrap();
    let message = match state.schemas.read(Kind::Create, &body) {
        Ok(message) => message,
        Err(said) => return refuse(StatusCode::BAD_REQUEST, said),
    };
    if let Some(said) = files::unknown(&state, &message) {
        return refuse(StatusCode::BAD_REQUEST, said);
    }
    let inbox = pairs.iter().any(|(key, value)| key == "send_to_inbox" && value == "true");
    if inbox && message["direction"] != "incoming" {
        return refuse(StatusCode::BAD_REQUEST, field_error("send_to_inbox", "Incoming only."));
    }
    let activity = stored(&state.id("acti"), message);
    // What this server says is held to the schema too.
    state
        .schemas
        .read(Kind::Activity, Value::Object(activity.clone()).to_string().as_bytes())
        .unwrap();
    state.activities.push(activity.clone());
    Json(activity).into_response()
}

pub(crate) async fn list(State(state): State<Shared>, Query(pairs): Pairs) -> Response {
    let state = state.lock().unwrap();
    let pair = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| &**value);
    let number = |name: &str| pair(name).map(str::parse::<usize>).transpose();
    let (Ok(limit), Ok(skip)) = (number("_limit"), number("_skip")) else {
        return refuse(StatusCode::BAD_REQUEST, field_error("_limit", "A number is required."));
    };
    let limit = limit.unwrap_or(100).min(state.settings.page);
    let known = ["_limit", "_skip", "_fields", "external_whatsapp_message_id", "lead_id"];
    if let Some((key, _)) = pairs.iter().find(|(key, _)| !known.contains(&&**key)) {
        return refuse(StatusCode::BAD_REQUEST, field_error(key, "Unknown filter."));
    }
    let found: Vec<Map<String, Value>> = state
        .activities
        .iter()
        .filter(|activity| {
            ["external_whatsapp_message_id", "lead_id"]
                .iter()
                .all(|key| pair(key).is_none_or(|value| activity[*key] == value))
        })
        .map(|activity| {
            let mut activity = activity.clone();
            if let Some(fields) = pair("_fields") {
                activity.retain(|key, _| fields.split(',').any(|field| field == key));
            }
            activity
        })
        .collect();
    let skip = skip.unwrap_or(0);
    let has_more = found.len() > skip + limit;
    let data: Vec<_> = found.into_iter().skip(skip).take(limit).collect();
    Json(json!({"data": data, "has_more": has_more})).into_response()
}

pub(crate) async fn get(State(state): State<Shared>, Path(id): Path<String>) -> Response {
    let state = state.lock().unwrap();
    let found = state.activities.iter().find(|activity| activity["id"] == *id);
    found.map_or_else(not_found, |activity| Json(activity).into_response())
}

pub(crate) async fn update(
    State(state): State<Shared>,
    Path(id): Path<String>,
    body: Bytes,
) -> Response {
    let mut state = state.lock().unwrap();
    let change = match state.schemas.read(Kind::Update, &body) {
        Ok(change) => change,
        Err(said) => return refuse(StatusCode::BAD_REQUEST, said),
    };
    if let Some(said) = files::unknown(&state, &change) {
        return refuse(StatusCode::BAD_REQUEST, said);
    }
    let Some(at) = state.activities.iter().position(|activity| activity["id"] == *id) else {
        return not_found();
    };
    let mut message = state.activities[at].clone();
    message.extend(change);
    for made in ["message_html", "text"] {
        message.remove(made);
    }
    state.activities[at] = stored(&id, message);
    Json(state.activities[at].clone()).into_response()
}

/// Close does not say which body a deletion has: each that may be, in turn.
pub(crate) async fn delete(State(state): State<Shared>, Path(id): Path<String>) -> Response {
    let mut state = state.lock().unwrap();
    let Some(at) = state.activities.iter().position(|activity| activity["id"] == *id) else {
        return not_found();
    };
    state.activities.remove(at);
    match state.deletion() {
        0 => StatusCode::NO_CONTENT.into_response(),
        1 => Json(json!({})).into_response(),
        _ => StatusCode::OK.into_response(),
    }
}
