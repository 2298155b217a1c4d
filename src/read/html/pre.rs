//! Preformatted text.

use alloc::borrow::Cow;
use alloc::string::String;

use super::block::gaps;
use super::effect::Effects;
use super::flow::Gap;
use super::reader::{Reader, Role};
use super::tag::{Kind, Tag};
use crate::chars;
use crate::document::Span;
use crate::loss::LossCode;

/// Preformatted text while it is read.
#[derive(Debug)]
pub(super) struct Pre {
    text: String,
    span: Span,
}

impl Pre {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// What was read so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn line_break(&mut self) {
        self.text.push('\n');
    }

    /// Begins a line, unless nothing is on this one.
    fn fresh_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.line_break();
        }
    }
}

impl Reader<'_> {
    pub(super) fn begin_pre(&mut self, span: Span, effects: &Effects) -> Role {
        let (above, below) = gaps(effects, Gap::Blank);
        self.end_line(above);
        self.pre = Some(Pre { text: String::new(), span });
        Role::Pre(below)
    }

    /// What an element does within preformatted text: blocks are lines of their own.
    pub(super) fn role_in_pre(&mut self, tag: Tag, span: Span) -> Role {
        if tag == Tag::A {
            return self.begin_link_in_pre(span);
        }
        let Some(pre) = &mut self.pre else { return Role::Nothing };
        if matches!(tag.kind(), Kind::Formatting | Kind::Inline | Kind::Cell) {
            return Role::Nothing;
        }
        pre.fresh_line();
        Role::LineOfPre
    }

    pub(super) fn end_line_of_pre(&mut self) {
        if let Some(pre) = &mut self.pre {
            pre.fresh_line();
        }
    }

    pub(super) fn end_pre(&mut self, gap: Gap) {
        let Some(pre) = self.pre.take() else { return };
        let text = line_feeds(&pre.text);
        let text = chars::trim_end(&text);
        let blank = text.split_inclusive('\n').take_while(|line| is_blank(line));
        let text = &text[blank.map(str::len).sum()..];
        if text.is_empty() {
            return self.flow.gap(gap);
        }
        if self.in_cell() || self.flow.in_quote() {
            self.split_code(text, pre.span);
        } else {
            self.flow.begin_block(&mut self.builder);
            self.builder.begin_monospace();
            self.builder.at_source(pre.span.range().start);
            for line in text.split('\n') {
                self.builder.lead(chars::trim_end(line));
                self.builder.lead("\n");
            }
            self.builder.end_monospace();
            self.builder.at_source(pre.span.range().end);
        }
        self.end_line(gap);
    }

    /// Writes each line as code of its own, as monospace of several lines would end a quote.
    fn split_code(&mut self, text: &str, span: Span) {
        for line in text.split('\n') {
            if is_blank(line) {
                self.end_line(Gap::Blank);
                continue;
            }
            self.begin();
            self.builder.at_source(span.range().start);
            self.builder.code(chars::trim_end(line));
            self.end_line(Gap::Line);
        }
        self.builder.at_source(span.range().end);
        self.flow.lose(LossCode::CodeBlockSplit, span);
    }
}

/// A text in which carriage returns, alone or before a line feed, are line feeds: as references they
/// stand behind lines that other systems wrote.
pub(super) fn line_feeds(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn is_blank(text: &str) -> bool {
    text.chars().all(chars::is_white_space)
}
