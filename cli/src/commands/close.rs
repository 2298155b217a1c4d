//! `wamark close`: payloads, requests and deliveries of Close's WhatsApp message activity. Nothing is
//! sent.

mod attachment;
mod audit;
mod body;
mod cloud;
mod create;
mod files;
mod list;
mod one;
mod plan;
mod request;
mod update;
mod webhook;

use clap::Subcommand;
use wamark::close::Problems;

use crate::cli::examples;
use crate::error::Error;

/// Print payloads, requests and deliveries of Close's WhatsApp message activity, as JSON
///
/// Nothing is sent: what is printed is for the HTTP client of your choice. All fields are checked,
/// and everything that is wrong is said at once (exit code 2).
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close create --help        all fields of a message, and a whole example"
    "echo 'Hi *Ana*' | wamark close update --id acti_1 --body -"
    "wamark close list --external-whatsapp-message-id wamid.A1"
    "wamark close delete --id acti_1"
    "wamark close files --filename image.jpg --content-type image/jpeg"
    "wamark close audit activities.jsonl"
    "wamark close plan --help          find, then create, change or delete, and a whole script"
    "wamark close webhook --help       what Close delivers, verified"
    "wamark close cloud payload.json   what WhatsApp's Cloud API delivers, for Close"
])]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Create(create::Args),
    Update(update::Args),
    List(list::Args),
    Get(one::Get),
    Delete(one::Delete),
    Files(files::Args),
    Audit(audit::Args),
    Plan(plan::Args),
    Webhook(webhook::Args),
    Cloud(cloud::Args),
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        match self.command {
            Command::Create(args) => args.run(),
            Command::Update(args) => args.run(),
            Command::List(args) => args.run(),
            Command::Get(args) => args.run(),
            Command::Delete(args) => args.run(),
            Command::Files(args) => args.run(),
            Command::Audit(args) => args.run(),
            Command::Plan(args) => args.run(),
            Command::Webhook(args) => args.run(),
            Command::Cloud(args) => args.run(),
        }
    }
}

/// All that is wrong with what was given: the library's problems, and those of the command line.
#[derive(Debug, Default)]
struct Wrong(Vec<String>);

impl Wrong {
    /// The value of a field, if it is one.
    fn take<T: std::str::FromStr<Err: std::fmt::Display>>(
        &mut self,
        field: &str,
        text: &str,
    ) -> Option<T> {
        text.parse().map_err(|fault| self.0.push(format!("{field}: {fault}"))).ok()
    }

    /// The result, if nothing is wrong with it nor was before.
    fn finish<T>(self, result: Result<T, Problems>) -> Result<T, Error> {
        self.finish_with(Some(()), result).map(|((), value)| value)
    }

    /// As [`finish`](Self::finish), with a value that was taken before.
    fn finish_with<T, U>(
        mut self,
        taken: Option<T>,
        result: Result<U, Problems>,
    ) -> Result<(T, U), Error> {
        match (taken, result) {
            (Some(taken), Ok(value)) if self.0.is_empty() => return Ok((taken, value)),
            (_, Ok(_)) => {}
            (_, Err(problems)) => self.0.extend(problems.into_iter().map(|one| one.to_string())),
        }
        Err(Error::Fields(self.0))
    }
}

/// Gives a builder a value, if there is one.
fn set<B, T>(builder: B, value: Option<T>, with: impl FnOnce(B, T) -> B) -> B {
    match value {
        Some(value) => with(builder, value),
        None => builder,
    }
}
