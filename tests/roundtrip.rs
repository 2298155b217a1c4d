//! WhatsApp text → document → WhatsApp text is the same; and by way of Markdown it shows the same.
//!
//! `WAMARK_MESSAGES=1000000 cargo test --release --test roundtrip -- --nocapture` for a long run.

#[path = "support/proof.rs"]
mod proof;

use proof::android::value;
use proof::glyphs::{CODE, Glyph, HIDDEN, ITEM, LINE, SPACE, View, is_space, seen};
use proof::model::normalise;
use proof::texts;
use serde_json::Value;
use wamark::{
    Client, Conversion, Document, Event, Invisible, LossCode, MarkdownOptions, Node, Parser,
};

/// Random messages, and the worked examples.
fn messages() -> impl Iterator<Item = String> {
    let count = std::env::var("WAMARK_MESSAGES").map_or(20_000, |n| n.parse().expect("a number"));
    let vectors = include_str!("vectors/whatsapp.jsonl").lines().map(|line| {
        let vector: Value = serde_json::from_str(line).expect("a vector");
        String::from(vector["input"].as_str().expect("a message"))
    });
    vectors.chain((0..count).map(texts::message))
}

const CLIENTS: [(Client, View); 2] = [(Client::Web, View::Web), (Client::Android, View::Android)];

/// What is parsed is what was typed: nothing is rewritten, nothing is lost.
#[test]
fn documents_keep_what_was_typed() {
    for message in messages() {
        for (client, _) in CLIENTS {
            let document = Parser::new().client(client).parse(&message);
            for invisible in [Invisible::Allow, Invisible::Never] {
                let same = Conversion { text: normalise(&message), losses: Vec::new() };
                assert_eq!(document.to_whatsapp(invisible), same, "{client:?} {message:?}");
            }
            let owned = document.into_owned().into_whatsapp(Invisible::Allow).text;
            assert_eq!(owned, normalise(&message));
        }
    }
}

/// What is looked at: not how the lines of code lie where that may be a block, white space of
/// code, NUL, which Markdown cannot have, and the script of an item's digits.
fn look(text: &str, view: View, blocks: bool) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    let (mut before, mut gap, mut number) = (0, 0, false);
    for Glyph { c, look } in seen(text, view) {
        let code = (before | look) & CODE != 0;
        before = look;
        gap |= look & (SPACE | LINE);
        if is_space(c) {
            continue;
        }
        number = (number || look & LINE != 0) && look & ITEM != 0 && c.is_numeric();
        let c = match c {
            '\0' => '\u{FFFD}',
            c if number && !c.is_ascii() => char::from_digit(value(c), 10).unwrap_or(c),
            c => c,
        };
        let free = HIDDEN | if code && blocks { SPACE | LINE } else { 0 };
        glyphs.push(Glyph { c, look: (look | std::mem::take(&mut gap)) & !free });
    }
    glyphs
}

/// Says where the text that comes back is not seen by both clients as one of them saw the message,
/// if that is so; `Err` where the way back lost a style, and says so.
fn differs(message: &str, (client, view): (Client, View)) -> Result<Option<String>, LossCode> {
    let markdown = Parser::new().client(client).parse(message).to_markdown();
    let back = Document::from_markdown(&markdown, &MarkdownOptions::default());
    let back = back.into_whatsapp(Invisible::Allow);
    let of_style =
        |code: &LossCode| matches!(code, LossCode::StyleDropped | LossCode::LiteralFormatted);
    let blocks = normalise(message).contains('\n') && message.contains("```");
    let was = look(message, view, blocks);
    let fault = View::ALL.iter().find_map(|&view| {
        let is = look(&back.text, view, blocks);
        let at = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
        let fault = format!("{view:?} at {at}: {:?} is {:?}", was.get(at), is.get(at));
        (was != is).then(|| format!("{client:?} → {markdown:?} → {:?}: {fault}", back.text))
    });
    let lost = back.losses.iter().map(|loss| loss.code).find(of_style);
    if fault.is_some() { lost.map_or(Ok(fault), Err) } else { Ok(None) }
}

/// Whether Android, which knows such, sees an item without text: of one in Markdown nothing is left.
fn has_empty_item(message: &str) -> bool {
    let document = Parser::new().client(Client::Android).parse(message);
    let shown =
        |(event, _): &(Event<'_>, _)| !matches!(event, Event::Text(text) if text.trim().is_empty());
    let events: Vec<Event> = document.events().filter(shown).map(|(event, _)| event).collect();
    events.windows(2).any(|pair| {
        matches!(pair, [Event::Enter(Node::Item { .. }), Event::Leave(Node::Item { .. })])
    })
}

#[test]
fn markdown_keeps_what_is_shown() {
    let (mut count, mut lost, mut disputed) = (0, 0, 0);
    // Separators that only Java takes for white space are none in Markdown.
    let odd = |message: &String| message.contains(|c| matches!(c, '\u{1C}'..='\u{1F}'));
    for message in messages().filter(|message| !odd(message)) {
        if has_empty_item(&message) {
            continue;
        }
        for client in CLIENTS {
            let differs = |text: &str| differs(text, client);
            count += 1;
            match differs(&message) {
                Ok(None) => {}
                Err(_) => lost += 1,
                // URLs with characters that Markdown writes otherwise, above all.
                Ok(Some(fault)) => {
                    println!("disputed: {message:?} {fault}");
                    disputed += 1;
                }
            }
        }
    }
    assert!(disputed * 50 < count, "{disputed} of {count} come back otherwise");
    println!("{count} round trips, {lost} with a reported loss of style, {disputed} disputed");
    assert!(lost * 20 < count, "{lost} of {count}");
}
