//! Lines: where they stand, and what lies between them.
//!
//! * Text is added to a line that is begun as late as there is text: what is empty leaves nothing.
//! * The first line of an item has the marks of all items that begin with it: `1. ◦ a`.
//! * Between two lines lies as much as the largest of the distances that were asked for, but no
//!   empty line within a list.

use alloc::string::String;
use alloc::vec::Vec;

use super::list::ItemMark;
use crate::document::{Builder, Line, Span};
use crate::loss::{Loss, LossCode};
use crate::read::table::Place;

/// How many levels of nesting are shown: else deep ones would make the text as long as its square.
const LEVELS: usize = 8;

/// The indentations of all levels.
const INDENT: &str = "                ";

/// The marks of all quotes within quotes.
const QUOTES: &str = "> > > > > > > ";

/// What lies between two lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    Nothing,
    /// A line feed.
    Line,
    /// An empty line.
    Blank,
}

/// The box of an item: whether it is ticked, and where that is said.
pub(super) type Task = (bool, Span);

/// What lines stand in.
#[derive(Clone, Copy, Debug)]
enum Container {
    /// With the levels of lists around it, and how many marks of items are not written.
    Quote { levels: usize, pending: usize },
    /// With its start tag, and by how many levels it is moved to the right.
    Item { mark: ItemMark, task: Option<Task>, levels: usize, span: Span },
    /// What is said about a term, moved to the right.
    Indented,
}

/// The lines of a document while it is read.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) losses: Vec<Loss>,
    /// What lies between the last line and the next.
    gap: Gap,
    containers: Vec<Container>,
    quotes: usize,
    /// The levels of items that are open within the innermost quote, and how many of those, the
    /// innermost ones, have no mark yet.
    levels: usize,
    pending: usize,
    /// The number of the outermost list that is open, if one is, and of that of the last line.
    list: Option<u32>,
    last_list: Option<u32>,
    lists: u32,
}

impl Flow {
    pub(super) fn lose(&mut self, code: LossCode, span: Span) {
        let loss = Loss { code, span };
        if self.losses.last() != Some(&loss) {
            self.losses.push(loss);
        }
    }

    /// Asks for a distance to the next line.
    pub(super) fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Takes back that an empty line was asked for.
    pub(super) fn close_up(&mut self) {
        self.gap = self.gap.min(Gap::Line);
    }

    /// How many levels of items lines stand in.
    pub(super) fn levels(&self) -> usize {
        self.levels
    }

    pub(super) fn in_quote(&self) -> bool {
        self.quotes > 0
    }

    pub(super) fn quote(&mut self) {
        self.containers.push(Container::Quote { levels: self.levels, pending: self.pending });
        self.quotes += 1;
        (self.levels, self.pending) = (0, 0);
    }

    pub(super) fn end_quote(&mut self) {
        if let Some(Container::Quote { levels, pending }) = self.containers.pop() {
            self.quotes -= 1;
            (self.levels, self.pending) = (levels, pending);
        }
    }

    /// Begins a list, or goes on with the one that the last line was in; gives what
    /// [`end_list`](Self::end_list) needs.
    pub(super) fn list(&mut self, goes_on: bool) -> Option<u32> {
        let outer = self.list;
        if outer.is_none() {
            self.list = self.last_list.filter(|_| goes_on);
        }
        if self.list.is_none() {
            self.lists += 1;
            self.list = Some(self.lists);
        }
        outer
    }

    pub(super) fn end_list(&mut self, outer: Option<u32>) {
        self.list = outer;
    }

    /// Begins an item, moved to the right by `level` beyond its list.
    pub(super) fn item(&mut self, mark: ItemMark, task: Option<Task>, level: usize, span: Span) {
        self.containers.push(Container::Item { mark, task, levels: level + 1, span });
        self.levels += level + 1;
        self.pending += 1;
    }

    /// Says otherwise how the innermost item begins.
    pub(super) fn set_mark(&mut self, new: ItemMark) {
        if let Some(Container::Item { mark, .. }) = self.containers.last_mut() {
            *mark = new;
        }
    }

    /// Gives the innermost item a box, unless it has one or has begun; tells whether it has one.
    pub(super) fn set_task(&mut self, done: bool, span: Span) -> bool {
        match self.containers.last_mut() {
            Some(Container::Item { task, .. }) if self.pending > 0 => {
                task.get_or_insert((done, span));
                true
            }
            Some(Container::Item { task, .. }) => task.is_some(),
            _ => false,
        }
    }

    pub(super) fn end_item(&mut self) {
        if let Some(Container::Item { levels, .. }) = self.containers.pop() {
            self.levels -= levels;
            self.pending = self.pending.saturating_sub(1);
        }
    }

    pub(super) fn indent(&mut self) {
        self.containers.push(Container::Indented);
        self.levels += 1;
    }

    pub(super) fn end_indent(&mut self) {
        self.containers.pop();
        self.levels -= 1;
    }

    /// Puts the distance before a block.
    pub(super) fn begin_block(&mut self, builder: &mut Builder) {
        let same = self.list.is_some() && self.list == self.last_list;
        if core::mem::take(&mut self.gap) == Gap::Blank && !same {
            builder.blank_line();
        }
        self.last_list = self.list;
    }

    /// Begins a line: with the marks of items that have none yet.
    pub(super) fn begin_line(&mut self, builder: &mut Builder) {
        self.begin_block(builder);
        if self.pending == 0 {
            self.text_line(builder, self.levels);
            return;
        }
        let first = self.first_pending();
        let mut depth = self.levels - self.containers[first..].iter().map(levels).sum::<usize>();
        for index in first..self.containers.len() {
            depth += levels(&self.containers[index]);
            if let Container::Item { mark, task, span, .. } = self.containers[index] {
                self.mark(builder, mark, depth - 1, index == first, span);
                if let Some((done, span)) = task {
                    builder.lead(if done { "☑ " } else { "☐ " });
                    self.lose(LossCode::TaskAsText, span);
                }
            }
        }
        self.pending = 0;
    }

    /// Where the items begin that have no mark yet.
    fn first_pending(&self) -> usize {
        let items = self.containers.iter().enumerate().rev();
        let mut items = items.filter(|(_, container)| matches!(container, Container::Item { .. }));
        items.nth(self.pending - 1).map_or(0, |(index, _)| index)
    }

    fn text_line(&self, builder: &mut Builder, levels: usize) {
        builder.line(if self.quotes > 0 { Line::Quote } else { Line::Text });
        builder.lead(&QUOTES[..2 * self.quotes.saturating_sub(1).min(LEVELS - 1)]);
        builder.lead(&INDENT[..2 * levels.min(LEVELS)]);
    }

    /// Writes the mark of an item at a depth, which begins a line if it is the first one there.
    fn mark(
        &mut self,
        builder: &mut Builder,
        mark: ItemMark,
        depth: usize,
        first: bool,
        span: Span,
    ) {
        if first && depth == 0 && self.quotes == 0 {
            match mark {
                ItemMark::Bullet => return builder.line(Line::Bullet),
                ItemMark::Number(number @ 0..100) => {
                    return builder.line(Line::Number(u16::try_from(number).unwrap_or_default()));
                }
                _ => self.lose(LossCode::NumberAsText, span),
            }
        }
        if first {
            self.text_line(builder, depth);
        } else if depth > LEVELS {
            return;
        }
        if mark == ItemMark::Bullet && depth == 0 {
            return builder.lead("• ");
        }
        let mut text = String::new();
        mark.push(&mut text);
        builder.lead(&text);
    }
}

fn levels(container: &Container) -> usize {
    match container {
        Container::Item { levels, .. } => *levels,
        Container::Indented => 1,
        Container::Quote { .. } => 0,
    }
}

impl Place for Flow {
    fn line(&mut self, builder: &mut Builder) {
        self.gap(Gap::Line);
        self.begin_line(builder);
    }

    fn item(&mut self, builder: &mut Builder) {
        self.begin_block(builder);
        self.gap = Gap::Line;
        if self.quotes == 0 && self.levels == 0 {
            return builder.line(Line::Bullet);
        }
        self.begin_line(builder);
        builder.lead(if self.levels == 0 { "• " } else { "◦ " });
    }

    /// Its distance is there already.
    fn block(&mut self, _builder: &mut Builder) {}

    fn has_blocks(&self) -> bool {
        self.quotes == 0
    }
}
