//! What is forgiven because it was reported: a loss excuses what stands in its span, and only what
//! a loss of its kind can do.

use wamark::{Loss, LossCode};

use super::glyphs::{
    CODE, EMPHASIS, Glyph, HIDDEN, INDENTED, ITEM, LINE, Look, QUOTE, SPACE, STYLES, is_invisible,
    is_space,
};
use super::program::{Source, Step};

/// How much is forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mercy {
    /// No loss of style.
    None,
    /// Styles that are missing, and literal markers that became some.
    Styles,
    /// And what else such a marker changes on its line: nothing could be put in to prevent it.
    Lines,
    /// Any look, and any glyph between those expected.
    All,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Excuses<'l> {
    pub(crate) losses: &'l [Loss],
    pub(crate) mercy: Mercy,
}

impl Excuses<'_> {
    pub(crate) fn reported(&self, code: LossCode, source: Source) -> bool {
        self.losses.iter().any(|loss| {
            let span = loss.span.range();
            loss.code == code && span.start < source.1 && source.0 < span.end
        })
    }

    fn dropped(&self, source: Source) -> bool {
        self.mercy >= Mercy::Styles && self.reported(LossCode::StyleDropped, source)
    }

    fn formatted(&self, source: Source) -> bool {
        self.mercy >= Mercy::Styles && self.reported(LossCode::LiteralFormatted, source)
    }

    /// Whether a glyph may come for a step.
    pub(crate) fn accepts(&self, step: &Step, glyph: Glyph) -> bool {
        match *step {
            Step::Glyph { c, source, .. } => {
                let same = c == glyph.c
                    || c == '\0' && glyph.c == '\u{FFFD}'
                    // A literal mark that became an item.
                    || matches!((c, glyph.c), ('-' | '*', '•') | ('•', '-'))
                        && self.formatted(source);
                same && self.looks_right(glyph.look, step)
            }
            Step::Any(of_kind) => of_kind(glyph),
            _ => false,
        }
    }

    fn looks_right(&self, got: Look, step: &Step) -> bool {
        let Step::Glyph { look, free, source, .. } = *step else { return false };
        let mut missing = look & !got & !free;
        let mut added = got & !look & !free & !INDENTED;
        if missing | added == 0 || self.mercy == Mercy::All {
            return true;
        }
        if self.dropped(source) {
            missing &= !STYLES;
            // White space of code is a gap elsewhere.
            added &= if look & CODE != 0 { !(SPACE | LINE) } else { !0 };
        }
        if self.formatted(source) {
            // What follows a marker that became one begins where that stood.
            added &= !(STYLES | ITEM | QUOTE | SPACE | LINE | HIDDEN);
            // White space of what became code is a glyph of its own.
            missing &= if got & CODE != 0 { !(SPACE | LINE | ITEM | QUOTE) } else { !0 };
            // Marks of items and quotes that became text come first on their lines.
            let unmarked = look & !got & (ITEM | QUOTE) != 0;
            let lines = if unmarked || got & INDENTED != 0 { 0 } else { LINE };
            missing &= if self.mercy >= Mercy::Lines { lines } else { !0 };
        }
        missing | added == 0
    }

    /// Whether the glyph of a step may be missing: a literal marker that became one, the first digit
    /// of a number that became an item's, and white space of code that is none.
    pub(crate) fn may_miss(&self, step: &Step) -> bool {
        let Step::Glyph { c, look, free, source } = *step else { return false };
        let code_space = look & CODE != 0 && (is_space(c) || c == '\u{85}' || is_invisible(c));
        let formatted = self.formatted(source);
        let no_code =
            free & CODE != 0 || self.dropped(source) || formatted && self.mercy >= Mercy::Lines;
        code_space && no_code || (is_marker(c) || c == '0') && formatted
    }

    /// Whether a glyph may come before that of a step: white space of code and what is not seen
    /// in text, where text may be code, or is code because it stands in a box; and markers that
    /// became literal.
    pub(crate) fn may_add(&self, step: &Step, glyph: Glyph) -> bool {
        let Step::Glyph { look, free, source, .. } = *step else { return self.mercy == Mercy::All };
        let formatted = self.formatted(source);
        if self.mercy == Mercy::All || formatted && self.mercy >= Mercy::Lines && is_marker(glyph.c)
        {
            return true;
        }
        let in_box = look & CODE != 0 && free & EMPHASIS == EMPHASIS;
        let gap = is_space(glyph.c) && (look | free) & SPACE != 0 || is_invisible(glyph.c);
        let may_be_code = formatted || free & CODE != 0;
        glyph.look & CODE != 0 && (in_box && gap || may_be_code && (gap || is_space(glyph.c)))
    }

    /// Whether a glyph may come behind the last one.
    pub(crate) fn may_add_at_end(&self, glyph: Glyph) -> bool {
        let formatted = self.losses.iter().any(|loss| loss.code == LossCode::LiteralFormatted);
        self.mercy == Mercy::All || self.mercy == Mercy::Lines && formatted && is_marker(glyph.c)
    }
}

fn is_marker(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '`' | '>')
}
