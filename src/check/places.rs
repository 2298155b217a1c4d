//! Places in a text as it came: lints see it with its carriage returns turned into line feeds (R02).

use alloc::vec::Vec;

use crate::document::Span;

use super::diagnostic::Diagnostic;

/// Moves what was found to where it stands in the input; `len` is the length of the text.
pub(super) fn in_input(found: &mut [Diagnostic], input: &str, len: usize) {
    if input.len() == len {
        return;
    }
    let bytes = input.as_bytes();
    // Where a line feed went, as places of the text without them.
    let pairs = memchr::memmem::find_iter(bytes, b"\r\n").enumerate();
    let gone: Vec<usize> = pairs.map(|(index, at)| at - index).collect();
    for found in found {
        found.span = moved(found.span, &gone);
        for edit in &mut found.edits {
            edit.span = moved(edit.span, &gone);
        }
    }
}

/// A line feed that is one character in the text is both in the input.
#[allow(clippy::cast_possible_truncation, reason = "documents are shorter than 4 GiB")]
fn moved(span: Span, gone: &[usize]) -> Span {
    let place = |at: u32| at + gone.partition_point(|&gone| gone < at as usize) as u32;
    Span { start: place(span.start), end: place(span.end) }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::moved;
    use crate::document::Span;

    #[test]
    fn a_line_feed_is_both_characters() {
        // "a\r\nb\r\nc" is read as "a\nb\nc".
        let gone = vec![1, 3];
        assert_eq!(moved(Span { start: 0, end: 1 }, &gone), Span { start: 0, end: 1 });
        assert_eq!(moved(Span { start: 1, end: 2 }, &gone), Span { start: 1, end: 3 });
        assert_eq!(moved(Span { start: 2, end: 5 }, &gone), Span { start: 3, end: 7 });
    }
}
