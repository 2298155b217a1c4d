//! Tags, and which belong together.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::attribute::attribute;
use crate::dialect::{Code, tag};

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    Style(char),
    /// Lines of its own, with so many line feeds around them.
    Block(usize),
    Break,
    Rule,
    Heading,
    List {
        numbered: bool,
    },
    Item,
    Quote,
    Preformatted,
    Cell,
    Link,
    Image,
    /// Its tags go.
    Nothing,
}

impl Effect {
    /// The effect of an element, if it is one of those that are looked for.
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "b" | "strong" => Self::Style('*'),
            "i" | "em" => Self::Style('_'),
            "s" | "del" | "strike" => Self::Style('~'),
            "code" | "kbd" | "tt" => Self::Style('`'),
            "p" | "table" => Self::Block(2),
            "div" | "center" | "tr" | "html" | "body" | "section" | "article" | "main"
            | "header" | "footer" => Self::Block(1),
            "br" => Self::Break,
            "hr" => Self::Rule,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Self::Heading,
            "ul" => Self::List { numbered: false },
            "ol" => Self::List { numbered: true },
            "li" => Self::Item,
            "blockquote" => Self::Quote,
            "pre" => Self::Preformatted,
            "td" | "th" => Self::Cell,
            "a" => Self::Link,
            "img" => Self::Image,
            "span" | "u" | "ins" | "font" | "small" | "tbody" | "thead" | "tfoot" => Self::Nothing,
            _ => return None,
        })
    }

    /// The marker of a style.
    pub(super) fn marker(self) -> Option<char> {
        if let Self::Style(marker) = self { Some(marker) } else { None }
    }

    /// Whether it is about lines and what begins them.
    pub(super) fn makes_lines(self) -> bool {
        !matches!(self, Self::Style(_) | Self::Link | Self::Image | Self::Nothing)
    }

    /// Whether it has no end.
    fn is_void(self) -> bool {
        matches!(self, Self::Break | Self::Rule | Self::Image)
    }
}

/// A tag, and what is put in its place.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub(super) name: &'static str,
    pub(super) effect: Effect,
    pub(super) is_end: bool,
    /// Where it starts.
    pub(super) start: usize,
    /// What is taken out: the tag, and white space beside it.
    pub(super) range: Range<usize>,
    /// What is put there.
    pub(super) text: String,
    /// The other tag of its element.
    pub(super) mate: Option<usize>,
}

/// The tags outside code of elements that are whole.
pub(super) fn tags(text: &str, code: &Code) -> Vec<Tag> {
    let mut code = code.cursor();
    let mut tags: Vec<Tag> = Vec::new();
    // Start tags that have no end yet.
    let mut open: Vec<usize> = Vec::new();
    for start in memchr::memchr_iter(b'<', text.as_bytes()) {
        if code.end_at(start).is_some() {
            continue;
        }
        let Some((name, is_end, length)) = tag(&text[start..]) else { continue };
        let Some(effect) = Effect::of(name) else { continue };
        let (range, index) = (start..start + length, tags.len());
        let mut mate = None;
        if is_end {
            // An element that is not closed ends with the one around it.
            if !open.iter().any(|open| tags[*open].name == name) {
                continue;
            }
            while let Some(start) = open.pop() {
                if tags[start].name == name {
                    tags[start].mate = Some(index);
                    mate = Some(start);
                    break;
                }
            }
        } else if effect == Effect::Image && attribute(&text[range.clone()], "src").is_none() {
            continue;
        } else if !effect.is_void() {
            if open.len() == DEEP {
                continue;
            }
            open.push(index);
        }
        tags.push(Tag { name, effect, is_end, start, range, text: String::new(), mate });
    }
    whole(text, tags)
}

/// So many elements within each other are known.
const DEEP: usize = 32;

/// The tags without those of elements that have to end and do not.
fn whole(text: &str, tags: Vec<Tag>) -> Vec<Tag> {
    let mut places: Vec<usize> = Vec::with_capacity(tags.len());
    let mut kept: Vec<Tag> = Vec::with_capacity(tags.len());
    // How many elements are open that have an end.
    let mut depth = 0_usize;
    for tag in tags {
        places.push(kept.len());
        let begins = || {
            let before = text[..tag.start].trim_end_matches([' ', '\t']);
            before.is_empty()
                || before.ends_with('\n')
                || kept.last().is_some_and(|last| last.range.end == before.len())
        };
        let may_lack_end = matches!(tag.name, "p" | "li" | "tr" | "td" | "th");
        let alone = tag.effect.is_void() || may_lack_end && (depth > 0 || begins());
        if tag.mate.is_some() {
            depth = if tag.is_end { depth.saturating_sub(1) } else { depth + 1 };
        }
        if tag.mate.is_some() || alone {
            kept.push(tag);
        }
    }
    for tag in &mut kept {
        tag.mate = tag.mate.map(|mate| places[mate]);
    }
    kept
}
