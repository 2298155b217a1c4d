//! Documents that no message gives: styles within words and around white space, lists that follow
//! lists, operations that cover nothing.

#[path = "../../../tests/support/markdown_out.rs"]
mod markdown;
#[path = "../../../tests/support/shown.rs"]
mod shown;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use std::println;

use crate::document::{Code, Document, NO_MATE, Op};

/// Random numbers (xorshift), so that a seed names a document for good.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % n
    }
}

/// Text beside delimiters.
const WORDS: &[&str] = &[
    "a",
    "b",
    "c d",
    "é",
    "文",
    "。",
    "「",
    "」",
    "😀",
    "❤\u{FE0F}",
    "€",
    "(",
    ")",
    ".",
    "!",
    " ",
    "  ",
    " x",
    "x ",
    "\t",
    "\u{A0}",
    "\u{3000}",
    "\u{200B}",
    "\u{FEFF}",
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`",
    "``",
    "\\",
    "[",
    "]",
    "<",
    "<b>",
    "&",
    "&amp;",
    "am",
    "p;",
    "#",
    "-",
    "- ",
    "1. ",
    "1",
    "+",
    "=",
    "---",
    "===",
    "|",
    ">",
    "\\*",
    "@",
    "www.",
    "http://",
    "ex.nothing",
    "a@b.nothing",
    "/",
    "]:",
    "!",
    ":",
];

const LINKS: &[&str] = &[
    "https://ex.com",
    "http://ex.com/a_b",
    "https://ex.com/_a_",
    "www.ex.com",
    "ex.com",
    "a@b.co",
];

const STYLES: [Code; 4] =
    [Code::EnterBold, Code::EnterItalic, Code::EnterStrikethrough, Code::EnterSpoiler];

/// Makes a document, operation by operation.
#[derive(Default)]
struct Builder {
    text: String,
    tape: Vec<Op>,
    open: Vec<usize>,
}

impl Builder {
    fn operation(&mut self, code: Code) -> &mut Op {
        let at = u32::try_from(self.text.len()).unwrap();
        self.tape.push(Op::new(code, at, at, NO_MATE));
        self.tape.last_mut().unwrap()
    }

    fn enter(&mut self, code: Code) {
        self.open.push(self.tape.len());
        self.operation(code);
    }

    fn leave(&mut self, code: Code) {
        let enter = self.open.pop().unwrap();
        self.tape[enter].mate = u32::try_from(self.tape.len()).unwrap();
        self.operation(code).mate = u32::try_from(enter).unwrap();
    }

    /// A line: pieces of text, code and links in styles, none of which stands within itself.
    fn line(&mut self, random: &mut Random) {
        let mut styles: Vec<usize> = Vec::new();
        // A paragraph has no empty line.
        self.text.push_str(WORDS[random.below(WORDS.len())]);
        for _ in 0..random.below(12) {
            match random.below(8) {
                0..=2 => {
                    let style = random.below(STYLES.len());
                    if !styles.contains(&style) {
                        styles.push(style);
                        self.enter(STYLES[style]);
                    }
                }
                3 => self.leave_style(&mut styles),
                4 => {
                    self.enter(Code::EnterInlineCode);
                    self.text.push_str(["a", "`", " ", "``b", " a ", "> x"][random.below(6)]);
                    self.leave(Code::LeaveInlineCode);
                }
                5 if random.below(3) == 0 => {
                    self.enter(Code::EnterLink);
                    self.text.push_str(LINKS[random.below(LINKS.len())]);
                    self.leave(Code::LeaveLink);
                }
                _ => self.text.push_str(WORDS[random.below(WORDS.len())]),
            }
        }
        while !styles.is_empty() {
            self.leave_style(&mut styles);
        }
    }

    fn leave_style(&mut self, styles: &mut Vec<usize>) {
        match styles.pop().map(|style| STYLES[style]) {
            Some(Code::EnterBold) => self.leave(Code::LeaveBold),
            Some(Code::EnterItalic) => self.leave(Code::LeaveItalic),
            Some(Code::EnterStrikethrough) => self.leave(Code::LeaveStrikethrough),
            Some(_) => self.leave(Code::LeaveSpoiler),
            None => {}
        }
    }

    fn lines(&mut self, random: &mut Random, enter: Code, leave: Code) {
        self.enter(enter);
        for line in 0..=random.below(3) {
            if line > 0 {
                self.operation(Code::Break);
            }
            if enter == Code::EnterParagraph || random.below(3) > 0 {
                self.line(random);
            }
        }
        self.leave(leave);
    }

    fn list(&mut self, random: &mut Random, enter: Code, next: Code, leave: Code) {
        let mut number = u16::try_from(random.below(3)).unwrap();
        self.enter(enter);
        for item in 0..=random.below(4) {
            if item > 0 {
                self.operation(next);
                number += u16::from(random.below(4) > 0);
            }
            if enter == Code::EnterNumberedList {
                self.tape.last_mut().unwrap().set_number(number, true);
            }
            if random.below(5) > 0 {
                self.line(random);
            }
        }
        self.leave(leave);
    }

    fn document(seed: u64) -> Document<'static> {
        let mut random = Random((seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut builder = Self::default();
        for _ in 0..=random.below(3) {
            match random.below(5) {
                0 | 1 => builder.lines(&mut random, Code::EnterParagraph, Code::LeaveParagraph),
                2 => builder.lines(&mut random, Code::EnterQuote, Code::LeaveQuote),
                3 => builder.list(
                    &mut random,
                    Code::EnterBulletedList,
                    Code::NextItem,
                    Code::LeaveBulletedList,
                ),
                _ => builder.list(
                    &mut random,
                    Code::EnterNumberedList,
                    Code::NextNumberedItem,
                    Code::LeaveNumberedList,
                ),
            }
        }
        Document::new(Cow::Owned(builder.text), builder.tape)
    }
}

#[test]
fn documents_that_no_message_gives() {
    let documents = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().unwrap());
    for seed in 0..documents {
        let document = Builder::document(seed);
        if let Some(fault) = markdown::fault(&document) {
            panic!("seed {seed}: {document:?}{fault}");
        }
    }
    println!("{documents} documents mean the same as Markdown");
}
