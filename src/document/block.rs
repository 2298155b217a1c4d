//! The document as a tree: blocks and the items of lists.

use super::{Code, Document, Inlines, Span};

/// A block and where it stands.
#[derive(Clone, Debug)]
pub struct Block<'d> {
    /// What it is.
    pub kind: BlockKind<'d>,
    /// The whole block, its marks and fences included, the line feed behind it not.
    pub span: Span,
}

/// The kinds of blocks.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BlockKind<'d> {
    /// Lines of text.
    Paragraph(Inlines<'d>),
    /// Neighbouring lines with `> `.
    Quote(Inlines<'d>),
    /// Neighbouring lines with `- `, `* ` or `• `.
    BulletedList(Items<'d>),
    /// Neighbouring lines with a number.
    NumberedList(Items<'d>),
    /// Monospace of several lines; its text, without the line feeds that are the fences' own.
    MonospaceBlock(&'d str),
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item<'d> {
    /// The number typed, 0 to 99; none in a bulleted list.
    pub number: Option<u16>,
    /// What it says.
    pub inlines: Inlines<'d>,
    /// The whole item, its mark included.
    pub span: Span,
}

/// The blocks of a document. See [`Document::blocks`].
#[derive(Clone, Debug)]
pub struct Blocks<'d> {
    document: &'d Document<'d>,
    next: usize,
}

impl<'d> Blocks<'d> {
    pub(super) fn new(document: &'d Document<'_>) -> Self {
        Self { document, next: 0 }
    }
}

impl<'d> Iterator for Blocks<'d> {
    type Item = Block<'d>;

    fn next(&mut self) -> Option<Block<'d>> {
        let document = self.document;
        loop {
            let index = self.next;
            let op = *document.ops().get(index)?;
            if op.code == Code::BlankLines {
                self.next += 1;
                continue;
            }
            let end = op.mate as usize;
            self.next = end + 1;
            let inside = index + 1..end;
            let kind = match op.code {
                Code::EnterQuote => BlockKind::Quote(Inlines::new(document, inside)),
                Code::EnterBulletedList => {
                    BlockKind::BulletedList(Items { document, next: index, end })
                }
                Code::EnterNumberedList => {
                    BlockKind::NumberedList(Items { document, next: index, end })
                }
                Code::EnterMonospaceBlock => {
                    BlockKind::MonospaceBlock(document.slice(document.gap_before(end)))
                }
                _ => BlockKind::Paragraph(Inlines::new(document, inside)),
            };
            return Some(Block { kind, span: document.node_span(index) });
        }
    }
}

/// The items of a list.
#[derive(Clone, Debug)]
pub struct Items<'d> {
    document: &'d Document<'d>,
    /// The operation that begins the next item, and the one that leaves the list.
    next: usize,
    end: usize,
}

impl<'d> Iterator for Items<'d> {
    type Item = Item<'d>;

    fn next(&mut self) -> Option<Item<'d>> {
        let index = self.next;
        if index == self.end {
            return None;
        }
        let (span, end) = self.document.item(index);
        self.next = end;
        Some(Item {
            number: self.document.ops()[index].number(),
            inlines: Inlines::new(self.document, index + 1..end),
            span,
        })
    }
}
