//! URLs beside markers.
//!
//! A marker that touches a URL breaks the tap on it in some clients, so styles end before one and
//! begin behind one. URLs here are what nobody can mean otherwise: with `http://`, `https://` or
//! `www.`. A URL takes its whole word with it, up to white space.

use alloc::string::String;

use memchr::{memchr_iter, memchr3};

use super::{Builder, Span, to_u32};
use crate::chars;
use crate::parse;

impl Builder {
    /// Where the markers go of styles that end here: before white space at the end of the text, and
    /// before a URL or an aside that ends it.
    pub(super) fn styles_end(&mut self) -> usize {
        let last = self.tape.last();
        let from = last.map_or(0, |op| op.end as usize);
        let shown = match self.text.as_bytes().last() {
            // As most text ends.
            Some(b'!'..=b'~') => self.text.len(),
            _ => from + chars::trim_end(&self.text[from..]).len(),
        };
        let in_front = |at: usize| from + chars::trim_end(&self.text[from..at]).len();
        if let Some((start, end)) = self.aside
            && end == shown
            && start >= from
        {
            return in_front(start);
        }
        // An aside is no part of the word behind it.
        let behind = self.aside.map_or(from, |(_, end)| from.max(end));
        let before = self.text.as_bytes().get(..shown).filter(|_| behind <= shown);
        if let Some(word) = before.and_then(|text| last_url(text, behind)) {
            let end = in_front(word);
            // No style is left without text.
            if end > from || !last.is_some_and(|op| op.code.is_enter()) {
                self.dropped.push(Span { start: to_u32(word), end: to_u32(shown) });
                return end;
            }
        }
        shown
    }

    /// Says that the text ends with a link, `url` or that in parentheses; of a label that links
    /// itself it ends with the label, so many bytes of it.
    pub(crate) fn end_link(&mut self, url: &str, shown: usize, in_parentheses: bool) {
        let colon = memchr_iter(b':', url.as_bytes()).find(|at| url[*at..].starts_with("://"));
        let (scheme, rest) = colon.map_or(("", url), |at| (&url[..at], &url[at + 3..]));
        let is_link = match scheme {
            "" => {
                url.contains('@')
                    || url.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
            }
            _ => scheme.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http")),
        } && rest.starts_with(char::is_alphanumeric);
        // A host ends by itself, the rest of a URL with white space (R83).
        if is_link && (!in_parentheses || has_tail(rest)) {
            self.link_end = self.text.len();
            let end = self.link_end - usize::from(in_parentheses);
            self.link = end.saturating_sub(shown)..end;
        }
    }

    /// Puts a space between a link and `text`, where chats would read a part of that as a part of
    /// the URL.
    #[cold]
    pub(super) fn keep_off_link(&mut self, text: &str) {
        let end = core::mem::take(&mut self.link_end);
        let word = text.find(chars::is_white_space).map_or(text, |end| &text[..end]);
        let Some(known) = self.text.get(self.link.start..).filter(|_| end > 0) else { return };
        if word.is_empty() {
            return;
        }
        let mut glued = String::with_capacity(known.len() + word.len() + 1);
        glued.push_str(known);
        // The marker of a style that begins here.
        let style = self.open.get(self.written).filter(|_| self.written < self.depth);
        glued.extend(style.copied().flatten().map(|style| style.written().2));
        glued.push_str(word);
        let Some((url, behind)) = glued.split_at_checked(self.link.len()) else { return };
        let is_link = |text: &str| parse::links(text).first() == Some(&(0..url.len()));
        // Some hosts are none that all chats link.
        let stays = if is_link(url) { is_link(&glued) } else { stays_apart(url, behind) };
        if !stays {
            self.text.push(' ');
        }
    }

    /// How much of `text` belongs to a URL that styles are not to begin with, but behind.
    pub(super) fn bare(&self, text: &str) -> usize {
        if self.open_url().is_some() || begins_url(text.as_bytes(), 0) {
            return text.find(chars::is_white_space).unwrap_or(text.len());
        }
        0
    }

    /// Notes that the next `len` bytes are part of a URL that lost its style.
    pub(super) fn drop_style(&mut self, len: usize) {
        let start = to_u32(self.text.len());
        let end = start + to_u32(len);
        match self.open_url() {
            Some(url) => self.dropped[url].end = end,
            None => self.dropped.push(Span { start, end }),
        }
    }

    /// The URL without style that ends the text, if what follows may belong to it.
    fn open_url(&self) -> Option<usize> {
        let last = self.dropped.len().checked_sub(1)?;
        let goes_on = self.dropped[last].end as usize == self.text.len();
        (goes_on && last >= self.sealed).then_some(last)
    }
}

/// Whether a URL has more than a host.
fn has_tail(url: &str) -> bool {
    memchr3(b'/', b'?', b'#', url.as_bytes()).is_some()
}

/// Whether what follows a URL is none of its own: not what R83 leaves out, up to white space, and
/// behind a host anything that can be in none.
fn stays_apart(url: &str, behind: &str) -> bool {
    const LEFT_OUT: &[char] = &[
        '_', '@', '!', '.', '?', ',', ':', '(', '[', '{', '<', '«', '‘', '“', ')', ']', '}', '>',
        '»', '’', '”',
    ];
    let goes_on = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '/' | '?' | '#' | ':') || !chars::is_bound(c)
    };
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    behind.trim_start_matches(LEFT_OUT).is_empty()
        || !has_tail(host) && !behind.starts_with(goes_on)
}

/// Where the last word from `from` on begins of a text that does not end with white space, if the
/// word is a URL up to its end: no punctuation stands there.
#[inline]
fn last_url(text: &[u8], from: usize) -> Option<usize> {
    if may_end_with_url(text, from) { last_word_as_url(text, from) } else { None }
}

/// Whether the last word is long, or may have a sign that each URL has: told without a branch for
/// each byte, as words have all lengths.
#[inline]
fn may_end_with_url(text: &[u8], from: usize) -> bool {
    const NEAR: u8 = 16;
    let Some(near) = text.last_chunk::<{ NEAR as usize }>() else { return true };
    let before = u8::try_from(text.len() - from).map_or(0, |len| NEAR.saturating_sub(len));
    let (mut sign, mut space) = (false, before > 0);
    for (place, &byte) in (0..NEAR).zip(near) {
        sign |= (place >= before) & ((byte == b'.') | (byte == b'/'));
        space |= byte <= b' ';
    }
    sign | !space
}

#[inline(never)]
fn last_word_as_url(text: &[u8], from: usize) -> Option<usize> {
    let space = text[from..].iter().rposition(|byte| *byte <= b' ');
    let start = from + space.map_or(0, |space| space + 1);
    ends_with_url(&text[start..]).then_some(start)
}

fn ends_with_url(word: &[u8]) -> bool {
    let ends = match word.last() {
        Some(b'.' | b',' | b'!' | b'?' | b';' | b':' | b'"' | b'\'' | b'>' | b']' | b'}') => false,
        Some(b')') => word[1..].contains(&b'('),
        _ => true,
    };
    ends && has_url(word)
}

fn has_url(word: &[u8]) -> bool {
    // `www.` may be a part of anything, but behind punctuation.
    let first = word.iter().position(u8::is_ascii_alphanumeric).unwrap_or_default();
    begins_url(word, first)
        || memchr_iter(b':', word).any(|colon| {
            let scheme = |name: &str| {
                let start = colon.checked_sub(name.len());
                start.is_some_and(|start| begins_url(word, start))
            };
            scheme("http") || scheme("https")
        })
}

/// Whether a host begins here, be it one that only an intranet knows.
fn begins_host(text: &[u8]) -> bool {
    match text.first() {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => {
            // As long as the longest character.
            let start = text[..text.len().min(4)].utf8_chunks().next().map(|chunk| chunk.valid());
            start.and_then(|text| text.chars().next()).is_some_and(|c| !chars::is_bound(c))
        }
    }
}

/// Whether a URL begins at `at`.
#[inline]
fn begins_url(text: &[u8], at: usize) -> bool {
    let begins = |what: &[u8]| {
        let start = text.get(at..at + what.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(what))
            && begins_host(&text[at + what.len()..])
    };
    match text.get(at) {
        Some(b'h' | b'H') => begins(b"https://") || begins(b"http://"),
        Some(b'w' | b'W') => begins(b"www."),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::super::{Builder, Line, Style};

    /// Builds a line: `**` and `*` begin and end bold and italic, `|` separates pieces of text, `^`
    /// stands around a URL that is an aside.
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
                    builder.enter(*style);
                } else {
                    builder.leave_style(*style);
                }
                rest = &rest[marker.len()..];
            } else if let Some(behind) = rest.strip_prefix('|') {
                rest = behind;
            } else if let Some((url, behind)) =
                rest.strip_prefix('^').and_then(|rest| rest.split_once('^'))
            {
                builder.aside(&[" (", url, ")"]);
                rest = behind;
            } else {
                let end = rest.find(['*', '|', '^']).unwrap_or(rest.len());
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
        check("**(https://e.com) b**", "*(https://e.com) b*", &[]);
        check("**a^https://e.com^b**", "*a (https://e.com)b*", &[]);
        check("**a^https://e.com^ www.e.com**", "*a (https://e.com)* www.e.com", &["www.e.com"]);
    }

    #[test]
    fn what_is_no_url_is_left_alone() {
        for text in ["e.com", "a://b", "wwww.e", "ahttp:/e", "https://", "httpx://e", "www."] {
            check(&format!("**{text}**"), &format!("*{text}*"), &[]);
        }
    }
}
