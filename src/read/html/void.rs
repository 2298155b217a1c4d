//! Elements without content.

use super::effect::Effects;
use super::flow::Gap;
use super::inline::Source;
use super::reader::Reader;
use super::skeleton::Info;
use super::tag::Tag;
use crate::loss::LossCode;

impl Reader<'_> {
    pub(super) fn void(&mut self, tag: Tag, info: Option<&Info>, effects: &Effects) {
        match (tag, info) {
            (Tag::Br, _) => match &mut self.pre {
                Some(pre) => pre.line_break(),
                None => self.line_break(),
            },
            (Tag::Img, Some(info)) => self.image(info),
            (Tag::Hr, Some(info)) if self.pre.is_none() && !effects.hidden => {
                self.end_line(Gap::Blank);
                self.word("———", Source::For(info.span));
                self.end_line(Gap::Blank);
                self.flow.lose(LossCode::RuleAsText, info.span);
            }
            (Tag::Input, Some(info)) if self.pre.is_none() && !effects.hidden => {
                let done = effects.task == Some(true);
                if self.in_cell() || !self.flow.set_task(done, info.span) {
                    self.words(if done { "☑ " } else { "☐ " }, |_| Source::For(info.span));
                    self.flow.lose(LossCode::TaskAsText, info.span);
                }
            }
            _ => {}
        }
    }
}
