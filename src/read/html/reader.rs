//! Events → document: what elements begin and end.

use alloc::string::String;
use alloc::vec::Vec;

use super::HtmlOptions;
use super::attribute::Attributes;
use super::clean::Sink;
use super::effect::Effects;
use super::flow::{Flow, Gap};
use super::guard::Written;
use super::inline::Inline;
use super::link::OpenLink;
use super::list::List;
use super::look::{Look, Styles};
use super::pre::Pre;
use super::skeleton::Info;
use super::table::OpenTable;
use super::tag::Kind;
use crate::document::{Builder, Span};
use crate::loss::LossCode;
use crate::read::Reading;

/// Reads one text.
#[derive(Debug)]
pub(super) struct Reader<'h> {
    pub(super) html: &'h str,
    pub(super) options: HtmlOptions,
    /// What is known of the elements.
    pub(super) infos: &'h [Info],
    pub(super) builder: Builder,
    pub(super) flow: Flow,
    pub(super) look: Look,
    pub(super) styles: Styles,
    pub(super) inline: Inline,
    pub(super) link: Option<OpenLink>,
    pub(super) pre: Option<Pre>,
    pub(super) table: Option<OpenTable>,
    /// The mark of an item of Word while it is read.
    pub(super) office_mark: Option<String>,
    pub(super) lists: Vec<List>,
    open: Vec<Open>,
    /// How many elements are open within, and with, the outermost one that is not shown.
    hidden: usize,
}

/// An open element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    /// How text looks around it.
    look: Look,
    pub(super) role: Role,
    /// How long the document was where it began.
    pub(super) length: usize,
}

/// What is to be done where an element ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Nothing,
    /// A block, set off from what is below it.
    Block(Gap),
    Heading(Gap),
    Quote(Gap),
    /// A list, with the one around it, and whether there is a distance below.
    List {
        outer: Option<u32>,
        gap: Gap,
        loss: Option<LossCode>,
    },
    Item,
    /// A paragraph of Word that is an item.
    OfficeItem {
        outer: Option<u32>,
    },
    OfficeMark,
    Indented,
    Quotation,
    Link,
    Pre(Gap),
    LineOfPre,
    /// A link, and how much preformatted text stands before it.
    LinkInPre {
        length: usize,
    },
    Cell,
    Table,
}

impl<'h> Reader<'h> {
    pub(super) fn new(html: &'h str, options: HtmlOptions, infos: &'h [Info]) -> Self {
        Self {
            html,
            options,
            infos,
            builder: Builder::with_capacity(html.len() / 2),
            flow: Flow::default(),
            look: Look::default(),
            styles: Styles::default(),
            inline: Inline::default(),
            link: None,
            pre: None,
            table: None,
            office_mark: None,
            lists: Vec::new(),
            open: Vec::new(),
            hidden: 0,
        }
    }

    pub(super) fn finish(mut self) -> Reading {
        self.end_line(Gap::Nothing);
        self.builder.at_source(self.html.len());
        Reading::new(self.builder, self.flow.losses)
    }

    /// The attributes of an element, as they were written.
    pub(super) fn attributes(&self, span: Span) -> Attributes<'h> {
        Attributes::of(&self.html[span.range()])
    }

    /// Whether text is shown where this stands.
    pub(super) fn is_shown(&self) -> bool {
        self.hidden == 0
    }
}

impl Sink for Reader<'_> {
    fn start(&mut self, element: Written, _: &str) {
        let (tag, id) = (element.tag, element.id);
        let infos = self.infos;
        let info = infos.get(id as usize);
        let effects = info.map_or_else(Effects::default, |info| info.effects);
        if tag.kind() == Kind::Void {
            if self.is_shown() {
                self.void(tag, info, &effects);
            }
            return;
        }
        let look = self.look;
        let mut role = Role::Nothing;
        if self.hidden > 0 {
            self.hidden += 1;
        } else if effects.hidden {
            self.hidden = 1;
            if let Some(info) = info {
                self.flow.lose(LossCode::HtmlDropped, info.span);
            }
        } else {
            role = self.role(tag, info, &effects);
            self.look = look.within(tag, &effects, id);
        }
        self.open.push(Open { look, role, length: self.builder.len() });
    }

    fn end(&mut self, element: Written) {
        let Some(open) = self.open.pop() else { return };
        if self.look.code && !open.look.code {
            self.end_code();
        }
        self.look = open.look;
        self.hidden = self.hidden.saturating_sub(1);
        let span = self.infos.get(element.id as usize).map(|info| info.span);
        self.end_role(open, span);
    }

    fn text(&mut self, text: &str) {
        if self.is_shown() {
            self.add(text);
        }
    }

    fn place(&mut self, at: usize, end: Option<usize>) {
        self.inline.place(at, end);
    }
}
