//! The sections on texts made to be slow: the worst of each engine, then every family.

use crate::report::{Counts, End, Grid, Growth};
use crate::tables::{self, line, ruler, table};

/// Instructions.
pub fn counts(grid: &Grid<Counts>) -> String {
    let mut out = "From 4 KiB to 1 MiB, and how many times as many that is.\n\n".to_owned();
    for (at, engine) in grid.columns.iter().enumerate() {
        let growth = grid.worst(at, |own| Some(own.large / own.small));
        let most = grid.worst(at, |own| Some(own.large));
        if let (Some((growth, grows)), Some((most, slowest))) = (growth, most) {
            out += &format!("- {engine}: growth at most {growth:.2}x ({grows}); ");
            out += &format!("at 1 MiB at most {most:.1} ({slowest})\n");
        }
    }
    out + "\n" + &table("text of", grid, tables::counts)
}

/// Times.
pub fn times(grid: &Grid<Growth>) -> String {
    let mut out = String::from(
        "ns a byte at 1 MiB, and how many times as many as at 4 KiB. Each engine meets each family \
         in a process of its own, and a text that takes too long (150 ms) grows no further. Times \
         grow for lack of cache, too; that the work does not is told by the instructions.\n\n",
    );
    let columns = ["to the end", "slow", "crashed", "slowest, ns a byte", "worst growth"];
    out += &line("engine", columns.into_iter().map(str::to_owned));
    out += &ruler(columns.len());
    for (at, engine) in grid.columns.iter().enumerate() {
        let ended = |end| grid.rows.iter().filter(|row| row.cells[at].end == end).count();
        let ended = [End::Done, End::Slow, End::Crashed].map(|end| ended(end).to_string());
        let slowest = grid.worst(at, |own| Some(own.ends()?.1.ns_a_byte));
        let growth = grid.worst(at, Growth::times);
        let cell = |worst: Option<(f64, &str)>, unit: &str| {
            worst.map_or_else(String::new, |(worst, family)| format!("{worst:.1}{unit}, {family}"))
        };
        out += &line(engine, ended.into_iter().chain([cell(slowest, ""), cell(growth, "x")]));
    }
    out + "\n" + &table("text of", grid, tables::growth)
}
