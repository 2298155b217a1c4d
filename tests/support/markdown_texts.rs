//! Random Markdown, dense in what its grammar and WhatsApp's are about.
//!
//! A seed names a text for good as long as the pieces stay as they are; `texts::shrink` shortens
//! one that fails.

use super::pieces::{
    CODE, CODE_WITH_MARKERS, DELIMITERS, ENDS_OF_LINES, FENCES, HTML, ITEM_MARKS, LINE_STARTS,
    LINKS, LINKS_WITH_MARKERS, LITERALS, NUMBERS, PIECES, SEPARATORS, WORDS,
};
use super::texts::Random;

/// How deep blocks and styles are nested on purpose.
const DEPTH: usize = 3;

/// How much of a text stands in the way of what can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Whole constructs within each other. Code has no markers, and URLs stand apart, so that
    /// every style can be said.
    Tame,
    /// The same without such care.
    Wild,
    /// The same with a piece put in or a character left out where it hurts, or just pieces.
    Broken,
}

impl Kind {
    /// The kind of a seed's text: half of them are tame.
    pub(crate) fn of(seed: u64) -> Self {
        match seed % 4 {
            0 => Self::Broken,
            1 => Self::Wild,
            _ => Self::Tame,
        }
    }
}

/// The text of a seed.
pub(crate) fn text(seed: u64) -> String {
    let kind = Kind::of(seed);
    let random = Random(seed.wrapping_mul(0xA24B_AED4_963E_E407));
    let mut writer = Writer { random, tame: kind == Kind::Tame };
    if kind != Kind::Broken {
        return writer.document();
    }
    match writer.random.below(4) {
        0 => {
            let few: Vec<&str> = (0..5).map(|_| writer.pick(PIECES)).collect();
            writer.pieces(&few)
        }
        1 => writer.pieces(PIECES),
        _ => {
            let text = writer.document();
            writer.damage(&text)
        }
    }
}

struct Writer {
    random: Random,
    tame: bool,
}

impl Writer {
    fn below(&mut self, n: usize) -> usize {
        self.random.below(n)
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// Up to 24 pieces in any order.
    fn pieces(&mut self, pool: &[&str]) -> String {
        (0..self.below(25)).map(|_| self.pick(pool)).collect()
    }

    /// Puts a piece somewhere, or leaves a character out, once or twice.
    fn damage(&mut self, text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(2) {
            let at = self.below(chars.len() + 1);
            if self.one_in(3) && at < chars.len() {
                chars.remove(at);
            } else {
                chars.splice(at..at, self.pick(PIECES).chars());
            }
        }
        chars.into_iter().collect()
    }

    fn document(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(3) {
            text += &self.block(DEPTH);
            text += self.pick(SEPARATORS);
        }
        if self.one_in(8) {
            text += "\n\n[r]: https://ex.com/r_1\n";
        }
        if self.one_in(10) {
            text = text + "\n\n[^n]: " + &self.inline(1) + "\n";
        }
        text
    }

    /// One block, without a line feed at its end.
    fn block(&mut self, depth: usize) -> String {
        let flat = depth == 0;
        match self.below(20) {
            0 | 1 => "#".repeat(1 + self.below(6)) + " " + &self.inline(2),
            2 => self.inline(2) + "\n" + self.pick(&["===", "---", "="]),
            3..=6 if !flat => self.list(depth - 1),
            7 | 8 if !flat => self.quote(depth - 1),
            9 => self.fence(),
            10 => indented(&self.code_lines(), "    "),
            11 if depth == DEPTH => self.table(),
            12 => String::from(self.pick(&["---", "***", "_ _ _"])),
            13 => String::from(self.pick(LINE_STARTS)) + &self.inline(2),
            14 if self.one_in(8) => String::from(self.pick(HTML)),
            _ => self.paragraph(),
        }
    }

    fn paragraph(&mut self) -> String {
        let mut text = self.inline(2);
        for _ in 0..self.below(3) {
            text += self.pick(ENDS_OF_LINES);
            if self.one_in(5) {
                text += self.pick(LINE_STARTS);
            }
            text += &self.inline(2);
        }
        text
    }

    /// A list of any kind: each item has a first block, and sometimes another.
    fn list(&mut self, depth: usize) -> String {
        let (ordered, task) = (self.one_in(2), self.one_in(6));
        let bullet = self.pick(ITEM_MARKS);
        let first: usize = self.pick(NUMBERS).parse().unwrap_or_default();
        let delimiter = self.pick(&[".", ".", ".", ")"]);
        let gap = self.pick(&["\n", "\n", "\n\n"]);
        let mut items = Vec::new();
        let count = 1 + self.below(5);
        for number in first..first + count {
            let mark = if ordered { format!("{number}{delimiter} ") } else { format!("{bullet} ") };
            let mut item = if self.one_in(3) { self.block(depth) } else { self.inline(2) };
            if task && !self.one_in(4) {
                item = format!("[{}] {item}", self.pick(&["x", "X", " "]));
            }
            if self.one_in(4) {
                item = item + gap + &self.block(depth);
            }
            let indent = " ".repeat(mark.len());
            items.push(mark + &indented(&item, &indent)[indent.len()..]);
        }
        items.join(gap)
    }

    fn quote(&mut self, depth: usize) -> String {
        let mut text = self.block(depth);
        if self.one_in(3) {
            text = text + "\n\n" + &self.block(depth);
        }
        let mark = self.pick(&["> ", "> ", ">"]);
        indented(&text, mark).replace("> \n", ">\n")
    }

    fn code(&mut self) -> &'static str {
        if self.tame || self.one_in(2) { self.pick(CODE) } else { self.pick(CODE_WITH_MARKERS) }
    }

    fn code_lines(&mut self) -> String {
        let lines: Vec<&str> = (0..=self.below(3)).map(|_| self.code()).collect();
        lines.join("\n")
    }

    fn fence(&mut self) -> String {
        let fence = self.pick(FENCES);
        let close = if !self.tame && self.one_in(8) { "" } else { fence };
        let language = self.pick(&["", "", "py", "rust,no_run"]);
        format!("{fence}{language}\n{}\n{close}", self.code_lines())
    }

    fn table(&mut self) -> String {
        let columns = 1 + self.below(3);
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut lines = vec![row((0..columns).map(|_| self.inline(1)).collect())];
        let kinds = ["---", ":-:", "--:"];
        lines.push(row((0..columns).map(|_| String::from(self.pick(&kinds))).collect()));
        for _ in 0..self.below(4) {
            lines.push(row((0..columns).map(|_| self.inline(1)).collect()));
        }
        lines.join("\n")
    }

    /// Pieces of one line, with styles in each other to the given depth. Most stand directly next
    /// to each other or one space apart.
    fn inline(&mut self, depth: usize) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(4) {
            if !text.is_empty() && self.one_in(2) {
                text += " ";
            }
            match self.below(24) {
                0..=6 if depth > 0 => {
                    let delimiter = self.pick(DELIMITERS);
                    text = text + delimiter + &self.inline(depth - 1) + delimiter;
                }
                7..=9 => text += self.literal(),
                10 | 11 if self.tame && text.ends_with('`') => {
                    text = text + " " + &self.code_span();
                }
                10 | 11 => text += &self.code_span(),
                12 if !self.tame => text += &self.link(depth),
                12 if depth > 1 => text = text + " " + &self.link(depth) + " ",
                13 if self.one_in(6) => text += self.pick(HTML),
                14 => text += " ",
                _ => text += self.pick(WORDS),
            }
        }
        text
    }

    fn code_span(&mut self) -> String {
        let code = self.code();
        if self.one_in(4) { format!("`` {code} ``") } else { format!("`{code}`") }
    }

    fn link(&mut self, depth: usize) -> String {
        let label = self.inline(depth.saturating_sub(1));
        match self.below(7) {
            0 | 1 => format!("[{label}]({})", self.url()),
            2 => format!("![{label}]({})", self.url()),
            3 => format!("<{}>", self.pick(&["https://ex.com/a_b", "mailto:a@b.co", "a_b@c.de"])),
            4 => format!("[{label}][r]"),
            5 => String::from("[^n]"),
            _ if self.tame => String::from("https://ex.com/a_b_c"),
            _ => String::from(self.url()),
        }
    }

    fn url(&mut self) -> &'static str {
        if self.tame || self.one_in(2) { self.pick(LINKS) } else { self.pick(LINKS_WITH_MARKERS) }
    }

    /// A backtick would make code of what is around it.
    fn literal(&mut self) -> &'static str {
        let literal = self.pick(LITERALS);
        if self.tame && literal == "`" { "\\`" } else { literal }
    }
}

/// Puts the prefix before each line.
fn indented(text: &str, prefix: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("{prefix}{line}")).collect();
    if lines.is_empty() { String::from(prefix) } else { lines.join("\n") }
}
