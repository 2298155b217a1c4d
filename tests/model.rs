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
fn assert_agree_on_short_messages(alphabets: &[(&str, usize)], difference: Difference) {
    let mut count = 0;
    for &(alphabet, length) in alphabets {
        let letters: Vec<char> = alphabet.chars().collect();
        for mut n in 0..letters.len().pow(u32::try_from(length).expect("a short length")) {
            let mut text = String::new();
            for _ in 0..length {
                text.push(letters[n % letters.len()]);
                n /= letters.len();
            }
            assert_agree(&text, difference);
            count += 1;
        }
    }
    println!("parser and model agree on {count} short messages");
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
