//! Writes lines with what is open opened before and closed behind them, and has them proven.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Builder, Code, Line, Op, Span};
use crate::loss::{Conversion, Loss, LossCode};
use crate::parse::{Client, Parser};
use crate::split;
use crate::split::cut::Cut;
use crate::split::number::SAMPLE;
use crate::split::open::{Open, marker};
use crate::split::place::Place;
use crate::split::tape::{Row, Tape, is_space};
use crate::write::Invisible;

use super::Piece;

/// A line that is being written.
#[derive(Debug, Default)]
struct LineText {
    text: String,
    marks: Vec<(Code, usize, usize)>,
    /// Places of it and of the source, where both are the same from there on.
    anchors: Vec<(usize, usize)>,
}

pub(super) struct Writer<'d> {
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
    /// `leading`: whether white space is dropped before what is seen first.
    pub(super) fn new(tape: &'d Tape<'_>, from: &Place, cut: &Cut, leading: bool) -> Self {
        Self {
            source: tape.source,
            tape,
            builder: Builder::with_capacity(cut.end - from.mark),
            row: from.first_row(),
            line: LineText::default(),
            span: split::span(from.mark, cut.end),
            leading,
            anchors: Vec::new(),
        }
    }

    /// Writes what stands between a place and a cut.
    pub(super) fn write(&mut self, from: &Place, cut: &Cut) {
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

    /// Writes a line of text alone, which stands at `source`.
    pub(super) fn write_text(&mut self, text: String, source: usize) {
        self.row = Row::TEXT;
        self.line = LineText { text, marks: Vec::new(), anchors: Vec::from([(0, source)]) };
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

    /// Has the text proven, with a number behind it where `numbered`.
    pub(super) fn finish(mut self, invisible: Invisible, numbered: bool) -> Piece {
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
    split::span(start, end.max(start))
}
