//! The words that `--format` takes.

use clap::ValueEnum;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: the lines in question, with what to do
    Human,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for what shows the findings of linters
    Sarif,
}
