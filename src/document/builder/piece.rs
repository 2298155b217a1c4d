//! Pieces of what was built: taken back, looked at, copied.

use core::iter;

use super::{Anchor, Builder, to_u32};
use crate::document::{Code, NO_MATE, Span};

/// A place in what was built.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mark {
    text: usize,
    tape: usize,
    anchors: usize,
    dropped: usize,
    written: usize,
    cuts: usize,
}

impl Mark {
    /// Whether nothing stands between this place and a later one.
    pub(crate) fn is_at(self, later: Self) -> bool {
        self.text == later.text
    }

    /// How many bytes of text stand between an earlier place and this one.
    pub(crate) fn bytes_behind(self, earlier: Self) -> usize {
        self.text.saturating_sub(earlier.text)
    }

    /// Whether something stood between an earlier place and this one when it was reached.
    #[cfg(feature = "markdown")]
    pub(crate) fn is_behind(self, earlier: Self) -> bool {
        self.text > earlier.text
    }
}

impl Builder {
    /// The place that was reached.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            text: self.text.len(),
            tape: self.tape.len(),
            anchors: self.anchors.len(),
            dropped: self.dropped.len(),
            written: self.written,
            cuts: self.cuts,
        }
    }

    /// Ends styles as a line does, without a line, and gives the place: for pieces that are to be
    /// copied.
    pub(crate) fn cut(&mut self) -> Mark {
        self.end_styles();
        self.trim_line();
        self.cuts += 1;
        self.link_end = 0;
        self.sealed = self.dropped.len();
        self.mark()
    }

    /// Whether what was added since `mark` was not cut, stands on one line, and does not end a style
    /// that had begun before.
    fn is_whole(&self, mark: Mark) -> bool {
        let goes_on = self.closed.iter().take(mark.written).all(|closed| *closed <= mark.tape);
        mark.cuts == self.cuts && self.begun <= mark.tape && goes_on
    }

    /// Takes back what was added since `mark`, if it is whole: styles that were begun there and go
    /// on will begin anew. Places [behind](Mark::is_behind) `mark` are none any more.
    pub(crate) fn rewind(&mut self, mark: Mark) -> bool {
        let whole = self.is_whole(mark);
        if whole {
            self.text.truncate(mark.text);
            self.tape.truncate(mark.tape);
            self.anchors.truncate(mark.anchors);
            self.dropped.truncate(mark.dropped);
            if let Some(last) = self.dropped.last_mut() {
                last.end = last.end.min(to_u32(mark.text));
            }
            self.forget(mark.text);
            self.written = mark.written;
            for closed in &mut self.closed[mark.written..] {
                *closed = mark.tape.min(*closed);
            }
            self.aside = None;
            self.link_end = 0;
        }
        whole
    }

    /// What was added since `mark`, if it is whole and one piece of text, be it styled or not.
    pub(crate) fn one_text(&self, mark: Mark) -> Option<&str> {
        if !self.is_whole(mark) {
            return None;
        }
        // Pieces of text stand close to each other, so this does not look far.
        let mut pieces = self.gaps(mark, self.mark()).filter(|gap| !gap.is_empty());
        let (text, more) = (pieces.next().unwrap_or_default(), pieces.next());
        let ops = &self.tape[mark.tape..];
        let is_text = more.is_none() && ops.iter().all(|op| op.code < Code::EnterInlineCode);
        is_text.then_some(text)
    }

    /// The text between two places, if there are no markers in it.
    pub(crate) fn plain(&self, from: Mark, to: Mark) -> Option<&str> {
        (from.tape == to.tape).then(|| &self.text[from.text..to.text])
    }

    /// The text between two places, piece by piece, without markers.
    pub(crate) fn gaps(&self, from: Mark, to: Mark) -> impl Iterator<Item = &str> {
        let ops = self.tape.get(from.tape..to.tape).unwrap_or_default();
        let starts = iter::once(from.text).chain(ops.iter().map(|op| op.end as usize));
        let ends = ops.iter().map(|op| op.start as usize).chain(iter::once(to.text));
        starts.zip(ends).filter_map(|(start, end)| self.text.get(start..end))
    }

    /// Takes back what was added since `mark` and gives its text without markers, if it is whole.
    #[cfg(feature = "markdown")]
    pub(crate) fn take_text(&mut self, mark: Mark) -> Option<alloc::string::String> {
        let text = self.gaps(mark, self.mark()).collect();
        self.rewind(mark).then_some(text)
    }

    /// Adds what `from` has between two places where it was [cut](Self::cut).
    pub(crate) fn copy(&mut self, from: &Self, start: Mark, end: Mark) {
        self.end_styles();
        let (at, index) = (to_u32(self.text.len()), to_u32(self.tape.len()));
        let place = |old: u32| old.wrapping_sub(to_u32(start.text)).wrapping_add(at);
        self.text.push_str(&from.text[start.text..end.text]);
        self.tape.extend(from.tape[start.tape..end.tape].iter().map(|op| {
            let mate = match op.mate {
                NO_MATE => NO_MATE,
                mate => mate.wrapping_sub(to_u32(start.tape)).wrapping_add(index),
            };
            op.moved(place, mate)
        }));
        let anchors = &from.anchors[start.anchors..end.anchors];
        let around = Anchor::around(anchors, at, to_u32(self.text.len()));
        self.anchors.extend(around.map(|(before, _)| before));
        self.anchors.extend(anchors.iter().map(|anchor| anchor.moved(place)));
        self.anchors.extend(around.map(|(_, behind)| behind));
        let dropped = &from.dropped[start.dropped..end.dropped];
        self.dropped.extend(
            dropped.iter().map(|span| Span { start: place(span.start), end: place(span.end) }),
        );
    }

    /// Adds text that stands for that between two places of another builder.
    pub(crate) fn text_for(&mut self, text: &str, from: &Self, start: Mark, end: Mark) {
        let at = to_u32(self.text.len());
        let pieces = from.anchors.get(start.anchors..end.anchors).unwrap_or_default();
        let around = Anchor::around(pieces, at, at);
        self.anchors.extend(around.map(|(before, _)| before));
        self.text(text);
        let at = to_u32(self.text.len());
        self.anchors.extend(around.map(|(_, behind)| behind.moved(|_| at)));
    }

    /// Makes place for `bytes` of text.
    pub(crate) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
        self.tape.reserve(bytes / 16);
        self.anchors.reserve(bytes / 16);
    }

    /// Empties the builder, and keeps its memory.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.tape.clear();
        self.anchors.clear();
        self.dropped.clear();
        self.block = None;
        self.blank = false;
        (self.sealed, self.begun) = (0, 0);
        self.closed = Default::default();
        self.aside = None;
        (self.depth, self.written) = (0, 0);
        self.again = Default::default();
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::super::{Builder, Line, Style};

    /// `a *b` with the place before `b`, where bold has no marker yet.
    fn begun() -> (Builder, super::Mark) {
        let mut builder = Builder::default();
        builder.line(Line::Text);
        builder.text("a ");
        builder.enter(Style::Bold);
        let mark = builder.mark();
        builder.text("b");
        (builder, mark)
    }

    #[test]
    fn a_piece_is_taken_back_with_its_markers() {
        let (mut builder, mark) = begun();
        assert_eq!(builder.one_text(mark), Some("b"));
        assert!(builder.rewind(mark));
        builder.text("c");
        assert_eq!(builder.finish().0.source(), "a *c*");
    }

    #[test]
    fn a_piece_that_ends_a_style_or_a_line_stays() {
        let (mut builder, _) = begun();
        let mark = builder.mark();
        builder.text("c");
        builder.leave_style(Style::Bold);
        assert_eq!(builder.one_text(mark), None);
        assert!(!builder.rewind(mark));
        let mark = builder.mark();
        builder.line(Line::Text);
        assert!(!builder.rewind(mark));
        assert_eq!(builder.finish().0.source(), "a *bc*\n");
    }

    #[test]
    fn a_piece_can_be_copied() {
        let mut cells = Builder::default();
        cells.text("x");
        let from = cells.cut();
        cells.text("a ");
        cells.enter(Style::Italic);
        cells.text("b ");
        cells.leave_style(Style::Italic);
        let to = cells.cut();
        cells.text("y");
        assert_eq!(cells.gaps(from, to).collect::<String>(), "a b");
        let mut builder = Builder::default();
        builder.line(Line::Bullet);
        builder.copy(&cells, from, to);
        let (document, ..) = builder.finish();
        assert_eq!(document.source(), "- a _b_");
        assert_eq!(
            format!("{document:?}"),
            r#"BulletedList 0..7
  Item { number: None } 0..7
    Text 2..4 "a "
    Italic 4..7
      Text 5..6 "b"
"#
        );
    }
}
