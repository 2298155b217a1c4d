//! Bars: a group for each set of messages, a bar for each engine.

use super::svg::{self, LEFT, Theme, WIDTH};
use super::{caption, heading, is_ours};
use crate::report::{Grid, Pace};

const LINE: f64 = 20.0;
const BAR: f64 = 13.0;
/// Room to the right of the longest bar, for its figures.
const FIGURES: f64 = 160.0;

/// What a bar shows.
pub struct Shown {
    /// Its length, in any unit.
    pub length: f64,
    /// What is said at its end.
    pub figure: String,
    /// What is said after that, less loudly.
    pub aside: String,
}

/// Draws the engines that [`caption`] knows.
pub fn draw(
    grid: &Grid<Pace>,
    theme: &Theme,
    title: &str,
    show: impl Fn(&Pace) -> Shown,
) -> String {
    let rows: Vec<_> =
        grid.rows.iter().filter_map(|row| Some((row, caption(&row.name)?))).collect();
    let lengths = rows.iter().flat_map(|(row, _)| row.cells.iter().map(|pace| show(pace).length));
    let scale = (WIDTH - LEFT - FIGURES) / lengths.fold(f64::MIN_POSITIVE, f64::max);

    let mut out = svg::title(theme, title);
    let mut description = String::new();
    let mut y = 44.0;
    for (at, column) in grid.columns.iter().enumerate() {
        let strong = " font-weight=\"600\"";
        out += &svg::text(LEFT, y + 16.0, "start", theme.quiet, strong, heading(column));
        y += 26.0;
        let top = y;
        let mut words = Vec::new();
        for (row, name) in &rows {
            let shown = show(&row.cells[at]);
            out += &bar(theme, y, name, is_ours(&row.name), shown.length * scale, &shown);
            words.push(format!("{name} {}", shown.figure));
            y += LINE;
        }
        out += &svg::rule(LEFT, top, y, theme, "");
        description += &format!("{}: {}. ", heading(column), words.join(", "));
        y += 8.0;
    }
    svg::document(theme, y + 8.0, title, description.trim_end(), &out)
}

fn bar(theme: &Theme, y: f64, name: &str, ours: bool, width: f64, shown: &Shown) -> String {
    let (fill, weight) =
        if ours { (theme.ours, " font-weight=\"600\"") } else { (theme.others, "") };
    let (top, base) = (y + (LINE - BAR) / 2.0, y + 14.5);
    let end = LEFT + width + 8.0;
    let aside = LEFT + width + 74.0;
    svg::text(LEFT - 10.0, base, "end", theme.ink, weight, name)
        + &format!(
            "<rect x=\"{LEFT}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{BAR}\" \
             fill=\"{fill}\"/>\n"
        )
        + &svg::text(end, base, "start", theme.ink, weight, &shown.figure)
        + &svg::text(aside, base, "start", theme.quiet, " font-size=\"12\"", &shown.aside)
}
