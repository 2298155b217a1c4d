//! The command line as a whole: what `wamark` itself takes, and which command runs.

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use crate::commands::{check, close, completions, convert, demo, fix, man, profiles, split};
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
    "wamark split --number message.txt        a long message in parts that can be sent"
])]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Args),
    Convert(convert::Args),
    Check(check::Args),
    Fix(fix::Args),
    Split(split::Args),
    Profiles(profiles::Args),
    Close(Box<close::Args>),
    Completions(completions::Args),
    Man(man::Args),
}

/// Reads the arguments, runs the command they name, and gives the exit code.
///
/// Help, the version and wrong usage end the process here (exit codes 0, 0 and 2).
pub(crate) fn run() -> Result<ExitCode, Error> {
    let done = |()| ExitCode::SUCCESS;
    match Cli::parse().command {
        Command::Demo(args) => args.run().map(done),
        Command::Convert(args) => args.run().map(done),
        Command::Check(args) => args.run(),
        Command::Fix(args) => args.run().map(done),
        Command::Split(args) => args.run().map(done),
        Command::Profiles(args) => args.run().map(done),
        Command::Close(args) => args.run().map(done),
        Command::Completions(args) => args.run().map(done),
        Command::Man(args) => args.run().map(done),
    }
}

/// Ends the process as clap does on wrong usage of a command, or one of its commands: options that are right each, and wrong
/// together.
pub(crate) fn wrong_usage(commands: &[&str], message: &str) -> ! {
    let mut cli = Cli::command();
    cli.build();
    for name in commands {
        cli = cli.find_subcommand(name).cloned().unwrap_or(cli);
    }
    cli.error(ErrorKind::ArgumentConflict, message).exit()
}
