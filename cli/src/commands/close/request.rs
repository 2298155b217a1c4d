//! What is printed: a payload, or the whole request without what is secret.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;
use wamark::close::{Api, Auth, BASE_URL, RequestError};

use crate::error::Error;
use crate::output;

type Request = http::Request<Vec<u8>>;

/// For requests that have a payload.
#[derive(Debug, clap::Args)]
pub(super) struct Payload {
    /// Print the whole request: method, URL, headers (without the key), body
    #[arg(long)]
    request: bool,

    /// Where the API is
    #[arg(long, value_name = "URL", requires = "request", default_value = BASE_URL)]
    base_url: String,
}

impl Payload {
    /// Prints the payload, or the request.
    pub(super) fn print(
        &self,
        payload: String,
        make: impl FnOnce(&Api) -> Result<Request, RequestError>,
    ) -> Result<(), Error> {
        if self.request {
            return print(&self.base_url, make);
        }
        output::write((payload + "\n").as_bytes())
    }
}

/// For requests that have none: it is always the request that is printed.
#[derive(Debug, clap::Args)]
pub(super) struct Bare {
    /// Print the whole request, which is done anyway
    #[arg(long, hide = true)]
    request: bool,

    /// Where the API is
    #[arg(long, value_name = "URL", default_value = BASE_URL)]
    base_url: String,
}

impl Bare {
    pub(super) fn print(
        &self,
        make: impl FnOnce(&Api) -> Result<Request, RequestError>,
    ) -> Result<(), Error> {
        print(&self.base_url, make)
    }
}

fn print(
    base_url: &str,
    make: impl FnOnce(&Api) -> Result<Request, RequestError>,
) -> Result<(), Error> {
    // The header is shown without its value, so there is none to ask for.
    let auth = Auth::api_key("key").map_err(|error| Error::Fields(vec![error.to_string()]))?;
    let request = Api::new(auth).base_url(base_url).and_then(|api| make(&api));
    let request = request.map_err(|error| Error::Fields(vec![error.to_string()]))?;
    let mut json = serde_json::to_string(&Shown::new(&request)).expect("texts are JSON");
    json.push('\n');
    output::write(json.as_bytes())
}

/// A request as JSON.
#[derive(Serialize)]
struct Shown<'a> {
    method: &'a str,
    url: String,
    headers: BTreeMap<&'a str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
}

impl<'a> Shown<'a> {
    fn new(request: &'a Request) -> Self {
        let value = |value: &http::HeaderValue| {
            let text = String::from_utf8_lossy(value.as_bytes());
            match text.split_once(' ') {
                Some((scheme, _)) if value.is_sensitive() => format!("{scheme} …"),
                _ => text.into_owned(),
            }
        };
        let headers = request.headers().iter();
        let body = String::from_utf8(request.body().clone()).ok();
        Self {
            method: request.method().as_str(),
            url: request.uri().to_string(),
            headers: headers.map(|(name, text)| (name.as_str(), value(text))).collect(),
            body: body.and_then(|body| RawValue::from_string(body).ok()),
        }
    }
}
