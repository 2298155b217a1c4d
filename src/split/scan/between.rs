//! What stands between two characters that are seen.

use crate::split::cut::Kind;
use crate::split::place::Place;
use crate::split::script::{closes, ends_sentence, ends_wide_sentence, may_part};
use crate::split::tape::Row;

#[derive(Clone, Copy, Debug)]
pub(super) struct Between {
    /// Where a part begins that begins behind it, if not with the next character.
    pub(super) next: Option<Place>,
    /// Where the text of the next line begins, white space left out, if not with that.
    pub(super) lead: Option<Place>,
    /// White space outside of markers.
    pub(super) space: bool,
    /// An empty line.
    pub(super) blank: bool,
    /// Whether something is entered, or begun, behind the last character.
    pub(super) entered: bool,
    lines: usize,
    code_lines: usize,
    /// The character before, and the sentence up to it.
    before: char,
    sentence: Sentence,
}

/// How far a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sentence {
    GoesOn,
    /// It ends if white space follows.
    MayEnd,
    Ends,
}

impl Between {
    /// At the beginning of a part.
    pub(super) fn at(from: &Place) -> Self {
        Self {
            next: from.begins.then_some(*from),
            lead: None,
            space: false,
            blank: false,
            entered: false,
            lines: 0,
            code_lines: 0,
            before: ' ',
            sentence: Sentence::GoesOn,
        }
    }

    /// A style or code is entered, at a place.
    pub(super) fn enter(&mut self, place: Place) {
        self.entered = true;
        if self.next.is_none() {
            self.next = Some(place);
        } else {
            self.lead.get_or_insert(place);
        }
    }

    /// All that was entered is left: there was nothing in it but white space, which goes with it.
    pub(super) fn leave(&mut self) {
        self.next = self.next.filter(|next| next.begins);
        self.lead = None;
    }

    /// A line begins, or a monospace block.
    pub(super) fn begin_line(&mut self, place: Place) {
        self.entered = true;
        self.lines += 1;
        self.next = Some(place);
        self.lead = None;
    }

    /// A line of a monospace block begins.
    pub(super) fn begin_code_line(&mut self, place: Place) {
        self.code_lines += 1;
        // The block's own beginning is before its empty lines.
        if !self.next.is_some_and(|next| next.begins && next.row == Row::Block) {
            self.next = Some(place);
        }
    }

    /// What kind of end a part has before `c`.
    pub(super) fn kind(&self, c: char, begins_grapheme: bool, in_whole: bool) -> Kind {
        // An empty line, or one of white space.
        if self.blank || self.lines > 1 {
            return Kind::Blank;
        }
        if self.lines > 0 {
            return Kind::Line;
        }
        if self.code_lines > 0 {
            return Kind::CodeLine;
        }
        if !begins_grapheme {
            // White space with a mark on it is white space.
            return if self.space { Kind::Grapheme } else { Kind::Char };
        }
        if in_whole {
            return Kind::InWhole;
        }
        let ends = match self.sentence {
            Sentence::GoesOn => false,
            Sentence::MayEnd => self.space,
            Sentence::Ends => self.space || !closes(c) && !ends_sentence(c),
        };
        if ends {
            Kind::Sentence
        } else if self.space || may_part(self.before, c) {
            Kind::Word
        } else {
            Kind::Grapheme
        }
    }

    /// Begins anew behind a character that is seen.
    pub(super) fn see(&mut self, c: char) {
        self.sentence = if ends_wide_sentence(c) {
            Sentence::Ends
        } else if ends_sentence(c) {
            Sentence::MayEnd
        } else if closes(c) && !self.space {
            self.sentence
        } else {
            Sentence::GoesOn
        };
        self.before = c;
        self.next = None;
        self.lead = None;
        (self.space, self.blank, self.entered) = (false, false, false);
        (self.lines, self.code_lines) = (0, 0);
    }
}
