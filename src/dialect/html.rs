//! Signs of HTML: tags of elements that are known, and entities.
//!
//! `a < b`, `<3`, `<https://…>` and `List<String>` are none, nor is a tag alone that could as well
//! be a placeholder or talk: `<name>`, `<title>`, `the <b> tag`. It takes an end tag with a start
//! tag before it, an attribute, or an element that has no end.

use super::Sign;
use super::code::Code;
use super::evidence::Evidence;

/// What an element is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It makes lines.
    Block,
    /// The same, and it is written without an end.
    Void,
    /// The same, and its end is often left out.
    Open,
    /// It stands within a line. Also what chat notations of HTML have in which lines are made by
    /// line feeds.
    Inline,
}

/// The elements, in order.
const ELEMENTS: &[(&str, Kind)] = {
    use Kind::{Block, Inline, Open, Void};
    &[
        ("a", Inline),
        ("abbr", Inline),
        ("address", Block),
        ("article", Block),
        ("aside", Block),
        ("b", Inline),
        ("blockquote", Inline),
        ("body", Block),
        ("br", Void),
        ("caption", Block),
        ("center", Block),
        ("cite", Inline),
        ("code", Inline),
        ("dd", Block),
        ("del", Inline),
        ("details", Block),
        ("div", Block),
        ("dl", Block),
        ("dt", Block),
        ("em", Inline),
        ("figcaption", Block),
        ("figure", Block),
        ("font", Inline),
        ("footer", Block),
        ("form", Block),
        ("h1", Block),
        ("h2", Block),
        ("h3", Block),
        ("h4", Block),
        ("h5", Block),
        ("h6", Block),
        ("head", Block),
        ("header", Block),
        ("hr", Void),
        ("html", Block),
        ("i", Inline),
        ("iframe", Inline),
        ("img", Inline),
        ("ins", Inline),
        ("kbd", Inline),
        ("label", Inline),
        ("li", Open),
        ("main", Block),
        ("mark", Inline),
        ("nav", Block),
        ("ol", Block),
        ("p", Open),
        ("pre", Inline),
        ("q", Inline),
        ("s", Inline),
        ("samp", Inline),
        ("script", Block),
        ("section", Block),
        ("small", Inline),
        ("span", Inline),
        ("strike", Inline),
        ("strong", Inline),
        ("style", Block),
        ("sub", Inline),
        ("summary", Block),
        ("sup", Inline),
        ("table", Block),
        ("tbody", Block),
        ("td", Block),
        ("tfoot", Block),
        ("th", Block),
        ("thead", Block),
        ("title", Block),
        ("tr", Block),
        ("tt", Inline),
        ("u", Inline),
        ("ul", Block),
        ("var", Inline),
    ]
};

/// Adds the signs outside code.
pub(super) fn signs(source: &str, code: &Code, evidence: &mut Evidence) {
    let mut code = code.cursor();
    let mut open = [0_u32; ELEMENTS.len()];
    for at in memchr::memchr2_iter(b'<', b'&', source.as_bytes()) {
        if code.end_at(at).is_some() {
            continue;
        }
        if source.as_bytes()[at] == b'&' {
            if let Some(length) = entity(&source[at..]) {
                evidence.add(Sign::Entity, at, at + length);
            }
        } else if let Some(tag) = Tag::new(&source[at..]) {
            let first = source[..at].trim_end_matches([' ', '\t']);
            let first = first.is_empty() || first.ends_with('\n');
            if let Some(sign) = tag.sign(first, &mut open[tag.element]) {
                evidence.add(sign, at, at + tag.length);
            }
        }
    }
}

/// The tag that `text`, which starts with `<`, begins with: the element's name, whether it ends the
/// element, and its length.
#[cfg(feature = "check")]
pub(crate) fn tag(text: &str) -> Option<(&'static str, bool, usize)> {
    Tag::new(text).map(|tag| (ELEMENTS[tag.element].0, tag.end, tag.length))
}

/// A tag of an element that is known.
#[derive(Debug)]
struct Tag {
    element: usize,
    /// Whether it ends the element.
    end: bool,
    attributes: bool,
    length: usize,
}

impl Tag {
    /// The tag that `text`, which starts with `<`, begins with.
    fn new(text: &str) -> Option<Self> {
        let end = text[1..].starts_with('/');
        let from = 1 + usize::from(end);
        let name = text.bytes().skip(from).take(12).take_while(u8::is_ascii_alphanumeric).count();
        if name == 0 {
            return None;
        }
        let mut lower = [0; 12];
        let lower = lower.get_mut(..name)?;
        lower.copy_from_slice(&text.as_bytes()[from..from + name]);
        lower.make_ascii_lowercase();
        let element = ELEMENTS.binary_search_by(|(known, _)| known.as_bytes().cmp(lower)).ok()?;
        // No tag is looked for behind the next `<`, so nothing is looked at twice.
        let rest = &text.as_bytes()[from + name..];
        let inside = rest.iter().position(|byte| matches!(byte, b'<' | b'>'))?;
        let (inside, close) = (&rest[..inside], rest[inside]);
        let first = *inside.first().unwrap_or(&b' ');
        if close == b'<' || !(first == b'/' || first.is_ascii_whitespace()) {
            return None;
        }
        let attributes = !end && inside.contains(&b'=');
        let bare = inside.iter().all(|byte| *byte == b'/' || byte.is_ascii_whitespace());
        let length = from + name + inside.len() + 1;
        (attributes || bare).then_some(Self { element, end, attributes, length })
    }

    /// What it is a sign of. `first` says whether it begins a line, `open` counts the start tags of
    /// its element that have no end yet.
    fn sign(&self, first: bool, open: &mut u32) -> Option<Sign> {
        let kind = ELEMENTS[self.element].1;
        let tells = if self.end {
            let opened = *open > 0;
            *open = open.saturating_sub(1);
            opened
        } else {
            *open = open.saturating_add(1);
            self.attributes || kind == Kind::Void || kind == Kind::Open && first
        };
        tells.then_some(if kind == Kind::Inline { Sign::InlineTag } else { Sign::BlockTag })
    }
}

/// Names of characters, besides those of letters with accents.
const ENTITIES: &[&str] = &[
    "amp", "apos", "bull", "cent", "copy", "deg", "emsp", "ensp", "euro", "frac12", "gt", "hellip",
    "iexcl", "iquest", "laquo", "larr", "ldquo", "lsquo", "lt", "mdash", "middot", "nbsp", "ndash",
    "ordf", "ordm", "para", "plusmn", "pound", "quot", "raquo", "rarr", "rdquo", "reg", "rsquo",
    "sect", "shy", "szlig", "thinsp", "times", "trade", "yen", "zwj", "zwnj",
];

/// Endings of the names of letters with accents: `eacute`, `Ntilde`.
const ACCENTS: &[&str] =
    &["acute", "cedil", "circ", "elig", "grave", "ring", "slash", "tilde", "uml"];

/// The length of the entity that `text`, which starts with `&`, begins with.
fn entity(text: &str) -> Option<usize> {
    let bytes = &text.as_bytes()[..text.len().min(10)];
    let length = bytes.iter().position(|byte| *byte == b';')?;
    let name = text.get(1..length)?;
    let known = if let Some(number) = name.strip_prefix('#') {
        let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |hex| (hex, 16));
        !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix))
    } else {
        let accented =
            |accent: &&str| name.strip_suffix(*accent).is_some_and(|letter| letter.len() == 1);
        ENTITIES.binary_search(&name).is_ok() || ACCENTS.iter().any(accented)
    };
    known.then_some(length + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(ELEMENTS.is_sorted_by_key(|element| element.0) && ENTITIES.is_sorted());
    }
}
