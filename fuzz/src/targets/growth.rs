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
        self.text_and_steps(bytes).0
    }

    /// And how many of its bytes are the steps of a staircase.
    fn text_and_steps(&self, bytes: usize) -> (String, usize) {
        let [a, b, c] = &self.pieces;
        let mut steps = 0;
        let text = match self.shape {
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
                    let start = text.len();
                    repeat(&mut text, a, step);
                    steps += text.len() - start;
                    text += b;
                    step += 1;
                }
                // The last step is cut, so that twice the bytes are twice the text.
                let end = (0..=bytes).rev().find(|&at| text.is_char_boundary(at));
                text.truncate(end.unwrap_or(0));
                text + c
            }
        };
        (text, steps)
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
    let mut measure = |bytes| {
        let (text, steps) = case.text_and_steps(bytes);
        let work = count(&mut case.work(&text));
        Measured { bytes: text.len(), steps, work }
    };
    let mut longest = Vec::new();
    let mut told = String::new();
    for n in LENGTHS {
        if n == LENGTHS[LENGTHS.len() - 1] && worst.a_byte > CHEAP * case.most {
            break;
        }
        let [one, two, four] = [n, 2 * n, 4 * n].map(&mut measure);
        let growth = four.a_byte() / one.work_a_byte();
        let a_byte = two.a_byte().max(four.a_byte());
        worst = Worst { a_byte: worst.a_byte.max(a_byte), growth };
        longest.push(four);
        let _ = writeln!(told, "{one} {two} {four}");
        if growth <= GROWTH {
            break;
        }
    }
    let grows = worst.growth > GROWTH && !is_by_share(&longest);
    let dear = worst.a_byte > case.most;
    let finding = (grows || dear).then(|| format!("{worst:?}, bytes and work:\n{told}"));
    hold(&case, finding);
    worst
}

/// What a text cost.
#[derive(Clone, Copy, Debug)]
struct Measured {
    bytes: usize,
    /// Bytes of the steps of a staircase.
    steps: usize,
    work: u64,
}

#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
impl Measured {
    fn work_a_byte(self) -> f64 {
        self.work as f64 / self.bytes as f64
    }

    /// What is done once aside.
    fn a_byte(self) -> f64 {
        (self.work as f64 - ONCE).max(0.0) / self.bytes as f64
    }

    fn share(self) -> f64 {
        self.steps as f64 / self.bytes as f64
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", self.bytes, self.work)
    }
}

/// Whether work grows as the share of a staircase's steps in it does: the longer they are, the more
/// of what it costs is theirs. That share and the work of the two shorter texts foretell the
/// longest one's.
fn is_by_share(longest: &[Measured]) -> bool {
    let [.., short, long, longest] = longest else { return false };
    let slope = (long.a_byte() - short.a_byte()) / (long.share() - short.share());
    let foretold = long.a_byte() + slope * (longest.share() - long.share());
    longest.a_byte() <= GROWTH * foretold
}
