//! What a reader of WhatsApp text sees: its characters, each with what it looks like there, by the
//! slow models of the clients.
//!
//! White space is no glyph, but in code: elsewhere a glyph says whether there is some before it.

use std::sync::OnceLock;

use regex::Regex;

use super::{android, model};

/// What a glyph looks like, and where it stands: bits of a set.
pub(crate) type Look = u16;

pub(crate) const BOLD: Look = 1;
pub(crate) const ITALIC: Look = 2;
pub(crate) const STRIKETHROUGH: Look = 4;
pub(crate) const CODE: Look = 8;
/// In a quote.
pub(crate) const QUOTE: Look = 16;
/// In an item.
pub(crate) const ITEM: Look = 32;
/// Behind white space, or at the start of the text.
pub(crate) const SPACE: Look = 64;
/// The first one of its line.
pub(crate) const LINE: Look = 128;
/// Behind a character that may be put in and is not seen.
pub(crate) const HIDDEN: Look = 256;

/// Behind white space of code that begins its line.
pub(crate) const INDENTED: Look = 512;

pub(crate) const EMPHASIS: Look = BOLD | ITALIC | STRIKETHROUGH;
pub(crate) const STYLES: Look = EMPHASIS | CODE;

/// A character that is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) c: char,
    pub(crate) look: Look,
}

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Web,
    Android,
}

impl View {
    pub(crate) const ALL: &[Self] = &[Self::Web, Self::Android];

    /// The ranges of a text: what they do to it, and the bytes that they cover.
    fn ranges(self, text: &str) -> Vec<(Mark, usize, usize)> {
        match self {
            Self::Web => {
                let ranges = model::ranges(text).into_iter();
                ranges.filter_map(|r| Some((web_mark(r.kind)?, r.start, r.end))).collect()
            }
            Self::Android => {
                let ranges = android::ranges(text).into_iter();
                ranges.map(|r| (android_mark(r.kind), r.start, r.end)).collect()
            }
        }
    }
}

/// What a range does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Gives a look to what is between two markers of this many bytes.
    Style(Look, usize),
    Bullet,
    Number,
    Quote,
}

fn web_mark(kind: model::Kind) -> Option<Mark> {
    Some(match kind {
        model::Kind::Bold => Mark::Style(BOLD, 1),
        model::Kind::Italic => Mark::Style(ITALIC, 1),
        model::Kind::Strikethrough => Mark::Style(STRIKETHROUGH, 1),
        model::Kind::InlineCode => Mark::Style(CODE, 1),
        model::Kind::Monospace => Mark::Style(CODE, 3),
        model::Kind::BulletedItem => Mark::Bullet,
        model::Kind::NumberedItem => Mark::Number,
        model::Kind::Quote => Mark::Quote,
        model::Kind::Link => return None,
    })
}

fn android_mark(kind: android::Kind) -> Mark {
    match kind {
        android::Kind::Bold => Mark::Style(BOLD, 1),
        android::Kind::Italic => Mark::Style(ITALIC, 1),
        android::Kind::Strikethrough => Mark::Style(STRIKETHROUGH, 1),
        android::Kind::InlineCode => Mark::Style(CODE, 1),
        android::Kind::Monospace => Mark::Style(CODE, 3),
        android::Kind::BulletedItem => Mark::Bullet,
        android::Kind::NumberedItem => Mark::Number,
        android::Kind::Quote => Mark::Quote,
    }
}

/// White space for either client. U+0085, which Unicode has among them, is none for both.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\u{85}' || matches!(c, '\u{1C}'..='\u{1F}' | '\u{FEFF}')
}

/// Whether this is what a writer may put in to keep markers apart. Nobody sees it.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{200A}' | '\u{200E}' | '\u{200F}')
}

/// What must not be put into a text that is to have nothing invisible: category Cf, U+034F, and
/// the thinnest space.
pub(crate) fn is_put_in(c: char) -> bool {
    static FORMAT: OnceLock<Regex> = OnceLock::new();
    let format = FORMAT.get_or_init(|| Regex::new(r"\p{Cf}").expect("a class"));
    is_invisible(c) || !c.is_ascii() && format.is_match(c.encode_utf8(&mut [0; 4]))
}

/// The gap that a glyph leaves, which has one before it: white space and what is not seen are
/// glyphs in code.
pub(crate) fn gap_behind(c: char, gap: Look) -> Look {
    match c {
        c if is_space(c) && !is_invisible(c) => SPACE,
        c if is_invisible(c) => gap & SPACE,
        _ => 0,
    }
}

/// Marks that are seen as something else, and those that are not seen.
pub(crate) struct Looks {
    pub(crate) look: Vec<Look>,
    pub(crate) hidden: Vec<bool>,
    bullet: Vec<bool>,
}

pub(crate) fn looks(text: &str, view: View) -> Looks {
    let mut looks = Looks {
        look: vec![0; text.len()],
        hidden: vec![false; text.len()],
        bullet: vec![false; text.len()],
    };
    for (mark, start, end) in view.ranges(text) {
        let look = match mark {
            Mark::Style(look, marker) => {
                looks.hidden[start..start + marker].fill(true);
                looks.hidden[end - marker..end].fill(true);
                look
            }
            Mark::Bullet => {
                looks.bullet[start] = true;
                ITEM
            }
            // Its number is seen as it was typed, but for zeros before it (R61).
            Mark::Number => {
                let digits = text[start..].chars().take_while(|c| c.is_numeric());
                let digits: Vec<char> = digits.collect();
                let zeros = digits[..digits.len().saturating_sub(1)].iter();
                let zeros = zeros.take_while(|c| android::value(**c) == 0);
                let zeros: usize = zeros.map(|c| c.len_utf8()).sum();
                looks.hidden[start..start + zeros].fill(true);
                ITEM
            }
            Mark::Quote => {
                looks.hidden[start] = true;
                QUOTE
            }
        };
        for byte in &mut looks.look[start..end] {
            *byte |= look;
        }
    }
    looks
}

/// The glyphs of a text.
pub(crate) fn seen(text: &str, view: View) -> Vec<Glyph> {
    let text = model::normalise(text);
    let looks = looks(&text, view);
    let mut glyphs = Vec::new();
    let mut gap = SPACE | LINE;
    let mut indented = 0;
    for (at, c) in text.char_indices() {
        let look = looks.look[at];
        if looks.hidden[at] {
            continue;
        }
        if c == '\n' {
            (gap, indented) = (SPACE | LINE, 0);
        } else if look & CODE == 0 && is_invisible(c) {
            // U+200A is there to keep markers apart, not words.
            gap |= HIDDEN;
        } else if look & CODE == 0 && is_space(c) {
            gap |= SPACE;
        } else {
            let c = if looks.bullet[at] { '•' } else { c };
            glyphs.push(Glyph { c, look: look | gap | indented });
            indented = if is_space(c) && (gap & LINE | indented) != 0 { INDENTED } else { 0 };
            // White space of code is a glyph, and a gap as well.
            gap = gap_behind(c, gap);
        }
    }
    glyphs
}
