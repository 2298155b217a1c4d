//! The parser against the model of the Android client: the same ranges and the same structure for
//! random messages.
//!
//! `WAMARK_MESSAGES=2000000 cargo test --release --test android_model -- --nocapture` for a long
//! run.

#![allow(clippy::duplicate_mod, reason = "both models have the neutral notation in them")]

#[path = "support/agree.rs"]
#[allow(dead_code, reason = "the other client has tests of its own")]
mod agree;
#[path = "support/android.rs"]
mod android;
#[path = "support/model/mod.rs"]
mod model;
#[path = "support/texts.rs"]
mod texts;

/// Fails with the shortest message like this one on which the two do not agree.
fn assert_agree(text: &str) {
    if agree::android(text).is_some() {
        let text = texts::shrink(text, |text| agree::android(text).is_some());
        panic!("{text:?} {}", agree::android(&text).unwrap_or_default());
    }
}

#[test]
fn parser_and_model_agree_on_random_messages() {
    let messages = std::env::var("WAMARK_MESSAGES").map_or(50_000, |n| n.parse().unwrap());
    for seed in 0..messages {
        assert_agree(&texts::message(seed));
    }
    println!("parser and model agree on {messages} random messages");
}

/// All short messages over the characters that the rules are about.
#[test]
fn parser_and_model_agree_on_all_short_messages() {
    let alphabets: [(&str, usize); 6] = [
        ("*_a ", 7),
        ("`*a \n", 6),
        ("`a\n", 8),
        ("`* ", 9),
        ("-> *1.\na", 5),
        ("*`\u{FE0F}\u{A0}\u{1C}/-", 5),
    ];
    let mut count = 0;
    for (alphabet, length) in alphabets {
        let letters: Vec<char> = alphabet.chars().collect();
        for mut n in 0..letters.len().pow(u32::try_from(length).unwrap()) {
            let mut text = String::new();
            for _ in 0..length {
                text.push(letters[n % letters.len()]);
                n /= letters.len();
            }
            assert_agree(&text);
            count += 1;
        }
    }
    println!("parser and model agree on {count} short messages");
}
