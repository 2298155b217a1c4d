//! md4c, which is written in C: what of its interface is needed.

use std::ffi::{c_char, c_int, c_uint, c_void};

/// `MD_FLAG_STRIKETHROUGH` of `md4c.h`.
const STRIKETHROUGH: c_uint = 0x0200;

/// What md4c calls with each piece of the output.
type Output = extern "C" fn(*const c_char, c_uint, *mut c_void);

unsafe extern "C" {
    fn md_html(
        text: *const c_char,
        bytes: c_uint,
        output: Output,
        own: *mut c_void,
        parser_flags: c_uint,
        renderer_flags: c_uint,
    ) -> c_int;
}

/// `text` as HTML; empty if md4c fails or the text has 4 GiB or more.
pub fn to_html(text: &str) -> Vec<u8> {
    // As much as the engines in Rust get whose output is a buffer of ours.
    let mut html = Vec::with_capacity(text.len() * 3 / 2);
    let Ok(bytes) = c_uint::try_from(text.len()) else { return html };
    // SAFETY: the text is `bytes` long and lives through the call; `append` gets the vector back,
    // which is borrowed for nothing else in the meantime.
    let failed = unsafe {
        md_html(text.as_ptr().cast(), bytes, append, (&raw mut html).cast(), STRIKETHROUGH, 0)
    };
    if failed != 0 {
        html.clear();
    }
    html
}

extern "C" fn append(piece: *const c_char, bytes: c_uint, own: *mut c_void) {
    // SAFETY: `own` is the vector that `to_html` handed over.
    let html = unsafe { &mut *own.cast::<Vec<u8>>() };
    if bytes > 0 {
        // SAFETY: md4c hands over a piece of that many bytes, which stays as it is until we return.
        html.extend_from_slice(unsafe { std::slice::from_raw_parts(piece.cast(), bytes as usize) });
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn knows_the_four_styles() {
        let html = super::to_html("**a** _b_ ~~c~~ `d` <&");
        let expected =
            "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code> &lt;&amp;</p>\n";
        assert_eq!(String::from_utf8_lossy(&html), expected);
        assert!(super::to_html("").is_empty());
    }
}
