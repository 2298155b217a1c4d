//! `html-entity`: a character written as in HTML, `&amp;`, `&eacute;` or `&#39;`.
//!
//! WhatsApp shows it as it is written, and links do not work with it.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "Caf&eacute; &amp;amp; bar: https://ex.com/?a=1&amp;b=2";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::HtmlEntity);
//! assert_eq!(fix(text, &profile).text, "Café & bar: https://ex.com/?a=1&b=2");
//!
//! assert!(check("Café & bar, R&D; https://ex.com/?a=1&b=2", &profile).is_clean());
//! ```

use alloc::string::String;
use alloc::{format, vec};

use html_escape::decode_html_entities_to_string;

use crate::check::context::{Context, edit};
use crate::check::lint::Lint;

pub(in crate::check) const SUMMARY: &str = "a character is written as in HTML";

/// The longest name of a character has so many bytes, `&` and `;` not counted.
const LONGEST: usize = 31;

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    if !(context.has(b'&') && context.has(b';')) {
        return;
    }
    let text = context.text();
    let mut found = vec![];
    let mut code = context.code().cursor();
    let mut behind = 0;
    for at in memchr::memchr_iter(b'&', text.as_bytes()) {
        if at < behind || code.end_at(at).is_some() {
            continue;
        }
        if let Some((end, decoded)) = decoded(text, at) {
            behind = end;
            found.push((at..end, decoded));
        }
    }
    for (span, decoded) in found {
        let message = format!("WhatsApp shows \"{}\" as it is", &text[span.clone()]);
        let help = "write the character itself";
        let edits = vec![edit(span.clone(), decoded)];
        context.report_with(Lint::HtmlEntity, span, message, help, edits);
    }
}

/// Where what begins with the `&` at `at` ends, and what it stands for once nothing is left to
/// decode.
fn decoded(text: &str, at: usize) -> Option<(usize, String)> {
    let mut end = at + 1;
    let mut result = None;
    // An ampersand may be that of another character: `&amp;lt;`.
    while let Some((name, decoded)) = character(&text[end..]) {
        end += name;
        let more = decoded == "&";
        result = Some(decoded);
        if !more {
            break;
        }
    }
    result.map(|decoded| (end, shown(&decoded)))
}

/// The length of the name with its `;` that `text` begins with, and the character that it stands
/// for behind an `&`.
fn character(text: &str) -> Option<(usize, String)> {
    let bytes = &text.as_bytes()[..text.len().min(LONGEST + 1)];
    let length = bytes.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'#'))?;
    if length == 0 || bytes[length] != b';' {
        return None;
    }
    let name = &text[..=length];
    let mut decoded = String::new();
    decode_html_entities_to_string(format!("&{name}"), &mut decoded);
    let known = decoded.strip_prefix('&') != Some(name);
    known.then_some((length + 1, decoded))
}

/// Characters as they may stand in a message: nothing that controls it, and markers kept from
/// being some.
fn shown(decoded: &str) -> String {
    let mut shown = String::new();
    for c in decoded.chars() {
        match c {
            '\r' => shown.push('\n'),
            '*' | '_' | '~' | '`' => shown.extend(['\u{34F}', c]),
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => shown.push(c),
        }
    }
    shown
}
