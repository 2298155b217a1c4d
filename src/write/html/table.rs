//! What each operation writes, as far as that depends on nothing else.

use alloc::string::String;

use crate::document::Code;

use super::style::{CLOSE, HtmlStyle, as_str};

/// One entry for each [`Code`].
const CODES: usize = Code::LeaveMonospaceBlock as usize + 1;

/// What a style's tags come to for each operation: two pieces, as some have to do with a list and
/// an item.
pub(super) struct Table<'s> {
    html: [[&'s str; 2]; CODES],
    /// The length of the longest entry.
    pub(super) longest: usize,
}

impl<'s> Table<'s> {
    pub(super) const fn new(style: &'s HtmlStyle) -> Self {
        let tags = [
            (Code::EnterBold, &style.bold),
            (Code::EnterItalic, &style.italic),
            (Code::EnterStrikethrough, &style.strikethrough),
            (Code::EnterSpoiler, &style.spoiler),
            (Code::EnterInlineCode, &style.inline_code),
            (Code::EnterMonospace, &style.monospace),
            (Code::EnterLink, &style.link),
            (Code::EnterMention, &style.mention),
            (Code::EnterParagraph, &style.paragraph),
            (Code::EnterQuote, &style.quote),
            (Code::EnterMonospaceBlock, &style.monospace_block),
        ];
        let mut html = [[""; 2]; CODES];
        let mut i = 0;
        while i < tags.len() {
            let (enter, tag) = tags[i];
            html[enter as usize][0] = tag.open();
            html[enter as usize + 1][0] = tag.close();
            i += 1;
        }
        let item = &style.item;
        let (bulleted, numbered) = (&style.bulleted_list, &style.numbered_list);
        html[Code::EnterBulletedList as usize] = [bulleted.open(), item.open()];
        html[Code::NextItem as usize] = [item.close(), item.open()];
        html[Code::NextNumberedItem as usize] = [item.close(), item.open()];
        html[Code::LeaveBulletedList as usize] = [item.close(), bulleted.close()];
        html[Code::EnterNumberedList as usize] = [numbered.open(), item.open()];
        html[Code::LeaveNumberedList as usize] = [item.close(), numbered.close()];
        html[Code::Break as usize][0] = as_str(&style.line_break);
        let mut longest = 0;
        let mut i = 0;
        while i < CODES {
            let length = html[i][0].len() + html[i][1].len();
            if length > longest {
                longest = length;
            }
            i += 1;
        }
        Self { html, longest }
    }

    /// Appends the entry.
    #[inline]
    pub(super) fn push(&self, out: &mut String, code: Code) {
        let [first, second] = self.html[code as usize];
        out.push_str(first);
        out.push_str(second);
    }
}

/// The length of the longest entry of the preset `close` but that of spoilers.
pub(super) const CLOSE_LONGEST: usize = "</blockquote>".len();
/// The entries of the preset `close` are filled up to one length.
pub(super) const PADDED: usize = 16;

static CLOSE_BYTES: [[u8; PADDED]; CODES] = close_entries().0;
static CLOSE_LENGTHS: [u8; CODES] = close_entries().1;
/// The same as text.
static CLOSE_TEXT: [&str; CODES] = {
    let mut text = [""; CODES];
    let mut i = 0;
    while i < CODES {
        text[i] = match core::str::from_utf8(&CLOSE_BYTES[i]) {
            Ok(text) => text,
            Err(_) => panic!("tags are ASCII"),
        };
        i += 1;
    }
    text
};

const fn close_entries() -> ([[u8; PADDED]; CODES], [u8; CODES]) {
    let table = Table::new(&CLOSE);
    let mut bytes = [[b' '; PADDED]; CODES];
    let mut lengths = [0; CODES];
    let mut i = 0;
    while i < CODES {
        let mut piece = 0;
        while piece < 2 {
            let html = table.html[i][piece].as_bytes();
            let mut j = 0;
            // What is longer goes another way.
            while j < html.len() && (lengths[i] as usize) < PADDED {
                bytes[i][lengths[i] as usize] = html[j];
                lengths[i] += 1;
                j += 1;
            }
            piece += 1;
        }
        i += 1;
    }
    (bytes, lengths)
}

/// Appends an entry of the preset `close`: a copy of fixed length, cut, costs less than a call.
#[inline]
pub(super) fn push_close(out: &mut String, code: Code) {
    let padded = CLOSE_TEXT[code as usize];
    // Always so; said for the compiler.
    if padded.len() == PADDED {
        let end = out.len() + usize::from(CLOSE_LENGTHS[code as usize]);
        out.push_str(padded);
        out.truncate(end);
    }
}
