//! Spans of the text as it was given, where its carriage returns were turned into line feeds.

use alloc::vec::Vec;

use super::Reason;

/// Turns offsets of the document's text into those of `text`, which has CRLFs that are one
/// character there.
pub(super) fn place(reasons: &mut [Reason], text: &str) {
    let mut ends: Vec<&mut u32> = reasons
        .iter_mut()
        .flat_map(|Reason { span, .. }| [&mut span.start, &mut span.end])
        .collect();
    ends.sort_unstable();
    let mut before = 0;
    let mut crlfs = text.match_indices("\r\n").map(|(at, _)| at).peekable();
    for end in ends {
        // The line feed behind this many characters that are gone.
        while crlfs.next_if(|at| at - (before as usize) < *end as usize).is_some() {
            before += 1;
        }
        *end += before;
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::dialect::detect;

    #[test]
    fn spans_are_those_of_the_text_given() {
        let text = "é\r\n\r\n**a**\r\r\n**b**\n**c**\r\nd\\\r\ne";
        let pieces: Vec<&str> =
            detect(text).reasons().iter().map(|reason| &text[reason.span.range()]).collect();
        assert_eq!(pieces, ["**a**", "**b**", "**c**", "\\"]);
    }
}
