//! How much care each line is written with.

use alloc::vec;
use alloc::vec::Vec;

use super::plan::Keep;

/// How a line is written: as the reader did, or with care.
const LEVELS: [Option<Keep>; 4] = [None, Some(Keep::All), Some(Keep::Code), Some(Keep::Nothing)];

/// What is wrong with a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doubt {
    pub(super) line: usize,
    /// How many differences there are, and whether a marker is among them that was meant.
    pub(super) count: usize,
    pub(super) is_meant: bool,
}

/// The level of each line.
pub(super) struct Levels {
    now: Vec<usize>,
    /// The level at which least was found wrong with the line, and how much.
    best: Vec<(usize, usize)>,
}

impl Levels {
    pub(super) fn new(lines: usize) -> Self {
        Self { now: vec![0; lines], best: vec![(LEVELS.len() - 1, usize::MAX); lines] }
    }

    /// What is kept of each line that is written with care.
    pub(super) fn keep(&self) -> impl Iterator<Item = Option<Keep>> {
        self.now.iter().map(|level| LEVELS[*level])
    }

    /// Raises the level of the lines in doubt. Where no level is left, all go back to the best that
    /// they had: to one on which each marker does what it is meant to, and others only more. Tells
    /// whether a level was left.
    pub(super) fn raise(&mut self, doubts: &[Doubt]) -> bool {
        let mut raised = false;
        for doubt in doubts {
            let (now, best) = (&mut self.now[doubt.line], &mut self.best[doubt.line]);
            if *now > 0 && !doubt.is_meant && doubt.count < best.1 {
                *best = (*now, doubt.count);
            }
            if *now + 1 < LEVELS.len() {
                *now += 1;
                raised = true;
            }
        }
        if !raised {
            for doubt in doubts {
                self.now[doubt.line] = self.best[doubt.line].0;
            }
        }
        raised
    }
}
