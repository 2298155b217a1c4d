//! Markdown in, WhatsApp text out: proven for the examples of CommonMark and for random Markdown,
//! with the slow models of both clients as readers. Each character that Markdown shows is seen
//! with exactly its styles, or the loss is reported; nothing else is seen.
//!
//! `WAMARK_MESSAGES=1000000 cargo test --release --test proof -- --nocapture` for a long run;
//! `WAMARK_FROM=200000 WAMARK_MESSAGES=200000` for a slice of it.

#[path = "support/extras.rs"]
mod extras;
#[path = "support/from_markdown.rs"]
mod from_markdown;
#[path = "support/proof.rs"]
mod proof;

use std::collections::BTreeMap;
use std::ops::Range;

use from_markdown::{convert, moves, new_invisible, verdict};
use proof::expected::expected;
use proof::glyphs::{Glyph, HIDDEN, View, seen};
use proof::markdown_texts::{self, Kind};
use proof::texts::{self, Random};
use proof::verdict::{Verdict, judge};
use serde_json::Value;
use wamark::{Conversion, Invisible, LossCode};

/// The seeds of the random texts.
fn messages() -> Range<u64> {
    let number = |name, default| {
        std::env::var(name).map_or(default, |n| n.parse::<u64>().expect("a number"))
    };
    let from = number("WAMARK_FROM", 0);
    from..from + number("WAMARK_MESSAGES", 20_000)
}

/// How many texts came out exactly, and how many with which losses of style.
#[derive(Debug, Default)]
struct Tally {
    texts: u64,
    exact: u64,
    excused: BTreeMap<LossCode, u64>,
}

impl Tally {
    fn add(&mut self, verdict: &Verdict) {
        self.texts += 1;
        match verdict {
            Verdict::Exact => self.exact += 1,
            Verdict::Excused(codes) => {
                for code in codes {
                    *self.excused.entry(*code).or_default() += 1;
                }
            }
        }
    }

    fn print(&self, what: &str) {
        println!("{what}: {} texts, {} exact", self.texts, self.exact);
        for (code, count) in &self.excused {
            println!("  {count} with {code}");
        }
    }
}

/// Holds a text against what should be seen of it; what is told is the shortest one with a fault.
fn hold(markdown: &str, invisible: Invisible) -> Verdict {
    verdict(markdown, invisible).unwrap_or_else(|_| {
        let text = texts::shrink(markdown, |text| verdict(text, invisible).is_err());
        let fault = verdict(&text, invisible).expect_err("what is shortened fails, too");
        panic!("{text:?}\n→ {:?}\n{fault}", convert(&text, invisible));
    })
}

#[test]
fn examples_of_commonmark() {
    let examples: Vec<Value> = serde_json::from_str(include_str!("data/commonmark.json")).unwrap();
    assert_eq!(examples.len(), 652);
    for invisible in [Invisible::Allow, Invisible::Never] {
        let mut tally = Tally::default();
        for example in &examples {
            let markdown = example["markdown"].as_str().unwrap();
            tally.add(&hold(markdown, invisible));
        }
        tally.print(&format!("CommonMark, {invisible:?}"));
    }
}

#[test]
fn examples_of_more() {
    for markdown in extras::EXTRAS {
        for invisible in [Invisible::Allow, Invisible::Never] {
            hold(markdown, invisible);
        }
    }
}

#[test]
fn random_markdown() {
    let mut tallies = [Kind::Tame, Kind::Wild, Kind::Broken].map(|kind| (kind, Tally::default()));
    for seed in messages() {
        let own = tallies.iter_mut().find(|(kind, _)| *kind == Kind::of(seed));
        own.expect("a tally").1.add(&hold(&markdown_texts::text(seed), Invisible::Allow));
    }
    for (kind, tally) in &tallies {
        tally.print(&format!("random Markdown, {kind:?}"));
    }
    let tame = &tallies[0].1;
    assert!(tame.exact * 100 >= tame.texts * 99, "style is lost too often: {tame:?}");
}

/// A verdict that nothing can fail says nothing: what is changed by chance is found out.
#[test]
fn damage_is_found_out() {
    let (mut count, mut found) = (0, 0);
    for seed in messages() {
        let markdown = markdown_texts::text(seed);
        let right = convert(&markdown, Invisible::Allow);
        // Of tables with signs in them and of HTML less is known.
        let checked = !expected(&markdown).html && !markdown.contains('|');
        if !checked || judge(&markdown, &right, Invisible::Allow) != Ok(Verdict::Exact) {
            continue;
        }
        let text = damaged(&right.text, &mut Random(seed));
        let look = |text: &str, view| -> Vec<Glyph> {
            let hidden = |glyph: Glyph| Glyph { look: glyph.look & !HIDDEN, ..glyph };
            seen(text, view).into_iter().map(hidden).collect()
        };
        if View::ALL.iter().all(|view| look(&text, *view) == look(&right.text, *view)) {
            continue;
        }
        count += 1;
        let wrong = Conversion { text, losses: right.losses };
        found += u32::from(judge(&markdown, &wrong, Invisible::Allow).is_err());
    }
    println!("{found} of {count} damaged texts found out");
    // The others lost white space at the edge of code, or marks of items that hold no text.
    assert!(found * 1000 >= count * 995, "{found} of {count}");
}

/// Puts a character in, leaves one out, or changes the places of two.
fn damaged(text: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let (at, other) = (random.below(chars.len().max(1)), random.below(chars.len().max(1)));
    match random.below(3) {
        0 => chars.insert(at, ['*', '_', '~', '`', 'x', ' ', '\n'][random.below(7)]),
        _ if chars.is_empty() => {}
        1 => drop(chars.remove(at)),
        _ => chars.swap(at, other),
    }
    chars.into_iter().collect()
}

#[test]
fn nothing_invisible_where_none_may_be() {
    let mut tally = Tally::default();
    for seed in messages() {
        let markdown = markdown_texts::text(seed);
        tally.add(&hold(&markdown, Invisible::Never));
        let text = convert(&markdown, Invisible::Never).text;
        assert_eq!(new_invisible(&markdown, &text), None, "{markdown:?} → {text:?}");
    }
    tally.print("random Markdown, nothing invisible");
}

/// What was written means what it says: written again it is the same.
#[test]
fn writing_again_changes_nothing() {
    for seed in messages() {
        let markdown = markdown_texts::text(seed);
        for invisible in [Invisible::Allow, Invisible::Never] {
            let text = convert(&markdown, invisible).text;
            assert_eq!(moves(&text, invisible), None, "{markdown:?}");
        }
        assert_eq!(wamark::from_markdown(&markdown), convert(&markdown, Invisible::Allow).text);
    }
}
