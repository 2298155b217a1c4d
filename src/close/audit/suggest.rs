//! The style that has the tags which Close was seen to have.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::construct::Construct;
use super::html::{Piece, Pieces, Tag};
use super::votes::Votes;
use crate::{HtmlStyle, HtmlTag};

/// A style with Close's tags, as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SuggestedStyle {
    /// What differs from the preset [`HtmlStyle::close`], as opening tags. (In JSON an object.)
    #[serde(serialize_with = "as_object")]
    pub tags: Vec<(Construct, String)>,
    /// The same as Rust code.
    pub code: String,
    /// What Close has and no style can say: tags for the first empty line between blocks, or tags
    /// with what HTML does not know.
    #[serde(serialize_with = "as_object")]
    pub beyond: Vec<(Construct, String)>,
    /// The style itself.
    #[serde(skip)]
    pub style: HtmlStyle,
}

fn as_object<S: Serializer>(
    tags: &[(Construct, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(tags.iter().map(|(construct, html)| (construct, html)))
}

/// What the preset has.
pub(super) const fn preset(construct: Construct) -> &'static str {
    match construct {
        Construct::Paragraph => "<p>",
        Construct::LineBreak => "<br />",
        Construct::FirstBlankLine | Construct::Link | Construct::Mention => "",
        Construct::BlankLine => "<p><br /></p>",
        Construct::Bold => "<strong>",
        Construct::Italic => "<em>",
        Construct::Strikethrough => "<s>",
        Construct::InlineCode | Construct::Monospace => "<code>",
        Construct::MonospaceBlock => "<pre><code>",
        Construct::Quote => "<blockquote>",
        Construct::BulletedList => "<ul>",
        Construct::NumberedList => "<ol>",
        Construct::Item => "<li>",
    }
}

/// The style for what was seen most.
pub(super) fn suggest(votes: &Votes) -> SuggestedStyle {
    let mut suggested = SuggestedStyle {
        tags: Vec::new(),
        code: "HtmlStyle::close()".into(),
        beyond: Vec::new(),
        style: HtmlStyle::close(),
    };
    for &construct in Construct::ALL {
        let Some(html) = votes.top(construct).filter(|html| *html != preset(construct)) else {
            continue;
        };
        if let Some((style, code)) = set(suggested.style.clone(), construct, html) {
            suggested.style = style;
            suggested.code = [&suggested.code, ".", construct.as_str(), "(", &code, ")"].concat();
            suggested.tags.push((construct, html.into()));
        } else {
            suggested.beyond.push((construct, html.into()));
        }
    }
    suggested
}

/// The style with this HTML, and the argument that sets it.
fn set(style: HtmlStyle, construct: Construct, html: &str) -> Option<(HtmlStyle, String)> {
    match construct {
        Construct::FirstBlankLine => return None,
        Construct::LineBreak => return Some((style.line_break(owned(html)), format!("{html:?}"))),
        Construct::BlankLine => return Some((style.blank_line(owned(html)), format!("{html:?}"))),
        _ => {}
    }
    let (tag, code) = tag_of(html)?;
    let set = match construct {
        Construct::Paragraph => HtmlStyle::paragraph,
        Construct::Bold => HtmlStyle::bold,
        Construct::Italic => HtmlStyle::italic,
        Construct::Strikethrough => HtmlStyle::strikethrough,
        Construct::InlineCode => HtmlStyle::inline_code,
        Construct::Monospace => HtmlStyle::monospace,
        Construct::MonospaceBlock => HtmlStyle::monospace_block,
        Construct::Quote => HtmlStyle::quote,
        Construct::BulletedList => HtmlStyle::bulleted_list,
        Construct::NumberedList => HtmlStyle::numbered_list,
        Construct::Item => HtmlStyle::item,
        Construct::Link => HtmlStyle::link,
        _ => HtmlStyle::mention,
    };
    Some((set(style, tag), code))
}

fn owned(html: &str) -> String {
    html.into()
}

/// The tag for opening tags in each other, and the code that makes it.
fn tag_of(html: &str) -> Option<(HtmlTag, String)> {
    let mut whole = HtmlTag::none();
    let mut code = String::new();
    for piece in Pieces::new(html) {
        let Ok(Piece::Open(tag)) = piece else { return None };
        let (tag, own) = element(&tag)?;
        whole = whole.around(tag);
        if code.is_empty() {
            code = own;
        } else {
            code = [&code, ".around(", &own, ")"].concat();
        }
    }
    if code.is_empty() {
        code.push_str("HtmlTag::none()");
    }
    Some((whole, code))
}

/// One element; none where there would be a panic, or an attribute with an unknown value.
fn element(tag: &Tag<'_>) -> Option<(HtmlTag, String)> {
    let mut element = HtmlTag::new(tag.name);
    let mut code = format!("HtmlTag::new({:?})", tag.name);
    let mut known: Vec<&str> = Vec::new();
    for (name, value) in tag.attributes() {
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_name || value == "…" || known.contains(&name) {
            return None;
        }
        known.push(name);
        let value = html_escape::decode_html_entities(value);
        element = element.attribute(name, &value);
        code = format!("{code}.attribute({name:?}, {value:?})");
    }
    Some((element, code))
}
