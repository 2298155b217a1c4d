//! The proof's own proof: conversions that are right pass, and each kind of fault is caught. What
//! is converted here was written by hand, so this holds whatever the library does.

#[path = "support/conversions.rs"]
mod conversions;
#[path = "support/proof.rs"]
mod proof;

use conversions::{RIGHT, WRONG};
use proof::expected::expected;
use proof::markdown_texts;
use proof::verdict::{Verdict, judge as judge_by};
use wamark::{Conversion, Invisible, Loss, LossCode, Span};

use LossCode::{LiteralFormatted, StyleDropped};

/// A conversion with losses about pieces of the Markdown, each where it stands first.
fn conversion(markdown: &str, text: &str, losses: &[(LossCode, &str)]) -> Conversion {
    let mut losses: Vec<Loss> = losses
        .iter()
        .map(|&(code, piece)| {
            let start = markdown.find(piece).expect("a piece of it");
            let [start, end] =
                [start, start + piece.len()].map(|at| u32::try_from(at).expect("a short text"));
            Loss { code, span: Span { start, end } }
        })
        .collect();
    losses.sort_by_key(|loss| loss.span);
    Conversion { text: String::from(text), losses }
}

fn judge(markdown: &str, conversion: &Conversion) -> Result<Verdict, String> {
    judge_by(markdown, conversion, Invisible::Allow)
}

#[test]
fn what_is_right_passes() {
    for &(markdown, text, losses) in RIGHT {
        if let Err(fault) = judge(markdown, &conversion(markdown, text, losses)) {
            panic!("{markdown:?} → {text:?}: {fault}");
        }
    }
}

#[test]
fn what_is_wrong_is_caught() {
    for &(markdown, text, losses) in WRONG {
        let verdict = judge(markdown, &conversion(markdown, text, losses));
        assert!(verdict.is_err(), "{markdown:?} → {text:?} passes: {verdict:?}");
    }
}

/// Losses of style are told from what is exact.
#[test]
fn excuses_are_named() {
    let markdown = "**https://e.com** `b`";
    let losses = [(StyleDropped, "https")];
    let verdict = judge(markdown, &conversion(markdown, "https://e.com `b`", &losses));
    assert!(verdict.is_err(), "half of the URL: {verdict:?}");
    let losses = [(StyleDropped, "https://e.com")];
    let verdict = judge(markdown, &conversion(markdown, "https://e.com `b`", &losses));
    assert_eq!(verdict, Ok(Verdict::Excused(vec![StyleDropped])));
    let verdict = judge("**a** b", &conversion("**a** b", "*a* b", &[]));
    assert_eq!(verdict, Ok(Verdict::Exact));
}

/// What random Markdown is made of comes about: else the proof would prove little.
#[test]
fn random_markdown_has_everything() {
    let (mut html, mut constructs, mut bytes) = (0, Vec::new(), 0);
    for seed in 0..4_000 {
        let text = markdown_texts::text(seed);
        let expected = expected(&text);
        html += usize::from(expected.html);
        bytes += text.len();
        constructs.extend(expected.constructs.iter().map(|construct| construct.code));
    }
    println!("{bytes} bytes, {html} with HTML");
    assert!(html < 800, "{html} of 4000 texts have HTML");
    for code in LossCode::ALL {
        let count = constructs.iter().filter(|known| *known == code).count();
        println!("{code} {count}");
        let other = matches!(code, StyleDropped | LiteralFormatted | LossCode::HtmlDropped);
        assert!(count >= 20 || other, "{code} comes {count} times");
    }
}
