//! What elements do where they begin and where they end.

use alloc::string::String;

use super::effect::{Effects, Mark};
use super::flow::Gap;
use super::inline::Source;
use super::list::{ItemMark, List};
use super::reader::{Open, Reader, Role};
use super::skeleton::Info;
use super::tag::{Kind, Tag};
use crate::document::Span;
use crate::loss::LossCode;

impl Reader<'_> {
    pub(super) fn role(&mut self, tag: Tag, info: Option<&Info>, effects: &Effects) -> Role {
        let nowhere = Span { start: 0, end: 0 };
        let span = info.map_or(nowhere, |info| info.span);
        let start_tag = info.map_or(nowhere, |info| info.tag);
        if self.pre.is_some() {
            return self.role_in_pre(tag, span);
        }
        match tag.kind() {
            Kind::Heading => {
                let (above, below) = gaps(effects, Gap::Blank);
                self.end_line(above);
                Role::Heading(below)
            }
            Kind::List => self.list(tag, span, effects),
            Kind::Item => self.item(start_tag, effects),
            Kind::Definition => {
                self.end_line(Gap::Line);
                if tag == Tag::Dt {
                    return Role::Block(Gap::Line);
                }
                self.flow.indent();
                Role::Indented
            }
            Kind::Table => self.begin_table(info),
            Kind::Row => {
                self.row();
                Role::Block(Gap::Line)
            }
            Kind::Cell => {
                self.cell(effects);
                Role::Cell
            }
            Kind::Rows | Kind::Caption => self.block(Gap::Line, Gap::Line),
            _ => match tag {
                Tag::P if effects.office_item => self.office_item(start_tag, effects),
                Tag::Div if effects.code_lines => self.begin_pre(span, effects),
                Tag::Pre => self.begin_pre(span, effects),
                Tag::Blockquote if !effects.borderless => self.quote(span, effects),
                Tag::P | Tag::Div | Tag::Dl | Tag::Figure | Tag::Blockquote => {
                    let usual = if tag == Tag::Div { Gap::Line } else { Gap::Blank };
                    let (above, below) = gaps(effects, usual);
                    let inline = effects.block == Some(false);
                    if inline { Role::Nothing } else { self.block(above, below) }
                }
                Tag::A => self.begin_link(span, effects),
                Tag::Q => {
                    self.word("“", Source::None);
                    Role::Quotation
                }
                _ if effects.office_mark => {
                    self.office_mark = Some(String::new());
                    Role::OfficeMark
                }
                _ if effects.blank_line => self.block(Gap::Blank, Gap::Blank),
                _ if effects.block == Some(true) => self.block(Gap::Line, Gap::Line),
                _ => Role::Nothing,
            },
        }
    }

    pub(super) fn block(&mut self, above: Gap, below: Gap) -> Role {
        self.end_line(above);
        Role::Block(below)
    }

    fn quote(&mut self, span: Span, effects: &Effects) -> Role {
        let (above, below) = gaps(effects, Gap::Blank);
        self.end_line(above);
        if self.flow.in_quote() || self.flow.levels() > 0 {
            self.flow.lose(LossCode::QuoteFlattened, span);
        }
        self.flow.quote();
        Role::Quote(below)
    }

    fn list(&mut self, tag: Tag, span: Span, effects: &Effects) -> Role {
        let first = self.number(span, "start").unwrap_or(1);
        let mark = effects.mark.unwrap_or(if tag == Tag::Ol { Mark::Number } else { Mark::Bullet });
        let around = self.flow.levels();
        let in_list = self.lists.last().map_or(0, |list| list.inner_level(around));
        let level = in_list + usize::from(effects.level);
        let (inner, moved) = (around > 0 || in_list > 0, effects.level > 0);
        let goes_on = moved || self.lists.is_empty() && self.inline.behind_moved_list;
        self.end_line(if inner { Gap::Line } else { Gap::Blank });
        if goes_on {
            self.flow.close_up();
        }
        self.lists.push(List::new(mark, first, level, around));
        if mark == Mark::Nothing {
            return Role::List { outer: None, gap: Gap::Blank, loss: None };
        }
        let loss = match () {
            () if inner || moved => Some(LossCode::NestedListFlattened),
            () if self.flow.in_quote() => Some(LossCode::QuoteFlattened),
            () => None,
        };
        let gap = if inner || moved { Gap::Line } else { Gap::Blank };
        Role::List { outer: self.flow.list(goes_on), gap, loss }
    }

    fn item(&mut self, span: Span, effects: &Effects) -> Role {
        self.end_line(Gap::Line);
        let value = self.number(span, "value");
        let mut alone = List::new(Mark::Bullet, 1, 0, 0);
        let list = self.lists.last_mut().unwrap_or(&mut alone);
        let mark = if effects.task.is_some() { Some(Mark::Bullet) } else { effects.mark };
        let level = list.level + usize::from(effects.level);
        let Some(mark) = list.item(mark, value, effects.level) else {
            return Role::Block(Gap::Line);
        };
        if effects.level > 0 {
            self.flow.lose(LossCode::NestedListFlattened, span);
        }
        let task = effects.task.map(|done| (done, span));
        self.flow.item(mark, task, level, span);
        Role::Item
    }

    fn office_item(&mut self, span: Span, effects: &Effects) -> Role {
        self.end_line(Gap::Line);
        let level = usize::from(effects.level).saturating_sub(1);
        if level > 0 {
            self.flow.lose(LossCode::NestedListFlattened, span);
        }
        let outer = self.flow.list(true);
        self.flow.item(ItemMark::Bullet, None, level, span);
        Role::OfficeItem { outer }
    }

    /// The number that an attribute of an element has.
    fn number(&self, span: Span, name: &str) -> Option<i64> {
        let value = self.attributes(span).get(name)?.trim();
        value.parse::<i32>().ok().map(i64::from)
    }

    pub(super) fn end_role(&mut self, open: Open, span: Option<Span>) {
        let shown = self.builder.len() > open.length;
        let lose = |reader: &mut Self, code| {
            if let (true, Some(span)) = (shown, span) {
                reader.flow.lose(code, span);
            }
        };
        match open.role {
            Role::Nothing => {}
            Role::Block(gap) => self.end_line(gap),
            Role::Heading(gap) => {
                self.end_line(gap);
                lose(self, LossCode::HeadingAsBold);
            }
            Role::Quote(gap) => {
                self.end_line(gap);
                self.flow.end_quote();
            }
            Role::List { outer, gap, loss } => {
                self.end_line(gap);
                let list = self.lists.pop();
                self.inline.behind_moved_list = list.is_some_and(|list| list.level > 0);
                self.flow.end_list(outer);
                if let Some(code) = loss {
                    lose(self, code);
                }
            }
            Role::Item => {
                self.end_line(Gap::Line);
                self.flow.end_item();
            }
            Role::OfficeItem { outer } => {
                self.end_line(Gap::Line);
                self.flow.end_item();
                self.flow.end_list(outer);
            }
            Role::OfficeMark => {
                if let Some(text) = self.office_mark.take() {
                    self.flow.set_mark(ItemMark::of_text(&text));
                }
            }
            Role::Indented => {
                self.end_line(Gap::Line);
                self.flow.end_indent();
            }
            Role::Quotation => self.word("”", Source::None),
            Role::Link => self.end_link(),
            Role::Pre(gap) => self.end_pre(gap),
            Role::LineOfPre => self.end_line_of_pre(),
            Role::LinkInPre { length } => self.end_link_in_pre(length, span),
            Role::Cell => self.end_cell(),
            Role::Table => self.end_table(span),
        }
    }
}

/// The distances above and below an element.
pub(super) fn gaps(effects: &Effects, usual: Gap) -> (Gap, Gap) {
    let gap = |close: Option<bool>| if close == Some(true) { Gap::Line } else { usual };
    (gap(effects.close_above), gap(effects.close_below))
}
