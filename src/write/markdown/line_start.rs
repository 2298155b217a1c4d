//! What at the start of a line would begin a block, or make one of the lines before it.

use super::blocks::Place;
use super::spots::run_length;

/// A line, as far as it is text from its first character on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    /// Whether white space before the text is a reference.
    pub(super) is_indented: bool,
    /// Whether the text goes to the end of the block.
    pub(super) is_all: bool,
    /// Whether the line is the first one of its paragraph.
    pub(super) is_first: bool,
    pub(super) place: Place,
    /// All that the block shows.
    pub(super) block: &'t str,
}

impl Line<'_> {
    /// Where a backslash keeps the line what it is, if it needs one: the first character, or the
    /// sign behind a number.
    pub(super) fn escape(self) -> Option<usize> {
        if self.is_indented {
            // Some look for a task when references are read already.
            let task = self.text.trim_start_matches([' ', '\t']);
            let is_task = Self { text: task, ..self }.is_task();
            return is_task.then_some(self.text.len() - task.len());
        }
        let bytes = self.text.as_bytes();
        let first = *bytes.first()?;
        let length = run_length(bytes);
        let begins = match first {
            b'#' => length <= 6 && self.is_space(length),
            b'>' => true,
            b'-' | b'+' | b'*' => self.is_space(1) || self.is_rule() || self.is_underline(),
            b'_' => self.is_rule(),
            b'=' | b':' | b'|' => self.is_underline(),
            b'`' | b'~' => length >= 3,
            b'<' => bytes.get(1).is_some_and(|b| super::inline::begins_tag(*b)),
            b'[' => self.is_task() || self.is_alert() || self.is_definition(),
            b'0'..=b'9' => return self.number(),
            _ => false,
        };
        begins.then_some(0)
    }

    /// Whether a mark that ends at the byte `at` would be one. Some parsers have more spaces than
    /// `CommonMark`.
    fn is_space(self, at: usize) -> bool {
        match self.text.as_bytes().get(at) {
            Some(b) => matches!(b, b' ' | b'\t' | 0x0B | 0x0C),
            None => self.is_all,
        }
    }

    /// `- - -`: a thematic break. An item's sign may be the first of the three.
    fn is_rule(self) -> bool {
        let bytes = self.text.as_bytes();
        let count = self.text.matches(char::from(bytes[0])).count();
        let least = if self.place == Place::BulletedItem { 2 } else { 3 };
        self.is_all
            && count >= least
            && bytes.iter().all(|b| *b == bytes[0] || matches!(b, b' ' | b'\t'))
    }

    /// `===`, `---`, `-|-`: what makes a heading or a table of the line before.
    fn is_underline(self) -> bool {
        let is_heading = || self.text.bytes().all(|b| b == b'=');
        let is_table =
            || self.text.contains('-') && self.text.bytes().all(|b| b"-:| \t".contains(&b));
        self.is_all && !self.is_first && (is_heading() || is_table())
    }

    /// `12. `, `12) `: the place of the sign.
    fn number(self) -> Option<usize> {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let sign = self.text.as_bytes().get(digits)?;
        (digits <= 9 && matches!(sign, b'.' | b')') && self.is_space(digits + 1)).then_some(digits)
    }

    /// `[ ] ` at the start of an item: a task.
    fn is_task(self) -> bool {
        let bytes = self.text.as_bytes();
        let is_item = matches!(self.place, Place::BulletedItem | Place::NumberedItem);
        let is_box =
            matches!(bytes, [b'[', b' ' | b'x' | b'X' | b'\t' | b'\x0B' | b'\x0C', b']', ..]);
        // The space behind it may be a reference, too.
        is_item && is_box && bytes.get(3).is_none_or(|b| !b.is_ascii_graphic())
    }

    /// `[a]: b` at the start of a block, which is no text at all. It is looked for before anything
    /// else, and what is between the brackets can be anything, code too.
    fn is_definition(self) -> bool {
        self.is_first && self.block.contains("]:")
    }

    /// `[!NOTE]` at the start of a quote: an alert, on GitHub.
    fn is_alert(self) -> bool {
        self.place == Place::Quote && self.text.starts_with("[!")
    }
}
