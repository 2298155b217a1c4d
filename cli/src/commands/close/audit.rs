//! `wamark close audit`: activities in, a report out.
//!
//! What is compared and how is the library's; here are lines, documents and the end.

use std::io::{self, Read};
use std::path::PathBuf;

use clap::{ValueEnum, ValueHint};
use wamark::close::{Audit, AuditReport};

use crate::cli::examples;
use crate::error::{Error, Fault, Place};
use crate::input::Source;
use crate::ndjson::{Block, Blocks, Failure};
use crate::output;
use crate::progress::Progress;

/// Compare Close's own HTML and text with ours, activity by activity
///
/// The input is what Close's list endpoint gives: activities or whole pages, one a line, or as JSON
/// documents over many lines. Memory stays constant, however many there are: what is held is one
/// line, or one activity of a document.
///
/// The report has no word of any message unless --show asks for it. It tells how many are equal,
/// which tags Close has for what, and which style gives them.
///
/// What cannot be read is left out, told in the report, and makes the exit code 2; all else is
/// compared.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close audit activities.jsonl"
    "wamark close audit --show page.json"
    "wamark close audit --format json activities.jsonl | jq .suggested_style"
])]
pub(crate) struct Args {
    /// How to write the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,

    /// Show the messages of examples
    #[arg(long)]
    show: bool,

    /// The input; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        let source = Source::from(self.file.clone());
        let mut audit = Audit::new().show(self.show);
        let end = read(&source, &mut audit);
        // What was read before the end is told in any case.
        let report = audit.report();
        output::write(self.written(&report).as_bytes())?;
        end?;
        match report.faults.first() {
            Some(fault) => Err(Error::Input {
                source,
                place: Place { line: fault.line, column: None },
                fault: Fault::Audit { first: fault.reason.clone(), more: report.wrong - 1 },
            }),
            None => Ok(()),
        }
    }

    fn written(&self, report: &AuditReport) -> String {
        match self.format {
            Format::Text => report.to_string(),
            Format::Json => {
                let json = serde_json::to_string_pretty(report);
                json.expect("a report is JSON") + "\n"
            }
        }
    }
}

/// Reads lines; or, if the first one is not JSON by itself, documents.
fn read(source: &Source, audit: &mut Audit) -> Result<(), Error> {
    let input = source.open()?;
    let mut progress = Progress::new(input.size);
    let mut blocks = Blocks::new(input.reader);
    let mut block = Block::default();
    let (mut line, mut offset) = (0, 0);
    loop {
        let fail = |fault, line| Error::Input {
            source: source.clone(),
            place: Place { line, column: None },
            fault,
        };
        match blocks.fill(&mut block) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(Failure::Read(error)) => return Err(fail(Fault::Read(error), None)),
            Err(Failure::LongLine) => {
                return Err(fail(Fault::TooLong { what: "line" }, Some(line + 1)));
            }
        }
        if offset == 0 && is_document(block.bytes()) {
            let whole = io::Cursor::new(block.bytes()).chain(blocks.into_rest());
            return audit.add_documents(whole).map_err(|error| fail(Fault::Read(error), None));
        }
        let before = line;
        for bytes in block.bytes().split_inclusive(|&byte| byte == b'\n') {
            line += 1;
            match str::from_utf8(bytes) {
                Ok(text) => audit.add_line(line, text),
                Err(error) => {
                    let at = error.valid_up_to();
                    let fault = Fault::NotUtf8 { offset: offset + at as u64, byte: bytes[at] };
                    audit.add_fault(line, fault.to_string());
                }
            }
            offset += bytes.len() as u64;
        }
        progress.add(block.bytes().len() as u64, line - before);
        block.clear();
    }
}

/// Whether the first line is the beginning of something, and more must follow.
fn is_document(bytes: &[u8]) -> bool {
    let blank = |line: &&[u8]| line.iter().all(u8::is_ascii_whitespace);
    let mut lines = bytes.split(|&byte| byte == b'\n').skip_while(blank);
    let first = lines.next().unwrap_or_default();
    let value = serde_json::from_slice::<serde::de::IgnoredAny>(first);
    value.is_err_and(|error| error.is_eof())
}
