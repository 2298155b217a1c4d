//! HTML of others → HTML that can be shown.

use core::ops::Range;

use alloc::string::String;
use alloc::vec::Vec;
use std::sync::LazyLock;

use super::address;
use super::attribute::Attributes;
use super::clean::{self, Sink};
use super::effect::{Effects, decode};
use super::guard::{self, DEPTH, FORMATTING, Policy, Written};
use super::pre::line_feeds;
use super::skeleton::NOTHING;
use super::tag::{Kind, Tag};

/// What [`sanitize_with`] lets through beside text and its structure.
///
/// # Examples
///
/// ```
/// use wamark::{SanitizeOptions, sanitize_with};
///
/// let html = r#"<img src="https://ex.com/a.png" alt="A" onload="x()">"#;
/// assert_eq!(sanitize_with(html, &SanitizeOptions::default()), "A");
/// assert_eq!(
///     sanitize_with(html, &SanitizeOptions::default().images(true)),
///     r#"<img src="https://ex.com/a.png" alt="A">"#
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SanitizeOptions {
    images: bool,
}

impl SanitizeOptions {
    /// Whether images are shown, from `http:` and `https:`. By default their descriptions are:
    /// loading an image tells its sender who reads it, and when.
    #[must_use]
    pub const fn images(mut self, images: bool) -> Self {
        self.images = images;
        self
    }
}

/// Makes HTML of others safe to show, a `message_html` or a mail, say.
///
/// What is left is `<p> <div> <br> <hr>`, headings, lists, tables, quotes, `<pre>`, styles of text
/// (`<strong>`, `<em>`, `<s>`, `<code>` and their like), the classes of
/// [`HtmlStyle::preview`](crate::HtmlStyle::preview), and links to `http:`, `https:` and `mailto:`,
/// which open in a new window and vouch for nothing. Other elements leave their text behind, but
/// for those whose content nobody was to see: scripts, style sheets, comments, hidden elements,
/// other notations (`<svg>`), forms' fields, what is embedded. There is no `style`, no `id`, no
/// event handler. The result is balanced, and doing it again changes nothing.
///
/// # Complexity
///
/// Linear in the text: elements nested deeper than 128 are left out (their text is not), so no tree
/// is deep.
///
/// # Examples
///
/// ```
/// assert_eq!(
///     wamark::sanitize("<p onclick=x>Hi <b>Ana</b><script>alert(1)</script><br>bye"),
///     "<p>Hi <b>Ana</b><br>bye</p>"
/// );
/// assert_eq!(
///     wamark::sanitize(r#"<a href="javascript:alert(1)">a</a> <a href="https://ex.com">b</a>"#),
///     r#"a <a href="https://ex.com" rel="noopener noreferrer nofollow ugc" target="_blank">b</a>"#
/// );
/// ```
#[must_use]
pub fn sanitize(html: &str) -> String {
    sanitize_with(html, &SanitizeOptions::default())
}

/// As [`sanitize`], with options.
#[must_use]
pub fn sanitize_with(html: &str, options: &SanitizeOptions) -> String {
    let guarded = guard::guard(html, Allowed { options: *options });
    let mut output = Output { html: String::with_capacity(html.len()), ..Output::default() };
    clean::clean(&guarded, &AMMONIA, &mut output);
    output.html
}

/// As what an element is shown, if it is.
fn shown(tag: Tag) -> Option<Tag> {
    Some(match tag {
        Tag::Xmp | Tag::Plaintext => Tag::Pre,
        Tag::P | Tag::Pre | Tag::Blockquote | Tag::Dl => tag,
        Tag::Big
        | Tag::Font
        | Tag::Nobr
        | Tag::Embed
        | Tag::Input
        | Tag::Button
        | Tag::Desc
        | Tag::ForeignObject
        | Tag::MathText
        | Tag::Other => return None,
        _ => match tag.kind() {
            Kind::Block => Tag::Div,
            Kind::Ignored | Kind::Empty | Kind::Raw | Kind::Gone | Kind::Foreign => return None,
            _ => tag,
        },
    })
}

static AMMONIA: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut ammonia = ammonia::Builder::empty();
    let elements = Tag::ALL.iter().filter(|tag| shown(**tag) == Some(**tag));
    ammonia
        .tags(elements.map(|tag| tag.name()).collect())
        .tag_attributes(
            [
                ("a", &["href", "rel", "target"][..]),
                ("img", &["src", "alt"]),
                ("li", &["dir", "value"]),
                ("ol", &["start"]),
                ("p", &["dir"]),
                ("blockquote", &["dir"]),
                ("span", &["class"]),
                ("td", &["colspan", "rowspan"]),
                ("th", &["colspan", "rowspan"]),
            ]
            .map(|(tag, names)| (tag, names.iter().copied().collect()))
            .into(),
        )
        .generic_attributes(["n"].into())
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(None)
        // The marks of the chunks.
        .strip_comments(false);
    ammonia
});

/// What is let through to ammonia.
#[derive(Debug)]
struct Allowed {
    options: SanitizeOptions,
}

/// How long an address may be, in bytes.
const ADDRESS: usize = 8 * 1024;

impl Policy for Allowed {
    fn start(
        &mut self,
        out: &mut String,
        tag: Tag,
        attributes: Attributes<'_>,
        _: Range<usize>,
    ) -> Option<Written> {
        if Effects::of(tag, attributes).hidden {
            return hide(out, tag);
        }
        if tag == Tag::Img && !self.options.images {
            push_escaped(out, &decode(attributes.get("alt").unwrap_or_default()));
            return None;
        }
        let tag = shown(tag)?;
        let get = |name: &str| attributes.get(name).map(decode);
        // Attributes are written behind the tag, once it is known to be written at all.
        let start = out.len();
        out.push('<');
        out.push_str(tag.name());
        let whole = match tag {
            Tag::A => {
                let whole = push_address(out, "href", get("href"), true);
                out.push_str(" rel=\"noopener noreferrer nofollow ugc\" target=\"_blank\"");
                whole
            }
            Tag::Img => {
                let whole = push_address(out, "src", get("src"), false);
                push_attribute(out, "alt", &get("alt").unwrap_or_default());
                whole
            }
            Tag::Span => {
                let class = get("class").filter(|class| ["mention", "spoiler"].contains(&&**class));
                if let Some(class) = &class {
                    push_attribute(out, "class", class);
                }
                class.is_some()
            }
            _ => {
                let numbers: &[&str] = match tag {
                    Tag::Ol => &["start"],
                    Tag::Li => &["value"],
                    Tag::Td | Tag::Th => &["colspan", "rowspan"],
                    _ => &[],
                };
                for name in numbers {
                    if let Some(number) = get(name).and_then(|n| n.trim().parse::<i16>().ok()) {
                        push_attribute(out, name, &alloc::format!("{number}"));
                    }
                }
                let dir = get("dir").filter(|dir| ["auto", "ltr", "rtl"].contains(&&**dir));
                if let Some(dir) = dir.filter(|_| matches!(tag, Tag::P | Tag::Li | Tag::Blockquote))
                {
                    push_attribute(out, "dir", &dir);
                }
                true
            }
        };
        if !whole {
            out.truncate(start);
        }
        whole.then_some(Written { tag, id: NOTHING })
    }

    fn again(&self, out: &mut String, written: Written) {
        push_again(out, written);
    }
}

/// Appends an element that is not to be shown: it must be found in the tree, as it may not end where
/// its end tag stands.
fn hide(out: &mut String, tag: Tag) -> Option<Written> {
    if tag.kind() == Kind::Void {
        return None;
    }
    let tag = shown(tag).unwrap_or(Tag::Span);
    let written = Written { tag, id: HIDDEN };
    push_again(out, written);
    Some(written)
}

/// The number of elements that are not to be shown.
const HIDDEN: u32 = 0;

/// Appends an element without its attributes.
fn push_again(out: &mut String, written: Written) {
    out.push('<');
    out.push_str(written.tag.name());
    if written.id == HIDDEN {
        out.push_str(" n=0");
    }
}

/// Appends an address, if it is one that may be opened.
fn push_address(
    out: &mut String,
    name: &str,
    address: Option<alloc::borrow::Cow<'_, str>>,
    mail: bool,
) -> bool {
    let Some(address) = address.filter(|address| address.len() <= ADDRESS) else { return false };
    let address = address::trimmed(&address);
    let scheme = address::scheme(address).unwrap_or_default();
    let schemes = if mail { &["http", "https", "mailto"][..] } else { &["http", "https"] };
    let allowed = schemes.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed));
    if allowed {
        push_attribute(out, name, address);
    }
    allowed
}

fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value);
    out.push('"');
}

fn push_escaped(out: &mut String, text: &str) {
    html_escape::encode_double_quoted_attribute_to_string(text, out);
}

/// Whether a tag, as ammonia writes it, has an attribute. What stands in quotes is none.
fn has_attribute(tag: &str, name: &str) -> bool {
    tag.split('"').step_by(2).any(|outside| outside.ends_with(name))
}

/// Puts the chunks together.
#[derive(Debug, Default)]
struct Output {
    html: String,
    /// Whether the open elements are written.
    written: Vec<bool>,
    /// How many of them are in, and with, the outermost one that is not to be shown.
    hidden: usize,
    /// Those that are written.
    open: Vec<Tag>,
    /// How many of those are styles.
    formatting: usize,
    /// Whether text is to be kept apart from that before it, as an element between is left out.
    apart: bool,
    /// Whether a `<pre>` has just begun.
    in_pre: bool,
}

impl Output {
    /// Whether one more element is not too deep. The guard saw to that; but where styles and blocks
    /// overlap, the tree builder repeats styles, and what would be too deep when the result is read
    /// again must not be there.
    fn fits(&self, tag: Tag) -> bool {
        let is_table = |tag: &Tag| matches!(tag.kind(), Kind::Table | Kind::Rows | Kind::Row);
        let is_part = || tag.is_table_part() && self.open.last().is_some_and(is_table);
        match tag.kind() {
            Kind::Void => true,
            Kind::Formatting if self.formatting >= FORMATTING => false,
            _ => self.open.len() < DEPTH || is_part(),
        }
    }
}

impl Sink for Output {
    fn start(&mut self, element: Written, tag: &str) {
        let void = element.tag.kind() == Kind::Void;
        if self.hidden > 0 || element.id == HIDDEN {
            self.hidden += usize::from(!void);
            return;
        }
        // Ammonia knows more about addresses.
        let whole = match element.tag {
            Tag::A => has_attribute(tag, " href="),
            Tag::Img => has_attribute(tag, " src="),
            _ => true,
        };
        let fits = self.fits(element.tag);
        self.apart |= !fits && element.tag.is_special();
        if whole && fits {
            self.html.push_str(&line_feeds(tag));
            self.in_pre = element.tag == Tag::Pre;
            self.apart = false;
        }
        if !void {
            self.written.push(whole && fits);
            if whole && fits {
                self.open.push(element.tag);
                self.formatting += usize::from(element.tag.kind() == Kind::Formatting);
            }
        }
    }

    fn end(&mut self, element: Written) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        if self.written.pop() == Some(true) {
            self.open.pop();
            self.formatting -= usize::from(element.tag.kind() == Kind::Formatting);
            self.in_pre = false;
            self.html.push_str("</");
            self.html.push_str(element.tag.name());
            self.html.push('>');
        }
    }

    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.apart && !text.is_empty() {
            self.apart = false;
            if !self.html.ends_with(' ') && !text.starts_with(' ') {
                self.html.push(' ');
            }
        }
        // Carriage returns, which were references, would be line feeds when it is read again.
        let text = line_feeds(text);
        // HTML would take one away each time.
        let text = if self.in_pre { text.trim_start_matches('\n') } else { &text };
        self.html.push_str(text);
        self.in_pre &= text.is_empty();
    }
}
