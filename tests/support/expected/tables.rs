//! Tables: a box of all cells in order, or cards or items of them, as is reported.

use wamark::LossCode;

use super::super::glyphs::{BOLD, CODE, ITEM, LINE, Look, QUOTE, SPACE, is_space};
use super::super::program::{Source, Step, build};

use super::{Item, Walk};

#[derive(Debug)]
pub(super) struct Table {
    source: Source,
    before: Vec<Step>,
    /// The cells of each row, the head first.
    rows: Vec<Vec<Vec<Step>>>,
}

impl Walk<'_> {
    pub(super) fn start_table(&mut self, source: Source) {
        for code in [LossCode::TableAsBox, LossCode::TableAsCards, LossCode::TableAsBullets] {
            self.construct(code, source, false);
        }
        let before = std::mem::take(&mut self.steps);
        self.table = Some(Table { source, before, rows: Vec::new() });
    }

    pub(super) fn start_row(&mut self) {
        if let Some(table) = &mut self.table {
            table.rows.push(Vec::new());
        }
    }

    pub(super) fn start_cell(&mut self) {
        self.line();
    }

    pub(super) fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.steps);
        if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
            row.push(cell);
        }
    }

    pub(super) fn end_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        self.steps = table.before;
        let ways = [
            reported(LossCode::TableAsBox, table.source, as_box(&table.rows)),
            reported(LossCode::TableAsCards, table.source, as_cards(&table.rows)),
            reported(LossCode::TableAsBullets, table.source, as_bullets(&table.rows)),
        ];
        let [first, second, third] = ways;
        self.steps.extend(build::either(first, build::either(second, third)));
        self.item = Item::No;
    }
}

fn reported(code: LossCode, source: Source, steps: Vec<Step>) -> Vec<Step> {
    let mut all = vec![Step::Reported(code, source)];
    all.extend(steps);
    all.extend(lines_and_signs());
    all
}

/// What a table is drawn with: no letters and digits.
fn lines_and_signs() -> [Step; 3] {
    build::many(|c| !c.is_alphanumeric())
}

/// A cell with another look.
fn cell(cell: &[Step], add: Look, free_too: Look) -> Vec<Step> {
    let change = |step: &Step| match *step {
        Step::Glyph { c, look, free, source } => {
            Step::Glyph { c, look: look | add, free: (free | free_too) & !add, source }
        }
        other => other,
    };
    cell.iter().map(change).collect()
}

const PLACE: Look = SPACE | LINE | ITEM | QUOTE;

/// All cells in order, as code, without styles.
fn as_box(rows: &[Vec<Vec<Step>>]) -> Vec<Step> {
    let mut steps = Vec::new();
    for any in rows.iter().flatten() {
        steps.extend(lines_and_signs());
        for step in cell(any, CODE, !CODE) {
            steps.push(step);
        }
    }
    steps
}

/// For each row each cell behind its head; a table of a head only shows that.
fn as_cards(rows: &[Vec<Vec<Step>>]) -> Vec<Step> {
    let mut steps = Vec::new();
    let Some((head, body)) = rows.split_first() else { return steps };
    if body.is_empty() {
        return as_bullets(rows);
    }
    for (column, any) in body.iter().flat_map(|row| row.iter().enumerate()) {
        let mut card = Vec::from(lines_and_signs());
        card.extend(build::optional(cell(head.get(column).map_or(&[], |h| h), 0, PLACE | BOLD)));
        card.extend(lines_and_signs());
        card.extend(cell(any, 0, PLACE | BOLD));
        steps.extend(if is_blank(any) { build::optional(card) } else { card });
    }
    steps
}

/// All cells in order, with or without the head.
fn as_bullets(rows: &[Vec<Vec<Step>>]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let mut line = Vec::new();
        for any in row {
            line.extend(lines_and_signs());
            line.extend(cell(any, 0, PLACE | BOLD));
        }
        let head = index == 0 && rows.len() > 1;
        steps.extend(if head { build::optional(line) } else { line });
    }
    steps
}

fn is_blank(cell: &[Step]) -> bool {
    !cell.iter().any(|step| matches!(step, Step::Glyph { c, .. } if !is_space(*c)))
}
