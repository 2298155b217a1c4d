//! The invariants of documents, for messages from everywhere: random ones, those of proptest, the
//! vectors, and the texts of the benchmarks.
//!
//! `WAMARK_MESSAGES=2000000 cargo test --release --test invariants` for a long run.

#[path = "../benches/inputs/mod.rs"]
mod inputs;
#[path = "support/invariants/mod.rs"]
mod invariants;
#[path = "support/texts.rs"]
mod texts;

use proptest::prelude::*;
use proptest::sample::select;
use wamark::{Event, HtmlStyle, Parser, TextOptions};

#[test]
fn random_messages() {
    let messages = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().unwrap());
    for seed in 0..messages {
        let text = texts::message(seed);
        if invariants::breach(&text).is_some() {
            println!("seed {seed}, shortened");
            invariants::check(&texts::shrink(&text, |text| invariants::breach(text).is_some()));
        }
    }
}

/// Pieces of the grammar, so that they meet each other often.
fn dense() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(vec!["*", "_", "~", "`", "```", "||", "\n", " "]).prop_map(String::from),
        2 => select(texts::PIECES).prop_map(String::from),
        2 => "[a-z]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn config(cases: u32) -> ProptestConfig {
    // A failure is shortened and printed; no file is written.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn dense_strings(text in dense()) {
        prop_assert_eq!(invariants::breach(&text), None);
    }

    #[test]
    fn strings(text in any::<String>()) {
        prop_assert_eq!(invariants::breach(&text), None);
    }
}

/// Seven nodes in each other, which no random message has.
#[test]
fn deepest_messages() {
    for innermost in ["`x`", "```x```", "ex.com", "@12345"] {
        let message = format!("1. *a _b ~c ||d {innermost} d|| c~ b_ a*");
        invariants::check(&message);
        let document = Parser::new().spoilers(true).parse(&message);
        let depths = document.events().scan(0, |depth, (event, _)| {
            *depth += i32::from(matches!(event, Event::Enter(_)));
            *depth -= i32::from(matches!(event, Event::Leave(_)));
            Some(*depth)
        });
        assert_eq!(depths.max(), Some(7), "{message:?}");
    }
}

/// Runs of blank lines about as long as what counts them can count, and twice that.
#[test]
fn long_runs_of_blank_lines() {
    let blocks = ["", "a", "- a", "> a", "```\na\n```"];
    let most = usize::from(u16::MAX);
    for (count, block) in (most - 1..most + 3).flat_map(|count| blocks.map(|block| (count, block)))
    {
        invariants::check(&format!("{block}{}{block}", "\n".repeat(count)));
    }
    for count in 2 * most - 1..2 * most + 3 {
        invariants::check(&format!("{}a", "\n".repeat(count)));
    }
}

#[test]
fn vectors() {
    for line in include_str!("vectors/whatsapp.jsonl").lines() {
        let vector: serde_json::Value = serde_json::from_str(line).unwrap();
        invariants::check(vector["input"].as_str().unwrap());
    }
}

#[test]
fn pathological_families() {
    for (name, make) in inputs::pathological() {
        println!("family {name}");
        // Odd lengths too, so that the last piece is cut in more than one way.
        for length in [2047, 2048, 2049, 2050] {
            invariants::check(&make(length));
        }
    }
}

/// A benchmark of nonsense is none: what each input gives, once.
#[test]
fn inputs_of_benchmarks_are_what_they_are_called() {
    let short: [(&str, inputs::Messages); 2] =
        [("short plain", inputs::short_plain), ("short formatted", inputs::short_formatted)];
    for (name, messages) in inputs::KINDS.into_iter().chain(short) {
        let messages = messages();
        let (mut bytes, mut formatted) = (0, 0);
        for message in &messages {
            let document = wamark::parse(message);
            let html = document.to_html(&HtmlStyle::close());
            let text = document.to_text(&TextOptions::default());
            assert!(html.len() > text.len(), "{name}: {message:?}\n gives {html:?}");
            assert!(html.starts_with('<') && html.ends_with('>'), "{name}: {html:?}");
            bytes += message.len();
            formatted += usize::from(text.len() < message.len());
        }
        // Of a hundred messages, how many have formatting.
        let share = formatted * 100 / messages.len();
        let expected = if name.contains("plain") { 0..=10 } else { 90..=100 };
        assert!(expected.contains(&share), "{name}: {share} of 100 messages have formatting");
        let least = if name.starts_with("short") { 20_000 } else { 250_000 };
        assert!(bytes >= least, "{name}: {bytes} bytes");
    }
    for message in inputs::formatted().iter().chain(&inputs::dense()).take(200) {
        invariants::check(message);
    }
}
