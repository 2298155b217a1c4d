//! What stands beside a delimiter, and what is done where a delimiter would not be one there.
//!
//! A delimiter opens or closes by the characters beside it (`class` has the rules). Where those of
//! the text will not do, the text's character is written as a reference: that begins with `&` and
//! ends with `;`, and with punctuation on its outer side every delimiter is one. Parsers look at
//! what is written, not at what it means.

use super::class::{self, Class};
use super::leaf::Leaf;
use super::link::Form;
use super::piece::{Delimiter, Kind, Piece};

/// How many tildes are looked through; behind more of them stands anything.
const FAR: usize = 16;

/// The class of what is written before the byte `at`; the last one of `pieces` begins before it.
///
/// Some parsers look through tildes at what stands beyond, so both count.
pub(super) fn before(text: &str, pieces: &[Piece], at: usize) -> Class {
    let mut seen = Seen::default();
    for piece in pieces.iter().rev() {
        let shown = &text[piece.start..piece.end.min(at)];
        match piece.kind {
            Kind::Text => {
                for (i, c) in shown.char_indices().rev() {
                    if let Some(class) = seen.character(piece, piece.start + i, c) {
                        return class;
                    }
                }
            }
            Kind::Link(Form::Bare) => {
                return seen.end(shown.chars().next_back().map_or(Class::PUNCTUATION, Class::of));
            }
            Kind::Break => return seen.end(Class::SPACE),
            Kind::Open(Delimiter::Strikethrough) | Kind::Close(Delimiter::Strikethrough) => {
                seen.tilde();
            }
            _ => return seen.end(Class::PUNCTUATION),
        }
    }
    seen.end(Class::SPACE)
}

/// The class of what is written from the byte `at` on; the first one of `pieces` ends behind it.
pub(super) fn behind(text: &str, pieces: &[Piece], at: usize) -> Class {
    let mut seen = Seen::default();
    for piece in pieces {
        let start = piece.start.max(at);
        let shown = &text[start..piece.end];
        match piece.kind {
            Kind::Text => {
                for (i, c) in shown.char_indices() {
                    if let Some(class) = seen.character(piece, start + i, c) {
                        return class;
                    }
                }
            }
            Kind::Link(Form::Bare) => {
                return seen.end(shown.chars().next().map_or(Class::PUNCTUATION, Class::of));
            }
            Kind::Open(Delimiter::Strikethrough) | Kind::Close(Delimiter::Strikethrough) => {
                seen.tilde();
            }
            // A line break is written with a backslash.
            _ => return seen.end(Class::PUNCTUATION),
        }
    }
    seen.end(Class::SPACE)
}

/// The tildes that were looked through.
#[derive(Default)]
struct Seen {
    tildes: usize,
}

impl Seen {
    fn tilde(&mut self) {
        self.tildes += 1;
    }

    /// The class, if what stands there ends the search.
    fn character(&mut self, piece: &Piece, at: usize, c: char) -> Option<Class> {
        if piece.is_referred(at, c) {
            Some(self.end(Class::PUNCTUATION))
        } else if c != '~' {
            Some(self.end(Class::of(c)))
        } else if self.tildes >= FAR {
            Some(Class::ANY)
        } else {
            self.tilde();
            None
        }
    }

    fn end(&self, class: Class) -> Class {
        if self.tildes > 0 { class.or(Class::PUNCTUATION) } else { class }
    }
}

/// Makes italic `*` where `_` will not do and `*` will, if no other `*` can come in the way: with
/// bold inside, outside or beside it their runs would have to be counted.
pub(super) fn choose_delimiters(leaf: &mut Leaf) {
    let (text, pieces) = (&leaf.text, &mut leaf.pieces);
    let beside_bold = |piece: Option<&Piece>| {
        piece.is_some_and(|piece| piece.kind.delimiter() == Some(Delimiter::Bold))
    };
    let mut is_bold = false;
    let mut opened = None;
    for index in 0..pieces.len() {
        match pieces[index].kind {
            Kind::Open(Delimiter::Bold) => (is_bold, opened) = (true, None),
            Kind::Close(Delimiter::Bold) => (is_bold, opened) = (false, None),
            Kind::Open(Delimiter::Italic) if !is_bold => {
                let beside = index.checked_sub(1).map(|before| &pieces[before]);
                opened = (!beside_bold(beside)).then_some(index);
            }
            Kind::Close(Delimiter::Italic) if !beside_bold(pieces.get(index + 1)) => {
                if let Some(open) = opened.take()
                    && !(is_sound(text, pieces, open) && is_sound(text, pieces, index))
                {
                    pieces[open].kind = Kind::Open(Delimiter::Star);
                    pieces[index].kind = Kind::Close(Delimiter::Star);
                    if !(is_sound(text, pieces, open) && is_sound(text, pieces, index)) {
                        pieces[open].kind = Kind::Open(Delimiter::Italic);
                        pieces[index].kind = Kind::Close(Delimiter::Italic);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether the delimiter at `index` is one to every reader.
fn is_sound(text: &str, pieces: &[Piece], index: usize) -> bool {
    lacking(text, pieces, index).is_none()
}

/// The side of a delimiter on which it lacks punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

fn lacking(text: &str, pieces: &[Piece], index: usize) -> Option<Side> {
    let Piece { kind, start, .. } = pieces[index];
    let before = before(text, &pieces[..index], start);
    let behind = behind(text, &pieces[index + 1..], start);
    let (outer, inner, sides) = match kind {
        Kind::Open(_) => (before, behind, [Side::Before, Side::Behind]),
        _ => (behind, before, [Side::Behind, Side::Before]),
    };
    let intraword = kind.delimiter() == Some(Delimiter::Italic) && outer.may_be(Class::OTHER);
    if inner.may_be(Class::SPACE) {
        Some(sides[1])
    } else if intraword || !class::opens(outer, inner) {
        Some(sides[0])
    } else {
        None
    }
}

/// Finds the characters that must be references: at the ends of lines, and beside delimiters.
pub(super) fn choose_references(leaf: &mut Leaf) {
    choose_at_line_ends(leaf);
    let (text, pieces) = (&leaf.text, &mut leaf.pieces);
    let is_delimiter = |piece: &&Piece| piece.kind.delimiter().is_some();
    let mut index = 0;
    while index < pieces.len() {
        let count = pieces[index..].iter().take_while(is_delimiter).count();
        let behind = index + count;
        match (index..behind).find_map(|i| lacking(text, pieces, i)) {
            Some(Side::Before) if index > 0 && pieces[index - 1].refer_last(text) => {
                // What is short stands beside the delimiters before it, too. Once for each
                // reference: all in all no more steps than there are pieces.
                if pieces[index - 1].is_short(text) {
                    index -= 1;
                    index -= pieces[..index].iter().rev().take_while(is_delimiter).count();
                }
            }
            Some(Side::Behind) if behind < pieces.len() && pieces[behind].refer_first(text) => {}
            _ => index = behind + 1,
        }
    }
}

/// White space at the ends of lines would be taken away.
fn choose_at_line_ends(leaf: &mut Leaf) {
    let (text, pieces) = (&leaf.text, &mut leaf.pieces);
    for index in 0..pieces.len() {
        if pieces[index].kind != Kind::Text {
            continue;
        }
        let is_end = |piece: Option<&Piece>| piece.is_none_or(|piece| piece.kind == Kind::Break);
        let begins = is_end(index.checked_sub(1).map(|before| &pieces[before]));
        let ends = is_end(pieces.get(index + 1));
        let piece = &mut pieces[index];
        let shown = &text[piece.start..piece.end];
        piece.refer_first |= begins && shown.starts_with(class::may_be_trimmed);
        piece.refer_last |= ends && shown.ends_with(class::may_be_trimmed);
    }
}
