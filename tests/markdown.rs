//! What holds for every Markdown text, tried on random ones.
//!
//! `WAMARK_MESSAGES=2000000 cargo test --release --test markdown` for a long run.

#[path = "../benches/inputs/mod.rs"]
mod inputs;
#[path = "support/markdown.rs"]
mod markdown;
#[path = "support/texts.rs"]
#[allow(dead_code, reason = "the texts of another notation")]
mod texts;

use texts::Random;
use wamark::{Document, MarkdownOptions};

/// The text of a seed: up to 40 pieces, every fourth text of few kinds of pieces only.
fn text(seed: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0xA24B_AED4_963E_E407));
    let count = random.below(40);
    let few: Vec<&str> = (0..6).map(|_| piece(&mut random)).collect();
    (0..count)
        .map(
            |_| {
                if seed.is_multiple_of(4) {
                    few[random.below(few.len())]
                } else {
                    piece(&mut random)
                }
            },
        )
        .collect()
}

fn piece(random: &mut Random) -> &'static str {
    markdown::PIECES[random.below(markdown::PIECES.len())]
}

/// What does not hold for a text, a panic too.
fn breach(text: &str) -> Option<String> {
    let checked = std::panic::catch_unwind(|| markdown::breach(text));
    checked.unwrap_or_else(|_| Some(format!("a panic for {text:?}")))
}

#[test]
fn random_texts() {
    let messages = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().unwrap());
    for seed in 0..messages {
        let text = text(seed);
        if breach(&text).is_some() {
            let short = texts::shrink(&text, |text| breach(text).is_some());
            panic!("seed {seed}, shortened: {}", breach(&short).unwrap_or_default());
        }
    }
}

#[test]
fn texts_of_the_benchmarks() {
    for text in inputs::markdown() {
        assert_eq!(markdown::breach(&text), None);
    }
    for (name, make) in inputs::pathological().into_iter().chain(inputs::pathological_markdown()) {
        assert_eq!(markdown::breach(&make(2000)), None, "{name}");
    }
}

/// No letter is lost, and none changes its place, where nothing is left out or moved: without
/// links, HTML, tables and languages.
#[test]
fn letters_stay() {
    let unsafe_signs = ['[', ']', '<', '|', '&', '`', '~', '\0'];
    let pieces: Vec<&str> = markdown::PIECES
        .iter()
        .copied()
        .filter(|piece| !piece.contains(unsafe_signs) || *piece == "`")
        .collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    for seed in 0..20_000 {
        let mut random = Random(seed);
        let count = random.below(30);
        let text: String = (0..count).map(|_| pieces[random.below(pieces.len())]).collect();
        let reading = Document::from_markdown(&text, &MarkdownOptions::default());
        assert_eq!(letters(reading.document().source()), letters(&text), "{text:?}");
    }
}

#[test]
fn deep_nesting_is_no_danger() {
    for piece in ["> ", "- ", "1. ", "*a **b ", "[", "![", "<b>", "<a href=x>", "[^1]: "] {
        let text = piece.repeat(20_000) + "x";
        let reading = Document::from_markdown(&text, &MarkdownOptions::default());
        assert!(reading.document().source().contains('x'), "{piece}");
    }
}
