//! Fences, and monospace of several lines on the tape: it is a block.

use memchr::memchr_iter;
use nom::bytes::complete::tag;
use nom::{IResult, Parser as _};

use crate::document::Code;

use super::{Grammar, Lines, Open, to_u32};

/// The length of a fence.
pub(in crate::parse) const FENCE: usize = 3;

/// Three backticks.
pub(in crate::parse) fn fence(rest: &[u8]) -> IResult<&[u8], &[u8], ()> {
    tag("```").parse(rest)
}

/// Where the first fence from `from` on begins.
pub(in crate::parse) fn next_fence(bytes: &[u8], from: usize) -> Option<usize> {
    memchr_iter(b'`', bytes.get(from..)?).map(|i| from + i).find(|at| fence(&bytes[*at..]).is_ok())
}

impl<G: Grammar> Lines<'_, '_, G> {
    /// Enters monospace of several lines, whose fence is at `at`; gives the operation's place.
    pub(in crate::parse) fn enter_monospace_block(&mut self, at: usize) -> usize {
        self.end_paragraph_before(at);
        let enter = self.tape.len();
        let content = at + FENCE;
        let own = usize::from(self.text.as_bytes()[content] == b'\n');
        self.push(Code::EnterMonospaceBlock, at, content + own);
        enter
    }

    /// Leaves it with the fence at `closer`; text behind that begins a paragraph.
    pub(in crate::parse) fn leave_monospace_block(&mut self, closer: usize, enter: usize) {
        let bytes = self.text.as_bytes();
        let end = closer + FENCE;
        let own = usize::from(bytes[closer - 1] == b'\n');
        self.push_leave(Code::LeaveMonospaceBlock, closer - own, end, enter);
        // Lines were passed over without a look.
        if let Some(op) = self.tape.last_mut() {
            op.set_escape(true);
        }
        self.pairs += 1;
        if !matches!(bytes.get(end), None | Some(b'\n')) {
            self.open_paragraph(end);
        }
    }

    /// Ends the paragraph where a monospace block begins; one that would be empty never was.
    fn end_paragraph_before(&mut self, at: usize) {
        let start = to_u32(at);
        match self.tape.last_mut() {
            Some(op) if op.code == Code::EnterParagraph && op.start == start => {
                self.tape.pop();
                self.group = self.group.min(self.tape.len());
                self.line_tape = self.line_tape.min(self.tape.len());
            }
            Some(op) if op.code == Code::Break && op.end == start => {
                op.code = Code::LeaveParagraph;
                op.mate = to_u32(self.block);
                let leave = self.tape.len() - 1;
                self.tape[self.block].mate = to_u32(leave);
            }
            _ if self.open == Open::Nothing => {}
            _ => self.close_block(at, at, 0),
        }
        self.open = Open::Nothing;
    }
}
