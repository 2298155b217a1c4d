//! Plain text, and the line of a preview.

use std::ops::Range;

use wamark::{Bullets, Document, Event, Node, TextOptions};

use super::{Checked, Step, ensure, expect, is_inline, is_ws};

pub(super) fn check_text(document: &Document<'_>, events: &[Step]) -> Checked {
    for (marks, dots) in [(true, false), (true, true), (false, false), (false, true)] {
        let bullets = if dots { Bullets::Dot } else { Bullets::AsTyped };
        let text_options = TextOptions::default().marks(marks).bullets(bullets);
        let text = document.to_text(&text_options);
        let what = format!("the text with {text_options:?}");
        expect(what, &text, &plain_text(document.source(), events, marks, dots))?;
        let mut appended = "*a".to_owned();
        document.write_text(&mut appended, &text_options);
        expect("text is appended", &appended, &format!("*a{text}"))?;
    }
    Ok(())
}

/// The source without its markers.
fn plain_text(source: &str, events: &[Step], marks: bool, dots: bool) -> String {
    let mut text = String::new();
    // Behind the block, item or blank line before: from there to the next one is a line feed.
    let mut at = 0;
    for &(event, span) in events {
        let Range { start, end } = span.range();
        let slice = &source[span.range()];
        match event {
            Event::Enter(node) if !is_inline(node) => {
                text.push_str(&source[at..start]);
                at = start;
                match node {
                    Node::Item { number: None } if marks && dots => text.push_str("• "),
                    Node::Item { .. } if marks => {
                        text.extend(slice.split_inclusive(' ').next());
                    }
                    Node::Quote if marks => {
                        text.push_str(if slice.starts_with("> ") { "> " } else { ">" });
                    }
                    _ => {}
                }
            }
            Event::Leave(node) if !is_inline(node) => at = end,
            Event::Text(piece) => text.push_str(piece),
            Event::Break if marks => text.push_str(slice),
            Event::Break => text.push('\n'),
            Event::BlankLine => {
                text.push_str(&source[at..end]);
                at = end;
            }
            _ => {}
        }
    }
    text.push_str(&source[at..]);
    text
}

pub(super) fn check_line(document: &Document<'_>) -> Checked {
    let text = document.to_text(&TextOptions::default().marks(false));
    let words: Vec<&str> = text.split(is_ws).filter(|word| !word.is_empty()).collect();
    let whole = document.to_line(usize::MAX);
    expect("the whole line", &whole, &words.join(" "))?;
    expect("no line at all", &document.to_line(0), &String::new())?;
    for limit in [1, 2, 3, 5, 8, 13, 40] {
        let line = document.to_line(limit);
        let (kept, is_cut) = match line.strip_suffix('…') {
            Some(kept) if line != whole => (kept, true),
            _ => (&*line, false),
        };
        let what = format!("a line of {limit}");
        ensure(is_cut || line == whole, &what, &line, "the whole line or one cut")?;
        ensure(whole.starts_with(kept), &what, &line, "the start of the whole line")?;
        ensure(!line.contains('\n'), &what, &line, "no line feed")?;
        ensure(!kept.ends_with(is_ws), &what, &line, "no white space before the sign")?;
        // Of ASCII every character is a grapheme.
        let is_within = !whole.is_ascii() || line.chars().count() <= limit;
        ensure(is_within, &what, &line, "no more than it may have")?;
        let is_next = document.to_line(limit + 1).starts_with(kept);
        ensure(is_next, &what, &line, "no more than a longer line has")?;
    }
    Ok(())
}
