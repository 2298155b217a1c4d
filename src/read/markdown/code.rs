//! Code blocks.

use alloc::string::String;
use core::ops::Range;

use pulldown_cmark::CodeBlockKind;

use super::reader::{Mode, Reader};
use crate::chars;
use crate::loss::LossCode;
use crate::read::table::Place;

/// A code block while it is read.
#[derive(Debug, Default)]
pub(super) struct CodeBlock {
    /// What is not written yet: blank lines, as nothing is to be left of a block that has no
    /// others; all lines, if each will be a line of code.
    held: String,
    /// Whether a monospace block was begun.
    begun: bool,
    /// The language, in the source.
    language: Range<usize>,
}

impl Reader<'_> {
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        self.flow.block(&mut self.builder, range.start);
        self.code.held.clear();
        self.code.begun = false;
        self.code.language = match kind {
            CodeBlockKind::Fenced(_) => language(self.source, range.start),
            CodeBlockKind::Indented => 0..0,
        };
        self.mode = Mode::Code;
    }

    pub(super) fn code_text(&mut self, text: &str, range: Range<usize>) {
        self.flow.see_line(range.end);
        if !self.code.begun {
            if !self.flow.has_blocks() || is_blank(text) {
                self.code.held.push_str(text);
                return;
            }
            self.code.begun = true;
            self.flow.begin_block_of_item(&mut self.builder);
            self.builder.begin_monospace();
            self.builder.lead(&self.code.held);
        }
        let text = self.without_nul(text);
        if text.len() == range.len() {
            self.builder.lead_at(&text, range.start);
        } else {
            self.builder.at_source(range.start);
            self.builder.lead(&text);
            self.builder.at_source(range.end);
        }
    }

    pub(super) fn end_code_block(&mut self, range: Range<usize>) {
        self.mode = Mode::Text;
        let is_split = !self.code.begun && !is_blank(&self.code.held);
        if self.code.begun {
            self.builder.end_monospace();
        } else if is_split {
            self.split_code(range.clone());
        }
        let range = self.flow.trimmed(range);
        self.flow.see(range.end);
        self.flow.fresh = true;
        if is_split {
            self.flow.lose(LossCode::CodeBlockSplit, range);
        }
        if (self.code.begun || is_split) && !self.code.language.is_empty() {
            self.flow.lose(LossCode::CodeLanguageDropped, self.code.language.clone());
        }
    }

    /// Writes each line as code of its own, as monospace of several lines would end a quote.
    fn split_code(&mut self, range: Range<usize>) {
        let held = core::mem::take(&mut self.code.held);
        let code = self.without_nul(&held);
        let lines = code.lines().skip_while(|line| is_blank(line));
        self.builder.at_source(range.start);
        let mut blank = false;
        for line in lines {
            if is_blank(line) {
                blank = true;
                continue;
            }
            if core::mem::take(&mut blank) {
                self.builder.blank_line();
            }
            self.flow.begin_line(&mut self.builder);
            self.builder.code(line);
        }
        self.builder.at_source(range.end);
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(chars::is_white_space)
}

/// Where the language of a code block stands that begins at `start`: nowhere, if it has no fence.
fn language(source: &str, start: usize) -> Range<usize> {
    let line = first_line(&source[start..]);
    let info = fence(line).map_or("", |(_, info)| info);
    let end = start + line.len() - (info.len() - chars::trim_end(info).len());
    end - chars::trim_start(chars::trim_end(info)).len()..end
}

pub(super) fn first_line(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(line, _)| line)
}

/// The fence that a line begins with, and what stands behind it.
fn fence(line: &str) -> Option<(&str, &str)> {
    let sign = line.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let length = line.bytes().take_while(|byte| *byte == sign).count();
    (length >= 3).then(|| line.split_at(length))
}

/// As [`fence`], with an indentation that a fence may have.
pub(super) fn indented_fence(line: &str) -> Option<(&str, &str)> {
    let fence_line = line.trim_start_matches(' ');
    if line.len() - fence_line.len() > 3 { None } else { fence(fence_line) }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;

    use super::*;

    #[test]
    fn a_language_is_what_stands_behind_the_fence() {
        let language = |text: &str, start| text[language(text, start)].to_owned();
        assert_eq!(language("```  js x \r\n", 0), "js x");
        assert_eq!(language("> ~~~~a\n> b", 2), "a");
        assert_eq!(language("```\nb", 0), "");
        assert_eq!(language("```\u{3000}\nb", 0), "");
        assert_eq!(language("a `b`", 0), "");
    }
}
