//! `wamark profiles`: the known limits.

use std::fmt::Write as _;

use clap::ValueEnum;
use serde::Serialize;
use wamark::check::Profile;

use crate::cli::examples;
use crate::error::Error;
use crate::output;

/// Print the limits that are known: what may be how long, and where that is known from
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark profiles"
    "wamark profiles --format json | jq -r '.[].name'"
])]
pub(crate) struct Args {
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
}

/// How profiles are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each
    Table,
    /// An array of objects
    Json,
}

/// A profile in JSON.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    provider: &'static str,
    place: &'static str,
    /// Nothing where there is none.
    limit: Option<usize>,
    unit: &'static str,
    source: &'static str,
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Error> {
        let rows: Vec<Row> = Profile::ALL.iter().map(row).collect();
        output::write(
            match self.format {
                Format::Table => table(&rows),
                Format::Json => json(&rows),
            }
            .as_bytes(),
        )
    }
}

fn row(profile: &'static Profile) -> Row {
    Row {
        name: profile.name(),
        provider: profile.provider(),
        place: profile.place().as_str(),
        limit: profile.limit(),
        unit: profile.unit().as_str(),
        source: profile.source(),
    }
}

fn json(rows: &[Row]) -> String {
    serde_json::to_string_pretty(rows).expect("rows are JSON") + "\n"
}

fn table(rows: &[Row]) -> String {
    let mut out = String::new();
    let mut line =
        |name: &str, limit: &str, unit: &str, place: &str, provider: &str, source: &str| {
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "{name:<24}  {limit:>6}  {unit:<11}  {place:<18}  {provider:<9}  {source}"
            );
        };
    line("NAME", "LIMIT", "UNIT", "PLACE", "PROVIDER", "SOURCE");
    for row in rows {
        let limit = row.limit.map_or("none".to_owned(), |limit| limit.to_string());
        line(row.name, &limit, row.unit, row.place, row.provider, row.source);
    }
    out
}
