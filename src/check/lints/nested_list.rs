//! `nested-list`: an indented item below an item.
//!
//! WhatsApp has no lists in lists (R53): such a line is shown as it was typed, with its spaces and
//! its hyphen. A small circle looks like what is meant, and pairs with nothing as `*` may.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("- fruit\n  - apples", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::NestedList);
//! assert!(check("- fruit\n  ◦ apples", &Profile::default()).is_clean());
//! ```

use alloc::vec;

use crate::check::context::{Begins, Context, Kind, edit};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "an indented item below an item";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    if !context.has_any(&[b'-', b'*', 0xE2]) {
        return;
    }
    let (facts, text) = (**context, context.text());
    // Whether the line before is an item, or belongs to one.
    let mut in_list = false;
    for line in facts.lines_if(Begins::WHITE) {
        let whole = &text[line.span.clone()];
        let trimmed = whole.trim_start_matches([' ', '\t']);
        let indented = trimmed.len() < whole.len();
        let is_item = matches!(line.kind, Kind::Bullet | Kind::Number(_));
        in_list = is_item || in_list && line.follows && indented;
        let nested = in_list && !is_item && line.kind == Kind::Text;
        let Some(rest) = trimmed.strip_prefix(['-', '*', '•']).filter(|_| nested) else {
            continue;
        };
        if !rest.starts_with(' ') || rest.trim().is_empty() {
            continue;
        }
        let mark = line.span.end - trimmed.len()..line.span.end - rest.len();
        let edits = vec![edit(mark.clone(), "◦")];
        let message = "there are no lists inside lists: this line is shown as it is typed";
        context.report_with(Lint::NestedList, mark, message, "write ◦ for the mark", edits);
    }
}
