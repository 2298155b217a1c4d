//! Posts a message to Close, with `reqwest` (async).
//!
//! ```sh
//! export CLOSE_API_KEY=…
//! cargo run -p wamark-close-examples --bin post_reqwest -- \
//!     lead_1 cont_1 outgoing +16503334444 +4930901820 wamid.A1 'Hi *Ana*'
//! ```
//!
//! `post_ureq` also sends files, and looks before it sends.

use std::process::ExitCode;
use std::time::Duration;

use wamark::close::{Activity, ReadError};
use wamark_close_examples::setting::{self, Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<String, Error> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let message = setting::message(&args)?.build()?;
    let request = setting::api()?.create(&message)?;
    // Which cryptography TLS uses is the program's choice.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().timeout(Duration::from_secs(30)).build()?;
    for _ in 0..5 {
        let response = send(&client, request.clone()).await?;
        match Activity::from_response(&response) {
            Ok(activity) => {
                let id = activity.id().ok_or("the answer has no id")?;
                let html = activity.message_html().unwrap_or_default();
                return Ok(format!("{id}: created: {html}"));
            }
            // One call too many: nothing was done, and there is a time to wait.
            Err(ReadError::Refused(refusal)) if refusal.status().as_u16() == 429 => {
                tokio::time::sleep(refusal.wait().unwrap_or(Duration::from_secs(1))).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err("too many calls".into())
}

/// Sends a request once. An answer of any status is an answer.
async fn send(
    client: &reqwest::Client,
    request: http::Request<Vec<u8>>,
) -> Result<http::Response<Vec<u8>>, reqwest::Error> {
    let mut response = client.execute(request.try_into()?).await?;
    let mut answer = http::Response::default();
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    *answer.body_mut() = response.bytes().await?.into();
    Ok(answer)
}
