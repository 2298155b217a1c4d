//! Tables, which WhatsApp does not have: as a box of monospace, as cards, or as items.
//!
//! A reader writes the cells one after the other, each as a line of its own, to a builder that the
//! table lends it. Where the table ends it is known how wide it is, and it is written in one of
//! three ways; each takes what it needs from the cells.

mod boxed;
mod cards;
mod width;

use alloc::vec::Vec;

use crate::document::{Builder, Mark};
use crate::loss::LossCode;

/// How tables are written.
///
/// # Examples
///
/// ```
/// use wamark::{Document, MarkdownOptions, Tables};
///
/// let table = "| Item | Qty |\n| --- | --: |\n| Milk | 2 |\n| Eggs | 12 |";
/// let write = |tables| {
///     let options = MarkdownOptions::default().tables(tables);
///     Document::from_markdown(table, &options).document().source().to_owned()
/// };
/// assert_eq!(
///     write(Tables::Box),
///     "```\nItem | Qty\n-----|----\nMilk |   2\nEggs |  12\n```"
/// );
/// assert_eq!(write(Tables::Cards), "Item: Milk\nQty: 2\n\nItem: Eggs\nQty: 12");
/// assert_eq!(write(Tables::Bullets), "*Item · Qty*\n- Milk · 2\n- Eggs · 12");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tables {
    /// A box where all of the table fits on a phone and nothing in it is written from right to
    /// left, else cards.
    #[default]
    Auto,
    /// A box of monospace, with the columns under each other. Cards where no box can be: within a
    /// quote, and where a cell has a fence of backticks.
    Box,
    /// A card for each row: `Header: value`, a line for each cell that has something to show.
    Cards,
    /// An item for each row: `- a · b`
    Bullets,
}

/// The columns of monospace that fit a message on a phone.
pub(crate) const COLUMNS: u16 = 26;

/// How the tables of a document are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TableStyle {
    pub(crate) tables: Tables,
    /// The columns that a box may have where the table chooses itself.
    pub(crate) columns: u16,
}

impl Default for TableStyle {
    fn default() -> Self {
        Self { tables: Tables::default(), columns: COLUMNS }
    }
}

/// Where the text of a cell stands in its column of a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Align {
    #[default]
    Left,
    Center,
    Right,
}

/// What a table needs to know of the place where it is written.
pub(crate) trait Place {
    /// Begins a line of text.
    fn line(&mut self, builder: &mut Builder);
    /// Begins an item.
    fn item(&mut self, builder: &mut Builder);
    /// Says that a monospace block begins.
    fn block(&mut self, builder: &mut Builder);
    /// Whether a monospace block can stand here: not within a quote.
    fn has_blocks(&self) -> bool;
}

/// A table while it is read, and then.
///
/// Between [`open`](Self::open) and [`close`](Self::close) the reader's builder is the table's: its
/// text is added as to a line that is open, without lines or blocks.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// The builder with the text of the cells; that of the document, while the table is read.
    cells: Builder,
    aligns: Vec<Align>,
    /// Whether the first row has the headers.
    header: bool,
    rows: Vec<Row>,
    filled: Vec<Cell>,
    lines: Vec<Line>,
    /// Where the open line begins.
    start: Mark,
    width: width::Width,
}

/// A row: its cells up to where the next one's begin.
#[derive(Clone, Copy, Debug)]
struct Row {
    first: usize,
}

/// A cell that has something to show: its lines.
#[derive(Clone, Copy, Debug)]
struct Cell {
    column: usize,
    first: usize,
    end: usize,
    /// Of all of it, in columns of monospace.
    width: usize,
}

/// A line of a cell.
#[derive(Clone, Copy, Debug)]
struct Line {
    from: Mark,
    to: Mark,
}

impl Table {
    /// Begins a table: from here `builder` is for cells.
    pub(crate) fn open(&mut self, builder: &mut Builder) {
        self.cells.clear();
        self.cells.reserve(256);
        self.filled.reserve(16);
        self.lines.reserve(16);
        self.aligns.clear();
        self.rows.clear();
        self.filled.clear();
        self.lines.clear();
        self.header = false;
        self.width = width::Width::default();
        core::mem::swap(&mut self.cells, builder);
    }

    /// Says how the next column is aligned; without that it is so to the left.
    pub(crate) fn align(&mut self, align: Align) {
        self.aligns.push(align);
    }

    /// Begins a row. Only the first one can have headers.
    pub(crate) fn row(&mut self, header: bool) {
        self.header |= header && self.rows.is_empty();
        self.rows.push(Row { first: self.filled.len() });
    }

    /// Begins a cell of the row. Cells are in order of their columns, and columns may be left out.
    pub(crate) fn cell(&mut self, builder: &mut Builder, column: usize) {
        self.start = builder.cut();
        self.filled.push(Cell { column, first: self.lines.len(), end: 0, width: 0 });
    }

    /// Ends a line within a cell. One that is empty is none.
    pub(crate) fn line(&mut self, builder: &mut Builder) {
        let to = builder.cut();
        if !self.start.is_at(to) {
            self.lines.push(Line { from: self.start, to });
        }
        self.start = to;
    }

    /// Ends the cell.
    pub(crate) fn end_cell(&mut self, builder: &mut Builder) {
        self.line(builder);
        let Some(cell) = self.filled.last_mut() else { return };
        cell.end = self.lines.len();
        if cell.first == cell.end {
            self.filled.pop();
            return;
        }
        for (index, line) in self.lines[cell.first..].iter().enumerate() {
            cell.width += usize::from(index > 0);
            match builder.plain(line.from, line.to) {
                Some(text) => cell.width += self.width.of(text),
                None => builder.gaps(line.from, line.to).for_each(|gap| {
                    cell.width += self.width.of(gap);
                }),
            }
        }
        self.width.column(cell.column, cell.width);
    }

    /// Ends the table: `builder` is the document's again.
    pub(crate) fn close(&mut self, builder: &mut Builder) {
        core::mem::swap(&mut self.cells, builder);
    }

    /// Writes the table, unless it is empty, and tells how.
    ///
    /// # Complexity
    ///
    /// Linear in the text of the cells: in cards long headers are cut but for the first time, and
    /// no box is drawn that is mostly empty.
    pub(crate) fn write(
        &self,
        builder: &mut Builder,
        style: TableStyle,
        place: &mut impl Place,
    ) -> Option<LossCode> {
        if self.filled.is_empty() {
            return None;
        }
        let boxed = place.has_blocks() && self.width.can_box(self.rows.len(), self.cells.len());
        Some(match style.tables {
            Tables::Bullets => {
                self.write_items(builder, place);
                LossCode::TableAsBullets
            }
            Tables::Box if boxed => {
                place.block(builder);
                self.write_box(builder);
                LossCode::TableAsBox
            }
            Tables::Auto if boxed && self.width.fits(usize::from(style.columns)) => {
                place.block(builder);
                self.write_box(builder);
                LossCode::TableAsBox
            }
            _ => {
                self.write_cards(builder, place);
                LossCode::TableAsCards
            }
        })
    }

    /// The rows below the headers; of a table that has nothing else, the headers.
    fn body(&self) -> impl Iterator<Item = &[Cell]> {
        let headers = usize::from(self.header && self.headers().len() < self.filled.len());
        (headers..self.rows.len()).map(|row| self.row_cells(row)).filter(|row| !row.is_empty())
    }

    /// The headers that there are.
    fn headers(&self) -> &[Cell] {
        if self.header { self.row_cells(0) } else { &[] }
    }

    fn row_cells(&self, row: usize) -> &[Cell] {
        let end = self.rows.get(row + 1).map_or(self.filled.len(), |next| next.first);
        self.rows.get(row).map_or(&[], |row| &self.filled[row.first..end])
    }

    /// The lines of the cell, which is one of `filled`.
    fn cell_lines(&self, cell: &Cell) -> &[Line] {
        &self.lines[cell.first..cell.end]
    }

    /// Gives the text of a cell on one line, piece by piece, without styles.
    fn plain<'t>(&'t self, cell: &Cell, mut give: impl FnMut(&'t str)) {
        for (index, line) in self.cell_lines(cell).iter().enumerate() {
            if index > 0 {
                give(" ");
            }
            match self.cells.plain(line.from, line.to) {
                Some(text) => give(text),
                None => self.cells.gaps(line.from, line.to).for_each(&mut give),
            }
        }
    }
}
