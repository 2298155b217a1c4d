//! Which elements belong to which construct, where several of both have the same text.
//!
//! `> *a*` is a quote and bold; `<blockquote><p><b>a</b></p></blockquote>` may be both in two ways.
//! The cheapest way is taken: one tag each, what was seen before, no tag for links and lines. Where
//! two are as cheap, nothing is learned from it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::construct::Construct;
use super::html::Tag;
use super::ours::What;
use super::theirs::Element;
use super::votes::Votes;

/// More elements on the same text than this are nothing that Close writes.
const DEEPEST: usize = 16;

/// The number of elements for each construct, and whether there is no other way.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shares {
    pub(super) counts: Vec<usize>,
    pub(super) certain: bool,
}

/// Shares the elements out, in order; none where they are too many.
pub(super) fn share(ours: &[What], theirs: &[Element<'_>], votes: &Votes) -> Option<Shares> {
    let (count, all) = (ours.len(), theirs.len());
    if all > DEEPEST || count == 0 {
        return None;
    }
    if count == 1 {
        return Some(Shares { counts: vec![all], certain: true });
    }
    // The cost of the cheapest way for the constructs so far and so many elements, how many ways
    // are as cheap, and how many elements the last one has.
    let mut rows = vec![vec![None; all + 1]; count + 1];
    rows[0][0] = Some((0_u32, 1_u32, 0_usize));
    for (i, what) in ours.iter().enumerate() {
        for to in 0..=all {
            let mut best: Option<(u32, u32, usize)> = None;
            for from in 0..=to {
                let Some((before, ways, _)) = rows[i][from] else { continue };
                let cost = before + cost(*what, &theirs[from..to], votes);
                best = match best {
                    Some((least, more, taken)) if cost == least => {
                        Some((least, ways.saturating_add(more), taken))
                    }
                    Some(known) if cost > known.0 => Some(known),
                    _ => Some((cost, ways, to - from)),
                };
            }
            rows[i + 1][to] = best;
        }
    }
    let certain = rows[count][all].is_some_and(|(_, ways, _)| ways == 1);
    let mut counts = vec![0; count];
    let mut at = all;
    for i in (0..count).rev() {
        counts[i] = rows[i + 1][at]?.2;
        at -= counts[i];
    }
    Some(Shares { counts, certain })
}

/// How little it is to be expected that a construct has these elements.
fn cost(what: What, elements: &[Element<'_>], votes: &Votes) -> u32 {
    let many = u32::try_from(elements.len()).unwrap_or(u32::MAX);
    let odd = if is_odd(what, elements) { 8 } else { 0 };
    let construct = match what {
        What::Line => return many + odd,
        What::Is(construct) => construct,
    };
    let by_itself = match (construct, many) {
        (_, 1) | (Construct::Link | Construct::Mention, 0) => 0,
        (_, 0) => 2,
        _ => many - 1,
    };
    match votes.top(construct) {
        Some(top) if is_html(top, elements) => 0,
        Some(_) => by_itself + odd + 4,
        None => by_itself + odd,
    }
}

/// Whether a block has a tag that says how letters look: that is what something in it has.
pub(super) fn is_odd(what: What, elements: &[Element<'_>]) -> bool {
    const LOOKS: [&str; 11] =
        ["b", "strong", "i", "em", "s", "del", "strike", "u", "code", "tt", "kbd"];
    let is_look = |name: &str| LOOKS.iter().any(|look| name.eq_ignore_ascii_case(look));
    let is_block = match what {
        What::Line => true,
        What::Is(construct) => construct.is_lines(),
    };
    is_block && elements.iter().any(|element| is_look(element.tag.name))
}

/// Whether the tags come to this.
fn is_html(html: &str, elements: &[Element<'_>]) -> bool {
    let mut rest = html;
    let mut tag = String::new();
    elements.iter().all(|element| {
        tag.clear();
        push_tag(&mut tag, &element.tag);
        rest.strip_prefix(&*tag).map(|behind| rest = behind).is_some()
    }) && rest.is_empty()
}

/// Appends a tag without what depends on the message: numbers and addresses go, and values that
/// nobody knows become `…`, as they might be what somebody wrote.
pub(super) fn push_tag(out: &mut String, tag: &Tag<'_>) {
    const FIXED: [&str; 6] = ["class", "rel", "target", "dir", "style", "role"];
    if tag.rest.is_empty() {
        out.push_str(tag.raw);
        return;
    }
    out.push('<');
    out.push_str(tag.name);
    for (name, value) in tag.attributes() {
        if ["href", "start", "value"].contains(&name) {
            continue;
        }
        let value = if FIXED.contains(&name) { value } else { "…" };
        for piece in [" ", name, "=\"", value, "\""] {
            out.push_str(piece);
        }
    }
    out.push('>');
}
