//! `wamark split`: a long message in parts, one message or many.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{ValueEnum, ValueHint};
use wamark::check::Profile;
use wamark::{Parser, Part, Splitter, Unit};

use crate::cli::examples;
use crate::commands::convert::options::{Client, Invisible};
use crate::error::Error;
use crate::input;
use crate::ndjson::{self, Lines, push_json};
use crate::output;
use crate::profile;

/// Split a message, or many, into parts that are not too long to be sent
///
/// Each part is cut at an empty line, else at the end of a line, a sentence, a word. Styles, code
/// and quotes that are cut are closed and opened again, so that each part reads as its piece of the
/// whole. A message within the limit is one part, as it is.
///
/// The whole input is one message. With --ndjson each line of the input is a message, and becomes
/// an array of strings.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark split message.txt"
    "    --- 1/2 ---"
    "    The first part."
    "    --- 2/2 ---"
    "    The second part."
    "wamark split --profile twilio --number message.txt"
    "wamark split --limit 160 --unit utf16 --format json message.txt | jq -r '.[0]'"
    "wamark split --format nul message.txt | xargs -0 -n 1 send-message"
    "echo '\"a b\"' | wamark split --limit 1 --ndjson"
    "    [\"a\",\"b\"]"
    "wamark split --ndjson --field text --into parts export.jsonl"
    "wamark profiles                          which profiles there are"
])]
pub(crate) struct Args {
    /// Whose limit [default: cloud-text]
    #[arg(long, value_name = "NAME", value_parser = profile::parser(), hide_possible_values = true)]
    profile: Option<&'static Profile>,

    /// A limit of your own
    #[arg(long, value_name = "N", conflicts_with = "profile")]
    limit: Option<NonZeroUsize>,

    /// What your limit counts [default: code-points]
    #[arg(long, value_name = "UNIT", value_parser = unit(), requires = "limit")]
    unit: Option<Unit>,

    /// End each of several parts with its number: ` (2/3)`
    #[arg(long)]
    number: bool,

    /// Whose reading of the message: the clients differ in places
    #[arg(long, value_name = "CLIENT", default_value = "web")]
    client: Client,

    /// Whether a part may get invisible characters
    #[arg(long, value_name = "POLICY", default_value = "allow")]
    invisible: Invisible,

    /// How parts are written [default: text]
    #[arg(long, value_name = "FORMAT", conflicts_with = "ndjson")]
    format: Option<Format>,

    #[command(flatten)]
    lines: Lines,

    /// The input; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

/// How parts are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: a line `--- 2/3 ---` before each
    #[default]
    Text,
    /// An array of strings
    Json,
    /// For scripts: each part as it is, and a NUL behind it
    Nul,
}

/// A unit by its name.
fn unit() -> impl clap::builder::TypedValueParser<Value = Unit> {
    let names = Unit::ALL.iter().map(|unit| unit.as_str());
    PossibleValuesParser::new(names).map(|name| name.parse().expect("the name is one of theirs"))
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        let input: input::Source = self.file.clone().into();
        let splitter = self.splitter();
        let parser = Parser::new().client(self.client.into()).links(false);
        if let Some(form) = self.lines.form(false) {
            return ndjson::run(&input, &form, || {
                let mut parser = parser.clone();
                move |message: &str, out: &mut Vec<u8>, _: &mut Vec<u8>| {
                    let document = parser.parse(message);
                    push_array(out, &splitter.split(&document));
                    parser.recycle(document);
                }
            });
        }
        let message = input.read_message()?;
        let parts = splitter.split(&parser.clone().parse(&message));
        output::write(&written(&parts, self.format.unwrap_or_default()))
    }

    fn splitter(&self) -> Splitter {
        let splitter = match self.limit {
            Some(limit) => Splitter::new(limit, self.unit.unwrap_or_default()),
            None => Splitter::for_profile(self.profile.unwrap_or(&Profile::CLOUD_TEXT)),
        };
        splitter.number(self.number).invisible(self.invisible.into())
    }
}

fn written(parts: &[Part], format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    match format {
        Format::Text => {
            for (index, part) in parts.iter().enumerate() {
                let title = format!("--- {}/{} ---\n", index + 1, parts.len());
                out.extend_from_slice(title.as_bytes());
                out.extend_from_slice(part.text.as_bytes());
                out.push(b'\n');
            }
        }
        Format::Json => {
            push_array(&mut out, parts);
            out.push(b'\n');
        }
        Format::Nul => {
            for part in parts {
                out.extend_from_slice(part.text.as_bytes());
                out.push(0);
            }
        }
    }
    out
}

/// Appends the parts as a JSON array of strings.
fn push_array(out: &mut Vec<u8>, parts: &[Part]) {
    out.push(b'[');
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        push_json(out, &part.text);
    }
    out.push(b']');
}
