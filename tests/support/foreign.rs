//! Texts dense in what Markdown and HTML are about, and families of text made to be slow for whoever
//! looks for them.

#![allow(dead_code, reason = "each test file uses its part")]

/// Makes a text of about as many bytes as it is told.
pub(crate) type Maker = fn(usize) -> String;

/// The families by name: the repeated piece, as a literal.
pub(crate) fn pathological() -> Vec<(&'static str, Maker)> {
    macro_rules! repeats {
        ($($piece:literal),* $(,)?) => {
            vec![$((stringify!($piece), |n: usize| $piece.repeat(n / $piece.len() + 1))),*]
        };
    }
    let mut families: Vec<(&'static str, Maker)> = repeats! {
        // Links, images, names.
        "[", "]", "[]", "](", "[a](", "[a](b", "[a](b ", "[a](b.c \"", "[a](((", "[a](b.c)", "![",
        "![a](b.c)", "[a]", "[a][b]", "[^", "[^1]", "\n[a]: /b", "\n[a]:", "[a][b]\n[b]: /c\n",
        // Pairs, escapes, code.
        "**a", "**a ", "a** ", "**a** ", "***a", "__a ", "~~a ", "**a __b ~~c ", "\\", "\\*", "\\\n",
        "`a``", "``` `` ` ", "~~~\n", "```py\n", "```py\na\n```\n", "> ```\n",
        // Blocks.
        "# ", "# A\n", "\n#", "|", "|-", "|a|\n|-|\n", "a\n-\n", "aaa\n---\n\n", "\n---\n", "- [ ] a\n",
        "- a\n  - b\n", "  - ", ">", "* ",
        // Tags and entities.
        "<a ", "<a b=c", "<a b=c>", "<b>", "</b>", "<b></b>", "<p>", "<br>", "<p>\n", "<pre>\n", "   <p>",
        "<!--", "&amp", "&amp;", "&#", "&#1;", "<a:b", "<http://a>", "://", "a://a",
        // Invisible characters, line ends.
        "\u{34F}*", "\u{200E}", "*\u{200A}", "**a**\r\n", "• a\n", "文**文**",
    };
    families.extend::<[(&'static str, Maker); 4]>([
        ("names, then uses", |n| "\n[a]: /b".repeat(n / 16) + &"[c][a]".repeat(n / 12)),
        ("opening brackets, then closing ones", |n| "[".repeat(n / 2) + &"](b.c)".repeat(n / 12)),
        ("start tags, then end tags", |n| "<b>".repeat(n / 6) + &"</b>".repeat(n / 8)),
        ("a heading behind many stars", |n| "*a* ".repeat(n / 4) + "\n\n# B"),
    ]);
    families
}

/// Pieces of all dialects.
pub(crate) const PIECES: &[&str] = &[
    "**",
    "**",
    "***",
    "__",
    "~~",
    "*",
    "_",
    "~",
    "`",
    "```",
    "```py\n",
    "```\n",
    "~~~\n",
    "# ",
    "\n# ",
    "\n## ",
    "[",
    "](",
    "](https://e.co)",
    "]",
    ")",
    "![",
    "[a][b]",
    "\n[b]: https://e.co\n",
    "[^1]",
    "\n[^1]: ",
    "\\",
    "\\*",
    "\\\n",
    "<",
    ">",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<br>",
    "<pre>",
    "</pre>",
    "<li>",
    "<ul>",
    "</ul>",
    "<a href=\"https://e.co\">",
    "</a>",
    "<!--",
    "-->",
    "&amp;",
    "&lt;",
    "&gt;",
    "&#42;",
    "&#x5b;",
    "&nbsp;",
    "|",
    "\n|-|-|\n",
    "| a | b |\n",
    "---",
    "\n---\n",
    "===\n",
    "- ",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "- [ ] ",
    "> ",
    "\n> ",
    "\n\n",
    "\n",
    " ",
    " ",
    " ",
    "a",
    "b",
    "é",
    "文",
    "5",
    ".",
    "https://e.co/a_b",
    "\u{200E}",
    "\u{34F}",
    "\u{200A}",
    "😀",
    "\r\n",
];

/// Up to 24 pieces, of few kinds only where that is asked for. `random` gives a number below that
/// which it is told.
pub(crate) fn dense(mut random: impl FnMut(usize) -> usize, few: bool) -> String {
    let some: Vec<&str> = (0..6).map(|_| PIECES[random(PIECES.len())]).collect();
    let pool = if few { &some[..] } else { PIECES };
    (0..=random(24)).map(|_| pool[random(pool.len())]).collect()
}
