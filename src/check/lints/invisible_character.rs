//! `invisible-character`: a character that nobody sees.
//!
//! Zero width spaces, soft hyphens and byte order marks come along when text is copied. They break
//! search, codes that people copy, and formatting. Nothing is said of what text needs: joiners in
//! emoji and scripts, marks of direction, spaces between the words of Thai, Lao, Khmer and Burmese,
//! and what this library puts in itself.
//!
//! ```
//! use wamark::check::{check, Lint, Profile};
//!
//! let report = check("Code: 12\u{200B}34", &Profile::default());
//! assert_eq!(report.diagnostics()[0].lint, Lint::InvisibleCharacter);
//! assert_eq!(report.diagnostics()[0].message, "U+200B is a zero width space");
//! assert!(check("Code: 1234 👩\u{200D}💻", &Profile::default()).is_clean());
//! ```

use alloc::{format, vec};

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "a character that nobody sees";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    let (facts, text) = (**context, context.text());
    // Where the tags of a flag end.
    let mut flag_end = usize::MAX;
    for &(at, c) in facts.odd() {
        let end = at + c.len_utf8();
        // 🏴 and the tags behind it, which nobody sees, are the flag of a part of a country.
        if is_tag(c) && (at == flag_end || text[..at].ends_with('🏴')) {
            flag_end = end;
            continue;
        }
        let Some(name) = name(c) else { continue };
        let between_words =
            || text[..at].ends_with(has_no_spaces) || text[end..].starts_with(has_no_spaces);
        if c == '\u{200B}' && between_words() {
            continue;
        }
        let message = format!("U+{:04X} is {name}", c as u32);
        let edits = vec![edit(at..end, "")];
        context.report_with(Lint::InvisibleCharacter, at..end, message, "leave it out", edits);
    }
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{AD}' => "a soft hyphen",
        '\u{180E}' => "a Mongolian vowel separator",
        '\u{200B}' => "a zero width space",
        '\u{2060}' => "a word joiner",
        '\u{2061}'..='\u{2064}' => "an invisible operator",
        '\u{FEFF}' => "a byte order mark",
        _ if is_tag(c) => "a tag character",
        _ => return None,
    })
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Letters of scripts that have no spaces between words, where a zero width space says where a
/// line may break: Thai, Lao, Burmese, Khmer.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}
