//! A table as a box of monospace:
//!
//! ```text
//! Item | Qty
//! -----|----
//! Milk |   2
//! ```

use super::{Align, Builder, Cell, Table};

impl Table {
    /// Writes a box. Lines within a cell become one.
    pub(super) fn write_box(&self, builder: &mut Builder) {
        builder.begin_monospace();
        let mut rows = (0..self.rows.len()).map(|row| self.row_cells(row));
        let mut last = rows.next();
        let mut is_header = self.header;
        while let Some(row) = last {
            self.box_row(builder, row);
            last = rows.next();
            if last.is_some() {
                builder.lead("\n");
                if core::mem::take(&mut is_header) {
                    self.box_rule(builder);
                    builder.lead("\n");
                }
            }
        }
        builder.lead("\n");
        builder.end_monospace();
    }

    /// Writes a row, without white space at its end.
    fn box_row(&self, builder: &mut Builder, row: &[Cell]) {
        let mut spaces = 0;
        let mut cells = row.iter().peekable();
        for (column, &width) in self.width.columns.iter().enumerate() {
            if column > 0 {
                pad(builder, spaces + 1);
                builder.lead("|");
                spaces = 1;
            }
            let Some(cell) = cells.next_if(|cell| cell.column == column) else {
                spaces += width;
                continue;
            };
            let free = width.saturating_sub(cell.width);
            let before = match self.aligns.get(column).copied().unwrap_or_default() {
                Align::Left => 0,
                Align::Center => free / 2,
                Align::Right => free,
            };
            spaces += before;
            self.plain(cell, |piece| spaces = push(builder, spaces, piece));
            spaces += free - before;
        }
    }

    fn box_rule(&self, builder: &mut Builder) {
        let last = self.width.columns.len() - 1;
        for (column, width) in self.width.columns.iter().enumerate() {
            if column > 0 {
                builder.lead("|");
            }
            let beside = usize::from(column > 0) + usize::from(column < last);
            repeat(builder, "--------------------------------", width + beside);
        }
    }
}

/// Adds text that stays on its line, behind so many spaces; a control character is one, too. How
/// many are to stand behind it, if anything does.
fn push(builder: &mut Builder, mut spaces: usize, text: &str) -> usize {
    // The first byte of those that are not ASCII is 0xC2.
    let has_none = text.bytes().all(|byte| byte >= b' ' && byte != 0x7F && byte != 0xC2);
    if has_none {
        return push_shown(builder, spaces, text);
    }
    for (index, piece) in text.split(char::is_control).enumerate() {
        spaces = push_shown(builder, spaces + usize::from(index > 0), piece);
    }
    spaces
}

/// The same without control characters.
#[inline]
fn push_shown(builder: &mut Builder, mut spaces: usize, text: &str) -> usize {
    let shown = text.trim_end_matches(' ');
    if !shown.is_empty() {
        pad(builder, core::mem::take(&mut spaces));
        builder.lead(shown);
    }
    spaces + text.len() - shown.len()
}

fn pad(builder: &mut Builder, count: usize) {
    repeat(builder, "                                ", count);
}

/// Adds the first character of `run`, which is one of ASCII, `count` times.
fn repeat(builder: &mut Builder, run: &str, mut count: usize) {
    while count > 0 {
        let now = count.min(run.len());
        builder.lead(&run[..now]);
        count -= now;
    }
}
