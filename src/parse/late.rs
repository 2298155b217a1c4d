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

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned as _;
    use alloc::string::String;

    use proptest::prelude::*;

    use super::*;
    use crate::parse::{Client, Parser};

    fn keys(ops: &[Op]) -> Vec<(Code, u32, u32, u32)> {
        ops.iter().map(|op| (op.code, op.start, op.end, op.mate)).collect()
    }

    /// On Android links have no part in formatting: found late, they are where they are else. (Not
    /// behind a fence on its line, where no reader writes.)
    fn check(text: &str) {
        let parse = |links| Parser::new().client(Client::Android).links(links).parse(text);
        let bare = parse(false);
        let read = Document::written(bare.source().to_owned().into(), bare.into_tape());
        assert_eq!(keys(read.with_links().ops()), keys(parse(true).ops()), "{text:?}");
    }

    #[test]
    fn links_are_found_in_all_blocks() {
        check("a.com\n- b.com\n1. *c.com* d.com\n> _@12345_ (e.com)\n\n```\nf.com\n```\ng.com");
    }

    #[test]
    fn what_is_typed_and_what_has_links_stays() {
        let typed = Parser::new().links(false).parse("a.com");
        assert_eq!(keys(typed.clone().with_links().ops()), keys(typed.ops()));
        let linked = Parser::new().parse("a.com");
        let tape = linked.ops().to_vec();
        let read = Document::written("a.com b.com".into(), tape.clone());
        assert_eq!(keys(read.with_links().ops()), keys(&tape));
    }

    fn texts() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[*_~a. :\n]",
            prop::sample::select(alloc::vec![
                "a.com",
                "www.b.org/_c_",
                "https://e.com/*x*",
                "@12345",
                "@12345@a.com",
                "- ",
                "> ",
                "1. ",
                "\n```\n",
                "`c.com`",
                "\n",
                "*a* ",
                "_b.com_ ",
                "é.com",
                "(",
                ")",
            ])
            .prop_map(String::from),
        ];
        prop::collection::vec(piece, 1..20).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn links_are_where_android_finds_them(text in texts()) {
            check(&text);
        }
    }
}
