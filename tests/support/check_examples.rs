//! Texts, what is found in them, and what becomes of them.

/// A text with its findings (codes of what can be mended, and what they are about), and the text
/// mended.
pub(crate) struct Example {
    /// The name of the profile.
    pub(crate) profile: &'static str,
    pub(crate) bad: &'static str,
    pub(crate) found: &'static [(&'static str, &'static str)],
    pub(crate) fixed: &'static str,
}

const fn example(
    bad: &'static str,
    found: &'static [(&'static str, &'static str)],
    fixed: &'static str,
) -> Example {
    example_for("app", bad, found, fixed)
}

const fn example_for(
    profile: &'static str,
    bad: &'static str,
    found: &'static [(&'static str, &'static str)],
    fixed: &'static str,
) -> Example {
    Example { profile, bad, found, fixed }
}

pub(crate) const EXAMPLES: &[Example] = &[
    // What is beside a marker decides whether it needs a mark.
    example("**a**", &[("markdown-bold", "**a**")], "*a*"),
    example("这是**粗体**字", &[("markdown-bold", "**粗体**")], "这是\u{200E}*粗体*\u{200E}字"),
    example("这，**粗体**。", &[("markdown-bold", "**粗体**")], "这，\u{200E}*粗体*。"),
    example("שלום (**עולם**)", &[("markdown-bold", "**עולם**")], "שלום (*עולם*)"),
    example("ב**עולם** x", &[], "ב**עולם** x"),
    example(
        "__very bold__, __init__",
        &[("markdown-bold", "__very bold__")],
        "*very bold*, __init__",
    ),
    example("***a b***", &[("markdown-bold", "***a b***")], "*_a b_*"),
    example("**a *b* c**", &[("markdown-bold", "**a *b* c**")], "a *b* c"),
    example("**2*3 is 6**", &[("markdown-bold", "**2*3 is 6**")], "*2*3 is 6*"),
    example(
        "**https://ex.com/a** ok",
        &[("markdown-bold", "**https://ex.com/a**")],
        "https://ex.com/a ok",
    ),
    example(
        "**see https://ex.com/a**",
        &[("markdown-bold", "**see https://ex.com/a**")],
        "*see* https://ex.com/a",
    ),
    example(
        "`**a**` ```**b**``` https://ex.com/**c**",
        &[],
        "`**a**` ```**b**``` https://ex.com/**c**",
    ),
    example("~~a~~ ~b~", &[("markdown-strikethrough", "~~a~~")], "~a~ ~b~"),
    example(
        "## Hi *you*\n\n# Now **new**\r\n# 5\n#tag",
        &[
            ("markdown-heading", "## Hi *you*"),
            ("markdown-heading", "# Now **new**"),
            ("markdown-bold", "**new**"),
        ],
        "*Hi _you_*\n\n*Now new*\r\n# 5\n#tag",
    ),
    example(
        "[docs](https://ex.com/a \"Title\"), [https://ex.com](https://ex.com) [](www.ex.com)",
        &[
            ("markdown-link", "[docs](https://ex.com/a \"Title\")"),
            ("markdown-link", "[https://ex.com](https://ex.com)"),
        ],
        "docs (https://ex.com/a), https://ex.com [](www.ex.com)",
    ),
    example(
        "[call](tel:+4915112345) [mail](mailto:a@ex.com) [track]({{1}}) [shop](ex.com/a)",
        &[
            ("markdown-link", "[call](tel:+4915112345)"),
            ("markdown-link", "[mail](mailto:a@ex.com)"),
            ("markdown-link", "[track]({{1}})"),
            ("markdown-link", "[shop](ex.com/a)"),
        ],
        "call (+4915112345) mail (a@ex.com) track ({{1}}) shop (ex.com/a)",
    ),
    example(
        "[![a](https://ex.com/a.png)](https://ex.com)",
        &[
            ("markdown-link", "[![a](https://ex.com/a.png)](https://ex.com)"),
            ("markdown-image", "![a](https://ex.com/a.png)"),
        ],
        "a (https://ex.com/a.png) (https://ex.com)",
    ),
    example(
        "[a](b) [1](2) x[0](y.z) ([see](below))",
        &[],
        "[a](b) [1](2) x[0](y.z) ([see](below))",
    ),
    example(
        "Prices:\n| a | b |\n|---|---|\n| **1** | 2 |\nBye",
        &[("markdown-table", "| a | b |\n|---|---|\n| **1** | 2 |"), ("markdown-bold", "**1**")],
        "Prices:\n```\na | b\n--|--\n1 | 2\n```\nBye",
    ),
    example("```js\nx\n```", &[("markdown-fence-language", "js")], "```\nx\n```"),
    example(
        "```\njs\n``` ```js x``` ```Js\nx``` ```js\n```",
        &[],
        "```\njs\n``` ```js x``` ```Js\nx``` ```js\n```",
    ),
    example(
        "\\*\\*x\\*\\*",
        &[
            ("backslash-escape", "\\*"),
            ("backslash-escape", "\\*"),
            ("backslash-escape", "\\*"),
            ("backslash-escape", "\\*"),
        ],
        "\u{34F}*\u{34F}*x**",
    ),
    example(
        "1\\. a\n\\- b\n\\# c\n\\#d\n\\+ e\n\\> f\n\\* g",
        &[
            ("backslash-escape", "\\."),
            ("backslash-escape", "\\-"),
            ("backslash-escape", "\\#"),
            ("backslash-escape", "\\#"),
            ("backslash-escape", "\\+"),
            ("backslash-escape", "\\>"),
            ("backslash-escape", "\\*"),
        ],
        "1\u{34F}. a\n\u{34F}- b\n\u{34F}# c\n#d\n+ e\n\u{34F}> f\n\u{34F}* g",
    ),
    example("*a\\* b", &[("backslash-escape", "\\*")], "*a\u{200A}* b"),
    example(
        "¯\\_(ツ)_/¯ C:\\_new \\*o*/ dir\\*.txt",
        &[],
        "¯\\_(ツ)_/¯ C:\\_new \\*o*/ dir\\*.txt",
    ),
    example(
        "&lt;b&gt;x&lt;/b&gt; &amp;amp;amp; &#39;&euml;&nbsp;&#x1F600;",
        &[
            ("html-entity", "&lt;"),
            ("html-entity", "&gt;"),
            ("html-entity", "&lt;"),
            ("html-entity", "&gt;"),
            ("html-entity", "&amp;amp;amp;"),
            ("html-entity", "&#39;"),
            ("html-entity", "&euml;"),
            ("html-entity", "&nbsp;"),
            ("html-entity", "&#x1F600;"),
        ],
        "*x* & 'ë\u{A0}😀",
    ),
    example("a & b; R&D; &x; `&amp;`", &[], "a & b; R&D; &x; `&amp;`"),
    example(
        "a<b>b</b>c <i> d </i>e<s></s>",
        &[("html-tag", "<b>"), ("html-tag", "<i>"), ("html-tag", "<s>")],
        "a\u{200E}*b*\u{200E}c  _d_ e",
    ),
    example(
        "<b><i>x</i></b><u>y</u>",
        &[("html-tag", "<b>"), ("html-tag", "<i>"), ("html-tag", "<u>")],
        "*_x_*\u{200E}y",
    ),
    example(
        "Hi<br>\n<div>a</div><div>b</div>\n<ul>\n<li>c</li>\n<li><p>d</p></li>\n</ul>\n<ol><li>e<li>f</ol>end",
        &[
            ("html-tag", "<br>"),
            ("html-tag", "<div>"),
            ("html-tag", "<div>"),
            ("html-tag", "<ul>"),
            ("html-tag", "<li>"),
            ("html-tag", "<li>"),
            ("html-tag", "<p>"),
            ("html-tag", "<ol>"),
            ("html-tag", "<li>"),
            ("html-tag", "<li>"),
        ],
        "Hi\na\nb\n\n- c\n- d\n\n1. e\n2. f\n\nend",
    ),
    example(
        "<ul>\n  <li>a\n  <li>b\n</ul>\nc",
        &[("html-tag", "<ul>"), ("html-tag", "<li>"), ("html-tag", "<li>")],
        "- a\n- b\n\nc",
    ),
    example(
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        &[
            ("html-tag", "<table>"),
            ("html-tag", "<tr>"),
            ("html-tag", "<th>"),
            ("html-tag", "<th>"),
            ("html-tag", "<tr>"),
            ("html-tag", "<td>"),
            ("html-tag", "<td>"),
        ],
        "a · b\n1 · 2",
    ),
    example(
        "<h2>Title</h2><blockquote>q<br>r</blockquote><pre>a\n  b</pre><img src=\"https://ex.com/i.png\" alt='i'>",
        &[
            ("html-tag", "<h2>"),
            ("html-tag", "<blockquote>"),
            ("html-tag", "<br>"),
            ("html-tag", "<pre>"),
            ("html-tag", "<img src=\"https://ex.com/i.png\" alt='i'>"),
        ],
        "*Title*\n> q\n> r\n\n```a\n  b```\ni (https://ex.com/i.png)",
    ),
    example(
        "a < b > c <3 <name> <b> <code> </p> <https://ex.com> List<String>",
        &[],
        "a < b > c <3 <name> <b> <code> </p> <https://ex.com> List<String>",
    ),
    // What else is mended.
    example_for(
        "cloud-template-parameter",
        "12 Main Street<br>Springfield",
        &[("html-tag", "<br>")],
        "12 Main Street Springfield",
    ),
    example_for("cloud-template-parameter", "a\tb", &[("template-parameter", "\t")], "a b"),
    example_for(
        "cloud-footer",
        "Reply *STOP* &amp; **go**",
        &[("formatting-not-shown", "*STOP*"), ("formatting-not-shown", "**go*")],
        "Reply STOP &amp; go",
    ),
    example("*Total * 10 €", &[("space-inside-marker", "*Total *")], "*Total* 10 €"),
    example("- a\n  - **b**", &[("nested-list", "-"), ("markdown-bold", "**b**")], "- a\n  ◦ *b*"),
    example(">Shall we?", &[("quote-not-a-quote", ">")], "> Shall we?"),
    example(
        "*see https://ex.com/a*",
        &[("marker-glued-to-url", "https://ex.com/a*")],
        "*see* https://ex.com/a",
    ),
    example("12\u{200B}34", &[("invisible-character", "\u{200B}")], "1234"),
    example("a\u{202E}b", &[("bidi-control", "\u{202E}")], "ab"),
    example("\u{1B}a", &[("control-character", "\u{1B}")], "a"),
];
