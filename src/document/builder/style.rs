//! Styles that are open: their markers are written as late as there is text and before the white
//! space at its end, and they end with each line and begin anew on the next one.

use crate::chars;
use crate::document::{Code, NO_MATE, Op};

use super::{Builder, to_u32};

/// A style that text can have; bits of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Bold,
    Italic,
    Strikethrough,
}

/// How many styles there are.
pub(super) const STYLES: usize = 3;

impl Style {
    /// What enters and leaves it, and its marker: a table takes no branch.
    const WRITTEN: [(Code, Code, char); STYLES] = [
        (Code::EnterBold, Code::LeaveBold, '*'),
        (Code::EnterItalic, Code::LeaveItalic, '_'),
        (Code::EnterStrikethrough, Code::LeaveStrikethrough, '~'),
    ];

    #[inline]
    pub(super) fn written(self) -> (Code, Code, char) {
        Self::WRITTEN[self as usize]
    }
}

impl Builder {
    /// Writes the markers of styles before text that begins with neither white space nor a URL, as
    /// most does, and tells whether it did.
    #[inline]
    pub(super) fn begin_at_once(&mut self, text: &str) -> bool {
        let plain = match text.as_bytes().first() {
            Some(b'h' | b'H' | b'w' | b'W') | None => false,
            Some(byte) => byte.is_ascii_graphic() && self.dropped.is_empty(),
        };
        if plain {
            self.begin_styles();
        }
        plain
    }

    /// Adds text where styles have no marker yet.
    pub(super) fn text_in_styles(&mut self, text: &str, source: Option<usize>) {
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let space = rest.len() - chars::trim_start(rest).len();
            let bare = self.bare(&rest[space..]);
            let plain = match (space, bare) {
                (0, 0) => {
                    self.begin_styles();
                    rest.len()
                }
                (0, bare) => {
                    self.drop_style(bare);
                    bare
                }
                (space, _) => space,
            };
            if let Some(source) = source {
                self.anchor(plain, source + at);
            }
            self.text.push_str(&rest[..plain]);
            at += plain;
        }
    }

    /// Enters a style.
    pub(crate) fn enter(&mut self, style: Style) {
        let again = &mut self.again[style as usize];
        *again += 1;
        if *again == 1 {
            self.open[self.depth] = Some(style);
            self.depth += 1;
        }
    }

    /// Leaves a style, the innermost one unless it was entered inside itself.
    pub(crate) fn leave_style(&mut self, style: Style) {
        let again = &mut self.again[style as usize];
        *again = again.saturating_sub(1);
        if *again > 0 {
            return;
        }
        let innermost = self.depth.wrapping_sub(1);
        if self.open.get(innermost) == Some(&Some(style)) {
            self.end_styles_from(innermost);
            self.depth = innermost;
            return;
        }
        let Some(place) = self.open[..self.depth].iter().position(|open| *open == Some(style))
        else {
            return;
        };
        // Those inside end with it, and go on behind it.
        self.end_styles_from(place);
        self.open.copy_within(place + 1..self.depth, place);
        self.depth -= 1;
    }

    /// Writes the markers of the styles that are open and have none yet.
    #[inline]
    pub(super) fn begin_styles(&mut self) {
        while self.written < self.depth {
            let Some(style) = self.open[self.written] else { return };
            let (start, index) = (self.text.len(), self.tape.len());
            let (enter, _, marker) = style.written();
            self.text.push(marker);
            self.push(enter, start, NO_MATE);
            self.enters[self.written] = index;
            self.written += 1;
        }
    }

    /// Ends all styles on this line; they begin anew with the next text.
    #[inline]
    pub(super) fn end_styles(&mut self) {
        self.end_styles_from(0);
    }

    #[inline]
    pub(super) fn end_styles_from(&mut self, place: usize) {
        if self.written > place {
            self.end_written_styles(place);
        }
    }

    pub(super) fn end_written_styles(&mut self, place: usize) {
        let start = self.styles_end();
        let mut end = start;
        while self.written > place {
            self.written -= 1;
            if let Some(style) = self.open[self.written] {
                let (_, code, marker) = style.written();
                if end == self.text.len() {
                    self.text.push(marker);
                } else {
                    self.text.insert(end, marker);
                }
                let enter = self.enters[self.written];
                self.tape[enter].mate = to_u32(self.tape.len());
                self.push_op(Op::new(code, to_u32(end), to_u32(end + 1), to_u32(enter)));
                self.closed[self.written] = self.tape.len();
                end += 1;
            }
        }
        if end < self.text.len() {
            self.moved(start, end - start);
            if self.link_end > start {
                let by = end - start;
                self.link_end += by;
                self.link = self.link.start + by..self.link.end + by;
            }
        }
    }
}
