//! What is shown in one block without blocks in it: a paragraph, an item, the lines of a quote.
//!
//! The text is copied into one row, as a writer of Markdown must see what will stand beside what:
//! where two operations leave nothing between two pieces of text, `&am` and `p;` are an entity. What
//! would be written for nothing is left out here: styles without text, and the two delimiters
//! where a style ends and begins again.

use alloc::string::String;
use alloc::vec::Vec;

use crate::document::Code;

use super::blocks::Place;
use super::link::{self, Form};
use super::piece::{Delimiter, Kind, Piece};
use super::spots::Spots;
use super::{edges, inline};

/// What is shown, in order; kept from block to block.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) spots: Spots,
    /// What text becomes.
    inside: Kind,
}

impl Default for Leaf {
    fn default() -> Self {
        Self {
            text: String::new(),
            pieces: Vec::new(),
            spots: Spots::default(),
            inside: Kind::Text,
        }
    }
}

impl Leaf {
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether the last line has anything to show.
    pub(super) fn has_line(&self) -> bool {
        self.pieces.last().is_some_and(|piece| piece.kind != Kind::Break)
    }

    pub(super) fn push_break(&mut self) {
        let start = self.text.len();
        self.text.push('\n');
        self.push(Kind::Break, start);
    }

    pub(super) fn pop_break(&mut self) {
        self.pieces.pop_if(|piece| piece.kind == Kind::Break);
    }

    /// Takes text as it stands in the document.
    pub(super) fn push_text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        super::push_without_nul(&mut self.text, text);
        self.push(self.inside, start);
    }

    /// Takes an operation within a line.
    pub(super) fn operation(&mut self, code: Code) {
        match code {
            Code::EnterBold => self.open(Delimiter::Bold),
            Code::LeaveBold => self.close(Delimiter::Bold),
            Code::EnterItalic => self.open(Delimiter::Italic),
            Code::LeaveItalic => self.close(Delimiter::Italic),
            Code::EnterStrikethrough => self.open(Delimiter::Strikethrough),
            Code::LeaveStrikethrough => self.close(Delimiter::Strikethrough),
            Code::EnterSpoiler | Code::LeaveSpoiler => self.push_text("||"),
            Code::EnterInlineCode | Code::EnterMonospace => self.inside = Kind::Code,
            Code::EnterLink => self.inside = Kind::Link(Form::Labelled),
            Code::LeaveInlineCode | Code::LeaveMonospace | Code::LeaveLink => {
                self.inside = Kind::Text;
            }
            _ => {}
        }
    }

    /// Makes a piece of the text from `start` on; text goes on with text, and code with code.
    fn push(&mut self, kind: Kind, start: usize) {
        let end = self.text.len();
        match self.pieces.last_mut() {
            Some(last) if last.kind == kind && matches!(kind, Kind::Text | Kind::Code) => {
                last.end = end;
            }
            _ => {
                self.pieces.push(Piece { kind, start, end, refer_first: false, refer_last: false });
            }
        }
    }

    fn open(&mut self, delimiter: Delimiter) {
        if self.pieces.pop_if(|piece| piece.kind == Kind::Close(delimiter)).is_none() {
            self.push(Kind::Open(delimiter), self.text.len());
        }
    }

    fn close(&mut self, delimiter: Delimiter) {
        if self.pieces.pop_if(|piece| piece.kind == Kind::Open(delimiter)).is_none() {
            self.push(Kind::Close(delimiter), self.text.len());
        }
    }

    /// The first byte of what is written for the piece from `at` on, or behind it.
    pub(super) fn next_byte(&self, index: usize, at: usize) -> Option<u8> {
        let Self { text, pieces, .. } = self;
        let piece = &pieces[index];
        if at < piece.body(text).end {
            return Some(text.as_bytes()[at]);
        }
        if piece.refer_last {
            return Some(b'&');
        }
        let behind = pieces.get(index + 1)?;
        Some(match behind.kind {
            Kind::Open(delimiter) | Kind::Close(delimiter) => delimiter.byte(),
            Kind::Code => b'`',
            Kind::Link(Form::Angle) => b'<',
            Kind::Link(Form::Labelled) => b'[',
            Kind::Break => b'\\',
            Kind::Link(Form::Bare) | Kind::Text => text.as_bytes()[behind.start],
        })
    }

    /// Writes what was collected and forgets it. `first` tells whether the first line is the first
    /// one of its paragraph.
    pub(super) fn write(&mut self, out: &mut String, place: Place, first: bool) {
        link::choose_forms(self);
        edges::choose_delimiters(self);
        edges::choose_references(self);
        self.spots.collect(&self.text, &self.pieces, place);
        inline::write(out, self, place, first);
        self.text.clear();
        self.pieces.clear();
    }
}
