//! Graphemes, no more of them than are looked at.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::unit::Unit;

use super::Search;

/// The graphemes from `from` on. One that is much longer than what is looked for comes in pieces:
/// it is as long as the text, maybe, and to be looked at for each part in it.
pub(super) fn graphemes(
    source: &str,
    from: usize,
    unit: Unit,
    search: Search,
) -> impl Iterator<Item = (usize, &str)> {
    let end = if unit == Unit::Graphemes {
        source.len()
    } else {
        // Longer than both, in any unit.
        let length = search.target.saturating_add(search.room).saturating_add(16);
        let at = from.saturating_add(length.saturating_mul(4));
        (at..source.len()).find(|at| source.is_char_boundary(*at)).unwrap_or(source.len())
    };
    let within = source[from..end].grapheme_indices(true);
    let behind = source[end..].grapheme_indices(true);
    let within = within.map(move |(start, grapheme)| (from + start, grapheme));
    within.chain(behind.map(move |(start, grapheme)| (end + start, grapheme)))
}
