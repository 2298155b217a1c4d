//! Document → Markdown: CommonMark 0.31 with GFM's strikethrough, which means the same.
//!
//! This file has the door; `blocks` owns the lines and what keeps blocks apart, `leaf` takes what
//! stands in a line off the tape, and `inline` writes it, where everything about escaping begins.

mod autolink;
mod blocks;
mod class;
mod code;
mod edges;
mod inline;
mod leaf;
mod line_start;
mod link;
mod pairs;
mod piece;
mod spots;
#[cfg(test)]
mod tests;

use alloc::string::String;

use crate::document::{Code, Document};

impl Document<'_> {
    /// Writes the document as Markdown: for GitHub, for chats that take it, for language models.
    ///
    /// Every parser of CommonMark with GFM's `~~` shows the same text, line by line, in the same
    /// styles and with the same numbers. Text is escaped where it would mean something and nowhere
    /// else: `2*3`, `snake_case` and `#tag` stay as they are.
    ///
    /// * Bold is `**`, italic `_` (or `*`, where `_` would not do), strikethrough `~~`. Monospace
    ///   within a line is inline code. A spoiler has no Markdown: its `||` are text.
    /// * A line break is `\` at the end of the line. Blocks are kept apart by one empty line,
    ///   whether the message had none or many; those at the ends of the message and at the end of
    ///   a quote are left out.
    /// * Numbered items keep their numbers: where one does not follow the one before, a new list
    ///   begins, told apart by `3)` in place of `3.`.
    /// * Links stand as they are where GFM finds them and nothing else could be made of them, else
    ///   as `<https://ex.com/a_b_>`, `<ana@ex.com>` or `[ex.com](https://ex.com)`.
    /// * White space at the ends of a line is written as references (`&#32;`), and so is a
    ///   character that would keep the delimiter beside it from being one (`**Done!**&#9989;`).
    ///   NUL becomes U+FFFD, as Markdown cannot hold it.
    ///
    /// There is no line feed at the end.
    ///
    /// Read again by `from_markdown` and written, the message shows the same text in the same
    /// styles, in WhatsApp on Web and on Android. Not kept are the number of empty lines, and white
    /// space at the ends of lines and of code. What cannot be said so that both show it is
    /// reported: a style or a literal marker in a URL or next to it, and code with a backtick or
    /// another marker in it. A link that ends only where a style does gets a space
    /// (`*ex.com**a*`).
    ///
    /// # Examples
    ///
    /// ```
    /// let doc = wamark::parse("*Total:* ~12~ 10 €, 2*3*4 at ex.com\n_bye_\n1. one\n3. # three");
    /// assert_eq!(
    ///     doc.to_markdown(),
    ///     r"**Total:** ~~12~~ 10 €, 2\*3\*4 at [ex.com](https://ex.com)\
    /// _bye_
    ///
    /// 1. one
    /// 3) \# three"
    /// );
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = String::new();
        self.write_markdown(&mut out);
        out
    }

    /// Appends the document as Markdown; see [`to_markdown`](Self::to_markdown).
    ///
    /// What stands in `out` is not looked at: it should be empty or end with an empty line.
    ///
    /// # Complexity
    ///
    /// Linear in the text.
    pub fn write_markdown(&self, out: &mut String) {
        out.reserve(self.source().len() + self.ops().len() * 2);
        let mut writer = blocks::Writer::new(out);
        for (index, op) in self.ops().iter().enumerate() {
            let gap = self.slice(self.gap_before(index));
            if op.code == Code::LeaveMonospaceBlock {
                writer.monospace_block(gap);
            } else {
                writer.text(gap);
                writer.operation(*op);
            }
        }
    }
}

/// Appends text with U+FFFD for NUL.
fn push_without_nul(out: &mut String, text: &str) {
    if memchr::memchr(0, text.as_bytes()).is_none() {
        out.push_str(text);
        return;
    }
    for (i, piece) in text.split('\0').enumerate() {
        out.push_str(if i > 0 { "\u{FFFD}" } else { "" });
        out.push_str(piece);
    }
}

/// A table of the bytes of a set.
const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut i = 0;
    while i < bytes.len() {
        table[bytes[i] as usize] = true;
        i += 1;
    }
    table
}
