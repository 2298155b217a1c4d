//! Builds a document for text that comes from another notation: WhatsApp text as one would type
//! it, and on it the tape of what it is to mean.
//!
//! Whether WhatsApp reads the text so is not decided here: the writer of WhatsApp text proves it.

mod code;
mod piece;
mod source;
mod style;
mod url;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use crate::chars;

use super::{Code, Document, NO_MATE, Op, Span};

pub(crate) use piece::Mark;
pub(crate) use source::Sources;
pub(crate) use style::Style;

use source::Anchor;
use style::STYLES;

/// What a line is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Text.
    Text,
    /// An item of a bulleted list.
    Bullet,
    /// An item of a numbered list, up to 99.
    Number(u16),
    /// A line of a quote.
    Quote,
}

impl Line {
    /// Whether it is an item.
    pub(crate) fn is_item(self) -> bool {
        matches!(self, Self::Bullet | Self::Number(_))
    }
}

/// Builds a document line by line.
///
/// Styles are nested, and none inside itself: how deep a style was entered is counted. Their
/// markers are written as late as there is text and before the white space at its end, so no node
/// is empty and none begins or ends with white space. They end with each line and begin anew on
/// the next one. No line ends with white space.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    text: String,
    tape: Vec<Op>,
    /// The kind of the open block and the operation that entered it.
    block: Option<(Line, usize)>,
    number: u16,
    /// Whether an empty line is to stand before the next line.
    blank: bool,
    /// The styles that are open, in order, and how many of them have their marker written.
    open: [Option<Style>; STYLES],
    depth: usize,
    written: usize,
    /// The operations that entered those, and the ends of the tape where one in that place was left.
    enters: [usize; STYLES],
    closed: [usize; STYLES],
    /// The end of the tape where the line was begun.
    begun: usize,
    /// How often each style was entered inside itself.
    again: [u32; STYLES],
    /// How often the text was cut.
    cuts: usize,
    /// Where the link ends that was added last, if what follows might be taken for a part of it.
    link_end: usize,
    /// The URL of that link, or its label if that is a link by itself.
    link: Range<usize>,
    /// The aside that was added last: where it begins and ends.
    aside: Option<(usize, usize)>,
    anchors: Vec<Anchor>,
    /// Text that lost a style, and how many pieces of it nothing can be added to.
    dropped: Vec<Span>,
    sealed: usize,
}

impl Builder {
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes + bytes / 4 + 16),
            tape: Vec::with_capacity(bytes / 16 + 16),
            anchors: Vec::with_capacity(bytes / 16 + 8),
            ..Self::default()
        }
    }

    /// Where the document ends so far.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Where the text of the line that was begun last starts, its mark included.
    pub(crate) fn line_start(&self) -> usize {
        let Some(op) = self.tape.last() else { return 0 };
        let covered = &self.text[op.start as usize..];
        op.start as usize + usize::from(covered.starts_with('\n'))
    }

    /// Whether the text ends with white space.
    #[inline]
    pub(crate) fn ends_with_space(&self) -> bool {
        match self.text.as_bytes().last() {
            // As most text ends.
            Some(b'!'..=b'~') | None => false,
            _ => self.text.ends_with(chars::is_white_space),
        }
    }

    /// The same, without the one that is so thin that it keeps no words apart.
    pub(crate) fn ends_with_gap(&self) -> bool {
        self.ends_with_space() && !self.text.ends_with('\u{200A}')
    }

    /// Whether a line is open that text can be added to.
    #[cfg(any(feature = "check", feature = "html"))]
    pub(crate) fn in_line(&self) -> bool {
        self.block.is_some()
    }

    /// Asks for an empty line before the next line; asking again changes nothing.
    pub(crate) fn blank_line(&mut self) {
        self.blank = !self.tape.is_empty();
    }

    /// Begins a line.
    pub(crate) fn line(&mut self, line: Line) {
        self.end_styles();
        self.trim_line();
        let blank = core::mem::take(&mut self.blank);
        let start = self.text.len();
        match (self.block, line) {
            (Some((open, _)), _) if !blank && same_block(open, line) => {
                self.text.push('\n');
                self.push_mark(line);
                let code = match line {
                    Line::Text | Line::Quote => Code::Break,
                    Line::Bullet => Code::NextItem,
                    Line::Number(_) => Code::NextNumberedItem,
                };
                self.push(code, start, NO_MATE);
            }
            _ => {
                self.close_block(blank);
                let start = self.text.len();
                self.push_mark(line);
                let code = match line {
                    Line::Text => Code::EnterParagraph,
                    Line::Quote => Code::EnterQuote,
                    Line::Bullet => Code::EnterBulletedList,
                    Line::Number(_) => Code::EnterNumberedList,
                };
                self.block = Some((line, self.tape.len()));
                self.number = 0;
                self.push(code, start, NO_MATE);
            }
        }
        if let (Line::Number(number), Some(op)) = (line, self.tape.last_mut()) {
            op.set_number(number, number == self.number + 1);
            self.number = number;
        }
        self.begun = self.tape.len();
    }

    fn push_mark(&mut self, line: Line) {
        match line {
            Line::Text => {}
            Line::Bullet => self.text.push_str("- "),
            Line::Quote => self.text.push_str("> "),
            Line::Number(number) => self.lead_number(u64::from(number)),
        }
    }

    /// Adds text to the line, which is open. Line feeds in it are no business of this function.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        if self.link_end == self.text.len() {
            self.keep_off_link(text);
        }
        if self.written < self.depth && !self.begin_at_once(text) {
            self.text_in_styles(text, None);
        } else {
            self.text.push_str(text);
        }
    }

    /// As [`text`](Self::text), with text that stands at `source` in the input as it is.
    #[inline]
    pub(crate) fn text_at(&mut self, text: &str, source: usize) {
        if self.link_end == self.text.len() {
            self.keep_off_link(text);
        }
        if self.written < self.depth && !self.begin_at_once(text) {
            self.text_in_styles(text, Some(source));
        } else {
            self.anchor(text.len(), source);
            self.text.push_str(text);
        }
    }

    /// Adds text without style to the start of a line: a mark, an indentation.
    #[inline]
    pub(crate) fn lead(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// As [`lead`](Self::lead), with the number of an item.
    #[allow(clippy::cast_possible_truncation, reason = "less than 10")]
    pub(crate) fn lead_number(&mut self, number: u64) {
        let digit = |n: u64| char::from(b'0' + (n % 10) as u8);
        if number >= 100 {
            // Writing to a string cannot fail.
            let _ = write!(self.text, "{}", number / 100);
        }
        if number >= 10 {
            self.text.push(digit(number / 10));
        }
        self.text.push(digit(number));
        self.text.push_str(". ");
    }

    /// As [`lead`](Self::lead), with text that stands at `source` in the input as it is.
    #[cfg(feature = "markdown")]
    pub(crate) fn lead_at(&mut self, text: &str, source: usize) {
        self.anchor(text.len(), source);
        self.text.push_str(text);
    }

    /// Adds text that may stand outside of the styles that are open, and does where they end or
    /// have not begun: a URL in parentheses behind its label.
    pub(crate) fn aside(&mut self, pieces: &[&str]) {
        let start = self.text.len();
        for piece in pieces {
            self.text.push_str(piece);
        }
        self.aside = Some((start, self.text.len()));
    }

    /// Adds text to the line that has its markers in it: codes and ranges in order, nested.
    pub(crate) fn written(
        &mut self,
        text: &str,
        marks: impl Iterator<Item = (Code, usize, usize)>,
    ) {
        let base = self.text.len();
        self.text.push_str(text);
        // As many as can be open at once, and code inside.
        let mut open = [0; STYLES + 1];
        let mut depth = 0;
        for (code, start, end) in marks {
            let (start, end) = (to_u32(base + start), to_u32(base + end));
            let index = self.tape.len();
            let mut op = Op::new(code, start, end, NO_MATE);
            op.expect_nul();
            if code.is_enter() {
                open[depth] = index;
                depth += 1;
            } else {
                depth -= 1;
                op.mate = to_u32(open[depth]);
                self.tape[open[depth]].mate = to_u32(index);
            }
            self.tape.push(op);
        }
    }

    /// Takes white space from the end of the line.
    #[inline]
    fn trim_line(&mut self) {
        if self.ends_with_space() {
            let from = self.tape.last().map_or(0, |op| op.end as usize);
            let shown = from + chars::trim_end(&self.text[from..]).len();
            self.text.truncate(shown);
            self.forget(shown);
            self.link_end = 0;
        }
    }

    fn close_block(&mut self, blank: bool) {
        let start = self.text.len();
        if self.tape.is_empty() {
            return;
        }
        self.text.push_str(if blank { "\n\n" } else { "\n" });
        let end = to_u32(self.text.len());
        if let Some((line, index)) = self.block.take() {
            self.push_leave(leave_block(line), start, index);
        } else if let Some(op) = self.tape.last_mut() {
            // Behind a monospace block.
            op.end = end;
        }
        if let (true, Some(op)) = (blank, self.tape.last_mut()) {
            op.set_blank_lines(1);
        }
    }

    fn push_leave(&mut self, code: Code, start: usize, enter: usize) {
        self.tape[enter].mate = to_u32(self.tape.len());
        self.push(code, start, to_u32(enter));
    }

    fn push(&mut self, code: Code, start: usize, mate: u32) {
        self.push_op(Op::new(code, to_u32(start), to_u32(self.text.len()), mate));
    }

    fn push_op(&mut self, mut op: Op) {
        // Nobody looked for what HTML must escape.
        op.expect_nul();
        self.tape.push(op);
    }

    /// The document, where its text comes from, and the text of it that lost a style.
    ///
    /// # Panics
    ///
    /// On a document of 4 GiB or more.
    pub(crate) fn finish(mut self) -> (Document<'static>, Sources, Vec<Span>) {
        self.end_styles();
        self.trim_line();
        if let Some((line, index)) = self.block.take() {
            let start = self.text.len();
            self.push_leave(leave_block(line), start, index);
        }
        assert!(
            u32::try_from(self.text.len()).is_ok(),
            "a document of {} bytes: the limit is 4 GiB",
            self.text.len()
        );
        let document = Document::written(Cow::Owned(self.text), self.tape);
        (document, Sources::new(self.anchors), self.dropped)
    }
}

fn same_block(open: Line, line: Line) -> bool {
    open == line || matches!((open, line), (Line::Number(_), Line::Number(_)))
}

fn leave_block(line: Line) -> Code {
    match line {
        Line::Text => Code::LeaveParagraph,
        Line::Quote => Code::LeaveQuote,
        Line::Bullet => Code::LeaveBulletedList,
        Line::Number(_) => Code::LeaveNumberedList,
    }
}

/// Offsets fit: readers refuse input that is too long.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "readers check the length of what they read")]
fn to_u32(n: usize) -> u32 {
    n as u32
}
