//! What stands in lines: strikethrough, code, links, images.

use core::ops::Range;

use pulldown_cmark::{CowStr, LinkType};

use super::reader::Reader;
use crate::chars;
use crate::document::{Mark, Style};
use crate::loss::LossCode;
use crate::read::link::{self, Links, Shown};

/// What a link is, as Markdown or HTML has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkKind {
    /// `[label](url)`
    Link,
    /// `<url>`: the label is the URL.
    Auto,
    /// `![alt](url)`
    Image,
    /// `<a href="url">label</a>`
    Html,
}

/// A link that has begun.
#[derive(Debug)]
pub(super) struct OpenLink<'m> {
    pub(super) kind: LinkKind,
    url: CowStr<'m>,
    /// Where in `url` begins what is shown of it, if anything is.
    shown: Option<usize>,
    /// Whether it is within a link that shows its URL.
    inside: bool,
    /// Where its label begins.
    pub(super) mark: Mark,
    /// Where it begins in the source.
    start: usize,
}

impl<'m> Reader<'m> {
    /// Enters bold or italic; a delimiter in a bare URL is text, as for all who know such URLs.
    #[inline]
    pub(super) fn enter(&mut self, style: Style, range: &Range<usize>) {
        if self.is_in_url(range.start) {
            let end = range.start + delimiter(style);
            self.text(&self.source[range.start..end], range.start..end);
        } else {
            self.builder.enter(style);
        }
    }

    #[inline]
    pub(super) fn leave(&mut self, style: Style, range: &Range<usize>) {
        if self.is_in_url(range.start) {
            let start = range.end - delimiter(style);
            self.text(&self.source[start..range.end], start..range.end);
        } else {
            self.builder.leave_style(style);
        }
        self.flow.see(range.end);
    }

    /// Whether what stands at `at` goes on with a bare URL.
    #[inline]
    fn is_in_url(&mut self, at: usize) -> bool {
        let source = self.source.as_bytes();
        !matches!(source[..at].last(), None | Some(b' ' | b'\n' | b'(' | b'|'))
            && self.urls.go_on_at(source, at)
    }

    /// Strikethrough has two tildes. The parser takes one, too; then they are text.
    pub(super) fn strikethrough(&mut self, range: &Range<usize>, begins: bool) {
        let two = self.source[range.start..].starts_with("~~");
        match (two, begins) {
            (true, true) => self.builder.enter(Style::Strikethrough),
            (true, false) => self.builder.leave_style(Style::Strikethrough),
            (false, true) => self.text("~", range.start..range.start + 1),
            (false, false) => self.text("~", range.end - 1..range.end),
        }
    }

    pub(super) fn inline_code(&mut self, code: &str, range: Range<usize>) {
        self.flow.see(range.end);
        if self.flow.fresh | self.no_space && code.chars().all(chars::is_white_space) {
            return;
        }
        self.begin();
        let code = self.without_nul(code);
        self.builder.at_source(range.start);
        self.builder.code(&code);
        self.builder.at_source(range.end);
    }

    pub(super) fn link(&mut self, link_type: LinkType, url: CowStr<'m>, start: usize) {
        let auto = matches!(link_type, LinkType::Autolink | LinkType::Email);
        self.open_link(if auto { LinkKind::Auto } else { LinkKind::Link }, url, start);
    }

    pub(super) fn image(&mut self, url: CowStr<'m>, start: usize) {
        self.open_link(LinkKind::Image, url, start);
    }

    pub(super) fn open_link(&mut self, kind: LinkKind, mut url: CowStr<'m>, start: usize) {
        let outer = self.links.last();
        let inside = outer.is_some_and(|outer| outer.inside || outer.shown.is_some());
        let mut shown = None;
        // An image that is a label is its description alone.
        if !(inside && kind == LinkKind::Image) {
            let (behind, changed) = match link::shown(&url) {
                None => (None, None),
                Some(alloc::borrow::Cow::Borrowed(part)) => (Some(url.len() - part.len()), None),
                Some(alloc::borrow::Cow::Owned(changed)) => (Some(0), Some(changed)),
            };
            shown = behind;
            if let Some(changed) = changed {
                url = changed.into();
            }
        }
        // Something will be shown, and a label that is to be taken back is on one line with it.
        if shown.is_some() {
            let no_space = self.flow.fresh | self.no_space;
            self.begin();
            self.no_space = no_space;
        }
        let mark = self.builder.mark();
        self.links.push(OpenLink { kind, url, shown, inside, mark, start });
    }

    /// Ends the innermost link.
    pub(super) fn end_innermost_link(&mut self, end: usize) {
        let Some(link) = self.links.pop() else { return };
        self.end_code_behind(link.mark);
        let url = link.shown.map(|start| &link.url[start..]);
        let is_image = link.kind == LinkKind::Image;
        let links = if is_image { Links::TextUrl } else { self.options.links };
        let source = link.start..end;
        let shown = link::end(&mut self.builder, link.mark, url, links, source.clone());
        let code = match (link.kind, shown) {
            (LinkKind::Image, _) => LossCode::ImageInlined,
            (_, Shown::Url) => return,
            (LinkKind::Auto, _) if url.is_none() => return,
            (_, Shown::Both) => LossCode::LinkInlined,
            _ => LossCode::LinkDropped,
        };
        self.flow.lose(code, source);
    }
}

/// The length of the delimiter of a style.
fn delimiter(style: Style) -> usize {
    match style {
        Style::Italic => 1,
        Style::Bold | Style::Strikethrough => 2,
    }
}
