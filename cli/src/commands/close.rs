//! `wamark close`: what has to do with Close's WhatsApp messages.

mod audit;

use clap::Subcommand;

use crate::cli::examples;
use crate::error::Error;

/// Close's WhatsApp messages: compare their HTML with ours
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close audit activities.jsonl      Close's HTML and text beside ours, and its tags"
])]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Audit(audit::Args),
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        match self.command {
            Command::Audit(args) => args.run(),
        }
    }
}
