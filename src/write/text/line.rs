//! Document → one line of plain text, for notifications and lists of conversations.

use alloc::string::String;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::chars;
use crate::document::Document;

use super::TextOptions;

impl Document<'_> {
    /// Writes the document as one line of at most `limit` graphemes (characters as people count
    /// them), the last of which is `…` where something was left out.
    ///
    /// Markers and the marks of items and quotes are left out; white space, line ends included,
    /// becomes single spaces.
    ///
    /// # Complexity
    ///
    /// Linear in the text.
    ///
    /// # Examples
    ///
    /// ```
    /// let doc = wamark::parse("*Ana*:\n- one 👩‍👩‍👧 family\n- two");
    /// assert_eq!(doc.to_line(100), "Ana: one 👩‍👩‍👧 family two");
    /// assert_eq!(doc.to_line(11), "Ana: one 👩‍👩‍👧…");
    /// assert_eq!(doc.to_line(0), "");
    /// ```
    #[must_use]
    pub fn to_line(&self, limit: usize) -> String {
        let Some(last) = limit.checked_sub(1) else { return String::new() };
        let text = self.to_text(&TextOptions::default().marks(false));
        let mut line = String::with_capacity(text.len());
        for word in text.split(chars::is_ws).filter(|word| !word.is_empty()) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        let mut graphemes = line.grapheme_indices(true).map(|(start, _)| start);
        if let Some(cut) = graphemes.nth(last)
            && graphemes.next().is_some()
        {
            line.truncate(line[..cut].trim_end().len());
            line.push('…');
        }
        line
    }
}
