//! Dots: a line for each engine, a dot for each family of texts made to be slow.

use std::fmt::Write as _;

use super::svg::{self, LEFT, Theme, WIDTH};
use super::{caption, is_ours};
use crate::report::{End, Grid, Growth};

const LINE: f64 = 38.0;
const TITLE: &str = "Texts made to be slow: nanoseconds a byte (to the left is better)";

/// Draws the engines that [`caption`] knows.
pub fn draw(grid: &Grid<Growth>, theme: &Theme) -> String {
    let figures = grid.rows.iter().flat_map(|row| &row.cells).filter_map(slowest);
    let (least, most) = figures
        .fold((1.0_f64, 100.0_f64), |(least, most), figure| (least.min(figure), most.max(figure)));
    let (first, last) = (least.log10().floor(), most.log10().ceil());
    let unit = (WIDTH - LEFT - 40.0) / (last - first);
    let x = |figure: f64| LEFT + 10.0 + (figure.log10() - first) * unit;

    let shown = grid.columns.iter().enumerate();
    let shown: Vec<_> = shown.filter_map(|(at, name)| Some((at, name, caption(name)?))).collect();
    let bottom = 52.0 + LINE * shown.len() as f64;
    let mut out = svg::title(theme, TITLE);
    for power in first as i32..=last as i32 {
        let at = x(10_f64.powi(power));
        out += &svg::rule(at, 48.0, bottom, theme, "");
        out += &svg::text(at, bottom + 18.0, "middle", theme.quiet, "", tick(power));
    }
    let mut description = String::new();
    for (line, (at, name, caption)) in shown.into_iter().enumerate() {
        let middle = 52.0 + LINE * (line as f64 + 0.5);
        let (fill, weight) = match is_ours(name) {
            true => (theme.ours, " font-weight=\"600\""),
            false => (theme.others, ""),
        };
        out += &svg::text(LEFT - 10.0, middle + 4.5, "end", theme.ink, weight, caption);
        let (mut worst, mut given_up) = (0.0_f64, 0);
        for (nth, row) in grid.rows.iter().enumerate() {
            let growth = &row.cells[at];
            let Some(figure) = slowest(growth) else { continue };
            worst = worst.max(figure);
            // Apart from its neighbours, which often are as slow.
            let y = middle + (nth % 5) as f64 * 5.0 - 10.0;
            if growth.end == End::Done {
                out += &dot(x(figure), y, fill);
            } else {
                given_up += 1;
                out += &cross(x(figure), y, theme.ink);
            }
        }
        let _ =
            write!(description, "{caption}: at most {worst:.0} ns a byte, {given_up} given up. ");
    }
    let note = "● a family at 1 MiB    ✕ given up at a smaller size: too slow, or crashed";
    out += &svg::text(LEFT, bottom + 42.0, "start", theme.quiet, "", note);
    svg::document(theme, bottom + 58.0, TITLE, description.trim_end(), &out)
}

fn slowest(growth: &Growth) -> Option<f64> {
    growth.ends().map(|(_, last)| last.ns_a_byte)
}

fn tick(power: i32) -> String {
    match power {
        ..=-1 => format!("{:.*} ns", power.unsigned_abs() as usize, 10_f64.powi(power)),
        6.. => format!("{} ms", 10_u64.pow(power.unsigned_abs() - 6)),
        3.. => format!("{} µs", 10_u64.pow(power.unsigned_abs() - 3)),
        _ => format!("{} ns", 10_u64.pow(power.unsigned_abs())),
    }
}

fn dot(x: f64, y: f64, fill: &str) -> String {
    format!(
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\" fill=\"{fill}\" fill-opacity=\"0.75\"/>\n"
    )
}

fn cross(x: f64, y: f64, stroke: &str) -> String {
    let (left, top) = (x - 3.5, y - 3.5);
    format!(
        "<path d=\"M{left:.1} {top:.1}l7 7m0 -7l-7 7\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>\n"
    )
}
