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
    /// The labels that were referred to, in that order, and their numbers.
    labels: Vec<String>,
    numbers: BTreeMap<String, usize>,
    /// The notes in the order of the text.
    all: Vec<Note<'m>>,
    /// The notes that are open, one in the other.
    open: Vec<usize>,
    /// How many numbers were written, and from where on notes may not be.
    written: usize,
    rest: usize,
}

#[derive(Debug)]
struct Note<'m> {
    label: String,
    start: usize,
    /// What it says, until it is written.
    events: Events<'m>,
    written: bool,
}

impl<'m> Reader<'m> {
    pub(super) fn reference(&mut self, label: &str, range: Range<usize>) {
        self.flow.see(range.end);
        self.begin();
        let number = self.notes.get_or_insert_default().number(folded(label));
        self.builder.text_of(&format!("[{number}]"), range.clone());
        self.flow.lose(LossCode::FootnoteMoved, range);
    }

    /// Begins a note: what it says is kept for later.
    pub(super) fn note(&mut self, label: &str, start: usize) {
        let notes = self.notes.get_or_insert_default();
        if notes.open.is_empty() {
            self.flow.block(&mut self.builder, start);
        }
        notes.open.push(notes.all.len());
        let label = folded(label);
        notes.all.push(Note { label, start, events: Vec::new(), written: false });
        self.mode = Mode::Note;
    }

    pub(super) fn note_event(&mut self, event: Event<'m>, range: Range<usize>) {
        if let Event::Start(Tag::FootnoteDefinition(label)) = &event {
            return self.note(label, range.start);
        }
        let Some(notes) = &mut self.notes else { return };
        if let Event::End(TagEnd::FootnoteDefinition) = event {
            notes.open.pop();
            if notes.open.is_empty() {
                self.mode = Mode::Text;
                self.flow.see_line(range.end);
            }
        } else if let Some(&open) = notes.open.last() {
            notes.all[open].events.push((event, range));
        }
    }

    /// Writes the notes.
    pub(super) fn write_notes(&mut self) {
        let Some(notes) = &mut self.notes else { return };
        // The first one of a label is meant.
        let mut places = BTreeMap::new();
        for (place, note) in notes.all.iter().enumerate() {
            places.entry(note.label.clone()).or_insert(place);
        }
        // Notes may refer to others.
        while let Some(next) = self.notes.as_mut().and_then(|notes| notes.next(&places)) {
            let (number, is_known, note) = next;
            let events = core::mem::take(&mut note.events);
            let start = note.start;
            let end = events.iter().map(|(_, range)| range.end).max();
            self.builder.at_source(start);
            self.flow.see(start);
            self.flow.note(&mut self.builder, &format!("[{number}]"));
            if !is_known {
                // Notes may be in each other, but not what they say.
                let label = self.source[start..].find("]:").map_or(start, |end| start + end + 2);
                let said = end.map_or(label, |end| self.flow.trimmed(start..end).end);
                self.flow.lose(LossCode::FootnoteMoved, start..said.max(label));
            }
            for (event, range) in events {
                self.event(event, range);
            }
        }
    }
}

impl<'m> Notes<'m> {
    /// The next note to write.
    fn next(&mut self, places: &BTreeMap<String, usize>) -> Option<(usize, bool, &mut Note<'m>)> {
        while let Some(label) = self.labels.get(self.written) {
            self.written += 1;
            if let Some(&place) = places.get(label) {
                self.all[place].written = true;
                return Some((self.written, true, &mut self.all[place]));
            }
        }
        let rest = self.all[self.rest..].iter().position(|note| !note.written);
        self.rest += rest?;
        let note = &mut self.all[self.rest];
        note.written = true;
        // A second one of a label has none that anything could refer to.
        let label = if self.numbers.contains_key(&note.label) { "" } else { &note.label };
        self.written += 1;
        self.labels.push(String::from(label));
        self.numbers.entry(String::from(label)).or_insert(self.written);
        Some((self.written, false, note))
    }

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
