//! Markers: by what stands beside them, for both clients at once.

use crate::chars;
use crate::document::Code;

use super::super::android::{class, is_emoji_end};
use super::super::lines::style;
use super::Glance;

/// The place of the backtick behind those of the styles.
const CODE: usize = 3;
/// How many kinds of pairs there are within a line, and the set of all.
const SLOTS: usize = 4;
const KINDS: u16 = (1 << SLOTS) - 1;

/// What stands beside a marker, as both clients see it: Web's classes and, behind them, Android's.
const BOUND: u8 = chars::BOUND;
const WS: u8 = chars::WS;
const LEADS: u8 = class::LEADS << 2;
const JAVA_WS: u8 = class::WS << 2;
const WORD: u8 = class::WORD << 2;
/// What an opener stands behind, and what neither stands behind an opener nor before a closer.
const OPENS: u8 = BOUND | LEADS;
const SPACE: u8 = WS | JAVA_WS;

impl Glance<'_> {
    /// A marker that both clients take for what the tape says: one end of a pair, or text.
    #[inline]
    pub(super) fn marker(&mut self, at: usize, marker: u8) -> Option<()> {
        let bytes = self.text.as_bytes();
        // Of two that stand together one may open or end nothing, and backticks are fences.
        let odd = bytes.get(at.wrapping_sub(1)) == Some(&marker)
            || marker == b'*' && is_emoji_end(bytes, at + 1);
        let op = self.ops.get(self.next)?;
        if odd {
            return None;
        }
        let (slot, enter, leave) = match marker {
            b'`' => (CODE, Code::EnterInlineCode, Code::LeaveInlineCode),
            _ => style(marker),
        };
        let kind = 1 << slot;
        let (before, behind) = (before(self.text, at), behind(self.text, at + 1));
        if op.start as usize != at {
            return self.is_text(kind, before, behind);
        }
        self.next += 1;
        let innermost = self.nested & KINDS;
        let fits = if op.code == enter {
            let may_enter = self.open & kind == 0 && innermost != 1 << CODE;
            self.nested = self.nested << SLOTS | kind;
            self.open |= kind;
            may_enter && before & OPENS == OPENS && behind & SPACE == 0
        } else {
            self.nested >>= SLOTS;
            self.open &= !kind;
            op.code == leave
                && innermost == kind
                && before & SPACE == 0
                && behind & (BOUND | WORD) == BOUND
        };
        (fits && op.end as usize == at + 1).then_some(())
    }

    /// Whether a marker with these neighbours is text on both clients.
    fn is_text(&self, kind: u16, before: u8, behind: u8) -> Option<()> {
        let (on_web, on_android) = if self.open & kind == 0 {
            (before & BOUND != 0 && behind & WS == 0, before & LEADS != 0 && behind & JAVA_WS == 0)
        } else {
            (before & WS == 0 && behind & BOUND != 0, before & JAVA_WS == 0 && behind & WORD == 0)
        };
        (!on_web && !on_android).then_some(())
    }
}

static BYTE_CLASS: [u8; 128] = byte_classes();

const fn byte_classes() -> [u8; 128] {
    let (mut table, android) = (chars::byte_classes(), class::byte_classes());
    let mut b = 0;
    while b < table.len() {
        table[b] |= android[b] << 2;
        b += 1;
    }
    table
}

/// The classes of the character that ends before the byte `at`.
#[inline(always)]
fn before(text: &str, at: usize) -> u8 {
    match text.as_bytes().get(at.wrapping_sub(1)) {
        Some(b) if b.is_ascii() => BYTE_CLASS[usize::from(*b)],
        _ => chars::before(text, at) | class::before(text, at) << 2,
    }
}

/// The classes of the character that begins at the byte `at`.
#[inline(always)]
fn behind(text: &str, at: usize) -> u8 {
    match text.as_bytes().get(at) {
        Some(b) if b.is_ascii() => BYTE_CLASS[usize::from(*b)],
        _ => chars::behind(text, at) | class::behind(text, at) << 2,
    }
}
