//! Writes the seeds, from the worked examples, the chapters of the specification, the examples of
//! CommonMark and some texts that stand here:
//!
//! ```sh
//! cargo run --manifest-path fuzz/Cargo.toml --example seeds
//! ```

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use wamark_fuzz::input::{END, encode};

/// How many there are for a target at most.
const MOST: usize = 36;
/// And how long: a seed is where changes begin.
const LONGEST: usize = 400;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &str| fs::read_to_string(root.join(path));
    let vectors: Vec<String> = read("tests/vectors/whatsapp.jsonl")?
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|vector| Some(vector["input"].as_str()?.to_owned()))
        .collect();
    let markdown: Vec<Value> = serde_json::from_str(&read("tests/data/commonmark.json")?)?;
    let markdown = markdown.iter().filter_map(|one| Some(one["markdown"].as_str()?.to_owned()));
    let markdown: Vec<String> = markdown
        .chain(["-blocks", "-links", "-tables", ""].iter().flat_map(|name| {
            examples(&read(&format!("tests/spec/markdown-in{name}.txt")).unwrap_or_default())
        }))
        .collect();
    let html: Vec<String> = ["-links", "-lists", "-tables", ""]
        .iter()
        .map(|name| format!("tests/spec/html-in{name}.txt"))
        .chain([String::from("tests/spec/html-sanitize.txt")])
        .flat_map(|path| examples(&read(&path).unwrap_or_default()))
        .collect();
    let messages: Vec<String> =
        read("tests/data/messages.txt")?.split("\n%%\n").map(str::to_owned).collect();
    let split = examples(&read("tests/spec/split.txt")?);

    write("parse", some(&vectors, MOST))?;
    write("roundtrip", some(&vectors[3..], MOST))?;
    // Zeros for the options.
    write("from_markdown", headed(b"00000", some(&markdown, MOST)))?;
    write("from_html", headed(b"0000", some(&html, MOST)))?;
    let mut parts = headed(b"\x1400000", some(&messages, 20));
    parts.extend(headed(b"\x0f11010", some(&split, MOST - 20)));
    write("split", parts)?;
    let mixed = [some(&vectors, 9), some(&markdown, 9), some(&html, 9), some(&messages, 9)];
    let mixed = mixed.concat().into_iter().zip(0_u8..).map(|(text, at)| {
        let place = [b'0' + at % 15].to_vec();
        [place, text].concat()
    });
    write("check_fix", mixed.collect())?;
    write("close", close())?;
    write("growth", growth())
}

/// Some of the texts, evenly spread.
fn some(texts: &[String], count: usize) -> Vec<Vec<u8>> {
    let step = texts.len().div_ceil(count);
    let texts = texts.iter().step_by(step).map(|text| encode(text));
    texts.filter(|bytes| bytes.len() <= LONGEST).collect()
}

fn headed(head: &[u8], texts: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    texts.into_iter().map(|text| [head, &text].concat()).collect()
}

/// The inputs of a chapter: what stands between `===` and `---`.
fn examples(chapter: &str) -> Vec<String> {
    let blocks = chapter.split("\n=== ").skip(1);
    let inputs = blocks.filter_map(|block| {
        let (_, rest) = block.split_once('\n')?;
        Some(rest.split_once("\n---")?.0.to_owned())
    });
    inputs.collect()
}

/// Each thing that is read and built, as it should be and with something spoiled.
fn close() -> Vec<Vec<u8>> {
    let end = [END];
    let mut seeds: Vec<Vec<u8>> = Vec::new();
    for template in 0..5 {
        // Of success and refused; then a value in place 3 is another.
        seeds.push(
            [
                &[0, 0][..],
                b"limit=1, remaining=0, reset=2.5",
                &end,
                b"3",
                &end,
                &[template],
                b"\x03\x0bab",
            ]
            .concat(),
        );
        seeds.push([&[0, 109 + template][..], &end, &end, &[template]].concat());
    }
    seeds.push(
        [&[0, 0][..], &end, &end, &[4], br#"{"data":[{"id":"acti_1"}],"has_more":true}"#].concat(),
    );
    seeds.push(
        [&[0, 100][..], &end, &end, &[4], br#"{"errors":["a"],"field-errors":{"b":[{"c":"d"}]}}"#]
            .concat(),
    );
    seeds.push([&[1, 1][..], &end, b"0", &[0]].concat());
    seeds.push([&[1, 0x80][..], b"1700000001", &end, &end, b"0", &[0], b"\x02\x0ba"].concat());
    seeds.push([&[1, 0][..], &end, b"0", &[1], br#"{"event":{},"subscription_id":"a"}"#].concat());
    for place in (0..60).step_by(12) {
        seeds.push([&[2, 0, place][..], b"\x0bimage"].concat());
    }
    seeds.push([&[2, 1][..], br#"{"object":"whatsapp_business_account","entry":[]}"#].concat());
    seeds.push(
        [
            &[3, 0][..],
            b"*a*\n- b",
            &end,
            &end,
            &end,
            b"> _c_",
            &end,
            b"<div><b>d</b></div>",
            &end,
            b"e",
        ]
        .concat(),
    );
    seeds.push([&[3, 0][..], b"1. `a`", &end, b"<ol class=x><li><tt>a</tt></ol>", &end].concat());
    seeds.push(vec![3, 0x80, 0]);
    seeds.push(vec![3, 0x80, 1]);
    seeds.push(
        [&[3, 0x80, 2][..], br#"{"data":[{"_type":"WhatsAppMessage","id":"a"}]} {}"#].concat(),
    );
    for what in [4, 5] {
        // All fields in order; then one of them not.
        seeds.push([&[what, 0x3F, b'0'][..], &end.repeat(14)].concat());
        for field in (0..14).step_by(4) {
            seeds.push(
                [&[what, 0x3F, b'0'][..], &end.repeat(field), b"a b", &end.repeat(14)].concat(),
            );
        }
    }
    seeds
}

/// Works with shapes of pieces that are known to be looked at again.
fn growth() -> Vec<Vec<u8>> {
    let pieces: [[&str; 3]; 18] = [
        ["*a", "b", "*"],
        ["`", " ", "a"],
        ["*_~`", "\n", "`~_*"],
        ["```", "a", "\n"],
        ["http://", "a.com", ")"],
        ["a@", "", ".com"],
        ["> ", "a", "\n"],
        ["- a\n", "", "1. b\n"],
        ["[", "a", "](b.co)"],
        ["[^1]", "\n[^1]: ", "\n"],
        ["|a", "\n|-|-|\n", "|b"],
        ["**a **", "", "b"],
        ["<b>", "a", "</b>"],
        ["<table><tr><td>", "a", "</table>"],
        ["<!--", "-->", "<div>"],
        ["&amp", "&#42;", "&"],
        ["{{1}} ", "\n\n", "a. "],
        ["\\*", "*a*", "\u{FFFD}. a\n"],
    ];
    let seed = |(at, [a, b, c]): (u8, &[&str; 3])| {
        let end = [END];
        let pieces = [&encode(a), &end[..], &encode(b), &end, &encode(c)].concat();
        [vec![at, at / 2], pieces].concat()
    };
    (0..).zip(pieces.iter().chain(&pieces[..16])).map(seed).collect()
}

/// Writes the seeds of a target, in place of those that there are.
fn write(target: &str, seeds: Vec<Vec<u8>>) -> io::Result<()> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut seeds = seeds;
    seeds.sort();
    seeds.dedup();
    let bytes: usize = seeds.iter().map(Vec::len).sum();
    println!("{target}: {} seeds, {bytes} bytes", seeds.len());
    for (at, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("{at:02}")), seed)?;
    }
    Ok(())
}
