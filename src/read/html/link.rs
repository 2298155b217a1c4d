//! Links and images.

use alloc::borrow::Cow;
use alloc::string::String;

use super::effect::{Effects, decode};
use super::flow::Gap;
use super::inline::Source;
use super::reader::{Reader, Role};
use super::skeleton::Info;
use crate::document::{Builder, Mark, Span};
use crate::loss::LossCode;
use crate::read::link::{self, Links, Shown};

/// A link that has begun.
#[derive(Debug)]
pub(super) struct OpenLink {
    /// What is shown of its URL, if it can be opened.
    url: Option<String>,
    /// Where its label begins, once there is any.
    label: Option<Mark>,
    /// Whether there is an image in it.
    image: bool,
    block: bool,
    span: Span,
}

impl OpenLink {
    /// Notes that something is shown now.
    pub(super) fn begin(&mut self, builder: &Builder) {
        self.label.get_or_insert_with(|| builder.mark());
    }
}

impl Reader<'_> {
    pub(super) fn begin_link(&mut self, span: Span, effects: &Effects) -> Role {
        let block = effects.block == Some(true);
        if block {
            self.end_line(Gap::Line);
        }
        let href = self.attributes(span).get("href");
        let Some(href) = href.filter(|_| self.link.is_none()) else {
            return if block { Role::Block(Gap::Line) } else { Role::Nothing };
        };
        self.end_code();
        let url = link::shown(decode(href).trim()).map(Cow::into_owned);
        self.link = Some(OpenLink { url, label: None, image: false, block, span });
        Role::Link
    }

    /// In preformatted text only the label is shown.
    pub(super) fn begin_link_in_pre(&mut self, span: Span) -> Role {
        let length = self.pre.as_ref().map_or(0, |pre| pre.text().len());
        if self.attributes(span).get("href").is_none() {
            Role::Nothing
        } else {
            Role::LinkInPre { length }
        }
    }

    /// Ends a link, before which so much preformatted text was read.
    pub(super) fn end_link_in_pre(&mut self, length: usize, span: Option<Span>) {
        let (Some(pre), Some(span)) = (&self.pre, span) else { return };
        let label = pre.text()[length..].trim();
        let href = decode(self.attributes(span).get("href").unwrap_or_default());
        let same = link::shown(href.trim()).is_some_and(|url| link::says(label, &url));
        if !same && !label.is_empty() {
            self.flow.lose(LossCode::LinkDropped, span);
        }
    }

    pub(super) fn end_link(&mut self) {
        self.end_code();
        let Some(link) = self.link.take() else { return };
        let gap = if link.block { Gap::Line } else { Gap::Nothing };
        if link.label.is_none() && !(link.image && link.url.is_some()) {
            if link.block {
                self.end_line(gap);
            }
            return;
        }
        let adds =
            link.url.is_some() && (link.label.is_none() || self.options.links != Links::Text);
        if link.label.is_some() && self.is_on_line() {
            self.change_styles();
        } else if adds {
            self.begin();
        }
        let label = link.label.unwrap_or_else(|| self.builder.mark());
        let (url, links) = (link.url.as_deref(), self.options.links);
        match link::end(&mut self.builder, label, url, links, link.span.range()) {
            Shown::Both => self.flow.lose(LossCode::LinkInlined, link.span),
            Shown::One => self.flow.lose(LossCode::LinkDropped, link.span),
            Shown::Url | Shown::Nothing => {}
        }
        if link.block {
            self.end_line(gap);
        }
    }

    /// An image: its description and its URL. In a link, or where it is an emoji, the description
    /// alone.
    pub(super) fn image(&mut self, info: &Info) {
        let unseen = info.effects.unseen.unwrap_or(self.look.unseen.is_some());
        if info.effects.hidden || info.effects.pixel || unseen {
            return;
        }
        // However small text is here, an image is as large as it is.
        let look = self.look;
        (self.look.unseen, self.look.tiny) = (None, None);
        self.shown_image(info);
        self.look = look;
    }

    fn shown_image(&mut self, info: &Info) {
        let attributes = self.attributes(info.span);
        let given = attributes.get("alt").map(decode);
        let alt = given.as_deref().unwrap_or_default().trim();
        if let Some(pre) = &mut self.pre {
            return pre.push(alt);
        }
        let source = decode(attributes.get("src").unwrap_or_default());
        let url = link::shown(source.trim());
        let span = info.span;
        let place = |_| Source::For(span);
        if self.link.is_some() || is_sign(alt) {
            self.words(alt, place);
            if let Some(link) = &mut self.link {
                link.image |= given.as_deref() != Some("");
            }
            return;
        }
        if alt.is_empty() && (given.is_some() || url.is_none()) {
            // One that decorates, or shows nothing that could be opened.
            return self.flow.lose(LossCode::HtmlDropped, span);
        }
        self.begin();
        let label = self.builder.mark();
        self.words(alt, place);
        self.end_code();
        link::end(&mut self.builder, label, url.as_deref(), Links::TextUrl, span.range());
        self.flow.lose(LossCode::ImageInlined, span);
    }
}

/// Whether a description is an emoji, or the name of one: `:tada:`
fn is_sign(alt: &str) -> bool {
    let name = alt.strip_prefix(':').and_then(|alt| alt.strip_suffix(':'));
    let is_name = name.is_some_and(|name| !name.is_empty() && !name.contains([' ', ':']));
    !alt.is_empty() && (is_name || !alt.chars().any(char::is_alphanumeric))
}
