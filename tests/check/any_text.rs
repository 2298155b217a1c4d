//! What holds for any text that is checked and mended.

use wamark::check::{Checker, Profile};

use super::check_fix::{fixable, wrong};
use super::{foreign, markdown_texts, texts};

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

/// What is white space to Unicode only, to Java only, or to JavaScript only, alone between markers
/// of another notation.
#[test]
fn white_space_of_one_only() {
    let profile = Profile::named("app").expect("it is known");
    for c in ['\u{1C}', '\u{1F}', '\u{85}', '\u{A0}', '\u{200B}', '\u{2007}', '\u{FEFF}'] {
        for (before, behind) in [("<i>", "</i>"), ("<h1>", "</h1>"), ("**", "**"), ("a ~~", "~~")] {
            for inside in [format!("{c}"), format!("{c}a"), format!("a{c}"), format!("{c} {c}")] {
                let text = format!("{before}{inside}{behind}");
                assert_eq!(wrong(profile, &text), None, "{text:?}");
            }
        }
    }
}
