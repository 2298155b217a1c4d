//! How overlaps are resolved: the four steps of the rules, in one place (R20, R34, R44, R80, R81).
//!
//! Candidates come in order of their start: those on the tape merged with the links, which are
//! kept beside it. Ranges taken that have not ended are nested in each other, so a stack of them
//! is as deep as there are constructs, and each candidate is held against few.
//!
//! Items and quotes are not candidates here: nothing but monospace can reach past the end of
//! their line, and the line driver has made such a line text before.

use crate::document::{Code, NO_MATE, Op};

use super::super::link::Found;

/// The ranges that can be open at once: four styles, and one of code, monospace, link, mention.
const DEPTH: usize = 8;

/// Which construct is stronger. Equal ones: what starts first wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Mention,
    Emphasis,
    Link,
    InlineCode,
    Monospace,
}

/// Where a range stands: on the tape or among the links.
#[derive(Clone, Copy, Debug)]
enum Place {
    Op(usize),
    Link(usize),
}

#[derive(Clone, Copy, Debug)]
struct Range {
    end: u32,
    /// Where the closing marker begins.
    content_end: u32,
    strength: Strength,
    place: Place,
}

impl Range {
    const NONE: Self =
        Self { end: 0, content_end: 0, strength: Strength::Mention, place: Place::Op(0) };

    /// The candidate that the operation enters, if it enters one and has a closer.
    fn of_op(ops: &[Op], first: usize, index: usize) -> Option<Self> {
        let op = ops[index];
        if op.mate == NO_MATE || !op.code.is_enter() {
            return None;
        }
        let strength = match op.code {
            Code::EnterMonospace | Code::EnterMonospaceBlock => Strength::Monospace,
            Code::EnterInlineCode => Strength::InlineCode,
            code if code.is_inline() => Strength::Emphasis,
            _ => return None,
        };
        let closer = ops[op.mate as usize - first];
        Some(Self { end: closer.end, content_end: closer.start, strength, place: Place::Op(index) })
    }

    fn of_link(links: &[Found], index: usize) -> Self {
        let link = links[index];
        let strength = if link.is_mention { Strength::Mention } else { Strength::Link };
        Self { end: link.end, content_end: link.end, strength, place: Place::Link(index) }
    }

    /// Whether nothing but links may lie inside, or nothing at all.
    fn keeps_out(&self, candidate: &Self) -> bool {
        match self.strength {
            Strength::Monospace | Strength::InlineCode => true,
            Strength::Link => candidate.strength != Strength::Link,
            Strength::Emphasis | Strength::Mention => false,
        }
    }
}

/// Takes and drops: what is dropped or removed loses its mates (operations) or its length (links).
///
/// `ops` are those of one group of lines, whose mates count from `first`; `links` are in order.
/// Tells whether anything was dropped or removed.
pub(super) fn resolve(ops: &mut [Op], first: usize, links: &mut [Found]) -> bool {
    let mut taken = [Range::NONE; DEPTH];
    let mut depth = 0;
    let mut dropped = false;
    let mut link = 0;
    for index in 0..=ops.len() {
        // Links that begin before this operation; at an equal start the weaker construct is first.
        let start = ops.get(index).map_or(u32::MAX, |op| op.start);
        while link < links.len() && links[link].start < start {
            let candidate = Range::of_link(links, link);
            let at = links[link].start;
            dropped |= !take(candidate, at, &mut taken, &mut depth, ops, first, links);
            link += 1;
        }
        if index < ops.len()
            && let Some(candidate) = Range::of_op(ops, first, index)
        {
            dropped |= !take(candidate, start, &mut taken, &mut depth, ops, first, links);
        }
    }
    dropped
}

/// Step 4 for one candidate. Tells whether every range stood as it was.
fn take(
    candidate: Range,
    start: u32,
    taken: &mut [Range; DEPTH],
    depth: &mut usize,
    ops: &mut [Op],
    first: usize,
    links: &mut [Found],
) -> bool {
    while *depth > 0 && taken[*depth - 1].end <= start {
        *depth -= 1;
    }
    let mut kept = true;
    let mut at = *depth;
    while at > 0 {
        at -= 1;
        let range = taken[at];
        if candidate.end > range.content_end {
            if candidate.strength <= range.strength {
                drop_range(candidate.place, ops, first, links);
                return false;
            }
            // What lies inside of it ends before it, and so was dropped already.
            drop_range(range.place, ops, first, links);
            *depth = at;
            kept = false;
        } else if range.keeps_out(&candidate) {
            drop_range(candidate.place, ops, first, links);
            return false;
        }
    }
    taken[*depth] = candidate;
    *depth += 1;
    kept
}

fn drop_range(place: Place, ops: &mut [Op], first: usize, links: &mut [Found]) {
    match place {
        Place::Op(index) => {
            let mate = ops[index].mate as usize - first;
            ops[index].mate = NO_MATE;
            ops[mate].mate = NO_MATE;
        }
        Place::Link(index) => links[index].end = links[index].start,
    }
}
