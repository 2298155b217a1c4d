//! Escaping: text here, attributes by the library made for it.

use alloc::string::String;

use memchr::memchr3_iter;

/// Appends text: `&`, `<` and `>` as entities, NUL (which HTML cannot hold) as U+FFFD.
#[inline(never)]
pub(super) fn push_text(out: &mut String, text: &str, may_have_nul: bool) {
    if may_have_nul {
        for (i, piece) in text.split('\0').enumerate() {
            if i > 0 {
                out.push('\u{FFFD}');
            }
            push_entities(out, piece);
        }
    } else {
        push_entities(out, text);
    }
}

/// Appends text: `&`, `<` and `>` as entities.
pub(super) fn push_entities(out: &mut String, text: &str) {
    let mut from = 0;
    for at in memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[from..at]);
        out.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Appends an attribute's value for double quotes; NUL becomes U+FFFD there, too.
pub(super) fn push_attribute(out: &mut String, value: &str) {
    for (i, piece) in value.split('\0').enumerate() {
        if i > 0 {
            out.push('\u{FFFD}');
        }
        html_escape::encode_double_quoted_attribute_to_string(piece, out);
    }
}
