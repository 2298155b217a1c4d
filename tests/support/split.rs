//! What holds for the parts of a message, whoever reads them: by the slow models of both clients.

use wamark::{
    Client, Document, Invisible, LossCode, MarkdownOptions, Parser, Part, Splitter, Unit,
};

use super::proof::glyphs::{self, Look, STYLES, View, is_invisible, looks, seen};

/// How a message is split.
#[derive(Clone, Copy, Debug)]
pub(crate) struct How {
    pub(crate) limit: usize,
    pub(crate) unit: Unit,
    pub(crate) number: bool,
    pub(crate) invisible: Invisible,
    /// Whose reading of the message is meant.
    pub(crate) view: View,
}

impl How {
    pub(crate) fn splitter(self) -> Splitter {
        let limit = self.limit.try_into().expect("not 0");
        Splitter::new(limit, self.unit).number(self.number).invisible(self.invisible)
    }
}

/// What was lost in a message that came out right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) parts: usize,
    pub(crate) losses: usize,
    /// Letters and digits in all, and those with other styles than is meant, as was reported.
    pub(crate) letters: usize,
    pub(crate) excused: usize,
    /// Characters put in that nobody sees.
    pub(crate) invisible: usize,
    pub(crate) verbatim: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.parts += other.parts;
        self.losses += other.losses;
        self.letters += other.letters;
        self.excused += other.excused;
        self.invisible += other.invisible;
        self.verbatim += other.verbatim;
    }
}

/// The length of a text, counted in another way than the library does, where there is one.
fn length(text: &str, unit: Unit) -> usize {
    match unit {
        Unit::CodePoints => text.chars().count(),
        Unit::Utf16 => text.encode_utf16().count(),
        Unit::Bytes => text.len(),
        _ => unit.count(text),
    }
}

/// A letter or digit, how it looks, and where it stands.
pub(crate) type Letter = (char, Look, usize);

pub(crate) fn letters(text: &str, view: View) -> Vec<Letter> {
    let looks = looks(text, view);
    text.char_indices()
        .filter(|&(at, c)| c.is_alphanumeric() && !looks.hidden[at])
        .map(|(at, c)| (c, looks.look[at] & STYLES, at))
        .collect()
}

/// White space for either client or for Unicode: what is dropped where a text is cut.
fn is_space(c: char) -> bool {
    glyphs::is_space(c) || c == '\u{85}'
}

/// What is seen of a text but white space.
fn shown(text: &str, view: View) -> Vec<char> {
    let seen = seen(text, view).into_iter().map(|glyph| glyph.c);
    seen.filter(|&c| !is_space(c) && !is_invisible(c)).collect()
}

/// A message as it is to be understood.
pub(crate) fn parse(text: &str, how: How) -> Document<'_> {
    let client = if how.view == View::Web { Client::Web } else { Client::Android };
    Parser::new().client(client).parse(text)
}

/// Whether an item has a number and no text: white space, for splitting.
pub(crate) fn has_blank_item(text: &str) -> bool {
    // Something invisible makes an item of a mark without text.
    let is_blank = |c| is_space(c) || c == '\u{34F}';
    text.split(['\n', '\r']).any(|line| {
        let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
        behind.len() < line.len()
            && behind.strip_prefix(". ").is_some_and(|item| item.chars().all(is_blank))
    })
}

/// Whether an item may have a number that is one on Android only: it is written for both.
fn has_foreign_number(text: &str) -> bool {
    let pieces = text.split(". ");
    pieces
        .into_iter()
        .any(|piece| piece.chars().rev().take(2).any(|c| matches!(c, '٣' | '٢' | '𝟘')))
}

/// Whether a number may begin with a zero that is not shown, and be longer than a part: its digits
/// are then text, with the zero.
fn has_cut_zero(text: &str, limit: usize) -> bool {
    // A number, and the part's own.
    const ROOM: usize = 24;
    let is_cut = |piece: &str| {
        let before = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &piece[before.len()..];
        digits.len() > 1 && digits.starts_with('0')
    };
    limit < ROOM && text.split(". ").any(is_cut)
}

/// Splits a message, and tells what is wrong with its parts.
pub(crate) fn split(text: &str, how: How) -> Result<Tally, String> {
    if has_blank_item(text)
        || has_cut_zero(text, how.limit)
        || how.view == View::Android && has_foreign_number(text)
    {
        return Ok(Tally::default());
    }
    let document = parse(text, how);
    judge(document.source(), how, &how.splitter().split(&document))
}

/// Splits a document that was read from Markdown: the parts say what all of it would. How many there
/// are; nothing where something is lost, and that is reported.
pub(crate) fn split_markdown(markdown: &str, how: How) -> Result<Option<usize>, String> {
    let reading = Document::from_markdown(markdown, &MarkdownOptions::default());
    let whole = reading.document().to_whatsapp(how.invisible);
    let parts = how.splitter().split(reading.document());
    let reported = whole.losses.len() + parts.iter().flat_map(|part| &part.losses).count();
    if reported > 0 || has_blank_item(&whole.text) {
        return Ok(None);
    }
    let look = |text: &str, view, end: usize| -> Vec<_> {
        let letters = letters(text, view).into_iter().filter(|letter| letter.2 < end);
        letters.map(|(c, look, _)| (c, look)).collect()
    };
    for &view in View::ALL {
        // A part's number is not the text's.
        let end = |part: &Part| number_off(&part.text, how, parts.len()).len();
        let read = parts.iter().flat_map(|part| look(&part.text, view, end(part)));
        if read.collect::<Vec<_>>() != look(&whole.text, view, whole.text.len()) {
            return Err(format!("{how:?} {markdown:?}\n{view:?} of {whole:?}\n{parts:#?}"));
        }
    }
    for part in &parts {
        let is_long = length(&part.text, how.unit) > how.limit && part.text.chars().count() > 1;
        let is_trimmed = parts.len() == 1 || part.text.trim() == part.text;
        if is_long || !is_trimmed {
            return Err(format!("{how:?} {markdown:?}\n{part:#?}"));
        }
    }
    Ok(Some(parts.len()))
}

/// Holds the parts of a parsed message against what is known of them, and tells what is wrong.
pub(crate) fn judge(source: &str, how: How, parts: &[Part]) -> Result<Tally, String> {
    let mut tally = Tally { parts: parts.len(), ..Tally::default() };
    if let [part] = parts
        && length(source, how.unit) <= how.limit
    {
        let same = part.text == source && part.losses.is_empty();
        return if same { Ok(tally) } else { Err("a short text is not as it was".into()) };
    }
    if source.is_empty() || parts.is_empty() {
        let fine = source.is_empty() && parts.is_empty();
        return if fine { Ok(tally) } else { Err("no parts".into()) };
    }
    let blank = shown(source, how.view).iter().all(|&c| c == '•');
    let mut end = 0;
    for (index, part) in parts.iter().enumerate() {
        let text = &part.text;
        if length(text, how.unit) > how.limit && text.chars().count() > 1 {
            return Err(format!("part {index} is too long: {}", length(text, how.unit)));
        }
        if !blank && text.trim() != text || text.is_empty() {
            return Err(format!("part {index} begins or ends with white space"));
        }
        let span = part.span.range();
        if span.start < end || span.is_empty() || source.get(span.clone()).is_none() {
            return Err(format!("part {index} has the span {span:?}"));
        }
        tally.verbatim += usize::from(source[span.clone()] == *number_off(text, how, parts.len()));
        end = span.end;
        tally.losses += part.losses.len();
    }
    if blank {
        return Ok(tally);
    }
    compare(source, how, parts, &mut tally)?;
    Ok(tally)
}

/// The text without its number.
fn number_off(text: &str, how: How, parts: usize) -> &str {
    if how.number && parts > 1 && text.ends_with(&format!("/{parts})")) {
        text.rfind('(').map_or(text, |at| text[..at].trim_end())
    } else {
        text
    }
}

fn compare(source: &str, how: How, parts: &[Part], tally: &mut Tally) -> Result<(), String> {
    let losses: Vec<_> = parts.iter().flat_map(|part| &part.losses).collect();
    let literal = losses.iter().any(|loss| loss.code == LossCode::LiteralFormatted);
    // Numbers by their place: how long the part is without them.
    let without: Vec<&str> =
        parts.iter().map(|part| number_off(&part.text, how, parts.len())).collect();
    let all: Vec<char> = shown(source, how.view);
    let got: Vec<char> = parts
        .iter()
        .zip(&without)
        .flat_map(|(part, without)| {
            let number = part.text[without.len()..].trim().chars().count();
            let mut shown = shown(&part.text, View::Web);
            shown.truncate(shown.len().saturating_sub(number));
            shown
        })
        .collect();
    // Those of items without text are dropped with the white space, or for want of room.
    let text = |chars: &[char]| chars.iter().filter(|&&c| c != '•').collect::<String>();
    let marks = |chars: &[char]| chars.iter().filter(|&&c| c == '•').count();
    if (text(&all) != text(&got) || marks(&all) < marks(&got)) && !literal {
        return Err(format!("shown: {:?}\n   not: {:?}", string(&got), string(&all)));
    }
    let meant = letters(source, how.view);
    for &view in View::ALL {
        let read: Vec<Letter> = parts
            .iter()
            .zip(&without)
            .flat_map(|(part, without)| {
                let mut letters = letters(&part.text, view);
                letters.retain(|letter| letter.2 < without.len());
                letters
            })
            .collect();
        if meant.len() != read.len() {
            // A zero before the number of what became an item.
            if literal {
                tally.excused += meant.len();
                continue;
            }
            return Err(format!("{view:?}: {} letters, not {}", read.len(), meant.len()));
        }
        for (&(c, styles, at), &(d, got, _)) in meant.iter().zip(&read) {
            tally.letters += 1;
            if c != d {
                return Err(format!("{view:?}: {d:?} at {at}, not {c:?}"));
            }
            if styles == got {
                continue;
            }
            let of = |code| {
                let mut losses = losses.iter().filter(|loss| loss.code == code);
                losses.any(|loss| loss.span.range().contains(&at))
            };
            let dropped = styles & got == got && of(LossCode::StyleDropped);
            if !dropped && !of(LossCode::LiteralFormatted) {
                let names = |look: Look| format!("{:b}", look & STYLES);
                return Err(format!(
                    "{view:?}: {c:?} at {at} looks {}, not {}",
                    names(got),
                    names(styles)
                ));
            }
            tally.excused += 1;
        }
    }
    let count = |text: &str| text.chars().filter(|&c| is_invisible(c)).count();
    tally.invisible += parts.iter().map(|part| count(&part.text)).sum::<usize>();
    if how.invisible == Invisible::Never && tally.invisible > count(source) {
        return Err("something invisible was put in".into());
    }
    Ok(())
}

fn string(chars: &[char]) -> String {
    chars.iter().collect()
}
