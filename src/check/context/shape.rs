//! What one pass over the tape tells: most lints need not go over it again.

use crate::document::{Code, Document};

use super::lines::Begins;
use super::literals::is_closed;

/// What a message is made of.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::check) struct Shape {
    /// A bit for each code on the tape.
    codes: u32,
    /// What its text lines begin with.
    pub(super) begins: Begins,
    /// How many markers format, or stand in code and links.
    markers: usize,
}

const _: () = assert!((Code::LeaveMonospaceBlock as u32) < u32::BITS);

impl Shape {
    pub(super) fn of(document: &Document<'_>) -> Self {
        let (bytes, ops) = (document.source().as_bytes(), document.ops());
        let mut shape = Self::default();
        for op in ops {
            shape.codes |= 1 << op.code as u32;
            shape.markers += match op.code {
                // What follows the mark of a quote's next line is seen as well, and does no harm.
                Code::EnterParagraph | Code::Break => {
                    shape.begins = shape.begins.or(Begins::at(bytes, op.end as usize));
                    0
                }
                code if is_closed(code) => {
                    let marker = match code {
                        Code::EnterLink | Code::LeaveLink => 0,
                        Code::EnterInlineCode | Code::LeaveInlineCode => 1,
                        _ => 3,
                    };
                    let inside = op.end as usize..ops[op.mate as usize].start as usize;
                    let is_marker = |byte: &&u8| is_marker(**byte);
                    // Mostly some bytes.
                    let count = |bytes: &[u8]| bytes.iter().filter(is_marker).count();
                    marker + if code.is_enter() { count(&bytes[inside]) } else { 0 }
                }
                code if code < Code::EnterInlineCode => 1,
                Code::EnterBulletedList => usize::from(bytes[op.start as usize] == b'*'),
                Code::NextItem => usize::from(bytes[op.start as usize + 1] == b'*'),
                _ => 0,
            };
        }
        shape
    }

    /// Whether an operation is on the tape.
    pub(in crate::check) fn has(self, code: Code) -> bool {
        self.codes >> code as u32 & 1 == 1
    }

    /// Whether all markers of the text format, or stand in code and links, as in most texts: told by
    /// their numbers.
    pub(super) fn all_format(self, text: &str) -> bool {
        self.markers == count(text.as_bytes())
    }
}

/// How many markers there are.
fn count(bytes: &[u8]) -> usize {
    // Less than 256 in each, so that the compiler can count many at once.
    let chunks = bytes.chunks(128).map(|chunk| {
        let markers = chunk.iter().map(|byte| u8::from(is_marker(*byte)));
        usize::from(markers.fold(0, u8::wrapping_add))
    });
    chunks.sum()
}

const fn is_marker(byte: u8) -> bool {
    (byte == b'*') | (byte == b'_') | (byte == b'~') | (byte == b'`')
}

#[cfg(test)]
mod tests {
    use super::Shape;

    fn all_format(text: &str) -> bool {
        Shape::of(&crate::parse(text)).all_format(text)
    }

    #[test]
    fn markers_that_format_are_counted() {
        for text in [
            "",
            "*a* _b_ ~c~ `d_` ```*e```",
            "* *a*\n* b\n- c\n• d",
            "x\n```\n_y\n```\n*z*",
            "http://e.com/a_b_c",
        ] {
            assert!(all_format(text), "{text}");
        }
        for text in ["*", "a_b", "* *", "`*` *", "*a**", "_```*```", "~x\n```\n_\n```"] {
            assert!(!all_format(text), "{text}");
        }
    }
}
