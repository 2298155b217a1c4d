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

    /// Several requests, to be a part of what is printed.
    pub(super) fn shown(
        &self,
        make: impl FnOnce(&Api) -> Result<Vec<Request>, RequestError>,
    ) -> Result<Vec<Shown>, Error> {
        Ok(made(&self.base_url, make)?.iter().map(Shown::new).collect())
    }
}

fn print(
    base_url: &str,
    make: impl FnOnce(&Api) -> Result<Request, RequestError>,
) -> Result<(), Error> {
    print_json(&Shown::new(&made(base_url, make)?))
}

/// Prints a value on a line.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), Error> {
    let mut json = serde_json::to_string(value).expect("texts are JSON");
    json.push('\n');
    output::write(json.as_bytes())
}

fn made<T>(base_url: &str, make: impl FnOnce(&Api) -> Result<T, RequestError>) -> Result<T, Error> {
    // The header is shown without its value, so there is none to ask for.
    let auth = Auth::api_key("key").map_err(|error| Error::Fields(vec![error.to_string()]))?;
    let result = Api::new(auth).base_url(base_url).and_then(|api| make(&api));
    result.map_err(|error| Error::Fields(vec![error.to_string()]))
}

/// A request as JSON, without what is secret.
#[derive(Serialize)]
pub(super) struct Shown {
    method: String,
    url: String,
    headers: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
}

impl Shown {
    fn new(request: &Request) -> Self {
        let value = |value: &http::HeaderValue| {
            let text = String::from_utf8_lossy(value.as_bytes());
            match text.split_once(' ') {
                _ if !value.is_sensitive() => text.into_owned(),
                Some((scheme, _)) => format!("{scheme} …"),
                None => "…".into(),
            }
        };
        let headers = request.headers().iter();
        let body = String::from_utf8(request.body().clone()).ok();
        Self {
            method: request.method().to_string(),
            url: request.uri().to_string(),
            headers: headers.map(|(name, text)| (name.to_string(), value(text))).collect(),
            body: body.and_then(|body| RawValue::from_string(body).ok()),
        }
    }
}
