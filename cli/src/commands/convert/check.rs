//! Options that are right each, and wrong together: one that could have no effect is a mistake.

use crate::cli::wrong_usage;

use super::Args;
use super::options::{Notation, To};

impl Args {
    /// Ends the process as clap does on wrong usage, if the options are.
    pub(super) fn check(&self) {
        if let Some(misuse) = self.misuse() {
            wrong_usage(&["convert"], &format!("the argument {misuse}"));
        }
    }

    /// What is wrong with the options.
    fn misuse(&self) -> Option<&'static str> {
        let whatsapp = matches!(self.from, Notation::Whatsapp | Notation::Auto);
        let markdown = matches!(self.from, Notation::Markdown | Notation::Auto);
        let foreign = self.from != Notation::Whatsapp;
        [
            (self.html.is_none() || self.to == To::Html, "'--html <PRESET>' needs '--to html'"),
            (
                self.invisible.is_none() || self.to == To::Whatsapp,
                "'--invisible <POLICY>' needs '--to whatsapp'",
            ),
            (
                self.client.is_none() || whatsapp,
                "'--client <CLIENT>' needs '--from whatsapp' or '--from auto'",
            ),
            (
                self.headings.is_none() || foreign,
                "'--headings <FORM>' needs '--from markdown', 'html' or 'auto'",
            ),
            (
                self.links.is_none() || foreign,
                "'--links <FORM>' needs '--from markdown', 'html' or 'auto'",
            ),
            (
                self.tables.is_none() || foreign,
                "'--tables <FORM>' needs '--from markdown', 'html' or 'auto'",
            ),
            (
                self.soft_breaks.is_none() || markdown,
                "'--soft-breaks <FORM>' needs '--from markdown' or '--from auto'",
            ),
            (
                !self.losses || self.lines.into.as_deref() != Some("losses"),
                "'--into losses' cannot be used with '--losses', which takes that key",
            ),
        ]
        .iter()
        .find_map(|(right, misuse)| (!right).then_some(*misuse))
    }
}
