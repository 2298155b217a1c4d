//! `formatting-not-shown`: markers stand where clients show no formatting.
//!
//! Headers, footers, buttons and the rows of lists are shown as they are typed, with the markers.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let footer = Profile::named("cloud-footer").expect("it is known");
//! let report = check("Reply *STOP* to end", footer);
//! assert_eq!(report.diagnostics()[0].lint, Lint::FormattingNotShown);
//! assert!(check("Reply STOP to end", footer).is_clean());
//! ```

use alloc::{format, vec};

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use crate::document::{Code, Op};

pub(in crate::check) const SUMMARY: &str = "markers stand where clients show no formatting";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (document, place) = (context.document(), context.profile().place());
    if place.is_formatted() {
        return;
    }
    for (index, op) in document.ops().iter().enumerate() {
        let formats = op.code < Code::EnterLink || op.code == Code::EnterMonospaceBlock;
        if !formats || !op.code.is_enter() {
            continue;
        }
        let span = document.node_span(index).range();
        let message = format!("a {place} is shown with its markers");
        let leave = document.ops()[op.mate as usize];
        let edits = vec![remove(context, *op), remove(context, leave)];
        context.report_with(Lint::FormattingNotShown, span, message, "leave them out", edits);
    }
}

/// Leaves out the marker, and not the line feeds that are a fence's own.
fn remove(context: &Context<'_>, op: Op) -> crate::check::Edit {
    let (start, end) = (op.start as usize, op.end as usize);
    let covered = &context.text()[start..end];
    let start = start + (covered.len() - covered.trim_start_matches('\n').len());
    edit(start..start + covered.trim_matches('\n').len(), "")
}
