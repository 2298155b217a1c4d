//! The classes of characters.

use std::sync::OnceLock;

use regex::Regex;

/// BOUND, for every code point.
pub(super) fn is_bound(c: char) -> bool {
    static TABLE: OnceLock<Vec<u64>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let class = Regex::new(r"[\t-\r[\p{P}\p{S}\p{Z}\p{Cf}&&\p{Age:11.0}]]").expect("a class");
        let all: String = ('\0'..=char::MAX).collect();
        let mut table = vec![0; (char::MAX as usize + 1) / 64];
        for found in class.find_iter(&all) {
            for c in found.as_str().chars() {
                table[c as usize / 64] |= 1 << (c as usize % 64);
            }
        }
        table
    });
    table[c as usize / 64] >> (c as usize % 64) & 1 == 1
}

/// WS.
pub(crate) fn is_ws(c: char) -> bool {
    matches!(
        c,
        '\u{9}'..='\u{d}'
            | '\u{20}'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
            | '\u{feff}'
    )
}

pub(super) fn is_at(text: &[char], at: usize, what: &str) -> bool {
    what.chars().enumerate().all(|(i, c)| text.get(at + i) == Some(&c))
}
