//! The characters beside a place, as they will be once what was found so far is mended.

use alloc::vec::Vec;
use core::ops::Range;

use crate::check::diagnostic::{Diagnostic, Edit};

/// The edits of a text that are known so far.
#[derive(Debug)]
pub(crate) struct Seams<'t> {
    text: &'t str,
    edits: Vec<Seam>,
}

/// An edit: where it is, and the characters at the ends of what it puts there.
#[derive(Clone, Copy, Debug)]
struct Seam {
    start: usize,
    end: usize,
    ends: Option<(char, char)>,
}

impl<'t> Seams<'t> {
    pub(super) fn new(text: &'t str, found: &[Diagnostic]) -> Self {
        let seam = |edit: &Edit| {
            let mut chars = edit.text.chars();
            let first = chars.next();
            let ends = first.map(|first| (first, chars.next_back().unwrap_or(first)));
            let range = edit.span.range();
            Seam { start: range.start, end: range.end, ends }
        };
        let mut edits: Vec<Seam> = found.iter().flat_map(|found| &found.edits).map(seam).collect();
        edits.sort_unstable_by_key(|seam| (seam.start, seam.end));
        Self { text, edits }
    }

    /// The same with edits that are known to come, of which only the ends count.
    pub(crate) fn with(mut self, edits: impl Iterator<Item = (Range<usize>, char)>) -> Self {
        let seam = |(range, c): (Range<usize>, char)| Seam {
            start: range.start,
            end: range.end,
            ends: Some((c, c)),
        };
        self.edits.extend(edits.map(seam));
        self.edits.sort_unstable_by_key(|seam| (seam.start, seam.end));
        self
    }

    /// The character before `at`.
    pub(crate) fn before(&self, mut at: usize) -> Option<char> {
        let known = self.edits.partition_point(|seam| seam.start < at);
        for seam in self.edits[..known].iter().rev() {
            match seam.ends {
                _ if seam.end != at => break,
                Some((_, last)) => return Some(last),
                None => at = seam.start,
            }
        }
        self.text[..at].chars().next_back()
    }

    /// The character behind `at`.
    pub(crate) fn behind(&self, mut at: usize) -> Option<char> {
        let known = self.edits.partition_point(|seam| seam.start < at);
        for seam in &self.edits[known..] {
            match seam.ends {
                _ if seam.start != at => break,
                Some((first, _)) => return Some(first),
                None => at = seam.end,
            }
        }
        self.text[at..].chars().next()
    }
}
