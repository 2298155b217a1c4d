//! Which tags stand for what.

use alloc::borrow::Cow;
use alloc::string::String;

use super::escape;

/// An element: what is written before and behind its content.
///
/// # Examples
///
/// ```
/// use wamark::{HtmlStyle, HtmlTag};
///
/// let style = HtmlStyle::close().bold(HtmlTag::new("b").attribute("class", "wa-bold"));
/// assert_eq!(
///     wamark::parse("*a*").to_html(&style),
///     r#"<p><b class="wa-bold">a</b></p>"#
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlTag {
    open: Cow<'static, str>,
    close: Cow<'static, str>,
    /// Where attributes that depend on the content are put in: behind the outermost name.
    attributes: usize,
}

impl HtmlTag {
    /// An element of this name, without attributes.
    ///
    /// # Panics
    ///
    /// On a name that is not made of ASCII letters, digits and `-`, a letter first.
    #[must_use]
    pub fn new(name: &str) -> Self {
        assert!(is_name(name), "{name:?} is no name of an HTML element");
        Self {
            open: Cow::Owned(["<", name, ">"].concat()),
            close: Cow::Owned(["</", name, ">"].concat()),
            attributes: name.len() + 1,
        }
    }

    /// No tag at all: the content alone.
    #[must_use]
    pub const fn none() -> Self {
        Self { open: Cow::Borrowed(""), close: Cow::Borrowed(""), attributes: 0 }
    }

    /// The element with one more attribute; the value is escaped. (Of nested elements, the outermost.)
    ///
    /// # Panics
    ///
    /// On a name that is not made of ASCII letters, digits and `-`, a letter first; on one that the
    /// element has; and on `href`, `start` and `value`, which are written from the message.
    #[must_use]
    pub fn attribute(mut self, name: &str, value: &str) -> Self {
        assert!(is_name(name), "{name:?} is no name of an HTML attribute");
        let own = ["href", "start", "value"];
        assert!(!own.contains(&name), "{name:?} is written from the message");
        // Values have no `>` as it is, so the first one ends the outermost tag.
        if let Some((tag, rest)) = self.open.split_once('>') {
            let known = [" ", name, "=\""].concat();
            assert!(!tag.contains(&known), "the element has the attribute {name:?}");
            let mut open = [tag, &known].concat();
            escape::push_attribute(&mut open, value);
            open.push_str("\">");
            open.push_str(rest);
            self.open = Cow::Owned(open);
        }
        self
    }

    /// The element with another one inside, which then holds the content.
    ///
    /// ```
    /// use wamark::{HtmlStyle, HtmlTag};
    ///
    /// let both = HtmlTag::new("b").around(HtmlTag::new("u"));
    /// let style = HtmlStyle::close().bold(both);
    /// assert_eq!(wamark::parse("*a*").to_html(&style), "<p><b><u>a</u></b></p>");
    /// ```
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "a tag is made for the place it is put in")]
    pub fn around(self, inner: Self) -> Self {
        if self == Self::none() {
            return inner;
        }
        Self {
            open: Cow::Owned([&*self.open, &*inner.open].concat()),
            close: Cow::Owned([&*inner.close, &*self.close].concat()),
            attributes: self.attributes,
        }
    }

    const fn fixed(open: &'static str, close: &'static str, attributes: usize) -> Self {
        Self { open: Cow::Borrowed(open), close: Cow::Borrowed(close), attributes }
    }

    /// What is written before the content.
    #[must_use]
    pub const fn open(&self) -> &str {
        as_str(&self.open)
    }

    /// What is written behind the content.
    #[must_use]
    pub const fn close(&self) -> &str {
        as_str(&self.close)
    }

    /// Whether the content is directly in a `<pre>`, where HTML drops a line feed at the start.
    pub(super) fn ends_in_pre(&self) -> bool {
        let inner = self.open.rfind('<').map_or("", |at| &self.open[at..]);
        inner.strip_prefix("<pre").is_some_and(|rest| rest.starts_with(['>', ' ']))
    }

    /// Appends the opening tag with one more attribute, whose value needs no escaping.
    pub(super) fn push_open_with(&self, out: &mut String, write: impl FnOnce(&mut String)) {
        let (name, rest) = self.open.split_at(self.attributes);
        out.push_str(name);
        if !name.is_empty() {
            write(out);
        }
        out.push_str(rest);
    }
}

/// `Deref`, for constants.
#[allow(clippy::ptr_arg, reason = "a constant cannot dereference it before")]
pub(super) const fn as_str<'s>(text: &'s Cow<'static, str>) -> &'s str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.as_str(),
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// What becomes of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HtmlLayout {
    /// A paragraph is a run of lines that are not empty. Of the empty lines between blocks all but
    /// one are kept as empty paragraphs. Monospace of several lines is a block.
    Paragraphs,
    /// A paragraph is a run of lines of text, empty ones too, each behind a line break; monospace
    /// of several lines stands inside it, with its line feeds as they are. NUL is kept.
    Lines,
}

/// How a document is written as HTML: a preset, in which each tag can be changed.
///
/// # Examples
///
/// ```
/// use wamark::{HtmlStyle, HtmlTag};
///
/// let doc = wamark::parse("*a*\n\n- b");
/// assert_eq!(doc.to_html(&HtmlStyle::close()), "<p><strong>a</strong></p><ul><li>b</li></ul>");
/// assert_eq!(doc.to_html(&HtmlStyle::neutral()), "<p><b>a</b><br></p><ul><li>b</li></ul>");
///
/// let style = HtmlStyle::close().bold(HtmlTag::new("b")).bulleted_list(HtmlTag::new("menu"));
/// assert_eq!(doc.to_html(&style), "<p><b>a</b></p><menu><li>b</li></menu>");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlStyle {
    /// Whether the writer may go its faster way.
    pub(super) is_close: IsClose,
    pub(super) layout: HtmlLayout,
    pub(super) paragraph: HtmlTag,
    pub(super) quote: HtmlTag,
    pub(super) bulleted_list: HtmlTag,
    pub(super) numbered_list: HtmlTag,
    pub(super) item: HtmlTag,
    pub(super) monospace_block: HtmlTag,
    pub(super) bold: HtmlTag,
    pub(super) italic: HtmlTag,
    pub(super) strikethrough: HtmlTag,
    pub(super) spoiler: HtmlTag,
    pub(super) inline_code: HtmlTag,
    pub(super) monospace: HtmlTag,
    pub(super) link: HtmlTag,
    pub(super) mention: HtmlTag,
    pub(super) line_break: Cow<'static, str>,
    pub(super) blank_line: Cow<'static, str>,
}

/// Whether a style is [`CLOSE`] unchanged. Says nothing about what is written, so all are equal.
#[derive(Clone, Copy, Debug)]
pub(super) struct IsClose(pub(super) bool);

impl PartialEq for IsClose {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for IsClose {}

/// The preset `close`.
pub(crate) static CLOSE: HtmlStyle = HtmlStyle {
    is_close: IsClose(true),
    layout: HtmlLayout::Paragraphs,
    paragraph: HtmlTag::fixed("<p>", "</p>", 2),
    quote: HtmlTag::fixed("<blockquote>", "</blockquote>", 11),
    bulleted_list: HtmlTag::fixed("<ul>", "</ul>", 3),
    numbered_list: HtmlTag::fixed("<ol>", "</ol>", 3),
    item: HtmlTag::fixed("<li>", "</li>", 3),
    monospace_block: HtmlTag::fixed("<pre><code>", "</code></pre>", 4),
    bold: HtmlTag::fixed("<strong>", "</strong>", 7),
    italic: HtmlTag::fixed("<em>", "</em>", 3),
    strikethrough: HtmlTag::fixed("<s>", "</s>", 2),
    spoiler: HtmlTag::fixed("<span class=\"spoiler\">", "</span>", 5),
    inline_code: HtmlTag::fixed("<code>", "</code>", 5),
    monospace: HtmlTag::fixed("<code>", "</code>", 5),
    link: HtmlTag::none(),
    mention: HtmlTag::none(),
    line_break: Cow::Borrowed("<br />"),
    blank_line: Cow::Borrowed("<p><br /></p>"),
};

impl HtmlStyle {
    /// The tags that Close's `message_html` most likely has; links are text.
    ///
    /// Only `<p>` is documented there: change what your own data shows to be different.
    #[must_use]
    pub fn close() -> Self {
        CLOSE.clone()
    }

    /// A plain notation of structure: `<b> <i> <s>`, `<pre>` for all monospace, lines as they
    /// are. Made for comparing and testing, not for browsers.
    #[must_use]
    pub fn neutral() -> Self {
        Self {
            is_close: IsClose(false),
            layout: HtmlLayout::Lines,
            monospace_block: HtmlTag::fixed("<pre>", "</pre>", 4),
            monospace: HtmlTag::fixed("<pre>", "</pre>", 4),
            bold: HtmlTag::fixed("<b>", "</b>", 2),
            italic: HtmlTag::fixed("<i>", "</i>", 2),
            line_break: Cow::Borrowed("<br>"),
            blank_line: Cow::Borrowed(""),
            ..Self::close()
        }
    }

    /// As `close`, to show to people: links that open safely in a new window, mentions marked, and
    /// each block in its own writing direction.
    ///
    /// ```
    /// let doc = wamark::parse("see ex.com");
    /// assert_eq!(
    ///     doc.to_html(&wamark::HtmlStyle::preview()),
    ///     "<p dir=\"auto\">see <a href=\"https://ex.com\" \
    ///      rel=\"noopener noreferrer nofollow ugc\" target=\"_blank\">ex.com</a></p>"
    /// );
    /// ```
    #[must_use]
    pub fn preview() -> Self {
        Self {
            is_close: IsClose(false),
            paragraph: HtmlTag::fixed("<p dir=\"auto\">", "</p>", 2),
            quote: HtmlTag::fixed("<blockquote dir=\"auto\">", "</blockquote>", 11),
            item: HtmlTag::fixed("<li dir=\"auto\">", "</li>", 3),
            link: HtmlTag::fixed(
                "<a rel=\"noopener noreferrer nofollow ugc\" target=\"_blank\">",
                "</a>",
                2,
            ),
            mention: HtmlTag::fixed("<span class=\"mention\">", "</span>", 5),
            ..Self::close()
        }
    }

    /// What becomes of lines.
    #[must_use]
    pub fn layout(mut self, layout: HtmlLayout) -> Self {
        self.is_close = IsClose(false);
        self.layout = layout;
        self
    }

    /// What stands between two lines of a paragraph or a quote, `<br />` say; written as it is.
    #[must_use]
    pub fn line_break(mut self, html: impl Into<Cow<'static, str>>) -> Self {
        self.is_close = IsClose(false);
        self.line_break = html.into();
        self
    }

    /// What stands for an empty line that is kept, `<p><br /></p>` say; written as it is. (In the
    /// layout [`Lines`](HtmlLayout::Lines) empty lines are line breaks.)
    #[must_use]
    pub fn blank_line(mut self, html: impl Into<Cow<'static, str>>) -> Self {
        self.is_close = IsClose(false);
        self.blank_line = html.into();
        self
    }
}

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident)*) => {
        impl HtmlStyle {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(mut self, tag: HtmlTag) -> Self {
                    self.is_close = IsClose(false);
                    self.$name = tag;
                    self
                }
            )*
        }
    };
}

tags! {
    /// The tag of paragraphs.
    paragraph
    /// The tag of quotes.
    quote
    /// The tag of bulleted lists.
    bulleted_list
    /// The tag of numbered lists; ` start="N"` is put in where the first number is not 1.
    numbered_list
    /// The tag of items; ` value="N"` is put in where a number does not follow the one before.
    item
    /// The tag of monospace of several lines.
    monospace_block
    /// The tag of bold.
    bold
    /// The tag of italic.
    italic
    /// The tag of strikethrough.
    strikethrough
    /// The tag of spoilers.
    spoiler
    /// The tag of inline code.
    inline_code
    /// The tag of monospace within a line.
    monospace
    /// The tag of links, ` href="…"` is put in; [`HtmlTag::none`] leaves them text.
    link
    /// The tag of mentions; [`HtmlTag::none`] leaves them text.
    mention
}
