//! The HTML of any message, read by others: a parser of the HTML standard reports no error, and a
//! sanitiser that allows the style's tags leaves it as it is.

#[path = "../benches/inputs/mod.rs"]
mod inputs;
#[path = "support/texts.rs"]
mod texts;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use ammonia::Builder;
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, local_name, ns, parse_fragment};
use proptest::prelude::*;
use proptest::sample::select;
use wamark::{Client, Document, HtmlStyle, HtmlTag, Parser};

#[test]
fn random_messages() {
    let styles = styles();
    for seed in 0..4_000 {
        let text = texts::message(seed);
        if breach(&styles, &text).is_some() {
            println!("seed {seed}, shortened");
            assert_sound(&styles, &texts::shrink(&text, |text| breach(&styles, text).is_some()));
        }
    }
}

/// The preset close has a way of its own through the writer.
#[test]
fn a_style_made_of_the_same_tags_writes_the_same() {
    let (close, same) = (HtmlStyle::close(), HtmlStyle::close().bold(HtmlTag::new("strong")));
    for seed in 0..20_000 {
        let message = texts::message(seed);
        let document = Parser::new().spoilers(seed % 2 == 0).parse(&message);
        assert_eq!(document.to_html(&close), document.to_html(&same), "{message:?}");
    }
}

#[test]
fn pathological_families() {
    let styles = styles();
    for (name, make) in inputs::pathological() {
        println!("family {name}");
        assert_sound(&styles, &make(2048));
    }
}

/// The characters that HTML or a sanitiser may be particular about, in text, in code, in a block
/// and in a link: all up to the general punctuation, and all that are no characters.
#[test]
fn characters() {
    let styles = styles();
    let planes = (0..=0x10).flat_map(|plane| [plane << 16 | 0xFFFE, plane << 16 | 0xFFFF]);
    let codes = (0..0x2100).chain(0xFDD0..=0xFDEF).chain(0xFE00..=0xFFFF).chain(planes);
    for c in codes.filter_map(char::from_u32) {
        assert_sound(&styles, &format!("{c} `x{c}x` ```\n{c}x\n``` ex.com/x{c}x _{c}_@12345"));
    }
}

fn config(cases: u32) -> ProptestConfig {
    // A failure is shortened and printed; no file is written.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn dense_strings(text in dense()) {
        prop_assert_eq!(breach(&styles(), &text), None);
    }
}

/// Pieces of the grammar and of HTML, and characters that HTML is particular about.
fn dense() -> impl Strategy<Value = String> {
    const HTML: &[&str] =
        &["<p>", "</p>", "<!--", "&amp;", "&#0", "&lt", "\"", "'", ">", "<br />", "]]>", "<a "];
    let piece = prop_oneof![
        4 => select(texts::PIECES).prop_map(String::from),
        2 => select(HTML).prop_map(String::from),
        1 => (0..0x20u8).prop_map(|b| char::from(b).to_string()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// What a style may write.
struct Style {
    name: &'static str,
    html: HtmlStyle,
    sanitizer: Builder<'static>,
}

fn styles() -> [Style; 3] {
    let common = ["p", "blockquote", "ul", "ol", "li", "pre", "code", "br", "s", "span"];
    let attributes = [("ol", "start"), ("li", "value"), ("span", "class")];
    let other = HtmlStyle::preview()
        .paragraph(HtmlTag::new("div").attribute("class", "p \"<&>'"))
        .quote(HtmlTag::new("div").around(HtmlTag::new("blockquote")))
        .bulleted_list(HtmlTag::new("menu"))
        .bold(HtmlTag::new("b").attribute("class", "wa"))
        .italic(HtmlTag::none())
        .strikethrough(HtmlTag::new("del").around(HtmlTag::new("i")))
        .monospace_block(HtmlTag::new("div").attribute("class", "block"))
        .monospace(HtmlTag::new("kbd"))
        .mention(HtmlTag::new("mark"))
        .line_break("<wbr><br />")
        .blank_line("<hr>");
    let preview = [("a", "href"), ("a", "rel"), ("a", "target")];
    [
        Style {
            name: "close",
            html: HtmlStyle::close(),
            sanitizer: sanitizer(common.into_iter().chain(["strong", "em"]), &attributes, &[]),
        },
        Style {
            name: "preview",
            html: HtmlStyle::preview(),
            sanitizer: sanitizer(
                common.into_iter().chain(["strong", "em", "a"]),
                &[&attributes[..], &preview].concat(),
                &["dir"],
            ),
        },
        Style {
            name: "other",
            html: other,
            sanitizer: sanitizer(
                common
                    .into_iter()
                    .chain(["a", "div", "menu", "b", "del", "i", "kbd", "mark", "wbr", "hr"]),
                &[&attributes[..], &preview].concat(),
                &["dir", "class"],
            ),
        },
    ]
}

/// A sanitiser that allows nothing but these tags and attributes.
fn sanitizer(
    tags: impl IntoIterator<Item = &'static str>,
    attributes: &[(&'static str, &'static str)],
    generic: &[&'static str],
) -> Builder<'static> {
    let mut by_tag: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (tag, attribute) in attributes {
        by_tag.entry(tag).or_default().insert(attribute);
    }
    let mut builder = Builder::empty();
    builder
        .tags(tags.into_iter().collect())
        .tag_attributes(by_tag)
        .generic_attributes(generic.iter().copied().collect())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(None);
    builder
}

#[track_caller]
fn assert_sound(styles: &[Style], message: &str) {
    if let Some(breach) = breach(styles, message) {
        panic!("{breach}\n message   {message:?}");
    }
}

/// The first thing that a parser or a sanitiser would have otherwise.
fn breach(styles: &[Style], message: &str) -> Option<String> {
    [Client::Web, Client::Android].into_iter().find_map(|client| {
        let document = Parser::new().client(client).spoilers(true).parse(message);
        let breach = breach_of(styles, &document);
        breach.map(|breach| format!("{client:?}, {breach}"))
    })
}

fn breach_of(styles: &[Style], document: &Document<'_>) -> Option<String> {
    styles.iter().find_map(|Style { name, html, sanitizer }| {
        let html = document.to_html(html);
        let errors = errors(&html);
        if errors != expected_errors(&html) {
            return Some(format!("{name}: errors {errors:?}\n in        {html:?}"));
        }
        let sanitized = sanitizer.clean(&html).to_string();
        // The sanitiser's own spelling of two things.
        let sanitized = sanitized.replace("<br>", "<br />").replace("&nbsp;", "\u{A0}");
        let expected = without_addresses_that_are_none(&html);
        (sanitized != expected)
            .then(|| format!("{name}\n sanitised {sanitized:?}\n expected  {expected:?}"))
    })
}

/// The one thing that the sanitiser takes away: the address of a link that is no URL by the
/// standard of browsers. The rules go by the top-level domain alone (R83), so such links there are:
/// `בa.com`, whose host mixes writing directions, or `a.com:99999`.
fn without_addresses_that_are_none(html: &str) -> String {
    let mut pieces = html.split("<a href=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (url, behind) = piece.split_once('"').unwrap_or_default();
        let plain = url.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
        if ammonia::Url::parse(&plain.replace("&amp;", "&")).is_ok() {
            out.extend(["<a href=\"", url, "\"", behind]);
        } else {
            out.extend(["<a", behind]);
        }
    }
    out
}

/// The errors that the standard has for characters which it keeps nevertheless:
/// `control-character-in-input-stream` and `noncharacter-in-input-stream`. The writer leaves these
/// characters alone, as every browser does, and for the same reason: they are what was typed.
fn expected_errors(html: &str) -> Vec<String> {
    let is_reported = |c: &char| match u32::from(*c) {
        0x01..=0x08 | 0x0B | 0x0E..=0x1F | 0x7F..=0x9F | 0xFDD0..=0xFDEF => true,
        n => n & 0xFFFE == 0xFFFE,
    };
    html.chars().filter(is_reported).map(|c| format!("Bad character {c}")).collect()
}

/// What the parser finds wrong, by the letter of the standard.
fn errors(html: &str) -> Vec<String> {
    let options = ParseOpts {
        tokenizer: TokenizerOpts { exact_errors: true, ..Default::default() },
        tree_builder: TreeBuilderOpts { exact_errors: true, ..Default::default() },
    };
    let context = QualName::new(None, ns!(html), local_name!("body"));
    let mut parser = parse_fragment(Errors::default(), options, context, Vec::new(), false);
    parser.process(StrTendril::from(html));
    parser.finish()
}

/// A tree that is not built: only the errors are kept. A node is its name.
#[derive(Default)]
struct Errors {
    errors: RefCell<Vec<String>>,
}

fn nameless() -> Rc<QualName> {
    Rc::new(QualName::new(None, ns!(), local_name!("")))
}

impl TreeSink for Errors {
    type Handle = Rc<QualName>;
    type Output = Vec<String>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Vec<String> {
        self.errors.into_inner()
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.errors.borrow_mut().push(message.into_owned());
    }

    fn get_document(&self) -> Rc<QualName> {
        nameless()
    }

    fn elem_name<'a>(&'a self, target: &'a Rc<QualName>) -> ExpandedName<'a> {
        target.expanded()
    }

    fn create_element(&self, name: QualName, _: Vec<Attribute>, _: ElementFlags) -> Rc<QualName> {
        Rc::new(name)
    }

    fn create_comment(&self, _: StrTendril) -> Rc<QualName> {
        nameless()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Rc<QualName> {
        nameless()
    }

    fn get_template_contents(&self, target: &Rc<QualName>) -> Rc<QualName> {
        Rc::clone(target)
    }

    fn same_node(&self, one: &Rc<QualName>, other: &Rc<QualName>) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn append(&self, _: &Rc<QualName>, _: NodeOrText<Rc<QualName>>) {}

    fn append_based_on_parent_node(
        &self,
        _: &Rc<QualName>,
        _: &Rc<QualName>,
        _: NodeOrText<Rc<QualName>>,
    ) {
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn append_before_sibling(&self, _: &Rc<QualName>, _: NodeOrText<Rc<QualName>>) {}
    fn add_attrs_if_missing(&self, _: &Rc<QualName>, _: Vec<Attribute>) {}
    fn remove_from_parent(&self, _: &Rc<QualName>) {}
    fn reparent_children(&self, _: &Rc<QualName>, _: &Rc<QualName>) {}
}
