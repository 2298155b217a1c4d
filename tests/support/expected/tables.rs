//! Tables: a box of all cells in order, or cards or items of them, as is reported.

use wamark::LossCode;

use super::super::glyphs::{BOLD, CODE, ITEM, LINE, Look, QUOTE, SPACE, STYLES};
use super::super::program::{Source, Step, build};

use super::blocks::changed;
use super::{Behind, Walk};

#[derive(Debug)]
pub(super) struct Table {
    source: Source,
    before: Vec<Step>,
    /// The marks of items before it, or their numbers, if it is a box.
    marks: Vec<Step>,
    numbers: Vec<Step>,
    /// The cells of each row, the head first.
    rows: Vec<Vec<Vec<Step>>>,
}

impl Walk<'_> {
    pub(super) fn start_table(&mut self, source: Source) {
        for code in [LossCode::TableAsBox, LossCode::TableAsCards, LossCode::TableAsBullets] {
            self.construct(code, source, false);
        }
        let before = std::mem::take(&mut self.steps);
        let from = if let Behind::Mark { step, .. } = self.behind { step } else { before.len() };
        let marks = before[from..].to_vec();
        self.steps = before;
        let numbers = self.take_marks();
        let before = std::mem::take(&mut self.steps);
        self.behind = Behind::Nothing;
        self.table = Some(Table { source, before, marks, numbers, rows: Vec::new() });
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
        let way = |code, before: &[Step], rows: &[Step]| {
            reported(code, table.source, [before, rows].concat())
        };
        let boxed = way(LossCode::TableAsBox, &table.numbers, &as_box(&table.rows));
        let cards = way(LossCode::TableAsCards, &table.marks, &as_cards(&table.rows));
        let bullets = way(LossCode::TableAsBullets, &table.marks, &as_bullets(&table.rows));
        self.steps.extend(build::either(boxed, build::either(cards, bullets)));
        self.item = false;
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
    build::many(|glyph| !glyph.c.is_alphanumeric())
}

/// A cell with another look. What stands before it is free, and where it stands.
fn cell(cell: &[Step], add: Look, free_too: Look) -> Vec<Step> {
    changed(cell, |look, free| {
        let begin = if look & LINE != 0 { SPACE | LINE } else { 0 };
        (look | add, (free | free_too | ITEM | QUOTE | begin) & !add)
    })
}

/// All cells in order, as code, without styles.
fn as_box(rows: &[Vec<Vec<Step>>]) -> Vec<Step> {
    let mut steps = Vec::new();
    for any in rows.iter().flatten() {
        steps.extend(lines_and_signs());
        // What no width is known of is a space there, or nothing at the end of a line.
        let mut space = false;
        for step in cell(any, CODE, STYLES) {
            match step {
                Step::Glyph { c, .. } if c.is_control() && c != '\0' => {
                    steps.extend(build::optional(vec![Step::Any(|glyph| glyph.c == ' ')]));
                    space = true;
                }
                Step::Glyph { c, look, free, source } => {
                    let free = free | if std::mem::take(&mut space) { SPACE } else { 0 };
                    steps.push(Step::Glyph { c, look, free, source });
                }
                step => steps.push(step),
            }
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
    for row in body {
        for (column, any) in row.iter().enumerate() {
            let mut card = Vec::from(lines_and_signs());
            card.extend(card_head(head.get(column).map_or(&[], |head| head)));
            card.extend(lines_and_signs());
            card.extend(cell(any, 0, BOLD));
            steps.extend(if build::may_be_empty(any) { build::optional(card) } else { card });
        }
    }
    steps
}

/// The head of a column before a value: all of it, or the beginning of a long one as plain text.
fn card_head(head: &[Step]) -> Vec<Step> {
    let full = cell(head, 0, BOLD);
    let mut short = Vec::new();
    let plain = cell(head, 0, STYLES);
    let simple = plain.iter().all(|step| matches!(step, Step::Glyph { .. }));
    if simple {
        for (index, step) in plain.iter().enumerate() {
            short.extend([Step::Split(2 * (plain.len() - index)), *step]);
        }
    } else {
        short.extend(build::many(|_| true));
    }
    short.push(Step::Any(|glyph| glyph.c == '…'));
    build::either(full, short)
}

/// All cells in order, with or without the head.
fn as_bullets(rows: &[Vec<Vec<Step>>]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let mut line = Vec::new();
        for any in row {
            line.extend(lines_and_signs());
            line.extend(cell(any, 0, BOLD));
        }
        let head = index == 0 && rows.len() > 1;
        steps.extend(if head { build::optional(line) } else { line });
    }
    steps
}
