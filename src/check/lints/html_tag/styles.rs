//! Tags of styles, which become markers where those hold.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;
use core::ops::Range;

use super::element::{Effect, Tag};
use crate::chars;
use crate::check::context::Seams;
use crate::check::markers::style;

/// Says what is put in place of tags of styles.
pub(super) fn mend(text: &str, seams: Seams<'_>, tags: &mut [Tag]) {
    let styled = styled(tags);
    // White space at the edges of a style stays outside.
    for &(start, end, _) in &styled {
        let content = &text[tags[start].range.end..tags[end].start];
        let from = content.len() - chars::trim_start(content).len();
        if from < content.len() {
            tags[start].range.end += from;
            tags[end].range.start -= content.len() - chars::trim_end(content).len();
        }
    }
    let known = styled.iter().flat_map(|&(start, end, marker)| {
        [(tags[start].range.clone(), marker), (tags[end].range.clone(), marker)]
    });
    let seams = seams.with(known.collect::<Vec<_>>().into_iter());
    for (start, end, marker) in styled {
        let (open, close) = (tags[start].range.clone(), tags[end].range.clone());
        let markers = marker.encode_utf8(&mut [0; 4]).to_owned();
        // Of white space that was taken out with a tag, one is enough to know.
        let beside = |index: usize| text[space(text, &tags[index])].chars().next();
        let open = (beside(start).or_else(|| seams.before(open.start)), open);
        let behind = beside(end).or_else(|| seams.behind(close.end));
        let edits = style(text, open, (close, behind), &markers);
        let mut edits = edits.into_iter().map(|edit| edit.text);
        for index in [start, end] {
            let space = space(text, &tags[index]);
            let marker = edits.next().unwrap_or_default();
            tags[index].text.push_str(if index == start { &text[space.clone()] } else { "" });
            tags[index].text.push_str(&marker);
            tags[index].text.push_str(if index == end { &text[space] } else { "" });
        }
    }
}

/// The white space that is taken out with a tag.
fn space(text: &str, tag: &Tag) -> Range<usize> {
    if tag.is_end {
        tag.range.start..tag.start
    } else {
        let end = text[tag.start..].find('>').map_or(tag.range.end, |end| tag.start + end + 1);
        end..tag.range.end
    }
}

/// The elements of styles that stand in no other one of their style, in no code, and on one line.
fn styled(tags: &[Tag]) -> Vec<(usize, usize, char)> {
    let mut styled = Vec::new();
    // Those that are open, by marker, and how many of them are code.
    let mut open: Vec<usize> = Vec::new();
    let mut broken = 0;
    for (index, tag) in tags.iter().enumerate() {
        if tag.effect.makes_lines() {
            broken = index + 1;
        }
        let preformatted = tag.effect == Effect::Preformatted;
        let Some(marker) = tag.effect.marker().or(preformatted.then_some('`')) else { continue };
        if !tag.is_end {
            open.push(index);
            continue;
        }
        open.pop();
        let Some(start) = tag.mate else { continue };
        let inside = |other: &usize| {
            let effect = tags[*other].effect;
            let other = effect.marker().unwrap_or('`');
            other == marker || other == '`'
        };
        if !preformatted && broken <= start && !open.iter().any(inside) {
            styled.push((start, index, marker));
        }
    }
    styled
}
