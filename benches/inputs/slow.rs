//! Families of text made to be slow.

use super::{Maker, cut};

/// The name of a family of repetitions is the repeated piece, as a literal.
macro_rules! repeats {
    ($($piece:literal),* $(,)?) => {
        vec![$((stringify!($piece), |n| repeat($piece, n))),*]
    };
}

/// Families of text that make a careless parser quadratic, recursive or slow, by name.
pub fn pathological() -> Vec<(&'static str, Maker)> {
    let mut families: Vec<(&'static str, Maker)> = repeats! {
        // Openers, closers and both.
        "x*", "*a ", "*_~", "a_", "*a _b ", "~", "*a", "*a* ", "_a*b_ ", "é*",
        // Code, monospace, and spans that cross it.
        "`", "```a```", "`a ", "```a ", "```\n", "`a`", "``` ```", "*a ```b* c``` ",
        "- a ```x\n```\n", "`*a* ` ", "*a ```b* ", "*a `b* ",
        // Line leads.
        "> ", "* ", "1. ", "\n", "\r", "> x\n", "- x\n", "1. x\n",
        // Links and mentions.
        "www.a.", "a.com/", "a.com ", "https://", "a@", "@1234567 ", "_a.com_ ",
        // Characters that are escaped, dropped, or take many bytes.
        "<", "&", "1", "\0", "\u{feff}", "👩‍🚀",
    };
    families.extend::<[(&'static str, Maker); 6]>([
        ("openers, then their closers", |n| repeat("*_~", n / 2) + "x" + &repeat("~_*", n / 2)),
        ("openers, then other closers", |n| repeat("*a ", n / 2) + &repeat("b_ ", n / 2)),
        ("backticks in growing runs", growing_runs),
        ("a URL with a tail of (", |n| String::from("a.com/") + &repeat("(", n)),
        ("a URL with a tail of )", |n| String::from("a.com/") + &repeat(")", n)),
        ("a URL with a tail of ( and then )", |n| {
            String::from("a.com/") + &repeat("(", n / 2) + &repeat(")", n / 2)
        }),
    ]);
    families
}

/// Families of Markdown that make a careless reader quadratic, recursive or slow, by name.
pub fn pathological_markdown() -> Vec<(&'static str, Maker)> {
    let mut families: Vec<(&'static str, Maker)> = repeats! {
        // Nesting.
        "> ", "- ", "1. ", "> - ", "- > ", "> a\n>> b\n", "- a\n  - b\n", "1. a\n\n",
        // Styles, and URLs beside them.
        "*", "**", "*a **b ", "*a* ", "**a**b", "~~a ", "~a~", "*a_ ", "**https://e.com** ",
        "https://e.com/*a*", "**a b:/", "*a\n",
        // Links and images.
        "[", "![", "[a](", "[a](https://e.com) ", "![a](", "[a][b] ", "[a](<b", "<https://e.com>",
        // Code.
        "`", "`a` ", "```\n", "```\na\n", "> ```\n> a\n", "    a\n", "\n\n    ",
        // Tables.
        "|", "| a ", "|a|\n|-|\n|b|\n\n", "a|b\n-|-\n",
        // HTML.
        "<a href=x>[`", "<b>", "<b>a</b> ", "<b", "</b>", "<!--", "<script>", "<a href=x>", "<br>", "<code>",
        "\n<div>\n", "<div><", "<p>a\n\n", "<script><style>\n",
        // Footnotes.
        "[^1]", "[^1]: a\n", "[^1]: [^2]: ", "a[^1]\n\n[^1]: b\n\n",
        // Lines and characters.
        "\n", "\r", "\r\n", "a\n", "a  \n", "# a\n", "#\n", "a\n=\n", "---\n", "\0", "&amp;", "&#0;",
        "\\", "\u{a0}", "a\u{a0}\n\n", "[x]: y\n", "- [x] ",
    };
    families.extend::<[(&'static str, Maker); 15]>([
        ("quotes in quotes, then lines", |n| repeat("> ", n / 2) + &repeat("a\n", n / 2)),
        ("lists in lists, then empty lines", |n| repeat("- ", n / 2) + "a" + &repeat("\n", n / 2)),
        ("lists in lists, each on its line", |n| {
            let lines = (0..n.isqrt()).map(|level| "  ".repeat(level) + "- a\n");
            lines.collect()
        }),
        ("images in images", |n| repeat("![", n / 6) + "a" + &repeat("](b)", n * 2 / 3)),
        ("references to one long definition", |n| {
            repeat("[a] ", n / 2) + "\n\n[a]: https://e.com/" + &repeat("b", n / 2)
        }),
        ("references to one long note", |n| {
            repeat("[^a]", n / 2) + "\n\n[^a]: " + &repeat("b ", n / 2)
        }),
        ("notes in notes, then empty lines", |n| repeat("[^1]: ", n / 2) + &repeat("\n", n / 2)),
        ("many notes", |n| {
            let note = |note| format!("[^{note}]\n\n[^{note}]: {note}\n\n");
            (0..n / 24).map(note).collect::<Vec<_>>().concat()
        }),
        ("a long header over short rows", |n| {
            format!("|{}|\n|-|\n{}", repeat("a ", n / 2), repeat("|b|\n", n / 2))
        }),
        ("many headers over rows of one cell", |n| {
            let columns = n / 12;
            format!(
                "{}\n{}\n{}",
                repeat("|a", columns),
                "|-".repeat(columns / 2),
                repeat("|b\n", n / 2)
            )
        }),
        ("a long cell among short rows", |n| {
            format!("|a|\n|-|\n|{}|\n{}", repeat("b", n / 2), repeat("|c|\n", n / 2))
        }),
        ("a wide table", |n| {
            let columns = n / 5;
            format!(
                "{}\n{}\n{}",
                "|a".repeat(columns),
                "|-".repeat(columns),
                "|b".repeat(columns / 2)
            )
        }),
        ("a label in code and styles", |n| format!("[{}](https://e.com)", repeat("*a* `b` ", n))),
        ("bold with one long URL", |n| format!("**a https://e.com/{}**", repeat("a*b", n))),
        ("a block of HTML", |n| format!("<div>\n{}", repeat("<b>a</i> &amp; <br>\n", n))),
    ]);
    families
}

/// A text of `n` bytes, or up to three fewer, that repeats `piece`.
fn repeat(piece: &str, n: usize) -> String {
    let mut text = piece.repeat(n / piece.len() + 1);
    cut(&mut text, n);
    text
}

/// One backtick, two, three …: no run finds a partner.
fn growing_runs(n: usize) -> String {
    let mut text = String::with_capacity(n);
    for run in 1.. {
        if text.len() + run > n {
            break;
        }
        text.extend(std::iter::repeat_n('`', run));
        text.push('a');
    }
    text
}
