//! The texts that benchmarks and growth tests run on: five kinds of ordinary messages, short
//! messages, Markdown as language models write it, and families of text made to be slow.
//!
//! Standard library only, and the same bytes on every run and machine, so that a benchmark, a test
//! and another package can each take this in with `#[path]` and mean the same text.

#![allow(dead_code, unused_imports, unreachable_pub, reason = "each includer uses its own part")]

mod messages;
mod random;
mod slow;
mod words;

use messages::{all_formatted, answer, chat, formatted_line, line, notice};
use random::Random;
pub use slow::{pathological, pathological_markdown};

/// The bytes of one kind, all its messages together, give or take a message.
pub const KIND_BYTES: usize = 256 * 1024;

/// The bytes of a message of the kinds `long` and `longplain`.
pub const LONG_BYTES: usize = 64 * 1024;

/// The bytes that a message of [`short_plain`] and [`short_formatted`] has at most.
pub const SHORT_BYTES: usize = 100;

const SHORT_MESSAGES: usize = 256;

/// Makes the messages of one kind.
pub type Messages = fn() -> Vec<String>;

/// Makes a text of about as many bytes as it is told, in linear time.
pub type Maker = fn(usize) -> String;

/// The five kinds of text by name.
pub const KINDS: [(&str, Messages); 5] = [
    ("plain", plain),
    ("formatted", formatted),
    ("dense", dense),
    ("long", long),
    ("longplain", longplain),
];

/// Chat messages of 20–300 bytes in eight scripts, without formatting.
pub fn plain() -> Vec<String> {
    fill(1, chat)
}

/// Messages of about 360 bytes as a shop's or a clinic's bot sends them: headings, lists, quotes,
/// code, URLs.
pub fn formatted() -> Vec<String> {
    fill(2, notice)
}

/// Messages of 20–300 bytes in which every word is formatted.
pub fn dense() -> Vec<String> {
    fill(3, all_formatted)
}

/// The content of [`formatted`] in messages of 64 KiB.
pub fn long() -> Vec<String> {
    fill_long(4, notice, "\n\n")
}

/// The content of [`plain`] in messages of 64 KiB.
pub fn longplain() -> Vec<String> {
    fill_long(5, chat, "\n")
}

/// Messages of about 100 bytes without formatting.
pub fn short_plain() -> Vec<String> {
    fill_short(6, line)
}

/// Messages of about 100 bytes: four formatted words, the rest plain.
pub fn short_formatted() -> Vec<String> {
    fill_short(7, formatted_line)
}

/// Answers of about 650 bytes in Markdown, as language models write them: headings, lists with
/// leads in bold, code, links, a table now and then.
pub fn markdown() -> Vec<String> {
    fill(8, answer)
}

/// Shortens `text` to `n` bytes, or to the character boundary before.
fn cut(text: &mut String, n: usize) {
    let end = (0..=n.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    text.truncate(end.unwrap_or(0));
}

fn fill(seed: u64, message: fn(&mut Random) -> String) -> Vec<String> {
    let mut random = Random(seed);
    let mut messages = Vec::new();
    let mut bytes = 0;
    while bytes < KIND_BYTES {
        messages.push(message(&mut random));
        bytes += messages.last().map_or(0, String::len);
    }
    messages
}

fn fill_long(seed: u64, message: fn(&mut Random) -> String, between: &str) -> Vec<String> {
    let mut random = Random(seed);
    let mut long = || {
        let mut text = String::with_capacity(LONG_BYTES + 1024);
        while text.len() < LONG_BYTES {
            text.push_str(&message(&mut random));
            text.push_str(between);
        }
        cut(&mut text, LONG_BYTES);
        text
    };
    (0..KIND_BYTES / LONG_BYTES).map(|_| long()).collect()
}

fn fill_short(seed: u64, message: fn(&mut Random) -> String) -> Vec<String> {
    let mut random = Random(seed);
    let mut short = || {
        let mut text = message(&mut random);
        cut(&mut text, SHORT_BYTES);
        text
    };
    (0..SHORT_MESSAGES).map(|_| short()).collect()
}
