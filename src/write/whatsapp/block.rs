//! Monospace blocks whose text holds what would end them.

use core::ops::Range;

/// Pieces of a block: lines that can stand in one, or a line that cannot.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Block(Range<usize>),
    /// A line with three backticks in a row: written as a line of text with code in it.
    Line(Range<usize>),
}

/// The pieces of the block with the text `content`; blank ones at the ends of a piece are left out.
pub(super) fn pieces(content: &str) -> impl Iterator<Item = Piece> {
    let mut from = 0;
    core::iter::from_fn(move || {
        let rest = &content[from..];
        if rest.is_empty() {
            return None;
        }
        let Some(fence) = rest.find("```") else {
            let piece = from..content.len();
            from = content.len();
            return Some(Piece::Block(piece));
        };
        let start = rest[..fence].rfind('\n').map_or(0, |lf| lf + 1);
        if start > 0 {
            let piece = from..from + start - 1;
            from += start;
            return Some(Piece::Block(piece));
        }
        let end = rest.find('\n').unwrap_or(rest.len());
        let piece = from..from + end;
        from = (from + end + 1).min(content.len());
        Some(Piece::Line(piece))
    })
    .filter(move |piece| match piece {
        Piece::Block(range) | Piece::Line(range) => !content[range.clone()].trim().is_empty(),
    })
}
