//! Characters as `⟦HEX⟧`, in chapters and in what a failure shows.

use std::fmt::Write as _;

/// Puts the characters for `⟦HEX⟧`.
pub(crate) fn unescape(line: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('⟦') {
        let (hex, behind) = behind.split_once('⟧').ok_or("`⟦` without `⟧`")?;
        let code = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
        out.push_str(before);
        out.push(code.ok_or_else(|| format!("`⟦{hex}⟧` is no character"))?);
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

/// Shows characters that a terminal would hide as `⟦HEX⟧`, and blanks at the end of a line too.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let shown = line.trim_end_matches(' ').len();
        for (position, character) in line.char_indices() {
            if position >= shown || is_hidden(character) {
                let _ = write!(out, "⟦{:X}⟧", u32::from(character));
            } else {
                out.push(character);
            }
        }
    }
    out
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || (character.is_whitespace() && character != ' ')
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{20E3}' | '\u{2800}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}'
            | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..)
}
