//! A line as a row of atoms: pieces of text of one style, white space by itself.

use alloc::vec::Vec;
use core::ops::Range;

use crate::chars::is_white_space;
use crate::document::{Code, Document, Op};

/// A set of bold, italic, strikethrough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Styles(pub(super) u8);

/// The markers, by their bit; the backtick behind them.
pub(super) const MARKERS: [char; 4] = ['*', '_', '~', '`'];
/// How many of them are of styles.
pub(super) const STYLES: usize = 3;
/// The place of the backtick.
pub(super) const BACKTICK: usize = 3;

/// The place of a marker in `MARKERS`.
pub(super) fn marker(c: char) -> Option<usize> {
    MARKERS.iter().position(|marker| *marker == c)
}

impl Styles {
    pub(super) const NONE: Self = Self(0);

    pub(super) fn has(self, marker: usize) -> bool {
        self.0 >> marker & 1 == 1
    }

    pub(super) fn add(&mut self, marker: usize) {
        self.0 |= 1 << marker;
    }

    pub(super) fn remove(&mut self, marker: usize) {
        self.0 &= !(1 << marker);
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Those that the operation changes to.
    fn after(self, op: Op) -> Self {
        let bit = match op.code {
            Code::EnterBold | Code::LeaveBold => 1,
            Code::EnterItalic | Code::LeaveItalic => 2,
            Code::EnterStrikethrough | Code::LeaveStrikethrough => 4,
            _ => return self,
        };
        Self(if op.code.is_enter() { self.0 | bit } else { self.0 & !bit })
    }
}

/// How an atom is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    /// White space.
    Space,
    /// Part of a URL: nothing may be put in, no marker next to it.
    Url,
    /// Part of a placeholder: nothing may be put in.
    Placeholder,
    /// Between backticks.
    Inline,
    /// Between fences.
    Fence,
}

impl Form {
    pub(super) fn is_code(self) -> bool {
        matches!(self, Self::Inline | Self::Fence)
    }

    /// Whether nothing may be put in.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Self::Url | Self::Placeholder)
    }
}

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// Where in the document's text.
    pub(super) text: Range<usize>,
    pub(super) styles: Styles,
    pub(super) form: Form,
    /// What the document says: the styles, and whether it is code.
    pub(super) meant: (Styles, bool),
}

impl Atom {
    pub(super) fn slice<'t>(&self, text: &'t str) -> &'t str {
        &text[self.text.clone()]
    }

    /// The same with another range.
    pub(super) fn part(&self, text: Range<usize>) -> Self {
        Self { text, ..self.clone() }
    }

    /// Whether something of it is lost.
    pub(super) fn lost(&self) -> bool {
        let (styles, code) = self.meant;
        self.form != Form::Space
            && (styles.without(self.styles) != Styles::NONE || code && !self.form.is_code())
    }
}

/// The atoms of the line that has the operations `ops`.
pub(super) fn atoms(document: &Document<'_>, ops: Range<usize>) -> Vec<Atom> {
    let text = document.source();
    let mut atoms = Vec::new();
    let mut styles = Styles::NONE;
    let mut code = false;
    for index in ops.start..=ops.end {
        let gap = document.gap_before(index).range();
        let meant = (styles, code);
        if code {
            push(&mut atoms, gap, Form::Inline, meant);
        } else {
            push_text(&mut atoms, text, gap, meant);
        }
        if index < ops.end {
            let op = document.ops()[index];
            styles = styles.after(op);
            code = matches!(op.code, Code::EnterInlineCode | Code::EnterMonospace);
        }
    }
    atoms
}

fn push(atoms: &mut Vec<Atom>, text: Range<usize>, form: Form, meant: (Styles, bool)) {
    if !text.is_empty() {
        atoms.push(Atom { text, styles: meant.0, form, meant });
    }
}

/// Text with the white space at its ends by itself.
pub(super) fn push_text(
    atoms: &mut Vec<Atom>,
    text: &str,
    range: Range<usize>,
    meant: (Styles, bool),
) {
    let piece = &text[range.clone()];
    let start = range.end - piece.trim_start_matches(is_white_space).len();
    let end = range.start + piece.trim_end_matches(is_white_space).len();
    push(atoms, range.start..start, Form::Space, meant);
    if start < end {
        push(atoms, start..end, Form::Text, meant);
        push(atoms, end..range.end, Form::Space, meant);
    }
}
