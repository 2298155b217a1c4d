//! Close's `text` beside ours, and beside what else it may be.

use super::report::TextCounts;
use super::{AuditSample, Verdict};
use crate::{Bullets, Document, TextOptions};

/// Compares, and counts.
pub(super) fn compare(
    document: &Document<'_>,
    sample: &AuditSample<'_>,
    counts: &mut TextCounts,
) -> Verdict {
    let options = TextOptions::default();
    let ours = document.to_text(&options);
    let theirs = sample.text;
    let is = |options| document.to_text(&options) == theirs;
    counts.with_dots += u64::from(is(options.bullets(Bullets::Dot)));
    counts.without_marks += u64::from(is(options.marks(false)));
    counts.as_markdown += u64::from(sample.message_markdown == theirs);
    if ours == theirs {
        counts.equal += 1;
        Verdict::Equal
    } else if ours.split_ascii_whitespace().eq(theirs.split_ascii_whitespace()) {
        counts.equal_after_spacing += 1;
        Verdict::EqualAfterSpacing
    } else {
        counts.different += 1;
        Verdict::Different
    }
}
