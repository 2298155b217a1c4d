//! Inputs of the fuzz targets, on stable Rust: every one that ever failed
//! (`tests/regressions/TARGET`), and the seeds (`fuzz/seeds/TARGET`). See `fuzz/README.md`.

#![cfg(all(feature = "check", feature = "close", feature = "html"))]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

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
    let fastest = |work: &mut growth::Work<'_>| {
        let time = |_| {
            let start = Instant::now();
            work();
            start.elapsed()
        };
        (0..5).map(time).min().unwrap_or_default()
    };
    run("growth", |data| {
        let Some(case) = growth::Case::new(data) else { return };
        let [short, long] = [16 << 10, 64 << 10].map(|bytes| {
            let text = case.text(bytes);
            fastest(&mut case.work(&text))
        });
        // A quadratic step takes sixteen times as long.
        let most = 10 * short + Duration::from_millis(2);
        assert!(long < most, "{case:?}: {short:?}, four times as long {long:?}");
    });
}
