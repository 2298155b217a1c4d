//! Where code stands: nothing in it counts.

use alloc::vec::Vec;

/// Ranges of code, in order and apart from each other.
#[derive(Debug, Default)]
pub(crate) struct Code(Vec<(usize, usize)>);

/// Goes through the ranges along with a position that only grows.
#[derive(Debug)]
pub(crate) struct Cursor<'c> {
    ranges: &'c [(usize, usize)],
}

impl Code {
    /// Adds a range that begins behind the start of the last one.
    pub(super) fn push(&mut self, start: usize, end: usize) {
        match self.0.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => self.0.push((start, end)),
        }
    }

    pub(crate) fn cursor(&self) -> Cursor<'_> {
        Cursor { ranges: &self.0 }
    }

    /// All ranges of both.
    pub(super) fn merge(&mut self, other: Self) {
        let mut ours = core::mem::take(&mut self.0).into_iter().peekable();
        let mut others = other.0.into_iter().peekable();
        loop {
            let next = match (ours.peek(), others.peek()) {
                (Some(one), Some(other)) if other.0 < one.0 => others.next(),
                (Some(_), _) => ours.next(),
                (None, _) => others.next(),
            };
            let Some((start, end)) = next else { return };
            self.push(start, end);
        }
    }
}

impl Cursor<'_> {
    /// Where the code ends that `at` is in, if it is in any.
    pub(crate) fn end_at(&mut self, at: usize) -> Option<usize> {
        while let Some((start, end)) = self.ranges.first() {
            if at < *end {
                return (*start <= at).then_some(*end);
            }
            self.ranges = &self.ranges[1..];
        }
        None
    }
}
