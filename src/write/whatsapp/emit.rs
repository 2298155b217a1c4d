//! Writes the atoms of one line, with the invisible characters that both clients need.
//!
//! The numbers in the comments are those of the rules for writing (W1–W11) in DESIGN.md.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chars::java::{digit, is_letter_or_digit};
use crate::chars::{is_bound, is_white_space, is_ws};
use crate::document::{Code, Line};

use super::atoms::{Atom, BACKTICK, Form, MARKERS, STYLES, Styles, marker};

/// Combining grapheme joiner: keeps a marker behind it from opening.
const JOINER: char = '\u{34F}';
/// Hair space: keeps a marker behind it from closing.
const HAIR_SPACE: char = '\u{200A}';
const LEFT_TO_RIGHT: char = '\u{200E}';
const RIGHT_TO_LEFT: char = '\u{200F}';

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
        left: count_markers(text, atoms),
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
    /// How often each marker comes behind this place, in whatever role.
    left: [usize; 4],
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
            self.left[marker] -= 1;
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
        self.left[marker] -= 1;
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
            if let Some(marker) = marker(c) {
                self.left[marker] -= 1;
                if may_stand_before_opener(self.before, c) && chars.peek().is_some() {
                    self.opened_by_url.add(marker);
                }
            }
            self.put(c);
        }
    }

    fn put_text(&mut self, index: usize) {
        let atom = &self.atoms[index];
        let mut chars = atom.slice(self.text).chars().peekable();
        while let Some(c) = chars.next() {
            if let Some(marker) = marker(c) {
                self.left[marker] -= 1;
                let next = chars.peek().copied().or_else(|| self.first_of(index + 1));
                self.guard(marker, next);
                self.put(c);
                if self.opened_by_url.has(marker) && !next.is_none_or(is_space) {
                    self.put_invisible(HAIR_SPACE);
                }
            } else {
                self.put(c);
            }
        }
    }

    /// What the atom at `index` begins with; a marker where styles change or code begins.
    fn first_of(&self, index: usize) -> Option<char> {
        let styles = self.atoms[index - 1].styles;
        match self.atoms.get(index) {
            None => (styles != Styles::NONE).then_some('*'),
            Some(next) if next.styles != styles || next.form.is_code() => Some('*'),
            Some(next) => next.slice(self.text).chars().next(),
        }
    }

    /// W5: keeps a literal marker from opening or closing; `next` is behind it.
    fn guard(&mut self, marker: usize, next: Option<char>) {
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
                || self.left[marker] == 0;
            if !harmless {
                self.put_invisible(JOINER);
            }
        }
    }

    fn put_inline_code(&mut self, index: usize) {
        self.inline_left -= 1;
        self.open_marker(BACKTICK, '`', index);
        self.put_code(index);
        self.put_marker(Code::LeaveInlineCode, '`');
        self.left[BACKTICK] -= 1;
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
        if code == Code::EnterMonospace && self.behind != Behind::Fence {
            self.prepare('`');
        }
        let start = self.out.text.len();
        self.out.text.push_str("```");
        self.out.marks.push(Mark { code, start, end: start + 3 });
        self.left[BACKTICK] -= 3;
        self.before = '`';
        self.behind = Behind::Text;
    }

    /// What stands in code is written as it is.
    fn put_code(&mut self, index: usize) {
        let code = self.atoms[index].slice(self.text);
        self.out.text.push_str(code);
        for c in code.chars() {
            self.look(c);
        }
        self.before = code.chars().next_back().unwrap_or(self.before);
    }

    fn look(&mut self, c: char) {
        if let Some(marker) = marker(c) {
            self.left[marker] -= 1;
        }
        self.direction = direction(c).unwrap_or(self.direction);
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

/// Whether both clients let `marker` open behind `c` (W1).
fn may_stand_before_opener(c: char, marker: char) -> bool {
    match c {
        '.' | ',' | ':' | ';' | '"' | '(' | '/' | '\u{200E}' | '\u{200F}' | '\u{202D}' => true,
        '\u{2066}'..='\u{2068}' => true,
        '*' | '_' | '~' => c != marker,
        _ => is_space(c),
    }
}

/// Whether `c` is white space for both clients.
pub(super) fn is_space(c: char) -> bool {
    is_ws(c) && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{FEFF}')
}

/// Whether a marker behind `c` could open for one client at least.
pub(super) fn may_stand_before_literal(c: char) -> bool {
    is_bound(c) || is_white_space(c)
}

/// How often each marker will be in the line.
fn count_markers(text: &str, atoms: &[Atom]) -> [usize; 4] {
    let mut counts = [0; 4];
    let mut styles = Styles::NONE;
    for atom in atoms {
        for c in atom.slice(text).chars() {
            if let Some(marker) = marker(c) {
                counts[marker] += 1;
            }
        }
        if atom.styles != styles {
            styles = atom.styles;
            for marker in (0..STYLES).filter(|marker| styles.has(*marker)) {
                counts[marker] += 2;
            }
        }
        counts[BACKTICK] += match atom.form {
            Form::Inline => 2,
            Form::Fence => 6,
            _ => 0,
        };
    }
    counts
}

/// The mark of the direction of a letter.
fn direction(c: char) -> Option<char> {
    let right_to_left = matches!(
        c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    );
    c.is_alphabetic().then_some(if right_to_left { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT })
}

fn first_direction(text: &str, atoms: &[Atom]) -> char {
    let mut chars = atoms.iter().flat_map(|atom| atom.slice(text).chars());
    chars.find_map(direction).unwrap_or(LEFT_TO_RIGHT)
}
