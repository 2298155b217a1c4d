//! A fragment of HTML as ranges of the text that it shows, with the tags between them.

use alloc::string::String;
use alloc::vec::Vec;

use super::flow::Flow;
use super::html::{Malformed, Piece, Pieces, Tag};

/// What a fragment shows, and its tags.
#[derive(Debug)]
pub(super) struct Theirs<'h> {
    pub(super) text: String,
    /// In the order in which they begin; nested in each other, and none is empty.
    pub(super) elements: Vec<Element<'h>>,
    /// All tags, and where in the text they stand.
    pub(super) marks: Vec<Mark<'h>>,
}

/// An element with text, and the bytes of the text that it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'h> {
    pub(super) tag: Tag<'h>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A tag, where it stands, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark<'h> {
    pub(super) raw: &'h str,
    pub(super) at: usize,
    /// The element, if it has text.
    pub(super) element: Option<usize>,
}

impl<'h> Theirs<'h> {
    pub(super) fn new(html: &'h str, collapse: bool) -> Result<Self, Malformed> {
        let mut flow = Flow::new(collapse);
        let mut elements: Vec<Element<'h>> = Vec::new();
        let mut marks: Vec<Mark<'h>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut pre = 0;
        for piece in Pieces::new(html) {
            let piece = piece?;
            let tag = match &piece {
                Piece::Text(text) => {
                    flow.push(text, pre > 0);
                    continue;
                }
                Piece::Open(tag) | Piece::Void(tag) | Piece::Close(tag) => *tag,
            };
            if tag.is_block() {
                flow.line();
            }
            let is_pre = usize::from(tag.name.eq_ignore_ascii_case("pre"));
            let mut element = None;
            match piece {
                Piece::Open(_) => {
                    pre += is_pre;
                    element = Some(elements.len());
                    open.push(elements.len());
                    elements.push(Element { tag, start: flow.at(), end: flow.at() });
                }
                Piece::Close(_) => {
                    element = open.pop();
                    let opened = element.and_then(|index| elements.get_mut(index));
                    let opened = opened.ok_or(Malformed)?;
                    if !opened.tag.name.eq_ignore_ascii_case(tag.name) {
                        return Err(Malformed);
                    }
                    opened.end = flow.at();
                    // It was opened, as the names are equal.
                    pre -= is_pre;
                }
                _ => {}
            }
            marks.push(Mark { raw: tag.raw, at: flow.at(), element });
        }
        if !open.is_empty() {
            return Err(Malformed);
        }
        // Those with text get new indices.
        let mut kept = 0;
        let indices: Vec<Option<usize>> = elements
            .iter()
            .map(|element| {
                let shows = element.start < element.end;
                kept += usize::from(shows);
                shows.then(|| kept - 1)
            })
            .collect();
        for mark in &mut marks {
            mark.element = mark.element.and_then(|index| indices.get(index).copied().flatten());
        }
        elements.retain(|element| element.start < element.end);
        Ok(Self { text: flow.text, elements, marks })
    }
}
