//! Characters as the rules for writing see them.

use crate::chars::{is_bound, is_white_space, is_ws};

/// Left-to-right mark.
pub(crate) const LEFT_TO_RIGHT: char = '\u{200E}';
/// Right-to-left mark.
const RIGHT_TO_LEFT: char = '\u{200F}';

/// Whether both clients let `marker` open behind `c` (W1).
pub(crate) fn may_stand_before_opener(c: char, marker: char) -> bool {
    match c {
        '.'
        | ','
        | ':'
        | ';'
        | '"'
        | '('
        | '/'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202D}'
        | '\u{2066}'..='\u{2068}' => true,
        '*' | '_' | '~' => c != marker,
        _ => is_space(c),
    }
}

/// Whether `c` is white space for both clients.
pub(in super::super) fn is_space(c: char) -> bool {
    is_ws(c) && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{FEFF}')
}

/// Whether a marker behind `c` could open for one client at least.
pub(in super::super) fn may_stand_before_literal(c: char) -> bool {
    is_bound(c) || is_white_space(c)
}

/// The mark of the direction of a letter.
pub(crate) fn direction(c: char) -> Option<char> {
    let right_to_left = matches!(
        c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    );
    c.is_alphabetic().then_some(if right_to_left { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT })
}
