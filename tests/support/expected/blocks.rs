//! Paragraphs, headings, quotes, code blocks and rules; each begins a line, but behind the mark of
//! an item.

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};
use wamark::LossCode;

use super::super::glyphs::{BOLD, LINE, Look, SPACE};
use super::super::program::{Source, Step, build};

use super::{Item, Kind, Walk};

impl Walk<'_> {
    pub(super) fn start_block(&mut self, tag: &Tag, source: Source) {
        if self.depth == 0 {
            self.blocks.push(source);
        }
        self.depth += 1;
        match tag {
            Tag::Item => self.start_item(source),
            Tag::FootnoteDefinition(label) => self.start_note(label, source),
            Tag::Paragraph => self.block_line(),
            Tag::Heading { .. } => {
                self.block_line();
                self.kind = Kind::Heading;
                self.heading_from = self.steps.len();
                self.construct(LossCode::HeadingAsBold, source, false);
            }
            Tag::List(number) => {
                self.other_line();
                self.start_list(*number, source);
            }
            Tag::BlockQuote(_) => {
                self.other_line();
                if self.quotes > 0 || !self.lists.is_empty() {
                    self.construct(LossCode::QuoteFlattened, source, self.quotes > 0);
                }
                self.quotes += 1;
                self.quote_from = self.steps.len();
            }
            Tag::CodeBlock(kind) => {
                self.other_line();
                self.start_code_block(kind, source);
            }
            Tag::Table(_) => {
                self.other_line();
                self.start_table(source);
            }
            Tag::HtmlBlock => self.html = true,
            _ => {}
        }
    }

    pub(super) fn end_block(&mut self, tag: TagEnd, source: Source) {
        self.depth -= 1;
        match tag {
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => self.end_list(),
            TagEnd::BlockQuote(_) => {
                self.quotes -= 1;
                self.emptied = self.steps.len() == self.quote_from;
            }
            TagEnd::CodeBlock => self.kind = Kind::Plain,
            TagEnd::Heading(_) => self.end_heading(source),
            TagEnd::Table => self.end_table(),
            TagEnd::FootnoteDefinition => self.end_note(),
            _ => {}
        }
        self.text.push('\n');
        if !self.behind_mark {
            self.item = Item::No;
            self.line();
        }
    }

    /// The line of text: behind a mark it is that of the mark.
    fn block_line(&mut self) {
        if !self.behind_mark {
            self.item = Item::No;
            self.line();
        }
    }

    /// The line of a block that is no text.
    fn other_line(&mut self) {
        let behind_mark = std::mem::take(&mut self.behind_mark);
        let emptied = std::mem::take(&mut self.emptied);
        self.nothing_behind_mark();
        self.line();
        self.gap_free = if behind_mark || emptied { LINE } else { 0 };
        if self.item == Item::Yes {
            self.item = Item::No;
        }
    }

    /// A heading is bold, all of it, or as it is; or bold where that can be, and it is reported.
    fn end_heading(&mut self, source: Source) {
        self.kind = Kind::Plain;
        let plain = self.steps.split_off(self.heading_from);
        let bold = changed(&plain, |look, free| (look | BOLD, free & !BOLD));
        let partly = changed(&plain, |look, free| (look, free | BOLD));
        let partly = [vec![Step::Reported(LossCode::StyleDropped, source)], partly].concat();
        self.steps.extend(build::either(bold, build::either(plain, partly)));
    }

    fn start_code_block(&mut self, kind: &CodeBlockKind, source: Source) {
        self.kind = Kind::Code;
        self.item = Item::No;
        let language = matches!(kind, CodeBlockKind::Fenced(info) if !info.trim().is_empty());
        if language {
            self.construct(LossCode::CodeLanguageDropped, source, true);
        }
        if self.quotes > 0 {
            self.construct(LossCode::CodeBlockSplit, source, false);
        }
    }

    pub(super) fn rule(&mut self, source: Source) {
        self.construct(LossCode::RuleAsText, source, true);
        if self.depth == 0 {
            self.blocks.push(source);
        }
        if self.behind_mark {
            (self.gap, self.gap_free) = (SPACE, LINE);
        } else {
            self.item = Item::No;
            self.line();
        }
        self.shown.push(source);
        self.added("———", source);
        self.item = Item::No;
        self.line();
    }
}

/// The same steps for glyphs of another look.
pub(super) fn changed(steps: &[Step], change: impl Fn(Look, Look) -> (Look, Look)) -> Vec<Step> {
    let change = |step: &Step| match *step {
        Step::Glyph { c, look, free, source } => {
            let (look, free) = change(look, free);
            Step::Glyph { c, look, free, source }
        }
        other => other,
    };
    steps.iter().map(change).collect()
}
