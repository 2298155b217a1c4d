//! How wide a table is, and whether it can be a box.

use alloc::vec::Vec;

use unicode_width::UnicodeWidthStr;

/// What stands between two columns: ` | `
const SEPARATOR: usize = 3;

/// How many times the text of the table a box may be, for what is mostly empty is no table.
const PADDING: usize = 16;

/// Added to the text of a table that small ones may be mostly empty.
const SMALL: usize = 4096;

/// The width of a table in columns of monospace, and what speaks against a box.
#[derive(Debug, Default)]
pub(super) struct Width {
    /// The widest cell of each column.
    pub(super) columns: Vec<usize>,
    right_to_left: bool,
    fence: bool,
}

impl Width {
    /// The width of a piece of a cell.
    pub(super) fn of(&mut self, text: &str) -> usize {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'_' | b'a'..=b'~')) {
            return text.len();
        }
        if let Some(width) = simple_width(text) {
            return width;
        }
        self.fence |= text.contains('`') && text.contains("```");
        self.right_to_left |= text.chars().any(is_right_to_left);
        text.width()
    }

    /// Notes the width of a cell.
    pub(super) fn column(&mut self, column: usize, width: usize) {
        if self.columns.len() <= column {
            self.columns.resize(column + 1, 0);
        }
        self.columns[column] = self.columns[column].max(width);
    }

    /// The width of a row.
    fn row(&self) -> usize {
        self.columns.iter().map(|width| width + SEPARATOR).sum::<usize>().saturating_sub(SEPARATOR)
    }

    /// Whether a box of `rows` can be drawn at all, for `bytes` of text.
    pub(super) fn can_box(&self, rows: usize, bytes: usize) -> bool {
        !self.fence && self.row().saturating_mul(rows) <= bytes.saturating_mul(PADDING) + SMALL
    }

    /// Whether a box fits, and shows the cells in their order: a line with letters that run from
    /// right to left is turned around as one.
    pub(super) fn fits(&self, columns: usize) -> bool {
        !self.right_to_left && self.row() <= columns
    }
}

/// The width of a text of letters that stand side by side: Latin, Cyrillic, Chinese, Japanese, and
/// what of ASCII makes no fence.
fn simple_width(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |width, c| {
        let own = match c {
            ' '..='_' | 'a'..='~' | '\u{C0}'..='\u{24F}' | '\u{400}'..='\u{45F}' | '€' => 1,
            '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' => 2,
            _ => return None,
        };
        Some(width + own)
    })
}

/// Whether `c` is of a script that is written from right to left, or turns text around: the blocks
/// that Unicode keeps for them.
fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}'
            | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_side_by_side_are_as_wide_as_all_of_them() {
        let mut buffer = [0; 12];
        for c in '\0'..=char::MAX {
            let text = c.encode_utf8(&mut buffer);
            if let Some(width) = simple_width(text) {
                assert_eq!(width, text.width(), "U+{:04X}", u32::from(c));
                assert!(!is_right_to_left(c) && c != '`');
                // Beside others, too.
                let three = [c, 'a', c, '中'].iter().collect::<alloc::string::String>();
                assert_eq!(simple_width(&three), Some(three.width()));
            }
        }
        assert_eq!(simple_width("Чай 茶 €5"), Some(9));
        assert_eq!(simple_width("a`"), None);
    }
}
