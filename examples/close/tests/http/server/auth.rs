//! Who may call, and how often.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{KEY, Shared};

/// Notes the call, and lets it through if it is allowed to.
pub(crate) async fn check(State(state): State<Shared>, request: Request, next: Next) -> Response {
    let expected = format!("Basic {}", STANDARD.encode(format!("{KEY}:")));
    let (turn, limit) = turn(&state);
    let mut response =
        if request.headers().get(AUTHORIZATION).is_none_or(|value| *value != expected) {
            (StatusCode::UNAUTHORIZED, r#"{"error": "The API key is not valid."}"#).into_response()
        } else if turn {
            next.run(request).await
        } else {
            let body = r#"{"error": {"message": "API call count exceeded for this window"}}"#;
            (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "1")], body).into_response()
        };
    response.headers_mut().insert("ratelimit", limit);
    response
}

/// Whether the call is one of those that the window has, and the header that says so.
fn turn(state: &Shared) -> (bool, HeaderValue) {
    let mut state = state.lock().unwrap();
    let (length, calls) = (state.settings.window, state.settings.calls);
    let now = Instant::now();
    let (began, used) = match state.window {
        Some((began, used)) if now.duration_since(began) < length => (began, used),
        _ => (now, 0),
    };
    let turn = used < calls;
    state.window = Some((began, used + u32::from(turn)));
    let remaining = calls - used - u32::from(turn);
    let reset = length.saturating_sub(now.duration_since(began)).as_secs_f64();
    let header = format!("limit={calls}, remaining={remaining}, reset={reset:.3}");
    (turn, HeaderValue::from_str(&header).unwrap())
}
