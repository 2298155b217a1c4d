//! What can be mended without asking, mended.
//!
//! A text is checked, the edits are made, and that again, until nothing is left to mend: what stood
//! in the way of one edit, or came to light by it, is mended in the next round. So what is handed
//! out has nothing more to mend, and a second time changes nothing.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::diagnostic::Diagnostic;
use super::profile::Profile;
use super::report::Checker;

/// So many rounds are made; what does not come to rest is handed back as it came.
const ROUNDS: usize = 8;

/// What has grown by more than this is not mended again, so that the time stays linear.
const GROWTH: usize = 4;

/// A text that was mended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// What was mended; spans are bytes of the text as it came.
    pub fixed: Vec<Diagnostic>,
    /// What a person has to decide about; spans are bytes of the mended text.
    pub left: Vec<Diagnostic>,
}

/// Mends a text; see [`Checker::fix`].
///
/// # Complexity
///
/// Linear in the text, and a sort of what was found.
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// use wamark::check::{Profile, fix};
///
/// let profile = Profile::default();
/// let fixed = fix("Hi [**Ana**](https://ex.com/ana) &amp; co<br>Bye", &profile);
/// assert_eq!(fixed.text, "Hi *Ana* (https://ex.com/ana) & co\nBye");
/// let codes: Vec<&str> = fixed.fixed.iter().map(|found| found.lint.as_str()).collect();
/// assert_eq!(codes, ["markdown-link", "markdown-bold", "html-entity", "html-tag"]);
/// assert!(fixed.left.is_empty());
/// ```
#[must_use]
pub fn fix(text: &str, profile: &Profile) -> Fixed {
    Checker::new(profile).fix(text)
}

impl Checker<'_> {
    /// Mends what can be mended without asking.
    ///
    /// A second time changes nothing, and [`check`](Self::check) finds none of the codes that were
    /// mended. A text that does not come to rest is handed back as it came, with nothing mended.
    ///
    /// # Panics
    ///
    /// On a text of 4 GiB or more.
    #[must_use]
    pub fn fix(&mut self, text: &str) -> Fixed {
        let all = self.check(text).into_diagnostics();
        let mut result = text.to_owned();
        let mut found = all.clone();
        let most = text.len().saturating_mul(GROWTH).max(1024);
        for _ in 0..=ROUNDS {
            if found.iter().all(|found| found.edits.is_empty()) {
                let fixed = all.into_iter().filter(|found| !found.edits.is_empty()).collect();
                return Fixed { text: result, fixed, left: found };
            }
            if result.len() > most {
                break;
            }
            result = apply(&result, &found);
            found = self.check(&result).into_diagnostics();
        }
        Fixed { text: text.to_owned(), fixed: Vec::new(), left: all }
    }
}

/// The text with the edits made. Of findings whose edits overlap, the first and outermost one is
/// mended.
fn apply(text: &str, found: &[Diagnostic]) -> String {
    let mut order: Vec<&Diagnostic> = found.iter().collect();
    order.sort_by_key(|found| (found.span.start, Reverse(found.span.end)));
    let mut made: BTreeMap<(usize, usize), &str> = BTreeMap::new();
    for found in order {
        let ranges = found.edits.iter().map(|edit| edit.span.range());
        let free = ranges.clone().all(|range| {
            let before = made.range(..(range.end, 0)).next_back();
            let insertion = made.contains_key(&(range.start, range.end));
            !insertion && before.is_none_or(|((_, end), _)| *end <= range.start)
        });
        if free {
            let edits = found.edits.iter().map(|edit| edit.text.as_ref());
            made.extend(ranges.map(|range| (range.start, range.end)).zip(edits));
        }
    }
    let mut result = String::with_capacity(text.len() + text.len() / 8);
    let mut at = 0;
    for ((start, end), edit) in made {
        result.push_str(&text[at..start]);
        result.push_str(edit);
        at = end;
    }
    result.push_str(&text[at..]);
    result
}
