//! Tables: those that hold data as tables, those made for a layout as lines.

use super::effect::Effects;
use super::flow::Gap;
use super::look::{Look, Styles};
use super::reader::{Reader, Role};
use super::skeleton::Info;
use crate::document::Span;
use crate::read::table::Table;

/// How many columns a cell can have.
const COLUMNS: u8 = 16;

/// A table while it is read.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "they are of three different things")]
pub(super) struct OpenTable {
    table: Table,
    /// Whether its first row has the headers.
    header: bool,
    /// Whether it has begun: the builder is its own.
    begun: bool,
    rows: usize,
    column: usize,
    /// Whether a cell is open, and whether something is in it.
    cell: bool,
    filled: bool,
}

impl Reader<'_> {
    pub(super) fn begin_table(&mut self, info: Option<&Info>) -> Role {
        self.end_line(Gap::Blank);
        let Some(info) = info.filter(|info| info.data && self.table.is_none()) else {
            return Role::Block(Gap::Blank);
        };
        self.table = Some(OpenTable {
            table: Table::default(),
            header: info.header,
            begun: false,
            rows: 0,
            column: 0,
            cell: false,
            filled: false,
        });
        Role::Table
    }

    pub(super) fn row(&mut self) {
        self.end_cell();
        self.end_line(Gap::Line);
        if self.table.is_some() {
            self.styles.leave(&mut self.builder, Look::default(), false);
        }
        if let Some(open) = &mut self.table {
            if !open.begun {
                open.begun = true;
                open.table.open(&mut self.builder);
            }
            open.table.row(open.header);
            open.rows += 1;
            open.column = 0;
        }
    }

    pub(super) fn cell(&mut self, effects: &Effects) {
        self.end_cell();
        self.end_line(Gap::Line);
        if self.table.as_ref().is_some_and(|open| !open.begun) {
            self.row();
        }
        if let Some(open) = &mut self.table {
            open.table.cell(&mut self.builder, open.column);
            let columns = effects.columns.clamp(1, COLUMNS);
            if open.rows == 1 {
                let align = effects.align.unwrap_or_default();
                (0..columns).for_each(|_| open.table.align(align));
            }
            open.column += usize::from(columns);
            (open.cell, open.filled) = (true, false);
        }
    }

    /// Whether text goes into a cell of a table that holds data.
    pub(super) fn in_cell(&self) -> bool {
        self.table.as_ref().is_some_and(|open| open.begun)
    }

    /// Begins a line within a cell, if this is one.
    pub(super) fn begin_cell_line(&mut self) -> bool {
        if !self.in_cell() {
            return false;
        }
        if self.table.as_ref().is_some_and(|open| !open.cell) {
            self.cell(&Effects::default());
            self.inline.line = true;
        }
        if let Some(open) = &mut self.table
            && core::mem::replace(&mut open.filled, true)
        {
            open.table.line(&mut self.builder);
        }
        true
    }

    pub(super) fn end_cell(&mut self) {
        // A cell that only keeps others apart is no empty line.
        if !self.inline.line {
            self.inline.drop_space();
        }
        self.end_line(Gap::Line);
        if self.table.as_ref().is_some_and(|open| open.cell) {
            self.styles.leave(&mut self.builder, Look::default(), false);
        }
        if let Some(open) = &mut self.table
            && core::mem::take(&mut open.cell)
        {
            open.table.end_cell(&mut self.builder);
        }
    }

    pub(super) fn end_table(&mut self, span: Option<Span>) {
        self.end_cell();
        let Some(mut open) = self.table.take() else { return };
        if open.begun {
            open.table.close(&mut self.builder);
            self.styles = Styles::default();
            self.flow.begin_block(&mut self.builder);
            let place = span.unwrap_or(Span { start: 0, end: 0 }).range();
            self.builder.at_source(place.start);
            let way = open.table.write(&mut self.builder, self.options.table, &mut self.flow);
            self.builder.at_source(place.end);
            if let (Some(way), Some(span)) = (way, span) {
                self.flow.lose(way, span);
            }
        }
        self.flow.gap(Gap::Blank);
    }
}
