//! Lays a message and Close's HTML of it on each other: the same text, the same ranges of it, each
//! line's end and empty line accounted for. What the tags are does not matter; it is learned.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::Difference;
use super::construct::Construct;
use super::gaps;
use super::numbers::Numbers;
use super::ours::{Ours, What};
use super::share::{is_odd, push_tag, share};
use super::theirs::{Element, Theirs};
use super::votes::Votes;
use crate::Document;

/// What a message shows of Close's tags.
#[derive(Debug, Default)]
pub(super) struct Lesson(pub(super) Vec<(Construct, String)>);

/// What belongs to a line, and is no certain part of anything else.
#[derive(Debug)]
pub(super) struct Lines {
    /// Of each element, whether it is a line's.
    pub(super) of_line: Vec<bool>,
    /// Whether all is certain that has to do with lines.
    pub(super) certain: bool,
}

/// Compares the structures; what is learned holds only if they are the same.
pub(super) fn align(
    document: &Document<'_>,
    html: &str,
    votes: &Votes,
) -> Result<Lesson, Difference> {
    let exact = Theirs::new(html, false).map_err(|_| Difference::NotWellFormed)?;
    let ours = Ours::new(document, false, false);
    if ours.text == exact.text {
        return lay(&ours, &exact, false, votes);
    }
    let ours = Ours::new(document, false, true);
    if ours.text == exact.text {
        return lay(&ours, &exact, true, votes);
    }
    let ours = Ours::new(document, true, false);
    let theirs = Theirs::new(html, true).map_err(|_| Difference::NotWellFormed)?;
    if ours.text == theirs.text {
        return lay(&ours, &theirs, false, votes);
    }
    Err(Difference::Text)
}

/// The texts are the same.
fn lay(ours: &Ours, theirs: &Theirs<'_>, feeds: bool, votes: &Votes) -> Result<Lesson, Difference> {
    let mut lesson = Lesson::default();
    let mut lines = Lines { of_line: vec![false; theirs.elements.len()], certain: true };
    let mut numbers = Numbers::default();
    // The tags of a paragraph or a quote, to which those of its first line are added.
    let mut block: Option<(Construct, usize, String)> = None;
    let (mut i, mut j) = (0, 0);
    while let Some(first) = ours.ranges.get(i) {
        let range = (first.start, Reverse(first.end));
        let chain = ours.ranges[i..].iter().take_while(|r| (r.start, Reverse(r.end)) == range);
        let whats: Vec<What> = chain.map(|r| r.what).collect();
        let same = |e: &&Element<'_>| (e.start, Reverse(e.end)) == range;
        let elements = theirs.elements[j..].iter().take_while(same).count();
        let elements = &theirs.elements[j..j + elements];
        let shares = share(&whats, elements, votes).ok_or(Difference::Structure)?;
        let mut from = 0;
        for (k, (what, count)) in whats.iter().zip(shares.counts).enumerate() {
            let own = &elements[from..from + count];
            if is_odd(*what, own) {
                return Err(Difference::Structure);
            }
            numbers.check(&ours.ranges[i + k], own)?;
            let mut html = String::new();
            for element in own {
                push_tag(&mut html, &element.tag);
            }
            match *what {
                What::Line => {
                    lines.of_line[j + from..j + from + count].fill(true);
                    lines.certain &= shares.certain;
                    if let Some((construct, start, outer)) = block.take()
                        && start == first.start
                        && shares.certain
                    {
                        lesson.0.push((construct, outer + &html));
                    }
                }
                What::Is(construct) => {
                    let has_lines = matches!(construct, Construct::Paragraph | Construct::Quote)
                        && starts_with_line(ours, i + k);
                    if has_lines {
                        lines.certain &= shares.certain;
                        block = shares.certain.then_some((construct, first.start, html));
                    } else if shares.certain {
                        lesson.0.push((construct, html));
                    }
                }
            }
            from += count;
        }
        i += whats.len();
        j += elements.len();
        if theirs.elements.get(j).is_some_and(|next| {
            let next = (next.start, Reverse(next.end));
            ours.ranges.get(i).is_none_or(|r| next < (r.start, Reverse(r.end)))
        }) {
            return Err(Difference::Structure);
        }
    }
    if j < theirs.elements.len() {
        return Err(Difference::Structure);
    }
    gaps::check(ours, theirs, &lines, feeds, &mut lesson)?;
    Ok(lesson)
}

/// Whether the first line of the block at this index has a range of its own.
fn starts_with_line(ours: &Ours, index: usize) -> bool {
    let block = &ours.ranges[index];
    let inside = ours.ranges[index + 1..].iter().take_while(|range| range.start == block.start);
    inside.take(8).any(|range| range.what == What::Line)
}
