//! Signs of Markdown, as [`dialect`](crate::dialect) finds them.

use alloc::vec::Vec;
use core::ops::Range;

use memchr::memmem::find;

use super::signs::Signs;
use crate::dialect::{Code, Reason, Sign, markdown_signs};
use crate::document::Document;

/// What Markdown would make of a text.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    signs: Vec<Reason>,
    code: Code,
}

impl Foreign {
    /// Of a text with these signs; `doubled` tells whether it has `**`, `__` or `~~`.
    pub(super) fn new(document: &Document<'_>, signs: &Signs, doubled: bool) -> Self {
        let text = document.source().as_bytes();
        let has = |needle: &str| find(text, needle.as_bytes()).is_some();
        // Most texts have nothing of it, and do not pay for the search.
        let may = |sign, needle| signs.has(sign) && has(needle);
        let worth = signs.has(b'\\')
            || signs.has(b'|') && signs.has(b'-')
            || signs.has(b'<')
            || signs.has(b'&') && signs.has(b';')
            || doubled
            || may(b'#', "# ")
            || may(b']', "](");
        if !worth {
            return Self::default();
        }
        let (signs, code) = markdown_signs(document);
        Self { signs, code }
    }

    /// Those of certain kinds, in the order of the text.
    pub(super) fn of(&self, signs: &[Sign]) -> Vec<(Sign, Range<usize>)> {
        let of_kind = self.signs.iter().filter(|reason| signs.contains(&reason.sign));
        of_kind.map(|reason| (reason.sign, reason.span.range())).collect()
    }

    pub(super) fn code(&self) -> &Code {
        &self.code
    }
}
