//! WhatsApp text of whatever comes.

use alloc::borrow::Cow;
use alloc::string::String;

#[cfg(feature = "html")]
use super::Sign;
use super::{Detection, Dialect, detect};
#[cfg(feature = "html")]
use crate::{Document, Event, HtmlOptions, Invisible, Node};

/// So often is converted what does not look like WhatsApp text yet.
const TIMES: usize = 8;

/// What has grown by more than this is not converted again, so that the time stays linear.
const GROWTH: usize = 4;

/// Makes WhatsApp text of whatever comes, and leaves alone what it made itself.
///
/// What [`detect`] calls Markdown or HTML is converted; WhatsApp text and plain text are handed
/// back as they are. Of HTML in which no element makes lines, as in chat notations of HTML
/// (`<b>a</b>⏎b`), line feeds are kept. In HTML that has no styles, markers are taken for what
/// somebody typed into an editor or what was put into paragraphs on the way, and not for text that
/// is to show asterisks: `<p>*a*</p>` is `*a*`.
///
/// `normalize(normalize(x))` is `normalize(x)` for every `x`, so everybody in a chain can call it.
/// That takes more than one conversion where the result looks like Markdown or HTML again: `\# a`
/// is a line that begins with a hash sign, and that is a heading. What does not come to rest after
/// eight conversions is handed back as it came.
///
/// Without the feature `markdown`, Markdown is handed back as it is; without `html`, HTML is.
///
/// # Complexity
///
/// Linear in the text.
///
/// # Panics
///
/// On a text of 4 GiB or more.
///
/// # Examples
///
/// ```
/// # #[cfg(all(feature = "markdown", feature = "html"))] {
/// use wamark::dialect::normalize;
///
/// let text = normalize("**Hi** [Ana](https://ex.com)");
/// assert_eq!(text, "*Hi* Ana (https://ex.com)");
/// assert_eq!(normalize(&text), text);
///
/// assert_eq!(normalize("<p>Hi <b>Ana</b> &amp; co</p>"), "Hi *Ana* & co");
/// assert_eq!(normalize("*Hi* Ana, 2**3, a < b"), "*Hi* Ana, 2**3, a < b");
/// # }
/// ```
#[must_use]
pub fn normalize(text: &str) -> Cow<'_, str> {
    let most = text.len().saturating_mul(GROWTH).max(1024);
    let mut result = Cow::Borrowed(text);
    for _ in 0..=TIMES {
        match convert(&result) {
            Some(next) if next != *result => {
                if result.len() > most {
                    break;
                }
                result = Cow::Owned(next);
            }
            _ => return result,
        }
    }
    Cow::Borrowed(text)
}

/// The text converted once, if it has to be.
fn convert(text: &str) -> Option<String> {
    let detection = detect(text);
    match detection.dialect() {
        Dialect::Markdown => from_markdown(text),
        Dialect::Html => from_html(text, &detection),
        Dialect::Plain | Dialect::WhatsApp => None,
    }
}

#[cfg(feature = "markdown")]
#[allow(clippy::unnecessary_wraps, reason = "without the feature there is none")]
fn from_markdown(text: &str) -> Option<String> {
    Some(crate::from_markdown(text))
}

#[cfg(not(feature = "markdown"))]
fn from_markdown(_: &str) -> Option<String> {
    None
}

#[cfg(feature = "html")]
#[allow(clippy::unnecessary_wraps, reason = "without the feature there is none")]
fn from_html(text: &str, detection: &Detection) -> Option<String> {
    let has =
        |signs: &[Sign]| detection.reasons().iter().any(|reason| signs.contains(&reason.sign));
    let broken = text.contains('\n') && !has(&[Sign::BlockTag]);
    let text = if broken { with_breaks(text) } else { text.into() };
    let reading = Document::from_html(&text, &HtmlOptions::default());
    if has(EMPHASIS) && !is_styled(reading.document()) {
        return Some(reading.document().source().into());
    }
    Some(reading.into_whatsapp(Invisible::Allow).text)
}

/// Signs that somebody typed emphasis.
#[cfg(feature = "html")]
const EMPHASIS: &[Sign] = &[
    Sign::SingleAsterisk,
    Sign::SingleTilde,
    Sign::DoubleAsterisk,
    Sign::TripleAsterisk,
    Sign::DoubleUnderscore,
    Sign::DoubleTilde,
];

/// Whether anything in a document has a style.
#[cfg(feature = "html")]
fn is_styled(document: &Document<'_>) -> bool {
    use Node::{Bold, InlineCode, Italic, Monospace, MonospaceBlock, Strikethrough};
    document.events().any(|(event, _)| {
        let Event::Enter(node) = event else { return false };
        matches!(node, Bold | Italic | Strikethrough | InlineCode | Monospace | MonospaceBlock)
    })
}

#[cfg(not(feature = "html"))]
fn from_html(_: &str, _: &Detection) -> Option<String> {
    None
}

/// HTML with a break for each line feed that is not in preformatted text.
#[cfg(feature = "html")]
fn with_breaks(html: &str) -> Cow<'_, str> {
    let mut text = String::with_capacity(html.len() + html.len() / 8 + 16);
    let mut preformatted = false;
    for line in html.split_inclusive('\n') {
        for (at, _) in line.match_indices('<') {
            let starts = |tag: &str| {
                line.get(at..at + tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
            };
            preformatted = preformatted && !starts("</pre") || starts("<pre");
        }
        match line.strip_suffix('\n') {
            Some(line) if !preformatted => {
                text.push_str(line);
                text.push_str("<br>\n");
            }
            _ => text.push_str(line),
        }
    }
    text.into()
}
