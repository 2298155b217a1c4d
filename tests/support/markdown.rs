//! What holds for every Markdown text that is read, and random texts to try it on.

use std::fmt::Debug;

use wamark::{
    BlockKind, Document, Event, Headings, HtmlStyle, Links, MarkdownOptions, Node, Reading,
    SoftBreaks, Tables, TextOptions,
};

/// What Markdown is made of.
pub(crate) const PIECES: &[&str] = &[
    "*",
    "*",
    "**",
    "**",
    "***",
    "_",
    "_",
    "__",
    "~",
    "~~",
    "~~",
    "`",
    "``",
    "```",
    "~~~",
    "\n",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    " ",
    " ",
    " ",
    "  ",
    "   ",
    "    ",
    "\t",
    "a",
    "b",
    "ab c",
    "é",
    "中文",
    "ב",
    "👍",
    "\u{301}",
    "1",
    "9",
    "\u{A0}",
    "\u{3000}",
    "\u{FEFF}",
    "\0",
    "\r\n",
    "\r",
    "# ",
    "## ",
    "#",
    "\n# ",
    "===\n",
    "---\n",
    "***\n",
    "- ",
    "* ",
    "+ ",
    "\n- ",
    "\n  - ",
    "\n    - ",
    "1. ",
    "\n2) ",
    "\n99. ",
    "\n100. ",
    "- [x] ",
    "- [ ] ",
    "[x] ",
    "> ",
    "\n> ",
    "\n>\n",
    "> > ",
    "\n```\n",
    "\n```js\n",
    "\n    ",
    "\\",
    "\\\n",
    "  \n",
    ".",
    ",",
    "!",
    "?",
    ":",
    "(",
    ")",
    "[",
    "]",
    "](",
    "![",
    "<",
    ">",
    "&",
    "&amp;",
    "&nbsp;",
    "&#32;",
    "&hearts;",
    "&#0;",
    "&#10;",
    "&#13;",
    "&Tab;",
    "/",
    "-",
    "=",
    "+",
    "\"",
    "'",
    "[a](https://e.com/x)",
    "[e.com](https://e.com)",
    "[a](#b)",
    "[](https://e.com)",
    "![a](https://e.com/i.png)",
    "![](i.png)",
    "<https://e.com>",
    "<a@b.co>",
    "https://e.com/a_b",
    "https://e.com",
    "www.e.com",
    "(https://e.com)",
    "[1]",
    "\n[1]: https://e.com/r\n",
    "[^1]",
    "[^a]",
    "\n[^1]: ",
    "\n[^a]: n\n",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<br>",
    "<code>",
    "</code>",
    "<a href=\"https://e.com/h\">",
    "</a>",
    "<img src=\"https://e.com/j.png\" alt=\"a\">",
    "<!-- c -->",
    "<script>",
    "</script>",
    "<p>",
    "<hr>",
    "\n<div>\n",
    "\n</div>\n",
    "\n<!--\n",
    "-->",
    "\n| a | b |\n|---|--:|\n",
    "| a |",
    "|",
    "\n|-|\n",
    "| <br> |",
    "{{1}}",
    "$x$",
];

/// The options that are tried.
pub(crate) fn options() -> [MarkdownOptions; 5] {
    let options = MarkdownOptions::default();
    [
        options,
        options.headings(Headings::BoldUpper).tables(Tables::Cards),
        options.links(Links::Url).tables(Tables::Box),
        options.links(Links::Text).tables(Tables::Bullets).soft_breaks(SoftBreaks::Space),
        options.headings(Headings::Plain).table_columns(60),
    ]
}

/// The first thing that does not hold for a text.
pub(crate) fn breach(markdown: &str) -> Option<String> {
    options().into_iter().find_map(|options| {
        let reading = Document::from_markdown(markdown, &options);
        let checked = check_losses(markdown, &reading)
            .and_then(|()| check_lines(reading.document()))
            .and_then(|()| check_events(markdown, reading.document()))
            .and_then(|()| check_writers(&reading));
        checked.err().map(|what| {
            let source = reading.document().source();
            format!("{what}\n markdown {markdown:?}\n document {source:?}\n with {options:?}")
        })
    })
}

type Checked = Result<(), String>;

fn ensure(holds: bool, what: &str, got: impl Debug) -> Checked {
    if holds { Ok(()) } else { Err(format!("{what}\n got      {got:?}")) }
}

/// White space for either client; U+0085 is none for both.
fn is_white_space(c: char) -> bool {
    c.is_whitespace() && c != '\u{85}' || matches!(c, '\u{FEFF}' | '\u{1C}'..='\u{1F}')
}

/// Losses are in order, and their spans are pieces of the input.
fn check_losses(markdown: &str, reading: &Reading) -> Checked {
    let mut last = 0;
    for loss in reading.losses() {
        ensure(loss.span.start >= last, "losses are in order", loss)?;
        last = loss.span.start;
        ensure(loss.span.start <= loss.span.end, "spans are forward", loss)?;
        ensure(markdown.get(loss.span.range()).is_some(), "spans are of the input", loss)?;
    }
    Ok(())
}

/// The layout, outside of monospace blocks.
fn check_lines(document: &Document<'_>) -> Checked {
    let source = document.source();
    let mut text = String::new();
    let mut from = 0;
    for block in document.blocks() {
        if let BlockKind::MonospaceBlock(content) = block.kind {
            ensure(content.contains(|c| !is_white_space(c)), "no block is blank", content)?;
            text.push_str(&source[from..block.span.range().start]);
            text.push('x');
            from = block.span.range().end;
        }
    }
    text.push_str(&source[from..]);
    ensure(!text.starts_with('\n'), "the first line is not empty", &text)?;
    ensure(!text.contains("\n\n\n"), "no two empty lines", &text)?;
    for line in text.split('\n').filter(|line| !is_mark(line)) {
        ensure(!line.ends_with(is_white_space), "no line ends with white space", line)?;
    }
    ensure(!text.contains(['\0', '\r']), "neither NUL nor carriage returns", &text)?;
    ensure(text.is_empty() || !text.ends_with('\n'), "the last line is not empty", &text)
}

/// Whether a line is the mark of an item without text.
fn is_mark(line: &str) -> bool {
    line == "- " || line.strip_suffix(". ").is_some_and(|number| number.parse::<u8>().is_ok())
}

/// Whether there are URLs, all of them in one piece: of another it is not known when it begins that
/// it is one. References, HTML and links make pieces.
fn has_whole_urls(markdown: &str) -> bool {
    if markdown.contains(['&', '<', '[', '\\']) {
        return false;
    }
    let mut starts = ["http", "www."].iter().flat_map(|start| markdown.match_indices(start));
    let first = starts.next();
    let is_whole = |(at, _)| begins_with_url(&markdown[at..]);
    first.is_some_and(is_whole) && starts.all(is_whole)
}

fn begins_with_url(text: &str) -> bool {
    let mut rests = ["https://", "http://", "www."].iter().filter_map(|url| text.strip_prefix(url));
    rests.any(|rest| rest.starts_with(char::is_alphanumeric))
}

/// The tape: nodes in each other, none empty but items, no style in itself or on white space alone.
fn check_events(markdown: &str, document: &Document<'_>) -> Checked {
    let mut open = Vec::new();
    let mut at = 0;
    let mut begins = None;
    for (event, span) in document.events() {
        ensure(span.end as usize <= document.source().len(), "spans are of the text", span)?;
        match event {
            Event::Enter(node) => {
                ensure(!open.contains(&node), "no node is in itself", node)?;
                open.push(node);
                begins = Some(node);
            }
            Event::Leave(node) => {
                ensure(open.pop() == Some(node), "nodes are in each other", node)?;
                let is_block = matches!(
                    node,
                    Node::Quote
                        | Node::Paragraph
                        | Node::BulletedList
                        | Node::NumberedList
                        | Node::Item { .. }
                );
                ensure(begins.is_none() || is_block, "no style or code is empty", node)?;
                begins = None;
            }
            Event::Text(text) => {
                ensure(!text.is_empty(), "no text is empty", span)?;
                ensure(span.start >= at, "text is in order", span)?;
                at = span.end;
                let is_block = open.last() == Some(&Node::MonospaceBlock);
                ensure(is_block || !text.contains('\n'), "lines are operations", text)?;
                if let Some(Node::Bold | Node::Italic | Node::Strikethrough) = begins {
                    let space = text.starts_with(is_white_space);
                    ensure(!space, "no style begins with white space", text)?;
                    let url = begins_with_url(text) && has_whole_urls(markdown);
                    ensure(!url, "no style begins with a URL", text)?;
                }
                begins = None;
            }
            _ => begins = None,
        }
    }
    ensure(open.is_empty(), "all nodes are left", open)
}

/// What is made of the document.
fn check_writers(reading: &Reading) -> Checked {
    let document = reading.document();
    let html = document.to_html(&HtmlStyle::close());
    let is_empty = document.source().is_empty();
    ensure(html.is_empty() == is_empty, "HTML is empty where the document is", &html)?;
    let text = document.to_text(&TextOptions::default());
    ensure(text.is_empty() == is_empty, "so is plain text", &text)?;
    ensure(document.clone().into_owned() == *document, "documents own their text", ())
}
