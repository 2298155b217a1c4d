//! The generated sources are what their generator makes of today's Unicode and list.

#[path = "support/tables.rs"]
mod tables;

use std::fs;
use std::path::Path;

#[track_caller]
fn assert_current(path: &str, generated: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = fs::read_to_string(root.join(path)).expect(path);
    assert!(committed == generated, "{path} is out of date: run `cargo run --example tables`");
}

#[test]
fn character_tables_are_current() {
    assert_current("src/chars/bound.rs", &tables::bound_source());
    assert_current("src/chars/java/letter_or_digit.rs", &tables::letter_or_digit_source());
    assert_current("src/chars/java/digit.rs", &tables::digit_source());
}

#[test]
fn top_level_domains_are_current() {
    assert_current("src/parse/tld/names.rs", &tables::tld_source(include_str!("data/tlds.txt")));
}
