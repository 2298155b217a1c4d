//! Random Markdown, dense in what its grammar and WhatsApp's are about: most texts are made of
//! whole constructs within each other, some are pieces in any order, and some have a piece put in
//! or a character left out where it hurts.
//!
//! A seed names a text for good as long as the pieces stay as they are; `texts::shrink` shortens
//! one that fails.

use super::pieces::{
    CODE, DELIMITERS, ENDS_OF_LINES, FENCES, HTML, ITEM_MARKS, LINE_STARTS, LINKS, LITERALS,
    NUMBERS, PIECES, SEPARATORS, WORDS,
};
use super::texts::Random;

/// How deep blocks and styles are nested on purpose.
const DEPTH: usize = 3;

/// The text of a seed.
pub(crate) fn text(seed: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0xA24B_AED4_963E_E407));
    let random = &mut random;
    match seed % 8 {
        0 => {
            let few: Vec<&str> = (0..5).map(|_| pick(random, PIECES)).collect();
            pieces(random, &few)
        }
        1 => pieces(random, PIECES),
        2 => {
            let text = document(random);
            damage(random, &text)
        }
        _ => document(random),
    }
}

fn pick<'t>(random: &mut Random, from: &[&'t str]) -> &'t str {
    from[random.below(from.len())]
}

fn one_in(random: &mut Random, n: usize) -> bool {
    random.below(n) == 0
}

/// Up to 24 pieces in any order.
fn pieces(random: &mut Random, pool: &[&str]) -> String {
    (0..random.below(25)).map(|_| pick(random, pool)).collect()
}

/// Puts a piece somewhere, or leaves a character out, once or twice.
fn damage(random: &mut Random, text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(2) {
        let at = random.below(chars.len() + 1);
        if one_in(random, 3) && at < chars.len() {
            chars.remove(at);
        } else {
            chars.splice(at..at, pick(random, PIECES).chars());
        }
    }
    chars.into_iter().collect()
}

fn document(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(3) {
        text += &block(random, DEPTH);
        text += pick(random, SEPARATORS);
    }
    if one_in(random, 8) {
        text += "\n\n[r]: https://ex.com/r_1\n";
    }
    if one_in(random, 10) {
        text = text + "\n\n[^n]: " + &inline(random, 1) + "\n";
    }
    text
}

/// One block, without a line feed at its end.
fn block(random: &mut Random, depth: usize) -> String {
    let flat = depth == 0;
    match random.below(20) {
        0 | 1 => format!("{} {}", "#".repeat(1 + random.below(6)), inline(random, 2)),
        2 => format!("{}\n{}", inline(random, 2), pick(random, &["===", "---", "="])),
        3..=6 if !flat => list(random, depth - 1),
        7 | 8 if !flat => quote(random, depth - 1),
        9 => fence(random),
        10 => indented(&code_lines(random), "    "),
        11 if depth == DEPTH => table(random),
        12 => String::from(pick(random, &["---", "***", "_ _ _"])),
        13 => String::from(pick(random, LINE_STARTS)) + &inline(random, 2),
        14 if one_in(random, 8) => String::from(pick(random, HTML)),
        _ => paragraph(random),
    }
}

fn paragraph(random: &mut Random) -> String {
    let mut text = inline(random, 2);
    for _ in 0..random.below(3) {
        text += pick(random, ENDS_OF_LINES);
        if one_in(random, 5) {
            text += pick(random, LINE_STARTS);
        }
        text += &inline(random, 2);
    }
    text
}

/// A list of any kind: each item has a first block, and sometimes another.
fn list(random: &mut Random, depth: usize) -> String {
    let ordered = one_in(random, 2);
    let mark = pick(random, ITEM_MARKS);
    let first: usize = pick(random, NUMBERS).parse().unwrap_or_default();
    let delimiter = pick(random, &[".", ".", ".", ")"]);
    let task = one_in(random, 6);
    let gap = pick(random, &["\n", "\n", "\n\n"]);
    let mut items = Vec::new();
    let count = 1 + random.below(5);
    for number in first..first + count {
        let mark = if ordered { format!("{number}{delimiter} ") } else { format!("{mark} ") };
        let mut item = if one_in(random, 3) { block(random, depth) } else { inline(random, 2) };
        if task && !one_in(random, 4) {
            item = format!("[{}] {item}", pick(random, &["x", "X", " "]));
        }
        if one_in(random, 4) {
            item = item + gap + &block(random, depth);
        }
        let indent = " ".repeat(mark.len());
        items.push(format!("{mark}{}", &indented(&item, &indent)[indent.len()..]));
    }
    items.join(gap)
}

fn quote(random: &mut Random, depth: usize) -> String {
    let mut text = block(random, depth);
    if one_in(random, 3) {
        text = text + "\n\n" + &block(random, depth);
    }
    let mark = pick(random, &["> ", "> ", ">"]);
    indented(&text, mark).replace("> \n", ">\n")
}

/// Puts the prefix before each line.
fn indented(text: &str, prefix: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("{prefix}{line}")).collect();
    if lines.is_empty() { String::from(prefix) } else { lines.join("\n") }
}

fn code_lines(random: &mut Random) -> String {
    let lines: Vec<&str> = (0..=random.below(3)).map(|_| pick(random, CODE)).collect();
    lines.join("\n")
}

fn fence(random: &mut Random) -> String {
    let fence = pick(random, FENCES);
    let close = if one_in(random, 8) { "" } else { fence };
    let language = pick(random, &["", "", "py", "rust,no_run"]);
    format!("{fence}{language}\n{}\n{close}", code_lines(random))
}

fn table(random: &mut Random) -> String {
    let columns = 1 + random.below(3);
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let cells = |random: &mut Random| (0..columns).map(|_| inline(random, 1)).collect();
    let mut lines = vec![row(cells(random))];
    let kinds = ["---", ":-:", "--:"];
    lines.push(row((0..columns).map(|_| String::from(pick(random, &kinds))).collect()));
    for _ in 0..random.below(4) {
        lines.push(row(cells(random)));
    }
    lines.join("\n")
}

/// Pieces of one line, with styles in each other to the given depth. Most stand directly next to
/// each other or one space apart.
fn inline(random: &mut Random, depth: usize) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(4) {
        if !text.is_empty() && one_in(random, 2) {
            text += " ";
        }
        match random.below(24) {
            0..=6 if depth > 0 => {
                let delimiter = pick(random, DELIMITERS);
                text = text + delimiter + &inline(random, depth - 1) + delimiter;
            }
            7..=9 => text += pick(random, LITERALS),
            10 | 11 => text += &code_span(random),
            12 => text += &link(random, depth),
            13 if one_in(random, 6) => text += pick(random, HTML),
            14 => text += " ",
            _ => text += pick(random, WORDS),
        }
    }
    text
}

fn code_span(random: &mut Random) -> String {
    let code = pick(random, CODE);
    match random.below(4) {
        0 => format!("`` {code} ``"),
        _ => format!("`{code}`"),
    }
}

fn link(random: &mut Random, depth: usize) -> String {
    let label = |random: &mut Random| inline(random, depth.saturating_sub(1));
    match random.below(7) {
        0 | 1 => format!("[{}]({})", label(random), pick(random, LINKS)),
        2 => format!("![{}]({})", label(random), pick(random, LINKS)),
        3 => format!("<{}>", pick(random, &["https://ex.com/a_b", "mailto:a@b.co", "a_b@c.de"])),
        4 => format!("[{}][r]", label(random)),
        5 => String::from("[^n]"),
        _ => String::from(pick(random, LINKS)),
    }
}
