//! The command line.

use crate::inputs;

/// What `--help` prints.
pub const HELP: &str = "\
Measures wamark next to other engines and prints Markdown tables.

  --kinds KIND,KIND        only these kinds of text: plain, formatted, dense, long, longplain
  --rounds N               rounds that the medians are taken of (default: 21)
  --no-pathological        without the texts that are made to be slow
  --callgrind KIND ENGINE  run one engine once over one kind, for `valgrind --tool=callgrind`;
                           subtract what the engine `baseline` costs
  --help                   this text
";

/// A kind of text: its name and its maker.
pub type Kind = (&'static str, inputs::Messages);

/// What to do.
pub enum Task {
    /// Print [`HELP`].
    Help,
    /// Run the engine of that name once over the kind.
    Callgrind(Kind, String),
    /// Print the tables.
    Tables {
        /// The kinds of text, in the order of the columns.
        kinds: Vec<Kind>,
        /// How many rounds the medians are taken of.
        rounds: usize,
        /// Whether the families that are made to be slow come too.
        pathological: bool,
    },
}

/// Reads the arguments.
pub fn read(mut args: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut kinds = inputs::KINDS.to_vec();
    let mut rounds = 21;
    let mut pathological = true;
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("`{arg}` needs a value"));
        match arg.as_str() {
            "--kinds" => kinds = value()?.split(',').map(kind).collect::<Result<_, _>>()?,
            "--rounds" => rounds = number(&value()?)?,
            "--no-pathological" => pathological = false,
            "--callgrind" => return Ok(Task::Callgrind(kind(&value()?)?, value()?)),
            "--help" => return Ok(Task::Help),
            _ => return Err(format!("unknown argument `{arg}`; `--help` lists them")),
        }
    }
    Ok(Task::Tables { kinds, rounds, pathological })
}

fn number(value: &str) -> Result<usize, String> {
    let number = value.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| format!("`--rounds` takes a number from 1 up, not `{value}`"))
}

fn kind(name: &str) -> Result<Kind, String> {
    let found = inputs::KINDS.into_iter().find(|(known, _)| *known == name);
    let names = inputs::KINDS.map(|(name, _)| name).join(", ");
    found.ok_or_else(|| format!("no kind `{name}`; there are: {names}"))
}
