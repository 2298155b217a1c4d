//! Random documents: what comes out has the same text and the styles that were meant.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::Invisible;
use crate::document::{Builder, Document, Event, Line, Node, Style};
use crate::loss::{Conversion, LossCode};

/// Each character shown, white space left out, with its styles.
fn shown(document: &Document<'_>) -> Vec<(char, u8, usize)> {
    let (mut styles, mut shown) = (0u8, Vec::new());
    for (event, span) in document.events() {
        let bit = |node| match node {
            Node::Bold => 1,
            Node::Italic => 2,
            Node::Strikethrough => 4,
            Node::InlineCode | Node::Monospace | Node::MonospaceBlock => 8,
            _ => 0,
        };
        match event {
            Event::Enter(node) => styles |= bit(node),
            Event::Leave(node) => styles &= !bit(node),
            Event::Text(text) => {
                let chars = text.char_indices().filter(|(_, c)| !c.is_whitespace());
                shown.extend(chars.map(|(i, c)| (c, styles, span.range().start + i)));
            }
            _ => {}
        }
    }
    shown
}

fn is_inserted(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{34F}')
}

fn document(lines: &[(Line, Vec<(u8, String)>)]) -> Document<'static> {
    const STYLES: [(u8, Style); 3] =
        [(1, Style::Bold), (2, Style::Italic), (4, Style::Strikethrough)];
    let mut builder = Builder::default();
    for (line, pieces) in lines {
        if *line == Line::Text && pieces.iter().all(|(_, text)| text.trim().is_empty()) {
            continue;
        }
        builder.line(*line);
        for (styles, text) in pieces {
            for (bit, style) in STYLES {
                if styles & bit != 0 {
                    builder.enter(style);
                }
            }
            if styles & 8 == 0 {
                builder.text(text);
            } else {
                builder.code(text);
            }
            for (bit, style) in STYLES.into_iter().rev() {
                if styles & bit != 0 {
                    builder.leave_style(style);
                }
            }
        }
    }
    builder.finish().0
}

/// What differs from what is meant, but for what was reported.
fn wrong(document: &Document<'_>, written: &Conversion) -> Option<String> {
    let read = crate::parse(&written.text);
    let meant = shown(document);
    let got: Vec<_> = shown(&read).into_iter().filter(|(c, ..)| !is_inserted(*c)).collect();
    let lost = |at: usize| written.losses.iter().any(|loss| loss.span.range().contains(&at));
    if written.losses.iter().any(|loss| loss.code == LossCode::LiteralFormatted) {
        return None;
    }
    let meant: Vec<_> = meant.into_iter().filter(|(c, ..)| !is_inserted(*c)).collect();
    let same = meant.len() == got.len()
        && meant.iter().zip(&got).all(|((c, styles, at), (d, got, _))| {
            c == d && (styles == got || lost(*at) && styles & got == *got)
        });
    (!same).then(|| {
        format!("{:?}\n meant {meant:?}\n got   {got:?}\n {:?}", written.text, written.losses)
    })
}

fn pieces() -> impl Strategy<Value = Vec<(u8, String)>> {
    let text = prop::sample::select(
        &[
            "*",
            "_",
            "~",
            "`",
            "**",
            "```",
            " ",
            " ",
            "a",
            "b",
            "ab ",
            " a",
            "1",
            "é",
            "中",
            "。",
            ".",
            ",",
            "(",
            ")",
            "/",
            "-",
            "> ",
            "- ",
            "1. ",
            "\u{A0}",
            "😀",
            "🥱",
            "❤️",
            "ש",
            "²",
            "\u{301}",
            "a*b",
            "x_y",
            "*a",
            "a*",
            "https://e.com/a_b",
            "README.md",
            "{{1}}",
            "\u{FE0F}",
            "\u{20E3}",
        ][..],
    );
    let text = prop::collection::vec(text, 1..4).prop_map(|texts| texts.concat());
    let styles = prop::sample::select(&[0, 0, 0, 1, 2, 4, 3, 5, 7, 8, 8, 9][..]);
    prop::collection::vec((styles, text), 0..6)
}

fn lines() -> impl Strategy<Value = Vec<(Line, Vec<(u8, String)>)>> {
    let line = prop::sample::select(
        &[Line::Text, Line::Text, Line::Bullet, Line::Number(3), Line::Quote][..],
    );
    prop::collection::vec((line, pieces()), 1..4)
}

/// Web takes a mark that nothing follows for text, Android for an item.
#[test]
fn an_item_without_text_has_its_mark() {
    let text = |text: &str| Vec::from([(0, String::from(text))]);
    let lines =
        [(Line::Bullet, text("a")), (Line::Bullet, Vec::new()), (Line::Number(3), Vec::new())];
    let document = document(&lines);
    let written = document.to_whatsapp(Invisible::Allow);
    assert_eq!(written.text, "- a\n- \u{34F}\n3. \u{34F}");
    assert_eq!(written.losses, []);
    let written = document.to_whatsapp(Invisible::Never);
    assert_eq!(written.text, "- a\n-\n3.");
    let losses: Vec<_> = written.losses.iter().map(|loss| (loss.code, loss.span.range())).collect();
    let code = LossCode::LiteralFormatted;
    assert_eq!(losses, [(code, 4..6), (code, 7..10)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn what_is_shown_is_what_is_meant(lines in lines()) {
        let document = document(&lines);
        let written = document.to_whatsapp(Invisible::Allow);
        prop_assert_eq!(wrong(&document, &written), None);
    }

    #[test]
    fn nothing_invisible_is_put_in_where_it_must_not(lines in lines()) {
        let document = document(&lines);
        let written = document.to_whatsapp(Invisible::Never);
        prop_assert_eq!(wrong(&document, &written), None);
        let invisible = |text: &str| text.chars().filter(|c| is_inserted(*c) || *c == '\u{200A}').count();
        prop_assert_eq!(invisible(&written.text), invisible(document.source()));
    }
}
