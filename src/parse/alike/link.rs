//! Links, which on Web keep formatting out of them: none may have one end of a pair in it.

use alloc::vec::Vec;

use memchr::{memchr, memchr2, memrchr};

use super::super::lines::find_links;
use super::super::signs::is_sign;
use super::Glance;

impl Glance<'_> {
    /// The end of a line: nothing is open, and no link has one end of a pair in it.
    #[inline]
    pub(super) fn end_line(&mut self, end: usize) -> Option<()> {
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
