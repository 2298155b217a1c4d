//! Links and mentions: they protect nothing (R80 is Web's), formatting comes first.

use crate::document::{Code, NO_MATE, Op};

use super::super::link::Found;

/// Keeps the links that lie in no code and have no operation in them; the others lose their
/// length. Operations without a mate are text.
pub(in crate::parse) fn keep_whole(ops: &[Op], links: &mut [Found]) {
    let stands = |op: &&Op| !op.code.is_inline() || op.mate != NO_MATE;
    let mut ops = ops.iter().filter(stands).peekable();
    let mut in_code = false;
    for link in links {
        while let Some(op) = ops.next_if(|op| op.end <= link.start) {
            in_code = matches!(
                op.code,
                Code::EnterInlineCode | Code::EnterMonospace | Code::EnterMonospaceBlock
            );
        }
        if in_code || ops.peek().is_some_and(|op| op.start < link.end) {
            link.end = link.start;
        }
    }
}
