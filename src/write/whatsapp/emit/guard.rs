//! Literal markers: what keeps them from opening and closing (W5).

use crate::chars::java::is_letter_or_digit;

use super::super::atoms::{Atom, BACKTICK, STYLES, Styles, marker};
use super::class::{is_space, may_stand_before_literal};
use super::{Behind, Emitter, HAIR_SPACE, JOINER};

impl Emitter<'_> {
    /// What the atom at `index` begins with; a marker where styles change or code begins.
    pub(super) fn first_of(&self, index: usize) -> Option<char> {
        let styles = self.atoms[index - 1].styles;
        match self.atoms.get(index) {
            None => (styles != Styles::NONE).then_some('*'),
            Some(next) if next.styles != styles || next.form.is_code() => Some('*'),
            Some(next) => next.slice(self.text).chars().next(),
        }
    }

    /// W5: keeps a literal marker from opening or closing; `next` is behind it.
    pub(super) fn guard(&mut self, marker: usize, at: usize, next: Option<char>) {
        let inside = self.open[..self.depth].contains(&marker) || self.opened_by_url.has(marker);
        if inside {
            let harmless = is_space(self.before) || next.is_some_and(is_letter_or_digit);
            if !harmless {
                if self.behind == Behind::Opener {
                    self.put_invisible(JOINER);
                }
                self.put_invisible(HAIR_SPACE);
            }
        } else if marker == BACKTICK && self.before == '`' {
            self.put_invisible(JOINER);
        } else {
            let harmless = !may_stand_before_literal(self.before)
                || next.is_none_or(is_space)
                || at >= self.closers[marker];
            if !harmless {
                self.put_invisible(JOINER);
            }
        }
    }
}

/// Where in the text the last character stands for each marker that could close, be it text, code
/// or a marker that will be written.
pub(super) fn last_closers(text: &str, atoms: &[Atom]) -> [usize; 4] {
    let mut closers = [0; 4];
    let mut styles = Styles::NONE;
    for (index, atom) in atoms.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| match &atoms[before] {
            code if code.form.is_code() => Some('`'),
            before => before.slice(text).chars().next_back(),
        });
        if atom.styles != styles {
            let first = atom.slice(text).chars().next();
            let opens = could_close(before, first);
            for (marker, closer) in closers.iter_mut().enumerate().take(STYLES) {
                if styles.has(marker) || atom.styles.has(marker) && opens {
                    *closer = atom.text.start;
                }
            }
        }
        // A marker that is written before the first character is no white space.
        let mut before =
            if atom.styles == styles && !atom.form.is_code() { before } else { Some('*') };
        styles = atom.styles;
        let mut chars = atom.slice(text).char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let next = chars.peek().map(|next| next.1);
            if let Some(marker) = marker(c).filter(|_| could_close(before, next)) {
                closers[marker] = atom.text.start + i;
            }
            before = Some(c);
        }
        if atom.form.is_code() {
            closers[BACKTICK] = atom.text.end;
        }
    }
    let end = atoms.last().map_or(0, |atom| atom.text.end);
    for marker in (0..STYLES).filter(|marker| styles.has(*marker)) {
        closers[marker] = end;
    }
    closers
}

/// Whether a marker could close between two characters, for one client at least. What is not known
/// of the next one is a marker or the end.
fn could_close(before: Option<char>, next: Option<char>) -> bool {
    before.is_some_and(|before| !is_space(before)) && !next.is_some_and(is_letter_or_digit)
}
