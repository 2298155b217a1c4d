//! Drafts of the text, one after the other, until one is proven.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Builder, Code, Document, Line, Op, Span};
use crate::loss::{Conversion, Loss, LossCode};
use crate::parse::read_alike;

use super::Invisible;
use super::atoms::{Atom, Form, Styles, atoms};
use super::block::{Piece, pieces};
use super::emit::{Written, emit};
use super::levels::{Doubt, Levels};
use super::lines::{SourceLine, What, lines};
use super::plan::{Keep, plan, resolve_spaces};
use super::proof::{Difference, Prover};

/// Writes the document so that both clients read it as it means, as far as that can be.
pub(super) fn prove(document: Document<'_>, invisible: Invisible) -> Conversion {
    let as_it_is = |document: Document<'_>| Conversion {
        text: document.into_text().into_owned(),
        losses: Vec::new(),
    };
    // Mostly no client has to be asked.
    if read_alike(document.source(), document.ops()) {
        return as_it_is(document);
    }
    let mut prover = Prover::new(document.ops().len());
    if prover.holds(&document) {
        return as_it_is(document);
    }
    let lines = lines(&document);
    let mut levels = Levels::new(lines.len());
    let own = Draft { origin: starts(&document, &lines), ..Draft::default() };
    let mut doubts = own.doubts(&prover.differences(&document));
    loop {
        let is_last = !levels.raise(&doubts);
        let draft = write(&document, &lines, &levels, invisible);
        doubts = draft.doubts(&prover.differences(&draft.document));
        if doubts.is_empty() || is_last {
            return draft.finish(&document, &lines, &doubts);
        }
    }
}

#[derive(Default)]
struct Draft {
    document: Document<'static>,
    /// Where each piece of it begins, and the line it is of.
    origin: Vec<(usize, usize)>,
    losses: Vec<Loss>,
}

impl Draft {
    /// What is wrong with each line in which something is.
    fn doubts(&self, differences: &[Difference]) -> Vec<Doubt> {
        let line_at = |at: usize| {
            let next = self.origin.partition_point(|(start, _)| *start <= at);
            self.origin.get(next.saturating_sub(1)).map_or(0, |(_, line)| *line)
        };
        let mut lines: Vec<(usize, bool)> =
            differences.iter().map(|found| (line_at(found.at), found.is_meant)).collect();
        lines.sort_unstable();
        lines
            .chunk_by(|one, other| one.0 == other.0)
            .map(|of_line| Doubt {
                line: of_line[0].0,
                count: of_line.len(),
                // The last of a line: they are sorted.
                is_meant: of_line.last().is_some_and(|last| last.1),
            })
            .collect()
    }

    /// The text; what is still in doubt may be read as formatting.
    fn finish(self, document: &Document<'_>, lines: &[SourceLine], doubts: &[Doubt]) -> Conversion {
        let mut losses = self.losses;
        losses.extend(doubts.iter().map(|doubt| {
            // With the mark of an item or a quote: it may be lost, too.
            let span = whole(document, &lines[doubt.line]);
            Loss { code: LossCode::LiteralFormatted, span }
        }));
        losses.sort_by_key(|loss| (loss.span.start, loss.span.end));
        Conversion { text: self.document.into_text().into_owned(), losses }
    }
}

/// A line with its mark, without the line feed before it.
fn whole(document: &Document<'_>, line: &SourceLine) -> Span {
    let first = document.ops()[line.ops.start - 1];
    let lf = document.source()[first.start as usize..].starts_with('\n');
    Span { start: first.start + u32::from(lf), end: document.ops()[line.ops.end].start }
}

/// Where each line begins in the document itself.
fn starts(document: &Document<'_>, lines: &[SourceLine]) -> Vec<(usize, usize)> {
    let start = |line: &SourceLine| {
        let op = document.ops()[line.ops.start - 1];
        let covered = &document.source()[op.start as usize..op.end as usize];
        op.start as usize + usize::from(covered.starts_with('\n'))
    };
    lines.iter().enumerate().map(|(index, line)| (start(line), index)).collect()
}

fn write(
    document: &Document<'_>,
    lines: &[SourceLine],
    levels: &Levels,
    invisible: Invisible,
) -> Draft {
    let mut writer = Writer {
        document,
        builder: Builder::with_capacity(document.source().len()),
        invisible: invisible == Invisible::Allow,
        draft: Draft::default(),
    };
    for (index, (line, keep)) in lines.iter().zip(levels.keep()).enumerate() {
        if line.blank {
            writer.builder.blank_line();
        }
        writer.write(index, line, keep);
    }
    let (document, ..) = writer.builder.finish();
    Draft { document, ..writer.draft }
}

struct Writer<'d> {
    document: &'d Document<'d>,
    builder: Builder,
    invisible: bool,
    draft: Draft,
}

impl Writer<'_> {
    fn write(&mut self, index: usize, line: &SourceLine, keep: Option<Keep>) {
        let text = self.document.source();
        match (line.what, keep) {
            (What::Line(kind), None) => {
                let ops = &self.document.ops()[line.ops.start - 1..=line.ops.end];
                self.begin(index, kind);
                copy(&mut self.builder, text, ops);
            }
            (What::Line(kind), Some(keep)) => {
                let atoms = atoms(self.document, line.ops.clone());
                if kind.is_item() && atoms.is_empty() && !self.invisible {
                    return self.write_mark(index, kind, line);
                }
                self.write_atoms(index, kind, plan(text, atoms, keep));
            }
            (What::MonospaceBlock, _) => {
                let content = self.document.gap_before(line.ops.end).range();
                self.write_block(index, content, keep);
            }
        }
    }

    /// Begins a line. What is found wrong at its beginning is its own.
    fn begin(&mut self, index: usize, kind: Line) {
        self.builder.line(kind);
        let start = self.builder.line_start();
        self.draft.origin.push((start, index));
    }

    /// The mark of an item without text, as text: not all clients know such an item.
    fn write_mark(&mut self, index: usize, kind: Line, line: &SourceLine) {
        self.begin(index, Line::Text);
        match kind {
            Line::Number(number) => self.builder.lead_number(u64::from(number)),
            _ => self.builder.lead("-"),
        }
        let span = whole(self.document, line);
        self.draft.losses.push(Loss { code: LossCode::LiteralFormatted, span });
    }

    fn write_atoms(&mut self, index: usize, kind: Line, mut atoms: Vec<Atom>) {
        let text = self.document.source();
        let mut written = emit(text, kind, &atoms, self.invisible);
        // Each time the styles go that cannot be said; then all that is left.
        for last in [false, false, true] {
            if written.unsaid.is_empty() {
                break;
            }
            give_up(&mut atoms, &written, last);
            written = emit(text, kind, &atoms, self.invisible);
        }
        self.begin(index, kind);
        let marks = written.marks.iter().map(|mark| (mark.code, mark.start, mark.end));
        self.builder.written(&written.text, marks);
        for atom in atoms.iter().filter(|atom| atom.lost()) {
            self.lose(atom);
        }
    }

    fn write_block(&mut self, index: usize, content: Range<usize>, keep: Option<Keep>) {
        let text = self.document.source();
        let code = &text[content.clone()];
        let Some(keep) = keep else { return self.write_in_one(index, code) };
        for piece in pieces(code) {
            match piece {
                Piece::Block(range) if keep < Keep::Nothing => {
                    self.write_in_one(index, &code[range]);
                }
                Piece::Block(range) | Piece::Line(range) => {
                    let start = content.start + range.start;
                    self.write_as_lines(index, start..start + range.len(), keep);
                }
            }
        }
    }

    fn write_in_one(&mut self, index: usize, code: &str) {
        let start = self.builder.monospace_block(code);
        self.draft.origin.push((start, index));
    }

    /// Lines of a monospace block as lines of text, with code in them as far as that is kept.
    fn write_as_lines(&mut self, index: usize, lines: Range<usize>, keep: Keep) {
        let text = self.document.source();
        let mut from = lines.start;
        for line in text[lines].split('\n') {
            let range = from..from + line.len();
            from = range.end + 1;
            if line.trim().is_empty() {
                self.builder.blank_line();
                continue;
            }
            let meant = (Styles::NONE, true);
            let atom = Atom { text: range, styles: Styles::NONE, form: Form::Inline, meant };
            self.write_atoms(index, Line::Text, plan(text, vec![atom], keep));
        }
    }

    /// Reports what an atom lost, together with what the one before it did.
    fn lose(&mut self, atom: &Atom) {
        let span = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (start, end) = (span(atom.text.start), span(atom.text.end));
        if let Some(last) = self.draft.losses.last_mut()
            && last.span.end == start
        {
            last.span.end = end;
            return;
        }
        self.draft.losses.push(Loss { code: LossCode::StyleDropped, span: Span { start, end } });
    }
}

/// Takes from the atoms what they cannot have without invisible characters.
fn give_up(atoms: &mut [Atom], written: &Written, all: bool) {
    if all {
        for atom in atoms.iter_mut() {
            atom.styles = Styles::NONE;
            atom.form = if atom.form.is_code() { Form::Text } else { atom.form };
        }
        return;
    }
    for index in &written.unsaid {
        let styles = atoms[*index].styles;
        let own = &mut atoms[*index];
        if own.form.is_code() {
            own.form = if own.form == Form::Inline { Form::Fence } else { Form::Text };
            own.styles = Styles::NONE;
        }
        if styles != Styles::NONE {
            for atom in atoms[*index..].iter_mut().take_while(|atom| atom.styles == styles) {
                atom.styles = Styles::NONE;
            }
        }
    }
    resolve_spaces(atoms);
}

/// Copies a line with the markers that it has. `ops` also has what begins it and what ends it.
fn copy(builder: &mut Builder, text: &str, ops: &[Op]) {
    let [first, inside @ .., last] = ops else { return };
    let base = first.end as usize;
    let marks = inside.iter().map(|op: &Op| -> (Code, usize, usize) {
        (op.code, op.start as usize - base, op.end as usize - base)
    });
    builder.written(&text[base..last.start as usize], marks);
}
