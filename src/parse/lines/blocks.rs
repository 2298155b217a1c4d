//! Blocks: what each line begins with, and what that opens and closes (R52, R57, R64, R73, R75).

use crate::document::Code;

use super::{Grammar, Lines, to_u32};

/// What is open at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Open {
    /// Nothing: the start of the text, or a line that ends with a monospace block.
    Nothing,
    Paragraph,
    Quote,
    BulletedList,
    NumberedList,
}

/// What a line begins with, and how long the mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Lead {
    /// No line at all: the text ends here.
    End,
    Bullet(usize),
    /// And the number typed.
    Number(usize, u16),
    Quote(usize),
    Text,
}

/// What ended before a line: the range of line feeds, and how many empty lines are among them.
#[derive(Clone, Copy, Debug)]
struct Ended {
    lf: usize,
    at: usize,
    blank: usize,
}

/// How things stood before an item or a quote line began, in case monospace makes it text.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineStart {
    tape: usize,
    open: Open,
    block: usize,
    ended: Ended,
}

impl LineStart {
    /// The start of a line that was text from the first.
    pub(super) const TEXT: Self =
        Self { tape: 0, open: Open::Nothing, block: 0, ended: Ended { lf: 0, at: 0, blank: 0 } };
}

impl<G: Grammar> Lines<'_, '_, G> {
    /// The lines behind the line feed from `lf` to `at`: empty ones, and the one behind them.
    pub(in crate::parse) fn begin_lines(&mut self, lf: usize, at: usize) {
        let mut ended = Ended { lf, at, blank: 0 };
        let bytes = self.text.as_bytes();
        while bytes.get(ended.at) == Some(&b'\n') {
            ended.at += 1;
            ended.blank += 1;
        }
        if ended.blank > 0 {
            self.scanner.skip_to(ended.at);
        }
        let lead = self.lead(ended.at);
        match lead {
            // The text ends with an empty line, unless the line feed only ended an item or quote.
            Lead::End
                if ended.blank > 0 || matches!(self.open, Open::Nothing | Open::Paragraph) =>
            {
                ended.blank += 1;
            }
            Lead::End | Lead::Text => {}
            Lead::Bullet(_) | Lead::Number(..) | Lead::Quote(_) => {
                let (tape, open, block) = (self.tape.len(), self.open, self.block);
                self.line_start = LineStart { tape, open, block, ended };
            }
        }
        self.begin_line_with(lead, ended);
    }

    /// Whether monospace that goes on behind the line may begin in it: it is no item and no quote.
    pub(in crate::parse) fn is_text_line(&self) -> bool {
        matches!(self.open, Open::Paragraph | Open::Nothing)
    }

    /// Begins the line anew, as text: monospace that goes on behind it was found in it (R44). Gives
    /// where the line begins.
    pub(in crate::parse) fn restart_line_as_text(&mut self) -> usize {
        let LineStart { tape, open, block, ended } = self.line_start;
        self.tape.truncate(tape);
        (self.open, self.block) = (open, block);
        self.scanner.go_to(ended.at);
        self.begin_line_with(Lead::Text, ended);
        ended.at
    }

    #[inline(always)]
    fn begin_line_with(&mut self, lead: Lead, ended: Ended) {
        let Ended { lf, at, blank } = ended;
        match (self.open, lead) {
            (Open::Paragraph, Lead::Text) if blank == 0 => self.push(Code::Break, lf, at),
            (Open::Quote, Lead::Quote(mark)) if blank == 0 => self.push(Code::Break, lf, at + mark),
            (Open::BulletedList, Lead::Bullet(mark)) if blank == 0 => {
                self.push(Code::NextItem, lf, at + mark);
            }
            (Open::NumberedList, Lead::Number(mark, number)) if blank == 0 => {
                self.push(Code::NextNumberedItem, lf, at + mark);
                self.set_number(number, self.number + 1);
            }
            (_, lead) => {
                self.close_block(lf, at, blank);
                self.open_block(at, lead);
            }
        }
        self.begin_group(at);
    }

    #[inline(always)]
    pub(super) fn begin_group(&mut self, line: usize) {
        self.line = line;
        self.group = self.tape.len();
        self.line_tape = self.group;
        self.pairs = 0;
        self.grammar.begin_line();
    }

    #[inline(always)]
    fn lead(&self, at: usize) -> Lead {
        let line = &self.text[at..];
        line.as_bytes().first().map_or(Lead::End, |first| G::lead(line, *first))
    }

    /// Leaves what is open; the operation covers the line feeds from `lf` to `at`.
    #[inline(always)]
    pub(in crate::parse) fn close_block(&mut self, lf: usize, at: usize, blank: usize) {
        let leave = match self.open {
            Open::Nothing => return self.end_without_block(at, blank),
            Open::Paragraph => Code::LeaveParagraph,
            Open::Quote => Code::LeaveQuote,
            Open::BulletedList => Code::LeaveBulletedList,
            Open::NumberedList => Code::LeaveNumberedList,
        };
        self.push_leave(leave, lf, at, self.block);
        self.open = Open::Nothing;
        if blank > 0 {
            self.count_blank_lines(lf + 1, at, blank);
        }
    }

    /// Empty lines at the start of the text, and line feeds behind a monospace block.
    fn end_without_block(&mut self, at: usize, blank: usize) {
        let Some(op) = self.tape.last_mut() else {
            if blank > 0 {
                self.push_behind(Code::BlankLines, 0, at);
                self.count_blank_lines(0, at, blank);
            }
            return;
        };
        let lf = op.end as usize;
        op.end = to_u32(at);
        if blank > 0 {
            self.count_blank_lines(lf + 1, at, blank);
        }
    }

    /// Notes how many empty lines stand from `from` to `at`, the last of which may be the end of
    /// the text: in the operation pushed last, and in as many more as the number needs.
    fn count_blank_lines(&mut self, mut from: usize, at: usize, mut blank: usize) {
        loop {
            let count = u16::try_from(blank).unwrap_or(u16::MAX);
            blank -= usize::from(count);
            from = at.min(from + usize::from(count));
            if let Some(op) = self.tape.last_mut() {
                op.set_blank_lines(count);
                op.end = to_u32(if blank == 0 { at } else { from });
            }
            if blank == 0 {
                break;
            }
            self.push_behind(Code::BlankLines, from, at);
        }
    }

    /// Opens the paragraph of the text at `at`.
    pub(super) fn open_paragraph(&mut self, at: usize) {
        self.open_block(at, Lead::Text);
    }

    #[inline(always)]
    fn open_block(&mut self, at: usize, lead: Lead) {
        self.block = self.tape.len();
        self.open = match lead {
            Lead::End => Open::Nothing,
            Lead::Text => {
                self.push_behind(Code::EnterParagraph, at, at);
                Open::Paragraph
            }
            Lead::Quote(mark) => {
                self.push_behind(Code::EnterQuote, at, at + mark);
                Open::Quote
            }
            Lead::Bullet(mark) => {
                self.push_behind(Code::EnterBulletedList, at, at + mark);
                Open::BulletedList
            }
            Lead::Number(mark, number) => {
                self.push_behind(Code::EnterNumberedList, at, at + mark);
                self.set_number(number, 1);
                Open::NumberedList
            }
        };
    }

    /// Gives the item that begins with the operation pushed last its number (R61).
    fn set_number(&mut self, number: u16, expected: u16) {
        if let Some(op) = self.tape.last_mut() {
            op.set_number(number, number == expected);
        }
        self.number = number;
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use crate::document::Op;

    /// An operation counts no more than 65,535 empty lines: more have several, one behind the other.
    #[test]
    fn many_empty_lines_are_counted_piece_by_piece() {
        const MOST: u32 = 65_535;
        for (before, lf) in [("", 0), ("a", 1), ("- a", 1), ("```\na\n```", 1)] {
            let text = String::from(before) + &"\n".repeat(lf + 140_000) + "b";
            let document = crate::parse(&text);
            let counts = |op: &&Op| op.blank_lines() > 0;
            let ops: Vec<_> = document.ops().iter().filter(counts).collect();
            let counted: Vec<_> = ops.iter().map(|op| u32::from(op.blank_lines())).collect();
            assert_eq!(counted, [MOST, MOST, 140_000 - 2 * MOST], "{before:?}");
            let end = u32::try_from(before.len() + lf).unwrap();
            let ends: Vec<_> = ops.iter().map(|op| op.end - end).collect();
            assert_eq!(ends, [MOST, 2 * MOST, 140_000], "{before:?}");
            let starts: Vec<_> = ops[1..].iter().map(|op| op.start - end).collect();
            assert_eq!(starts, [MOST, 2 * MOST], "{before:?}");
        }
    }
}
