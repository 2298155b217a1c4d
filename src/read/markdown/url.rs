//! Bare URLs, in which delimiters are text.

use alloc::vec::Vec;
use core::ops::Range;

use memchr::memmem;

/// Where the bare URLs of a source are. They are looked for when one is asked for first, in linear
/// time.
#[derive(Debug, Default)]
pub(super) struct Urls {
    /// Each from the first byte of its host to the end of its word.
    ranges: Option<Vec<Range<usize>>>,
}

impl Urls {
    /// Whether a URL goes on at `at`: it begins before, and the word that it is in does not end
    /// before.
    #[inline]
    pub(super) fn go_on_at(&mut self, source: &[u8], at: usize) -> bool {
        let ranges = self.ranges.get_or_insert_with(|| find(source));
        !ranges.is_empty() && {
            let begun = ranges.partition_point(|range| range.start < at);
            ranges[..begun].last().is_some_and(|range| at <= range.end)
        }
    }
}

#[cold]
fn find(source: &[u8]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for colon in memmem::find_iter(source, b"://") {
        let host = colon + 3;
        // A URL in a URL is the same word.
        if ranges.last().is_some_and(|last| host < last.end) || !is_url(source, colon) {
            continue;
        }
        let ends = |byte: &u8| matches!(byte, 0..=b' ' | b')' | b'>' | b']' | b'`');
        let end = source[host..].iter().position(ends).map_or(source.len(), |length| host + length);
        ranges.push(host..end);
    }
    ranges
}

/// Whether the colon stands between a scheme of the web and a host.
fn is_url(source: &[u8], colon: usize) -> bool {
    let ends_with = |name: &[u8]| {
        let start = colon.checked_sub(name.len());
        start.is_some_and(|start| source[start..colon].eq_ignore_ascii_case(name))
    };
    let host = source.get(colon + 3);
    (ends_with(b"http") || ends_with(b"https"))
        && host.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let mut urls = Urls::default();
        let from = |at: &usize| urls.go_on_at(source.as_bytes(), *at);
        let within: Vec<usize> = (0..=source.len()).filter(from).collect();
        let mut rest = within.as_slice();
        for url in expected {
            let at = source.find(url).expect("it is there");
            let (these, behind) = rest.split_at(url.len());
            assert!(these.iter().copied().eq(at + 1..=at + url.len()), "{within:?}");
            rest = behind;
        }
        assert_eq!(rest, [0; 0]);
    }

    #[test]
    fn a_url_goes_on_behind_its_host_until_its_word_ends() {
        check("a https://e.com/a_b_ c", &["e.com/a_b_"]);
        check("(http://e.com)x <HTTPS://\u{E4}.com>x", &["e.com", "\u{E4}.com"]);
        check("xhttp://a`x` [http://b]x\nc", &["a", "b"]);
        check("http://a/http://b c", &["a/http://b"]);
    }

    #[test]
    fn what_has_another_scheme_or_no_host_is_none() {
        check("ftp://e.com/a http:/e.com http:// http://_e ://a", &[]);
        check("http://", &[]);
        check("", &[]);
    }

    #[test]
    fn however_long_it_is() {
        let url = "a_".repeat(10_000);
        check(&format!("http://{url} b"), &[&url]);
    }
}
