//! Splitting: each part is within the limit and, read by itself on either client, says what its
//! piece of the whole does. Held against the slow models of both clients.
//!
//! `WAMARK_MESSAGES=200000 cargo test --release --test split -- --nocapture` for a long run.

#[path = "../benches/inputs/mod.rs"]
mod inputs;
#[path = "support/proof.rs"]
mod proof;
#[path = "support/split.rs"]
mod support;

use proof::glyphs::View;
use proof::markdown_texts;
use proof::texts::{self, Random};
use support::{How, Tally, has_blank_item, split, split_markdown};
use unicode_segmentation::UnicodeSegmentation as _;
use wamark::{Event, Invisible, Node, Unit};

fn messages() -> u64 {
    std::env::var("WAMARK_MESSAGES").map_or(4_000, |n| n.parse().expect("a number"))
}

/// What is wrong with the parts of a message, of the shortest one that has such a fault.
fn verdict(text: &str, how: How) -> Result<Tally, String> {
    split(text, how).map_err(|_| {
        let text = texts::shrink(text, |text| split(text, how).is_err());
        let fault = split(&text, how).expect_err("what is shortened fails, too");
        let parts = how.splitter().split(&support::parse(&text, how));
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
    How { limit, unit, number: random.below(2) == 0, invisible: Invisible::Allow, view: View::Web }
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

fn random_messages(limits: &[usize], invisible: Invisible, view: View) {
    let mut tally = Tally::default();
    for seed in 0..messages() {
        let mut random = Random(seed);
        let text = long_message(&mut random);
        if has_blank_item(&text) {
            continue;
        }
        let how = How { invisible, view, ..how(&mut random, limits) };
        tally.add(hold(&text, how));
    }
    println!("{view:?} {limits:?} {invisible:?}: {tally:?}");
}

#[test]
fn random_messages_at_sensible_limits() {
    random_messages(&[40, 60, 100, 160], Invisible::Allow, View::Web);
}

#[test]
fn random_messages_at_small_limits() {
    random_messages(&[20, 21, 23, 26, 30], Invisible::Allow, View::Web);
}

#[test]
fn random_messages_at_limits_too_small() {
    random_messages(&[1, 2, 3, 5, 8, 12], Invisible::Allow, View::Web);
}

#[test]
fn random_messages_with_nothing_invisible() {
    random_messages(&[20, 40, 100], Invisible::Never, View::Web);
}

#[test]
fn random_messages_as_android_reads_them() {
    random_messages(&[20, 40, 100], Invisible::Allow, View::Android);
}

/// Markdown, which was read into a document that is split: the parts say what all of it would.
#[test]
fn random_markdown() {
    let (mut texts, mut parts) = (0, 0);
    for seed in 0..messages() {
        let markdown = markdown_texts::text(seed);
        let how = how(&mut Random(seed), &[20, 40, 100]);
        if let Some(count) =
            split_markdown(&markdown, how).unwrap_or_else(|fault| panic!("{fault}"))
        {
            texts += 1;
            parts += count;
        }
    }
    println!("{texts} texts of Markdown in {parts} parts");
    assert!(texts * 2 > messages());
}

/// Links, mentions and placeholders that fit a part, and graphemes, are in one part each.
#[test]
fn what_is_whole_stays_whole() {
    let mut count = 0;
    for (kind, make) in inputs::KINDS {
        for (seed, mut text) in (0..).zip(make().into_iter().take(200)) {
            text = format!("{{{{name}}}} {text} @15551234567 {{{{1}}}}👩‍👩‍👧👩‍👩‍👧👍🏽{{{{2}}}}");
            let end = text.char_indices().nth(3000).map_or(text.len(), |(at, _)| at);
            text.truncate(end);
            let document = wamark::parse(&text);
            let how = how(&mut Random(seed), &[60, 100, 400]);
            let how = How { unit: Unit::CodePoints, ..how };
            let parts = how.splitter().split(&document);
            let cuts =
                parts.windows(2).map(|two| (two[0].span.range().end, two[1].span.range().start));
            let graphemes: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let links = document.events().filter_map(|(event, span)| {
                matches!(event, Event::Enter(Node::Link | Node::Mention)).then_some(span.range())
            });
            let placeholders = text.match_indices("{{").filter_map(|(at, _)| {
                let length = text[at..].find("}}")? + 2;
                Some(at..at + length)
            });
            let whole: Vec<_> =
                links.chain(placeholders).filter(|range| range.len() < 45).collect();
            count += whole.len();
            for (end, start) in cuts {
                assert!(graphemes.binary_search(&start).is_ok(), "{kind} {how:?} {text:?}");
                for range in &whole {
                    let inside = |at: usize| range.start < at && at < range.end;
                    assert!(!inside(end) && !inside(start), "{kind} {how:?} {range:?} {text:?}");
                }
            }
        }
    }
    println!("{count} that stay whole");
    assert!(count > 500);
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

/// What is left out between two parts may be longer than all that a part is looked for in.
#[test]
fn parts_far_from_each_other() {
    for unit in Unit::ALL {
        for gap in [" ".repeat(3_000), "\n".repeat(3_000), " \n\u{3000}".repeat(1_000)] {
            let text = format!("one{gap}*two*{gap}three");
            let splitter = wamark::Splitter::new(8.try_into().expect("not 0"), *unit);
            let parts = splitter.split(&wamark::parse(&text));
            let parts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
            assert_eq!(parts, ["one", "*two*", "three"], "{unit:?}");
        }
    }
}
