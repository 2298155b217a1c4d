//! `clients-differ`: WhatsApp Web and Android show it differently.
//!
//! One finding a line, where they differ first, says how. White space before an opening marker and
//! behind a closing one is read alike by both; so is one space behind the mark of an item. It is a
//! note where nobody minds: `**** 1234`, `¯\_(ツ)_/¯`, `• a`, of which a whole list is one finding.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("50€*net*", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::ClientsDiffer);
//! assert_eq!(
//!     report.diagnostics()[0].message,
//!     "WhatsApp Web shows this in bold, and Android as it is typed"
//! );
//! assert!(check("50 € *net*", &Profile::default()).is_clean());
//! ```

use crate::check::context::Context;
use crate::check::lint::Lint;
use crate::document::{Code, Document, Op};

pub(in crate::check) const SUMMARY: &str = "WhatsApp Web and Android show it differently";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (web, Some(android)) = (context.document(), context.android()) else { return };
    let text = context.text();
    // Where the line ends that was told of last, and whether it is an item that looks alike.
    let (mut done, mut bullet) = (0, false);
    for (web_first, index) in Differences::new(web, android) {
        let (here, there) = if web_first { (web, android) } else { (android, web) };
        let op = here.ops()[index];
        // A line is told of once; some operations cover the line feed before the line they begin.
        let at = if covers_line_feed(op) { op.end } else { op.start } as usize;
        if at < done {
            continue;
        }
        let span = span(here, index);
        let follows = bullet && span.start == done;
        done = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |len| at + len) + 1;
        let end = memchr::memchr(b'\n', &text.as_bytes()[span.start..span.end])
            .filter(|len| *len > 0)
            .map_or(span.end, |len| span.start + len);
        let span = span.start..end;
        bullet = text[span.clone()].starts_with("• ");
        if bullet && follows {
            // One list is one finding.
            context.extend_last(end);
            continue;
        }
        let message = sentence(web_first, op.code, is_other(there, op));
        let help = "put white space before the opening marker and behind the closing one";
        let help =
            if op.code.is_inline() { help } else { "write one mark, one space and the text" };
        if bullet || is_harmless(&text[span.clone()], op.code) {
            context.note(Lint::ClientsDiffer, span, message, help);
        } else {
            context.report(Lint::ClientsDiffer, span, message, help);
        }
    }
}

/// Whether nobody minds the difference: in masks (`**** 1234`) and faces there is nothing to read.
fn is_harmless(about: &str, code: Code) -> bool {
    code.is_inline() && !about.contains(|c: char| c.is_alphanumeric() && c != 'ツ')
}

fn covers_line_feed(op: Op) -> bool {
    matches!(op.code, Code::Break | Code::NextItem | Code::NextNumberedItem)
}

/// What the operation is about.
fn span(document: &Document<'_>, index: usize) -> core::ops::Range<usize> {
    let op = document.ops()[index];
    if op.code.is_enter() {
        let span = document.node_span(index);
        return span.range();
    }
    let start = op.start as usize;
    let line_feed = document.source()[start..op.end as usize].starts_with('\n');
    let start = start + usize::from(line_feed);
    let rest = &document.source()[start..];
    start..start + memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())
}

/// Whether the other client has something of the kind that begins there, too.
fn is_other(document: &Document<'_>, op: Op) -> bool {
    let ops = document.ops();
    let first = ops.partition_point(|other| other.start < op.start);
    ops[first..].iter().take_while(|other| other.start == op.start).any(|o| o.code == op.code)
}

fn sentence(web: bool, code: Code, other: bool) -> &'static str {
    macro_rules! say {
        ($what:literal) => {
            match (web, other) {
                (true, false) => {
                    concat!("WhatsApp Web shows this ", $what, ", and Android as it is typed")
                }
                (true, true) => {
                    concat!("WhatsApp Web shows this ", $what, ", and Android another part of it")
                }
                (false, false) => {
                    concat!("Android shows this ", $what, ", and WhatsApp Web as it is typed")
                }
                (false, true) => {
                    concat!("Android shows this ", $what, ", and WhatsApp Web another part of it")
                }
            }
        };
    }
    match code {
        Code::EnterBold => say!("in bold"),
        Code::EnterItalic => say!("in italic"),
        Code::EnterStrikethrough => say!("struck through"),
        Code::EnterInlineCode => say!("as inline code"),
        Code::EnterMonospace | Code::EnterMonospaceBlock => say!("in monospace"),
        Code::EnterQuote => say!("as a quote"),
        Code::EnterBulletedList | Code::NextItem => say!("as an item of a bulleted list"),
        Code::EnterNumberedList | Code::NextNumberedItem => say!("as an item of a numbered list"),
        _ => say!("as text"),
    }
}

/// The operations that one client has and the other has not, in the order of the text: whether it
/// is Web's, and its index.
struct Differences<'d> {
    web: &'d [Op],
    android: &'d [Op],
    web_at: usize,
    android_at: usize,
}

impl<'d> Differences<'d> {
    fn new(web: &'d Document<'_>, android: &'d Document<'_>) -> Self {
        let (web, android) = (web.ops(), android.ops());
        // Mostly all of it, but for links.
        let alike = web.iter().zip(android).take_while(|(web, android)| key(web) == key(android));
        let alike = alike.count();
        Self { web, android, web_at: alike, android_at: alike }
    }
}

/// What has to be alike; where what is entered ends is told by what leaves it.
#[inline]
fn key(op: &Op) -> (u32, u32, Code) {
    (op.start, op.end, op.code)
}

/// Whether an operation enters an item, a quote or monospace where `paragraph` begins.
fn begins_as(op: &Op, paragraph: Op) -> bool {
    op.start == paragraph.start && op.code.is_enter() && op.code > Code::EnterParagraph
}

impl Iterator for Differences<'_> {
    type Item = (bool, usize);

    fn next(&mut self) -> Option<(bool, usize)> {
        loop {
            let (web, android) = (self.web.get(self.web_at), self.android.get(self.android_at));
            let first = match (web, android) {
                (Some(web), Some(android)) if key(web) == key(android) => {
                    self.web_at += 1;
                    self.android_at += 1;
                    continue;
                }
                (Some(web), Some(android)) => web.code.is_link() || key(web) < key(android),
                (None, None) => return None,
                (web, _) => web.is_some(),
            };
            let (ops, at, other) = if first {
                (self.web, &mut self.web_at, android)
            } else {
                (self.android, &mut self.android_at, web)
            };
            let (index, op) = (*at, ops[*at]);
            *at += 1;
            match op.code {
                code if code.is_link() => {}
                // The other client has more to say of the line.
                Code::EnterParagraph if other.is_some_and(|other| begins_as(other, op)) => {}
                code if code.is_inline() && code.is_leave() => {
                    return Some((first, op.mate as usize));
                }
                code if code.is_enter() || code.begins_item() => return Some((first, index)),
                // What leaves a block, or only ends a line, follows from what enters.
                _ => {}
            }
        }
    }
}
