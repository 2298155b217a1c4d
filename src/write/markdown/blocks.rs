//! Blocks, and the lines that they are made of.
//!
//! Between any two blocks there is one empty line, so that no parser takes a line for the lazy
//! continuation of the block before it.

use alloc::string::String;
use core::fmt::Write as _;

use crate::document::{Code, Op};

use super::code;
use super::leaf::Leaf;

/// What a line is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Quote,
    BulletedItem,
    NumberedItem,
    MonospaceBlock,
}

impl Place {
    /// What a line begins with that is not the first one.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Quote => "> ",
            // An item has one line; if one had more, they would stay within it.
            Self::BulletedItem | Self::NumberedItem => "    ",
            Self::Paragraph | Self::MonospaceBlock => "",
        }
    }
}

/// Writes block after block.
pub(super) struct Writer<'o> {
    out: &'o mut String,
    leaf: Leaf,
    /// The block that was begun last.
    begun: Option<Place>,
    lines: Lines,
    /// The sign and the number of the last list's last item.
    bullet: char,
    delimiter: char,
    number: u16,
}

/// The lines of the paragraph or quote that is open.
struct Lines {
    place: Place,
    /// Whether one is written.
    any: bool,
    /// How many of those that follow it are empty.
    empty: usize,
}

impl<'o> Writer<'o> {
    pub(super) fn new(out: &'o mut String) -> Self {
        Self {
            out,
            leaf: Leaf::default(),
            begun: None,
            lines: Lines { place: Place::Paragraph, any: false, empty: 0 },
            bullet: '-',
            delimiter: '.',
            number: 0,
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.leaf.push_text(text);
    }

    pub(super) fn monospace_block(&mut self, text: &str) {
        self.begin(Place::MonospaceBlock);
        code::push_block(self.out, text);
    }

    pub(super) fn operation(&mut self, op: Op) {
        match op.code {
            Code::EnterParagraph => self.enter_lines(Place::Paragraph),
            Code::EnterQuote => self.enter_lines(Place::Quote),
            Code::Break => self.end_line(),
            Code::LeaveParagraph | Code::LeaveQuote => self.leave_lines(),
            Code::EnterBulletedList => {
                let again = self.begun == Some(Place::BulletedItem);
                self.bullet = if again && self.bullet == '-' { '*' } else { '-' };
                self.begin(Place::BulletedItem);
                self.out.push(self.bullet);
            }
            Code::EnterNumberedList => {
                let again = self.begun == Some(Place::NumberedItem);
                self.delimiter = if again && self.delimiter == '.' { ')' } else { '.' };
                self.begin(Place::NumberedItem);
                self.number(op.value);
            }
            Code::NextItem => {
                self.end_item();
                self.out.push('\n');
                self.out.push(self.bullet);
            }
            Code::NextNumberedItem => {
                self.end_item();
                self.out.push('\n');
                // Of a list Markdown keeps the first number alone.
                if self.number.checked_add(1) != Some(op.value) {
                    self.delimiter = if self.delimiter == '.' { ')' } else { '.' };
                }
                self.number(op.value);
            }
            Code::LeaveBulletedList | Code::LeaveNumberedList => self.end_item(),
            code => self.leaf.operation(code),
        }
    }

    fn begin(&mut self, place: Place) {
        if self.begun.is_some() {
            self.out.push_str("\n\n");
        }
        self.begun = Some(place);
    }

    fn number(&mut self, number: u16) {
        self.number = number;
        // Writing to a string cannot fail.
        let _ = write!(self.out, "{number}{}", self.delimiter);
    }

    fn end_item(&mut self) {
        if !self.leaf.is_empty() {
            self.out.push(' ');
            self.leaf.write(self.out, self.begun.unwrap_or(Place::BulletedItem), true);
        }
    }

    fn enter_lines(&mut self, place: Place) {
        self.lines = Lines { place, any: false, empty: 0 };
    }

    /// A line ends and another one follows.
    fn end_line(&mut self) {
        if self.leaf.has_line() {
            self.leaf.push_break();
        } else {
            self.write_lines();
            self.lines.empty += 1;
        }
    }

    fn leave_lines(&mut self) {
        self.write_lines();
        if !self.lines.any && self.lines.place == Place::Quote {
            self.begin(Place::Quote);
            self.out.push('>');
        }
    }

    /// Writes the lines that were collected, as a paragraph of their own.
    fn write_lines(&mut self) {
        self.leaf.pop_break();
        if self.leaf.is_empty() {
            return;
        }
        let place = self.lines.place;
        if self.lines.any {
            // The first of the empty lines keeps the paragraphs apart.
            self.out.push('\n');
            self.out.push_str(place.prefix().trim_end());
            self.out.push('\n');
            self.lines.empty = self.lines.empty.saturating_sub(1);
        } else {
            self.begin(place);
        }
        self.out.push_str(place.prefix());
        for _ in 0..self.lines.empty {
            self.out.push_str("\\\n");
            self.out.push_str(place.prefix());
        }
        self.leaf.write(self.out, place, self.lines.empty == 0);
        self.lines = Lines { place, any: true, empty: 0 };
    }
}
