//! Links and images: which URLs can be opened from a chat, and how they are shown.
//!
//! * `http`, `https`, `mailto`, `tel`, `sms`, `geo`, any other `name://` whose name is letters and
//!   digits (apps have such), and `www.` without a scheme.
//! * Never `javascript`, `data`, `vbscript`, `file` or what else runs or reads something. What
//!   disguises a scheme is no scheme at all, and so not shown either.
//! * Nothing relative, and no fragments: they lead nowhere from a chat.
//!
//! Of `mailto:` and `tel:` the address alone is shown, as a chat makes it a link by itself.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write as _;
use core::ops::Range;

use crate::chars;
use crate::document::{Builder, Mark};
use crate::parse;

/// How links are written.
///
/// # Examples
///
/// ```
/// use wamark::{Document, Links, MarkdownOptions};
///
/// let write = |links| {
///     let options = MarkdownOptions::default().links(links);
///     let reading = Document::from_markdown("See [our docs](https://e.com/a).", &options);
///     reading.document().source().to_owned()
/// };
/// assert_eq!(write(Links::TextUrl), "See our docs (https://e.com/a).");
/// assert_eq!(write(Links::Url), "See https://e.com/a.");
/// assert_eq!(write(Links::Text), "See our docs.");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Links {
    /// The label and the URL: `docs (https://ex.com)`. The URL alone where the label says the same,
    /// or nothing.
    #[default]
    TextUrl,
    /// The URL alone.
    Url,
    /// The label alone; the URL where there is none.
    Text,
}

/// What a link came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The URL stands alone and says as much as the label did, or there was none.
    Url,
    /// Label and URL.
    Both,
    /// One of the two is gone.
    One,
    /// Nothing was there to show.
    Nothing,
}

/// Ends a link whose label was added since `mark`, by what is shown of its URL. What is gone or
/// only moved is for the caller to report. `source` is where all of the link stands.
pub(crate) fn end(
    builder: &mut Builder,
    mark: Mark,
    url: Option<&str>,
    links: Links,
    source: Range<usize>,
) -> Shown {
    let label = has_label(builder, mark);
    // White space may have been put in to keep it off what stands before.
    let text = chars::trim_start(builder.one_text(mark).unwrap_or_default());
    let Some(url) = url else { return if label { Shown::One } else { Shown::Nothing } };
    let same = says(text, url) || url.contains('%') && says_without_codes(text, url);
    if same && links_itself(text, url) {
        let shown = text.len();
        builder.end_link(url, shown, false);
        return Shown::Url;
    }
    if same && text == url {
        builder.end_link(url, url.len(), false);
        return Shown::Url;
    }
    if label && !same && links == Links::Text {
        return Shown::One;
    }
    // A label that cannot be taken back stays.
    let both = label && (!same && links == Links::TextUrl || !builder.rewind(mark));
    if !label {
        builder.rewind(mark);
    }
    if both {
        let space = if builder.ends_with_gap() { "" } else { " " };
        builder.at_source(source.start);
        builder.aside(&[space, "(", url, ")"]);
        builder.end_link(url, url.len(), true);
        builder.at_source(source.end);
        return Shown::Both;
    }
    builder.text_of(url, source);
    builder.end_link(url, url.len(), false);
    if label && !same { Shown::One } else { Shown::Url }
}

/// Whether something is seen of the label since `mark`: bots hide links behind what is not, for
/// their previews.
fn has_label(builder: &Builder, mark: Mark) -> bool {
    /// Nobody hides a link behind more bytes, and labels within labels would all be looked at.
    const LONG: usize = 64;
    let here = builder.mark();
    let seen = |c: char| !chars::is_white_space(c) && !is_ignorable(c);
    if here.bytes_behind(mark) <= LONG {
        builder.gaps(mark, here).any(|text| text.contains(seen))
    } else {
        !builder.one_text(mark).is_some_and(|text| chars::trim_end(text).is_empty())
    }
}

/// Unicode's `Default_Ignorable_Code_Point`.
fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether chats make of a label by itself the link that it is: of a host, or of an address.
fn links_itself(label: &str, url: &str) -> bool {
    let all = parse::links(label).first().is_some_and(|link| *link == (0..label.len()));
    all && (strip(url, "http://").is_none() || strip(label, "http://").is_some())
}

/// Whether a label says what a URL does.
pub(crate) fn says(label: &str, url: &str) -> bool {
    bare(label).eq_ignore_ascii_case(bare(url))
}

/// Whether a label says what a URL does that is shown with codes: the label has the characters
/// themselves.
fn says_without_codes(label: &str, url: &str) -> bool {
    let mut rest = bare(url);
    let mut utf8 = [0; 4];
    let all = bare(label).chars().all(|c| {
        let bytes: &str = c.encode_utf8(&mut utf8);
        let is_code = needs_code(c) || matches!(c, '(' | ')');
        if let Some(behind) = strip(rest, bytes) {
            rest = behind;
        } else if let Some(behind) = strip_code(rest, bytes).filter(|_| is_code) {
            rest = behind;
        } else {
            return false;
        }
        true
    });
    all && rest.is_empty()
}

/// What stands behind the codes of a character, if `text` begins with them.
fn strip_code<'t>(text: &'t str, character: &str) -> Option<&'t str> {
    character.bytes().try_fold(text, |text, byte| {
        let code = text.strip_prefix('%')?.get(..2)?;
        (u8::from_str_radix(code, 16) == Ok(byte)).then(|| &text[3..])
    })
}

/// A URL without what labels leave out.
fn bare(url: &str) -> &str {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let bare = schemes.iter().find_map(|scheme| strip(url, scheme)).unwrap_or(url);
    bare.strip_suffix('/').unwrap_or(bare)
}

/// What stands behind `start`, in any case, if `text` begins with it.
fn strip<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let begins = text.get(..start.len())?.eq_ignore_ascii_case(start);
    begins.then(|| &text[start.len()..])
}

/// A URL as it is shown, if it can be opened from a chat.
pub(crate) fn shown(url: &str) -> Option<Cow<'_, str>> {
    let web = strip(url, "https://").or_else(|| strip(url, "http://"));
    if web.or_else(|| strip(url, "www.")).is_some_and(|rest| !rest.is_empty()) {
        return Some(whole(url));
    }
    let (scheme, rest) = url.split_once(':')?;
    let is_name = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is = |names: &[&str]| names.iter().any(|name| scheme.eq_ignore_ascii_case(name));
    if !is_name || rest.trim_matches('/').is_empty() {
        return None;
    }
    if is(&["mailto", "tel"]) {
        // Whoever wants more than an address gets all of it.
        let address = !rest.contains(['?', '%', ';']);
        return Some(whole(if address { rest } else { url }));
    }
    let refused = ["javascript", "vbscript", "data", "file", "blob", "filesystem", "about", "jar"];
    let app = rest.starts_with("//") && !is(&refused);
    (app || is(&["sms", "geo"])).then(|| whole(url))
}

/// A URL as one that a chat takes for one: without white space or control characters, and with
/// parentheses in pairs, as it may stand in parentheses.
fn whole(url: &str) -> Cow<'_, str> {
    if url.bytes().all(|byte| matches!(byte, b'!'..=b'\'' | b'*'..=b'~')) {
        return Cow::Borrowed(url);
    }
    let mut open = 0_u32;
    let mut paired = true;
    let mut clean = true;
    for c in url.chars() {
        match c {
            '(' => open += 1,
            ')' if open == 0 => paired = false,
            ')' => open -= 1,
            c => clean &= !needs_code(c),
        }
    }
    paired &= open == 0;
    if clean && paired {
        return Cow::Borrowed(url);
    }
    let mut out = String::with_capacity(url.len() + 8);
    for c in url.chars() {
        if needs_code(c) || (!paired && matches!(c, '(' | ')')) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn needs_code(c: char) -> bool {
    c.is_control() || chars::is_white_space(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(shown(url).as_deref(), expected);
    }

    #[test]
    fn urls_that_can_be_opened_are_shown() {
        for url in ["https://e.com", "HTTP://e.com/a?b#c", "www.e.com", "slack://channel?id=1"] {
            check(url, Some(url));
        }
        check("mailto:a@b.c", Some("a@b.c"));
        check("mailto:a@b.c?subject=x", Some("mailto:a@b.c?subject=x"));
        check("tel:+49-30-1", Some("+49-30-1"));
        check("sms:+49301", Some("sms:+49301"));
    }

    #[test]
    fn others_are_not() {
        for url in [
            "",
            "#x",
            "/x",
            "x",
            "x/y",
            "../x",
            "//e.com/x",
            "?q",
            "https://",
            "http:e.com",
            "javascript:alert(1)",
            "JavaScript://e.com/%0aalert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://e.com/x",
            "about:blank",
            "foo:bar",
            "c:\\x",
            "view-source://e.com",
            "1a://b",
            "mailto:",
            "www.",
        ] {
            check(url, None);
        }
    }

    #[test]
    fn a_url_is_one_word_and_its_parentheses_are_paired() {
        check("https://e.com/a b\u{3000}c", Some("https://e.com/a%20b%E3%80%80c"));
        check("https://e.com/a_(b)", Some("https://e.com/a_(b)"));
        check("https://e.com/a(b", Some("https://e.com/a%28b"));
        check("https://e.com/)(", Some("https://e.com/%29%28"));
    }

    #[test]
    fn labels_may_leave_out_what_goes_without_saying() {
        for label in ["https://E.com/a/", "e.com/a", "http://e.com/a", "e.com/a/"] {
            assert!(says(label, "https://e.com/a"), "{label}");
        }
        assert!(says("mailto:a@b.c", "a@b.c"));
        assert!(!says("e.com", "https://e.com/a"));
        assert!(!says("", "https://e.com/a"));
    }
}
