//! Writes a piece of the document anew, closing what is open where it ends and opening what is
//! where it begins.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Builder, Code, Line, Op, Span};
use crate::loss::{Conversion, Loss, LossCode};
use crate::parse::{Client, Parser};
use crate::write::Invisible;

use super::cut::Cut;
use super::number::SAMPLE;
use super::open::{Open, marker};
use super::place::Place;
use super::tape::{Row, Tape, is_space};

/// A piece that was written.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Spans are bytes of the source.
    pub(super) losses: Vec<Loss>,
    /// What stands before a number behind it.
    pub(super) separator: char,
}

/// Writes what stands between a place and a cut, as text that both clients read as it is meant. A
/// number stands behind it while that is proven, where `numbered`.
pub(super) fn write(
    tape: &Tape<'_>,
    from: &Place,
    cut: &Cut,
    invisible: Invisible,
    numbered: bool,
) -> Piece {
    let write = |leading| {
        let mut writer = Writer::new(tape, from, cut.end);
        writer.leading = leading;
        writer.write(from, cut);
        writer.finish(invisible, numbered)
    };
    // A monospace block keeps its indentation, but not where it cannot be one.
    let is_block = from.first_row() == Row::Block;
    let piece = write(!is_block);
    if is_block && piece.text.starts_with(is_space) { write(true) } else { piece }
}

/// As [`write()`], of a piece of one line, without styles and code, which are lost.
pub(super) fn write_plain(
    tape: &Tape<'_>,
    from: &Place,
    cut: &Cut,
    invisible: Invisible,
    numbered: bool,
) -> Piece {
    let mut writer = Writer::new(tape, from, cut.end);
    writer.row = Row::TEXT;
    writer.line.text = shown(tape, from, cut);
    writer.line.anchors.push((0, from.at));
    writer.flush();
    let mut piece = writer.finish(invisible, numbered);
    piece.losses.extend(lost(tape, from, cut));
    piece
}

/// As [`write_plain`], whatever the clients read.
pub(super) fn write_raw(tape: &Tape<'_>, from: &Place, cut: &Cut) -> Piece {
    let text = shown(tape, from, cut);
    let mut losses: Vec<Loss> = lost(tape, from, cut).collect();
    let is_text = |op: &Op| matches!(op.code, Code::EnterParagraph | Code::LeaveParagraph);
    let read_as_text = [Client::Web, Client::Android].into_iter().all(|client| {
        Parser::new().client(client).links(false).parse(&text).ops().iter().all(is_text)
    });
    if !read_as_text {
        let span = super::span(from.mark, cut.end);
        losses.push(Loss { code: LossCode::LiteralFormatted, span });
    }
    Piece { text, losses, separator: ' ' }
}

/// What is seen of a piece of one line, without white space around it.
fn shown(tape: &Tape<'_>, from: &Place, cut: &Cut) -> String {
    let mut text = String::new();
    let mut at = from.at;
    for op in tape.ops[from.op..].iter().take_while(|op| (op.start as usize) < cut.end) {
        text.push_str(&tape.source[at..op.start as usize]);
        at = op.end as usize;
    }
    text.push_str(&tape.source[at.min(cut.end)..cut.end]);
    text.trim_matches(is_space).into()
}

/// What a piece of one line lost, if it had anything to lose.
fn lost(tape: &Tape<'_>, from: &Place, cut: &Cut) -> impl Iterator<Item = Loss> {
    let ops = tape.ops[from.op..].iter().take_while(|op| (op.start as usize) < cut.end);
    let is_lost = from.first_row() != Row::TEXT || !from.open.is_empty() || ops.count() > 0;
    let span = super::span(from.mark, cut.end);
    is_lost.then_some(Loss { code: LossCode::StyleDropped, span }).into_iter()
}

/// A line that is being written.
#[derive(Debug, Default)]
struct LineText {
    text: String,
    marks: Vec<(Code, usize, usize)>,
    /// Places of it and of the source, where both are the same from there on.
    anchors: Vec<(usize, usize)>,
}

struct Writer<'d> {
    source: &'d str,
    tape: &'d Tape<'d>,
    builder: Builder,
    row: Row,
    line: LineText,
    /// All of the source that is written.
    span: Span,
    /// Whether nothing was seen yet: white space is dropped.
    leading: bool,
    /// Places of the text that was built and of the source.
    anchors: Vec<(usize, usize)>,
}

impl<'d> Writer<'d> {
    fn new(tape: &'d Tape<'_>, from: &Place, end: usize) -> Self {
        Self {
            source: tape.source,
            tape,
            builder: Builder::with_capacity(end - from.mark),
            row: from.first_row(),
            line: LineText::default(),
            span: super::span(from.mark, end),
            leading: false,
            anchors: Vec::new(),
        }
    }

    fn write(&mut self, from: &Place, cut: &Cut) {
        let mut open = from.open;
        for code in open.iter() {
            self.mark(code, marker(code));
        }
        self.line.anchors.push((self.line.text.len(), from.at));
        let mut at = from.at;
        let ops = &self.tape.ops[from.op..];
        // The row as the document has it: an item that goes on is text only here.
        let mut row = from.row;
        for &op in ops.iter().take_while(|op| (op.start as usize) < cut.end) {
            let (start, end) = (op.start as usize, op.end as usize);
            self.push(at..start);
            at = end;
            if op.code.is_inline() {
                self.mark(op.code, &self.source[start..end]);
                open.apply(op.code);
                continue;
            }
            if op.code.is_leave() || row.begun_by(op).is_some() {
                self.flush();
            }
            if op.blank_lines() > 0 && end <= cut.end {
                self.builder.blank_line();
            }
            if let Some(begun) = row.begun_by(op) {
                (row, self.row) = (begun, begun);
                self.line.anchors.push((0, end));
            }
        }
        if at < cut.end {
            self.push(at..cut.end);
        }
        self.close(open);
        self.flush();
    }

    /// Adds text of the source.
    fn push(&mut self, range: Range<usize>) {
        let mut text = &self.source[range.clone()];
        if self.leading {
            text = text.trim_start_matches(is_space);
            self.leading = text.is_empty();
            self.line.anchors.push((self.line.text.len(), range.end - text.len()));
        }
        self.line.text.push_str(text);
    }

    fn close(&mut self, open: Open) {
        for code in open.iter().rev() {
            self.mark(code.leave(), marker(code));
        }
    }

    fn mark(&mut self, code: Code, marker: &str) {
        let start = self.line.text.len();
        self.line.text.push_str(marker);
        self.line.marks.push((code, start, self.line.text.len()));
    }

    /// Ends a line, or a monospace block. One of white space alone is an empty line.
    fn flush(&mut self) {
        let mut line = core::mem::take(&mut self.line);
        let row = core::mem::replace(&mut self.row, Row::TEXT);
        let blank = line.text.chars().all(is_space);
        match row {
            Row::TEXT | Row::Block if blank => {
                if !line.text.is_empty() {
                    self.builder.blank_line();
                }
            }
            Row::Line(kind) => {
                self.builder.line(kind);
                let start = self.builder.len();
                self.anchor(start, &line);
                self.builder.written(&line.text, line.marks.into_iter());
            }
            Row::Block => {
                line.text.truncate(line.text.trim_end_matches(is_space).len());
                self.builder.monospace_block(&line.text);
                let start = self.builder.len() - "\n```".len() - line.text.len();
                self.anchor(start, &line);
            }
        }
    }

    /// Notes where the text of a line comes from, which begins at `start`.
    fn anchor(&mut self, start: usize, line: &LineText) {
        self.anchors.extend(line.anchors.iter().map(|&(at, source)| (start + at, source)));
    }

    fn finish(mut self, invisible: Invisible, numbered: bool) -> Piece {
        let separator = if self.builder.in_line() { ' ' } else { '\n' };
        if numbered {
            if separator == '\n' {
                self.builder.line(Line::Text);
            } else {
                self.builder.lead(" ");
            }
            self.builder.lead(SAMPLE);
        }
        let (document, ..) = self.builder.finish();
        let Conversion { mut text, mut losses } = document.into_whatsapp(invisible);
        if numbered {
            let end = text.rfind(SAMPLE).unwrap_or(text.len());
            text.truncate(end);
        }
        for loss in &mut losses {
            loss.span = place(&self.anchors, loss.span);
        }
        losses.dedup();
        let end = text.trim_end_matches(is_space).len();
        if end < text.len() {
            // White space of what is code no more; without it a marker may close.
            if !read_alike(&text, &text[..end]) {
                losses.push(Loss { code: LossCode::LiteralFormatted, span: self.span });
            }
            text.truncate(end);
        }
        Piece { text, losses, separator }
    }
}

/// Whether both clients read the same formatting in two texts, of which one begins with the other.
fn read_alike(one: &str, other: &str) -> bool {
    [Client::Web, Client::Android].into_iter().all(|client| {
        let mut parser = Parser::new().client(client).links(false);
        let (one, other) = (parser.parse(one), parser.parse(other));
        let formats = |op: &&Op| op.code.is_inline() || op.code.is_enter();
        let key = |op: &Op| (op.code, op.start);
        one.ops().iter().filter(formats).map(key).eq(other.ops().iter().filter(formats).map(key))
    })
}

/// Where in the source a piece of what was built comes from.
fn place(anchors: &[(usize, usize)], built: Span) -> Span {
    let source = |at: usize| {
        let next = anchors.partition_point(|(start, _)| *start <= at);
        match next.checked_sub(1).map(|index| anchors[index]) {
            Some((start, source)) => source + (at - start),
            // A mark before the first line's text.
            None => anchors.first().map_or(0, |(_, source)| *source),
        }
    };
    let Span { start, end } = built;
    let (start, end) = (source(start as usize), source(end as usize));
    super::span(start, end.max(start))
}
