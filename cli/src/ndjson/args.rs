//! The arguments of commands that take many messages.

use super::{Fields, Form};

/// One message a line, or the whole input as one.
#[derive(Debug, clap::Args)]
pub(crate) struct Lines {
    /// Read one JSON string a line, write one JSON value a line, in the same order
    #[arg(long)]
    ndjson: bool,

    /// Lines are objects: the key whose value is the message
    #[arg(long, value_name = "NAME", requires = "into", requires = "ndjson")]
    field: Option<String>,

    /// Lines are objects: the key to put the result under, added or replaced
    #[arg(long, value_name = "NAME", requires = "field", requires = "ndjson")]
    pub(crate) into: Option<String>,
}

impl Lines {
    /// What lines are and what becomes of them; none where the whole input is one message.
    pub(crate) fn form(&self, losses: bool) -> Option<Form> {
        self.ndjson.then(|| match self.field.clone().zip(self.into.clone()) {
            Some((field, into)) => Form::Object(Fields { field, into, losses }),
            None => Form::Message { losses },
        })
    }
}
