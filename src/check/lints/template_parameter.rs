//! `template-parameter`: a template parameter has a line feed, a tab or five spaces in a row.
//!
//! The Cloud API refuses the whole template then (error 132018), after the fact. The white space
//! becomes one space, or goes at the text's ends.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let profile = Profile::named("cloud-template-parameter").expect("it is known");
//! let report = check("12 Main Street\nSpringfield", profile);
//! assert_eq!(report.diagnostics()[0].lint, Lint::TemplateParameter);
//! assert_eq!(report.diagnostics()[0].message, "a template parameter has no line feeds");
//! assert!(check("12 Main Street, Springfield", profile).is_clean());
//! ```

use alloc::vec;

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;
use crate::check::profile::Place;

pub(in crate::check) const SUMMARY: &str =
    "a template parameter has a line feed, a tab or five spaces in a row";

/// The most spaces in a row.
const SPACES: usize = 4;

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    if context.profile().place() != Place::TemplateParameter {
        return;
    }
    let text = context.text();
    let mut at = 0;
    while let Some(start) = memchr::memchr3(b'\n', b'\t', b' ', &text.as_bytes()[at..]) {
        let start = at + start;
        let rest = text[start..].trim_start_matches(['\n', '\t', ' ']);
        at = text.len() - rest.len();
        let run = &text[start..at];
        let message = match run {
            _ if run.contains('\n') => "a template parameter has no line feeds",
            _ if run.contains('\t') => "a template parameter has no tabs",
            _ if run.len() > SPACES => "a template parameter has at most four spaces in a row",
            _ => continue,
        };
        let inside = start > 0 && at < text.len();
        let edits = vec![edit(start..at, if inside { " " } else { "" })];
        context.report_with(Lint::TemplateParameter, start..at, message, "use one space", edits);
    }
}
