//! `wamark close webhook`: is it Close that sent this, and what does it say?
//!
//! The key is never an argument: arguments are seen by everybody on the machine (`ps`) and kept in
//! the shell's history. A file can be a pipe from where secrets are kept.

use std::env;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::ValueHint;
use wamark::close::{Delivery, Webhook};

use super::request::print_json;
use crate::cli::{examples, wrong_usage};
use crate::error::{Error, Fault};
use crate::input::Source;

/// The environment variable with the key.
const KEY: &str = "CLOSE_SIGNATURE_KEY";

/// The last second of the year 9999.
const END_OF_TIME: u64 = 253_402_300_799;

/// Verify what a webhook of Close's delivers, and print it
///
/// The input is the body as it came, byte for byte: with a line feed more, the signature is another
/// one. The output is the delivery as JSON on one line: `event` with `action`, `object_type`,
/// `object_id`, `lead_id`, `changed_fields`, `data` (none on a deletion) and `previous_data`.
///
/// The key is that of the subscription, in hexadecimal: in a file, or in the environment variable
/// `CLOSE_SIGNATURE_KEY`. It is no argument, as everybody on the machine sees those.
///
/// The exit code is 2 for a delivery that Close did not sign with this key, or not just now; then
/// nothing is printed.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close webhook --signature-key-file key.txt --timestamp 1769848200 \\"
    "    --hash 405e9dcf88b6cd13f2cbcd4553b5e2cf96fcd357fe843167fa0e744809d366d9 body.json"
    ""
    "{\"event\":{\"id\":\"ev_1\",\"object_type\":\"activity.whatsapp_message\",\"object_id\":\"acti_1\","
    "\"action\":\"deleted\",\"date_created\":\"2026-01-31T08:30:00\",\"date_updated\":\"2026-01-31T08:30:00\","
    "\"organization_id\":\"orga_1\",\"lead_id\":\"lead_1\",\"data\":null,\"previous_data\":{"
    "\"external_whatsapp_message_id\":\"wamid.A1\",\"id\":\"acti_1\",\"message_markdown\":\"*Hi*\"}},"
    "\"subscription_id\":\"whsub_1\"}"
    ""
    "wamark close webhook --unverified body.json | jq -r .event.action"
])]
pub(super) struct Args {
    /// The header `close-sig-hash`
    #[arg(long, value_name = "HEX", required_unless_present = "unverified")]
    #[arg(allow_hyphen_values = true)]
    hash: Option<String>,

    /// The header `close-sig-timestamp`
    #[arg(long, value_name = "SECONDS", required_unless_present = "unverified")]
    #[arg(allow_hyphen_values = true)]
    timestamp: Option<String>,

    /// The file with the key [default: what `CLOSE_SIGNATURE_KEY` has]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    signature_key_file: Option<PathBuf>,

    /// How far the timestamp may be from now, before or after it
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    tolerance: u64,

    /// Another time than now, in seconds since 1970: for deliveries that were kept
    #[arg(long, value_name = "SECONDS")]
    #[arg(value_parser = clap::value_parser!(u64).range(..=END_OF_TIME))]
    now: Option<u64>,

    /// Print it whoever sent it
    #[arg(long)]
    #[arg(conflicts_with_all = ["hash", "timestamp", "signature_key_file", "tolerance", "now"])]
    unverified: bool,

    /// The body; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

impl Args {
    pub(super) fn run(self) -> Result<(), Error> {
        let source = Source::from(self.file.clone());
        let delivery = match self.hash.as_deref().zip(self.timestamp.as_deref()) {
            Some((hash, timestamp)) => {
                let webhook = self.webhook()?;
                webhook.read(hash, timestamp, &source.read_bytes("body")?, self.now())
            }
            None => Delivery::from_json(&source.read_bytes("body")?),
        };
        print_json(&delivery.map_err(|why| source.error(Fault::Told(why.to_string())))?)
    }

    fn webhook(&self) -> Result<Webhook, Error> {
        let webhook = match &self.signature_key_file {
            Some(path) if path.as_os_str() == "-" && self.file.as_os_str() == "-" => wrong_usage(
                &["close", "webhook"],
                "the argument '--signature-key-file -' needs a FILE, as standard input cannot be \
                 the body, too",
            ),
            Some(path) => {
                let source = Source::from(path.clone());
                let key = source.read_bytes("key")?;
                // What is no text is no hexadecimal either.
                let key = str::from_utf8(&key).unwrap_or_default();
                Webhook::new(key.trim())
                    .map_err(|error| source.error(Fault::Told(error.to_string())))?
            }
            None => {
                let Some(key) = env::var_os(KEY) else {
                    wrong_usage(
                        &["close", "webhook"],
                        "the key was not provided: by '--signature-key-file <FILE>' or in the \
                         environment variable CLOSE_SIGNATURE_KEY",
                    )
                };
                Webhook::new(key.to_str().unwrap_or_default())
                    .map_err(|error| Error::Fields(vec![format!("{KEY}: {error}")]))?
            }
        };
        Ok(webhook.tolerance(Duration::from_secs(self.tolerance)))
    }

    fn now(&self) -> SystemTime {
        self.now.map_or_else(SystemTime::now, |now| UNIX_EPOCH + Duration::from_secs(now))
    }
}
