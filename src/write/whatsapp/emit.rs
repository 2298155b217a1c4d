//! Writes the atoms of one line, with the invisible characters that both clients need.
//!
//! The numbers in the comments are those of the rules for writing (W1–W11) in DESIGN.md.

mod class;
mod guard;

use alloc::string::String;
use alloc::vec::Vec;

use crate::chars::java::digit;
use crate::chars::{is_bound, is_white_space, is_ws};
use crate::document::{Code, Line};

use super::atoms::{Atom, BACKTICK, Form, MARKERS, STYLES, Styles, marker};
pub(crate) use class::{LEFT_TO_RIGHT, direction, may_stand_before_opener};
pub(super) use class::{is_space, may_stand_before_literal};
use guard::last_closers;

/// Combining grapheme joiner: keeps a marker behind it from opening.
const JOINER: char = '\u{34F}';
/// Hair space: keeps a marker behind it from closing.
const HAIR_SPACE: char = '\u{200A}';

const ENTER: [Code; 4] =
    [Code::EnterBold, Code::EnterItalic, Code::EnterStrikethrough, Code::EnterInlineCode];
const LEAVE: [Code; 4] =
    [Code::LeaveBold, Code::LeaveItalic, Code::LeaveStrikethrough, Code::LeaveInlineCode];

/// A marker in the text of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) code: Code,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A line that was written.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
    /// Atoms with a style that would need an invisible character, where none is allowed.
    pub(super) unsaid: Vec<usize>,
}

/// Writes a line.
pub(super) fn emit(text: &str, line: Line, atoms: &[Atom], invisible: bool) -> Written {
    let mut emitter = Emitter {
        text,
        atoms,
        invisible,
        out: Written::default(),
        before: if line == Line::Text { '\n' } else { ' ' },
        behind: Behind::Text,
        open: [0; STYLES],
        depth: 0,
        run: 0,
        closed: 0,
        closers: last_closers(text, atoms),
        opened_by_url: Styles::NONE,
        inline_left: atoms.iter().filter(|atom| atom.form == Form::Inline).count(),
        direction: first_direction(text, atoms),
    };
    emitter.run(line);
    emitter.out
}

/// What was written last, as far as what comes next must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    Text,
    Opener,
    Closer,
    CodeCloser,
    Fence,
}

struct Emitter<'t> {
    text: &'t str,
    atoms: &'t [Atom],
    /// Whether invisible characters are allowed.
    invisible: bool,
    out: Written,
    /// The last character.
    before: char,
    behind: Behind,
    /// The styles that are open, in order.
    open: [usize; STYLES],
    depth: usize,
    /// The atom with which the styles began that are open, and that of those closed last.
    run: usize,
    closed: usize,
    /// Behind the last character of each kind that could close, in whatever role it stands there.
    closers: [usize; 4],
    /// Markers that a URL opened on Android, where URLs are not protected.
    opened_by_url: Styles,
    /// How many pieces of inline code come.
    inline_left: usize,
    /// The mark of the direction of the last letter.
    direction: char,
}

impl Emitter<'_> {
    fn run(&mut self, line: Line) {
        if self.begins_like_a_block(line) {
            self.put_invisible(JOINER);
        }
        let mut styles = Styles::NONE;
        for index in 0..self.atoms.len() {
            let atom = &self.atoms[index];
            if atom.styles != styles {
                self.close_all();
                styles = atom.styles;
                self.open_all(index);
            }
            match atom.form {
                Form::Text => self.put_text(index),
                Form::Space | Form::Url | Form::Placeholder => self.put_whole(index),
                Form::Inline => self.put_inline_code(index),
                Form::Fence => self.put_fence(index),
            }
        }
        self.close_all();
    }

    /// W6, W10: text that would be an item or a quote, and items and quotes without text.
    fn begins_like_a_block(&self, line: Line) -> bool {
        let mut visible = self.atoms.iter().flat_map(|atom| atom.slice(self.text).chars());
        if line != Line::Text {
            return visible.next().is_none_or(is_white_space);
        }
        if self.atoms.first().is_none_or(|atom| atom.styles != Styles::NONE || atom.form.is_code())
        {
            return false;
        }
        let Some(first) = visible.next() else { return false };
        let mut second = visible.next();
        match first {
            '*' | '-' | '•' => second == Some(' '),
            '>' => second.is_some_and(is_ws),
            _ if digit(first).is_some() => {
                if second.and_then(digit).is_some() {
                    second = visible.next();
                }
                second == Some('.') && visible.next() == Some(' ')
            }
            _ => false,
        }
    }

    fn open_all(&mut self, index: usize) {
        let styles = self.atoms[index].styles;
        let order: Vec<usize> = (0..STYLES).filter(|marker| styles.has(*marker)).collect();
        // W2: behind a closer of its own, a marker would need a mark.
        let turn = usize::from(order.len() > 1 && self.before == MARKERS[order[0]]);
        self.run = index;
        for i in 0..order.len() {
            let marker = order[(i + turn) % order.len()];
            self.open_marker(marker, MARKERS[marker], index);
            self.open[self.depth] = marker;
            self.depth += 1;
        }
        let next = self.atoms[index].slice(self.text).chars().next();
        if self.before == '*' && matches!(next, Some('\u{FE0F}' | '\u{20E3}')) {
            self.need_invisible(LEFT_TO_RIGHT, index);
        }
    }

    fn close_all(&mut self) {
        while self.depth > 0 {
            self.depth -= 1;
            let marker = self.open[self.depth];
            self.put_marker(LEAVE[marker], MARKERS[marker]);
            self.behind = Behind::Closer;
            self.closed = self.run;
        }
    }

    /// W1: an opener, behind a mark where it could not open else.
    fn open_marker(&mut self, marker: usize, c: char, index: usize) {
        self.leave_url(index);
        if !may_stand_before_opener(self.before, c) {
            self.need_invisible(self.direction, index);
        }
        self.put_marker(ENTER[marker], c);
        self.behind = Behind::Opener;
    }

    /// W11: what stands directly behind a URL would be part of it.
    fn leave_url(&mut self, index: usize) {
        let before = index.checked_sub(1).map(|before| &self.atoms[before]);
        let url = |atom: &Atom| atom.form == Form::Url;
        if self.behind == Behind::Text && before.is_some_and(url) && self.before != HAIR_SPACE {
            self.need_invisible(HAIR_SPACE, index);
        }
    }

    fn put_marker(&mut self, code: Code, c: char) {
        self.prepare(c);
        let start = self.out.text.len();
        self.out.text.push(c);
        self.out.marks.push(Mark { code, start, end: start + c.len_utf8() });
        self.before = c;
        self.behind = Behind::Text;
    }

    /// Text into which nothing is put.
    fn put_whole(&mut self, index: usize) {
        let mut chars = self.atoms[index].slice(self.text).chars().peekable();
        while let Some(c) = chars.next() {
            if let Some(marker) = marker(c)
                && may_stand_before_opener(self.before, c)
                && chars.peek().is_some()
            {
                self.opened_by_url.add(marker);
            }
            self.put(c);
        }
    }

    fn put_text(&mut self, index: usize) {
        let atom = &self.atoms[index];
        let mut chars = atom.slice(self.text).char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            if let Some(marker) = marker(c) {
                let at = atom.text.start + i;
                let next = chars.peek().map(|next| next.1);
                let next = next.or_else(|| self.first_of(index + 1));
                self.guard(marker, at, next);
                self.put(c);
                if self.opened_by_url.has(marker) && !next.is_none_or(is_space) {
                    self.put_invisible(HAIR_SPACE);
                }
            } else {
                self.put(c);
            }
        }
    }

    fn put_inline_code(&mut self, index: usize) {
        self.inline_left -= 1;
        self.open_marker(BACKTICK, '`', index);
        self.put_code(index);
        self.put_marker(Code::LeaveInlineCode, '`');
        self.behind = Behind::CodeCloser;
        self.closed = index;
    }

    /// W7, W8.
    fn put_fence(&mut self, index: usize) {
        self.leave_url(index);
        if self.before == '`' && self.behind != Behind::Fence {
            self.need_invisible(self.direction, index);
        }
        self.put_fence_marker(Code::EnterMonospace);
        self.put_code(index);
        self.put_fence_marker(Code::LeaveMonospace);
        self.behind = Behind::Fence;
        self.closed = index;
        let text_follows = self.atoms.get(index + 1).is_some_and(|next| {
            next.form != Form::Fence && !next.slice(self.text).starts_with(is_white_space)
        });
        if text_follows && self.inline_left > 0 {
            self.put_invisible(HAIR_SPACE);
        }
    }

    fn put_fence_marker(&mut self, code: Code) {
        let start = self.out.text.len();
        self.out.text.push_str("```");
        self.out.marks.push(Mark { code, start, end: start + 3 });
        self.before = '`';
        self.behind = Behind::Text;
    }

    /// What stands in code is written as it is.
    fn put_code(&mut self, index: usize) {
        let code = self.atoms[index].slice(self.text);
        self.out.text.push_str(code);
        self.direction = code.chars().rev().find_map(direction).unwrap_or(self.direction);
        self.before = code.chars().next_back().unwrap_or(self.before);
    }

    /// A character of the text.
    fn put(&mut self, c: char) {
        self.prepare(c);
        self.out.text.push(c);
        self.before = c;
        self.behind = Behind::Text;
        self.direction = direction(c).unwrap_or(self.direction);
    }

    /// W2: a mark behind a closer that could not close before `c`, or behind a fence or inline
    /// code that a backtick follows.
    fn prepare(&mut self, c: char) {
        let fits = match self.behind {
            Behind::Text | Behind::Opener => true,
            Behind::Closer => is_bound(c),
            Behind::CodeCloser => is_bound(c) && c != '`',
            Behind::Fence => c != '`',
        };
        if !fits {
            self.need_invisible(self.direction, self.closed);
        }
    }

    /// An invisible character for the sake of the span that begins with an atom.
    fn need_invisible(&mut self, c: char, atom: usize) {
        self.behind = Behind::Text;
        if self.invisible {
            self.out.text.push(c);
            self.before = c;
        } else {
            self.out.unsaid.push(atom);
        }
    }

    /// An invisible character for the sake of a literal one.
    fn put_invisible(&mut self, c: char) {
        if !self.invisible {
            return;
        }
        if matches!(self.behind, Behind::Closer | Behind::CodeCloser) {
            self.out.text.push(self.direction);
        }
        self.behind = Behind::Text;
        self.out.text.push(c);
        self.before = c;
    }
}

fn first_direction(text: &str, atoms: &[Atom]) -> char {
    let mut chars = atoms.iter().flat_map(|atom| atom.slice(text).chars());
    chars.find_map(direction).unwrap_or(LEFT_TO_RIGHT)
}
