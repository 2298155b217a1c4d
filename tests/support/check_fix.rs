//! What holds for any text that is checked and mended.

use wamark::check::{Checker, Diagnostic, Lint, Profile};

/// The codes of what can be mended.
pub(crate) fn fixable(found: &[Diagnostic]) -> Vec<Lint> {
    found.iter().map(|found| found.lint).filter(|lint| lint.is_fixable()).collect()
}

/// Letters and digits of a text.
fn said(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What is wrong with how a text is checked and mended.
pub(crate) fn wrong(profile: &Profile, text: &str) -> Option<String> {
    let checker = &mut Checker::new(profile);
    let is_formatted = profile.place().is_formatted();
    let report = checker.check(text);
    let mut last = None;
    for found in report.diagnostics() {
        let span = found.span.range();
        if text.get(span.clone()).is_none()
            || last.is_some_and(|last| last > (span.start, span.end))
        {
            return Some(format!("the span of {found:?}"));
        }
        last = Some((span.start, span.end));
        let mut at = 0;
        for edit in &found.edits {
            let range = edit.span.range();
            if range.start < at || text.get(range.clone()).is_none() {
                return Some(format!("the edits of {found:?}"));
            }
            at = range.end;
        }
        if found.edits.is_empty() == found.lint.is_fixable() {
            return Some(format!("there are edits or not: {found:?}"));
        }
    }
    let fixed = checker.fix(text);
    let again = checker.fix(&fixed.text);
    if again.text != fixed.text {
        return Some(format!("{:?}, and then {:?}", fixed.text, again.text));
    }
    let left = fixable(&fixed.left);
    if fixed.fixed.iter().any(|fixed| left.contains(&fixed.lint)) {
        return Some(format!("left of what was mended: {left:?} in {:?}", fixed.text));
    }
    if fixed.fixed.is_empty() && fixed.text != text {
        return Some(format!("mended without a word: {:?}", fixed.text));
    }
    // Where there are no tags, names of characters, targets and languages, nothing is taken out but
    // markers, and repeated but in tables.
    let plain = !text.contains(['<', '&', '[', '|']) && !text.contains("```") && is_formatted;
    if plain && said(text) != said(&fixed.text) {
        return Some(format!("letters: {:?}", fixed.text));
    }
    None
}
