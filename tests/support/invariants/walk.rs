//! The events of a document: pieces of text, marks, markers and line feeds are all of the source.

use std::mem::discriminant;
use std::ops::Range;

use wamark::{Event, Node, Span};

use super::nodes::{check_content, markers, may_hold, quote_mark};
use super::{Checked, Options, Step, ensure, expect};

/// A node that was entered and not left.
struct Open {
    node: Node,
    span: Span,
    /// What is between its marks or markers.
    content: Range<usize>,
    /// Where in it the next piece must begin.
    at: usize,
    is_empty: bool,
}

/// What stands at the top, where nothing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Top {
    Start,
    BlankLine,
    Block(Node),
}

/// Goes over the events and holds each against the source: pieces of text, marks, markers and line
/// feeds must be all of it, without a gap and without an overlap.
struct Walk<'s> {
    source: &'s str,
    options: Options,
    open: Vec<Open>,
    /// Where the piece before ended at the top, and what it was.
    at: usize,
    top: Top,
    after_text: bool,
}

pub(super) fn check_events(source: &str, events: &[Step], options: Options) -> Checked {
    let (at, top) = (0, Top::Start);
    let mut walk = Walk { source, options, open: Vec::new(), at, top, after_text: false };
    for &(event, span) in events {
        let step = match event {
            Event::Enter(node) => walk.enter(node, span),
            Event::Leave(node) => walk.leave(node, span),
            Event::Text(text) => walk.text(text, span),
            Event::Break => walk.line_break(span),
            Event::BlankLine => walk.blank_line(span),
            other => Err(format!("an unknown event\n got      {other:?}")),
        };
        step.map_err(|what| format!("{what}\n at       {event:?} {span:?}\n in       {events:?}"))?;
        walk.after_text = matches!(event, Event::Text(_));
    }
    expect("every node is left", &walk.open.len(), &0)?;
    let rest = &source[walk.at..];
    let ends_line =
        matches!(walk.top, Top::Block(Node::Quote | Node::BulletedList | Node::NumberedList));
    ensure(rest.is_empty() || rest == "\n" && ends_line, "the end", rest, "nothing more")
}

impl<'s> Walk<'s> {
    fn enter(&mut self, node: Node, span: Span) -> Checked {
        let slice = self.slice(span)?;
        let within = self.open.iter().any(|open| discriminant(&open.node) == discriminant(&node));
        ensure(!within, "a node within one of its kind", &node, "no node of the same kind in it")?;
        let parent = self.open.last().map(|open| open.node);
        ensure(may_hold(parent, node, self.options), "what holds a node", &parent, "another")?;
        match parent {
            Some(Node::BulletedList | Node::NumberedList) => self.next_item(span)?,
            Some(_) => self.piece(span)?,
            None => self.next_block(node, span)?,
        }
        let (before, behind) = markers(node, slice, self.options)?;
        let content = span.range().start + before..span.range().end - behind;
        check_content(node, &self.source[content.clone()], self.options)?;
        self.open.push(Open { node, span, at: content.start, content, is_empty: true });
        ensure(self.open.len() <= 7, "the depth", &self.open.len(), "at most 7")
    }

    fn leave(&mut self, node: Node, span: Span) -> Checked {
        let open = self.open.pop().ok_or("a node is left that was never entered")?;
        expect("the node that is left", &(node, span), &(open.node, open.span))?;
        expect("where the content ends", &open.at, &open.content.end)?;
        let may_be_empty = match node {
            Node::Quote => !self.options.is_android(),
            Node::Item { .. } => self.options.is_android(),
            _ => false,
        };
        ensure(
            may_be_empty || !open.is_empty,
            "a node without anything in it",
            &node,
            "some text",
        )?;
        if self.open.is_empty() {
            (self.at, self.top) = (span.range().end, Top::Block(node));
        }
        Ok(())
    }

    fn text(&mut self, text: &str, span: Span) -> Checked {
        expect("a text and its span", &text, &self.slice(span)?)?;
        ensure(!text.is_empty(), "a text", &text, "one that is not empty")?;
        expect("a text right behind a text", &self.after_text, &false)?;
        let parent = self.open.last().map(|open| open.node);
        let holds_text = !matches!(parent, None | Some(Node::BulletedList | Node::NumberedList));
        ensure(holds_text, "what holds a text", &parent, "another")?;
        let is_block = parent == Some(Node::MonospaceBlock);
        ensure(is_block || !text.contains('\n'), "a text", &text, "one without a line feed")?;
        self.piece(span)
    }

    fn line_break(&mut self, span: Span) -> Checked {
        let slice = self.slice(span)?;
        ensure(slice.starts_with('\n'), "a break", slice, "a line feed")?;
        let parent = self.open.last().map(|open| open.node);
        let expected = match parent {
            Some(Node::Paragraph) => "\n".len(),
            Some(Node::Quote) => {
                1 + quote_mark(&self.source[span.range().start..][1..], self.options)?
            }
            _ => 0,
        };
        expect("the length of a break", &slice.len(), &expected)?;
        self.piece(span)
    }

    fn blank_line(&mut self, span: Span) -> Checked {
        let slice = self.slice(span)?;
        expect("the depth of a blank line", &self.open.len(), &0)?;
        let is_last = slice.is_empty() && span.range().end == self.source.len();
        ensure(slice == "\n" || is_last, "a blank line", slice, "a line feed or the end")?;
        let before = &self.source[..span.range().start];
        let begins_line = before.is_empty() || before.ends_with('\n');
        ensure(begins_line, "what is before a blank line", before, "the end of a line")?;
        let between = &self.source[self.at..span.range().start];
        let expected = if let Top::Block(_) = self.top { "\n" } else { "" };
        expect("what is between a block and a blank line", &between, &expected)?;
        (self.at, self.top) = (span.range().end, Top::BlankLine);
        Ok(())
    }

    /// A block at the top: on a line of its own, unless it or the one before is monospace.
    fn next_block(&mut self, node: Node, span: Span) -> Checked {
        let between = &self.source[self.at..span.range().start];
        let Top::Block(before) = self.top else {
            return expect("what is before a block", &between, &"");
        };
        let is_block = |node| node == Node::MonospaceBlock;
        let touches = between.is_empty() && (is_block(before) || is_block(node));
        ensure(touches || between == "\n", "what is between two blocks", between, "a line feed")?;
        let is_one = before == node && !is_block(node);
        ensure(!is_one, "two blocks of a kind that touch", &node, "a single one")
    }

    /// An item: on the line behind the one of the item before.
    fn next_item(&mut self, span: Span) -> Checked {
        let Some(list) = self.open.last_mut() else { return Ok(()) };
        let between = self.source.get(list.at..span.range().start);
        let expected = if list.is_empty { "" } else { "\n" };
        expect("what is between two items", &between, &Some(expected))?;
        list.at = span.range().start;
        self.piece(span)
    }

    /// A piece of what is open: right behind the piece before.
    fn piece(&mut self, span: Span) -> Checked {
        let Some(open) = self.open.last_mut() else { return Err("a piece of nothing".to_owned()) };
        expect("where a piece begins", &span.range().start, &open.at)?;
        let end = span.range().end;
        ensure(end <= open.content.end, "where a piece ends", &end, "within what holds it")?;
        (open.at, open.is_empty) = (end, false);
        Ok(())
    }

    fn slice(&self, span: Span) -> Result<&'s str, String> {
        let slice = self.source.get(span.range());
        let at = if self.open.is_empty() { self.at } else { 0 };
        let slice = slice.filter(|_| span.range().start >= at);
        slice.ok_or_else(|| "a span that is out of order or no slice of the source".to_owned())
    }
}
