//! What holds for WhatsApp text that was written from any HTML, by the slow models of both clients.

use wamark::{Conversion, Document, HtmlOptions, Invisible};

use super::proof::glyphs::{Glyph, HIDDEN, View, is_put_in, seen};

pub(crate) fn convert(html: &str, invisible: Invisible) -> Conversion {
    Document::from_html(html, &HtmlOptions::default()).into_whatsapp(invisible)
}

/// What nobody sees and comes more often than in the HTML, where that says it without references.
/// A table shows its head more than once, and a link is two where it ends in another element.
pub(crate) fn new_invisible(html: &str, text: &str) -> Option<char> {
    if html.replace("&lt;", "").replace("&amp;", "").contains('&') {
        return None;
    }
    let is_once = !["<table", "<a"].iter().any(|tag| html.to_ascii_lowercase().contains(tag));
    let count = |text: &str, c| text.chars().filter(|known| *known == c).count();
    text.chars().find(|&c| {
        let known = count(html, c);
        is_put_in(c) && (known == 0 || is_once && count(text, c) > known)
    })
}

/// Where the clients show a text differently, if they do.
pub(crate) fn clients_differ(text: &str) -> Option<String> {
    let look = |view| -> Vec<Glyph> {
        let hidden = |glyph: Glyph| Glyph { look: glyph.look & !HIDDEN, ..glyph };
        seen(text, view).into_iter().map(hidden).collect()
    };
    let (web, android) = (look(View::Web), look(View::Android));
    let at = (0..web.len().max(android.len())).find(|&at| web.get(at) != android.get(at))?;
    Some(format!("glyph {at} is {:?} on Web and {:?} on Android", web.get(at), android.get(at)))
}
