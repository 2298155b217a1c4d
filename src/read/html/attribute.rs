//! The attributes of a tag.

use memchr::memchr;

/// What HTML takes for white space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0C' | b'\r')
}

/// An attribute: its name as written, and its value with its entities as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a str,
}

/// The attributes of a start tag. Of several with one name only the first counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes<'a> {
    /// From behind the element's name to behind `>`.
    pub(super) text: &'a str,
}

impl<'a> Attributes<'a> {
    /// Those of the start tag that `html` begins with.
    pub(super) fn of(html: &'a str) -> Self {
        let length = html.bytes().position(|b| is_space(b) || matches!(b, b'/' | b'>'));
        Self { text: &html[length.unwrap_or(html.len())..] }
    }

    /// The value of an attribute; the name in lower case.
    pub(super) fn get(self, name: &str) -> Option<&'a str> {
        let mut all = self.into_iter();
        all.find(|attribute| attribute.name.eq_ignore_ascii_case(name)).map(|found| found.value)
    }
}

impl<'a> IntoIterator for Attributes<'a> {
    type Item = Attribute<'a>;
    type IntoIter = AttributeScanner<'a>;

    fn into_iter(self) -> AttributeScanner<'a> {
        AttributeScanner { rest: self.text }
    }
}

/// Goes over the attributes of a tag.
#[derive(Clone, Debug)]
pub(super) struct AttributeScanner<'a> {
    pub(super) rest: &'a str,
}

impl<'a> AttributeScanner<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> &'a str {
        let length = self.rest.bytes().position(is_end).unwrap_or(self.rest.len());
        self.take(length)
    }

    /// The value behind `=`; none where a quote is left open.
    fn value(&mut self) -> Option<&'a str> {
        self.take_until(|b| !is_space(b));
        let quote = match self.rest.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => *quote,
            _ => return Some(self.take_until(|b| is_space(b) || b == b'>')),
        };
        let Some(length) = memchr(quote, &self.rest.as_bytes()[1..]) else {
            self.take(self.rest.len());
            return None;
        };
        Some(&self.take(length + 2)[1..=length])
    }
}

impl<'a> Iterator for AttributeScanner<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        self.take_until(|b| !is_space(b) && b != b'/');
        if self.rest.is_empty() || self.rest.starts_with('>') {
            return None;
        }
        let from = self.rest;
        // A name may begin with `=`.
        let first = self.rest.chars().next().map_or(0, char::len_utf8);
        self.take(first);
        let more = self.take_until(|b| is_space(b) || matches!(b, b'/' | b'>' | b'=')).len();
        let name = &from[..first + more];
        let behind_name = self.rest;
        self.take_until(|b| !is_space(b));
        if !self.rest.starts_with('=') {
            self.rest = behind_name;
            return Some(Attribute { name, value: "" });
        }
        self.take(1);
        self.value().map(|value| Attribute { name, value })
    }
}
