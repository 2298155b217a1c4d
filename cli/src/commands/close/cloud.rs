//! `wamark close cloud`: messages of WhatsApp's Cloud API as what Close wants of them.

use std::path::PathBuf;

use clap::ValueHint;
use wamark::close::CloudPayload;

use crate::cli::examples;
use crate::error::{Error, Fault};
use crate::input::Source;
use crate::output;

/// Print what WhatsApp's Cloud API delivers, as what Close wants of it
///
/// The input is the body of one call of a webhook: verify its `X-Hub-Signature-256` before. The
/// output has one JSON object a line for each message, with the names of Close's fields and `item`:
///
/// `message`: a message to create. `media` is a file, to be fetched from WhatsApp by its `id` and
/// uploaded to Close; `response_to` is the WhatsApp id of what it answers. Lead and contact are not
/// known to WhatsApp.
///
/// `edit`: a message as it is now; `id` is that of the edit.
///
/// `deletion`: a message that is gone; `id` is that of the deletion.
///
/// `unsupported`: what no message of Close's can say (`kind`): a location, a poll, a reaction, …
///
/// Statuses are no messages. A message that cannot be read is told on standard error, with its
/// place; all others are printed, and the exit code is 2.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close cloud payload.json"
    ""
    "{\"item\":\"message\",\"external_whatsapp_message_id\":\"wamid.A1\",\"direction\":\"incoming\","
    "\"local_phone\":\"+16503334444\",\"remote_phone\":\"+18183004000\","
    "\"activity_at\":\"2026-01-31T08:30:00Z\",\"message_markdown\":\"*Hi*\",\"forwarded\":false,"
    "\"contact_name\":\"Ana\"}"
    "{\"item\":\"unsupported\",\"kind\":\"location\",\"external_whatsapp_message_id\":\"wamid.A2\","
    "\"direction\":\"incoming\",\"remote_phone\":\"+18183004000\","
    "\"activity_at\":\"2026-01-31T08:31:00Z\"}"
    ""
    "wamark close cloud payload.json | jq -r 'select(.item == \"deletion\") |"
    "    .external_whatsapp_message_id'"
])]
pub(super) struct Args {
    /// The body; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

impl Args {
    pub(super) fn run(self) -> Result<(), Error> {
        let source = Source::from(self.file);
        let payload = CloudPayload::from_json(&source.read_bytes("body")?)
            .map_err(|error| source.error(Fault::Told(error.to_string())))?;
        let (mut out, mut wrong) = (Vec::new(), Vec::new());
        for item in payload.items {
            match item {
                Ok(item) => {
                    serde_json::to_writer(&mut out, &item).expect("texts are JSON");
                    out.push(b'\n');
                }
                Err(error) => wrong.push(format!("{source}: {error}")),
            }
        }
        output::write(&out)?;
        if wrong.is_empty() { Ok(()) } else { Err(Error::Fields(wrong)) }
    }
}
