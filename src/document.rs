//! The document: a text and the tape of operations on it.

mod block;
#[cfg(any(feature = "html", feature = "markdown"))]
mod builder;
mod event;
mod inline;
mod span;
mod tape;
#[cfg(feature = "serde")]
mod tree;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

pub use block::{Block, BlockKind, Blocks, Item, Items};
#[cfg(any(feature = "html", feature = "markdown"))]
pub(crate) use builder::{Builder, Line, Mark, Sources, Style};
pub use event::{Event, Events, Node};
pub use inline::{Inline, InlineKind, Inlines, Link};
pub use span::Span;
pub(crate) use tape::{Code, NO_MATE, Op};

/// A message: its text and what its formatting means.
///
/// A parsed document borrows its source and says where everything stands in it. It can be gone
/// over as a row of [events](Self::events) or as a tree of [blocks](Self::blocks), and written
/// as HTML, plain text, Markdown or terminal text.
///
/// # Guarantees
///
/// * Text is merged and never empty: between two pieces of text there is always something else.
/// * Spans are byte ranges of [`source`](Self::source), on character boundaries; they are in order
///   and a node's span lies within its parent's.
/// * A style never stands inside itself and blocks do not nest, so the depth is at most 7: list,
///   item, four styles, and one of code, link or mention.
///
/// # Examples
///
/// ```
/// let doc = wamark::parse("Hi *Ana*");
/// assert_eq!(doc.source(), "Hi *Ana*");
/// assert_eq!(format!("{doc:?}"), r#"Paragraph 0..8
///   Text 0..3 "Hi "
///   Bold 3..8
///     Text 4..7 "Ana"
/// "#);
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Document<'a> {
    text: Cow<'a, str>,
    tape: Vec<Op>,
    /// Whether the text is what somebody typed, rather than what is to be written.
    typed: bool,
}

impl<'a> Document<'a> {
    pub(crate) fn new(text: Cow<'a, str>, tape: Vec<Op>) -> Self {
        Self { text, tape, typed: true }
    }

    /// A document whose text was made to mean what the tape says.
    #[cfg(any(feature = "html", feature = "markdown"))]
    pub(crate) fn written(text: Cow<'a, str>, tape: Vec<Op>) -> Self {
        Self { text, tape, typed: false }
    }

    /// Whether the text is what somebody typed: it means what the tape says, whatever that is.
    pub(crate) fn is_typed(&self) -> bool {
        self.typed
    }

    /// The same text with another tape.
    #[cfg(any(feature = "html", feature = "markdown"))]
    pub(crate) fn with_tape(self, tape: Vec<Op>) -> Self {
        Self { tape, ..self }
    }

    pub(crate) fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    pub(crate) fn into_tape(self) -> Vec<Op> {
        self.tape
    }

    pub(crate) fn ops(&self) -> &[Op] {
        &self.tape
    }

    /// The text that spans refer to: the message, with its carriage returns turned into line feeds.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to show: the message is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The piece of the text at `span`.
    ///
    /// # Panics
    ///
    /// On a span that is not of this document and lies outside its text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// A document that owns its text.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document { text: Cow::Owned(self.text.into_owned()), tape: self.tape, typed: self.typed }
    }

    /// Everything in order: nodes entered and left, text, breaks.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::{Event, Node};
    ///
    /// let doc = wamark::parse("~a~\nb");
    /// let events: Vec<Event> = doc.events().map(|(event, _)| event).collect();
    /// assert_eq!(
    ///     events,
    ///     [
    ///         Event::Enter(Node::Paragraph),
    ///         Event::Enter(Node::Strikethrough),
    ///         Event::Text("a"),
    ///         Event::Leave(Node::Strikethrough),
    ///         Event::Break,
    ///         Event::Text("b"),
    ///         Event::Leave(Node::Paragraph),
    ///     ]
    /// );
    /// ```
    #[must_use]
    pub fn events(&self) -> Events<'_> {
        Events::new(self)
    }

    /// The blocks of the message, one after the other.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::BlockKind;
    ///
    /// let doc = wamark::parse("Buy:\n- milk\n- eggs");
    /// let items: Vec<&str> = doc
    ///     .blocks()
    ///     .filter_map(|block| match block.kind {
    ///         BlockKind::BulletedList(items) => Some(items),
    ///         _ => None,
    ///     })
    ///     .flatten()
    ///     .map(|item| doc.slice(item.span))
    ///     .collect();
    /// assert_eq!(items, ["- milk", "- eggs"]);
    /// ```
    #[must_use]
    pub fn blocks(&self) -> Blocks<'_> {
        Blocks::new(self)
    }

    /// The text between the operation before `index` and the one at `index`.
    #[inline]
    pub(crate) fn gap_before(&self, index: usize) -> Span {
        let start = index.checked_sub(1).map_or(0, |before| self.tape[before].end);
        Span { start, end: self.tape[index].start }
    }

    /// The span of the node that the operation at `index` enters.
    pub(crate) fn node_span(&self, index: usize) -> Span {
        let enter = self.tape[index];
        let leave = self.tape[enter.mate as usize];
        let end = match leave.code {
            // The line feeds behind a block are not part of it.
            Code::LeaveMonospaceBlock => self.fence_end(leave),
            code if code.is_inline() => leave.end,
            _ => leave.start,
        };
        Span { start: enter.start, end }
    }
}

impl Document<'_> {
    /// Where the line feeds behind a block begin that `op` covers: behind a closing fence, if it is
    /// one.
    pub(crate) fn fence_end(&self, op: Op) -> u32 {
        if op.code != Code::LeaveMonospaceBlock {
            return op.start;
        }
        let own = self.text[op.start as usize..op.end as usize].starts_with('\n');
        op.end.min(op.start + u32::from(own) + 3)
    }

    /// The span of the item that begins at the operation at `index`, and the operation that ends it.
    pub(crate) fn item(&self, index: usize) -> (Span, usize) {
        let op = self.tape[index];
        let lf = self.text[op.start as usize..op.end as usize].starts_with('\n');
        let inside = self.tape[index + 1..].iter().position(|op| op.code.ends_item());
        let end = index + 1 + inside.unwrap_or(0);
        (Span { start: op.start + u32::from(lf), end: self.tape[end].start }, end)
    }
}

/// The tree, one node a line.
impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut depth = 0;
        for (event, span) in self.events() {
            if let Event::Leave(_) = event {
                depth -= 2;
                continue;
            }
            write!(f, "{:depth$}", "")?;
            match event {
                Event::Enter(node) => {
                    writeln!(f, "{node:?} {span:?}")?;
                    depth += 2;
                }
                Event::Text(text) => writeln!(f, "Text {span:?} {text:?}")?,
                other => writeln!(f, "{other:?} {span:?}")?,
            }
        }
        Ok(())
    }
}
