//! Before it is sent: what will be refused, and what people will see otherwise than it is meant.
//!
//! [`check`] holds a text against a [`Profile`], which says where it is to stand, and against the
//! grammars of WhatsApp's clients. What it finds are [`Diagnostic`]s, each with a place, a sentence
//! that says what to do and, where that is safe, the edits that mend it. [`fix`] makes those edits.
//!
//! ```
//! use wamark::check::{Profile, check, fix};
//!
//! let text = "Total: **10 €**";
//! let profile = Profile::default();
//! let report = check(text, &profile);
//! let found = &report.diagnostics()[0];
//! assert_eq!(found.lint.as_str(), "markdown-bold");
//! assert_eq!(&text[found.span.range()], "**10 €**");
//!
//! assert_eq!(fix(text, &profile).text, "Total: *10 €*");
//! ```

mod context;
mod diagnostic;
mod fix;
mod lint;
pub mod lints;
mod markers;
mod places;
mod profile;
mod report;

pub use diagnostic::{Diagnostic, Edit, Severity};
pub use fix::{Fixed, fix};
pub use lint::Lint;
pub use profile::{Place, Profile};
pub use report::{Checker, Report, check};
