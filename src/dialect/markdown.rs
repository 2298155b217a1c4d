//! Signs of Markdown, line by line.

use super::Sign;
use super::blocks::{Line, indent, is_table};
use super::code::{Code, Cursor};
use super::evidence::Evidence;
use super::fence::Fence;
use super::inline::Inline;
use super::references::References;

pub(super) use super::delimiters::says_something;

/// Adds the signs outside code, and to the code what is code to Markdown.
pub(super) fn signs(source: &str, code: &mut Code, evidence: &mut Evidence) {
    let found = {
        let mut lines = Lines {
            before: Line::default(),
            title: false,
            fence: None,
            in_list: false,
            whatsapp: code.cursor(),
            inline: Inline {
                source,
                references: References::new(source),
                code: code.cursor(),
                found: Code::default(),
                evidence,
            },
        };
        let mut at = 0;
        let mut all = source.split('\n').map(|text| {
            let line = Line { at, text };
            at = line.end() + 1;
            line
        });
        let mut next = all.next();
        while let Some(line) = next {
            next = all.next();
            lines.line(line, next);
        }
        lines.inline.found
    };
    code.merge(found);
}

/// What is known from the lines before.
#[derive(Debug)]
struct Lines<'s, 'e> {
    before: Line<'s>,
    /// Whether that is the first line behind an empty one.
    title: bool,
    /// The fence that is open.
    fence: Option<Fence>,
    /// Whether an item came before, and nothing since that ends its list.
    in_list: bool,
    whatsapp: Cursor<'e>,
    inline: Inline<'s, 'e>,
}

impl<'s> Lines<'s, '_> {
    fn line(&mut self, line: Line<'s>, next: Option<Line<'s>>) {
        let before = core::mem::replace(&mut self.before, line);
        if let Some(fence) = self.fence {
            self.inline.found.push(line.at, line.end());
            if fence.is_closed_by(line.text) {
                self.fence = None;
            }
            return;
        }
        if let Some(fence) = Fence::open(line.text) {
            self.open(fence, line);
            return;
        }
        if self.whatsapp.end_at(line.at).is_none() {
            self.block(before, line, next);
        }
        self.inline.line(line.at, line.end());
    }

    fn open(&mut self, fence: Fence, line: Line<'_>) {
        self.fence = Some(fence);
        self.inline.found.push(line.at, line.end());
        if fence.language {
            self.add(Sign::FenceLanguage, line);
        } else if fence.is_of_tildes() {
            self.add(Sign::TildeFence, line);
        }
    }

    /// What the line is as a whole.
    fn block(&mut self, before: Line<'_>, line: Line<'_>, next: Option<Line<'_>>) {
        if line.is_blank() {
            return;
        }
        let begins = before.is_blank();
        // A rule has something to keep apart.
        let apart = begins && line.at > 0 && next.is_some_and(Line::is_blank);
        if line.is_heading() {
            self.add(Sign::Heading, line);
        } else if apart && line.is_rule() {
            self.add(Sign::ThematicBreak, line);
        } else if is_table(before, line) {
            self.inline.evidence.add(Sign::Table, before.at, line.end());
        } else if self.title && line.underlines(before) && next.is_none_or(Line::is_blank) {
            self.inline.evidence.add(Sign::SetextHeading, before.at, line.end());
        }
        self.title = begins;
        if let Some(item) = line.item() {
            if item.is_task() {
                self.add(Sign::TaskBox, line);
            } else if self.in_list && item.bullet && item.indent >= 2 {
                self.add(Sign::NestedList, line);
            }
            self.in_list = true;
        } else if indent(line.text) == 0 {
            self.in_list = false;
        }
        if next.is_some_and(|next| !next.is_blank()) && ends_hard(line.text) {
            self.inline.evidence.add(Sign::HardBreak, line.end() - 1, line.end());
        }
    }

    fn add(&mut self, sign: Sign, line: Line<'_>) {
        self.inline.evidence.add(sign, line.at, line.end());
    }
}

/// Whether a line ends with a backslash, as editors write a line break: behind a word, and not as
/// commands are continued on the next line.
fn ends_hard(line: &str) -> bool {
    line.strip_suffix('\\').is_some_and(|text| {
        !text.is_empty() && !text.ends_with('\\') && !text.ends_with(char::is_whitespace)
    })
}
