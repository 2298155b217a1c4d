//! The text that a document or a fragment shows, which both sides' places are counted in.

use alloc::string::String;

/// Text as it grows, as it is or with white space put together.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) text: String,
    /// Whether runs of white space are one space, and none at the ends of lines.
    collapse: bool,
    /// White space came last; it is written when something follows on the line.
    space: bool,
    line_start: bool,
}

impl Flow {
    pub(super) const fn new(collapse: bool) -> Self {
        Self { text: String::new(), collapse, space: false, line_start: true }
    }

    /// The place that has been come to.
    pub(super) fn at(&self) -> usize {
        self.text.len()
    }

    /// A line begins or ends here.
    pub(super) fn line(&mut self) {
        self.space = false;
        self.line_start = true;
    }

    /// Appends text; that of blocks of code is `exact`.
    pub(super) fn push(&mut self, text: &str, exact: bool) {
        if !self.collapse || exact {
            for (i, piece) in text.split('\0').enumerate() {
                // HTML cannot hold NUL.
                if i > 0 {
                    self.text.push('\u{FFFD}');
                }
                self.text.push_str(piece);
            }
            return;
        }
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.space = !self.line_start;
            } else {
                if core::mem::take(&mut self.space) {
                    self.text.push(' ');
                }
                self.text.push(if c == '\0' { '\u{FFFD}' } else { c });
                self.line_start = false;
            }
        }
    }
}
