//! What lints look at: the text, how it is read, and what of it is where.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Document, Span};

use super::diagnostic::{Diagnostic, Edit};
use super::lint::Lint;
use super::profile::Profile;

mod lines;
mod literals;
mod signs;

pub(super) use lines::{Kind, Line};
pub(super) use literals::Literal;
use signs::Signs;

/// A text that is checked, and what was found.
pub(super) struct Context<'c> {
    profile: &'c Profile,
    /// As the client reads it that is asked about, or as Web does.
    document: &'c Document<'c>,
    /// As Android does, where both are asked about and the text has formatting.
    android: Option<&'c Document<'c>>,
    signs: Signs,
    lines: Option<Vec<Line>>,
    literals: Option<Vec<Literal>>,
    found: Vec<Diagnostic>,
}

impl<'c> Context<'c> {
    pub(super) fn new(
        profile: &'c Profile,
        document: &'c Document<'c>,
        android: Option<&'c Document<'c>>,
    ) -> Self {
        let signs = Signs::of(document.source());
        Self { profile, document, android, signs, lines: None, literals: None, found: Vec::new() }
    }

    /// The text, with line feeds only at the ends of lines (R02).
    pub(super) fn text(&self) -> &'c str {
        self.document.source()
    }

    pub(super) fn document(&self) -> &'c Document<'c> {
        self.document
    }

    pub(super) fn android(&self) -> Option<&'c Document<'c>> {
        self.android
    }

    pub(super) fn profile(&self) -> &'c Profile {
        self.profile
    }

    /// Whether an ASCII character is anywhere in the text: what most lints look for is in few texts.
    pub(super) fn has(&self, byte: u8) -> bool {
        self.signs.has(byte)
    }

    /// Whether the text has more than ASCII.
    pub(super) fn has_more_than_ascii(&self) -> bool {
        self.signs.has_more_than_ascii()
    }

    /// The lines outside monospace blocks, and what each is.
    pub(super) fn lines(&mut self) -> &[Line] {
        let document = self.document;
        self.lines.get_or_insert_with(|| lines::lines(document))
    }

    /// The characters `*`, `_`, `~` and backtick that are text: outside code and links.
    pub(super) fn literals(&mut self) -> &[Literal] {
        let document = self.document;
        self.literals.get_or_insert_with(|| literals::literals(document))
    }

    /// Reports what a person has to decide about.
    pub(super) fn report(
        &mut self,
        lint: Lint,
        span: Range<usize>,
        message: impl Into<Cow<'static, str>>,
        help: impl Into<Cow<'static, str>>,
    ) {
        self.report_with(lint, span, message, help, Vec::new());
    }

    /// Reports what the edits mend.
    pub(super) fn report_with(
        &mut self,
        lint: Lint,
        span: Range<usize>,
        message: impl Into<Cow<'static, str>>,
        help: impl Into<Cow<'static, str>>,
        edits: Vec<Edit>,
    ) {
        let (message, help) = (message.into(), help.into());
        let severity = lint.severity();
        self.found.push(Diagnostic { lint, severity, message, help, span: to_span(span), edits });
    }

    /// What was found, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|found| (found.span, found.lint));
        self.found
    }

    /// Whether nobody sees a character.
    pub(super) fn is_invisible(&self, c: char) -> bool {
        matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    }
}

/// Documents are shorter than 4 GiB.
#[allow(clippy::cast_possible_truncation, reason = "documents are shorter than 4 GiB")]
fn to_span(range: Range<usize>) -> Span {
    Span { start: range.start as u32, end: range.end as u32 }
}

/// An edit.
pub(super) fn edit(range: Range<usize>, text: impl Into<Cow<'static, str>>) -> Edit {
    Edit { span: to_span(range), text: text.into() }
}
