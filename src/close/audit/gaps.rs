//! What stands between characters and has no text: line breaks, empty lines.

use alloc::string::String;

use super::Difference;
use super::align::{Lesson, Lines};
use super::construct::Construct;
use super::ours::{Gap, Ours};
use super::theirs::Theirs;

/// Checks that the tags left over are those of line breaks and empty lines, as many as there are.
pub(super) fn check(
    ours: &Ours,
    theirs: &Theirs<'_>,
    lines: &Lines,
    feeds: bool,
    lesson: &mut Lesson,
) -> Result<(), Difference> {
    let mut gaps = ours.gaps.iter().copied().peekable();
    let mut marks = theirs.marks.iter().peekable();
    let mut html = String::new();
    loop {
        let at = match (gaps.peek(), marks.peek()) {
            (Some(gap), Some(mark)) => gap.at.min(mark.at),
            (Some(gap), None) => gap.at,
            (None, Some(mark)) => mark.at,
            (None, None) => return Ok(()),
        };
        let gap = gaps.next_if(|gap| gap.at == at).unwrap_or_default();
        html.clear();
        while let Some(mark) = marks.next_if(|mark| mark.at == at) {
            let left_over = match mark.element {
                Some(element) => gap.breaks > 0 && lines.of_line[element],
                None => true,
            };
            if left_over {
                html.push_str(mark.raw);
            }
        }
        if feeds && gap.breaks > 0 {
            html.push('\n');
        }
        account(gap, &html, lines.certain, lesson)?;
    }
}

/// Accounts for the tags of one gap.
fn account(gap: Gap, html: &str, certain: bool, lesson: &mut Lesson) -> Result<(), Difference> {
    let mut learn = |construct, html: &str| lesson.0.push((construct, html.into()));
    if gap.empty || gap.breaks > 0 && gap.blank_lines > 0 {
        // What of it is whose cannot be told; it shows no text.
        return Ok(());
    }
    if gap.breaks > 0 {
        match repeated(html, gap.breaks) {
            Some(one) if certain => learn(Construct::LineBreak, one),
            None if certain => return Err(Difference::Lines),
            _ => {}
        }
        return Ok(());
    }
    if gap.blank_lines == 0 {
        return if html.is_empty() { Ok(()) } else { Err(Difference::Lines) };
    }
    // The first one of a run only keeps the blocks apart, for us. For Close it may be as the others.
    let further = gap.blank_lines - 1;
    let all = repeated(html, gap.blank_lines).filter(|one| !one.is_empty());
    let some = repeated(html, further).filter(|_| further > 0);
    match (all, some) {
        (Some(_), Some(_)) => {}
        (Some(one), None) => {
            learn(Construct::FirstBlankLine, one);
            if further > 0 {
                learn(Construct::BlankLine, one);
            }
        }
        (None, Some(one)) => {
            learn(Construct::FirstBlankLine, "");
            learn(Construct::BlankLine, one);
        }
        (None, None) if html.is_empty() => learn(Construct::FirstBlankLine, ""),
        (None, None) => return Err(Difference::Lines),
    }
    Ok(())
}

/// What comes to this so many times.
fn repeated(html: &str, times: usize) -> Option<&str> {
    if times == 0 || !html.len().is_multiple_of(times) {
        return None;
    }
    let one = html.get(..html.len() / times)?;
    let same = html.as_bytes().chunks(one.len().max(1)).all(|piece| piece == one.as_bytes());
    same.then_some(one)
}
