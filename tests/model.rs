//! The parser against the models of both clients: the same ranges and the same structure for random
//! messages, and for all short ones over the characters that the rules are about.
//!
//! `WAMARK_MESSAGES=2000000 cargo test --release --test model -- --nocapture` for a long run.

#![allow(clippy::duplicate_mod, reason = "both models have the neutral notation in them")]

#[path = "support/agree.rs"]
mod agree;
#[path = "support/android.rs"]
mod android;
#[path = "support/model/mod.rs"]
mod model;
#[path = "support/texts.rs"]
mod texts;

/// How a parser and its model differ on a message, if they do.
type Difference = fn(&str) -> Option<String>;

/// Fails with the shortest message like this one on which the two do not agree.
fn assert_agree(text: &str, difference: Difference) {
    if difference(text).is_some() {
        let text = texts::shrink(text, |text| difference(text).is_some());
        panic!("{text:?} {}", difference(&text).unwrap_or_default());
    }
}

fn assert_agree_on_random_messages(difference: Difference) {
    let messages =
        std::env::var("WAMARK_MESSAGES").map_or(50_000, |n| n.parse().expect("a number"));
    for seed in 0..messages {
        assert_agree(&texts::message(seed), difference);
    }
    println!("parser and model agree on {messages} random messages");
}

/// All messages of so many letters of each alphabet.
fn assert_agree_on_short_messages(alphabets: &[(&str, u32)], difference: Difference) {
    for &(alphabet, length) in alphabets {
        let letters: Vec<&str> = alphabet.split_inclusive(|_| true).collect();
        assert_agree_on_pieces(&letters, length, difference);
    }
}

/// All messages of so many of the pieces.
fn assert_agree_on_pieces(pieces: &[&str], length: u32, difference: Difference) {
    let messages = pieces.len().pow(length);
    for mut n in 0..messages {
        let mut text = String::new();
        for _ in 0..length {
            text.push_str(pieces[n % pieces.len()]);
            n /= pieces.len();
        }
        assert_agree(&text, difference);
    }
    println!("parser and model agree on {messages} messages of {pieces:?}");
}

#[test]
fn web_on_random_messages() {
    assert_agree_on_random_messages(agree::web);
}

#[test]
fn web_on_short_messages() {
    let alphabets = [("*_a ", 7), ("`*a \n", 6), ("`a\n", 8), ("-> *1.\na", 5)];
    assert_agree_on_short_messages(&alphabets, agree::web);
}

/// Hosts, addresses and ports that end anywhere, and tails with what may be left out at their end.
#[test]
fn web_on_links() {
    let hosts = ["a", ".", "com", "@", ":", "//", "http", "8", "-"];
    assert_agree_on_pieces(&hosts, 5, agree::web);
    let tails = ["a.com", "/", "(", ")", "*", "_", " ", "?é", "."];
    assert_agree_on_pieces(&tails, 5, agree::web);
}

#[test]
fn android_on_random_messages() {
    assert_agree_on_random_messages(agree::android);
}

#[test]
fn android_on_short_messages() {
    let alphabets = [
        ("*_a ", 7),
        ("`*a \n", 6),
        ("`a\n", 8),
        ("`* ", 9),
        ("-> *1.\na", 5),
        ("*`\u{FE0F}\u{A0}\u{1C}/-", 5),
    ];
    assert_agree_on_short_messages(&alphabets, agree::android);
}
