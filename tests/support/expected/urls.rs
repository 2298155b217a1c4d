//! URLs: what a chat can do with one, and how it is seen.

use super::super::glyphs::{Look, is_invisible, is_space};
use super::super::program::{Source, Step, build};

use super::Walk;

/// What a chat can do with a URL.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Opens,
    /// Cannot be opened from a chat, or must not be.
    Never,
    /// An app's own scheme: either.
    Perhaps,
}

pub(super) fn use_of(url: &str) -> Use {
    if url.starts_with("www.") && url.len() > 4 {
        return Use::Opens;
    }
    let Some((scheme, rest)) = url.split_once(':') else { return Use::Never };
    let scheme = scheme.to_ascii_lowercase();
    let name = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    match scheme.as_str() {
        "http" | "https" if rest.strip_prefix("//").is_none_or(str::is_empty) => Use::Perhaps,
        "mailto" | "tel" if rest.is_empty() => Use::Perhaps,
        "http" | "https" | "mailto" | "tel" => Use::Opens,
        "javascript" | "data" | "vbscript" | "file" => Use::Never,
        _ if name => Use::Perhaps,
        _ => Use::Never,
    }
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
        let scheme = url.get(..4).unwrap_or_default().to_ascii_lowercase();
        let whole = matches!(scheme.as_str(), "http" | "www.");
        let mut steps = Vec::new();
        for c in url.chars() {
            steps.extend(self.url_character(c, styles, source));
            self.tight = whole && !is_invisible(c);
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
