//! cmark, which is written in C: what of its interface is needed. It has no strikethrough.

use std::ffi::{c_char, c_int, c_void};

/// `CMARK_OPT_DEFAULT` of `cmark.h`.
const DEFAULT: c_int = 0;

unsafe extern "C" {
    fn cmark_markdown_to_html(text: *const c_char, bytes: usize, options: c_int) -> *mut c_char;
    fn free(block: *mut c_void);
}

/// HTML in memory that cmark allocated.
pub struct Html(*mut c_char);

/// `text` as HTML.
pub fn to_html(text: &str) -> Html {
    // SAFETY: the text has that many bytes and lives through the call.
    Html(unsafe { cmark_markdown_to_html(text.as_ptr().cast(), text.len(), DEFAULT) })
}

impl Html {
    /// Where the HTML begins; it ends before a NUL.
    pub fn as_ptr(&self) -> *const c_char {
        self.0
    }
}

impl Drop for Html {
    fn drop(&mut self) {
        // SAFETY: cmark's default allocator is the C library's, and the caller is to free.
        unsafe { free(self.0.cast()) }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;

    #[test]
    fn knows_three_styles() {
        let html = super::to_html("**a** _b_ ~~c~~ `d` <&");
        // SAFETY: `html` owns text that ends in a NUL.
        let html = unsafe { CStr::from_ptr(html.as_ptr()) };
        let expected = "<p><strong>a</strong> <em>b</em> ~~c~~ <code>d</code> &lt;&amp;</p>\n";
        assert_eq!(html.to_string_lossy(), expected);
    }
}
