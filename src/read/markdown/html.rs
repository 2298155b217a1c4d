//! HTML within Markdown: its text, in the styles that WhatsApp has.
//!
//! * Tags in lines, one by one: [`Reader::inline_html`]. What they open ends with its block.
//! * Blocks of HTML, as a whole: [`Reader::html_block`].

use alloc::string::String;
use core::ops::Range;

use pulldown_cmark::CowStr;

use super::inline::LinkKind;
use super::reader::{Mode, Reader};
use crate::document::{Builder, Mark, Style};
use crate::loss::LossCode;

/// What HTML opened in a line and did not close yet.
#[derive(Debug, Default)]
pub(super) struct InlineHtml {
    /// How often each style.
    styles: [u32; 3],
    /// Code.
    code: Code,
    /// The links among the reader's.
    links: usize,
    /// What is not shown, up to its end tag, and where it begins.
    hidden: Option<(&'static str, usize)>,
    /// Whether any of this is open, or may be.
    open: bool,
    /// A block of HTML while it is read.
    pub(super) block: String,
}

#[derive(Clone, Copy, Debug, Default)]
enum Code {
    #[default]
    No,
    /// It begins with the next text; its tag stands there in the source.
    Next(usize),
    Since(Mark, usize),
}

impl InlineHtml {
    /// Says that a line was begun.
    #[inline]
    pub(super) fn begun(&mut self, builder: &Builder) {
        if let Code::Next(start) = self.code {
            self.code = Code::Since(builder.mark(), start);
        }
    }
}

/// What an element is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Style(Style),
    Code,
    Break,
    Rule,
    Link,
    Image,
    /// It is not on a line with what is around it.
    Block,
    Hidden(&'static str),
    Other,
}

/// The elements by name, in lower case.
const ELEMENTS: &[(&str, Element)] = &[
    ("b", Element::Style(Style::Bold)),
    ("strong", Element::Style(Style::Bold)),
    ("i", Element::Style(Style::Italic)),
    ("em", Element::Style(Style::Italic)),
    ("s", Element::Style(Style::Strikethrough)),
    ("del", Element::Style(Style::Strikethrough)),
    ("strike", Element::Style(Style::Strikethrough)),
    ("code", Element::Code),
    ("kbd", Element::Code),
    ("samp", Element::Code),
    ("tt", Element::Code),
    ("br", Element::Break),
    ("hr", Element::Rule),
    ("a", Element::Link),
    ("img", Element::Image),
    ("script", Element::Hidden("script")),
    ("style", Element::Hidden("style")),
    ("template", Element::Hidden("template")),
    ("title", Element::Hidden("title")),
    ("iframe", Element::Hidden("iframe")),
];

/// The elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// A tag: `<name …>`, `</name>`
#[derive(Clone, Copy, Debug)]
struct Tag<'t> {
    element: Element,
    closes: bool,
    /// What stands behind the name.
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// Reads a tag, from its `<` to its `>`. Comments and declarations are none.
    fn read(tag: &'t str) -> Option<Self> {
        let inside = tag.strip_prefix('<')?.strip_suffix('>')?;
        let (closes, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, inside),
        };
        let end = inside.bytes().position(|byte| !byte.is_ascii_alphanumeric());
        let (name, attributes) = inside.split_at(end.unwrap_or(inside.len()));
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let known = ELEMENTS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
        let element = match known {
            Some((_, element)) => *element,
            None if BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block)) => Element::Block,
            None => Element::Other,
        };
        Some(Self { element, closes, attributes })
    }

    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '\x0C', '/']);
            let end = rest.find([' ', '\t', '\n', '\r', '\x0C', '/', '=']).unwrap_or(rest.len());
            let (key, behind) = rest.split_at(end);
            let behind = behind.trim_start();
            let Some(value) = behind.strip_prefix('=').map(str::trim_start) else {
                if key.is_empty() {
                    return None;
                }
                rest = behind;
                continue;
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, behind) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(html_escape::decode_html_entities(value.trim()).into_owned());
            }
            rest = behind;
        }
    }
}

impl Reader<'_> {
    /// Reads a tag or a comment in a line.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        self.flow.see(range.end);
        match Tag::read(html) {
            Some(tag) => self.tag(tag, range),
            None => self.leave_out(),
        }
    }

    fn tag(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.html.open = true;
        match (tag.element, tag.closes) {
            (Element::Style(style), false) => {
                self.html.styles[style as usize] += 1;
                self.builder.enter(style);
            }
            (Element::Style(style), true) => self.close_style(style),
            (Element::Code, false) => {
                if let Code::No = self.html.code {
                    self.html.code = if self.flow.fresh {
                        Code::Next(range.start)
                    } else {
                        Code::Since(self.builder.mark(), range.start)
                    };
                }
            }
            (Element::Code, true) => self.close_code(range.end),
            (Element::Break | Element::Block, _) => self.hard_break(),
            (Element::Rule, _) => {
                self.hard_break();
                self.text("———", range);
                self.hard_break();
            }
            (Element::Link, false) => {
                if let Some(url) = tag.attribute("href") {
                    self.html.links += 1;
                    self.open_link(LinkKind::Html, url.into(), range.start);
                }
            }
            (Element::Link, true) => {
                self.end_html_link(range.end);
            }
            (Element::Image, _) => {
                let url = tag.attribute("src").unwrap_or_default();
                self.open_link(LinkKind::Image, CowStr::from(url), range.start);
                if let Some(alt) = tag.attribute("alt") {
                    self.text(&alt, range.clone());
                }
                self.end_innermost_link(range.end);
            }
            (Element::Hidden(name), false) => {
                self.html.hidden = Some((name, range.start));
                self.mode = Mode::Hidden;
            }
            (Element::Hidden(_), true) | (Element::Other, _) => {}
        }
    }

    /// Reads a tag within what is not shown.
    pub(super) fn hidden_html(&mut self, html: &str, range: &Range<usize>) {
        let Some((name, start)) = self.html.hidden else { return };
        let tag = Tag::read(html);
        if tag.is_some_and(|tag| tag.closes && tag.element == Element::Hidden(name)) {
            self.flow.see(range.end);
            self.end_hidden(start..range.end);
        }
    }

    fn end_hidden(&mut self, range: Range<usize>) {
        self.html.hidden = None;
        self.mode = Mode::Text;
        self.flow.lose(LossCode::HtmlDropped, range);
        self.leave_out();
    }

    /// Leaves nothing where something stood: not the white space of both sides either.
    fn leave_out(&mut self) {
        self.no_space |= self.builder.ends_with_space();
    }

    fn close_style(&mut self, style: Style) {
        let open = &mut self.html.styles[style as usize];
        if *open > 0 {
            *open -= 1;
            self.builder.leave_style(style);
        }
    }

    /// Ends the innermost link, if it is one of HTML's.
    fn end_html_link(&mut self, end: usize) -> bool {
        let is_html = self.links.last().is_some_and(|link| link.kind == LinkKind::Html);
        if is_html {
            self.html.links -= 1;
            self.end_innermost_link(end);
        }
        is_html
    }

    /// Ends a link of Markdown's, and before it what HTML opened in its label and did not close.
    pub(super) fn end_link(&mut self, end: usize) {
        while self.html.links > 0 && self.end_html_link(self.flow.seen()) {}
        self.end_innermost_link(end);
    }

    /// Says that code ends which began behind `mark`, without being code.
    pub(super) fn end_code_behind(&mut self, mark: Mark) {
        if matches!(self.html.code, Code::Since(code, _) if code.is_behind(mark)) {
            self.html.code = Code::No;
        }
    }

    /// Ends code: what was added since it began, without its styles.
    fn close_code(&mut self, end: usize) {
        let code = core::mem::take(&mut self.html.code);
        if let Code::Since(mark, start) = code
            // Not where a link began in it that goes on.
            && !self.links.last().is_some_and(|link| link.mark.is_behind(mark))
            && let Some(code) = self.builder.take_text(mark)
        {
            self.builder.at_source(start);
            self.builder.code(&code);
            self.builder.at_source(end);
        }
    }

    /// Ends what HTML opened in the lines of a block, as the block ends or another begins.
    #[inline]
    pub(super) fn end_inline(&mut self) {
        if self.html.open {
            self.end_all();
        }
    }

    #[inline(never)]
    fn end_all(&mut self) {
        if let Some((_, start)) = self.html.hidden {
            let end = self.flow.seen().max(start);
            self.end_hidden(start..end);
        }
        self.html.open = false;
        self.html.code = Code::No;
        while self.html.links > 0 && self.end_html_link(self.flow.seen()) {}
        for style in [Style::Bold, Style::Italic, Style::Strikethrough] {
            while self.html.styles[style as usize] > 0 {
                self.close_style(style);
            }
        }
    }

    pub(super) fn start_html_block(&mut self, start: usize) {
        self.flow.block(&mut self.builder, start);
        self.html.block.clear();
        self.mode = Mode::Html;
    }

    pub(super) fn end_html_block(&mut self, range: Range<usize>) {
        self.mode = Mode::Text;
        let html = core::mem::take(&mut self.html.block);
        let range = self.flow.trimmed(range);
        self.html_block(&html, range.clone());
        self.html.block = html;
        self.end_inline();
        self.flow.see(range.end);
        self.flow.fresh = true;
    }

    /// Reads a block of HTML, which stands at `range`: its text, on as many lines as it has blocks,
    /// in the styles of its inline elements.
    fn html_block(&mut self, html: &str, range: Range<usize>) {
        let mut rest = html;
        while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
            self.html_text(&rest[..at], &range);
            rest = &rest[at..];
            let end = if rest.starts_with("<!--") {
                rest.find("-->").map_or(rest.len(), |end| end + 3)
            } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c))
            {
                memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |end| end + 1)
            } else {
                self.html_text("<", &range);
                1
            };
            let (tag, behind) = rest.split_at(end);
            rest = behind;
            let Some(tag) = Tag::read(tag) else { continue };
            match tag.element {
                Element::Hidden(name) if !tag.closes => {
                    rest = behind_element(rest, name);
                    self.flow.lose(LossCode::HtmlDropped, range.clone());
                }
                _ => self.tag(tag, range.clone()),
            }
        }
        self.html_text(rest, &range);
    }

    /// Adds text of a block of HTML: without entities, with its white space as single spaces.
    fn html_text(&mut self, text: &str, range: &Range<usize>) {
        let mut words = text.split_ascii_whitespace().peekable();
        let is_space = |c: char| c.is_ascii_whitespace();
        if text.starts_with(is_space) {
            self.space();
        }
        while let Some(word) = words.next() {
            self.text(&html_escape::decode_html_entities(word), range.clone());
            if words.peek().is_some() || text.ends_with(is_space) {
                self.space();
            }
        }
    }
}

/// What stands behind the end tag of an element; nothing, if it has none.
fn behind_element<'t>(html: &'t str, name: &str) -> &'t str {
    let bytes = html.as_bytes();
    for at in memchr::memchr_iter(b'<', bytes) {
        let name_end = at + 2 + name.len();
        let is_end = bytes.get(at + 1) == Some(&b'/')
            && bytes
                .get(at + 2..name_end)
                .is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()));
        if is_end {
            let end = memchr::memchr(b'>', &bytes[name_end..]);
            return end.map_or("", |end| &html[name_end + end + 1..]);
        }
    }
    ""
}
