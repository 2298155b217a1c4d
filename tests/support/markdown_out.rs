//! What a parser of Markdown shows, and whether it is what the document shows.

use std::fmt::Write as _;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::shown::{self, BOLD, CODE, ITALIC, Place, STRIKE, Shown};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser as Markdown, Tag, TagEnd};
use wamark::Document;

/// What the parser shows of Markdown; an error where it sees anything that no document has.
fn read(markdown: &str) -> Result<Shown, String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut shown = Shown::default();
    let mut lists: Vec<Option<u64>> = Vec::new();
    let (mut styles, mut in_quote, mut in_code, mut link) = (0, None, false, None);
    for event in Markdown::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Paragraph) if lists.is_empty() => match &mut in_quote {
                None => {
                    shown.blocks += 1;
                    shown.line(Place::Paragraph);
                }
                Some(paragraphs) => {
                    // The empty line that keeps them apart.
                    if *paragraphs > 0 {
                        shown.line(Place::Quote);
                    }
                    *paragraphs += 1;
                    shown.line(Place::Quote);
                }
            },
            Event::Start(Tag::BlockQuote(None)) if lists.is_empty() && in_quote.is_none() => {
                shown.blocks += 1;
                in_quote = Some(0);
            }
            Event::End(TagEnd::BlockQuote(None)) => {
                if in_quote.take() == Some(0) {
                    shown.line(Place::Quote);
                }
            }
            Event::Start(Tag::List(number)) if lists.is_empty() && in_quote.is_none() => {
                shown.blocks += 1;
                lists.push(number);
            }
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => match lists.last_mut() {
                Some(Some(number)) => {
                    shown.line(Place::Numbered(*number));
                    *number += 1;
                }
                _ => shown.line(Place::Bulleted),
            },
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
                if language.is_empty() && lists.is_empty() && in_quote.is_none() =>
            {
                shown.blocks += 1;
                in_code = true;
                link = Some((String::new(), String::new()));
            }
            Event::End(TagEnd::CodeBlock) => {
                in_code = false;
                let (text, _) = link.take().unwrap_or_default();
                shown.block_of_lines(text.strip_suffix('\n').unwrap_or(&text));
            }
            Event::Start(Tag::Strong) if styles & BOLD == 0 => styles |= BOLD,
            Event::Start(Tag::Emphasis) if styles & ITALIC == 0 => styles |= ITALIC,
            Event::Start(Tag::Strikethrough) if styles & STRIKE == 0 => styles |= STRIKE,
            Event::End(TagEnd::Strong) => styles &= !BOLD,
            Event::End(TagEnd::Emphasis) => styles &= !ITALIC,
            Event::End(TagEnd::Strikethrough) => styles &= !STRIKE,
            Event::Start(Tag::Link { link_type, dest_url, .. }) if link.is_none() => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                link = Some((String::new(), format!("{scheme}{dest_url}")));
            }
            Event::End(TagEnd::Link) => shown.links.extend(link.take()),
            Event::Text(text) => {
                if let Some((shown, _)) = &mut link {
                    shown.push_str(&text);
                }
                if !in_code {
                    shown.text(&text, styles);
                }
            }
            Event::Code(text) if link.is_none() => shown.text(&text, styles | CODE),
            Event::HardBreak => shown.next_line(),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => {}
            other => return Err(format!("{other:?} at {:?}", shown.lines.last())),
        }
    }
    Ok(shown)
}

/// A URL with codes for control characters, which stand in no destination as they are.
fn coded(url: &str) -> String {
    url.chars().fold(String::new(), |mut coded, c| {
        match c {
            c if c.is_ascii_control() => {
                // Writing to a string cannot fail.
                let _ = write!(coded, "%{:02X}", u32::from(c));
            }
            c => coded.push(c),
        }
        coded
    })
}

/// What is wrong with the Markdown of a document, if anything.
pub(crate) fn fault(document: &Document<'_>) -> Option<String> {
    let markdown = document.to_markdown();
    let expected = shown::document(document);
    let got = match read(&markdown) {
        Ok(got) => got,
        Err(what) => return Some(format!("{markdown}\n{what}")),
    };
    if got.lines != expected.lines {
        return Some(format!("{markdown}\n got {:?}\n expected {:?}", got.lines, expected.lines));
    }
    // Those that stand as they are this parser does not look for.
    let mut links = got.links.into_iter().peekable();
    for (text, url) in expected.links {
        let url = coded(&url);
        if links.next_if_eq(&(text.clone(), url)).is_none()
            && !["https://", "http://", "www."].iter().any(|start| text.starts_with(start))
        {
            return Some(format!("{markdown}\n no link {text:?}"));
        }
    }
    if let Some(link) = links.next() {
        return Some(format!("{markdown}\n link {link:?}"));
    }
    // What is between blocks and lines.
    if markdown.lines().any(|line| line.ends_with([' ', '\t'])) && !markdown.contains("```") {
        return Some(format!("{markdown:?} has white space at the end of a line"));
    }
    markdown.ends_with('\n').then(|| format!("{markdown:?} ends with a line feed"))
}
