//! Growth: texts of arbitrary pieces, four times as long, cost four times the work, and no byte costs
//! much. Work is counted, not timed, by whoever calls.

use std::fmt::{self, Write as _};

use arbitrary::{Arbitrary, Result, Unstructured};

use super::hold;
use super::input::{self, Text, one_of};
use super::support::works;

/// Something to do; what is not to be counted is done before.
pub type Work<'t> = Box<dyn FnMut() + 't>;

/// How pieces are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `b aaaa c`
    Repeat,
    /// `aaaa b cccc`
    Sandwich,
    /// `ab aab aaab aaaab c`
    Staircase,
}

/// A piece of text that stands for how often it was repeated before.
const NUMBER: char = '\u{FFFD}';

type MakeWork = for<'t> fn(&'t str) -> Work<'t>;

/// What is done with a text, and the most work for a byte: about three times what was ever seen, so
/// that a shape which is much dearer than all that are known is a finding, too.
const WORKS: &[(&str, MakeWork, f64)] = &[
    ("parse", works::parse, 200.0),
    ("parse as Android", works::parse_as_android, 100.0),
    ("to_html", works::to_html, 150.0),
    ("write HTML with links", works::preview, 60.0),
    ("write text", works::text, 30.0),
    ("write one line", works::line, 200.0),
    ("write Markdown", works::markdown, 400.0),
    ("write for terminals", works::ansi, 50.0),
    ("from_markdown", works::from_markdown, 2500.0),
    ("read Markdown otherwise", works::read_markdown_otherwise, 1800.0),
    ("from_html", works::from_html, 2500.0),
    ("sanitize", works::sanitize, 1500.0),
    ("detect", works::detect, 150.0),
    ("normalize", works::normalize, 2500.0),
    ("check", works::check, 800.0),
    ("fix", works::fix, 2000.0),
    ("split", works::split, 2500.0),
    ("split in longer parts", works::split_long, 5000.0),
];

/// Texts of any length, and what is done with them.
pub struct Case {
    name: &'static str,
    work: MakeWork,
    most: f64,
    shape: Shape,
    pieces: [String; 3],
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {:?} {:?}", self.name, self.shape, self.pieces)
    }
}

impl<'a> Arbitrary<'a> for Case {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let (name, work, most) = one_of(u, WORKS)?;
        let shape = one_of(u, &[Shape::Repeat, Shape::Sandwich, Shape::Staircase])?;
        let pieces = [Text::arbitrary(u)?.0, Text::arbitrary(u)?.0, Text::arbitrary(u)?.0];
        Ok(Self { name, work, most, shape, pieces })
    }
}

impl Case {
    /// What `data` stands for, if it is anything that can be long.
    #[must_use]
    pub fn new(data: &[u8]) -> Option<Self> {
        let case: Self = input::read(data)?;
        let [a, _, c] = &case.pieces;
        let is_some = !a.is_empty() || case.shape == Shape::Sandwich && !c.is_empty();
        is_some.then_some(case)
    }

    /// The text of about so many bytes.
    #[must_use]
    pub fn text(&self, bytes: usize) -> String {
        let [a, b, c] = &self.pieces;
        match self.shape {
            Shape::Repeat => {
                let times = bytes / a.len();
                let mut text = b.clone();
                repeat(&mut text, a, times);
                text + c
            }
            Shape::Sandwich => {
                let times = bytes / (a.len() + c.len());
                let mut text = String::new();
                repeat(&mut text, a, times);
                text += b;
                repeat(&mut text, c, times);
                text
            }
            Shape::Staircase => {
                let mut text = String::new();
                let mut step = 1;
                while text.len() < bytes {
                    repeat(&mut text, a, step);
                    text += b;
                    step += 1;
                }
                // The last step is cut, so that twice the bytes are twice the text.
                let end = (0..=bytes).rev().find(|&at| text.is_char_boundary(at));
                text.truncate(end.unwrap_or(0));
                text + c
            }
        }
    }

    /// The steps of a staircase alone: the longer they are, the more of what it costs is theirs.
    fn steps(&self) -> Option<Self> {
        let [a, ..] = &self.pieces;
        let pieces = [a.clone(), String::new(), String::new()];
        (self.shape == Shape::Staircase).then_some(Self { shape: Shape::Repeat, pieces, ..*self })
    }

    /// What is done with a text.
    #[must_use]
    pub fn work<'t>(&self, text: &'t str) -> Work<'t> {
        (self.work)(text)
    }
}

fn repeat(text: &mut String, piece: &str, times: usize) {
    if piece.contains(NUMBER) {
        text.extend((0..times).map(|at| piece.replace(NUMBER, &at.to_string())));
    } else {
        text.push_str(&piece.repeat(times));
    }
}

/// The lengths that are compared: n, 2n and 4n bytes. Where work grows faster than the text, longer
/// ones are asked, as what is bounded (a window that is looked at again, a table of so many columns)
/// stops growing, and what is not goes on.
const LENGTHS: [usize; 6] = [1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20];
/// The longest are asked for where a byte costs at most so much of what it may: else they take long.
const CHEAP: f64 = 0.1;
/// How much faster than the text work may grow: for four times the text 4.6 times the work.
///
/// Nothing is asked of twice the text: what is cut at its end, a marker's partner say, may make all
/// of it dearer, and so may a buffer that has just grown.
const GROWTH: f64 = 1.15;
/// What it may still grow above that, of what it grew at a quarter of the length: in a staircase the
/// share of the dearer piece comes up slowly, and where it is a bound on nesting or on a window that
/// is neared, too, growth falls by half. With work that grows by n log n it falls by a tenth or two.
const SETTLES: f64 = 0.67;
/// What an empty text costs at most, and what is done once.
const ONCE: f64 = 2000.0;

/// What was measured: the most work for a byte, and the most growth.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worst {
    /// Work for each byte.
    pub a_byte: f64,
    /// Work a byte of a text over that of one of a quarter of its length.
    pub growth: f64,
}

/// Counts the work on the texts that `data` stands for.
pub fn run(data: &[u8], count: &mut dyn FnMut(&mut Work<'_>) -> u64) -> Worst {
    let mut worst = Worst::default();
    let Some(case) = Case::new(data) else { return worst };
    let mut told = String::new();
    let mut settles = false;
    for n in LENGTHS {
        if n == LENGTHS[LENGTHS.len() - 1] && worst.a_byte > CHEAP * case.most {
            break;
        }
        let [one, two, four] = [n, 2 * n, 4 * n].map(|bytes| {
            let text = case.text(bytes);
            let work = count(&mut case.work(&text));
            (text.len(), work)
        });
        let growth = growth(one, four);
        settles = growth - 1.0 <= SETTLES * (worst.growth - 1.0);
        let a_byte = a_byte(two).max(a_byte(four));
        worst = Worst { a_byte: worst.a_byte.max(a_byte), growth };
        let _ = writeln!(told, "{one:?} {two:?} {four:?}");
        if growth <= GROWTH {
            hold(&case, (a_byte > case.most).then(|| format!("{a_byte} for a byte\n{told}")));
            return worst;
        }
    }
    if let Some(steps) = case.steps() {
        let text = steps.text(LENGTHS[LENGTHS.len() - 2]);
        let work = count(&mut steps.work(&text));
        settles |= worst.a_byte <= GROWTH * a_byte((text.len(), work));
    }
    let finding = !settles || worst.a_byte > case.most;
    hold(&case, finding.then(|| format!("bytes and work:\n{told}")));
    worst
}

#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
fn a_byte((bytes, work): (usize, u64)) -> f64 {
    (work as f64 - ONCE).max(0.0) / bytes as f64
}

/// The work a byte over that of the shorter text; what is done once aside.
#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
fn growth(short: (usize, u64), long: (usize, u64)) -> f64 {
    a_byte(long) * short.0 as f64 / short.1 as f64
}
