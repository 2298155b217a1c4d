//! How wide a table is, and whether it can be a box.

use alloc::vec::Vec;

use unicode_width::UnicodeWidthStr;

/// What stands between two columns: ` | `
const SEPARATOR: usize = 3;

/// How many times the text of the table a box may be, for what is mostly empty is no table.
const PADDING: usize = 16;

/// Added to the text of a table that small ones may be mostly empty.
const SMALL: usize = 4096;

/// The width of a table in columns of monospace, and what speaks against a box.
#[derive(Debug, Default)]
pub(super) struct Width {
    /// The widest cell of each column.
    pub(super) columns: Vec<usize>,
    right_to_left: bool,
    fence: bool,
}

impl Width {
    /// The width of a piece of a cell.
    pub(super) fn of(&mut self, text: &str) -> usize {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'_' | b'a'..=b'~')) {
            return text.len();
        }
        self.fence |= text.contains('`') && text.contains("```");
        self.right_to_left |= text.chars().any(is_right_to_left);
        text.width()
    }

    /// Notes the width of a cell.
    pub(super) fn column(&mut self, column: usize, width: usize) {
        if self.columns.len() <= column {
            self.columns.resize(column + 1, 0);
        }
        self.columns[column] = self.columns[column].max(width);
    }

    /// The width of a row.
    fn row(&self) -> usize {
        self.columns.iter().map(|width| width + SEPARATOR).sum::<usize>().saturating_sub(SEPARATOR)
    }

    /// Whether a box of `rows` can be drawn at all, for `bytes` of text.
    pub(super) fn can_box(&self, rows: usize, bytes: usize) -> bool {
        !self.fence && self.row().saturating_mul(rows) <= bytes.saturating_mul(PADDING) + SMALL
    }

    /// Whether a box fits, and shows the cells in their order: a line with letters that run from
    /// right to left is turned around as one.
    pub(super) fn fits(&self, columns: usize) -> bool {
        !self.right_to_left && self.row() <= columns
    }
}

/// Whether `c` is of a script that is written from right to left, or turns text around: the blocks
/// that Unicode keeps for them.
fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}'
            | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    )
}
