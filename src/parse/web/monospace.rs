//! Monospace: R40–R47.
//!
//! Any three backticks open, the nearest later three close that leave a character other than
//! white space between. Where that fails once it fails for every later opener, too, as there are
//! only fewer fences left; so the search runs over each text at most twice.

use crate::chars;

use super::super::lines::{FENCE, fence, next_fence};

/// Looks for monospace from left to right.
#[derive(Debug)]
pub(super) struct Fences {
    /// Where the next opener may stand: behind the last closer.
    from: usize,
    /// Whether an opener was found that nothing closes (R45).
    exhausted: bool,
}

impl Fences {
    /// At the start of a text.
    pub(super) const START: Self = Self { from: 0, exhausted: false };

    /// Where the fence that opens at the backtick `at` is closed, if it opens and is closed.
    /// To be asked from left to right.
    #[inline]
    pub(super) fn close(&mut self, text: &str, at: usize) -> Option<usize> {
        if self.exhausted || at < self.from {
            return None;
        }
        let (rest, _) = fence(&text.as_bytes()[at..]).ok()?;
        let closer = closer(text, text.len() - rest.len());
        match closer {
            Some(closer) => self.from = closer + FENCE,
            None => self.exhausted = true,
        }
        closer
    }

    /// Forgets the fences from `at` on, which lies before one that was closed.
    pub(super) fn rewind(&mut self, at: usize) {
        self.from = at;
    }
}

/// R41: the first fence that has a character other than WS between it and `content`.
fn closer(text: &str, content: usize) -> Option<usize> {
    let shown = text[content..].find(|c| !chars::is_ws(c))?;
    // The first character shown may itself be a backtick.
    next_fence(text.as_bytes(), content + shown + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_closes(text: &str, at: usize, expected: Option<usize>) {
        let mut fences = Fences::START;
        assert_eq!(fences.close(text, at), expected, "{text:?}");
    }

    #[test]
    fn the_nearest_fence_with_content_before_it_closes() {
        assert_closes("```a```", 0, Some(4));
        assert_closes("```a\nb``` ```", 0, Some(6));
        assert_closes("``` ``` a```", 0, Some(9));
        assert_closes("```````", 0, Some(4));
        assert_closes("````a````", 0, Some(5));
        assert_closes("```é```", 0, Some(5));
    }

    #[test]
    fn nothing_to_show_or_nothing_to_close() {
        for text in ["``````", "```\n```", "```a``", "```", "``", "``a```"] {
            assert_closes(text, 0, None);
        }
    }

    #[test]
    fn what_was_closed_is_passed_over() {
        let mut fences = Fences::START;
        let asked = [0, 4, 5, 6, 8].map(|at| fences.close("```a``` ```b```", at));
        assert_eq!(asked, [Some(4), None, None, None, Some(12)]);
    }

    #[test]
    fn a_failure_is_final() {
        let mut fences = Fences::START;
        assert_eq!(fences.close("```a ```", 5), None);
        assert_eq!(fences.close("```a ```", 0), None);
    }
}
