//! Where a part may end, and which end is better.

use super::place::Place;

/// What stands where a text is cut; the better, the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The end of the text, or an empty line.
    Blank,
    /// The end of a line, a block, an item.
    Line,
    /// The end of a line of a monospace block.
    CodeLine,
    Sentence,
    Word,
    Grapheme,
    /// Within a link, a mention, a placeholder.
    InWhole,
    /// Within a grapheme.
    Char,
}

impl Kind {
    /// Worse ends are taken only where there is no better one at all.
    fn rank(self) -> Self {
        self.max(Self::Word)
    }
}

/// An end of a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    /// Where the piece of the source ends.
    pub(super) end: usize,
    /// Whether nothing is open there.
    pub(super) closed: bool,
    /// How long the part is, but for invisible characters.
    pub(super) cost: usize,
    /// Where the next part begins.
    pub(super) next: Option<Place>,
}

/// How good an end is: less is better. Among those not of another rank: one that leaves the part
/// half as long as can be or more, then one a quarter as long or more, and so on; of those, by
/// kind; of those, the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score(Kind, u32, Kind);

impl Score {
    pub(super) const WORST: Self = Self(Kind::Char, u32::MAX, Kind::Char);

    pub(super) fn of(kind: Kind, cost: usize, target: usize) -> Self {
        let halvings = (target.saturating_sub(1) / cost.max(1)).checked_ilog2().unwrap_or(0);
        Self(kind.rank(), halvings, kind)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Score};

    #[test]
    fn kinds_before_length_and_half_before_kinds() {
        let score = |kind, cost| Score::of(kind, cost, 100);
        assert!(score(Kind::Blank, 50) < score(Kind::Word, 100));
        assert!(score(Kind::Blank, 49) > score(Kind::Word, 51));
        assert!(score(Kind::Word, 3) < score(Kind::Grapheme, 100));
        assert!(score(Kind::Char, 100) < Score::WORST);
    }
}
