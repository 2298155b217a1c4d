//! Texts made to be slow for one kind of work.

use super::inputs::Maker;

type Family = (&'static str, Maker);
type Families = Vec<Family>;

macro_rules! repeats {
    ($($piece:literal),* $(,)?) => {
        vec![$((stringify!($piece), |n| $piece.repeat(n / $piece.len()))),*]
    };
}

/// What a writer of Markdown looks at more than once.
pub(crate) fn markdown() -> Families {
    repeats![
        "*~",
        "a~*~",
        "_a_~",
        "http://",
        "http://_",
        "www.",
        "[",
        "]",
        "](",
        "]:",
        "[a]: ",
        "![a](b)",
        "<a",
        "<a>",
        "&a",
        "&#",
        "&amp;",
        "\\",
        "a@b",
        "_a@",
        "- ",
        "-|",
        "=\n",
        "---\n",
        "# ",
        "| a |\n",
        ".",
        "https://a.co, ",
        "\u{A0}",
        "> \n",
        "*a*✅",
        "`",
    ]
}

/// What is mended, over and over, and within itself.
pub(crate) fn leftovers() -> Families {
    let mut families: Families = repeats![
        "**a**",
        "**a** ",
        "***a*** ~~b~~ __c d__ ",
        "**a~~b__c d__e~~f** ",
        "[a](www.a.co) ",
        "[**a**](www.a.co)",
        "![a](www.a.co)",
        "## a **b**\n",
        "|a|b|\n|-|-|\n|c|d|\n\n",
        "|a|",
        "```js\na\n```\n",
        "\\*",
        "\\*a",
        "\\_a\n",
        "1\\. ",
        "&amp;",
        "&amp;amp;",
        "amp;&",
        "<b>a</b>",
        "<b>",
        "<div><p>a</p></div>",
        "<ul><li>a",
        "<br> ",
        "<span> ",
        "<span></span> \n",
        "<td>",
        "<b><i><s>a</s></i></b>",
        "<a href=\"www.a.co\">b</a>",
        "<img src=a>",
        "<a =",
    ];
    families.extend::<[Family; 4]>([
        ("lists in lists", |n| "<ul><li>".repeat(n / 18) + &"</li></ul>".repeat(n / 18)),
        ("styles in styles", |n| "<b><i>".repeat(n / 14) + "a" + &"</i></b>".repeat(n / 14)),
        ("links in links", |n| "[".repeat(n / 14) + &"](www.a.co)".repeat(n / 14)),
        ("many cells", |n| "|a".repeat(n / 4) + "|\n" + &"|-".repeat(n / 4) + "|"),
    ]);
    families
}

/// What is looked at more than once where parts end: white space, empty lines, what is whole.
pub(crate) fn split() -> Families {
    let mut families: Families = repeats![
        "a ",
        "a\n\n",
        "a.\n",
        "{{1}}",
        "a. ",
        "文",
        "文。",
        "*a*\u{301}",
        "\u{301}",
        "🇩🇪",
        "_a b_ ",
        "> \n",
        "- a *b c* d\n",
        "a*b*c",
        "2*3 ",
        "[*a*] ",
        "`a b`c",
        "*https://e.com/* ",
    ];
    families.extend::<[Family; 4]>([
        ("words, then white space", |n| "a. b ".repeat(n / 10) + &" ".repeat(n / 2) + "c"),
        ("a line, then empty ones, again", |n| {
            (String::from("a b c.") + &"\n".repeat(5000)).repeat(n / 5000 + 1)
        }),
        ("one bold line", |n| String::from("*") + &"a ".repeat(n / 2) + "b*"),
        ("one block of code", |n| String::from("```\n") + &"a  b\n".repeat(n / 5) + "```"),
    ]);
    families
}
