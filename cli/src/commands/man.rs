//! `wamark man`: the manual pages.

use clap::CommandFactory as _;

use crate::cli::{Cli, examples};
use crate::error::Error;
use crate::output;

/// Print the manual page, of wamark or of one command
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark man | man -l -"
    "wamark man > wamark.1"
    "wamark man convert > wamark-convert.1"
])]
pub(crate) struct Args {
    /// The command [default: wamark itself]
    #[arg(value_parser = ["demo", "convert", "check", "fix", "split", "profiles", "close", "completions", "man"])]
    command: Option<String>,
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        let mut command = Cli::command().disable_help_subcommand(true);
        // Names the commands' pages (`wamark-convert`) and fills in their usage.
        command.build();
        if let Some(name) = &self.command
            && let Some(named) = command.find_subcommand(name)
        {
            command = named.clone();
        }
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page).map_err(Error::Write)?;
        output::write(&page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let man = Cli::command().find_subcommand("man").cloned().expect("the command");
        let argument = man.get_arguments().find(|argument| argument.get_id() == "command");
        let pages = argument.expect("its argument").get_possible_values();
        let pages: Vec<&str> = pages.iter().map(clap::builder::PossibleValue::get_name).collect();
        let commands = Cli::command();
        let commands: Vec<&str> = commands.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(pages, commands);
    }

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
