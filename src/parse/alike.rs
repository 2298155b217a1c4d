//! Whether both clients read a text as a tape says, told without parsing it.
//!
//! One pass over text and tape, which follows both grammars as long as they go the same way: each
//! line begins alike on both, each marker on the tape opens or closes on both, and each other
//! marker does neither. Then what the drivers find are the pairs of the tape: nested in each other,
//! so nothing is settled between them on Web and nothing is emptied on Android. What could change
//! that is left to a proof that parses: backticks in a row but for plain blocks, carriage returns,
//! keycaps, markers that open and find no partner, and URLs with markers in them.

use alloc::vec::Vec;

use memchr::{memchr, memchr2, memrchr};

use crate::chars;
use crate::document::{Code, Op};

use super::android::{Android, class, is_emoji_end};
use super::lines::{FENCE, Grammar, Lead, Open, find_links, next_fence, style};
use super::scan::Scanner;
use super::signs::{Signs, is_sign};
use super::web::Web;

/// The place of the backtick behind those of the styles.
const CODE: usize = 3;
/// How many kinds of pairs there are within a line, and the set of all.
const SLOTS: usize = 4;
const KINDS: u16 = (1 << SLOTS) - 1;

/// What enters and leaves the blocks of `Open`, and begins another line or item in one.
const CODES: [(Code, Code, Code); 5] = [
    // Of nothing, nothing of that is looked for.
    (Code::BlankLines, Code::BlankLines, Code::BlankLines),
    (Code::EnterParagraph, Code::LeaveParagraph, Code::Break),
    (Code::EnterQuote, Code::LeaveQuote, Code::Break),
    (Code::EnterBulletedList, Code::LeaveBulletedList, Code::NextItem),
    (Code::EnterNumberedList, Code::LeaveNumberedList, Code::NextNumberedItem),
];

/// Whether both clients read `text` as `ops` say; if not, they may do so all the same.
///
/// Linear in the text.
pub(crate) fn read_alike(text: &str, ops: &[Op]) -> bool {
    let is_plain = !text.is_empty() && memchr(b'\r', text.as_bytes()).is_none();
    is_plain && Glance::new(text, ops).go_over().is_some()
}

/// A line of text, item or quote, and what of the tape was found. `None` says that nothing is sure.
struct Glance<'d> {
    text: &'d str,
    scanner: Scanner<'d>,
    signs: Signs,
    ops: &'d [Op],
    /// The operation that comes next.
    next: usize,
    /// The block that the line belongs to.
    block: Open,
    /// Where the line begins, and the first operation in it.
    line: usize,
    line_ops: usize,
    /// The kinds of pairs that are open, as a set of bits, and in a row of such, innermost last.
    open: u16,
    nested: u16,
}

impl<'d> Glance<'d> {
    fn new(text: &'d str, ops: &'d [Op]) -> Self {
        Self {
            text,
            scanner: Scanner::new(text.as_bytes(), false),
            signs: Signs::new(false),
            ops,
            next: 0,
            block: Open::Nothing,
            line: 0,
            line_ops: 0,
            open: 0,
            nested: 0,
        }
    }

    fn go_over(mut self) -> Option<()> {
        self.begin_line(0, 0)?;
        while let Some((at, byte)) = self.scanner.next() {
            match byte {
                b'\n' => {
                    self.end_line(at)?;
                    self.begin_line(at, at + 1)?;
                }
                b'*' | b'_' | b'~' | b'`' => self.marker(at, byte)?,
                _ => {}
            }
        }
        let end = self.text.len();
        self.end_line(end)?;
        self.end_block(end, end)?;
        (self.next == self.ops.len()).then_some(())
    }

    /// Takes the next operation, if it is this one.
    #[inline]
    fn expect(&mut self, code: Code, start: usize, end: usize) -> Option<()> {
        let op = self.ops.get(self.next)?;
        self.next += 1;
        (op.code == code && op.start as usize == start && op.end as usize == end).then_some(())
    }

    /// The line behind the line feed at `lf` and those from `at` on.
    fn begin_line(&mut self, lf: usize, mut at: usize) -> Option<()> {
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

    fn end_block(&mut self, lf: usize, at: usize) -> Option<()> {
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

    /// A marker that both clients take for what the tape says: one end of a pair, or text.
    #[inline]
    fn marker(&mut self, at: usize, marker: u8) -> Option<()> {
        let bytes = self.text.as_bytes();
        // Of two that stand together one may open or end nothing, and backticks are fences.
        let odd = bytes.get(at.wrapping_sub(1)) == Some(&marker)
            || marker == b'*' && is_emoji_end(bytes, at + 1);
        let op = self.ops.get(self.next)?;
        if odd {
            return None;
        }
        let (slot, enter, leave) = match marker {
            b'`' => (CODE, Code::EnterInlineCode, Code::LeaveInlineCode),
            _ => style(marker),
        };
        let kind = 1 << slot;
        let (before, behind) = (before(self.text, at), behind(self.text, at + 1));
        if op.start as usize != at {
            return self.is_text(kind, before, behind);
        }
        self.next += 1;
        let innermost = self.nested & KINDS;
        let fits = if op.code == enter {
            let may_enter = self.open & kind == 0 && innermost != 1 << CODE;
            self.nested = self.nested << SLOTS | kind;
            self.open |= kind;
            may_enter && before & OPENS == OPENS && behind & SPACE == 0
        } else {
            self.nested >>= SLOTS;
            self.open &= !kind;
            op.code == leave
                && innermost == kind
                && before & SPACE == 0
                && behind & (BOUND | WORD) == BOUND
        };
        (fits && op.end as usize == at + 1).then_some(())
    }

    /// Whether a marker with these neighbours is text on both clients.
    fn is_text(&self, kind: u16, before: u8, behind: u8) -> Option<()> {
        let (on_web, on_android) = if self.open & kind == 0 {
            (before & BOUND != 0 && behind & WS == 0, before & LEADS != 0 && behind & JAVA_WS == 0)
        } else {
            (before & WS == 0 && behind & BOUND != 0, before & JAVA_WS == 0 && behind & WORD == 0)
        };
        (!on_web && !on_android).then_some(())
    }

    /// The end of a line: nothing is open, and no link has one end of a pair in it.
    #[inline]
    fn end_line(&mut self, end: usize) -> Option<()> {
        if self.open != 0 {
            return None;
        }
        if self.next > self.line_ops && self.signs.are_in(self.text, &(self.line..end)) {
            return self.links_are_whole(end);
        }
        Some(())
    }

    /// Whether no link of the line, which ends at `end`, has an operation in it. A link lies within
    /// a word, so they are looked for only if one that may have a link in it has operations, too.
    fn links_are_whole(&self, end: usize) -> Option<()> {
        let line = &self.text.as_bytes()[..end];
        let ops = &self.ops[self.line_ops..self.next];
        let mut next = ops.iter().peekable();
        let mut at = self.line;
        while let Some(dot) = memchr2(b'.', b':', &line[at..]).map(|dot| at + dot) {
            if !is_sign(line[dot], line.get(dot + 1).copied().unwrap_or_default()) {
                at = dot + 1;
                continue;
            }
            let start = memrchr(b' ', &line[at..dot]).map_or(at, |space| at + space + 1);
            at = memchr(b' ', &line[dot..]).map_or(end, |space| dot + space);
            while next.next_if(|op| op.end as usize <= start).is_some() {}
            if next.peek().is_some_and(|op| (op.start as usize) < at) {
                return self.found_links_are_whole(end);
            }
        }
        Some(())
    }

    #[inline(never)]
    fn found_links_are_whole(&self, end: usize) -> Option<()> {
        let mut found = Vec::new();
        find_links(self.text, self.line..end, false, self.ops, self.line_ops, &mut found);
        let mut ops = self.ops[self.line_ops..self.next].iter().peekable();
        for link in found {
            while ops.next_if(|op| op.end <= link.start).is_some() {}
            if ops.peek().is_some_and(|op| op.start < link.end) {
                return None;
            }
        }
        Some(())
    }
}

/// What stands beside a marker, as both clients see it: Web's classes and, behind them, Android's.
const BOUND: u8 = chars::BOUND;
const WS: u8 = chars::WS;
const LEADS: u8 = class::LEADS << 2;
const JAVA_WS: u8 = class::WS << 2;
const WORD: u8 = class::WORD << 2;
/// What an opener stands behind, and what neither stands behind an opener nor before a closer.
const OPENS: u8 = BOUND | LEADS;
const SPACE: u8 = WS | JAVA_WS;

static BYTE_CLASS: [u8; 128] = byte_classes();

const fn byte_classes() -> [u8; 128] {
    let (mut table, android) = (chars::byte_classes(), class::byte_classes());
    let mut b = 0;
    while b < table.len() {
        table[b] |= android[b] << 2;
        b += 1;
    }
    table
}

/// The classes of the character that ends before the byte `at`.
#[inline(always)]
fn before(text: &str, at: usize) -> u8 {
    match text.as_bytes().get(at.wrapping_sub(1)) {
        Some(b) if b.is_ascii() => BYTE_CLASS[usize::from(*b)],
        _ => chars::before(text, at) | class::before(text, at) << 2,
    }
}

/// The classes of the character that begins at the byte `at`.
#[inline(always)]
fn behind(text: &str, at: usize) -> u8 {
    match text.as_bytes().get(at) {
        Some(b) if b.is_ascii() => BYTE_CLASS[usize::from(*b)],
        _ => chars::behind(text, at) | class::behind(text, at) << 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::parse::{Client, Parser};
    use alloc::string::String;
    use alloc::vec;
    use proptest::prelude::*;

    fn parse(text: &str, client: Client) -> Document<'_> {
        Parser::new().links(false).client(client).parse(text)
    }

    fn keys(ops: &[Op]) -> Vec<(Code, u32, u32)> {
        ops.iter().map(|op| (op.code, op.start, op.end)).collect()
    }

    /// Whether it is sure of the text as Web reads it. What it is sure of is so.
    fn is_sure(text: &str) -> bool {
        let (web, android) = (parse(text, Client::Web), parse(text, Client::Android));
        let is_sure = read_alike(text, web.ops());
        if is_sure {
            assert_eq!(keys(web.ops()), keys(android.ops()), "{text:?}");
        }
        is_sure
    }

    #[test]
    fn what_people_write_is_sure() {
        for text in [
            "a",
            "*a* _b_ ~c~ `d`\ne\n\n\n*_f_ g*",
            "- a\n- *b*: c\n\n1. a\n2. b\n> q\n> `q`\nt",
            "```\na *b\n\nc\n```\n\n_x_\n```\n``\n```\nb\n```\nc\n```",
            "snake_case 2 * 3 `a_b` *a*—b",
            "*a* https://e.com/a_b (www.e.com), *e.g.* README.md *x.org*.",
            "*über* €5 é*é \"*a*\"",
        ] {
            assert!(is_sure(text), "{text:?}");
        }
    }

    #[test]
    fn what_clients_differ_in_is_not_sure() {
        for text in [
            "[*a*]",
            "*a*\u{FE0F}",
            "- ",
            "• a",
            "``a``",
            "a ```b```",
            "*a* https://e.com/*a*",
            "*a _b* c_",
            "`*a* b`",
            "a\r\nb",
            "a\n",
            "\na",
            "*a",
            "```a\nb```",
            "> > a ```\nb\n```",
            "```\n\u{A0}\n```\n```",
            "",
        ] {
            assert!(!is_sure(text), "{text:?}");
        }
    }

    fn texts() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            8 => "[*_~`ab. :\n]",
            2 => "[()\\[>&1é€\u{A0}\u{1C}\u{200E}\u{FE0F}\u{20E3}-]",
            1 => prop::sample::select(vec![
                "*a* ", " _b c_", "`d`", "\n- ", "\n1. ", "\n> ", "\n```\n", "\n\n", "www.a.com/", "a.com",
                "https://e.com", "•", " *_c_*", "```",
            ]).prop_map(String::from),
        ];
        prop::collection::vec(piece, 1..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn what_is_sure_is_so(text in texts()) {
            is_sure(&text);
        }

        #[test]
        fn nothing_else_is_sure(text in texts(), at: prop::sample::Index, by in 0..6_u8) {
            let web = parse(&text, Client::Web);
            let mut ops = web.ops().to_vec();
            let at = at.index(ops.len());
            match by {
                0 => drop(ops.remove(at)),
                1 => ops.insert(at, ops[at]),
                2 => ops[at].start += 1,
                3 => ops[at].end += 1,
                4 => ops[at].code = Code::Break,
                _ => ops.truncate(at),
            }
            if keys(&ops) != keys(web.ops()) {
                prop_assert!(!read_alike(&text, &ops));
            }
        }
    }
}
