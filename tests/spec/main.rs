//! Runs the chapters in `tests/spec`: every example is one test.
//!
//! A chapter is prose with examples in it:
//!
//! ```text
//! === name of the example (R12)
//! the input
//! --- label
//! the expected output
//! ===
//! ```
//!
//! An example has one section or more, each with its label (see [`Label`]). The lines of a section
//! are joined by line feeds. `⟦HEX⟧` stands for a code point, in inputs and outputs alike. A test
//! is named `chapter::heading::line name`.
//!
//! The input is what somebody typed in WhatsApp, unless a section says `from markdown`, `from html` or
//! `sanitized`.

mod chapter;
mod escape;
mod label;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use libtest_mimic::{Arguments, Failed, Trial};

use chapter::{Example, Malformed, Section, examples, malformed};
use escape::visible;
use label::{Label, parse, parse_as_android, parse_with_spoilers, source};

fn main() {
    libtest_mimic::run(&Arguments::from_args(), trials()).exit();
}

fn trials() -> Vec<Trial> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("spec");
    let chapters = match chapters(&folder) {
        Ok(chapters) if !chapters.is_empty() => chapters,
        Ok(_) => return vec![failing("spec", "no chapter in tests/spec")],
        Err(error) => return vec![failing("spec", &format!("tests/spec: {error}"))],
    };
    let mut trials = vec![Trial::test("runner::chapters are read as described", runner)];
    for path in chapters {
        let chapter = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match fs::read_to_string(&path).map(|text| examples(&text)) {
            Ok(Ok(examples)) => trials.extend(examples.into_iter().map(|e| trial(&chapter, e))),
            Ok(Err(Malformed { line, what })) => {
                trials.push(failing(&chapter, &format!("tests/spec/{chapter}.txt:{line}: {what}")));
            }
            Err(error) => {
                trials.push(failing(&chapter, &format!("tests/spec/{chapter}.txt: {error}")));
            }
        }
    }
    trials
}

fn chapters(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    Ok(paths)
}

/// A chapter that cannot be read is a test that fails.
fn failing(chapter: &str, message: &str) -> Trial {
    let message = message.to_owned();
    Trial::test(format!("{chapter}::is well formed"), move || Err(Failed::from(message)))
}

fn trial(chapter: &str, example: Example) -> Trial {
    let name = format!("{chapter}::{}::{} {}", example.heading, example.line, example.name);
    Trial::test(name, move || check(&example))
}

fn check(example: &Example) -> Result<(), Failed> {
    let input = &example.input;
    let lines = input.replace("\r\n", "\n").replace('\r', "\n");
    let mut report = String::new();
    compare(&mut report, "source", &lines, &source(&parse(input)));
    for Section { name, label, expected } in &example.sections {
        if matches!(label, Label::SpoilersHtml | Label::SpoilersMarkdown) {
            let covered = source(&parse_with_spoilers(input));
            compare(&mut report, "source with spoilers", &lines, &covered);
        }
        if name.starts_with("android") {
            let read = source(&parse_as_android(input));
            compare(&mut report, "source as Android reads it", &lines, &read);
        }
        compare(&mut report, name, expected, &label.output(input));
    }
    if report.is_empty() {
        return Ok(());
    }
    Err(Failed::from(format!("\n[input]\n{}\n{report}", visible(input))))
}

fn compare(report: &mut String, name: &str, expected: &str, got: &str) {
    if expected != got {
        let (expected, got) = (visible(expected), visible(got));
        let _ = write!(report, "\n[{name}, expected]\n{expected}\n\n[{name}, got]\n{got}\n");
    }
}

/// The reader of the chapters: what it takes and what it refuses.
fn runner() -> Result<(), Failed> {
    let read = examples("# A b\ntext\n=== x `y`\na\n⟦20⟧⟦A⟧\n--- html\n--- line 7\n\n---\n===\n");
    let [example] = &read.map_err(|error| format!("{error:?}"))?[..] else {
        return Err(Failed::from("not one example"));
    };
    let got = (&*example.heading, &*example.name, example.line, &*example.input);
    expect(&got, &("a-b", "x `y`", 3, "a\n \n"))?;
    let got: Vec<_> = example.sections.iter().map(|s| (s.label, &*s.expected)).collect();
    expect(&got, &vec![(Label::Html, ""), (Label::Line(7), "\n---")])?;
    expect(&visible("a \u{FE0F}b \n\t"), &"a ⟦FE0F⟧b⟦20⟧\n⟦9⟧".to_owned())?;
    for (chapter, line, what) in [
        ("=== \n===\n", 1, "an example without a name"),
        ("\n=== a\nb\n===\n", 2, "an example without an output"),
        ("=== a\nb\n--- html\n", 1, "an example without its end"),
        ("=== a\n--- htm\n===\n", 2, "unknown label `htm`"),
        ("=== a\n--- from markdown x=y\n===\n", 2, "unknown label `from markdown x=y`"),
        ("=== a\n--- from html links\n===\n", 2, "unknown label `from html links`"),
        ("=== a\n--- html\n--- html\n===\n", 3, "a second `html`"),
        ("=== a\n=== b\n", 2, "`=== b` within an example"),
        ("===\n", 1, "`===` outside an example"),
        ("--- html\n", 1, "`--- html` outside an example"),
        ("=== a\n⟦20\n===\n", 2, "`⟦` without `⟧`"),
        ("=== a\n⟦D800⟧\n===\n", 2, "`⟦D800⟧` is no character"),
    ] {
        expect(&examples(chapter).err(), &Some(malformed(line, what)))?;
    }
    Ok(())
}

fn expect<T: PartialEq + std::fmt::Debug>(got: &T, expected: &T) -> Result<(), Failed> {
    if got == expected { Ok(()) } else { Err(format!("{got:?}\nis not\n{expected:?}").into()) }
}
