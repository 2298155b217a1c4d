//! `wamark check`: what will be refused, and what people will see otherwise than it is meant.

mod human;
mod json;
mod options;
mod places;
mod sarif;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ValueHint;
use wamark::check::{Checker, Profile};

use crate::cli::{examples, wrong_usage};
use crate::commands::convert::Client;
use crate::error::Error;
use crate::input;
use crate::ndjson::{self, Form, Lines};
use crate::output;
use crate::profile;
pub(crate) use human::pieces;
use options::Format;
pub(crate) use places::Places;

/// The exit code where something was found.
const FOUND: u8 = 1;

/// Check a message, or many, before it is sent
///
/// Says what will be refused (too long, no text, a line feed in a template parameter) and what
/// people will see otherwise than it is meant: Markdown and HTML that are left, markers that do
/// nothing, text that WhatsApp Web and Android show differently.
///
/// With --ndjson each line of the input is a message, and becomes an object.
///
/// The exit code is 0 where nothing was found, 1 where something was, and 2 on wrong usage or where
/// the input cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "echo 'Total: **10 €**' | wamark check"
    "wamark check --profile cloud-template-parameter name.txt"
    "wamark check --format json message.txt | jq '.diagnostics[].code'"
    "wamark check --format sarif message.txt > findings.sarif"
    "wamark check --ndjson < strings.jsonl"
    "wamark check --ndjson --field text --into findings export.jsonl"
])]
pub(crate) struct Args {
    /// Where the text is to stand, and how long it may be; `wamark profiles` lists them
    #[arg(long, value_name = "NAME", default_value = "cloud-text", value_parser = profile::parser(), hide_possible_values = true)]
    profile: &'static Profile,

    /// Whose reading is looked at, where not both: then nothing is said of how they differ
    #[arg(long, value_name = "CLIENT")]
    client: Option<Client>,

    /// How findings are written [default: human, and json with --ndjson]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,

    #[command(flatten)]
    lines: Lines,

    /// The input; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Error> {
        let input: input::Source = self.file.clone().into();
        if let Some(form) = self.lines.form(false) {
            return self.run_lines(&input, &form);
        }
        let message = input.read_message()?;
        let report = self.checker().check(&message);
        match self.format.unwrap_or(Format::Human) {
            Format::Human => human::write(&input, &message, self.profile, &report)?,
            Format::Json => {
                let mut out = Vec::new();
                json::push(&mut out, self.profile, &report);
                out.push(b'\n');
                output::write(&out)?;
            }
            Format::Sarif => output::write(&sarif::log(&input, &message, &report))?,
        }
        Ok(code(!report.is_clean()))
    }

    /// One message a line.
    fn run_lines(self, input: &input::Source, form: &Form) -> Result<ExitCode, Error> {
        if let Some(Format::Human | Format::Sarif) = self.format {
            wrong_usage(
                &["check"],
                "the argument '--ndjson' needs '--format json', which is its default",
            );
        }
        let found = Arc::new(AtomicBool::new(false));
        ndjson::run(input, form, || {
            let (mut checker, profile, found) = (self.checker(), self.profile, Arc::clone(&found));
            move |message: &str, out: &mut Vec<u8>, _: &mut Vec<u8>| {
                let report = checker.check(message);
                if !report.is_clean() {
                    found.store(true, Ordering::Relaxed);
                }
                json::push(out, profile, &report);
            }
        })?;
        Ok(code(found.load(Ordering::Relaxed)))
    }

    fn checker(&self) -> Checker<'static> {
        let checker = Checker::new(self.profile);
        match self.client {
            Some(client) => checker.client(client.into()),
            None => checker,
        }
    }
}

fn code(found: bool) -> ExitCode {
    if found { ExitCode::from(FOUND) } else { ExitCode::SUCCESS }
}
