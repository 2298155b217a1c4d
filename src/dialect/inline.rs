//! Signs of Markdown within a line.

use super::Sign;
use super::code::{Code, Cursor};
use super::delimiters::Delimiters;
use super::evidence::Evidence;
use super::link::{self, Targets};
use super::references::References;

/// How many brackets are kept that are not closed.
const DEEP: usize = 8;

/// Goes through lines, one after the other.
#[derive(Debug)]
pub(super) struct Inline<'s, 'e> {
    pub(super) source: &'s str,
    pub(super) references: References<'s>,
    /// Where the text is code to WhatsApp.
    pub(super) code: Cursor<'e>,
    /// Where it is code to Markdown.
    pub(super) found: Code,
    pub(super) evidence: &'e mut Evidence,
}

/// What is open on a line.
#[derive(Debug)]
struct State<'s> {
    end: usize,
    delimiters: Delimiters,
    brackets: Brackets,
    targets: Targets<'s>,
    /// Bit n: no run of n backticks follows.
    unclosed: u16,
}

/// The last opening brackets, without those before.
#[derive(Debug, Default)]
struct Brackets {
    open: [usize; DEEP],
    length: usize,
}

impl Brackets {
    fn push(&mut self, at: usize) {
        if self.length == DEEP {
            self.open.copy_within(1.., 0);
            self.length -= 1;
        }
        self.open[self.length] = at;
        self.length += 1;
    }

    fn pop(&mut self) -> Option<usize> {
        self.length = self.length.checked_sub(1)?;
        Some(self.open[self.length])
    }
}

impl Inline<'_, '_> {
    /// Looks at the line `start..end`.
    pub(super) fn line(&mut self, start: usize, end: usize) {
        let mut state = State {
            end,
            delimiters: Delimiters::default(),
            brackets: Brackets::default(),
            targets: Targets::new(self.source, end),
            unclosed: 0,
        };
        let bytes = self.source.as_bytes();
        let mut at = start;
        while at < end {
            let byte = bytes[at];
            if !matches!(byte, b'*' | b'_' | b'~' | b'\\' | b'`' | b'[' | b']' | b'<' | b':') {
                at += 1;
                continue;
            }
            if let Some(code_end) = self.code.end_at(at) {
                at = code_end;
                continue;
            }
            at = match byte {
                b'*' | b'_' | b'~' => self.run(&mut state, at),
                b'`' => self.backticks(&mut state, at),
                b'\\' => self.backslash(&state, at),
                b'<' => self.angle(end, at),
                b':' => self.colon(end, at),
                b'[' => {
                    state.brackets.push(at);
                    at + 1
                }
                _ => self.bracket(&mut state, at),
            };
        }
    }

    fn run(&mut self, state: &mut State<'_>, at: usize) -> usize {
        let end = run_end(self.source, at, state.end);
        if let Some(pair) = state.delimiters.run(self.source, at, end) {
            self.evidence.add(pair.sign, pair.start, pair.end);
        }
        end
    }

    /// Code that WhatsApp does not read as such: from a run of backticks to one as long.
    fn backticks(&mut self, state: &mut State<'_>, at: usize) -> usize {
        let behind = run_end(self.source, at, state.end);
        let length = behind - at;
        if length >= 16 || state.unclosed >> length & 1 == 1 {
            return behind;
        }
        let mut next = behind;
        while let Some(more) = memchr::memchr(b'`', &self.source.as_bytes()[next..state.end]) {
            let start = next + more;
            next = run_end(self.source, start, state.end);
            if next - start == length {
                self.found.push(at, next);
                return next;
            }
        }
        state.unclosed |= 1 << length;
        behind
    }

    /// An escaped character is text. Of those that are often escaped by tools, it is a sign.
    fn backslash(&mut self, state: &State<'_>, at: usize) -> usize {
        let bytes = &self.source.as_bytes()[at + 1..state.end];
        let Some(escaped) = bytes.first().filter(|byte| byte.is_ascii_punctuation()) else {
            return at + 1;
        };
        let shrugs = bytes.starts_with("_(ツ)".as_bytes());
        let tells = matches!(escaped, b'*' | b'_' | b'~' | b'#' | b'.' | b'-' | b'!' | b'>' | b'`');
        if tells && !shrugs {
            self.evidence.add(Sign::Escape, at, at + 2);
        }
        at + 2
    }

    /// `<https://ex.com>`
    fn angle(&mut self, end: usize, at: usize) -> usize {
        let rest = &self.source[at + 1..end];
        if link::scheme(rest).is_none() {
            return at + 1;
        }
        let stop = rest.bytes().position(|b| b.is_ascii_whitespace() || matches!(b, b'<' | b'>'));
        let stop = at + 1 + stop.unwrap_or(rest.len());
        if self.source.as_bytes().get(stop) == Some(&b'>') {
            self.evidence.add(Sign::Autolink, at, stop + 1);
        }
        stop
    }

    /// Markers in an address are part of it, but for those at its end.
    fn colon(&self, end: usize, at: usize) -> usize {
        let rest = &self.source[at..end];
        if !rest.starts_with("://") {
            return at + 1;
        }
        let stops = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ']' | ')');
        let address = &rest[..rest.find(stops).unwrap_or(rest.len())];
        at + address.trim_end_matches(['*', '_', '~', '.', ',', ';', '!', '?', '\'']).len().max(3)
    }

    /// A closing bracket: of a link, an image, a name.
    fn bracket(&mut self, state: &mut State<'_>, at: usize) -> usize {
        let Some(open) = state.brackets.pop() else { return at + 1 };
        let before = self.source[..open].chars().next_back();
        let image = before == Some('!');
        let label = &self.source[open + 1..at];
        let start = open - usize::from(image);
        let (sign, end) = match self.source.as_bytes().get(at + 1) {
            Some(b'(') => {
                let glued = before.is_some_and(|c| c.is_ascii_alphanumeric());
                let end = state.targets.end_of(at + 2, glued);
                (if image { Sign::Image } else { Sign::Link }, end)
            }
            Some(b':') => return at + 1,
            Some(b'[') if at + 1 < state.end => {
                let name = &self.source[at + 2..state.end];
                let end = name.bytes().take(65).position(|byte| byte == b']');
                let known = |end: &usize| {
                    let name = if *end == 0 { label } else { &name[..*end] };
                    self.references.contains(name)
                };
                (Sign::ReferenceLink, end.filter(known).map(|end| at + 2 + end + 1))
            }
            _ => {
                let sign =
                    if label.starts_with('^') { Sign::Footnote } else { Sign::ReferenceLink };
                (sign, self.references.contains(label).then_some(at + 1))
            }
        };
        match end {
            Some(end) if !label.is_empty() || image => {
                self.evidence.add(sign, start, end);
                end
            }
            _ => at + 1,
        }
    }
}

/// Where the run of equal bytes at `at` ends.
fn run_end(source: &str, at: usize, end: usize) -> usize {
    let bytes = &source.as_bytes()[at..end];
    at + bytes.iter().take_while(|byte| **byte == bytes[0]).count()
}
