//! The proof: the text is parsed as each client does, and every operation compared with what is
//! meant. Equal operations on one text are equal meaning: the text between them is the same.

use alloc::vec::Vec;

use crate::document::{Code, Document, Op};
use crate::parse::{Client, Parser};

/// Something that a client reads and nobody means, or the other way round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Difference {
    /// An offset in the line that it is in.
    pub(super) at: usize,
    pub(super) is_meant: bool,
}

/// Those that have to agree.
const CLIENTS: [Client; 2] = [Client::Web, Client::Android];

/// Parses texts to compare them with what they are to mean.
pub(super) struct Prover {
    parser: Parser,
}

impl Prover {
    /// A prover for documents of so many operations.
    pub(super) fn new(operations: usize) -> Self {
        Self { parser: Parser::new().links(false).with_room_for(operations) }
    }

    /// Whether both clients read the document's text as it means.
    pub(super) fn holds(&mut self, document: &Document<'_>) -> bool {
        CLIENTS.into_iter().all(|client| {
            let read = self.parse(client, document);
            let holds = read.ops().iter().map(key).eq(meant(document).map(key));
            self.parser.recycle(read);
            holds
        })
    }

    /// Where a client reads something else, in no order.
    pub(super) fn differences(&mut self, document: &Document<'_>) -> Vec<Difference> {
        let mut at = Vec::new();
        for client in CLIENTS {
            let read = self.parse(client, document);
            compare(read.ops().iter(), meant(document), &mut at);
            self.parser.recycle(read);
        }
        at
    }

    fn parse<'d>(&mut self, client: Client, document: &'d Document<'_>) -> Document<'d> {
        self.parser.set_client(client);
        self.parser.parse(document.source())
    }
}

/// The operations that have to be read: links stand by themselves.
fn meant<'d>(document: &'d Document<'_>) -> impl Iterator<Item = &'d Op> {
    document.ops().iter().filter(|op| !op.code.is_link())
}

fn key(op: &Op) -> (u32, u32, Code) {
    (op.start, op.end, op.code)
}

/// Notes the place of each operation that stands in one row only.
fn compare<'o>(
    read: impl Iterator<Item = &'o Op>,
    meant: impl Iterator<Item = &'o Op>,
    at: &mut Vec<Difference>,
) {
    let (mut read, mut meant) = (read.peekable(), meant.peekable());
    loop {
        let is_meant = match (read.peek(), meant.peek()) {
            (Some(one), Some(other)) if key(one) == key(other) => {
                read.next();
                meant.next();
                continue;
            }
            (Some(one), Some(other)) => key(one) > key(other),
            (read, _) => read.is_none(),
        };
        let op = if is_meant { meant.next() } else { read.next() };
        let Some(op) = op else { return };
        at.push(Difference { at: place(op), is_meant });
    }
}

/// The line that an operation says something of begins before this offset or with it.
fn place(op: &Op) -> usize {
    match op.code {
        // These cover the line feed before the line that they begin.
        Code::Break | Code::NextItem | Code::NextNumberedItem => op.end as usize,
        _ => op.start as usize,
    }
}
