//! The document as a row of events.

use super::{Code, Document, Op, Span};

/// What can be entered and left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Node {
    /// Lines of text: `a⏎b` → `<p>a<br />b</p>`
    Paragraph,
    /// Neighbouring quote lines: `> a⏎> b` → `<blockquote>a<br />b</blockquote>`
    Quote,
    /// Neighbouring bulleted items: `- a` → `<ul><li>a</li></ul>`
    BulletedList,
    /// Neighbouring numbered items: `2. a` → `<ol start="2"><li>a</li></ol>`
    NumberedList,
    /// An item of either list; a numbered one has its typed number.
    Item {
        /// The number typed, 0 to 99; none in a bulleted list.
        number: Option<u16>,
    },
    /// Monospace of several lines: ```` ```⏎a⏎b⏎``` ```` → `<pre><code>a⏎b</code></pre>`
    MonospaceBlock,
    /// `*a*` → `<strong>a</strong>`
    Bold,
    /// `_a_` → `<em>a</em>`
    Italic,
    /// `~a~` → `<s>a</s>`
    Strikethrough,
    /// `||a||`, with the option [`Parser::spoilers`](crate::Parser::spoilers)
    Spoiler,
    /// `` `a` `` → `<code>a</code>`
    InlineCode,
    /// Monospace within a line: ```` ```a``` ```` → `<code>a</code>`
    Monospace,
    /// A URL or an e-mail address in the text.
    Link,
    /// `@` and the digits of a phone number or an account.
    Mention,
}

/// One step through a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Event<'d> {
    /// A node begins. Its span is that of the whole node, markers included.
    Enter(Node),
    /// The node ends. Its span is that of the whole node, too.
    Leave(Node),
    /// Text as it is shown. Only that of a monospace block can hold line feeds.
    Text(&'d str),
    /// A line ends inside a paragraph or a quote.
    Break,
    /// An empty line between blocks, before the first one or behind the last one.
    BlankLine,
}

/// The events of a document, each with its span. See [`Document::events`].
#[derive(Clone, Debug)]
pub struct Events<'d> {
    document: &'d Document<'d>,
    /// The operation that is being told, and how far.
    index: usize,
    step: u32,
    /// The operation that began the open item.
    item: usize,
}

impl<'d> Events<'d> {
    pub(super) fn new(document: &'d Document<'_>) -> Self {
        Self { document, index: 0, step: 0, item: 0 }
    }

    /// What an operation says at a step: the text before it, the end of an item, its own node, the
    /// beginning of an item, and then empty lines.
    fn say(&mut self, op: Op, step: u32) -> Option<(Event<'d>, Span)> {
        let document = self.document;
        match step {
            0 => {
                let gap = document.gap_before(self.index);
                (!gap.is_empty()).then(|| (Event::Text(document.slice(gap)), gap))
            }
            1 if op.code.ends_item() => {
                let number = document.ops()[self.item].number();
                Some((Event::Leave(Node::Item { number }), document.item(self.item).0))
            }
            2 if op.code == Code::Break => {
                Some((Event::Break, Span { start: op.start, end: op.end }))
            }
            2 if op.code.is_enter() => {
                Some((Event::Enter(node(op.code)?), document.node_span(self.index)))
            }
            2 => {
                let event = Event::Leave(node(op.code)?);
                Some((event, document.node_span(op.mate as usize)))
            }
            3 if op.code.begins_item() => {
                self.item = self.index;
                let event = Event::Enter(Node::Item { number: op.number() });
                Some((event, document.item(self.index).0))
            }
            1 | 3 => None,
            _ => self.blank_line(op, step - 4),
        }
    }

    /// Empty line `n` of those that the operation counts.
    fn blank_line(&self, op: Op, n: u32) -> Option<(Event<'d>, Span)> {
        if n >= u32::from(op.blank_lines()) {
            return None;
        }
        // A line feed that ends a block comes before those of the empty lines.
        let first = self.document.fence_end(op) + u32::from(op.code.is_leave());
        let start = (first + n).min(op.end);
        Some((Event::BlankLine, Span { start, end: (start + 1).min(op.end) }))
    }
}

impl<'d> Iterator for Events<'d> {
    type Item = (Event<'d>, Span);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let op = *self.document.ops().get(self.index)?;
            let step = self.step;
            self.step += 1;
            if let Some(event) = self.say(op, step) {
                return Some(event);
            }
            if step >= 4 {
                self.index += 1;
                self.step = 0;
            }
        }
    }
}

/// The node that an operation enters or leaves; items have no operations of their own.
fn node(code: Code) -> Option<Node> {
    Some(match code {
        Code::EnterBold | Code::LeaveBold => Node::Bold,
        Code::EnterItalic | Code::LeaveItalic => Node::Italic,
        Code::EnterStrikethrough | Code::LeaveStrikethrough => Node::Strikethrough,
        Code::EnterSpoiler | Code::LeaveSpoiler => Node::Spoiler,
        Code::EnterInlineCode | Code::LeaveInlineCode => Node::InlineCode,
        Code::EnterMonospace | Code::LeaveMonospace => Node::Monospace,
        Code::EnterLink | Code::LeaveLink => Node::Link,
        Code::EnterMention | Code::LeaveMention => Node::Mention,
        Code::EnterParagraph | Code::LeaveParagraph => Node::Paragraph,
        Code::EnterQuote | Code::LeaveQuote => Node::Quote,
        Code::EnterBulletedList | Code::LeaveBulletedList => Node::BulletedList,
        Code::EnterNumberedList | Code::LeaveNumberedList => Node::NumberedList,
        Code::EnterMonospaceBlock | Code::LeaveMonospaceBlock => Node::MonospaceBlock,
        Code::Break | Code::NextItem | Code::NextNumberedItem | Code::BlankLines => return None,
    })
}
