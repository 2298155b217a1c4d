//! Each known limit, at it and one above; and what each place has of its own.

use wamark::check::{Lint, Place, Profile, check};

fn codes(text: &str, profile: &Profile) -> Vec<&'static str> {
    check(text, profile).diagnostics().iter().map(|found| found.lint.as_str()).collect()
}

/// The limits, as they are documented.
#[test]
fn limits_are_those_that_are_known() {
    let limits: Vec<_> = Profile::ALL.iter().map(|p| (p.name(), p.limit())).collect();
    let expected = [
        ("app", Some(65_536)),
        ("cloud-text", Some(4096)),
        ("cloud-caption", Some(1024)),
        ("cloud-template-body", Some(1024)),
        ("cloud-template-parameter", Some(1024)),
        ("cloud-template-button", Some(25)),
        ("cloud-interactive-body", Some(1024)),
        ("cloud-header", Some(60)),
        ("cloud-footer", Some(60)),
        ("cloud-button", Some(20)),
        ("cloud-row-title", Some(24)),
        ("cloud-row-description", Some(72)),
        ("twilio", Some(1600)),
        ("360dialog", Some(1600)),
        ("close", None),
    ];
    assert_eq!(limits, expected);
}

#[test]
fn at_a_limit_all_is_well_and_above_it_nothing_is() {
    for profile in Profile::ALL {
        let limit = profile.limit().unwrap_or(100_000);
        let text = "é".repeat(limit);
        assert_eq!(codes(&text, profile), [""; 0], "{}", profile.name());
        let longer = text + "é";
        let too_long = if profile.limit().is_some() { &["too-long"][..] } else { &[] };
        assert_eq!(codes(&longer, profile), too_long, "{}", profile.name());
        if let Some(found) = check(&longer, profile).diagnostics().first() {
            // What is too much, in bytes.
            assert_eq!(found.span.range(), 2 * limit..2 * limit + 2, "{}", profile.name());
        }
    }
}

#[test]
fn places_differ_in_what_they_show() {
    for profile in Profile::ALL {
        let found = codes("a\n*b*", profile);
        let expected: &[&str] = match profile.place() {
            Place::TemplateParameter => &["template-parameter"],
            place if place.is_formatted() => &[],
            _ => &["formatting-not-shown"],
        };
        assert_eq!(found, expected, "{}", profile.name());
        assert_eq!(codes("a b", profile), [""; 0], "{}", profile.name());
    }
    assert!(!Lint::TooLong.is_fixable() && Lint::TemplateParameter.is_fixable());
}
