//! What a reader sees of a document: lines of styled characters in blocks, and links.
//!
//! Standard library only, so that other parsers of Markdown can be tried with it.

use std::string::String;
use std::vec::Vec;

use wamark::{Document, Event, Link, Node};

/// What a line is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Paragraph,
    Quote,
    Bulleted,
    Numbered(u64),
    Monospace,
}

pub(crate) const BOLD: u8 = 1;
pub(crate) const ITALIC: u8 = 2;
pub(crate) const STRIKE: u8 = 4;
pub(crate) const CODE: u8 = 8;

/// A line, and which block it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) block: usize,
    pub(crate) place: Place,
    pub(crate) text: Vec<(char, u8)>,
}

/// Lines are collected here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) lines: Vec<Line>,
    /// What is shown of each link, and where it leads.
    pub(crate) links: Vec<(String, String)>,
    pub(crate) blocks: usize,
}

impl Shown {
    pub(crate) fn line(&mut self, place: Place) {
        self.lines.push(Line { block: self.blocks, place, text: Vec::new() });
    }

    /// Another line of the same block.
    pub(crate) fn next_line(&mut self) {
        let place = self.lines.last().map_or(Place::Paragraph, |line| line.place);
        self.line(place);
    }

    pub(crate) fn text(&mut self, text: &str, styles: u8) {
        if let Some(line) = self.lines.last_mut() {
            line.text.extend(text.chars().map(|c| (c, styles)));
        }
    }

    pub(crate) fn block_of_lines(&mut self, text: &str) {
        for line in text.split('\n') {
            self.line(Place::Monospace);
            self.text(line, 0);
        }
    }
}

/// What a document shows, as far as Markdown can show it: where a number does not follow the one
/// before, a list begins, and empty lines at the end of a quote are nothing.
pub(crate) fn document(document: &Document<'_>) -> Shown {
    let mut shown = Shown::default();
    let (mut styles, mut last_number, mut node_of_text) = (0, None, Node::Paragraph);
    for (event, _) in document.events() {
        match event {
            Event::Enter(node) => {
                node_of_text = node;
                match node {
                    Node::Paragraph | Node::Quote => {
                        shown.blocks += 1;
                        let quote = node == Node::Quote;
                        shown.line(if quote { Place::Quote } else { Place::Paragraph });
                    }
                    Node::BulletedList | Node::NumberedList | Node::MonospaceBlock => {
                        shown.blocks += 1;
                        last_number = None;
                    }
                    Node::Item { number: None } => shown.line(Place::Bulleted),
                    Node::Item { number: Some(number) } => {
                        shown.blocks += usize::from(last_number.is_some_and(|n| n + 1 != number));
                        last_number = Some(number);
                        shown.line(Place::Numbered(number.into()));
                    }
                    Node::Spoiler => shown.text("||", styles),
                    _ => styles |= style(node),
                }
            }
            Event::Leave(node) => {
                node_of_text = Node::Paragraph;
                match node {
                    Node::Spoiler => shown.text("||", styles),
                    Node::Quote => trim(&mut shown.lines),
                    _ => styles &= !style(node),
                }
            }
            Event::Text(text) => {
                let text = text.replace('\0', "\u{FFFD}");
                match node_of_text {
                    Node::MonospaceBlock => shown.block_of_lines(&text),
                    Node::Link => {
                        shown.text(&text, styles);
                        let url = Link { text: &text }.url().into_owned();
                        shown.links.push((text, url));
                    }
                    _ => shown.text(&text, styles),
                }
            }
            Event::Break => shown.next_line(),
            _ => {}
        }
    }
    shown
}

fn style(node: Node) -> u8 {
    match node {
        Node::Bold => BOLD,
        Node::Italic => ITALIC,
        Node::Strikethrough => STRIKE,
        Node::InlineCode | Node::Monospace => CODE,
        _ => 0,
    }
}

/// Takes empty lines off the end of the last block, but its first line.
fn trim(lines: &mut Vec<Line>) {
    while let [.., before, last] = &lines[..]
        && last.text.is_empty()
        && before.block == last.block
    {
        lines.pop();
    }
}
