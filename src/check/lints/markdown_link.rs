//! `markdown-link`: a label and an address as Markdown has them, `[label](https://ex.com)`.
//!
//! WhatsApp has no labels: people see the brackets, and the address with them.
//!
//! ```
//! use wamark::check::{Lint, Profile, check, fix};
//!
//! let profile = Profile::default();
//! let text = "See [the menu](https://ex.com/menu), [ex.com](https://ex.com)";
//! assert_eq!(check(text, &profile).diagnostics()[0].lint, Lint::MarkdownLink);
//! assert_eq!(fix(text, &profile).text, "See the menu (https://ex.com/menu), https://ex.com");
//!
//! assert!(check("The menu (https://ex.com/menu), f[0](x), [1](see below)", &profile).is_clean());
//! ```

use alloc::borrow::Cow;
use alloc::vec::Vec;
use alloc::{format, vec};
use core::ops::Range;

use crate::check::context::{Context, edit};
use crate::check::diagnostic::Edit;
use crate::check::lint::Lint;
use crate::dialect::Sign;
use crate::parse;
use crate::read::link::{says, shown};

pub(in crate::check) const SUMMARY: &str = "a link has a label as in Markdown";

#[inline]
pub(in crate::check) fn look(context: &mut Context<'_>) {
    for (_, span) in context.signs_of(&[Sign::Link]) {
        if let Some(edits) = edits(context.text(), span.clone()) {
            let message = "WhatsApp has no labels for links";
            let help = "write the label and then the address";
            context.report_with(Lint::MarkdownLink, span, message, help, edits);
        }
    }
}

/// What makes `label (url)` of a link or an image, or the URL alone where the label says no more.
pub(super) fn edits(text: &str, span: Range<usize>) -> Option<Vec<Edit>> {
    let open = span.start + usize::from(text[span.clone()].starts_with('!'));
    let close = closing_bracket(text, open, span.end)?;
    let target = text[close + 2..span.end - 1].split_ascii_whitespace().next().unwrap_or_default();
    let target = target.strip_prefix('<').unwrap_or(target);
    let url = address(target.strip_suffix('>').unwrap_or(target))?;
    let label = &text[open + 1..close];
    if label.trim().is_empty() || says(label, &url) || says(label, target) {
        return Some(vec![edit(span, url.into_owned())]);
    }
    let behind = format!(" ({url})");
    Some(vec![edit(span.start..open + 1, ""), edit(close..span.end, behind)])
}

/// What is shown of a target that is an address.
fn address(target: &str) -> Option<Cow<'_, str>> {
    let bare = || {
        let parameter = target.starts_with("{{") && target.ends_with("}}");
        let host = parse::links(target).first().is_some_and(|link| *link == (0..target.len()));
        (parameter || host).then_some(Cow::Borrowed(target))
    };
    shown(target).or_else(bare)
}

/// The bracket that closes the one at `open`, with a parenthesis behind it.
fn closing_bracket(text: &str, open: usize, end: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..end];
    let mut depth = 0_usize;
    for at in memchr::memchr3_iter(b'[', b']', b'\n', &bytes[open..]) {
        match bytes[open + at] {
            b'[' => depth += 1,
            b']' if depth > 1 => depth -= 1,
            _ => return bytes[open + at..].starts_with(b"](").then_some(open + at),
        }
    }
    None
}
