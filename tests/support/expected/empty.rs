//! Blocks that show nothing: they leave nothing, not even a mark or a line, but for the items of a
//! list that stands by itself.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::super::glyphs::is_space;
use super::super::program::Step;
use super::lists::List;
use super::urls::opens;
use super::{Behind, Gap, Kind, Walk};

/// What an event is the edge of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Edge {
    #[default]
    None,
    /// Of a block that shows nothing and stands in none that does so.
    Start,
    End,
}

/// The edges of the outermost blocks that show nothing. Notes are shown elsewhere.
pub(super) fn edges(markdown: &str, events: &[(Event, Range<usize>)]) -> Vec<Edge> {
    let mut edges = vec![Edge::None; events.len()];
    // What is open: where it starts, whether it shows something, whether it is a block.
    let mut open: Vec<(usize, bool, bool)> = Vec::new();
    let mut empty = Vec::new();
    for (index, (event, range)) in events.iter().enumerate() {
        match event {
            // One tilde is text.
            Event::Start(Tag::Strikethrough) => {
                open.push((index, !markdown[range.clone()].starts_with("~~"), false));
            }
            // That of a list in nothing else has its mark whatever is in it.
            Event::Start(Tag::Item) if open.len() == 1 => open.push((index, true, true)),
            Event::Start(tag) => open.push((index, shows(tag), is_block(tag))),
            Event::End(_) => {
                let Some((start, shows, is_block)) = open.pop() else { continue };
                if is_block && !shows {
                    empty.push((start, index));
                }
                let is_note = matches!(events[start].0, Event::Start(Tag::FootnoteDefinition(_)));
                if let (Some(around), false) = (open.last_mut(), is_note) {
                    around.1 |= shows;
                }
            }
            Event::Text(text) | Event::Code(text) => {
                let shown = text.contains(|c| !is_space(c));
                open.iter_mut().next_back().into_iter().for_each(|around| around.1 |= shown);
            }
            Event::Rule | Event::TaskListMarker(_) | Event::FootnoteReference(_) => {
                open.iter_mut().next_back().into_iter().for_each(|around| around.1 = true);
            }
            _ => {}
        }
    }
    // Those around come behind those inside.
    let mut from = events.len();
    for (start, end) in empty.into_iter().rev() {
        if end < from {
            (edges[start], edges[end]) = (Edge::Start, Edge::End);
            from = start;
        }
    }
    edges
}

/// Whether what a tag begins shows something without text in it.
fn shows(tag: &Tag) -> bool {
    match tag {
        Tag::Link { link_type, dest_url, .. } => *link_type == LinkType::Email || opens(dest_url),
        Tag::Image { dest_url, .. } => opens(dest_url),
        Tag::FootnoteDefinition(_) => true,
        _ => false,
    }
}

fn is_block(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::CodeBlock(_)
            | Tag::Table(_)
    )
}

/// What was before a block that shows nothing.
#[derive(Debug)]
pub(super) struct Muted {
    steps: Vec<Step>,
    gap: Gap,
    behind: Behind,
    item: bool,
    lists: Vec<List>,
    quotes: usize,
    kind: Kind,
    /// How many notes were open: what stands in others is shown.
    pub(super) notes: usize,
}

impl Walk<'_> {
    pub(super) fn mute(&mut self, event: &Event) {
        if let (Event::Start(Tag::Item), Some(list)) = (event, self.lists.last_mut()) {
            let _ = list.count();
        }
        self.muted = Some(Muted {
            steps: self.steps.clone(),
            gap: (self.gap, self.gap_free),
            behind: self.behind,
            item: self.item,
            lists: self.lists.clone(),
            quotes: self.quotes,
            kind: self.kind,
            notes: self.notes.open(),
        });
    }

    pub(super) fn unmute(&mut self) {
        let Some(muted) = self.muted.take() else { return };
        self.steps = muted.steps;
        (self.gap, self.gap_free) = muted.gap;
        (self.behind, self.item) = (muted.behind, muted.item);
        (self.lists, self.quotes, self.kind) = (muted.lists, muted.quotes, muted.kind);
        // It stands between what is before it and behind it all the same.
        self.block_line();
    }
}
