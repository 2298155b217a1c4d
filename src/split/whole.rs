//! What is not to be cut: links and addresses, mentions, placeholders.

use alloc::vec::Vec;
use core::ops::Range;

use crate::parse;
use crate::write::whole;

/// Ranges of the source in order, none within another. None has white space in it.
pub(super) struct Wholes(Vec<Range<usize>>);

impl Wholes {
    pub(super) fn of(source: &str) -> Self {
        let mut all = Vec::new();
        let mut start = 0;
        for line in source.split('\n') {
            of_line(line, start, &mut all);
            start += line.len() + 1;
        }
        Self(all)
    }

    /// The first one that ends behind `at`.
    pub(super) fn index_at(&self, at: usize) -> usize {
        self.0.partition_point(|whole| whole.end <= at)
    }

    pub(super) fn get(&self, index: usize) -> Option<&Range<usize>> {
        self.0.get(index)
    }
}

fn of_line(line: &str, start: usize, all: &mut Vec<Range<usize>>) {
    let has = |byte| memchr::memchr(byte, line.as_bytes()).is_some();
    let (at_sign, dot, colon, brace) = (has(b'@'), has(b'.'), has(b':'), has(b'{'));
    if !(at_sign || dot || colon || brace) {
        return;
    }
    let first = all.len();
    if at_sign || dot || colon {
        all.extend(parse::links(line));
    }
    if colon || dot || brace {
        all.extend(whole(line));
    }
    if at_sign {
        mentions(line, all);
    }
    let found = &mut all[first..];
    for range in &mut *found {
        *range = range.start + start..range.end + start;
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    // Those that overlap are one.
    let mut kept = first;
    for index in first..all.len() {
        let range = all[index].clone();
        if kept > first && range.start < all[kept - 1].end {
            all[kept - 1].end = all[kept - 1].end.max(range.end);
        } else {
            all[kept] = range;
            kept += 1;
        }
    }
    all.truncate(kept);
}

/// `@` and digits.
fn mentions(line: &str, all: &mut Vec<Range<usize>>) {
    for at in memchr::memchr_iter(b'@', line.as_bytes()) {
        let digits = line.as_bytes()[at + 1..].iter().take_while(|byte| byte.is_ascii_digit());
        let end = at + 1 + digits.count();
        if end > at + 1 {
            all.push(at..end);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::Wholes;

    #[test]
    fn finds_what_must_stay_whole() {
        let text =
            "see https://e.com/a_b, a@b.co\n{{name}} {{1}}: @15551234567 http://intranet/x e.com";
        let found: Vec<&str> =
            Wholes::of(text).0.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(
            found,
            [
                "https://e.com/a_b",
                "a@b.co",
                "{{name}}",
                "{{1}}",
                "@15551234567",
                "http://intranet/x",
                "e.com"
            ]
        );
    }
}
