//! Footnotes: a number in the text, and the notes at the end.

use wamark::LossCode;

use super::super::glyphs::{Glyph, SPACE};
use super::super::program::{Source, Step, build};

use super::lists::List;
use super::{Behind, Gap, Walk};

/// The labels in the order in which they are referred to, and the notes.
#[derive(Debug, Default)]
pub(super) struct Notes {
    referred: Vec<String>,
    texts: Vec<Note>,
    around: Vec<Around>,
}

#[derive(Debug)]
struct Note {
    label: String,
    steps: Vec<Step>,
    referred: Vec<String>,
}

/// What is around a note that is open.
#[derive(Debug)]
struct Around {
    place: usize,
    referred: Vec<String>,
    steps: Vec<Step>,
    lists: Vec<List>,
    quotes: usize,
    item: bool,
    behind: Behind,
    gap: Gap,
}

impl Notes {
    /// How many are open.
    pub(super) fn open(&self) -> usize {
        self.around.len()
    }
}

impl Walk<'_> {
    pub(super) fn note_reference(&mut self, label: &str, source: Source) {
        self.construct(LossCode::FootnoteMoved, source, false);
        self.shown.push(source);
        self.notes.referred.push(label.to_lowercase());
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
        let label = label.to_lowercase();
        let note = Note { label: label.clone(), steps: Vec::new(), referred: Vec::new() };
        self.notes.texts.push(note);
        let (place, referred) =
            (self.notes.texts.len() - 1, std::mem::take(&mut self.notes.referred));
        self.notes.around.push(Around {
            place,
            referred,
            steps: std::mem::take(&mut self.steps),
            lists: std::mem::take(&mut self.lists),
            quotes: std::mem::take(&mut self.quotes),
            item: std::mem::take(&mut self.item),
            behind: std::mem::take(&mut self.behind),
            gap: (self.gap, self.gap_free),
        });
        self.line();
        self.note_number(source);
        (self.gap, self.gap_free) = (SPACE, 0);
        self.behind = Behind::Note;
    }

    pub(super) fn end_note(&mut self) {
        let Some(around) = self.notes.around.pop() else { return };
        let steps = std::mem::replace(&mut self.steps, around.steps);
        let referred = std::mem::replace(&mut self.notes.referred, around.referred);
        let note = &mut self.notes.texts[around.place];
        (note.steps, note.referred) = (steps, referred);
        (self.lists, self.quotes, self.item) = (around.lists, around.quotes, around.item);
        self.behind = around.behind;
        (self.gap, self.gap_free) = around.gap;
    }

    /// Notes stand at the end, in the order of what refers to them; then those that nothing refers
    /// to, each before what it refers to. Of two with one label the first is meant.
    pub(super) fn append_notes(&mut self) {
        let Notes { mut referred, mut texts, .. } = std::mem::take(&mut self.notes);
        referred.reverse();
        let mut written = Vec::new();
        while !texts.is_empty() {
            let next = match referred.pop() {
                Some(label) if written.contains(&label) => None,
                Some(label) => texts.iter().position(|note| note.label == label),
                None => Some(0),
            };
            let Some(next) = next else { continue };
            let note = texts.remove(next);
            written.push(note.label);
            self.steps.extend(note.steps);
            referred.splice(0..0, note.referred.into_iter().rev());
        }
    }
}
