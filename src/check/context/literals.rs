//! Characters that could format and do not.

use alloc::vec::Vec;

use crate::document::{Code, Document};

/// One of `*`, `_`, `~` and backtick that is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    pub(crate) at: usize,
    pub(crate) marker: u8,
}

/// Those outside code and links, in order.
pub(super) fn literals(document: &Document<'_>) -> Vec<Literal> {
    let text = document.source();
    let mut literals = Vec::new();
    let (mut at, mut closed) = (0, 0u32);
    for op in document.ops() {
        if closed == 0 {
            let gap = &text.as_bytes()[at..op.start as usize];
            let marked = |byte: &u8| matches!(byte, b'*' | b'_' | b'~' | b'`');
            let found = gap.iter().enumerate().filter(|(_, byte)| marked(byte));
            literals.extend(found.map(|(i, &marker)| Literal { at: at + i, marker }));
        }
        match op.code {
            Code::EnterInlineCode | Code::EnterMonospace | Code::EnterMonospaceBlock => closed += 1,
            Code::EnterLink => closed += 1,
            Code::LeaveInlineCode | Code::LeaveMonospace | Code::LeaveMonospaceBlock => closed -= 1,
            Code::LeaveLink => closed -= 1,
            _ => {}
        }
        at = op.end as usize;
    }
    literals
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    #[test]
    fn markers_code_and_links_have_none() {
        let document = crate::parse("*a* 2*3 `b*` ~ ```_``` https://ex.com/_a_b _c");
        let literals = super::literals(&document);
        let places: Vec<_> = literals.iter().map(|literal| literal.at).collect();
        assert_eq!(places, [5, 13, 43]);
        assert_eq!(literals[2].marker, b'_');
    }
}
