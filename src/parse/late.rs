//! Links and mentions of documents that another notation was read into: they are looked for when
//! the document is there, as formatting is not to be found but known.

use alloc::vec::Vec;

use crate::document::{Code, Document, NO_MATE, Op};

use super::android::keep_whole;
use super::lines::{find_links, pair_up};
use super::link::Found;

impl Document<'_> {
    /// The document with its links and mentions as nodes, as [`parse`](crate::parse) makes them.
    ///
    /// For documents that were read from another notation, which have none. A parsed document, and
    /// one with links, is handed back as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(feature = "markdown")] {
    /// use wamark::{Document, HtmlStyle, MarkdownOptions};
    ///
    /// let reading = Document::from_markdown("see ex.com", &MarkdownOptions::default());
    /// let html = reading.into_document().with_links().to_html(&HtmlStyle::preview());
    /// assert!(html.contains(r#"<a href="https://ex.com""#));
    /// # }
    /// ```
    #[must_use]
    pub fn with_links(self) -> Self {
        if self.is_typed() || self.ops().iter().any(|op| op.code.is_link()) {
            return self;
        }
        let mut tape = Vec::with_capacity(self.ops().len());
        let mut found = Vec::new();
        let mut first = 0;
        for (index, op) in self.ops().iter().enumerate() {
            if op.code.is_inline() {
                continue;
            }
            if op.code != Code::LeaveMonospaceBlock && index > 0 {
                let line = self.ops()[first].end as usize..op.start as usize;
                find_links(self.source(), line, true, self.ops(), first, &mut found);
            }
            keep_whole(&self.ops()[first..=index], &mut found);
            push_with_links(&mut tape, &self.ops()[first..index], &found);
            found.clear();
            first = index;
        }
        tape.extend_from_slice(&self.ops()[first..]);
        pair_up(&mut tape, 0);
        self.with_tape(tape)
    }
}

/// Appends the operations with those of the links between them.
fn push_with_links(tape: &mut Vec<Op>, ops: &[Op], links: &[Found]) {
    let mut ops = ops.iter().peekable();
    for link in links.iter().filter(|link| link.start < link.end) {
        while let Some(op) = ops.next_if(|op| op.end <= link.start) {
            tape.push(*op);
        }
        let (enter, leave) = if link.is_mention {
            (Code::EnterMention, Code::LeaveMention)
        } else {
            (Code::EnterLink, Code::LeaveLink)
        };
        for (code, at) in [(enter, link.start), (leave, link.end)] {
            let mut op = Op::new(code, at, at, NO_MATE);
            op.expect_nul();
            tape.push(op);
        }
    }
    tape.extend(ops);
}
