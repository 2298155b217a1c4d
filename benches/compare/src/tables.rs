//! Tables in Markdown.

use crate::report::{Counts, End, Grid, Growth, Pace};

/// A table of `grid`; `corner` is what the rows are.
pub fn table<T>(corner: &str, grid: &Grid<T>, show: impl Fn(&T) -> String) -> String {
    let mut out = line(corner, grid.columns.iter().cloned());
    out += &ruler(grid.columns.len());
    for row in &grid.rows {
        out += &line(&row.label, row.cells.iter().map(&show));
    }
    out
}

/// The name of a family as Markdown.
pub fn family(name: &str) -> String {
    match name {
        // A literal; none has five backticks in a row.
        _ if name.starts_with('"') && name.contains('`') => format!("````` {name} `````"),
        _ if name.starts_with('"') => format!("`{name}`"),
        _ => name.to_owned(),
    }
}

/// One line of a table.
pub fn line(first: &str, cells: impl Iterator<Item = String>) -> String {
    let cells = cells.collect::<Vec<_>>().join(" | ");
    format!("| {first} | {cells} |\n")
}

/// What follows the first line of a table with so many figures in a line.
pub fn ruler(columns: usize) -> String {
    format!("|---{}|\n", "|--:".repeat(columns))
}

pub fn pace(pace: &Pace) -> String {
    format!("{:.0} ({:.2}x)", pace.value, pace.ratio)
}

pub fn number(number: &f64) -> String {
    format!("{number:.1}")
}

pub fn allocations(count: &Option<f64>) -> String {
    count.as_ref().map_or_else(|| "not counted".to_owned(), number)
}

pub fn counts(counts: &Counts) -> String {
    let Counts { small, large } = counts;
    format!("{small:.1} → {large:.1} ({:.2}x)", large / small)
}

pub fn growth(growth: &Growth) -> String {
    let (Some((_, last)), Some(times)) = (growth.ends(), growth.times()) else {
        return "**crashed** at once".to_owned();
    };
    let figures = format!("{:.1} ({times:.2}x)", last.ns_a_byte);
    match growth.end {
        End::Done => figures,
        End::Slow => format!("**slow** from {}: {figures}", size(last.bytes)),
        End::Crashed => format!("**crashed** after {}: {figures}", size(last.bytes)),
    }
}

fn size(bytes: usize) -> String {
    if bytes < 1 << 20 { format!("{} KiB", bytes >> 10) } else { format!("{} MiB", bytes >> 20) }
}
