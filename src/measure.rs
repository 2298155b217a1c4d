//! How long a text is, and how clients show it for its length.

use unicode_properties::emoji::is_text_presentation_selector;
use unicode_properties::{EmojiStatus, UnicodeEmoji as _};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::chars::is_white_space;
use crate::document::Document;
use crate::unit::Unit;

/// How many code points the clients show of a long message before "Read more".
///
/// WhatsApp documents no number. 768 is what is most often told of the app for Android; others
/// tell of 3584, which may be where a message that was unfolded once is folded again. Templates are
/// said to be folded after four or five lines, and so may be any text with many lines or with the
/// preview of a link. So a longer message is most likely folded; a shorter one may be, too.
pub const FOLD: usize = 768;

/// How many emoji a message may have, and nothing else, for them to be shown large.
///
/// The apps show one emoji larger than two, two larger than three, and more than three as those in
/// a text. This is seen by anybody, and documented nowhere.
pub const LARGE_EMOJI: usize = 3;

/// How long a text is. See [`Document::measure`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Measures {
    /// Unicode code points.
    pub code_points: usize,
    /// UTF-16 code units.
    pub utf16: usize,
    /// Bytes of UTF-8.
    pub bytes: usize,
    /// Grapheme clusters: what a reader takes for one character.
    pub graphemes: usize,
    /// Lines: one more than there are line feeds, none in an empty text.
    pub lines: usize,
    /// How many emoji there are, if there is nothing else but white space.
    pub only_emoji: Option<usize>,
}

impl Measures {
    /// The count of a unit.
    #[must_use]
    pub const fn count(&self, unit: Unit) -> usize {
        match unit {
            Unit::CodePoints => self.code_points,
            Unit::Utf16 => self.utf16,
            Unit::Bytes => self.bytes,
            Unit::Graphemes => self.graphemes,
        }
    }

    /// Whether clients show only the beginning, with "Read more" behind it: whether the text is
    /// longer than [`FOLD`], which says how much is known of that.
    #[must_use]
    pub const fn is_folded(&self) -> bool {
        self.code_points > FOLD
    }

    /// Whether clients show the text large: whether it is of no more than [`LARGE_EMOJI`] emoji.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.only_emoji.is_some_and(|count| count <= LARGE_EMOJI)
    }
}

impl Document<'_> {
    /// Measures the document's [`source`](Self::source), markers and all: what is sent.
    ///
    /// # Complexity
    ///
    /// Linear in the text.
    ///
    /// # Examples
    ///
    /// ```
    /// let measures = wamark::parse("*Hi* 👋🏽\nthere").measure();
    /// assert_eq!(
    ///     format!("{measures:?}"),
    ///     "Measures { code_points: 13, utf16: 15, bytes: 19, graphemes: 12, lines: 2, \
    ///      only_emoji: None }"
    /// );
    /// assert!(!measures.is_folded());
    ///
    /// let hearts = wamark::parse("❤️ 👩‍👩‍👧").measure();
    /// assert_eq!(hearts.only_emoji, Some(2));
    /// assert!(hearts.is_large());
    /// ```
    #[must_use]
    pub fn measure(&self) -> Measures {
        let text = self.source();
        let mut measures = Measures {
            code_points: Unit::CodePoints.count(text),
            utf16: Unit::Utf16.count(text),
            bytes: text.len(),
            lines: usize::from(!text.is_empty())
                + memchr::memchr_iter(b'\n', text.as_bytes()).count(),
            ..Measures::default()
        };
        let mut emoji = Some(0);
        for grapheme in text.graphemes(true) {
            measures.graphemes += 1;
            if let Some(count) = emoji
                && !grapheme.chars().all(is_white_space)
            {
                emoji = is_emoji(grapheme).then_some(count + 1);
            }
        }
        measures.only_emoji = emoji.filter(|count| *count > 0);
        measures
    }
}

/// Whether a grapheme is shown as an emoji.
fn is_emoji(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    let Some(first) = chars.next() else { return false };
    let behind = chars.next();
    match first.emoji_status() {
        _ if behind.is_some_and(is_text_presentation_selector) => false,
        EmojiStatus::NonEmoji | EmojiStatus::NonEmojiButEmojiComponent => false,
        // Digits, `#` and `*` are emoji as keycaps, half a flag is none.
        EmojiStatus::EmojiOtherAndEmojiComponent => grapheme.ends_with('\u{20E3}'),
        EmojiStatus::EmojiPresentationAndEmojiComponent => {
            behind.is_some_and(|c| c.emoji_status() == first.emoji_status())
        }
        // Those that are text where nothing asks for the emoji: ☎, ❤.
        EmojiStatus::EmojiOther | EmojiStatus::EmojiModifierBase => grapheme.chars().count() > 1,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;

    #[test]
    fn emoji_alone() {
        for (text, count) in [
            ("😀", Some(1)),
            (" 😀\n😀 ", Some(2)),
            ("👍🏽👩‍👩‍👧🇩🇪", Some(3)),
            ("1️⃣#️⃣*⃣", Some(3)),
            ("❤️☎️", Some(2)),
            ("☝🏽", Some(1)),
            ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", Some(1)),
            ("🏽", Some(1)),
            ("❤", None),
            ("😀\u{FE0E}", None),
            ("🇩", None),
            ("1", None),
            ("©", None),
            ("😀!", None),
            ("*😀*", None),
            (" ", None),
            ("", None),
        ] {
            assert_eq!(parse(text).measure().only_emoji, count, "{text:?}");
        }
    }

    #[test]
    fn lines_and_folds() {
        for (text, lines) in [("", 0), ("a", 1), ("a\n", 2), ("a\r\n\r\nb", 3)] {
            assert_eq!(parse(text).measure().lines, lines, "{text:?}");
        }
        assert!(!parse(&"é".repeat(super::FOLD)).measure().is_folded());
        assert!(parse(&"é".repeat(super::FOLD + 1)).measure().is_folded());
    }
}
