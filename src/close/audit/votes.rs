//! What Close was seen to write for each construct, and how often.

use alloc::string::String;
use alloc::vec::Vec;

use super::construct::Construct;

/// How many different tags are kept for one construct; what else comes up is counted together.
const KEPT: usize = 32;

/// The tags that were seen, in constant memory.
#[derive(Clone, Debug)]
pub(super) struct Votes(Vec<Ballot>);

/// What was seen for one construct: in no order, the most frequent one marked.
#[derive(Clone, Debug, Default)]
struct Ballot {
    seen: Vec<(String, u64)>,
    other: u64,
    top: usize,
}

impl Votes {
    pub(super) fn new() -> Self {
        Self(Construct::ALL.iter().map(|_| Ballot::default()).collect())
    }

    /// Counts one more.
    pub(super) fn add(&mut self, construct: Construct, html: &str) {
        let Some(ballot) = self.0.get_mut(construct as usize) else { return };
        let known = ballot.seen.iter().position(|(known, _)| known == html);
        let index = match known {
            Some(index) => index,
            None if ballot.seen.len() < KEPT => {
                ballot.seen.push((html.into(), 0));
                ballot.seen.len() - 1
            }
            None => {
                ballot.other += 1;
                return;
            }
        };
        ballot.seen[index].1 += 1;
        if ballot.seen[index].1 > ballot.seen[ballot.top].1 {
            ballot.top = index;
        }
    }

    /// What was seen most often.
    pub(super) fn top(&self, construct: Construct) -> Option<&str> {
        let ballot = self.0.get(construct as usize)?;
        ballot.seen.get(ballot.top).map(|(html, _)| html.as_str())
    }

    /// All that was seen, the most frequent first, and how many others.
    pub(super) fn sorted(&self, construct: Construct) -> (Vec<(String, u64)>, u64) {
        let Some(ballot) = self.0.get(construct as usize) else { return (Vec::new(), 0) };
        let mut seen = ballot.seen.clone();
        seen.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        (seen, ballot.other)
    }
}
