//! Whether two fragments are the same but for white space and spelling.

use alloc::string::String;

use super::flow::Flow;
use super::html::{Malformed, Piece, Pieces};

/// Whether they are; what is not well-formed is not.
pub(super) fn same(one: &str, other: &str) -> bool {
    matches!((plain(one), plain(other)), (Ok(one), Ok(other)) if one == other)
}

/// The fragment in one spelling, with white space put together: a space that stands next to a tag
/// comes behind it.
fn plain(html: &str) -> Result<String, Malformed> {
    let mut flow = Flow::new(true);
    let mut pre = 0_usize;
    for piece in Pieces::new(html) {
        let piece = piece?;
        let (begin, tag) = match &piece {
            // A character that no text has by itself keeps it apart from tags.
            Piece::Text(text) => {
                flow.push(text, pre > 0);
                continue;
            }
            Piece::Open(tag) | Piece::Void(tag) => ("\0<", tag),
            Piece::Close(tag) => ("\0</", tag),
        };
        if tag.is_block() {
            flow.line();
        }
        if tag.name.eq_ignore_ascii_case("pre") {
            match piece {
                Piece::Open(_) => pre += 1,
                _ => pre = pre.saturating_sub(1),
            }
        }
        flow.text.push_str(begin);
        flow.text.push_str(&tag.name.to_ascii_lowercase());
        for (name, value) in tag.attributes() {
            flow.text.push(' ');
            flow.text.push_str(&name.to_ascii_lowercase());
            flow.text.push('=');
            html_escape::decode_html_entities_to_string(value, &mut flow.text);
            flow.text.push('"');
        }
        flow.text.push('>');
    }
    Ok(flow.text)
}
