//! Places where a part begins.

use super::open::Open;
use super::tape::Row;

/// Where a part begins, and what it begins within.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Where the text begins: behind the mark of an item or a quote, if the line begins here.
    pub(super) at: usize,
    /// Where the piece of the source begins: with that mark.
    pub(super) mark: usize,
    /// Whether the line, or the monospace block, begins here.
    pub(super) begins: bool,
    pub(super) row: Row,
    pub(super) open: Open,
    /// The first operation that does not stand before.
    pub(super) op: usize,
}

impl Place {
    /// What its first line is.
    pub(super) fn first_row(&self) -> Row {
        if self.begins { self.row } else { self.row.continued() }
    }

    /// What is written before the first piece of the source.
    pub(super) fn cost(&self) -> usize {
        self.open.cost() + if self.begins { 0 } else { self.row.cost_to_go_on() }
    }
}
