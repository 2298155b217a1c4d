//! The `wamark` command.

mod cli;
mod commands;
mod error;
mod input;
mod ndjson;
mod output;
mod progress;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => error.report(),
    }
}
