//! Worked examples of every rule, in the neutral notation.

use serde_json::Value;
use wamark::{HtmlStyle, parse};

#[test]
fn each_vector_gives_what_it_expects() {
    let vectors = include_str!("vectors/whatsapp.jsonl");
    let mut wrong = Vec::new();
    for line in vectors.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let [id, input, expected] =
            ["id", "input", "expected"].map(|k| vector[k].as_str().unwrap());
        let got = parse(input).to_html(&HtmlStyle::neutral());
        if got != expected {
            wrong.push(format!("{id} {input:?}\n  expected {expected:?}\n  got      {got:?}"));
        }
    }
    assert!(vectors.lines().count() >= 480, "vectors are missing");
    assert!(wrong.is_empty(), "{} vectors:\n{}", wrong.len(), wrong.join("\n"));
}
