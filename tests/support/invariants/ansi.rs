//! Text for terminals: each style is switched off again, and no control character gets through.

use wamark::{Document, Event};

use super::{Checked, Step, ensure, expect};

pub(super) fn check_ansi(document: &Document<'_>, events: &[Step]) -> Checked {
    let ansi = document.to_ansi();
    let mut plain = String::new();
    // What is on: a code, and what must switch it off.
    let mut on: Vec<(&str, &str)> = Vec::new();
    let mut pieces = ansi.split("\u{1B}[");
    plain.extend(pieces.next());
    for piece in pieces {
        let (code, text) = piece.split_once('m').unwrap_or((piece, ""));
        let off = match code {
            "1" => "22",
            "3" => "23",
            "4" => "24",
            "7" => "27",
            "9" => "29",
            "34" | "36" | "90" => "39",
            _ => "",
        };
        if off.is_empty() {
            expect("the code that switches off", &Some(code), &on.pop().map(|(_, off)| off))?;
        } else {
            expect("a code that is on twice", &on.iter().any(|(_, o)| *o == off), &false)?;
            on.push((code, off));
        }
        plain.push_str(text);
    }
    expect("what is on at the end", &on, &Vec::new())?;
    let control = plain.chars().find(|&c| c.is_control() && c != '\n' && c != '\t');
    expect("control characters but those of the styles", &control, &None)?;
    let mut rest = &*plain;
    for (event, _) in events {
        let Event::Text(text) = event else { continue };
        // Control characters become pictures, which are not looked at.
        for piece in text.split(|c: char| c.is_control() && c != '\n' && c != '\t') {
            let at = rest.find(piece);
            ensure(at.is_some(), "a text that is not in the text for terminals", piece, &plain)?;
            rest = &rest[at.unwrap_or(0) + piece.len()..];
        }
    }
    let mut appended = "\u{1B}".to_owned();
    document.write_ansi(&mut appended);
    expect("text for terminals is appended", &appended, &format!("\u{1B}{ansi}"))
}
