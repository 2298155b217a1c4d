//! Markdown against a parser of Markdown: what it shows is what the document shows.
//!
//! `WAMARK_MESSAGES=1000000 cargo test --release --test markdown -- --nocapture` for a long run.

#[path = "../benches/inputs/mod.rs"]
mod inputs;
#[path = "support/markdown_out.rs"]
mod markdown;
#[path = "support/markup.rs"]
mod markup;
#[path = "support/shown.rs"]
mod shown;
#[path = "support/texts.rs"]
mod texts;

use wamark::Parser;

use markdown::fault;
use markup::MARKUP;

fn faults(message: &str) -> Option<String> {
    let parsers = [Parser::new(), Parser::new().links(false), Parser::new().spoilers(true)];
    parsers.into_iter().find_map(|mut parser| fault(&parser.parse(message)))
}

#[track_caller]
fn check(message: &str) {
    if faults(message).is_some() {
        let message = texts::shrink(message, |message| faults(message).is_some());
        panic!("{message:?}: {}", faults(&message).unwrap_or_default());
    }
}

fn messages(default: u64) -> u64 {
    std::env::var("WAMARK_MESSAGES").map_or(default, |n| n.parse().expect("a number"))
}

#[test]
fn random_messages() {
    let messages = messages(20_000);
    for seed in 0..messages {
        check(&texts::message(seed));
    }
    println!("{messages} random messages mean the same as Markdown");
}

/// What is Markdown and no WhatsApp Markdown stays text.
#[test]
fn messages_of_markdown() {
    let messages = messages(20_000);
    for seed in 0..messages {
        check(&texts::message_of(MARKUP, seed));
    }
    println!("{messages} messages of Markdown mean the same as Markdown");
}

/// All short messages over characters that mean something, to WhatsApp or to Markdown.
#[test]
fn all_short_messages() {
    let alphabets: [(&str, usize); 13] = [
        ("*_a ", 6),
        ("*~.a", 6),
        ("_*é。", 6),
        ("`*a \n", 5),
        ("`\\a\n", 6),
        ("\\*`[a", 5),
        ("-> *1.\na", 4),
        ("[]( :!a", 5),
        ("<>a/@!", 5),
        ("&#a1;", 6),
        ("|-: a\n", 5),
        ("=-#+ \n", 5),
        ("1.) \ta\n", 5),
    ];
    let mut count = 0;
    for (alphabet, longest) in alphabets {
        let letters: Vec<char> = alphabet.chars().collect();
        for length in 1..=u32::try_from(longest).unwrap() {
            for mut n in 0..letters.len().pow(length) {
                let mut text = String::new();
                for _ in 0..length {
                    text.push(letters[n % letters.len()]);
                    n /= letters.len();
                }
                check(&text);
                count += 1;
            }
        }
    }
    println!("{count} short messages mean the same as Markdown");
}

#[test]
fn vectors() {
    for line in include_str!("vectors/whatsapp.jsonl").lines() {
        let vector: serde_json::Value = serde_json::from_str(line).unwrap();
        check(vector["input"].as_str().unwrap());
    }
}

/// What the benchmarks write, and what is made to be slow.
#[test]
fn longer_messages() {
    for (_, messages) in inputs::KINDS {
        for message in messages() {
            check(&message);
        }
    }
    for (_, make) in inputs::pathological() {
        for length in [255, 256, 257, 258] {
            check(&make(length));
        }
    }
}

/// Ordinary text is left as it is, though it has characters that may mean something elsewhere.
#[test]
fn what_means_nothing_is_not_escaped() {
    for text in [
        "Price: 10 * 2 = 20, 2*3, snake_case_name",
        "a - b, #tag, @15551234567, AT&T, 5 > 3 < 4, <3",
        "[1] and x[0] (see a|b), 50% off! ~80 C:\\dir",
        "it`s 5 _ 6, 1.5, 2026.11.22, +1 555, -5, =)",
        "https://ex.com/a_b?x=1&y=2#z, (https://ex.com/b). www.ex.com!",
        "```\n# *as* _it_ is\\\n```",
        "- a_b\n- *c",
        "1. a\n2. b 2*3",
        "> 2*3",
    ] {
        assert_eq!(wamark::to_markdown(text), text);
    }
}

/// Characters that WhatsApp gives no meaning are text, each of them, and where a line begins, too.
#[test]
fn each_character_alone() {
    for c in (' '..='\u{17F}').chain("\u{2028}\u{2029}\u{3000}\u{FEFF}\u{FE0F}😀🫠".chars()) {
        for text in [format!("{c}"), format!("{c} a"), format!("a\n{c}\nb"), format!("- {c} {c}")] {
            check(&text);
        }
        for marked in [format!("*{c}*a"), format!("a {c}*b*{c}"), format!("_a{c}_{c} ~{c}b~")] {
            check(&marked);
        }
    }
}
