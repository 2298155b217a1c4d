//! What lints look at: the text, how it is read, and what of it is where.

mod facts;
mod foreign;
mod lines;
mod literals;
mod odd;
mod seams;
mod shape;
mod signs;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::{Deref, Range};

use crate::document::Span;

use super::diagnostic::{Diagnostic, Edit, Severity};
use super::lint::Lint;

pub(super) use facts::Facts;
pub(super) use lines::{Begins, Kind};
pub(super) use literals::{Literal, Pair};
pub(super) use odd::is_no_character;
pub(super) use seams::Seams;

/// A text that is checked, and what was found.
pub(super) struct Context<'c> {
    facts: &'c Facts<'c>,
    found: Vec<Diagnostic>,
}

/// What is asked of the text is asked of its facts.
impl<'c> Deref for Context<'c> {
    type Target = &'c Facts<'c>;

    fn deref(&self) -> &Self::Target {
        &self.facts
    }
}

impl<'c> Context<'c> {
    pub(super) fn new(facts: &'c Facts<'c>) -> Self {
        Self { facts, found: Vec::new() }
    }

    /// The text as it will be where all that was found so far is mended.
    pub(super) fn seams(&self) -> Seams<'c> {
        Seams::new(self.text(), &self.found)
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

    /// As `report`, where it is likely that all is well.
    pub(super) fn note(
        &mut self,
        lint: Lint,
        span: Range<usize>,
        message: impl Into<Cow<'static, str>>,
        help: impl Into<Cow<'static, str>>,
    ) {
        self.report(lint, span, message, help);
        if let Some(found) = self.found.last_mut() {
            found.severity = Severity::Note;
        }
    }

    /// Says that what was reported last goes on to `end`.
    pub(super) fn extend_last(&mut self, end: usize) {
        if let Some(found) = self.found.last_mut() {
            found.span.end = to_span(0..end).end;
        }
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
}

#[allow(clippy::cast_possible_truncation, reason = "documents are shorter than 4 GiB")]
fn to_span(range: Range<usize>) -> Span {
    Span { start: range.start as u32, end: range.end as u32 }
}

/// An edit.
pub(super) fn edit(range: Range<usize>, text: impl Into<Cow<'static, str>>) -> Edit {
    Edit { span: to_span(range), text: text.into() }
}
