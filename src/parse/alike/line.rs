//! What lines begin with, and the blocks that they make.

use crate::chars;
use crate::document::Code;

use super::super::android::Android;
use super::super::lines::{FENCE, Grammar, Lead, Open, next_fence};
use super::super::web::Web;
use super::Glance;

/// What enters and leaves the blocks of `Open`, and begins another line or item in one.
const CODES: [(Code, Code, Code); 5] = [
    // Of nothing, nothing of that is looked for.
    (Code::BlankLines, Code::BlankLines, Code::BlankLines),
    (Code::EnterParagraph, Code::LeaveParagraph, Code::Break),
    (Code::EnterQuote, Code::LeaveQuote, Code::Break),
    (Code::EnterBulletedList, Code::LeaveBulletedList, Code::NextItem),
    (Code::EnterNumberedList, Code::LeaveNumberedList, Code::NextNumberedItem),
];

impl Glance<'_> {
    /// The line behind the line feed at `lf` and those from `at` on.
    pub(super) fn begin_line(&mut self, lf: usize, mut at: usize) -> Option<()> {
        let bytes = self.text.as_bytes();
        let behind = at;
        while bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        let is_blank = at > behind;
        if is_blank {
            // More are counted by several operations.
            u16::try_from(at - behind).ok()?;
            self.scanner.skip_to(at);
        }
        // A line feed at the end of the text is no matter of lines alone.
        let first = *bytes.get(at)?;
        let (block, mark) = self.lead(at, first)?;
        let is_fence = first == b'`' && bytes[at..].starts_with(b"```");
        if block == self.block && !is_blank && !is_fence {
            let (.., next) = CODES[block as usize];
            self.expect(next, lf, at + mark)?;
        } else {
            self.end_block(lf, at)?;
            if is_fence {
                self.monospace_block(at)?;
            } else {
                self.block = block;
                self.expect(CODES[block as usize].0, at, at + mark)?;
            }
        }
        (self.line, self.line_ops) = (at, self.next);
        Some(())
    }

    /// The block that the line at `at` is of on both clients, which begins with the byte `first`, and
    /// the length of its mark.
    #[inline]
    fn lead(&self, at: usize, first: u8) -> Option<(Open, usize)> {
        let bytes = self.text.as_bytes();
        // Most lines, without a look at all that either client takes for a mark.
        let (block, mark) = match first {
            b'-' => (Open::BulletedList, 1),
            b'0'..=b'9' => {
                let is_digit = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
                let digits = 1 + usize::from(is_digit);
                match bytes.get(at + digits) {
                    Some(b'.') => (Open::NumberedList, digits + 1),
                    Some(0x80..) => return self.odd_lead(at, first),
                    _ => return Some((Open::Paragraph, 0)),
                }
            }
            _ if Web::may_lead(first) || Android::may_lead(first) => {
                return self.odd_lead(at, first);
            }
            _ => return Some((Open::Paragraph, 0)),
        };
        match (bytes.get(at + mark), bytes.get(at + mark + 1)?) {
            (Some(b' '), b' ' | b'\n') => self.odd_lead(at, first),
            (Some(b' '), _) => Some((block, mark + 1)),
            _ => Some((Open::Paragraph, 0)),
        }
    }

    #[inline(never)]
    fn odd_lead(&self, at: usize, first: u8) -> Option<(Open, usize)> {
        let line = &self.text[at..];
        let lead = Web::lead(line, first);
        if lead != Android::lead(line, first) {
            return None;
        }
        match lead {
            Lead::End => None,
            Lead::Text => Some((Open::Paragraph, 0)),
            Lead::Quote(mark) => Some((Open::Quote, mark)),
            Lead::Bullet(mark) => Some((Open::BulletedList, mark)),
            Lead::Number(mark, _) => Some((Open::NumberedList, mark)),
        }
    }

    pub(super) fn end_block(&mut self, lf: usize, at: usize) -> Option<()> {
        if self.block == Open::Nothing {
            // The start of the text, or monospace: it covers the line feeds behind it.
            let end = self.next.checked_sub(1).map_or(0, |last| self.ops[last].end);
            return (end as usize == at).then_some(());
        }
        self.expect(CODES[self.block as usize].1, lf, at)
    }

    /// A monospace block of whole lines whose fence is at `at`. Nothing but white space that is some
    /// on both clients stands before what it shows.
    fn monospace_block(&mut self, at: usize) -> Option<()> {
        let bytes = self.text.as_bytes();
        let content = at + FENCE;
        if bytes.get(content) != Some(&b'\n') {
            return None;
        }
        let blank = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ');
        let shown = content + bytes[content..].iter().position(|byte| !blank(byte))?;
        if self.text[shown..].starts_with(chars::is_white_space) {
            return None;
        }
        let closer = next_fence(bytes, shown + 1)?;
        let end = closer + FENCE;
        if bytes[closer - 1] != b'\n' || !matches!(bytes.get(end), None | Some(b'\n')) {
            return None;
        }
        self.expect(Code::EnterMonospaceBlock, at, content + 1)?;
        let leave = self.ops.get(self.next)?;
        self.next += 1;
        self.block = Open::Nothing;
        self.scanner.skip_to(end);
        let is_meant = leave.code == Code::LeaveMonospaceBlock;
        (is_meant && leave.start as usize + 1 == closer).then_some(())
    }
}
