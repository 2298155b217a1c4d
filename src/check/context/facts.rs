//! What is known of a text before anything is looked for; what few lints ask for is found out when
//! the first one does.

use core::cell::OnceCell;
use core::ops::Range;

use alloc::vec::Vec;

use crate::chars;
use crate::check::profile::Profile;
use crate::dialect::{Code, Sign};
use crate::document::Document;

use super::foreign::Foreign;
use super::lines::{self, Begins, Line};
use super::literals::{Literal, Literals, Pair};
use super::odd;
use super::shape::Shape;
use super::signs::Signs;

/// A text and how it is read.
pub(in crate::check) struct Facts<'c> {
    profile: &'c Profile,
    document: &'c Document<'c>,
    android: Option<&'c Document<'c>>,
    signs: Signs,
    lines: OnceCell<Vec<Line>>,
    literals: OnceCell<Literals>,
    odd: OnceCell<Vec<(usize, char)>>,
    shape: OnceCell<Shape>,
    foreign: OnceCell<Foreign>,
}

impl<'c> Facts<'c> {
    pub(in crate::check) fn new(
        profile: &'c Profile,
        document: &'c Document<'c>,
        android: Option<&'c Document<'c>>,
    ) -> Self {
        let signs = Signs::of(document.source());
        Self {
            profile,
            document,
            android,
            signs,
            lines: OnceCell::new(),
            literals: OnceCell::new(),
            odd: OnceCell::new(),
            shape: OnceCell::new(),
            foreign: OnceCell::new(),
        }
    }

    /// The text, with line feeds only at the ends of lines (R02).
    pub(in crate::check) fn text(&self) -> &'c str {
        self.document.source()
    }

    /// As the client reads it that is asked about, or as Web does.
    pub(in crate::check) fn document(&self) -> &'c Document<'c> {
        self.document
    }

    /// As Android does, without links, where both clients are asked about.
    pub(in crate::check) fn android(&self) -> Option<&'c Document<'c>> {
        self.android
    }

    pub(in crate::check) fn profile(&self) -> &'c Profile {
        self.profile
    }

    /// Whether a byte is anywhere in the text: what most lints look for is in few texts.
    pub(in crate::check) fn has(&self, byte: u8) -> bool {
        self.signs.has(byte)
    }

    /// Whether any of these bytes is.
    pub(in crate::check) fn has_any(&self, bytes: &[u8]) -> bool {
        self.signs.has_any(bytes.iter().copied())
    }

    /// Whether the character before `at` is BOUND, as that before an opener is (R11).
    pub(in crate::check) fn is_bound_before(&self, at: usize) -> bool {
        chars::before(self.text(), at) & chars::BOUND != 0
    }

    /// Whether the character at `at` is BOUND, as that behind a closer is (R12).
    pub(in crate::check) fn is_bound_behind(&self, at: usize) -> bool {
        chars::behind(self.text(), at) & chars::BOUND != 0
    }

    /// Controls, those of direction too, and what has no width.
    pub(in crate::check) fn odd(&self) -> &[(usize, char)] {
        self.odd.get_or_init(|| odd::odd(self.text(), &self.signs))
    }

    /// What one pass over the tape tells.
    pub(in crate::check) fn shape(&self) -> Shape {
        *self.shape.get_or_init(|| Shape::of(self.document))
    }

    /// The lines outside monospace blocks, and what each is.
    pub(in crate::check) fn lines(&self) -> &[Line] {
        self.lines.get_or_init(|| lines::lines(self.document))
    }

    /// All lines as well, or none where no text line begins so.
    pub(in crate::check) fn lines_if(&self, begins: Begins) -> &[Line] {
        if self.shape().begins.has_any(begins) { self.lines() } else { &[] }
    }

    /// The characters `*`, `_`, `~` and backtick that are text: outside code and links.
    pub(in crate::check) fn literals(&self) -> &[Literal] {
        &self.all_literals().all
    }

    /// Those of one kind that stand on one line, neighbours two by two, by their ends.
    pub(in crate::check) fn pairs(&self) -> &[Pair] {
        &self.all_literals().pairs
    }

    fn all_literals(&self) -> &Literals {
        self.literals.get_or_init(|| Literals::of(self.document, self.shape()))
    }

    /// Where the signs of Markdown stand that are of certain kinds.
    pub(in crate::check) fn signs_of(&self, signs: &[Sign]) -> Vec<(Sign, Range<usize>)> {
        self.foreign().of(signs)
    }

    /// Where the text is code, to WhatsApp or to Markdown.
    pub(in crate::check) fn code(&self) -> &Code {
        self.foreign().code()
    }

    fn foreign(&self) -> &Foreign {
        self.foreign.get_or_init(|| {
            let marked = self.has_any(b"*_~") && self.all_literals().doubled;
            Foreign::new(self.document, &self.signs, marked)
        })
    }
}
