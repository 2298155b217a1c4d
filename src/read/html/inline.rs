//! Text in lines: white space, words, code.
//!
//! White space is held back until something is seen behind it, so none begins or ends a line. That
//! of characters that a browser keeps (U+00A0, say) stands where it is, but does not show by itself;
//! nor do characters without width, with which mail fills the list of messages.

use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

use super::clean::decode;
use super::effect::Space;
use super::flow::Gap;
use super::look::Look;
use super::reader::Reader;
use crate::chars;
use crate::document::Span;
use crate::loss::LossCode;
use crate::read::heading::{Headings, upper_case};

/// Where a word stands in the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// There, as it is.
    At(usize),
    /// It stands for what is there.
    For(Span),
    /// Nowhere.
    None,
}

/// The line that is being read.
#[derive(Debug, Default)]
pub(super) struct Inline {
    /// Whether something is on it.
    pub(super) line: bool,
    /// White space that comes before the next word, and how it looks.
    space: String,
    space_look: Look,
    /// Where it stands, if it stands somewhere as it is.
    space_at: Option<usize>,
    /// Whether it is seen at the start of a line.
    indents: bool,
    /// Code that is not written yet, and where it stands.
    code: String,
    code_at: Range<usize>,
    /// Where the text that comes next stands in the input, and to where it does if it stands for
    /// something else.
    at: usize,
    end: Option<usize>,
    /// Whether the last list was one that is moved to the right, and so part of another.
    pub(super) behind_moved_list: bool,
}

impl Inline {
    pub(super) fn place(&mut self, at: usize, end: Option<usize>) {
        (self.at, self.end) = (at, end);
    }

    /// Whether white space is held back that is seen on a line of its own.
    fn has_fixed_space(&self) -> bool {
        self.space.chars().any(|c| c != ' ')
    }

    fn hold(&mut self, c: char, source: Source, look: Look) {
        let at = if let Source::At(at) = source { Some(at) } else { None };
        let goes_on = self.space_at.map(|start| start + self.space.len()) == at;
        if self.space.is_empty() {
            self.space_look = look;
        }
        self.space_at = match self.space_at {
            _ if self.space.is_empty() => at,
            start if goes_on => start,
            _ => None,
        };
        self.space.push(c);
    }

    /// Drops the white space that is held back.
    pub(super) fn drop_space(&mut self) {
        self.space.clear();
        self.indents = false;
    }
}

impl Reader<'_> {
    /// Adds text as ammonia writes it.
    pub(super) fn add(&mut self, text: &str) {
        let text = decode(text);
        let (at, end) = (self.inline.at, self.inline.end.take());
        self.inline.at = end.unwrap_or(at + text.len());
        if let Some(mark) = &mut self.office_mark {
            mark.push_str(&text);
        } else if let Some(pre) = &mut self.pre {
            if self.look.hidden_by().is_none() {
                pre.push(&text);
            }
        } else {
            self.words(&text, |from| end.map_or(Source::At(at + from), |end| Source::of(at, end)));
        }
    }

    /// Adds words, and what is between them; `source` tells where the one at an offset stands.
    pub(super) fn words(&mut self, text: &str, source: impl Fn(usize) -> Source) {
        let mut from = 0;
        while from < text.len() {
            let rest = &text[from..];
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word > 0 {
                self.word(&rest[..word], source(from));
            }
            let mut spaces = rest[word..].chars();
            if let Some(c) = spaces.next() {
                self.space(c, source(from + word));
            }
            from = text.len() - spaces.as_str().len();
        }
    }

    /// Holds white space back.
    fn space(&mut self, c: char, source: Source) {
        let collapsed = matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C');
        match self.look.space {
            Space::Lines | Space::Keep if c == '\n' => self.line_break(),
            Space::Collapse | Space::Lines if collapsed => {
                if !self.inline.space.ends_with(' ') {
                    self.inline.hold(' ', source, self.look);
                }
            }
            // Other controls show nothing.
            _ if c < ' ' && c != '\t' => {}
            space => {
                self.inline.indents |= space == Space::Keep;
                self.inline.hold(c, source, self.look);
            }
        }
    }

    /// Adds a word, in which nothing is white space.
    pub(super) fn word(&mut self, word: &str, source: Source) {
        if let Some(id) = self.look.hidden_by() {
            if let Some(info) = self.infos.get(id as usize) {
                self.flow.lose(LossCode::HtmlDropped, info.span);
            }
            return;
        }
        if self.look.code {
            return self.code_word(word, source);
        }
        self.begin();
        let upper = self.look.heading && self.options.headings == Headings::BoldUpper;
        let shown = if upper { Cow::Owned(upper_case(word)) } else { Cow::Borrowed(word) };
        match source {
            Source::At(at) if !upper => self.builder.text_at(&shown, at),
            Source::At(at) => self.builder.text_of(&shown, at..at + word.len()),
            Source::For(span) => self.builder.text_of(&shown, span.range()),
            Source::None => self.builder.text(&shown),
        }
    }

    fn code_word(&mut self, word: &str, source: Source) {
        let place = match source {
            Source::At(at) => Source::of(at, at + word.len()),
            other => other,
        };
        if self.inline.code.is_empty() {
            self.begin();
            if let Source::For(span) = place {
                self.inline.code_at = span.range();
            }
        } else {
            let space = core::mem::take(&mut self.inline.space);
            self.inline.code.push_str(&space);
        }
        self.inline.code.push_str(word);
        if let Source::For(span) = place {
            self.inline.code_at.end = span.range().end;
        }
    }

    /// Writes the code that was read.
    pub(super) fn end_code(&mut self) {
        if !self.inline.code.is_empty() {
            let place = self.inline.code_at.clone();
            self.builder.at_source(place.start);
            self.builder.code(&self.inline.code);
            self.builder.at_source(place.end);
            self.inline.code.clear();
        }
    }

    /// Prepares for something that is seen: on a line, behind its white space, in its styles.
    pub(super) fn begin(&mut self) {
        self.end_code();
        let space = core::mem::take(&mut self.inline.space);
        let mut shown = &*space;
        if self.inline.line && !space.is_empty() {
            let (look, bold_headings) = (self.inline.space_look, self.has_bold_headings());
            self.styles.leave(&mut self.builder, look, bold_headings);
        }
        if !self.inline.line {
            self.begin_line();
            if !self.inline.indents {
                shown = space.trim_start_matches(|c| c == ' ' || is_invisible(c));
            }
        }
        match shown.strip_suffix('\u{A0}') {
            // Editors put it where a style begins. There it would keep a marker from working.
            Some(before) if self.begins_style() => {
                self.builder.text(before);
                self.builder.text(" ");
            }
            _ => match self.inline.space_at {
                Some(at) => self.builder.text_at(shown, at + space.len() - shown.len()),
                None => self.builder.text(shown),
            },
        }
        self.inline.space = space;
        self.inline.drop_space();
        self.change_styles();
        if let Some(link) = &mut self.link {
            link.begin(&self.builder);
        }
    }

    /// Enters and leaves styles for what is seen next.
    pub(super) fn change_styles(&mut self) {
        let bold_headings = self.has_bold_headings();
        self.styles.leave(&mut self.builder, self.look, bold_headings);
        self.styles.enter(&mut self.builder, self.look, bold_headings);
    }

    /// Whether what is seen next begins a style, or code.
    fn begins_style(&self) -> bool {
        self.look.code || self.styles.enters(self.look, self.has_bold_headings())
    }

    fn has_bold_headings(&self) -> bool {
        self.options.headings != Headings::Plain
    }

    /// Whether there is a line to which something can be added, though it may have ended.
    pub(super) fn is_on_line(&self) -> bool {
        self.in_cell() || self.builder.in_line()
    }

    fn begin_line(&mut self) {
        self.inline.line = true;
        self.inline.behind_moved_list = false;
        if !self.begin_cell_line() {
            self.flow.begin_line(&mut self.builder);
        }
    }

    /// Ends the line, and asks for a distance to the next.
    pub(super) fn end_line(&mut self, gap: Gap) {
        self.end_code();
        if core::mem::take(&mut self.inline.line) {
            self.flow.gap(Gap::Line);
        } else if self.inline.has_fixed_space() && self.look.hidden_by().is_none() {
            self.flow.gap(Gap::Blank);
        }
        self.inline.drop_space();
        self.flow.gap(gap);
    }

    /// Breaks the line; where nothing is on it, it is an empty one.
    pub(super) fn line_break(&mut self) {
        let gap = if self.inline.line { Gap::Line } else { Gap::Blank };
        self.end_line(gap);
    }
}

impl Source {
    /// That of what stands for a range of the input.
    pub(super) fn of(start: usize, end: usize) -> Self {
        let to_u32 = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self::For(Span { start: to_u32(start), end: to_u32(end) })
    }
}

/// Whether a character is held back until something is seen.
fn is_space(c: char) -> bool {
    match c {
        '!'..='~' => false,
        _ => chars::is_white_space(c) || is_invisible(c) || c < ' ',
    }
}

/// Whether a character shows nothing.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}
