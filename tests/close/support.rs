//! The schema of Close's objects, and a message without a fault.

use serde_json::Value;
use wamark::close::{Api, Auth, Direction, Required};

/// The schema file.
pub(crate) fn schema() -> Value {
    serde_json::from_str(include_str!("../data/close-whatsapp.schema.json")).unwrap()
}

/// Says what is wrong with a value, by one of the schema's definitions.
pub(crate) struct Judge(jsonschema::Validator);

impl Judge {
    pub(crate) fn new(definition: &str) -> Self {
        let mut schema = schema();
        schema["$ref"] = format!("#/$defs/{definition}").into();
        Self(jsonschema::options().should_validate_formats(true).build(&schema).unwrap())
    }

    pub(crate) fn faults(&self, json: &str) -> Vec<String> {
        let value: Value = serde_json::from_str(json).unwrap();
        self.0.iter_errors(&value).map(|error| error.to_string()).collect()
    }
}

/// The example of a definition.
pub(crate) fn example(definition: &str) -> Value {
    schema()["$defs"][definition]["examples"][0].clone()
}

pub(crate) fn required() -> Required {
    Required {
        activity_at: "2026-01-31T09:30:00+01:00".into(),
        contact_id: "cont_1".into(),
        direction: Direction::Incoming.into(),
        external_whatsapp_message_id: "wamid.A1".into(),
        lead_id: "lead_1".into(),
        local_phone: "16503334444".into(),
        message_markdown: "*Hi*".into(),
        remote_phone: "+4930901820".into(),
    }
}

pub(crate) const KEY: &str = "api_secretkey";

pub(crate) fn api() -> Api {
    Api::new(Auth::api_key(KEY).unwrap())
}

/// An answer.
pub(crate) fn response(status: u16, body: &str) -> http::Response<Vec<u8>> {
    http::Response::builder().status(status).body(body.as_bytes().to_vec()).unwrap()
}

/// A request as it would be written down, without what is secret.
pub(crate) fn show(request: &http::Request<Vec<u8>>) -> String {
    let mut shown = format!("{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        shown.extend([name.as_str(), ": ", &format!("{value:?}"), "\n"]);
    }
    shown + &String::from_utf8_lossy(request.body())
}
