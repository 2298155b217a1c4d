//! The layout `Lines`: each line of text is a piece of its paragraph, empty ones too.

use alloc::string::String;

use crate::document::{Code, Document};

use super::style::HtmlStyle;
use super::{Table, escape, push_special};

pub(super) fn write(document: &Document<'_>, out: &mut String, style: &HtmlStyle) {
    let text = document.source();
    let table = Table::new(style);
    let mut paragraph = Paragraph { open: false, line_open: false };
    for (index, op) in document.ops().iter().enumerate() {
        escape::push_entities(out, document.slice(document.gap_before(index)));
        let covered = &text[op.start as usize..op.end as usize];
        match op.code {
            Code::EnterParagraph => paragraph.line(out, style),
            Code::LeaveParagraph => paragraph.line_open = covered.is_empty(),
            Code::BlankLines => {}
            Code::EnterMonospaceBlock => {
                paragraph.line(out, style);
                out.push_str(style.monospace_block.open());
                escape::push_entities(out, covered.strip_prefix("```").unwrap_or_default());
            }
            Code::LeaveMonospaceBlock => {
                let (before, behind) = covered.split_once("```").unwrap_or_default();
                out.push_str(before);
                out.push_str(style.monospace_block.close());
                paragraph.line_open = behind.is_empty();
            }
            Code::EnterQuote | Code::EnterBulletedList => {
                paragraph.close(out, style);
                table.push(out, op.code);
            }
            code => {
                if code == Code::EnterNumberedList {
                    paragraph.close(out, style);
                }
                if op.is_special() && !code.is_leave() {
                    push_special(out, document, style, index);
                } else {
                    table.push(out, code);
                }
            }
        }
        for _ in 0..op.blank_lines() {
            paragraph.line(out, style);
            paragraph.line_open = false;
        }
    }
    paragraph.close(out, style);
}

/// The paragraph that lines of text are put into.
struct Paragraph {
    open: bool,
    /// Whether the last line goes on: a monospace block begins or ended in it.
    line_open: bool,
}

impl Paragraph {
    /// Begins a line of text, unless one goes on.
    fn line(&mut self, out: &mut String, style: &HtmlStyle) {
        if !self.open {
            out.push_str(style.paragraph.open());
        } else if !self.line_open {
            out.push_str(&style.line_break);
        }
        self.open = true;
        self.line_open = true;
    }

    fn close(&mut self, out: &mut String, style: &HtmlStyle) {
        if self.open {
            out.push_str(style.paragraph.close());
        }
        *self = Self { open: false, line_open: false };
    }
}
