//! Finds the bytes that can mean something, 64 at a time.
//!
//! One bit mask for the bytes at which the parser stops: line feed, the markers, and what HTML must
//! escape. It is kept between calls, so nothing is looked at twice, and the loop over a block is
//! plain enough for the compiler to vectorise.

/// The bytes of a block: as many as a word has bits.
const BLOCK: usize = 64;
/// The bytes of a row: as many as a vector register holds everywhere.
const ROW: usize = 16;

/// Walks over the stop bytes of a text; without `ESCAPES` it passes over what HTML must escape.
#[derive(Debug)]
pub(crate) struct Scanner<'t, const ESCAPES: bool = true> {
    bytes: &'t [u8],
    /// Offset of the loaded block.
    block: usize,
    /// Stops of the block that were not handed out yet.
    stops: u64,
    /// `~` alone, or `~` and `|` by ignoring the bit in which they differ.
    tilde_mask: u8,
}

impl<'t, const ESCAPES: bool> Scanner<'t, ESCAPES> {
    /// A scanner at the start of `bytes`; `pipes` makes `|` a stop, too.
    pub(crate) fn new(bytes: &'t [u8], pipes: bool) -> Self {
        let tilde_mask = if pipes { 0xFD } else { 0xFF };
        let mut scanner = Self { bytes, block: 0, stops: 0, tilde_mask };
        scanner.load(0);
        scanner
    }

    /// The next stop: its offset and its byte.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<(usize, u8)> {
        if self.stops == 0 && !self.find_block() {
            return None;
        }
        let at = self.block + self.stops.trailing_zeros() as usize;
        self.stops &= self.stops - 1;
        Some((at, self.bytes[at]))
    }

    /// Loads the next block with a stop in it.
    #[inline(never)]
    fn find_block(&mut self) -> bool {
        while self.block + BLOCK < self.bytes.len() {
            self.load(self.block + BLOCK);
            if self.stops != 0 {
                return true;
            }
        }
        false
    }

    /// Goes on at `to`, which is behind the last stop.
    #[inline]
    pub(super) fn skip_to(&mut self, to: usize) {
        if to < self.block + BLOCK {
            self.stops &= u64::MAX << (to - self.block);
        } else {
            self.go_to(to);
        }
    }

    /// Goes on at `to`, anywhere in the text.
    pub(super) fn go_to(&mut self, to: usize) {
        self.load(to - to % BLOCK);
        self.stops &= u64::MAX << (to - self.block);
    }

    /// Loads the block at `at`, which is not behind the end of the text.
    fn load(&mut self, at: usize) {
        self.block = at;
        let rest = &self.bytes[at..];
        self.stops = if let Some(block) = rest.first_chunk::<BLOCK>() {
            stops::<ESCAPES>(block, self.tilde_mask)
        } else if let Some(last) = self.bytes.last_chunk::<BLOCK>() {
            // Once more some bytes of the block before: a copy of the rest would cost more.
            #[allow(clippy::cast_possible_truncation, reason = "at most 64")]
            let again = (BLOCK - rest.len()) as u32;
            stops::<ESCAPES>(last, self.tilde_mask).checked_shr(again).unwrap_or(0)
        } else {
            let mut block = [b' '; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            stops::<ESCAPES>(&block, self.tilde_mask)
        };
    }
}

/// The stop bits of a block.
///
/// Each comparison runs over 16 bytes at once: what the compiler makes of the loop is vector code
/// for the whole of it, as byte `i` of each row goes into byte `i` of the result.
#[inline(never)]
fn stops<const ESCAPES: bool>(block: &[u8; BLOCK], tilde_mask: u8) -> u64 {
    let mut stops = [0; ROW];
    for i in 0..ROW {
        for row in 0..BLOCK / ROW {
            let b = block[row * ROW + i];
            // Line feed and `*`; `_` and the backtick; `~` (and `|`); `<` and `>`; `&`.
            let stop = (b & 0xDF == 0x0A)
                | (b.wrapping_sub(b'_') < 2)
                | (b & tilde_mask == b'~' & tilde_mask)
                | (ESCAPES & (b & 0xFD == b'<'))
                | (ESCAPES & (b == b'&'));
            stops[i] |= if stop { 1 << (2 * row) } else { 0 };
        }
    }
    in_order(stops)
}

/// The flags of 64 bytes as the bits of a word, in order.
///
/// Bit 2r of byte i is the flag of byte 16r + i. With the second half of the flags put between
/// them, bit r of byte i is that of byte 8r + i, which is one transposition away.
#[inline]
fn in_order(flags: [u8; ROW]) -> u64 {
    let flags = u128::from_le_bytes(flags);
    #[allow(clippy::cast_possible_truncation, reason = "the halves")]
    let word = flags as u64 | ((flags >> 64) as u64) << 1;
    if word == 0 { 0 } else { transpose(word) }
}

/// The eight by eight bits of a word with rows and columns exchanged: quarters first.
#[inline]
fn transpose(mut word: u64) -> u64 {
    for (shift, mask) in
        [(28, 0x0000_0000_F0F0_F0F0), (14, 0x0000_CCCC_0000_CCCC), (7, 0x00AA_00AA_00AA_00AA)]
    {
        let swap = (word ^ (word >> shift)) & mask;
        word ^= swap ^ (swap << shift);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{vec, vec::Vec};
    use proptest::prelude::*;

    fn stops(bytes: &[u8], pipes: bool) -> Vec<(usize, u8)> {
        let mut scanner = Scanner::<true>::new(bytes, pipes);
        core::iter::from_fn(|| scanner.next()).collect()
    }

    fn expected(bytes: &[u8], pipes: bool) -> Vec<(usize, u8)> {
        let set: &[u8] = if pipes { b"*_~`\n<>&|" } else { b"*_~`\n<>&" };
        bytes.iter().copied().enumerate().filter(|(_, b)| set.contains(b)).collect()
    }

    #[test]
    fn an_empty_text_has_no_stop() {
        assert_eq!(stops(b"", false), vec![]);
    }

    #[test]
    fn what_html_escapes_can_be_passed_over() {
        let bytes = b"<*a&_>\n`~".repeat(20);
        let mut scanner = Scanner::<false>::new(&bytes, false);
        let found: Vec<_> = core::iter::from_fn(|| scanner.next()).collect();
        let mut others = expected(&bytes, false);
        others.retain(|(_, byte)| !b"<>&".contains(byte));
        assert_eq!(found, others);
    }

    #[test]
    fn each_byte_is_a_stop_or_none_in_each_place() {
        for pipes in [false, true] {
            for byte in 0..=u8::MAX {
                for length in [1, 63, 64, 65, 127, 128, 129] {
                    let bytes = vec![byte; length];
                    assert_eq!(stops(&bytes, pipes), expected(&bytes, pipes), "{byte}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn finds_each_stop(text in "[a*_~`|\n<>&é]{0,300}", pipes: bool) {
            let bytes = text.as_bytes();
            prop_assert_eq!(stops(bytes, pipes), expected(bytes, pipes));
        }

        #[test]
        fn goes_forward_and_back(text in "[a*\n]{1,300}", from in 0..300_usize, to in 0..300_usize) {
            let bytes = text.as_bytes();
            let mut scanner = Scanner::<true>::new(bytes, false);
            let passed = core::iter::from_fn(|| scanner.next()).map(|stop| stop.0).find(|at| *at >= from);
            let to = to.min(bytes.len());
            if passed.is_some_and(|at| at < to) {
                scanner.skip_to(to);
            } else {
                scanner.go_to(to);
            }
            let next = expected(bytes, false).into_iter().find(|(at, _)| *at >= to);
            prop_assert_eq!(scanner.next(), next);
        }
    }
}
