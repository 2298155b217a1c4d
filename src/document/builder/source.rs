//! Where the text of a document comes from.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Builder, to_u32};
use crate::document::Span;

/// A piece of the document's text that is the same in the input; an empty one says only where in
/// the input comes from what follows it, up to the next anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// Offset in the document.
    at: u32,
    len: u32,
    /// Offset in the input.
    source: u32,
}

impl Builder {
    /// Says where in the input comes from what is added next.
    #[inline]
    pub(crate) fn at_source(&mut self, source: usize) {
        let at = to_u32(self.text.len());
        // One that is there already says where the text before it ends.
        self.anchors.push(Anchor { at, len: 0, source: to_u32(source) });
    }

    /// Adds text that is not in the input as it is, and comes from `source`.
    #[inline]
    pub(crate) fn text_of(&mut self, text: &str, source: Range<usize>) {
        self.at_source(source.start);
        self.text(text);
        self.at_source(source.end);
    }

    /// Notes that the next `len` bytes are those at `source`.
    #[inline]
    pub(super) fn anchor(&mut self, len: usize, source: usize) {
        let (at, len, source) = (to_u32(self.text.len()), to_u32(len), to_u32(source));
        match self.anchors.last_mut() {
            // It goes on where the last piece ended, in both.
            Some(last) if last.at + last.len == at && last.source + last.len == source => {
                last.len += len;
            }
            _ => self.anchors.push(Anchor { at, len, source }),
        }
    }

    /// Moves the places of the text from `at` on, where `by` bytes were put in.
    pub(super) fn moved(&mut self, at: usize, by: usize) {
        let (at, by) = (to_u32(at), to_u32(by));
        let first = self.anchors.iter().rposition(|anchor| anchor.at < at).map_or(0, |i| i + 1);
        for anchor in &mut self.anchors[first..] {
            anchor.at += by;
        }
        if let Some(before) = first.checked_sub(1).map(|index| &mut self.anchors[index]) {
            let (here, len) = (before.len.min(at - before.at), before.len);
            before.len = here;
            let behind = Anchor { at: at + by, len: len - here, source: before.source + here };
            if behind.len > 0 {
                self.anchors.insert(first, behind);
            }
        }
        for span in self.dropped.iter_mut().rev().take_while(|span| span.start >= at) {
            span.start += by;
            span.end += by;
        }
    }

    /// Forgets the places of text that was taken back: all from `at` on.
    pub(super) fn forget(&mut self, at: usize) {
        let at = to_u32(at);
        let mut behind = None;
        while let Some(last) = self.anchors.pop_if(|last| last.at > at) {
            behind = Some(last.source);
        }
        // What is left still ends before that.
        if let Some(source) = behind {
            self.anchors.push(Anchor { at, len: 0, source });
        }
        if let Some(last) = self.anchors.last_mut() {
            last.len = last.len.min(at - last.at);
        }
    }

    /// Says that all places are those of an input that begins `by` bytes earlier.
    #[cfg(feature = "markdown")]
    pub(crate) fn shift_source(&mut self, by: usize) {
        for anchor in &mut self.anchors {
            anchor.source += to_u32(by);
        }
    }
}

impl Anchor {
    /// Anchors at the ends of text, which comes from where these pieces do and from between them.
    pub(super) fn around(pieces: &[Self], start: u32, end: u32) -> Option<(Self, Self)> {
        let (first, last) = (pieces.first()?, pieces.last()?);
        Some((
            Self { at: start, len: 0, source: first.source },
            Self { at: end, len: 0, source: last.source + last.len },
        ))
    }

    /// The same piece, moved in the document.
    pub(super) fn moved(self, place: impl Fn(u32) -> u32) -> Self {
        Self { at: place(self.at), ..self }
    }
}

/// The places in the input of all that a document says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources(Vec<Anchor>);

impl Sources {
    pub(super) fn new(anchors: Vec<Anchor>) -> Self {
        Self(anchors)
    }

    /// Where a piece of the document comes from: exactly, for text that is the same in the input,
    /// else from where the piece around it does. So no end lies within a character.
    pub(crate) fn of(&self, span: Span) -> Span {
        let start = self.start(span.start);
        Span { start, end: self.end(span.end).max(start) }
    }

    /// Where all of a piece of the document comes from, whatever the order; never nothing.
    pub(crate) fn around(&self, span: Span) -> Span {
        let Span { mut start, mut end } = self.of(span);
        let first = self.0.partition_point(|anchor| anchor.at <= span.start);
        let last = self.0.partition_point(|anchor| anchor.at < span.end);
        for anchor in &self.0[first..last.max(first)] {
            start = start.min(anchor.source);
            end = end.max(anchor.source + anchor.len.min(span.end - anchor.at));
        }
        if start == end {
            // What stands there is not in the input as it is: all up to what comes next.
            let behind = |anchor: &Anchor| anchor.source + anchor.len;
            let next = self.0[first..].iter().map(|anchor| anchor.source).find(|at| *at > start);
            end = next.or(self.0.last().map(behind)).unwrap_or(start).max(start);
        }
        if start == end {
            // It was put in at the end of the input, as what closes a quotation that is not closed:
            // what stands before.
            let mut before = self.0[..first].iter().rev().map(|anchor| anchor.source);
            start = before.find(|at| *at < end).unwrap_or(0);
        }
        Span { start, end }
    }

    fn start(&self, at: u32) -> u32 {
        let next = self.0.partition_point(|anchor| anchor.at <= at);
        let anchor = next.checked_sub(1).map(|index| self.0[index]);
        anchor.map_or(0, |anchor| anchor.source + anchor.len.min(at - anchor.at))
    }

    fn end(&self, at: u32) -> u32 {
        let last = at.saturating_sub(1);
        let next = self.0.partition_point(|anchor| anchor.at <= last);
        let Some(anchor) = next.checked_sub(1).map(|index| self.0[index]) else { return 0 };
        match self.0.get(next) {
            _ if at - anchor.at <= anchor.len => anchor.source + (at - anchor.at),
            // Columns' heads are repeated: what comes next in the document may come from before.
            Some(next) if next.source >= anchor.source + anchor.len => next.source,
            _ => anchor.source + anchor.len,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Builder, Line, Style};
    use crate::document::Span;

    fn source(builder: Builder, start: u32, end: u32) -> (u32, u32) {
        let (_, sources, _) = builder.finish();
        let span = sources.of(Span { start, end });
        (span.start, span.end)
    }

    /// `**a &amp; b** c`
    fn example() -> Builder {
        let mut builder = Builder::default();
        builder.line(Line::Text);
        builder.enter(Style::Bold);
        builder.text_at("a ", 2);
        builder.text_of("&", 4..9);
        builder.text_at(" b ", 9);
        builder.leave_style(Style::Bold);
        builder.text_at("c", 14);
        builder
    }

    #[test]
    fn text_that_is_the_same_has_its_own_place() {
        // `*a & b* c`
        assert_eq!(source(example(), 1, 2), (2, 3));
        assert_eq!(source(example(), 5, 6), (10, 11));
        assert_eq!(source(example(), 8, 9), (14, 15));
        // The white space that the marker was put before.
        assert_eq!(source(example(), 7, 8), (11, 12));
    }

    #[test]
    fn other_text_has_the_place_of_all_of_it() {
        assert_eq!(source(example(), 3, 4), (4, 9));
        // A marker, and text with one.
        assert_eq!(source(example(), 6, 7), (11, 11));
        assert_eq!(source(example(), 0, 9), (0, 15));
    }

    #[test]
    fn text_ends_where_it_did_without_the_space_behind_it() {
        let mut builder = Builder::default();
        builder.line(Line::Text);
        builder.text_of("\u{FFFD} ", 4..6);
        assert_eq!(source(builder, 0, 3), (4, 6));
    }

    #[test]
    fn what_is_put_in_has_no_place_of_its_own() {
        let mut builder = Builder::default();
        builder.line(Line::Text);
        builder.text_of("a", 3..8);
        builder.text(", ");
        builder.at_source(20);
        assert_eq!(source(builder, 0, 1), (3, 8));
    }
    #[test]
    fn what_is_put_in_at_the_end_names_what_stands_before() {
        let mut builder = Builder::default();
        builder.line(Line::Text);
        builder.text_at("a", 3);
        builder.at_source(4);
        builder.text("”");
        let (_, sources, _) = builder.finish();
        assert_eq!(sources.of(Span { start: 1, end: 4 }), Span { start: 4, end: 4 });
        assert_eq!(sources.around(Span { start: 1, end: 4 }), Span { start: 3, end: 4 });
    }
}
