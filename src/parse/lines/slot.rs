//! Slots: where an opener waits for its closer.

use crate::document::Code;

/// A slot without an opener; one with holds the place of its operation plus one.
pub(in crate::parse) const EMPTY: u32 = 0;

/// The slot of a marker and the operations that enter and leave its style.
#[inline]
pub(in crate::parse) fn style(marker: u8) -> (usize, Code, Code) {
    match marker {
        b'*' => (0, Code::EnterBold, Code::LeaveBold),
        b'_' => (1, Code::EnterItalic, Code::LeaveItalic),
        _ => (2, Code::EnterStrikethrough, Code::LeaveStrikethrough),
    }
}
