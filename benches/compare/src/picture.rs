//! The results as pictures: SVG, each for light and for dark pages, legible without the fonts and
//! the colours of any one system.

mod bars;
mod dots;
mod svg;

use crate::report::{Grid, Pace, Report};
use bars::Shown;
use svg::{DARK, LIGHT, Theme};

/// The files by name. A section that was not measured has none.
pub fn all(report: &Report) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (theme, name) in [(&LIGHT, "light"), (&DARK, "dark")] {
        let throughput = report.throughput.as_ref().map(|grid| self::throughput(grid, theme));
        let latency = report.latency.as_ref().map(|grid| self::latency(grid, theme));
        let slow = report.pathological.as_ref().map(|grid| dots::draw(grid, theme));
        for (picture, svg) in [("throughput", throughput), ("latency", latency), ("slow", slow)] {
            files.extend(svg.map(|svg| (format!("{picture}-{name}.svg"), svg)));
        }
    }
    files
}

fn throughput(grid: &Grid<Pace>, theme: &Theme) -> String {
    bars::draw(
        grid,
        theme,
        "To HTML: how many times as fast as pulldown-cmark (longer is better)",
        |pace| Shown {
            length: pace.ratio,
            figure: format!("{:.2}x", pace.ratio),
            aside: format!("{:.0} MB/s", pace.value),
        },
    )
}

fn latency(grid: &Grid<Pace>, theme: &Theme) -> String {
    bars::draw(grid, theme, "One message to HTML: nanoseconds (shorter is better)", |pace| Shown {
        length: pace.value,
        figure: format!("{:.0} ns", pace.value),
        aside: format!("{:.2}x", pace.ratio),
    })
}

/// What an engine is called in a picture; nothing for those that do only part of the work.
fn caption(name: &str) -> Option<&'static str> {
    Some(match name {
        "wamark" => "wamark",
        "wamark-reuse" => "wamark, buffers reused",
        "pulldown" => "pulldown-cmark",
        "md4c" => "md4c (C)",
        "cmark" => "cmark (C)",
        "comrak" => "comrak",
        "jotdown" => "jotdown",
        _ => return None,
    })
}

/// What a set of messages is called in a picture.
fn heading(column: &str) -> &str {
    match column {
        "plain" => "plain chat, 20 to 300 bytes a message",
        "formatted" => "formatted messages of about 360 bytes",
        "dense" => "dense: every word formatted",
        "long" => "formatted, 64 KiB a message",
        "longplain" => "plain, 64 KiB a message",
        _ => column,
    }
}

fn is_ours(name: &str) -> bool {
    name.starts_with("wamark")
}
