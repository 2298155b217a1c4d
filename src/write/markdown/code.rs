//! Code: what stands in it is shown as it is, whatever it is, if the fence is right.

use alloc::string::String;

/// Appends a code span. `text` is not empty and has no line feed.
pub(super) fn push_span(out: &mut String, text: &str) {
    let fence = span_fence(text);
    // A space at both ends is taken away by the reader, unless there is nothing else; so is one
    // that keeps backticks off the fence.
    let spaced = text.starts_with(' ') && text.ends_with(' ') && text.bytes().any(|b| b != b' ');
    let pad = spaced || text.starts_with('`') || text.ends_with('`');
    push_fence(out, fence);
    out.push_str(if pad { " " } else { "" });
    out.push_str(text);
    out.push_str(if pad { " " } else { "" });
    push_fence(out, fence);
}

/// Appends a fenced block.
pub(super) fn push_block(out: &mut String, text: &str) {
    let fence = runs(text).max().unwrap_or(0).saturating_add(1).max(3);
    push_fence(out, fence);
    out.push('\n');
    super::push_without_nul(out, text);
    out.push_str(if text.is_empty() { "" } else { "\n" });
    push_fence(out, fence);
}

/// How many backticks no run in the code has: as few as will do, as some parsers give up at 80.
fn span_fence(text: &str) -> usize {
    let mut seen: u128 = 1;
    let mut longest = 0;
    for run in runs(text) {
        longest = longest.max(run);
        seen |= u32::try_from(run).ok().and_then(|run| 1_u128.checked_shl(run)).unwrap_or(0);
    }
    match seen.trailing_ones() as usize {
        128 => longest + 1,
        free => free,
    }
}

/// The lengths of the runs of backticks.
fn runs(text: &str) -> impl Iterator<Item = usize> {
    text.split(|c| c != '`').map(str::len).filter(|length| *length > 0)
}

fn push_fence(out: &mut String, length: usize) {
    out.extend(core::iter::repeat_n('`', length));
}
