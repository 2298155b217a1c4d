//! The `wamark` command.

mod cli;
mod commands;
mod error;
mod input;
mod ndjson;
mod output;
mod profile;
mod progress;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run().unwrap_or_else(|error| error.report())
}
