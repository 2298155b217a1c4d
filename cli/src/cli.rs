//! The command line as a whole: what `wamark` itself takes, and which command runs.

use clap::{Parser, Subcommand};

use crate::commands::{completions, convert, demo, man};
use crate::error::Error;

/// The end of a command's help: a heading in clap's style and the lines below it.
macro_rules! examples {
    ($($line:literal)+) => {
        concat!("\u{1b}[1m\u{1b}[4mExamples:\u{1b}[0m", $("\n  ", $line),+)
    };
}
pub(crate) use examples;

/// WhatsApp Markdown: what the reader sees, as HTML, plain text, Markdown, terminal text or JSON
#[derive(Debug, Parser)]
#[command(name = "wamark", version, max_term_width = 100, after_help = examples![
    "wamark demo                              one message as everything that it can be"
    "echo 'Hi *Ana*' | wamark convert         a message as HTML"
    "wamark convert --to text message.txt     a file as plain text"
    "wamark convert --ndjson messages.jsonl   many messages, one JSON string a line"
])]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Args),
    Convert(convert::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Reads the arguments and runs the command they name.
///
/// Help, the version and wrong usage end the process here (exit codes 0, 0 and 2).
pub(crate) fn run() -> Result<(), Error> {
    match Cli::parse().command {
        Command::Demo(args) => args.run(),
        Command::Convert(args) => args.run(),
        Command::Completions(args) => args.run(),
        Command::Man(args) => args.run(),
    }
}
