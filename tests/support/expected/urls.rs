//! URLs: what a chat can do with one, and how it is seen.

use std::sync::OnceLock;

use regex::Regex;

use super::super::glyphs::{Look, is_invisible, is_space};
use super::super::model;
use super::super::program::{Source, Step, build};

use super::Walk;

/// Whether a URL can be opened from a chat, and may be: the web, addresses, numbers, places, and
/// what apps have, but for what runs something or reads files.
pub(super) fn opens(url: &str) -> bool {
    static OPENS: OnceLock<Regex> = OnceLock::new();
    static NEVER: OnceLock<Regex> = OnceLock::new();
    let pattern = |pattern| Regex::new(pattern).expect("a pattern");
    let opens = OPENS.get_or_init(|| {
        pattern(
            r"(?is)^(?:https?://.|www\..|(?:mailto|tel|sms|geo):/*[^/]|[a-z][a-z0-9]*:///*[^/])",
        )
    });
    let never = NEVER.get_or_init(|| {
        pattern(r"(?i)^(?:javascript|vbscript|data|file|blob|filesystem|about|jar):")
    });
    opens.is_match(url) && !never.is_match(url)
}

/// Whether a character is seen at all.
pub(super) fn is_visible(c: char) -> bool {
    static IGNORED: OnceLock<Regex> = OnceLock::new();
    let ignored = IGNORED
        .get_or_init(|| Regex::new(r"\p{Default_Ignorable_Code_Point}").expect("a property"));
    !is_space(c) && !ignored.is_match(c.encode_utf8(&mut [0; 4]))
}

/// Whether the label says the same as the URL, but for the scheme and the last slash.
pub(super) fn is_same(label: &str, url: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim().to_lowercase();
        let schemes = ["https://", "http://", "mailto:", "tel:"];
        let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme)).unwrap_or(&text);
        String::from(rest.strip_suffix('/').unwrap_or(rest))
    };
    bare(label) == bare(url)
}

impl Walk<'_> {
    /// Runs something that writes steps, and hands these back.
    pub(super) fn aside(&mut self, write: impl FnOnce(&mut Self)) -> Vec<Step> {
        let before = std::mem::take(&mut self.steps);
        write(self);
        std::mem::replace(&mut self.steps, before)
    }

    /// A URL, in which characters may be written as `%20`; of an address perhaps without scheme.
    pub(super) fn url(&mut self, url: &str, styles: (Look, Look), source: Source) -> Vec<Step> {
        let gap = (self.gap, self.gap_free);
        let all = self.whole_url(url, styles, source);
        let schemes = ["mailto:", "tel:"];
        let length = schemes.into_iter().find_map(|scheme| {
            let start = url.get(..scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(scheme.len())
        });
        let Some(length) = length else { return all };
        (self.gap, self.gap_free) = gap;
        build::either(all, self.whole_url(&url[length..], styles, source))
    }

    /// Into what the clients take for a URL nothing may be put.
    fn whole_url(&mut self, url: &str, styles: (Look, Look), source: Source) -> Vec<Step> {
        let links = model::ranges(url).into_iter().filter(|range| range.kind == model::Kind::Link);
        let whole = links.filter(|link| link.start == 0).map(|link| link.end).max();
        let mut steps = Vec::new();
        for (at, c) in url.char_indices() {
            steps.extend(self.url_character(c, styles, source));
            let next = at + c.len_utf8();
            self.tight = whole.is_some_and(|end| next < end) && !is_invisible(c);
        }
        self.tight = false;
        steps
    }

    fn url_character(&mut self, c: char, styles: (Look, Look), source: Source) -> Vec<Step> {
        let gap = (self.gap, self.gap_free);
        let mut utf8 = [0; 4];
        let plain = c.encode_utf8(&mut utf8);
        let coded: Vec<String> = plain.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let coded = self.aside(|walk| walk.glyphs(&coded.concat(), styles, source));
        if is_space(c) {
            return coded;
        }
        if is_invisible(c) {
            return build::optional(coded);
        }
        (self.gap, self.gap_free) = gap;
        let plain = self.aside(|walk| walk.glyphs(plain, styles, source));
        if c.is_ascii_alphanumeric() { plain } else { build::either(plain, coded) }
    }

    fn glyphs(&mut self, text: &str, (styles, free): (Look, Look), source: Source) {
        for c in text.chars() {
            self.glyph(c, styles, free, source);
        }
    }
}
