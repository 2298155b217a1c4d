//! Inputs of the fuzz targets, on stable Rust: every one that ever failed
//! (`tests/regressions/TARGET`), and the seeds (`fuzz/seeds/TARGET`). See `fuzz/README.md`.

#![cfg(all(feature = "check", feature = "close", feature = "html"))]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;
#[path = "../benches/inputs/mod.rs"]
mod inputs;
#[allow(dead_code, reason = "no families are measured here")]
#[path = "growth/measure.rs"]
mod measure;
mod works {
    pub(crate) use super::fuzz::targets::growth::Work;
}

use std::fs;
use std::path::Path;

use fuzz::targets::{self, growth};

/// Runs the inputs of a target, each of which panics if it fails. The output names it.
fn run(target: &str, body: impl Fn(&[u8])) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for folder in
        [root.join("fuzz/seeds").join(target), root.join("tests/regressions").join(target)]
    {
        // Some targets never failed.
        let Ok(files) = fs::read_dir(folder) else { continue };
        for file in files {
            let path = file.expect("a file").path();
            println!("{}", path.display());
            body(&fs::read(&path).expect("it is readable"));
            count += 1;
        }
    }
    assert!(count >= 20, "{count} inputs of {target}");
}

#[test]
fn parse() {
    run("parse", targets::parse::run);
}

#[test]
fn roundtrip() {
    run("roundtrip", targets::roundtrip::run);
}

#[test]
fn from_markdown() {
    run("from_markdown", targets::from_markdown::run);
}

#[test]
fn from_html() {
    run("from_html", targets::from_html::run);
}

#[test]
fn split() {
    run("split", targets::split::run);
}

#[test]
fn check_fix() {
    run("check_fix", targets::check_fix::run);
}

#[test]
fn close() {
    run("close", targets::close::run);
}

/// By time, as here nothing counts work: texts are longer, and only what is far too slow is found.
#[test]
fn growth() {
    run("growth", |data| {
        let Some(case) = growth::Case::new(data) else { return };
        let (short, long) = (case.text(16 << 10), case.text(64 << 10));
        let _alone = measure::alone();
        let ratio = || {
            let times = measure::fastest(&mut case.work(&short), &mut case.work(&long));
            // What is faster than can be measured is fast enough.
            times.1.as_secs_f64() / times.0.as_secs_f64().max(50e-6)
        };
        // A quadratic step takes sixteen times as long. A machine that does other things, too, is
        // given some chances.
        assert!((0..5).any(|_| ratio() < 9.0), "{case:?}: four times as long, {} times", ratio());
    });
}

/// The measure measures: work that grows as the square of the text is found, and linear work with
/// something done once is not.
#[test]
fn growth_is_told_from_what_is_done_once() {
    let count = |work_of: fn(u64) -> u64| {
        // Of each length the text, two of it and four.
        let mut bytes = (10..=20).step_by(2).flat_map(|power| [power, power + 1, power + 2]);
        move |_: &mut growth::Work<'_>| bytes.next().map_or(0, |power: u32| work_of(1 << power))
    };
    let repeat = b"\x00\x00ab";
    let worst = growth::run(repeat, &mut count(|n| 30 * n + 1500));
    assert!(worst.growth < 1.01 && worst.a_byte < 31.0, "{worst:?}");
    // A window that is looked at again and again.
    growth::run(repeat, &mut count(|n| n * n.min(3000) / 16));
    for (name, work) in [
        ("quadratic", (|n| 20 * n + n * n / 200) as fn(u64) -> u64),
        ("of 1.25", |n| n * n.isqrt().isqrt()),
        ("dear", |n| 300 * n),
    ] {
        let run = || growth::run(repeat, &mut count(work));
        assert!(std::panic::catch_unwind(run).is_err(), "{name}");
    }
}
