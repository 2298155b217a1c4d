//! Writes what stands in the lines of a block: escaping by position.
//!
//! A character gets a backslash where it would mean something, and only there: by what stands
//! beside it, by where in the line it stands (`line_start`), by whether it has a partner in the
//! block (`spots`).

use alloc::string::String;
use core::fmt::Write as _;

use super::autolink::{self, Token};
use super::blocks::Place;
use super::code;
use super::leaf::Leaf;
use super::line_start::Line;
use super::link::{self, Form};
use super::piece::Kind;
use super::spots::{Spot, run_length};

/// Writes the pieces of a block.
pub(super) fn write(out: &mut String, leaf: &Leaf, place: Place, is_first: bool) {
    let mut writer = Inline { out, leaf, next_spot: 0, token: Token::default() };
    let (mut starts_line, mut is_first) = (true, is_first);
    for (index, piece) in leaf.pieces.iter().enumerate() {
        let shown = &leaf.text[piece.range()];
        match piece.kind {
            Kind::Text => {
                let body = piece.body(&leaf.text);
                let is_all = index + 1 == leaf.pieces.len() && !piece.refer_last;
                let text = &leaf.text[body.clone()];
                let is_indented = piece.refer_first;
                let line = Line { text, is_indented, is_all, is_first, place, block: &leaf.text };
                let forced = if starts_line { line.escape() } else { None };
                writer.text(index, forced.map(|at| body.start + at));
            }
            Kind::Open(delimiter) | Kind::Close(delimiter) => {
                writer.out.push_str(delimiter.as_str());
            }
            Kind::Code => code::push_span(writer.out, shown),
            Kind::Link(form) => link::push(writer.out, shown, form),
            Kind::Break => {
                writer.out.push_str("\\\n");
                writer.out.push_str(place.prefix());
            }
        }
        starts_line = piece.kind == Kind::Break;
        is_first &= !starts_line;
    }
}

struct Inline<'o, 'l> {
    out: &'o mut String,
    leaf: &'l Leaf,
    next_spot: usize,
    token: Token,
}

impl Inline<'_, '_> {
    /// Writes text; `forced` is where a backslash must be put, whatever else is said.
    fn text(&mut self, index: usize, mut forced: Option<usize>) {
        let Leaf { text, pieces, spots, .. } = self.leaf;
        let piece = &pieces[index];
        let body = piece.body(text);
        self.refer(&text[piece.start..body.start]);
        let mut from = body.start;
        while let Some(spot) = spots.all.get(self.next_spot).filter(|spot| spot.start < body.end) {
            if let Some(at) = forced.take_if(|at| *at < spot.start) {
                from = self.escape_start(from, at);
            }
            self.next_spot += 1;
            let is_forced = forced.take_if(|at| *at == spot.start).is_some();
            if is_forced || self.is_special(index, *spot) {
                from = self.escape(from, spot.start, spot.end);
            }
        }
        if let Some(at) = forced {
            from = self.escape_start(from, at);
        }
        self.out.push_str(&text[from..body.end]);
        self.refer(&text[body.end..piece.end]);
    }

    /// Writes the text from `from` on and the characters from `start` to `end`, all ASCII, with
    /// backslashes.
    fn escape(&mut self, from: usize, start: usize, end: usize) -> usize {
        let text = &self.leaf.text;
        self.out.push_str(&text[from..start]);
        for c in text[start..end].chars() {
            self.out.push('\\');
            self.out.push(c);
        }
        end
    }

    /// The same for what begins a block: a fence or a rule is escaped as a whole.
    fn escape_start(&mut self, from: usize, at: usize) -> usize {
        let rest = &self.leaf.text.as_bytes()[at..];
        let is_run = matches!(rest[0], b'*' | b'_' | b'~' | b'`');
        self.escape(from, at, at + if is_run { run_length(rest) } else { 1 })
    }

    /// Whether the character or run at `at` must be escaped.
    fn is_special(&mut self, index: usize, spot: Spot) -> bool {
        let Leaf { text, pieces, spots, .. } = self.leaf;
        let at = spot.start;
        let before = &text[pieces[index].start..at];
        let rest = &text[at..pieces[index].body(text).end];
        let next = self.leaf.next_byte(index, at + 1);
        match rest.as_bytes()[0] {
            // Before punctuation and at the end of a line.
            b'\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            byte @ (b'*' | b'_' | b'~') => spots.is_paired(byte, spot),
            b'`' => spots.has_backticks(),
            // A note, `[^1]`.
            b'[' => next == Some(b'^'),
            b']' => matches!(next, Some(b'(' | b'[')) && spots.has_bracket_before(at),
            b'<' => {
                let begins = next.is_some_and(begins_tag)
                    || autolink::begins_address(self.leaf, index, at + 1);
                begins && spots.has_greater_behind(at)
            }
            b'&' => begins_entity(rest),
            // An image, where a link is ours.
            b'!' => {
                let behind = pieces.get(index + 1).map(|piece| piece.kind);
                rest.len() == 1 && behind == Some(Kind::Link(Form::Labelled))
            }
            b':' => {
                let scheme = ["http", "https", "ftp"].iter().any(|s| ends_with_word(before, s));
                scheme && rest.starts_with("://") && !self.token.is_clean(self.leaf, index, at)
            }
            b'@' => autolink::is_address_cut(self.leaf, index, at),
            _ => ends_with_word(before, "www") && !self.token.is_clean(self.leaf, index, at),
        }
    }

    /// Writes what is at most one character as a reference.
    fn refer(&mut self, shown: &str) {
        for c in shown.chars() {
            // Writing to a string cannot fail.
            let _ = match c {
                '\u{A0}' => write!(self.out, "&nbsp;"),
                c => write!(self.out, "&#{};", u32::from(c)),
            };
        }
    }
}

/// Whether a tag, a comment or an instruction can begin with `<` and this.
pub(super) fn begins_tag(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?')
}

/// Whether `text` ends with the word, in any case.
fn ends_with_word(text: &str, word: &str) -> bool {
    let start = text.len().checked_sub(word.len());
    start.and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// Whether the text begins with an entity or a numeric reference, as far as its form goes: which
/// names there are is not looked at.
pub(super) fn begins_entity(text: &str) -> bool {
    let Some(name) = text.strip_prefix('&') else { return false };
    let name = name.strip_prefix('#').unwrap_or(name);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name[length..].starts_with(';')
}
