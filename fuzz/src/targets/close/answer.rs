//! Answers of Close, of any status.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Value, json};
use wamark::close::{
    Activity, Deleted, FileUpload, ListQuery, MessageUpdate, Page, RateLimit, ReadError, Step,
    SyncPlan, Upload,
};

use super::body::{Body, activity, page};
use super::{SECRET, Text, hold, hold_error, input};

/// An answer.
#[derive(Debug)]
struct Input {
    status: u16,
    headers: [String; 2],
    body: Body,
}

impl<'a> Arbitrary<'a> for Input {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        // Half of them of success.
        let status = u.arbitrary::<u8>()?;
        let status = if status < 128 { 200 } else { 100 + u16::from(status) * 3 };
        let headers = [Text::arbitrary(u)?.0, Text::arbitrary(u)?.0];
        let body = Body::arbitrary(u, &[activity, page, upload, refusal])?;
        Ok(Self { status, headers, body })
    }
}

fn upload() -> Value {
    json!({"download": {"url": "https://app.close.com/go/file/a"},
        "upload": {"url": format!("https://ex.com/{SECRET}"), "fields": {"policy": SECRET}}})
}

fn refusal() -> Value {
    json!({"errors": ["a", {"b": "c"}], "error": "d",
        "field-errors": {"attachments": [{"url": ["x", "y"]}, null, 4], "lead_id": "e"}})
}

/// Reads an answer as each of those that there are.
pub(super) fn run(data: &[u8]) {
    let Some(input) = input::read::<Input>(data) else { return };
    let mut response = http::Response::builder().status(input.status);
    for (name, value) in ["ratelimit", "retry-after"].into_iter().zip(&input.headers) {
        if let Ok(value) = http::HeaderValue::from_str(value) {
            response = response.header(name, value);
        }
    }
    let Ok(response) = response.body(&input.body.0) else { return };
    let _ = RateLimit::from_headers(response.headers());
    // What people wrote and what lets upload are in the templates.
    if let Some(activity) = told(&input, Activity::from_response(&response)) {
        let known = activity.names().filter(|name| activity.str(name).is_some()).count();
        hold(&input, (known > activity.names().count()).then_some("more texts than fields"));
        let _ = (activity.id(), activity.attachments());
    }
    if let Some(upload) = told(&input, Upload::from_response(&response)) {
        let file = FileUpload::new("a", "a/b").expect("a file");
        if let Err(error) = upload.form(&file, b"") {
            hold_error(&input, error);
        }
        let shown = format!("{upload:?}");
        hold(&input, shown.contains(SECRET).then_some("the debugger shows what lets upload"));
    }
    told(&input, Deleted::from_response(&response));
    if let Some(page) = told(&input, Page::from_response(&response)) {
        follow(&input, &page);
    }
}

/// What was read; an error is held against what holds for errors.
fn told<T>(input: &Input, read: std::result::Result<T, ReadError>) -> Option<T> {
    let error = match read {
        Ok(read) => return Some(read),
        Err(error) => error,
    };
    hold(input, (error.body() != input.body.0).then_some("another body"));
    hold(input, (error.status() != input.status).then_some("another status"));
    match &error {
        // What Close says of a call is for those who made it.
        ReadError::Refused(refusal) => {
            let lines = refusal.errors().len() + refusal.field_errors().len();
            hold(input, (lines > 3000).then_some("many errors"));
            let grown = refusal.field_errors().iter().any(|error| error.field.len() > 300);
            hold(input, grown.then_some("a long field"));
            let long = refusal.to_string().chars().count() > 6000;
            hold(input, long.then_some("a long refusal"));
        }
        ReadError::Unreadable(_) => hold_error(input, &error),
    }
    None
}

/// What is to be done by a page.
fn follow(input: &Input, page: &Page) {
    let next = page.next(&ListQuery::new());
    hold(input, (next.is_some() && page.data.is_empty()).then_some("no end of pages"));
    let id = || "wamid.A1".parse().expect("an id");
    let update = MessageUpdate::builder().message_markdown("a").build().expect("an update");
    for plan in [SyncPlan::edited(id(), update), SyncPlan::deleted(id())] {
        match plan.read(page) {
            Ok(Step::Update { .. } | Step::Delete { .. }) => {
                let other = page.data.iter().any(|activity| {
                    activity.str("external_whatsapp_message_id") != Some("wamid.A1")
                });
                hold(input, other.then_some("something is done to another message"));
            }
            Ok(_) => {}
            Err(error) => hold_error(input, error),
        }
    }
}
