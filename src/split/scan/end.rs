//! Where a part may be left.

use crate::split::open::Open;
use crate::split::tape::Row;

/// A place where the document was left: the end of a character that is seen, or of what was left
/// behind it.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub(super) at: usize,
    pub(super) units: usize,
    pub(super) open: Open,
    pub(super) row: Row,
}

impl End {
    /// How long the part is that ends here, with what closes it.
    pub(super) fn cost(&self) -> usize {
        self.units + self.open.cost() + self.row.cost_to_end()
    }
}
