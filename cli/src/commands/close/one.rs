//! `wamark close get` and `wamark close delete`: one message by its id.

use wamark::close::ActivityId;

use super::Wrong;
use super::request::Bare;
use crate::cli::examples;
use crate::error::Error;

/// Print the request for a message
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close get --id acti_1"
    "wamark close get --id acti_1 --fields id,message_markdown,message_html"
])]
pub(super) struct Get {
    /// The message in Close: `acti_…`
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    id: String,

    /// Only these fields, with commas between them
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    fields: Vec<String>,

    #[command(flatten)]
    bare: Bare,
}

impl Get {
    pub(super) fn run(self) -> Result<(), Error> {
        let id = read(&self.id)?;
        let fields: Vec<&str> = self.fields.iter().map(String::as_str).collect();
        self.bare.print(|api| api.get(&id, &fields))
    }
}

/// Print the request that deletes a message
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close delete --id acti_1"
])]
pub(super) struct Delete {
    /// The message in Close: `acti_…`
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    id: String,

    #[command(flatten)]
    bare: Bare,
}

impl Delete {
    pub(super) fn run(self) -> Result<(), Error> {
        let id = read(&self.id)?;
        self.bare.print(|api| api.delete(&id))
    }
}

fn read(id: &str) -> Result<ActivityId, Error> {
    let mut wrong = Wrong::default();
    wrong.take("id", id).ok_or(Error::Fields(wrong.0))
}
