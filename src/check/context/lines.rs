//! The lines of a message and what each is.

use alloc::vec::Vec;
use core::ops::Range;

use crate::document::{Code, Document};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Bullet,
    Number(u16),
    Quote,
}

/// A line, or what stands of it before or behind a monospace block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) kind: Kind,
    /// All of it, without its line feed.
    pub(crate) span: Range<usize>,
    /// Where its text begins: behind the mark of an item or a quote.
    pub(crate) text: usize,
    /// Whether it stands directly below the line before in the list: nothing is between them.
    pub(crate) follows: bool,
}

/// Empty lines are in a paragraph or between blocks; those between are left out.
pub(super) fn lines(document: &Document<'_>) -> Vec<Line> {
    let text = document.source();
    let mut lines: Vec<Line> = Vec::new();
    let mut in_quote = false;
    let mut open: Option<(Kind, usize, usize)> = None;
    for op in document.ops() {
        let kind = match op.code {
            Code::EnterParagraph => Some(Kind::Text),
            Code::Break if !in_quote => Some(Kind::Text),
            Code::EnterQuote | Code::Break => Some(Kind::Quote),
            Code::EnterBulletedList | Code::NextItem => Some(Kind::Bullet),
            Code::EnterNumberedList | Code::NextNumberedItem => Some(Kind::Number(op.value)),
            code if code.is_inline() => continue,
            _ => None,
        };
        let covered = op.start as usize..op.end as usize;
        if let Some((kind, start, behind)) = open.take() {
            let follows = lines.last().is_some_and(|before| before.span.end + 1 == start);
            lines.push(Line { kind, span: start..covered.start, text: behind, follows });
        }
        if let Some(kind) = kind {
            in_quote = kind == Kind::Quote;
            let line_feed = text[covered.clone()].starts_with('\n');
            open = Some((kind, covered.start + usize::from(line_feed), covered.end));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{Kind, lines};

    #[test]
    fn each_line_is_what_it_is() {
        let document = crate::parse("a\n- b *c*\n- d\n> e\n> f\n\n7. g\n```\nh\n```\ni");
        let text = document.source();
        let lines = lines(&document);
        let lines: Vec<_> = lines
            .iter()
            .map(|line| (line.kind, &text[line.span.clone()], &text[line.text..], line.follows))
            .map(|(kind, line, rest, follows)| (kind, line, &rest[..1], follows))
            .collect();
        assert_eq!(
            lines,
            [
                (Kind::Text, "a", "a", false),
                (Kind::Bullet, "- b *c*", "b", true),
                (Kind::Bullet, "- d", "d", true),
                (Kind::Quote, "> e", "e", true),
                (Kind::Quote, "> f", "f", true),
                (Kind::Number(7), "7. g", "g", false),
                (Kind::Text, "i", "i", false),
            ]
        );
    }
}
