//! Tags that make lines, and those that say nothing.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::element::{Effect, Tag};
use crate::chars;

/// Says what is put in place of all tags of lines, and of those that go.
pub(super) fn mend(text: &str, tags: &mut [Tag]) {
    let mut blocks = Blocks::default();
    let mut first = 0;
    while first < tags.len() {
        let effect = tags[first].effect;
        first = if effect.makes_lines() || effect == Effect::Nothing {
            run(text, tags, first, &mut blocks)
        } else {
            first + 1
        };
    }
}

/// The blocks that are open.
#[derive(Debug, Default)]
struct Blocks {
    /// The number of the next item of each list, where it has numbers.
    lists: Vec<Option<usize>>,
    quotes: usize,
}

/// What tags in a row come to.
#[derive(Debug, Default)]
struct Run {
    /// What ends the line before.
    behind: &'static str,
    line_feeds: usize,
    breaks: usize,
    /// What begins the line.
    mark: String,
    cells: usize,
}

/// Takes the tags in a row from the one at `first`, with white space alone between them; the last
/// one says what all of them come to. Returns the index behind them.
fn run(text: &str, tags: &mut [Tag], first: usize, blocks: &mut Blocks) -> usize {
    let mut run = Run::default();
    let mut makes_lines = false;
    let mut index = first;
    loop {
        let tag = &tags[index];
        let (effect, is_end) = (tag.effect, tag.is_end);
        makes_lines |= effect.makes_lines();
        run.add(text, tags, index, blocks);
        let behind = tags[index].range.end;
        let preformatted = effect == Effect::Preformatted && !is_end;
        let rest = text[behind..].trim_start_matches([' ', '\t', '\n']);
        let end = text.len() - rest.len();
        let next = tags.get(index + 1).filter(|next| next.start == end && !preformatted);
        let goes_on = next.is_some_and(|next| {
            next.effect.makes_lines()
                || next.effect == Effect::Nothing && (makes_lines || end == behind)
        });
        if makes_lines && !preformatted {
            let line_feeds = text[behind..end].matches('\n').count();
            run.line_feeds = run.line_feeds.max(line_feeds.min(2));
            tags[index].range.end = end;
        }
        index += 1;
        if !goes_on {
            break;
        }
    }
    if makes_lines {
        // Spaces before a line feed, and those that indent a tag.
        let floor = first.checked_sub(1).map_or(0, |before| tags[before].range.end);
        let before = text[floor..tags[first].start].trim_end_matches([' ', '\t']);
        tags[first].range.start = floor + before.len();
        let text = run.text(text, tags[first].start, tags[index - 1].range.end, blocks);
        tags[index - 1].text.push_str(&text);
    }
    index
}

impl Run {
    fn add(&mut self, text: &str, tags: &mut [Tag], index: usize, blocks: &mut Blocks) {
        let tag = &tags[index];
        let mut needs = 0;
        match tag.effect {
            Effect::Block(line_feeds) => needs = line_feeds,
            Effect::Break => self.breaks += 1,
            Effect::Rule => {
                needs = 2;
                self.mark.push_str("———\n\n");
            }
            Effect::Heading => {
                needs = 2;
                if tag.is_end && is_bold(text, tags, index) {
                    self.behind = "*";
                } else if !tag.is_end && tag.mate.is_some_and(|end| is_bold(text, tags, end)) {
                    self.mark.push('*');
                }
            }
            Effect::List { numbered } => {
                if tag.is_end {
                    blocks.lists.pop();
                }
                needs = if blocks.lists.is_empty() { 2 } else { 1 };
                if !tag.is_end {
                    blocks.lists.push(numbered.then_some(1));
                }
            }
            Effect::Item => {
                needs = 1;
                if !tag.is_end {
                    self.mark = blocks.item();
                }
            }
            Effect::Quote => {
                needs = 2;
                blocks.quotes =
                    if tag.is_end { blocks.quotes.saturating_sub(1) } else { blocks.quotes + 1 };
            }
            Effect::Preformatted => {
                needs = 1;
                if tag.is_end {
                    self.behind = "```";
                } else {
                    self.mark.push_str("```");
                }
            }
            Effect::Cell => self.cells += 1,
            _ => {}
        }
        // An item's own paragraph begins behind its mark.
        if self.mark.is_empty() || !matches!(tag.effect, Effect::Block(_)) {
            self.line_feeds = self.line_feeds.max(needs);
        }
        if !self.behind.is_empty() && tags[index].is_end {
            tags[index].text.push_str(core::mem::take(&mut self.behind));
        }
    }

    /// What stands between the text before `start` and that behind `end`.
    fn text(self, text: &str, start: usize, end: usize, blocks: &Blocks) -> String {
        let before = text[..start].trim_end_matches([' ', '\t', '\n']);
        if end == text.len() {
            return String::new();
        }
        let mut result = String::new();
        let line_feeds = self.line_feeds.max(self.breaks);
        if !before.is_empty() {
            let there = text[before.len()..start].matches('\n').count();
            let most = if blocks.quotes > 0 { 1 } else { usize::MAX };
            for _ in there..line_feeds.min(most.max(there)) {
                result.push('\n');
            }
            if line_feeds == 0 && self.cells > 1 {
                result.push_str(" · ");
            }
        }
        if blocks.quotes > 0 && (line_feeds > 0 || before.is_empty()) {
            result.push_str("> ");
        }
        result.push_str(&self.mark);
        result
    }
}

impl Blocks {
    /// The mark of the next item.
    fn item(&mut self) -> String {
        let nested = self.lists.len() > 1;
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}{}. ", if nested { "  " } else { "" }, *number - 1)
            }
            _ => if nested { "  ◦ " } else { "- " }.into(),
        }
    }
}

/// Whether the heading that ends at `end` can be bold as it stands.
fn is_bold(text: &str, tags: &[Tag], end: usize) -> bool {
    let Some(start) = tags[end].mate else { return false };
    let title = &text[tags[start].start..tags[end].start];
    let Some((_, title)) = title.split_once('>') else { return false };
    !title.is_empty()
        && chars::trim_end(title).len() == title.len()
        && !title.contains(['*', '<', '\n', '`'])
}
