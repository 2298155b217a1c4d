//! Worked examples of every rule, in the neutral notation, as each client shows them.

use serde_json::Value;
use wamark::{Client, HtmlStyle, Parser};

/// What `client` makes of the vector; where Android differs, that stands under `android`.
fn expected(vector: &Value, client: Client) -> &str {
    let own = if client == Client::Android { vector["android"].as_str() } else { None };
    own.or(vector["expected"].as_str()).expect("a vector says what it expects")
}

fn check(client: Client) {
    let vectors = include_str!("vectors/whatsapp.jsonl");
    let mut wrong = Vec::new();
    for line in vectors.lines() {
        let vector: Value = serde_json::from_str(line).expect("a line is JSON");
        let [id, input] = ["id", "input"].map(|k| vector[k].as_str().expect(k));
        let expected = expected(&vector, client);
        let document = Parser::new().client(client).parse(input);
        let got = document.to_html(&HtmlStyle::neutral());
        if got != expected {
            wrong.push(format!("{id} {input:?}\n  expected {expected:?}\n  got      {got:?}"));
        }
    }
    assert!(vectors.lines().count() >= 480, "vectors are missing");
    assert!(wrong.is_empty(), "{client:?}, {} vectors:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_vector_gives_what_it_expects() {
    check(Client::Web);
}

#[test]
fn each_vector_gives_what_it_expects_of_android() {
    let differ = include_str!("vectors/whatsapp.jsonl").matches("\"android\": ").count();
    assert!(differ >= 86, "vectors are missing");
    check(Client::Android);
}
