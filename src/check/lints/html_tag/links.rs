//! Tags of links and images.

use alloc::format;
use alloc::string::String;

use super::attribute::attribute;
use super::element::{Effect, Tag};
use crate::read::link::{says, shown};

/// Says what is put in place of tags of links and images: the address behind the label.
pub(super) fn mend(text: &str, tags: &mut [Tag]) {
    for index in 0..tags.len() {
        let tag = &tags[index];
        let mended = match (tag.effect, tag.mate) {
            (Effect::Link, Some(start)) if tag.is_end => {
                let start = &tags[start];
                let label = text[start.range.end..tag.start].trim();
                address(label, attribute(&text[start.range.clone()], "href").as_deref())
            }
            (Effect::Image, _) => {
                let image = &text[tag.range.clone()];
                let label = attribute(image, "alt").unwrap_or_default();
                let behind = address(&label, attribute(image, "src").as_deref());
                label.into_owned() + &behind
            }
            _ => continue,
        };
        tags[index].text = mended;
    }
}

/// What stands behind a label: the address in parentheses, alone without a label, and nothing where
/// the label says it.
fn address(label: &str, url: Option<&str>) -> String {
    match url.and_then(shown) {
        Some(url) if label.is_empty() => url.into_owned(),
        Some(url) if !says(label, &url) => format!(" ({url})"),
        _ => String::new(),
    }
}
