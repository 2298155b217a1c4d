//! What a line is to Markdown, looked at by itself. Lines are without their line feed.

/// A line and where it starts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line<'t> {
    pub(super) at: usize,
    pub(super) text: &'t str,
}

impl<'t> Line<'t> {
    pub(super) fn end(self) -> usize {
        self.at + self.text.len()
    }

    pub(super) fn is_blank(self) -> bool {
        self.text.trim_ascii().is_empty()
    }

    /// The line without its indent, which a code block does not have.
    pub(super) fn unindented(self) -> Option<&'t str> {
        (indent(self.text) < 4).then(|| self.text.trim_ascii_start())
    }

    /// Whether it is a heading: up to six hash signs, a space, and what reads like a title. What
    /// is typed for other reasons is none: `# of items`, `# 5`, a comment in a script.
    pub(super) fn is_heading(self) -> bool {
        let Some(text) = self.unindented() else { return false };
        let title = text.trim_start_matches('#');
        let level = text.len() - title.len();
        let Some(first) =
            title.strip_prefix([' ', '\t']).and_then(|title| title.trim().chars().next())
        else {
            return false;
        };
        match level {
            1 => !first.is_ascii_lowercase() && !first.is_ascii_digit(),
            2..=6 => true,
            _ => false,
        }
    }

    /// Whether it is a rule of three marks. Longer ones are typed to separate parts of a chat
    /// message, too.
    pub(super) fn is_rule(self) -> bool {
        let Some(text) = self.unindented() else { return false };
        matches!(text.trim_ascii_end(), "---" | "***" | "___" | "- - -" | "* * *" | "_ _ _")
    }

    /// Whether it underlines `title`: marks of one kind, about as many as the title is wide.
    pub(super) fn underlines(self, title: Self) -> bool {
        let Some(text) = self.unindented() else { return false };
        let text = text.trim_ascii_end();
        let width = title.text.trim().chars().count();
        let mark = if text.starts_with('=') { '=' } else { '-' };
        // Both are counted once for each line, however long.
        text.len() >= 3
            && text.len().abs_diff(width) <= 2
            && text.chars().all(|c| c == mark)
            && title.unindented().is_some_and(|title| !title.starts_with(['*', '_', '|', '>', '#']))
    }

    /// The item that the line is, if it is one.
    pub(super) fn item(self) -> Option<Item<'t>> {
        let text = self.text.trim_ascii_start();
        let indent = indent(self.text);
        let digits = text.bytes().take(10).take_while(u8::is_ascii_digit).count();
        let (bullet, rest) = if digits == 0 {
            (true, text.strip_prefix(['-', '*', '+'])?)
        } else {
            (false, text[digits..].strip_prefix(['.', ')'])?)
        };
        let content = rest.strip_prefix([' ', '\t'])?.trim_ascii_start();
        (!content.is_empty()).then_some(Item { indent, bullet, content })
    }
}

/// An item of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'t> {
    /// How far it is indented, in columns.
    pub(super) indent: usize,
    pub(super) bullet: bool,
    /// What stands behind the mark.
    pub(super) content: &'t str,
}

impl Item<'_> {
    /// Whether it begins with a task box: `[ ] a`, `[x] a`.
    pub(super) fn is_task(self) -> bool {
        let text = ["[ ] ", "[x] ", "[X] "].iter().find_map(|task| self.content.strip_prefix(task));
        text.is_some_and(|text| !text.trim_ascii().is_empty())
    }
}

/// The columns of white space at the start of a line: a tab goes on to the next multiple of four.
pub(super) fn indent(line: &str) -> usize {
    let space = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
    space.fold(0, |column, byte| if byte == b'\t' { column / 4 * 4 + 4 } else { column + 1 })
}

/// Whether `delimiters` is the row that makes `header` one of a table: as many cells, each of
/// dashes and perhaps colons.
pub(super) fn is_table(header: Line<'_>, delimiters: Line<'_>) -> bool {
    let row = delimiters.text.trim_ascii();
    let looks = row.starts_with(['|', ':', '-'])
        && row.contains('-')
        && row.contains('|')
        && row.bytes().all(|byte| matches!(byte, b'|' | b':' | b'-' | b' ' | b'\t'));
    looks && header.text.contains('|') && {
        let cell = |cell: &str| {
            let cell = cell.trim_ascii();
            let dashes = cell.strip_prefix(':').unwrap_or(cell);
            let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
            !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
        };
        cells(row).all(cell) && cells(row).count() == cells(header.text.trim_ascii()).count()
    }
}

/// The cells of a row, without the pipes at its ends.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').unwrap_or(row);
    let mut escaped = false;
    row.split(move |c| {
        let splits = c == '|' && !escaped;
        escaped = c == '\\' && !escaped;
        splits
    })
}
