//! WhatsApp text → document → WhatsApp text is the same; and by way of Markdown it shows the same.
//!
//! `WAMARK_MESSAGES=1000000 cargo test --release --test roundtrip -- --nocapture` for a long run.

#[path = "support/proof.rs"]
mod proof;
#[path = "support/shown.rs"]
mod shown;
#[path = "support/trip.rs"]
mod trip;

use std::time::Instant;

use proof::texts;
use serde_json::Value;
use trip::{CLIENTS, Trip, changed, is_alike, trip};

/// Random messages, and the worked examples.
fn messages() -> impl Iterator<Item = String> {
    let count = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().expect("a number"));
    let vectors = include_str!("vectors/whatsapp.jsonl").lines().map(|line| {
        let vector: Value = serde_json::from_str(line).expect("a vector");
        String::from(vector["input"].as_str().expect("a message"))
    });
    vectors.chain((0..count).map(texts::message))
}

/// What is parsed is what was typed: nothing is rewritten, nothing is lost.
#[test]
fn documents_keep_what_was_typed() {
    let started = Instant::now();
    let mut count = 0;
    for message in messages() {
        count += 1;
        assert_eq!(changed(&message), None, "{message:?}");
    }
    println!("{count} messages are what was typed, in {:.0?}", started.elapsed());
}

/// Each message, as either client reads it, shows both of them the same when it comes back from
/// Markdown. Where it does not, that is reported, and has a reason that lies in the message; see
/// [`Trip`].
#[test]
fn markdown_keeps_what_is_shown() {
    let started = Instant::now();
    let (mut all, mut alike) = (Tally::default(), Tally::default());
    for message in messages() {
        let is_alike = is_alike(&message);
        for client in CLIENTS {
            let what = trip(&message, client);
            if let Trip::Fault(_) = what {
                let fails = |text: &str| matches!(trip(text, client), Trip::Fault(_));
                let shrunk = texts::shrink(&message, fails);
                panic!("{shrunk:?} {:?}", trip(&shrunk, client));
            }
            all.add(&what);
            if is_alike {
                alike.add(&what);
            }
        }
    }
    println!("all messages: {all:?}");
    println!("those that both clients show alike: {alike:?}");
    println!("in {:.0?}", started.elapsed());
    // The others ask for more than the message itself does: that both show what one of them did.
    assert!(alike.same * 1000 >= alike.trips * 995, "{alike:?}");
    assert!(all.same * 100 >= all.trips * 96, "{all:?}");
    assert!(all.kept_off * 1000 <= all.trips, "{all:?}");
}

#[derive(Debug, Default)]
struct Tally {
    trips: u64,
    same: u64,
    reported: u64,
    kept_off: u64,
}

impl Tally {
    fn add(&mut self, trip: &Trip) {
        self.trips += 1;
        match trip {
            Trip::Same => self.same += 1,
            Trip::Reported => self.reported += 1,
            Trip::KeptOff | Trip::Fault(_) => self.kept_off += 1,
        }
    }
}
