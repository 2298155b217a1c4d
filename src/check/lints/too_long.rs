//! `too-long`: the text is longer than its place allows.
//!
//! A message that is too long is refused, often without a word to the person who wrote it.
//!
//! ```
//! use wamark::check::{check, Lint, Place, Profile};
//!
//! let profile = Profile::new("button", Place::Button).with_limit(5);
//! let report = check("Order now", &profile);
//! assert_eq!(report.diagnostics()[0].lint, Lint::TooLong);
//! assert_eq!(report.diagnostics()[0].message, "9 of at most 5 code points");
//! assert!(check("Order", &profile).is_clean());
//! ```

use alloc::format;

use crate::check::context::Context;
use crate::check::lint::Lint;
use crate::check::profile::Place;

pub(in crate::check) const SUMMARY: &str = "the text is longer than its place allows";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (text, profile) = (context.text(), context.profile());
    let (Some(limit), unit) = (profile.limit(), profile.unit()) else { return };
    let Some(end) = unit.end_of(text, limit) else { return };
    let message = format!("{} of at most {limit} {}", unit.count(text), unit.plural());
    let help = if profile.place() == Place::Text {
        "split it into several messages"
    } else {
        "shorten it"
    };
    context.report(Lint::TooLong, end..text.len(), message, help);
}
