//! `html-tag`: text with tags of HTML, `<b>x</b>`, `<br>`, `<a href="…">x</a>`.
//!
//! WhatsApp shows the tags.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "<p>Hi <b>Ana</b>,</p><p>see <a href=\"https://ex.com\">this</a><br>Bye</p>";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::HtmlTag);
//! assert_eq!(fix(text, &profile).text, "Hi *Ana*,\n\nsee this (https://ex.com)\nBye");
//!
//! assert!(check("a < b, <3, <name>, <code>, <https://ex.com>", &profile).is_clean());
//! ```
//!
//! Tags for styles become markers, those of blocks line feeds, items and quotes, those of links and
//! images the address; all others go. A start tag alone may be a placeholder or talk, so it is left
//! where its element needs an end.

mod attribute;
mod element;
mod lines;
mod links;
mod styles;

use alloc::vec::Vec;
use alloc::{format, vec};

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use element::{Tag, tags};

pub(in crate::check) const SUMMARY: &str = "text has tags of HTML";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    if !(context.has(b'<') && context.has(b'>')) {
        return;
    }
    let text = context.text();
    let mut tags = tags(text, context.code());
    if tags.is_empty() {
        return;
    }
    lines::mend(text, &mut tags);
    links::mend(text, &mut tags);
    // What tags of lines become is known now, and that of other lints; tags of styles depend on it.
    let (styles, others): (Vec<usize>, Vec<usize>) =
        (0..tags.len()).partition(|index| tags[*index].effect.marker().is_some());
    report(context, &tags, &others);
    styles::mend(text, context.seams(), &mut tags);
    report(context, &tags, &styles);
}

/// Reports elements, each at its first tag.
fn report(context: &mut Context<'_>, tags: &[Tag], indexes: &[usize]) {
    let text = context.text();
    for &index in indexes {
        let tag = &tags[index];
        if tag.mate.is_some_and(|mate| mate < index) {
            continue;
        }
        let mut edits = vec![edit(tag.range.clone(), tag.text.clone())];
        if let Some(end) = tag.mate.map(|mate| &tags[mate]) {
            edits.push(edit(end.range.clone(), end.text.clone()));
        }
        let name = tag.name;
        let message = format!("WhatsApp shows the tag <{name}>");
        let help = if tag.effect.marker().is_some() {
            "write WhatsApp's markers: *bold*, _italic_, ~strikethrough~, `code`"
        } else {
            "write the text without tags"
        };
        let behind = text[tag.start..].find('>').map_or(tag.start, |end| tag.start + end + 1);
        context.report_with(Lint::HtmlTag, tag.start..behind, message, help, edits);
    }
}
