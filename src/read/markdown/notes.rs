//! Footnotes: numbers in the text, and the notes at its end.
//!
//! They are numbered as they are referred to; notes that nothing refers to come last, in their
//! order.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::reader::{Mode, Reader};
use crate::loss::LossCode;

type Events<'m> = Vec<(Event<'m>, Range<usize>)>;

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes<'m> {
    /// The number of each label that was referred to, and the labels in that order.
    numbers: BTreeMap<String, usize>,
    labels: Vec<String>,
    /// What each note says, in the order of the text, until it is written.
    notes: Vec<Note<'m>>,
    /// The notes that are open, one in the other.
    open: Vec<usize>,
}

#[derive(Debug)]
struct Note<'m> {
    label: String,
    range: Range<usize>,
    events: Events<'m>,
    written: bool,
}

impl<'m> Reader<'m> {
    pub(super) fn reference(&mut self, label: &str, range: Range<usize>) {
        self.flow.see(range.end);
        let number = self.notes.number(folded(label));
        self.begin();
        self.builder.text_of(&format!("[{number}]"), range.clone());
        self.flow.lose(LossCode::FootnoteMoved, range);
    }

    /// Begins a note: what it says is kept for later.
    pub(super) fn note(&mut self, label: &str, range: Range<usize>) {
        self.notes.open.push(self.notes.notes.len());
        self.notes.notes.push(Note {
            label: folded(label),
            range,
            events: Vec::new(),
            written: false,
        });
        self.mode = Mode::Note;
    }

    pub(super) fn note_event(&mut self, event: Event<'m>, range: Range<usize>) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => return self.note(&label, range),
            Event::End(TagEnd::FootnoteDefinition) => {
                self.notes.open.pop();
                if self.notes.open.is_empty() {
                    self.mode = Mode::Text;
                    self.flow.see_line(range.end);
                }
                return;
            }
            _ => {}
        }
        let Some(&open) = self.notes.open.last() else { return };
        self.notes.notes[open].events.push((event, range));
    }

    /// Writes the notes.
    pub(super) fn write_notes(&mut self) {
        if self.notes.notes.is_empty() {
            return;
        }
        // The first one of a label is meant.
        let mut places = BTreeMap::new();
        for (place, note) in self.notes.notes.iter().enumerate() {
            places.entry(note.label.clone()).or_insert(place);
        }
        let mut written = 0;
        let mut unknown = 0;
        loop {
            // Notes may refer to others.
            while let Some(label) = self.notes.labels.get(written) {
                written += 1;
                if let Some(&place) = places.get(label) {
                    self.write_note(written, place);
                }
            }
            let rest = self.notes.notes[unknown..].iter().position(|note| !note.written);
            let Some(place) = rest.map(|rest| unknown + rest) else { return };
            unknown = place + 1;
            let note = &self.notes.notes[place];
            let range = self.flow.trimmed(note.range.clone());
            self.flow.lose(LossCode::FootnoteMoved, range);
            // A second one of a label has a name that no label can have.
            let is_first = places.get(&note.label) == Some(&place);
            let label = if is_first { note.label.clone() } else { format!("[{place}]") };
            places.insert(label.clone(), place);
            self.notes.number(label);
        }
    }

    fn write_note(&mut self, number: usize, place: usize) {
        let note = &mut self.notes.notes[place];
        note.written = true;
        let events = core::mem::take(&mut note.events);
        self.builder.at_source(note.range.start);
        self.flow.note(&mut self.builder, &format!("[{number}]"));
        for (event, range) in events {
            self.event(event, range);
        }
    }
}

impl Notes<'_> {
    /// The number of a label, the next one if it has none yet.
    fn number(&mut self, label: String) -> usize {
        if let Some(&number) = self.numbers.get(&label) {
            return number;
        }
        self.labels.push(label.clone());
        self.numbers.insert(label, self.labels.len());
        self.labels.len()
    }
}

/// A label as labels are compared: without regard to case.
fn folded(label: &str) -> String {
    label.chars().flat_map(char::to_lowercase).flat_map(char::to_uppercase).collect()
}
