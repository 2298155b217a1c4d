//! Code in lines, and monospace blocks.

use crate::chars;
use crate::document::{Code, NO_MATE};

use super::Builder;

impl Builder {
    /// Adds code to the line: inline code where that can be, else monospace within the line. Blank
    /// code is plain text.
    pub(crate) fn code(&mut self, code: &str) {
        if code.chars().all(chars::is_white_space) {
            return self.text(code);
        }
        if self.link_end == self.text.len() {
            self.keep_off_link("`");
        }
        self.begin_styles();
        let edges =
            code.starts_with(chars::is_white_space) || code.ends_with(chars::is_white_space);
        let (enter, fence) = if self.depth == 0 && (edges || code.contains('`')) {
            (Code::EnterMonospace, "```")
        } else {
            (Code::EnterInlineCode, "`")
        };
        let index = self.push_marker(enter, fence);
        self.text.push_str(code);
        self.leave(index, fence);
    }

    /// A monospace block of the lines of `content`, which is not blank, without the line feed
    /// behind the last one. Tells where it begins.
    pub(crate) fn monospace_block(&mut self, content: &str) -> usize {
        let start = self.begin_monospace();
        self.text.push_str(content);
        self.text.push('\n');
        self.end_monospace();
        start
    }

    /// Begins a monospace block; [`lead`](Self::lead) adds its content. Tells where it begins.
    pub(crate) fn begin_monospace(&mut self) -> usize {
        self.end_styles();
        self.trim_line();
        let blank = core::mem::take(&mut self.blank);
        self.close_block(blank);
        let start = self.text.len();
        self.text.push_str("```\n");
        self.push(Code::EnterMonospaceBlock, start, NO_MATE);
        self.begun = self.tape.len();
        start
    }

    /// Ends the monospace block. The line feed that its content ends with is none of its own.
    pub(crate) fn end_monospace(&mut self) {
        let start = self.text.len() - usize::from(self.text.ends_with('\n'));
        let enter = self.tape.len() - 1;
        self.text.truncate(start);
        self.text.push_str("\n```");
        self.push_leave(Code::LeaveMonospaceBlock, start, enter);
    }

    fn push_marker(&mut self, code: Code, marker: &str) -> usize {
        let (start, index) = (self.text.len(), self.tape.len());
        self.text.push_str(marker);
        self.push(code, start, NO_MATE);
        index
    }

    fn leave(&mut self, enter: usize, marker: &str) {
        let start = self.text.len();
        self.text.push_str(marker);
        let code = self.tape[enter].code.leave();
        self.push_leave(code, start, enter);
    }
}
