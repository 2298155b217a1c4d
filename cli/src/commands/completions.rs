//! `wamark completions`: a completion script for a shell.

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::{Cli, examples};
use crate::error::Error;
use crate::output;

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark completions bash > ~/.local/share/bash-completion/completions/wamark"
    "wamark completions zsh > ~/.zfunc/_wamark"
    "wamark completions fish > ~/.config/fish/completions/wamark.fish"
])]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        // Into memory first: the generator panics where a pipe is closed.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "wamark", &mut script);
        output::write(&script)
    }
}
