//! A message by way of Markdown: whether it shows the same when it comes back, and why it may not.

use std::ops::Range;

use wamark::{
    Client, Conversion, Document, Event, Invisible, LossCode, MarkdownOptions, Node, Parser,
};

use super::proof::android::value;
use super::proof::glyphs::{
    CODE, Glyph, HIDDEN, INDENTED, ITEM, LINE, SPACE, View, is_invisible, is_space, seen,
};
use super::proof::model::{is_ws, normalise};
use super::shown;

/// A client, and who sees what it shows.
pub(crate) const CLIENTS: [(Client, View); 2] =
    [(Client::Web, View::Web), (Client::Android, View::Android)];

/// What is parsed is what was typed: what else is written of a message as either client reads it.
pub(crate) fn changed(message: &str) -> Option<Conversion> {
    let same = Conversion { text: normalise(message), losses: Vec::new() };
    CLIENTS.iter().find_map(|&(client, _)| {
        let document = Parser::new().client(client).parse(message);
        let [allow, never] = [Invisible::Allow, Invisible::Never].map(|i| document.to_whatsapp(i));
        let owned = document.into_owned().into_whatsapp(Invisible::Allow);
        [allow, never, owned].into_iter().find(|written| *written != same)
    })
}

/// What became of a message.
#[derive(Debug)]
pub(crate) enum Trip {
    /// Both clients show it as one of them did.
    Same,
    /// A style is lost, or a marker formats, and it is reported.
    Reported,
    /// A link was kept from growing by a space.
    KeptOff,
    /// What should not be, and what it is.
    #[allow(dead_code, reason = "printed")]
    Fault(String),
}

/// The monospace blocks of a message: in WhatsApp they stand within a text, in Markdown by
/// themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blocks {
    None,
    Some,
    /// One has other code beside it.
    Touching,
}

fn is_shown(c: char) -> bool {
    !is_space(c) && !is_invisible(c)
}

fn blocks(document: &Document<'_>) -> Blocks {
    let mut blocks = Blocks::None;
    let (mut was_block, mut in_code, mut between) = (false, false, true);
    for (event, _) in document.events() {
        match event {
            Event::Enter(node @ (Node::InlineCode | Node::Monospace | Node::MonospaceBlock)) => {
                let is_block = node == Node::MonospaceBlock;
                if !between && (is_block || was_block) {
                    return Blocks::Touching;
                }
                blocks = if is_block { Blocks::Some } else { blocks };
                (was_block, in_code) = (is_block, true);
            }
            Event::Leave(Node::InlineCode | Node::Monospace | Node::MonospaceBlock) => {
                (in_code, between) = (false, false);
            }
            Event::Text(text) => between |= !in_code && text.contains(is_shown),
            _ => {}
        }
    }
    blocks
}

/// What is looked at: not how the first and the last line of monospace lie where that is a block,
/// white space of code, NUL, which Markdown cannot have, and the script of an item's digits.
pub(crate) fn look(text: &str, view: View, blocks: Blocks) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    let (mut before, mut visible, mut gap, mut number) = (0, 0, 0, false);
    for Glyph { c, look } in seen(text, view) {
        gap |= look & (SPACE | LINE);
        if is_space(c) || c == '\u{85}' && look & CODE != 0 {
            continue;
        }
        let code = (before | look) & CODE != 0;
        let edge = (before ^ look | visible ^ look) & CODE != 0;
        before = look;
        // What is not seen hands on the gap before it.
        visible = if is_invisible(c) { visible } else { look };
        number = (number || look & LINE != 0) && look & ITEM != 0 && c.is_numeric();
        let c = match c {
            '\0' => '\u{FFFD}',
            c if number && !c.is_ascii() => char::from_digit(value(c), 10).unwrap_or(c),
            c => c,
        };
        let is_free = blocks == Blocks::Some && edge || blocks == Blocks::Touching && code;
        let free = HIDDEN | INDENTED | if is_free { SPACE | LINE } else { 0 };
        glyphs.push(Glyph { c, look: (look | std::mem::take(&mut gap)) & !free });
    }
    glyphs
}

/// Whether both clients show a message alike.
pub(crate) fn is_alike(message: &str) -> bool {
    look(message, View::Web, Blocks::None) == look(message, View::Android, Blocks::None)
}

/// Sends a message, as a client reads it, to Markdown and back.
pub(crate) fn trip(message: &str, (client, view): (Client, View)) -> Trip {
    let document = Parser::new().client(client).parse(message);
    let blocks = blocks(&document);
    let markdown = document.to_markdown();
    let back = Document::from_markdown(&markdown, &MarkdownOptions::default());
    let back = back.into_whatsapp(Invisible::Allow);
    let was = look(message, view, blocks);
    let Some(fault) = View::ALL.iter().find_map(|view| {
        let is = look(&back.text, *view, blocks);
        let at = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
        let fault = format!("{view:?} at {at}: {:?} is {:?}", was.get(at), is.get(at));
        (was != is).then(|| format!("{client:?} → {markdown:?} → {:?}: {fault}", back.text))
    }) else {
        return Trip::Same;
    };
    if is_reported(&back) && (cannot_be_said(&document) || has_marked_url(&back.text)) {
        Trip::Reported
    } else if link_would_grow(&document, client) {
        Trip::KeptOff
    } else {
        Trip::Fault(fault)
    }
}

fn is_reported(back: &Conversion) -> bool {
    let of_style = [LossCode::StyleDropped, LossCode::LiteralFormatted];
    back.losses.iter().any(|loss| of_style.contains(&loss.code))
}

/// Whether a message has what is no WhatsApp text for both clients:
///
/// * a word with a URL in it and a marker or a style: nothing is put into a URL or next to one, and
///   Android formats in there while Web does not;
/// * code with a backtick in it, which some clients take for the end of it;
/// * code with another marker in it, which opens a style that goes on behind it;
/// * a placeholder of which a part has a style: nothing is put into one.
fn cannot_be_said(document: &Document<'_>) -> bool {
    shown::document(document).lines.iter().any(|line| {
        let block = line.place == shown::Place::Monospace;
        has_styled_part(&line.text)
            || line.text.iter().any(|(c, look)| (block || look & shown::CODE != 0) && is_marker(*c))
            || line.text.split(|(c, _)| is_ws(*c)).any(|word| {
                let marked = word.iter().any(|(c, look)| *look != 0 || is_marker(*c));
                let is_code = |look: u8| look & shown::CODE != 0;
                let word = word.iter().map(|(c, look)| if is_code(*look) { '`' } else { *c });
                marked && has_url(&word.collect::<String>())
            })
    }) || has_marked_url(document.source())
}

/// Whether there is a word with a marker and a URL, be it one that markers make, or one that is
/// left where others are gone.
fn has_marked_url(text: &str) -> bool {
    let mut words = text.split(is_ws);
    words.any(|word| word.contains(is_marker) && first_link(word, Client::Web).is_some())
}

/// Whether a style begins or ends between `{{` and `}}`.
fn has_styled_part(text: &[(char, u8)]) -> bool {
    let brace = |c| move |pair: &[(char, u8)]| pair.iter().all(|(d, _)| *d == c);
    let opens = text.windows(2).position(brace('{'));
    let Some(text) = opens.map(|at| &text[at..]) else { return false };
    let closes = text.windows(2).rposition(brace('}'));
    closes.is_some_and(|at| text[..at + 2].iter().any(|(_, look)| *look != text[0].1))
}

fn is_marker(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '`')
}

/// Whether there is a link in a word, or what is one to those who know the host.
fn has_url(word: &str) -> bool {
    let known = word.contains("://") || word.to_lowercase().contains("www.");
    // Markers may be part of it, or make code of it.
    let without = word.replace(is_marker, " ");
    known || [word, &without].iter().any(|word| first_link(word, Client::Web).is_some())
}

/// Whether a link ends only because of something that is not shown, or that stands further away:
/// with what is shown behind it, up to white space or the next link, it would be another one. A
/// space keeps that off where it comes from Markdown.
fn link_would_grow(document: &Document<'_>, client: Client) -> bool {
    let mut shown = String::new();
    let mut links = Vec::new();
    for (event, _) in document.events() {
        match event {
            Event::Enter(Node::Link) => links.push((shown.len(), 0)),
            Event::Leave(Node::Link) => {
                let end = shown.len();
                links.iter_mut().rev().take(1).for_each(|link| link.1 = end);
            }
            Event::Enter(Node::InlineCode | Node::Monospace) => shown.push('`'),
            Event::Text(text) => shown += text,
            Event::Enter(Node::Item { .. } | Node::Paragraph) | Event::Break => shown.push('\n'),
            _ => {}
        }
    }
    let nexts = links.iter().skip(1).map(|link| link.0).chain([shown.len()]);
    links.iter().zip(nexts).any(|(&(start, end), next)| {
        let grows = |next: usize| {
            let behind = shown[end..next].split(is_ws).next().unwrap_or_default();
            first_link(&shown[start..end + behind.len()], client) != Some(0..end - start)
        };
        grows(next) || grows(shown.len())
    })
}

fn first_link(text: &str, client: Client) -> Option<Range<usize>> {
    let document = Parser::new().client(client).parse(text);
    let mut events = document.events();
    events.find_map(|(event, span)| matches!(event, Event::Enter(Node::Link)).then(|| span.range()))
}
