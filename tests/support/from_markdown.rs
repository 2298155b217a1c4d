//! What holds for WhatsApp text that was written from any Markdown.

use wamark::{Conversion, Document, Invisible, MarkdownOptions};

use super::proof::expected::expected;
use super::proof::glyphs::is_put_in;
use super::proof::verdict::{Verdict, judge};

pub(crate) fn convert(markdown: &str, invisible: Invisible) -> Conversion {
    Document::from_markdown(markdown, &MarkdownOptions::default()).into_whatsapp(invisible)
}

/// Holds what is written against what should be seen of it.
pub(crate) fn verdict(markdown: &str, invisible: Invisible) -> Result<Verdict, String> {
    judge(markdown, &convert(markdown, invisible), invisible)
}

/// What nobody sees and was not in the Markdown, or `None`.
pub(crate) fn new_invisible(markdown: &str, text: &str) -> Option<char> {
    let shown = expected(markdown).text;
    let count = |text: &str, c| text.chars().filter(|known| *known == c).count();
    // A table may show its head more than once, and an address in angle brackets be a label, too.
    let is_once = !markdown.contains('|') && !markdown.contains("mailto:");
    text.chars().filter(|c| is_put_in(*c)).find(|&c| {
        // Entities in HTML, of which less is known.
        let html = markdown.contains("&zwj;") && c == '\u{200D}';
        if html {
            return false;
        }
        let known = count(markdown, c).max(count(&shown, c));
        known == 0 || is_once && count(text, c) > known
    })
}

/// What was written means what it says: written again it is the same, or else this.
pub(crate) fn moves(text: &str, invisible: Invisible) -> Option<Conversion> {
    let again = wamark::parse(text).to_whatsapp(invisible);
    (again.text != text || !again.losses.is_empty()).then_some(again)
}
