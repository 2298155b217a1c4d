//! `item-not-an-item`: a line that looks like an item of a list and is text.
//!
//! Items have one space behind their mark (R54), a full stop behind their number (R62), two digits
//! at most (R63) and nothing before them (R50). The text is shown as it was typed, so this is a
//! note; a number that only looks like one (`2024. `) is told from one by its neighbours.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("-  milk\n-  eggs", &Profile::default());
//! let found = report.diagnostics().iter().find(|found| found.lint == Lint::ItemNotAnItem);
//! assert_eq!(found.expect("it is found").message, "two spaces behind the mark make this text");
//! assert!(check("- milk\n- eggs", &Profile::default()).is_clean());
//! ```

use crate::check::context::{Begins, Context, Kind};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "a line that looks like an item of a list and is text";

const BEGINS: Begins = Begins::WHITE.or(Begins::BULLET).or(Begins::DIGIT);

/// What keeps a line from being an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Spaces,
    Indented,
    Parenthesis(u64),
    Digits(u64),
}

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (facts, text) = (**context, context.text());
    let mut before: (Option<Fault>, Kind) = (None, Kind::Text);
    let lines = facts.lines_if(BEGINS);
    for (index, line) in lines.iter().enumerate() {
        let fault = match line.kind {
            Kind::Text => fault(&text[line.span.clone()]),
            _ => None,
        };
        let below = if line.follows { before } else { (None, Kind::Text) };
        before = (fault, line.kind);
        let next = || lines.get(index + 1).filter(|next| next.follows);
        let next_fault = || next().and_then(|next| self::fault(&text[next.span.clone()]));
        let (message, help) = match fault {
            Some(Fault::Spaces) => ("two spaces behind the mark make this text", "leave one"),
            // Below an item it is a list in a list.
            Some(Fault::Indented) if below == (None, Kind::Text) => {
                ("spaces before the mark make this text", "begin the line with the mark")
            }
            Some(Fault::Parenthesis(number))
                if below.0 == number.checked_sub(1).map(Fault::Parenthesis)
                    || next_fault() == number.checked_add(1).map(Fault::Parenthesis) =>
            {
                ("a parenthesis behind the number makes this text", "write a full stop")
            }
            Some(Fault::Digits(number))
                if below.1 == Kind::Number(99) && number == 100
                    || below.0 == number.checked_sub(1).map(Fault::Digits) =>
            {
                ("a list goes no further than 99: this is text", "begin again with 1")
            }
            _ => continue,
        };
        let end = line.span.start + mark_len(&text[line.span.clone()]);
        context.note(Lint::ItemNotAnItem, line.span.start..end, message, help);
    }
}

fn fault(line: &str) -> Option<Fault> {
    let trimmed = line.trim_start_matches([' ', '\t']);
    let behind = &trimmed[mark_len(trimmed)..];
    let spaces = behind.len() - behind.trim_start_matches(' ').len();
    let bullet = trimmed.starts_with(['-', '*', '•']);
    if spaces == 0 || behind.trim().is_empty() {
        return None;
    }
    if bullet {
        return match spaces {
            1 if trimmed.len() < line.len() => Some(Fault::Indented),
            1 => None,
            _ if trimmed.len() == line.len() => Some(Fault::Spaces),
            _ => None,
        };
    }
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let number = trimmed[..digits].parse().ok()?;
    match trimmed.as_bytes().get(digits) {
        Some(b')') if digits <= 2 => Some(Fault::Parenthesis(number)),
        Some(b'.') if digits > 2 => Some(Fault::Digits(number)),
        _ => None,
    }
}

/// How long the mark of an item is that the line may begin with, the white space before it too.
fn mark_len(line: &str) -> usize {
    let trimmed = line.trim_start_matches([' ', '\t']);
    let indent = line.len() - trimmed.len();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    match trimmed[digits..].chars().next() {
        Some('-' | '*' | '•') if digits == 0 => {
            indent + trimmed.chars().next().map_or(0, char::len_utf8)
        }
        Some('.' | ')') if digits > 0 => indent + digits + 1,
        _ => 0,
    }
}
