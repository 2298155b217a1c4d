//! HTML: balanced, of the preset's tags alone, and with the text that is shown.

use std::borrow::Cow;

use wamark::{Document, Event, HtmlStyle};

use super::{Checked, Step, ensure, expect};

/// The opening tags of the preset close, with their numbers left out.
const CLOSE_TAGS: &[&str] = &[
    "p",
    "blockquote",
    "ul",
    "ol",
    "ol start=\"\"",
    "li",
    "li value=\"\"",
    "pre",
    "code",
    "strong",
    "em",
    "s",
    "span class=\"spoiler\"",
];

/// Those of the preset preview, links without their URLs.
const PREVIEW_TAGS: &[&str] = &[
    "p",
    "p dir=\"auto\"",
    "blockquote dir=\"auto\"",
    "ul",
    "ol",
    "ol start=\"\"",
    "li dir=\"auto\"",
    "li value=\"\" dir=\"auto\"",
    "pre",
    "code",
    "strong",
    "em",
    "s",
    "span class=\"spoiler\"",
    "span class=\"mention\"",
    "a href=\"\" rel=\"noopener noreferrer nofollow ugc\" target=\"_blank\"",
];

pub(super) fn check_html(document: &Document<'_>, events: &[Step]) -> Checked {
    // HTML cannot hold NUL.
    let texts = events.iter().filter_map(|(event, _)| match event {
        Event::Text(text) => Some(text.replace('\0', "\u{FFFD}")),
        _ => None,
    });
    let shown: String = texts.collect();
    // Of a run of blank lines all but one are kept.
    let is_kept = |two: &&[Step]| two.iter().all(|(event, _)| *event == Event::BlankLine);
    let kept = events.windows(2).filter(is_kept).count();
    for (name, style, tags) in [
        ("close", HtmlStyle::close(), Some(CLOSE_TAGS)),
        ("preview", HtmlStyle::preview(), Some(PREVIEW_TAGS)),
        ("neutral", HtmlStyle::neutral(), None),
    ] {
        let html = document.to_html(&style);
        if let Some(tags) = tags {
            let text =
                html_text(&html, tags).map_err(|what| format!("{what}\n in       {html}"))?;
            expect(format_args!("the text of the HTML {name}"), &text, &shown)?;
            let blank = html.matches("<p><br /></p>").count();
            expect(format_args!("the blank lines of the HTML {name}"), &blank, &kept)?;
        }
        let mut appended = "<p".to_owned();
        document.write_html(&mut appended, &style);
        expect(format_args!("the HTML {name} is appended"), &appended, &format!("<p{html}"))?;
    }
    Ok(())
}

/// The text of HTML whose elements are balanced and have no opening tags but `tags`.
fn html_text(html: &str, tags: &[&str]) -> Result<String, String> {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let entities = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')];
        if let Some((entity, c)) = entities.iter().find(|(entity, _)| rest.starts_with(entity)) {
            text.push(*c);
            rest = &rest[entity.len()..];
            continue;
        }
        let tag = rest.strip_prefix('<').and_then(|tag| tag.split('>').next()).unwrap_or_default();
        ensure(!tag.is_empty(), "a sign that must be escaped", rest, "an entity or a tag")?;
        rest = rest.get(tag.len() + 2..).ok_or("a tag without its end")?;
        if let Some(name) = tag.strip_prefix('/') {
            expect("the element that is closed", &Some(name), &open.pop())?;
        } else if tag != "br /" {
            ensure(tags.contains(&&*without_values(tag)), "a tag", tag, "one of the style's")?;
            open.push(tag.split(' ').next().unwrap_or_default());
        }
    }
    text.push_str(rest);
    expect("elements left open", &open, &Vec::new())?;
    Ok(text)
}

/// A tag without the values that depend on the message, so far as they are safe.
fn without_values(tag: &str) -> Cow<'_, str> {
    if !tag.contains('=') {
        return Cow::Borrowed(tag);
    }
    for name in ["start", "value", "href"] {
        let Some((before, rest)) = tag.split_once(&format!(" {name}=\"")) else { continue };
        let Some((value, behind)) = rest.split_once('"') else { continue };
        let is_safe = match name {
            "href" => {
                let url = value.to_ascii_lowercase();
                let schemes = ["http://", "https://", "mailto:"];
                schemes.iter().any(|scheme| url.starts_with(scheme)) && !url.contains(['<', '>'])
            }
            _ => value.parse::<u16>().is_ok_and(|n| n <= 99 && value == n.to_string()),
        };
        if is_safe {
            return Cow::Owned(format!("{before} {name}=\"\"{behind}"));
        }
    }
    Cow::Borrowed(tag)
}
