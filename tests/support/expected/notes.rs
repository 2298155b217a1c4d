//! Footnotes: a number in the text, and the notes at the end.

use wamark::LossCode;

use super::super::glyphs::{Glyph, SPACE};
use super::super::program::{Source, Step, build};

use super::lists::List;
use super::{Item, Walk};

/// The labels in the order in which they are referred to, and the notes.
#[derive(Debug, Default)]
pub(super) struct Notes {
    referred: Vec<String>,
    texts: Vec<(String, Vec<Step>)>,
    around: Vec<Around>,
}

/// What is around a note that is open.
#[derive(Debug)]
struct Around {
    label: String,
    steps: Vec<Step>,
    lists: Vec<List>,
    quotes: usize,
    item: Item,
}

impl Walk<'_> {
    pub(super) fn note_reference(&mut self, label: &str, source: Source) {
        self.construct(LossCode::FootnoteMoved, source, false);
        self.shown.push(source);
        if !self.notes.referred.iter().any(|known| known == label) {
            self.notes.referred.push(String::from(label));
        }
        self.note_number(source);
    }

    /// `[1]`: which number it is does not matter.
    fn note_number(&mut self, source: Source) {
        self.added("[", source);
        let is_digit = |glyph: Glyph| glyph.c.is_ascii_digit() && glyph.look & SPACE == 0;
        self.steps.push(Step::Any(is_digit));
        self.steps.extend(build::many(is_digit));
        self.added("]", source);
    }

    pub(super) fn start_note(&mut self, label: &str, source: Source) {
        self.construct(LossCode::FootnoteMoved, source, false);
        self.notes.around.push(Around {
            label: String::from(label),
            steps: std::mem::take(&mut self.steps),
            lists: std::mem::take(&mut self.lists),
            quotes: std::mem::take(&mut self.quotes),
            item: std::mem::take(&mut self.item),
        });
        self.line();
        self.note_number(source);
        (self.gap, self.gap_free) = (SPACE, 0);
        self.behind_mark = true;
    }

    pub(super) fn end_note(&mut self) {
        let Some(around) = self.notes.around.pop() else { return };
        let steps = std::mem::replace(&mut self.steps, around.steps);
        self.notes.texts.push((around.label, steps));
        (self.lists, self.quotes, self.item) = (around.lists, around.quotes, around.item);
        self.behind_mark = false;
    }

    /// Notes stand at the end, in the order of what refers to them; one that nothing refers to may
    /// be there, too.
    pub(super) fn append_notes(&mut self) {
        let Notes { referred, texts, .. } = std::mem::take(&mut self.notes);
        for label in &referred {
            for (_, steps) in texts.iter().filter(|(known, _)| known == label) {
                self.steps.extend_from_slice(steps);
            }
        }
        for (label, steps) in texts {
            if !referred.contains(&label) {
                self.steps.extend(build::optional(steps));
            }
        }
    }
}
