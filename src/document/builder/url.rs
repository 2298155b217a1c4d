//! URLs beside markers.
//!
//! A marker that touches a URL breaks the tap on it in some clients, so styles end before one and
//! begin behind one. URLs here are what nobody can mean otherwise: with `http://`, `https://` or
//! `www.`. A URL takes its whole word with it, up to white space.

use super::{Builder, Span, to_u32};
use crate::chars;

impl Builder {
    /// Where the markers go of styles that end here: before white space at the end of the text, and
    /// before a URL or an aside that ends it.
    pub(super) fn styles_end(&mut self) -> usize {
        let last = self.tape.last();
        let from = last.map_or(0, |op| op.end as usize);
        let shown = from + chars::trim_end(&self.text[from..]).len();
        let in_front = |at: usize| from + chars::trim_end(&self.text[from..at]).len();
        if let Some((start, end)) = self.aside {
            if end == shown && start >= from {
                return in_front(start);
            }
        }
        let word = from + last_word(&self.text[from..shown]);
        if ends_with_url(&self.text[word..shown]) {
            let end = in_front(word);
            // No style is left without text.
            if end > from || !last.is_some_and(|op| op.code.is_enter()) {
                self.dropped.push(Span { start: to_u32(word), end: to_u32(shown) });
                return end;
            }
        }
        shown
    }

    /// How much of `text` belongs to a URL that styles are not to begin with, but behind.
    pub(super) fn bare(&self, text: &str) -> usize {
        let goes_on = self.dropped.last().is_some_and(|span| span.end as usize == self.text.len());
        if goes_on || begins_with_url(text) {
            return text.find(chars::is_white_space).unwrap_or(text.len());
        }
        0
    }

    /// Notes that the next `len` bytes are part of a URL that lost its style.
    pub(super) fn drop_style(&mut self, len: usize) {
        let start = to_u32(self.text.len());
        let end = start + to_u32(len);
        match self.dropped.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => self.dropped.push(Span { start, end }),
        }
    }
}

/// Whether the first word has a URL. Only looks at that word.
fn begins_with_url(text: &str) -> bool {
    let end = text.bytes().position(|byte| byte <= b' ').unwrap_or(text.len());
    end > "www.".len() && has_url(&text.as_bytes()[..end])
}

/// Where the last word of a text begins that does not end with white space.
fn last_word(text: &str) -> usize {
    text.bytes().rposition(|byte| byte <= b' ').map_or(0, |space| space + 1)
}

/// Whether a word is a URL up to its end, where no punctuation stands.
fn ends_with_url(word: &str) -> bool {
    let bytes = word.as_bytes();
    let ends = match bytes.last() {
        Some(b'.' | b',' | b'!' | b'?' | b';' | b':' | b'"' | b'\'' | b'>' | b']' | b'}') => false,
        Some(b')') => bytes[1..].contains(&b'('),
        _ => true,
    };
    ends && has_url(bytes)
}

fn has_url(word: &[u8]) -> bool {
    let begins = |at: usize, what: &[u8]| {
        word.get(at..at + what.len()).is_some_and(|start| start.eq_ignore_ascii_case(what))
    };
    if word.len() <= "www.".len() {
        return false;
    }
    let first = word.iter().position(u8::is_ascii_alphanumeric).unwrap_or_default();
    begins(first, b"www.")
        || memchr::memchr_iter(b':', word).any(|colon| {
            begins(colon, b"://")
                && ((colon >= 4 && begins(colon - 4, b"http"))
                    || (colon >= 5 && begins(colon - 5, b"https")))
        })
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::super::{Builder, Line, Style};

    /// Builds a line: `**` and `*` begin and end bold and italic, `|` separates pieces of text.
    fn line(notation: &str) -> (String, Vec<String>) {
        let mut builder = Builder::default();
        builder.line(Line::Text);
        let mut open = [false; 2];
        let mut rest = notation;
        while !rest.is_empty() {
            let style = [("**", Style::Bold), ("*", Style::Italic)];
            if let Some((marker, style)) = style.iter().find(|(m, _)| rest.starts_with(m)) {
                let open = &mut open[*style as usize];
                *open = !*open;
                if *open {
                    builder.enter(*style)
                } else {
                    builder.leave_style(*style)
                }
                rest = &rest[marker.len()..];
            } else if let Some(behind) = rest.strip_prefix('|') {
                rest = behind;
            } else {
                let end = rest.find(['*', '|']).unwrap_or(rest.len());
                builder.text(&rest[..end]);
                rest = &rest[end..];
            }
        }
        let (document, _, dropped) = builder.finish();
        let dropped = dropped.iter().map(|span| document.slice(*span).to_owned()).collect();
        (document.source().to_owned(), dropped)
    }

    #[track_caller]
    fn check(notation: &str, text: &str, dropped: &[&str]) {
        let dropped: Vec<String> = dropped.iter().map(|&url| url.to_owned()).collect();
        assert_eq!(line(notation), (text.to_owned(), dropped));
    }

    #[test]
    fn styles_keep_off_urls() {
        check("**https://e.com**", "https://e.com", &["https://e.com"]);
        check("**see https://e.com** x", "*see* https://e.com x", &["https://e.com"]);
        check("**HTTP://e.com now**", "HTTP://e.com *now*", &["HTTP://e.com"]);
        check("**www.e.com and more**", "www.e.com *and more*", &["www.e.com"]);
        check("**a https://e.com b**", "*a https://e.com b*", &[]);
    }

    #[test]
    fn a_url_may_come_in_pieces() {
        check("**https://e.com/a|&|b c**", "https://e.com/a&b *c*", &["https://e.com/a&b"]);
        check("**a https://e.com/|&|b** c", "*a* https://e.com/&b c", &["https://e.com/&b"]);
        check("**https://e.com/*a b* c**", "https://e.com/a *_b_ c*", &["https://e.com/a"]);
    }

    #[test]
    fn only_styles_that_touch_a_url_give_way() {
        check("**a *https://e.com* b**", "*a https://e.com b*", &["https://e.com"]);
        check("**a *b https://e.com* c**", "*a _b_ https://e.com c*", &["https://e.com"]);
        check("**a *b https://e.com***", "*a _b_* https://e.com", &["https://e.com"]);
        check("**a *b* https://e.com**", "*a _b_* https://e.com", &["https://e.com"]);
    }

    #[test]
    fn punctuation_keeps_a_marker_away() {
        check("**see https://e.com.**", "*see https://e.com.*", &[]);
        check("**see (https://e.com)**", "*see (https://e.com)*", &[]);
        check("**see https://e.com/(a)**", "*see* https://e.com/(a)", &["https://e.com/(a)"]);
        check("**(https://e.com) b**", "(https://e.com) *b*", &["(https://e.com)"]);
    }

    #[test]
    fn what_is_no_url_is_left_alone() {
        for text in ["e.com", "a://b", "wwww.e", "ahttp:/e", "https:", "httpx://e", "www."] {
            check(&format!("**{text}**"), &format!("*{text}*"), &[]);
        }
    }
}
