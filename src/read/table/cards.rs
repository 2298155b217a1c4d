//! A table as cards, or as items:
//!
//! ```text
//! Item: Milk         *Item · Qty*
//! Qty: 2             - Milk · 2
//! ```
//!
//! Of two columns without headers, the first one names the second: `Total: 12`.

use alloc::string::String;

use unicode_width::UnicodeWidthChar;

use super::{Builder, Cell, Place, Table};
use crate::document::Style;

/// The columns that a header may have in all cards but the first: else a long one, repeated, would
/// make the text as long as its square.
const LABEL: usize = 40;

impl Table {
    /// Writes a card a row, with an empty line between two.
    pub(super) fn write_cards(&self, builder: &mut Builder, place: &mut impl Place) {
        if self.headers().is_empty() && self.width.columns.len() == 2 {
            return self.write_pairs(builder, place);
        }
        for (index, row) in self.body().enumerate() {
            if index > 0 {
                builder.blank_line();
            }
            for cell in row {
                place.line(builder);
                self.label(builder, cell, index == 0);
                for (index, line) in self.cell_lines(cell).iter().enumerate() {
                    if index > 0 {
                        place.line(builder);
                        builder.lead("  ");
                    }
                    builder.copy(&self.cells, line.from, line.to);
                }
            }
        }
    }

    /// Writes a line a row.
    fn write_pairs(&self, builder: &mut Builder, place: &mut impl Place) {
        for row in self.body() {
            place.line(builder);
            for (index, cell) in row.iter().enumerate() {
                let is_name = index + 1 < row.len();
                self.on_one_line(builder, cell, is_name);
            }
        }
    }

    /// Writes the header of the cell's column before it, if there is one.
    fn label(&self, builder: &mut Builder, cell: &Cell, first: bool) {
        let headers = self.headers();
        let Ok(index) = headers.binary_search_by_key(&cell.column, |header| header.column) else {
            return;
        };
        let header = &headers[index];
        // A table of headers alone.
        if header.first == cell.first {
            return;
        }
        if header.width > LABEL && !first {
            if let [first, ..] = self.cell_lines(header)
                && let [.., last] = self.cell_lines(header)
            {
                builder.text_for(&self.short(header), &self.cells, first.from, last.to);
            }
            builder.text(": ");
            return;
        }
        self.on_one_line(builder, header, true);
    }

    /// Writes a cell as one line, with a colon behind it if it names something.
    fn on_one_line(&self, builder: &mut Builder, cell: &Cell, is_name: bool) {
        let mut ends = false;
        for (index, line) in self.cell_lines(cell).iter().enumerate() {
            builder.text(if index > 0 { " " } else { "" });
            builder.copy(&self.cells, line.from, line.to);
            let last = self.cells.gaps(line.from, line.to).last();
            ends = last.is_some_and(|text| text.ends_with([':', '：']));
        }
        if is_name {
            builder.text(if ends { " " } else { ": " });
        }
    }

    /// A header, cut: whole characters, with what belongs to them.
    fn short(&self, header: &Cell) -> String {
        let mut short = String::new();
        let mut width = 0;
        self.plain(header, |piece| {
            for c in piece.chars() {
                width += c.width().unwrap_or_default();
                if width >= LABEL {
                    break;
                }
                short.push(c);
            }
        });
        short.push('…');
        short
    }

    /// Writes an item a row, below the headers in bold. An empty cell is `–`, so that the others
    /// stay in their places, unless no other follows.
    pub(super) fn write_items(&self, builder: &mut Builder, place: &mut impl Place) {
        let mut body = self.body().peekable();
        let has_body = body.peek().is_some_and(|row| row[0].first > 0);
        if has_body && !self.headers().is_empty() {
            place.line(builder);
            builder.enter(Style::Bold);
            join(builder, self.headers(), |builder, cell| {
                self.plain(cell, |piece| builder.text(piece));
            });
            builder.leave_style(Style::Bold);
        }
        for row in body {
            place.item(builder);
            join(builder, row, |builder, cell| {
                for (index, line) in self.cell_lines(cell).iter().enumerate() {
                    builder.text(if index > 0 { " " } else { "" });
                    builder.copy(&self.cells, line.from, line.to);
                }
            });
        }
    }
}

/// Writes the cells of a row with `·` between them.
fn join(builder: &mut Builder, row: &[Cell], write: impl Fn(&mut Builder, &Cell)) {
    let mut next = 0;
    for cell in row {
        while next < cell.column {
            builder.text(if next > 0 { " · –" } else { "–" });
            next += 1;
        }
        builder.text(if next > 0 { " · " } else { "" });
        write(builder, cell);
        next += 1;
    }
}
