//! The command line.

use crate::texts::{self, Named};

/// What `--help` prints.
pub const HELP: &str = "\
Measures wamark next to other engines and prints Markdown tables.

  --only SECTION,SECTION   only these: throughput, latency, allocations, instructions, markdown,
                           pathological, growth
  --kinds KIND,KIND        only these kinds of text: plain, formatted, dense, long, longplain
  --rounds N               rounds that the medians are taken of (default: 21)
  --json FILE              what was measured, as JSON, too
  --from FILE              measure nothing: take what was measured from JSON
  --write                  all sections; renew benches/RESULTS.md and benches/results/
  --callgrind TEXT ENGINE  run one engine over one text, for `valgrind --tool=callgrind
                           --toggle-collect=wamark_compare_counted`; a text is a kind, short-plain,
                           short-formatted, markdown, or one of a family: '\"*a \"@4096';
                           RESULTS.md has the whole command
  --grow FAMILY ENGINE     print ns a byte of texts of a family, from 4 KiB to 1 MiB
  --help                   this text
";

/// What to do.
pub enum Task {
    /// Print [`HELP`].
    Help,
    /// Run the engine (the second) over the text once, to be counted.
    Callgrind(String, String),
    /// Print how the engine's time grows on the family.
    Grow(String, String),
    /// Print the tables.
    Tables(Tables),
}

/// What to put into the tables, and where they go.
pub struct Tables {
    /// What to measure.
    pub sections: Vec<Section>,
    /// The kinds of text, in the order of the columns.
    pub kinds: Vec<Named>,
    /// How many rounds the medians are taken of.
    pub rounds: usize,
    /// A file for the JSON.
    pub json: Option<String>,
    /// A file with JSON, instead of measuring.
    pub from: Option<String>,
    /// Whether the files in the repository are renewed.
    pub write: bool,
}

/// Something to measure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Throughput,
    Latency,
    Allocations,
    Instructions,
    Markdown,
    Pathological,
    Growth,
}

/// The sections by name.
const SECTIONS: [(&str, Section); 7] = [
    ("throughput", Section::Throughput),
    ("latency", Section::Latency),
    ("allocations", Section::Allocations),
    ("instructions", Section::Instructions),
    ("markdown", Section::Markdown),
    ("pathological", Section::Pathological),
    ("growth", Section::Growth),
];

/// Reads the arguments.
pub fn read(mut args: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut tables = Tables {
        sections: SECTIONS.map(|(_, section)| section).to_vec(),
        kinds: texts::kinds().to_vec(),
        rounds: 21,
        json: None,
        from: None,
        write: false,
    };
    let mut part = false;
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("`{arg}` needs a value"));
        part |= matches!(arg.as_str(), "--only" | "--kinds");
        match arg.as_str() {
            "--only" => tables.sections = all_of(&value()?, &SECTIONS)?,
            "--kinds" => {
                tables.kinds = all_of(&value()?, &texts::kinds().map(|kind| (kind.0, kind)))?;
            }
            "--rounds" => tables.rounds = number(&value()?)?,
            "--json" => tables.json = Some(value()?),
            "--from" => tables.from = Some(value()?),
            "--write" => tables.write = true,
            "--callgrind" => return Ok(Task::Callgrind(value()?, value()?)),
            "--grow" => return Ok(Task::Grow(value()?, value()?)),
            "--help" => return Ok(Task::Help),
            _ => return Err(format!("unknown argument `{arg}`; `--help` lists them")),
        }
    }
    if tables.write && part {
        return Err("`--write` renews everything: without `--only` and `--kinds`".to_owned());
    }
    Ok(Task::Tables(tables))
}

fn number(value: &str) -> Result<usize, String> {
    let number = value.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| format!("`--rounds` takes a number from 1 up, not `{value}`"))
}

/// What the names in a list stand for.
fn all_of<T: Copy>(list: &str, known: &[(&str, T)]) -> Result<Vec<T>, String> {
    let one = |name: &str| {
        let found = known.iter().find(|known| known.0 == name);
        let names = || known.iter().map(|known| known.0).collect::<Vec<_>>().join(", ");
        found.map(|found| found.1).ok_or_else(|| format!("no `{name}`; there are: {}", names()))
    };
    list.split(',').map(one).collect()
}
