//! A document as ranges of the text that it shows, with what is between them.

use alloc::string::String;
use alloc::vec::Vec;

use super::construct::Construct;
use super::flow::Flow;
use crate::{Document, Event, Node};

/// What a document shows, and the constructs in it.
#[derive(Debug)]
pub(super) struct Ours {
    pub(super) text: String,
    /// In the order in which they begin; nested in each other, and none is empty.
    pub(super) ranges: Vec<Range>,
    /// In the order of the text, one for each place.
    pub(super) gaps: Vec<Gap>,
}

/// A construct, and the bytes of the text that it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub(super) what: What,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Of items: the number; of numbered lists: that of the first item.
    pub(super) number: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Is(Construct),
    /// A line of a paragraph or a quote of several: HTML may have a tag for it.
    Line,
}

/// What is shown between two characters, and has no text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    pub(super) at: usize,
    pub(super) breaks: usize,
    pub(super) blank_lines: usize,
    /// Whether something stands here that has no text: a quote of nothing, an empty line at the
    /// beginning or the end of a quote.
    pub(super) empty: bool,
}

impl Ours {
    /// `feeds`: whether a line's end within a block is a line feed in the text.
    pub(super) fn new(document: &Document<'_>, collapse: bool, feeds: bool) -> Self {
        let mut flow = Flow::new(collapse);
        let mut ours = Self { text: String::new(), ranges: Vec::new(), gaps: Vec::new() };
        // At most as deep as the grammar allows.
        let mut open: Vec<usize> = Vec::new();
        let mut line: Option<usize> = None;
        let mut code = false;
        for (event, _) in document.events() {
            match event {
                Event::Enter(node) => {
                    let Some((construct, block)) = Construct::of(node) else { continue };
                    if block {
                        flow.line();
                    }
                    code |= node == Node::MonospaceBlock;
                    let number = if let Node::Item { number } = node { number } else { None };
                    open.push(ours.ranges.len());
                    ours.push(What::Is(construct), flow.at(), number);
                    if matches!(node, Node::Paragraph | Node::Quote) {
                        line = Some(ours.ranges.len());
                        ours.push(What::Line, flow.at(), None);
                    }
                }
                Event::Leave(node) => {
                    let Some((_, block)) = Construct::of(node) else { continue };
                    if matches!(node, Node::Paragraph | Node::Quote) {
                        ours.end_lines(line.take(), flow.at());
                    }
                    if block {
                        flow.line();
                    }
                    code &= node != Node::MonospaceBlock;
                    let index = open.pop();
                    if index.is_some_and(|index| ours.starts_at(index, flow.at())) {
                        ours.gap(flow.at()).empty = true;
                    }
                    ours.end(index, flow.at());
                }
                Event::Text(text) => flow.push(text, code),
                Event::Break => {
                    flow.line();
                    ours.end(line.take(), flow.at());
                    let first = open.last().is_some_and(|&block| ours.starts_at(block, flow.at()));
                    let gap = ours.gap(flow.at());
                    gap.breaks += 1;
                    gap.empty |= first;
                    if feeds {
                        flow.push("\n", true);
                    }
                    line = Some(ours.ranges.len());
                    ours.push(What::Line, flow.at(), None);
                }
                Event::BlankLine => ours.gap(flow.at()).blank_lines += 1,
            }
        }
        ours.finish(flow.text);
        ours
    }

    fn push(&mut self, what: What, start: usize, number: Option<u16>) {
        self.ranges.push(Range { what, start, end: start, number });
    }

    fn end(&mut self, index: Option<usize>, end: usize) {
        if let Some(range) = index.and_then(|index| self.ranges.get_mut(index)) {
            range.end = end;
        }
    }

    /// Ends the last line of a block.
    fn end_lines(&mut self, line: Option<usize>, end: usize) {
        self.end(line, end);
        if line.is_some_and(|line| self.starts_at(line, end))
            && let Some(gap) = self.gaps.last_mut()
            && gap.at == end
        {
            gap.empty |= gap.breaks > 0;
        }
    }

    fn starts_at(&self, index: usize, at: usize) -> bool {
        self.ranges.get(index).is_some_and(|range| range.start == at)
    }

    fn gap(&mut self, at: usize) -> &mut Gap {
        let known = self.gaps.last().is_some_and(|gap| gap.at == at);
        if !known {
            self.gaps.push(Gap { at, ..Gap::default() });
        }
        // There is one now.
        let last = self.gaps.len() - 1;
        &mut self.gaps[last]
    }

    /// Takes out what is empty, and lines that are alone in their block.
    fn finish(&mut self, text: String) {
        self.text = text;
        for index in 0..self.ranges.len() {
            if self.ranges[index].what == What::Is(Construct::NumberedList) {
                self.ranges[index].number = self.ranges.get(index + 1).and_then(|item| item.number);
            }
        }
        let block =
            |range: &Range| matches!(range.what, What::Is(Construct::Paragraph | Construct::Quote));
        let mut last = (0, 0);
        self.ranges.retain(|range| {
            if block(range) {
                last = (range.start, range.end);
            }
            let alone = range.what == What::Line && (range.start, range.end) == last;
            range.start < range.end && !alone
        });
    }
}
