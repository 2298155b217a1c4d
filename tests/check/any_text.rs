//! What holds for any text that is checked and mended.

use wamark::check::{Checker, Profile};

use super::{fixable, foreign, markdown_texts, texts};

/// Letters and digits of a text.
fn said(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What is wrong with how a text is checked and mended.
fn wrong(profile: &Profile, text: &str) -> Option<String> {
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

fn any_text_of(texts: impl Fn(u64) -> String) {
    let count = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().expect("a number"));
    let places = ["cloud-template-parameter", "cloud-footer", "app", "app", "app", "app"];
    let mut settled = 0;
    for seed in 0..count {
        let text = texts(seed);
        let place = places[usize::try_from(seed).expect("it is small") % places.len()];
        let profile = Profile::named(place).expect("it is known");
        if wrong(profile, &text).is_some() {
            let text = texts::shrink(&text, |text| wrong(profile, text).is_some());
            panic!("seed {seed}: {place} {text:?}: {:?}", wrong(profile, &text));
        }
        settled += u64::from(fixable(&Checker::new(profile).fix(&text).left).is_empty());
    }
    println!("{settled} of {count} have nothing more to mend");
    // Hardly any text has so much within each other that it is handed back as it came.
    assert!(settled * 1000 >= count * 999, "{settled}");
}

#[test]
fn any_message() {
    any_text_of(texts::message);
}

#[test]
fn any_markdown() {
    any_text_of(markdown_texts::text);
}

#[test]
fn any_html() {
    any_text_of(|seed| texts::message_of(foreign::PIECES, seed));
}
