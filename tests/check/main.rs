//! `check` and `fix`: what each lint finds, what becomes of it, and what must hold for any text.
//!
//! `WAMARK_MESSAGES=1000000 cargo test --release --test check -- --nocapture` for a long run.

#![cfg(all(feature = "check", feature = "html"))]

mod any_text;
#[path = "../support/check_fix.rs"]
mod check_fix;
#[path = "../support/dialects.rs"]
mod dialects;
#[path = "../support/check_examples.rs"]
mod examples;
#[path = "../support/foreign.rs"]
mod foreign;
#[path = "../support/markdown_texts.rs"]
mod markdown_texts;
mod markers;
#[path = "../support/pieces.rs"]
mod pieces;
mod profiles;
#[path = "../support/texts.rs"]
mod texts;

use std::collections::BTreeMap;

use check_fix::fixable;
use examples::{EXAMPLES, Example};
use wamark::check::{Checker, Diagnostic, Fixed, Lint, Profile, Severity};

/// What people send, of all sorts.
const MESSAGES: &str = include_str!("../data/messages.txt");

fn app() -> &'static Profile {
    Profile::named("app").expect("it is known")
}

/// Whether a lint is about what another notation left.
fn is_of_other(code: &str) -> bool {
    ["markdown-", "html-", "backslash-"].iter().any(|other| code.starts_with(other))
}

#[test]
fn examples_are_found_and_mended() {
    let mut wrong = 0;
    for Example { profile, bad, found, fixed } in EXAMPLES {
        let mut checker = Checker::new(Profile::named(profile).expect(profile));
        let report = checker.check(bad);
        let place = |found: &Diagnostic| (found.lint.as_str(), &bad[found.span.range()]);
        let of_ours = |found: &&Diagnostic| found.lint.is_fixable();
        let spans: Vec<_> = report.diagnostics().iter().filter(of_ours).map(place).collect();
        let result = checker.fix(bad);
        if (spans.as_slice(), result.text.as_str()) != (*found, *fixed) {
            println!("{bad:?}\n  {spans:?}\n  {found:?}\n  {:?}\n  {fixed:?}", result.text);
            wrong += 1;
        }
    }
    assert_eq!(wrong, 0);
}

/// What a lint finds and what not is shown where it is described, which is a test, too; and of what
/// is mended there is an example, and its result has no more to mend.
#[test]
fn each_lint_has_examples_both_ways() {
    for lint in Lint::ALL {
        let module = format!("src/check/lints/{}.rs", lint.as_str().replace('-', "_"));
        let source = std::fs::read_to_string(&module).expect(&module);
        let header: Vec<&str> = source.lines().take_while(|line| line.starts_with("//!")).collect();
        let header = header.join("\n");
        assert!(header.contains(&format!("Lint::{lint:?}")), "{module}: what is found");
        assert!(header.contains("is_clean()"), "{module}: and what is fine");
    }
    for lint in Lint::ALL.iter().filter(|lint| lint.is_fixable()) {
        let shows =
            |example: &&Example| example.found.iter().any(|(code, _)| *code == lint.as_str());
        assert!(EXAMPLES.iter().any(|example| shows(&example)), "{lint}");
    }
    for Example { profile, fixed, .. } in EXAMPLES {
        let mut checker = Checker::new(Profile::named(profile).expect(profile));
        assert_eq!(fixable(checker.check(fixed).diagnostics()), [], "{fixed:?}");
    }
}

/// No finding that something is wrong on what is fine. Notes are printed.
#[test]
fn messages_that_are_fine() {
    let mut checker = Checker::new(app());
    let mut wrong = 0;
    let messages: Vec<&str> = MESSAGES.trim_end().split("\n%%\n").collect();
    assert!(messages.len() >= 200, "{}", messages.len());
    for message in messages {
        for found in checker.check(message).diagnostics() {
            let about = &message[found.span.range()];
            println!("{} {} {about:?} in {message:?}", found.severity, found.lint);
            wrong += usize::from(found.severity >= Severity::Warning);
        }
        let Fixed { text, fixed, .. } = checker.fix(message);
        assert_eq!((text.as_str(), fixed.len()), (message, 0));
    }
    assert_eq!(wrong, 0);
}

/// Text that only looks like another notation is not taken for it.
#[test]
fn texts_in_no_other_notation() {
    let mut checker = Checker::new(app());
    let mut all = Vec::new();
    for text in [dialects::PLAIN, dialects::WHATSAPP].concat() {
        let report = checker.check(text);
        let codes = report.diagnostics().iter().map(|found| found.lint.as_str());
        all.extend(codes.filter(|code| is_of_other(code)).map(|code| (code, text)));
    }
    // A sign alone does not make a text another notation's, but it is one.
    let signs = [
        ("html-entity", "Tom &amp; Jerry"),
        ("markdown-bold", "*one* *two* *three* *four* *five*\n**six**"),
        ("html-entity", "*a* &amp; *b*"),
    ];
    assert_eq!(all, signs);
}

/// And text that is in another one is mended, but for what WhatsApp's readers do not mind much:
/// names of links, underlined titles, task boxes.
#[test]
fn texts_in_another_notation() {
    let mut checker = Checker::new(app());
    let texts = [dialects::MARKDOWN, dialects::HTML].concat();
    let mended = texts.iter().filter(|text| checker.fix(text).text != **text).count();
    println!("{mended} of {}", texts.len());
    assert!(mended * 10 > texts.len() * 8, "{mended}");
}

/// Of the grammar's own examples those are found that say that other notations are text.
#[test]
fn vectors_by_lint() {
    let vectors = include_str!("../vectors/whatsapp.jsonl");
    let mut checker = Checker::new(app());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in vectors.lines() {
        let vector: serde_json::Value = serde_json::from_str(line).expect("it is JSON");
        let input = vector["input"].as_str().expect("it has an input");
        for found in checker.check(input).diagnostics() {
            if found.severity >= Severity::Warning {
                *counts.entry(found.lint.as_str()).or_default() += 1;
                println!("{} {:?} in {input:?}", found.lint, &input[found.span.range()]);
            }
        }
    }
    println!("{counts:?}");
    let expected = [
        ("backslash-escape", 5),
        ("html-entity", 1),
        ("html-tag", 2),
        ("markdown-bold", 4),
        ("markdown-heading", 2),
        ("markdown-image", 1),
        ("markdown-link", 1),
        ("markdown-strikethrough", 2),
    ];
    for lint in Lint::ALL.iter().filter(|lint| is_of_other(lint.as_str())) {
        let expected = expected.iter().find(|(code, _)| *code == lint.as_str());
        let count = counts.get(lint.as_str()).copied();
        assert_eq!(count, expected.map(|(_, count)| *count), "{lint}");
    }
}
