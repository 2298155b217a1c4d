//! How text looks: what elements and their styles make of it, handed down from each to what is in it.

use super::effect::{Effects, Space};
use super::tag::{Kind, Tag};
use crate::document::{Builder, Style};

/// How text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "they come in all combinations")]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) strike: bool,
    pub(super) code: bool,
    pub(super) heading: bool,
    pub(super) space: Space,
    /// The element that says that its text is not seen.
    pub(super) unseen: Option<u32>,
    pub(super) tiny: Option<u32>,
}

impl Look {
    /// That of what stands in an element.
    pub(super) fn within(mut self, tag: Tag, effects: &Effects, id: u32) -> Self {
        match tag {
            Tag::B | Tag::Strong => self.bold = true,
            Tag::Cite | Tag::Dfn | Tag::Em | Tag::I | Tag::Var => self.italic = true,
            Tag::Del | Tag::S | Tag::Strike => self.strike = true,
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => self.code = true,
            Tag::Pre => self.space = Space::Keep,
            _ => self.heading |= tag.kind() == Kind::Heading,
        }
        let hide = |hidden: Option<bool>, before| match hidden {
            Some(true) => Some(id),
            Some(false) => None,
            None => before,
        };
        self.bold = effects.bold.unwrap_or(self.bold);
        self.italic = effects.italic.unwrap_or(self.italic);
        self.strike |= effects.strike;
        self.space = effects.space.unwrap_or(self.space);
        self.unseen = hide(effects.unseen, self.unseen);
        self.tiny = hide(effects.tiny, self.tiny);
        self
    }

    /// The element because of which nothing is seen.
    pub(super) fn hidden_by(self) -> Option<u32> {
        self.unseen.or(self.tiny)
    }
}

/// The styles that were entered in a builder.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Styles {
    entered: [bool; 3],
}

impl Styles {
    /// Leaves the styles that text of that look does not have.
    pub(super) fn leave(&mut self, builder: &mut Builder, look: Look, bold_headings: bool) {
        for ((style, wanted), entered) in
            wanted(look, bold_headings).into_iter().zip(&mut self.entered)
        {
            if *entered && !wanted {
                builder.leave_style(style);
                *entered = false;
            }
        }
    }

    /// Enters the styles that it has.
    pub(super) fn enter(&mut self, builder: &mut Builder, look: Look, bold_headings: bool) {
        for ((style, wanted), entered) in
            wanted(look, bold_headings).into_iter().zip(&mut self.entered)
        {
            if wanted && !*entered {
                builder.enter(style);
                *entered = true;
            }
        }
    }

    /// Whether a style is entered for such text.
    pub(super) fn enters(self, look: Look, bold_headings: bool) -> bool {
        let mut styles = wanted(look, bold_headings).into_iter().zip(&self.entered);
        styles.any(|((_, wanted), entered)| wanted && !entered)
    }
}

/// The styles that text is to have. Headings are all of one weight, whatever stands in them.
fn wanted(look: Look, bold_headings: bool) -> [(Style, bool); 3] {
    let bold = if look.heading { bold_headings } else { look.bold };
    [(Style::Bold, bold), (Style::Italic, look.italic), (Style::Strikethrough, look.strike)]
}
