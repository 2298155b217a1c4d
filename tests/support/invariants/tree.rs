//! The tree says the same as the events.

use wamark::{Block, BlockKind, Document, Event, Inline, InlineKind, Node, Span};

use super::Step;

/// The tree as a row of events; it has no blank lines.
pub(super) fn tree<'d>(document: &'d Document<'_>) -> Vec<Step<'d>> {
    let mut steps = Vec::new();
    for block in document.blocks() {
        push_block(document, &block, &mut steps);
    }
    steps
}

fn push_block<'d>(document: &'d Document<'_>, block: &Block<'d>, steps: &mut Vec<Step<'d>>) {
    let (node, inlines, items) = match &block.kind {
        BlockKind::Paragraph(inlines) => (Node::Paragraph, Some(inlines), None),
        BlockKind::Quote(inlines) => (Node::Quote, Some(inlines), None),
        BlockKind::BulletedList(items) => (Node::BulletedList, None, Some(items)),
        BlockKind::NumberedList(items) => (Node::NumberedList, None, Some(items)),
        BlockKind::MonospaceBlock(text) => {
            steps.extend(leaf(document, Node::MonospaceBlock, text, block.span));
            return;
        }
        _ => return,
    };
    steps.push((Event::Enter(node), block.span));
    for inline in inlines.into_iter().flat_map(Clone::clone) {
        push_inline(document, &inline, steps);
    }
    for item in items.into_iter().flat_map(Clone::clone) {
        let node = Node::Item { number: item.number };
        steps.push((Event::Enter(node), item.span));
        for inline in item.inlines.clone() {
            push_inline(document, &inline, steps);
        }
        steps.push((Event::Leave(node), item.span));
    }
    steps.push((Event::Leave(node), block.span));
}

fn push_inline<'d>(document: &'d Document<'_>, inline: &Inline<'d>, steps: &mut Vec<Step<'d>>) {
    let (node, inlines) = match &inline.kind {
        InlineKind::Bold(inlines) => (Node::Bold, inlines),
        InlineKind::Italic(inlines) => (Node::Italic, inlines),
        InlineKind::Strikethrough(inlines) => (Node::Strikethrough, inlines),
        InlineKind::Spoiler(inlines) => (Node::Spoiler, inlines),
        InlineKind::Text(text) => return steps.push((Event::Text(text), inline.span)),
        InlineKind::Break => return steps.push((Event::Break, inline.span)),
        kind => {
            let (node, text) = match kind {
                InlineKind::InlineCode(text) => (Node::InlineCode, *text),
                InlineKind::Monospace(text) => (Node::Monospace, *text),
                InlineKind::Link(link) => (Node::Link, link.text),
                InlineKind::Mention(text) => (Node::Mention, *text),
                _ => return,
            };
            return steps.extend(leaf(document, node, text, inline.span));
        }
    };
    steps.push((Event::Enter(node), inline.span));
    for inline in inlines.clone() {
        push_inline(document, &inline, steps);
    }
    steps.push((Event::Leave(node), inline.span));
}

/// A node that holds nothing but text. The tree does not say where the text is, but it is a slice
/// of the source.
fn leaf<'d>(document: &Document<'_>, node: Node, text: &'d str, span: Span) -> [Step<'d>; 3] {
    let start = text.as_ptr().addr().wrapping_sub(document.source().as_ptr().addr());
    let [start, end] = [start, start + text.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
    [
        (Event::Enter(node), span),
        (Event::Text(text), Span { start, end }),
        (Event::Leave(node), span),
    ]
}

pub(super) fn without_blanks<'d>(events: &[Step<'d>]) -> Vec<Step<'d>> {
    events.iter().copied().filter(|(event, _)| *event != Event::BlankLine).collect()
}
