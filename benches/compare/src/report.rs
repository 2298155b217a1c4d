//! What was measured, as the JSON has it: the tables, the pictures and `results.json` are made of
//! this and of nothing else.

use serde::{Deserialize, Serialize};

use crate::machine::Machine;

/// All that was measured; a section that was not asked for is absent.
#[derive(Serialize, Deserialize)]
pub struct Report {
    /// Where and with what.
    pub machine: Machine,
    /// Engines that were not there.
    pub absent: Vec<String>,
    /// The rounds that a median is taken of.
    pub rounds: usize,
    /// The texts: messages, bytes.
    pub texts: Grid<usize>,
    /// MB/s by kind of text.
    pub throughput: Option<Grid<Pace>>,
    /// ns a message of 100 bytes.
    pub latency: Option<Grid<Pace>>,
    /// Allocations a message; nothing where they cannot be counted.
    pub allocations: Option<Grid<Option<f64>>>,
    /// Instructions a byte.
    pub instructions: Option<Grid<f64>>,
    /// MB/s of engines that read Markdown.
    pub markdown: Option<Grid<Pace>>,
    /// Instructions a byte of the same.
    pub markdown_instructions: Option<Grid<f64>>,
    /// How the time grows on texts made to be slow.
    pub pathological: Option<Grid<Growth>>,
    /// How the instructions grow on the same texts.
    pub growth: Option<Grid<Counts>>,
}

/// A table.
#[derive(Serialize, Deserialize)]
pub struct Grid<T> {
    pub columns: Vec<String>,
    pub rows: Vec<Row<T>>,
}

/// A row of a table.
#[derive(Serialize, Deserialize)]
pub struct Row<T> {
    /// The name on the command line.
    pub name: String,
    /// The name in a table, as Markdown.
    pub label: String,
    /// What was measured, by column.
    pub cells: Vec<T>,
}

/// How fast an engine is.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Pace {
    /// In the unit of the table: the median of the rounds.
    pub value: f64,
    /// How many times as fast as the reference: the median of the rounds' ratios.
    pub ratio: f64,
}

/// How an engine's time grows with a text.
#[derive(Serialize, Deserialize)]
pub struct Growth {
    /// From small to large.
    pub steps: Vec<Step>,
    /// Why there is no larger one.
    pub end: End,
}

/// A text of one size.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Step {
    pub bytes: usize,
    pub ns_a_byte: f64,
}

/// Why a text did not grow further.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// It had grown enough.
    Done,
    /// It took too long.
    Slow,
    /// The engine's process broke down at the next size.
    Crashed,
}

/// Instructions a byte.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Counts {
    /// At [`SMALL`](crate::growth::SMALL) bytes.
    pub small: f64,
    /// At [`LARGE`](crate::growth::LARGE) bytes.
    pub large: f64,
}

impl Growth {
    /// The first and the last step.
    pub fn ends(&self) -> Option<(Step, Step)> {
        Some((*self.steps.first()?, *self.steps.last()?))
    }

    /// How many times as long a byte takes in the last step as in the first.
    pub fn times(&self) -> Option<f64> {
        self.ends().map(|(first, last)| last.ns_a_byte / first.ns_a_byte)
    }
}

impl<T> Grid<T> {
    /// The row called `name`.
    pub fn row(&self, name: &str) -> Option<&Row<T>> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// The largest figure in a column, and the label of the row that it is in.
    pub fn worst(&self, at: usize, of: impl Fn(&T) -> Option<f64>) -> Option<(f64, &str)> {
        let figures = self.rows.iter().filter_map(|row| Some((of(&row.cells[at])?, &*row.label)));
        figures.max_by(|one, other| one.0.total_cmp(&other.0))
    }
}
