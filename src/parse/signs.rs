//! Where links can be at all: a search so cheap that it runs before each search for links.

use core::ops::Range;

/// Knows where the next sign of a link is: a dot that a top-level domain may follow, or `://`. Where
/// mentions are wanted, too, `@` is one.
///
/// The sign is kept from line to line, so that a text is searched once, and lines without one cost
/// a comparison.
#[derive(Debug)]
pub(super) struct Signs {
    mentions: bool,
    /// Where the block begins that has the first sign behind what was searched.
    next: Option<usize>,
}

impl Signs {
    pub(super) fn new(mentions: bool) -> Self {
        Self { mentions, next: None }
    }

    /// Whether there may be a sign in the line: there is one in it or soon behind. To be asked from
    /// line to line.
    #[inline]
    pub(super) fn are_in(&mut self, text: &str, line: &Range<usize>) -> bool {
        match self.next {
            Some(next) if next >= line.start => next < line.end,
            _ => self.search(text, line.start) < line.end,
        }
    }

    #[inline(never)]
    fn search(&mut self, text: &str, from: usize) -> usize {
        let found = if self.mentions {
            search::<true>(text.as_bytes(), from)
        } else {
            search::<false>(text.as_bytes(), from)
        };
        *self.next.insert(found.unwrap_or(usize::MAX))
    }
}

/// The first block from `from` on that has a sign in it.
fn search<const MENTIONS: bool>(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(block) = bytes[at..].first_chunk() {
        if has_sign::<MENTIONS>(block) {
            return Some(at);
        }
        // The last byte may begin a sign.
        at += BLOCK - 1;
    }
    let mut block = [b' '; BLOCK];
    block[..bytes.len() - at].copy_from_slice(&bytes[at..]);
    has_sign::<MENTIONS>(&block).then_some(at)
}

/// Whether a link may have these two bytes in it, as each has two such.
#[inline(always)]
pub(super) fn is_sign(b: u8, next: u8) -> bool {
    // Letters of any script, and a few other characters that come so rarely that one comparison for
    // all is worth it.
    let letter = |b: u8| b > b'@';
    (b == b'.') & letter(next) | (b == b':') & (next == b'/')
}

/// The bytes that are searched for signs at a time.
const BLOCK: usize = 33;

/// Whether there is a sign in the block; vector code, as it does not stop at one.
#[inline]
fn has_sign<const MENTIONS: bool>(block: &[u8; BLOCK]) -> bool {
    const ROW: usize = 16;
    let is_sign = |b: u8, next: u8| is_sign(b, next) | MENTIONS & (b == b'@');
    let mut signs = [0; ROW];
    for i in 0..ROW {
        let j = i + ROW;
        let any = is_sign(block[i], block[i + 1]) | is_sign(block[j], block[j + 1]);
        signs[i] = u8::from(any);
    }
    u128::from_ne_bytes(signs) != 0
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    /// What is no sign costs time and changes nothing, so no other test would miss it.
    #[test]
    fn pairs_of_bytes() {
        for b in 0..=u8::MAX {
            for next in 0..=u8::MAX {
                let expected = match b {
                    b'.' => next > b'@',
                    b':' => next == b'/',
                    _ => false,
                };
                assert_eq!(is_sign(b, next), expected, "{b} {next}");
            }
        }
    }

    #[test]
    fn in_each_place_of_a_block() {
        for place in 0..BLOCK {
            let mut block = [b'a'; BLOCK];
            block[place] = b'@';
            // The last byte is the first of the next block.
            assert_eq!(has_sign::<true>(&block), place < BLOCK - 1, "{place}");
            assert!(!has_sign::<false>(&block), "{place}");
            block[place] = b'.';
            assert_eq!(has_sign::<false>(&block), place < BLOCK - 1, "{place}");
        }
    }

    #[test]
    fn in_each_place_of_a_text() {
        for before in 0..200 {
            let text = "1".repeat(before) + ".a" + &"1".repeat(100);
            let found = search::<false>(text.as_bytes(), 0).expect("a sign");
            assert!((found..found + BLOCK - 1).contains(&before), "{before}: {found}");
            assert_eq!(search::<false>(text.as_bytes(), before + 1), None, "{before}");
        }
    }

    #[test]
    fn lines_without_one_are_passed_over() {
        let text = "at 10:30, a/b\n".repeat(40) + "www.a.com\n" + &"No. 1: a/b.\n".repeat(40);
        let mut signs = Signs::new(false);
        let mut start = 0;
        let lines = text.lines().map(|line| {
            let range = start..start + line.len();
            start = range.end + 1;
            (line.contains("www"), signs.are_in(&text, &range))
        });
        // A sign soon behind a line may be taken for one in it.
        let asked: Vec<_> = lines.collect();
        assert!(asked.iter().all(|(has, are_in)| *are_in || !has));
        assert!(asked.iter().filter(|(_, are_in)| *are_in).count() <= 4, "{asked:?}");
    }
}
