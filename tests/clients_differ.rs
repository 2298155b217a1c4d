//! `clients-differ` is found where the clients differ and nowhere else: in the worked examples, and
//! in random messages, whose structure is compared as HTML and, but for white space, as the slow
//! models of both see it.
//!
//! `WAMARK_MESSAGES=1000000 cargo test --release --test clients_differ` for a long run.

#[path = "support/proof.rs"]
mod proof;

use std::collections::BTreeMap;

use proof::glyphs::{View, seen};
use proof::texts;
use serde_json::Value;
use wamark::check::{Lint, Profile, check};
use wamark::{Client, HtmlStyle, Parser};

fn is_found(message: &str) -> bool {
    let report = check(message, Profile::named("app").expect("it is known"));
    report.diagnostics().iter().any(|found| found.lint == Lint::ClientsDiffer)
}

#[test]
fn in_the_worked_examples() {
    let mut matrix: BTreeMap<(bool, bool), usize> = BTreeMap::new();
    for line in include_str!("vectors/whatsapp.jsonl").lines() {
        let vector: Value = serde_json::from_str(line).expect("a vector");
        let differs = vector.get("android").is_some_and(|android| *android != vector["expected"]);
        let found = is_found(vector["input"].as_str().expect("a message"));
        assert_eq!(found, differs, "{vector}");
        *matrix.entry((differs, found)).or_default() += 1;
    }
    for ((differs, found), count) in matrix {
        println!("differ: {differs}, found: {found}: {count}");
    }
}

#[test]
fn in_random_messages() {
    let count = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().expect("a number"));
    let mut differ = 0;
    for seed in 0..count {
        let message = texts::message(seed);
        let found = is_found(&message);
        let html = |client| {
            let mut parser = Parser::new().client(client).links(false);
            parser.parse(&message).to_html(&HtmlStyle::neutral())
        };
        assert_eq!(found, html(Client::Web) != html(Client::Android), "{message:?}");
        let seen_alike = seen(&message, View::Web) == seen(&message, View::Android);
        assert!(found || seen_alike, "{message:?}");
        differ += u64::from(found);
    }
    println!("{differ} of {count} random messages are shown differently");
    assert!(differ * 20 > count, "{differ} of {count}: the messages are too tame");
}
