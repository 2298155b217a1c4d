//! Attributes of tags.

use alloc::borrow::Cow;

use html_escape::decode_html_entities;

/// The value of an attribute, decoded, if a tag has it.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<Cow<'t, str>> {
    let mut rest = tag;
    while let Some(equals) = rest.find('=') {
        let before = rest[..equals].trim_ascii_end();
        let (value, behind) = value(rest[equals + 1..].trim_ascii_start());
        let found = before
            .rsplit([' ', '\t', '\n', '/', '<', '"', '\''])
            .next()
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if found {
            return Some(decode_html_entities(value.trim()));
        }
        rest = behind;
    }
    None
}

/// A value and what is behind it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(text) = text.strip_prefix(quote) {
            return text.split_once(quote).unwrap_or((text, ""));
        }
    }
    let end = text.find([' ', '\t', '\n', '>']).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn values_in_quotes_and_without() {
        let tag = "<a title='x href=\"n\"' HREF = \"https://ex.com/?a&amp;b\" id=7>";
        assert_eq!(attribute(tag, "href").as_deref(), Some("https://ex.com/?a&b"));
        assert_eq!(attribute(tag, "title").as_deref(), Some("x href=\"n\""));
        assert_eq!(attribute(tag, "id").as_deref(), Some("7"));
        assert_eq!(attribute(tag, "x"), None);
    }
}
