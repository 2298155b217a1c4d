//! Characters that could format and do not.

use alloc::vec::Vec;

use crate::document::{Code, Document};
use crate::parse::scan::Scanner;

use super::shape::Shape;

/// One of `*`, `_`, `~` and backtick that is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    pub(crate) at: usize,
    pub(crate) marker: u8,
}

/// Two of the same kind on one line, with none of that kind between them, formatting or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) marker: u8,
    pub(crate) open: usize,
    pub(crate) close: usize,
}

/// Those outside code and links, in order, and their pairs in the order of their ends.
#[derive(Debug, Default)]
pub(super) struct Literals {
    pub(super) all: Vec<Literal>,
    pub(super) pairs: Vec<Pair>,
    /// Whether there are two `*`, `_` or `~` directly behind each other, formatting or not, if any
    /// is text at all.
    pub(super) doubled: bool,
    /// The last one of each kind on the line.
    last: [Option<usize>; MARKERS.len()],
}

const MARKERS: [u8; 4] = *b"*_~`";

impl Literals {
    pub(super) fn of(document: &Document<'_>, shape: Shape) -> Self {
        let mut literals = Self::default();
        if shape.all_format(document.source()) {
            return literals;
        }
        let mut scanner = Scanner::<false>::new(document.source().as_bytes(), false);
        let (mut before, mut doubled) = ((0, b'\n'), false);
        let mut stop = || {
            let next = scanner.next();
            if let Some((at, byte)) = next {
                let again = at.wrapping_sub(1) == before.0 && byte == before.1;
                doubled |= again & !matches!(byte, b'\n' | b'`');
                before = (at, byte);
            }
            next
        };
        let mut next = stop();
        let mut closed = 0u32;
        for op in document.ops() {
            while let Some((at, byte)) = next.filter(|(at, _)| *at < op.start as usize) {
                if closed == 0 {
                    literals.add(at, byte);
                }
                next = stop();
            }
            while next.is_some_and(|(at, _)| at < op.end as usize) {
                next = stop();
            }
            match op.code {
                code if is_closed(code) && code.is_enter() => closed += 1,
                code if is_closed(code) => closed -= 1,
                Code::EnterBold | Code::LeaveBold => literals.last[0] = None,
                Code::EnterItalic | Code::LeaveItalic => literals.last[1] = None,
                Code::EnterStrikethrough | Code::LeaveStrikethrough => literals.last[2] = None,
                code if code.is_inline() => {}
                // All others begin a line or a block.
                _ => literals.last = [None; MARKERS.len()],
            }
        }
        literals.doubled = doubled;
        literals
    }

    fn add(&mut self, at: usize, marker: u8) {
        let Some(kind) = MARKERS.iter().position(|known| *known == marker) else { return };
        self.all.push(Literal { at, marker });
        if let Some(open) = self.last[kind].replace(at) {
            self.pairs.push(Pair { marker, open, close: at });
        }
    }
}

/// Whether it enters or leaves what is not looked into.
pub(super) fn is_closed(code: Code) -> bool {
    matches!(
        code,
        Code::EnterInlineCode
            | Code::LeaveInlineCode
            | Code::EnterMonospace
            | Code::LeaveMonospace
            | Code::EnterMonospaceBlock
            | Code::LeaveMonospaceBlock
            | Code::EnterLink
            | Code::LeaveLink
    )
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{Literals, Shape};
    use crate::document::Document;

    fn of(document: &Document<'_>) -> Literals {
        Literals::of(document, Shape::of(document))
    }

    #[test]
    fn markers_code_and_links_have_none() {
        let document = crate::parse("*a* 2*3 `b*` ~ ```_``` https://ex.com/_a_b _c");
        let literals = of(&document);
        let places: Vec<_> = literals.all.iter().map(|literal| literal.at).collect();
        assert_eq!(places, [5, 13, 43]);
        assert_eq!(literals.all[2].marker, b'_');
        assert_eq!((literals.pairs, literals.doubled), (Vec::new(), false));
    }

    #[test]
    fn doubled_ones_are_noticed_wherever_they_stand() {
        for (text, doubled) in [
            ("a**", true),
            ("*a**b* _", true),
            ("~_a_~", false),
            ("``\n\n", false),
            ("x\n__", true),
        ] {
            assert_eq!(of(&crate::parse(text)).doubled, doubled, "{text}");
        }
    }

    #[test]
    fn pairs_are_neighbours_on_a_line() {
        let document = crate::parse("*a *b *c* ~\n~ x_ y_ z_");
        let literals = of(&document);
        let pairs: Vec<_> = literals.pairs.iter().map(|pair| (pair.open, pair.close)).collect();
        // Those of the first line stand within bold.
        assert_eq!(pairs, [(3, 6), (15, 18), (18, 21)]);
    }
}
