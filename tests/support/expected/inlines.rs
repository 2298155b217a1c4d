//! Text, code and breaks.

use super::super::glyphs::{CODE, SPACE, STYLES, is_space};
use super::super::program::{Source, build};

use super::{Behind, Kind, Walk, either_gap};

impl Walk<'_> {
    pub(super) fn text(&mut self, text: &str, source: Source) {
        self.text += text;
        // Where the text stands as it is in the Markdown, each character has a place of its own.
        let verbatim = self.markdown.get(source.0..source.1) == Some(text);
        let styles = self.styles();
        // The description of an image is text; styles in it may be kept.
        let free = if self.images > 0 { STYLES } else { 0 };
        for (at, c) in text.char_indices() {
            let at = source.0 + at;
            let source = if verbatim { (at, at + c.len_utf8()) } else { source };
            if !is_space(c) {
                self.shown.push(source);
            }
            if !self.is_gap(c, source) {
                self.glyph(c, styles, free, source);
            }
        }
    }

    /// Code is kept to the letter, with its white space and with what is not seen. At its edges
    /// white space may be lost, and code that is nothing else is text.
    pub(super) fn code(&mut self, code: &str, source: Source) {
        self.text += code;
        let shown = code.trim_start_matches(is_space);
        let edge = &code[..code.len() - shown.len()];
        let shown = shown.trim_end_matches(is_space);
        if shown.is_empty() {
            self.gap_free |= SPACE;
            return;
        }
        let gap = (self.gap, self.gap_free | SPACE);
        if edge.is_empty() {
            self.code_glyphs(shown, source);
        } else {
            let before = self.steps.len();
            self.code_glyphs(&code[..edge.len() + shown.len()], source);
            let with = (self.steps.split_off(before), (self.gap, self.gap_free));
            (self.gap, self.gap_free) = gap;
            self.code_glyphs(shown, source);
            let without = (self.steps.split_off(before), (self.gap, self.gap_free));
            (self.gap, self.gap_free) = either_gap(with.1, without.1);
            self.steps.extend(build::either(with.0, without.0));
        }
        self.code_end(&code[edge.len() + shown.len()..], source);
    }

    fn code_glyphs(&mut self, code: &str, source: Source) {
        let styles = self.styles() | CODE;
        if code.contains(|c| !is_space(c)) {
            self.shown.push(source);
        }
        let free = if self.images > 0 { STYLES } else { 0 };
        for c in code.chars() {
            self.glyph(c, styles, free, source);
        }
    }

    /// White space at the end of code: part of it, or a gap behind it, or nothing.
    fn code_end(&mut self, space: &str, source: Source) {
        if space.is_empty() {
            return;
        }
        let before = self.steps.len();
        self.code_glyphs(space, source);
        let space = self.steps.split_off(before);
        self.steps.extend(build::optional(space));
        self.gap_free = SPACE;
    }

    /// The lines of a code block: what stands before and between the words is kept.
    pub(super) fn code_lines(&mut self, code: &str, source: Source) {
        self.text += code;
        for line in code.split_inclusive('\n') {
            let shown = line.trim_end_matches(is_space);
            // Such lines before the first are left out where it stands behind a mark.
            let behind = if shown.is_empty() { self.behind } else { Behind::Nothing };
            self.code_glyphs(shown, source);
            self.code_end(line[shown.len()..].trim_end_matches(['\r', '\n']), source);
            self.behind = behind;
            if line.ends_with('\n') && behind == Behind::Nothing {
                self.line();
            }
        }
    }

    /// A line feed, but a space where a construct is one line.
    pub(super) fn soft_break(&mut self) {
        self.text.push('\n');
        if self.in_list() || self.kind == Kind::Heading {
            self.gap |= SPACE;
        } else if self.behind == Behind::Nothing {
            self.line();
        }
    }

    pub(super) fn hard_break(&mut self) {
        self.text.push('\n');
        if self.kind == Kind::Heading {
            self.gap |= SPACE;
        } else if matches!(self.behind, Behind::Nothing | Behind::Task) {
            self.behind = Behind::Nothing;
            self.item = false;
            self.line();
        }
    }

    /// One tilde is text.
    pub(super) fn tildes(&mut self, source: Source, start: bool) {
        let (from, to) = source;
        if !self.markdown[from..to].starts_with("~~") {
            self.text("~", if start { (from, from + 1) } else { (to - 1, to) });
        } else if start {
            self.strikethrough += 1;
        } else {
            self.strikethrough -= 1;
        }
    }
}
