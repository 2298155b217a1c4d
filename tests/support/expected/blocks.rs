//! Paragraphs, headings, quotes, code blocks and rules; each begins a line, but behind the mark of
//! an item.

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};
use wamark::LossCode;

use super::super::glyphs::{BOLD, Look, is_space};
use super::super::program::{Source, Step, build};

use super::{Behind, Kind, UNSTYLED, Walk};

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
                self.behind_items_only();
                self.start_list(*number, source);
            }
            Tag::BlockQuote(_) => {
                self.block_of_item();
                if self.quotes > 0 || !self.lists.is_empty() {
                    self.construct(LossCode::QuoteFlattened, source, self.quotes > 0);
                }
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                if self.quotes == 0 {
                    self.block_of_item();
                } else {
                    self.behind_items_only();
                }
                self.start_code_block(kind, source);
            }
            Tag::Table(_) => {
                self.behind_items_only();
                self.start_table(source);
            }
            Tag::HtmlBlock => self.html = true,
            _ => {}
        }
    }

    pub(super) fn end_block(&mut self, tag: TagEnd, source: Source) {
        self.depth -= 1;
        match tag {
            TagEnd::Item => self.behind = Behind::Nothing,
            TagEnd::List(_) => self.end_list(),
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::CodeBlock => self.kind = Kind::Plain,
            TagEnd::Heading(_) => self.end_heading(source),
            TagEnd::Table => self.end_table(),
            TagEnd::FootnoteDefinition => self.end_note(),
            _ => {}
        }
        self.text.push('\n');
        if self.behind == Behind::Task && matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_)) {
            self.behind = Behind::Nothing;
        }
        self.block_line();
    }

    /// The line of text: behind a mark it is that of the mark.
    pub(super) fn block_line(&mut self) {
        if self.behind == Behind::Nothing {
            self.item = false;
            self.line();
        }
    }

    /// The line of what may stand behind the mark of an item, but not behind what else begins a
    /// line.
    fn behind_items_only(&mut self) {
        if !matches!(self.behind, Behind::Mark { .. }) {
            self.behind = Behind::Nothing;
        }
        self.block_line();
    }

    /// The line of what can have no mark.
    fn block_of_item(&mut self) {
        let numbers = self.take_marks();
        self.steps.extend(numbers);
        self.behind = Behind::Nothing;
        self.block_line();
    }

    /// A heading is bold, all of it; or bold where that can be, and it is reported.
    fn end_heading(&mut self, source: Source) {
        self.kind = Kind::Plain;
        let partly = self.steps.split_off(self.heading_from);
        let partly = changed(&partly, |look, free| (look, free | BOLD));
        let bold = changed(&partly, |look, free| {
            if free & UNSTYLED != 0 { (look, free) } else { (look | BOLD, free & !BOLD) }
        });
        let partly = [vec![Step::Reported(LossCode::StyleDropped, source)], partly].concat();
        self.steps.extend(build::either(bold, partly));
    }

    fn start_code_block(&mut self, kind: &CodeBlockKind, source: Source) {
        self.kind = Kind::Code;
        self.item &= self.behind != Behind::Nothing;
        let language =
            matches!(kind, CodeBlockKind::Fenced(info) if info.contains(|c| !is_space(c)));
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
        if self.behind == Behind::Task {
            self.behind = Behind::Nothing;
        }
        self.block_line();
        self.shown.push(source);
        self.added("———", source);
        self.block_line();
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
