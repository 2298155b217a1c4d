//! Splitting: each part is within the limit and, read by itself on either client, says what its
//! piece of the whole does. Held against the slow models of both clients.
//!
//! `WAMARK_MESSAGES=200000 cargo test --release --test split -- --nocapture` for a long run.

#[path = "../benches/inputs.rs"]
mod inputs;
#[path = "support/proof.rs"]
mod proof;
#[path = "support/split.rs"]
mod support;

use proof::glyphs::is_space;
use proof::texts::{self, Random};
use support::{How, Tally, judge};
use wamark::{Invisible, Unit};

fn messages() -> u64 {
    std::env::var("WAMARK_MESSAGES").map_or(4_000, |n| n.parse().expect("a number"))
}

/// What is wrong with the parts of a message, of the shortest one that has such a fault.
fn verdict(text: &str, how: How) -> Result<Tally, String> {
    let judge = |text: &str| {
        if has_blank_item(text) {
            return Ok(Tally::default());
        }
        let document = wamark::parse(text);
        judge(document.source(), how, &how.splitter().split(&document))
    };
    judge(text).map_err(|_| {
        let text = texts::shrink(text, |text| judge(text).is_err());
        let fault = judge(&text).expect_err("what is shortened fails, too");
        let parts = how.splitter().split(&wamark::parse(&text));
        let parts: Vec<_> = parts.iter().map(|part| (&part.text, &part.losses)).collect();
        format!("{how:?} {text:?}\n{fault}\n{parts:#?}")
    })
}

#[track_caller]
fn hold(text: &str, how: How) -> Tally {
    verdict(text, how).unwrap_or_else(|fault| panic!("{fault}"))
}

/// A way of splitting, of all that there are.
fn how(random: &mut Random, limits: &[usize]) -> How {
    let unit = Unit::ALL[random.below(Unit::ALL.len())];
    let limit = limits[random.below(limits.len())];
    How { limit, unit, number: random.below(2) == 0, invisible: Invisible::Allow }
}

/// Whether an item has a number and no text: white space, for splitting.
fn has_blank_item(text: &str) -> bool {
    text.split(['\n', '\r']).any(|line| {
        let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
        behind.len() < line.len()
            && behind.strip_prefix(". ").is_some_and(|item| item.chars().all(is_space))
    })
}

/// Some messages in one.
fn long_message(random: &mut Random) -> String {
    let count = 1 + random.below(4);
    let mut text = String::new();
    for _ in 0..count {
        let seed = random.below(usize::MAX >> 34) as u64;
        text += &texts::message(seed);
        text += ["\n", "\n\n", " ", ""][random.below(4)];
    }
    text
}

fn random_messages(limits: &[usize], invisible: Invisible) -> Tally {
    let mut tally = Tally::default();
    for seed in 0..messages() {
        let mut random = Random(seed);
        let text = long_message(&mut random);
        if has_blank_item(&text) {
            continue;
        }
        let how = How { invisible, ..how(&mut random, limits) };
        tally.add(hold(&text, how));
    }
    println!("{limits:?} {invisible:?}: {tally:?}");
    tally
}

#[test]
fn random_messages_at_sensible_limits() {
    random_messages(&[40, 60, 100, 160], Invisible::Allow);
}

#[test]
fn random_messages_at_small_limits() {
    random_messages(&[20, 21, 23, 26, 30], Invisible::Allow);
}

#[test]
fn random_messages_at_limits_too_small() {
    random_messages(&[1, 2, 3, 5, 8, 12], Invisible::Allow);
}

#[test]
fn random_messages_with_nothing_invisible() {
    random_messages(&[20, 40, 100], Invisible::Never);
}

/// Texts made to be slow: fewer characters than for the library, as the models are quadratic.
#[test]
fn pathological_messages() {
    let mut tally = Tally::default();
    let families = inputs::pathological();
    assert!(families.len() >= 26);
    for (seed, (_, make)) in (0..).zip(families) {
        let text = make(1500);
        let mut random = Random(seed);
        for limit in [20, 57, 160, 1024, 4096] {
            for invisible in [Invisible::Allow, Invisible::Never] {
                let how = How { invisible, ..how(&mut random, &[limit]) };
                if !has_blank_item(&text) {
                    tally.add(hold(&text, how));
                }
            }
        }
    }
    println!("pathological: {tally:?}");
}

/// Long texts, at all limits that are known and some more, in all units.
#[test]
fn long_messages() {
    let mut tally = Tally::default();
    for (seed, (_, make)) in (0..).zip(inputs::KINDS) {
        let mut random = Random(seed);
        let mut text = make().concat();
        let end = text.char_indices().nth(6000).map_or(text.len(), |(at, _)| at);
        text.truncate(end);
        for limit in [25, 60, 256, 1024, 1600, 4096] {
            tally.add(hold(&text, how(&mut random, &[limit])));
        }
    }
    println!("long: {tally:?}");
}
