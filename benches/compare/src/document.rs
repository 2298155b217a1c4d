//! The whole of what was measured as Markdown: what is printed, and `benches/RESULTS.md`.

mod slow;

use crate::callgrind::{COUNTED, TUNABLES};
use crate::machine::Machine;
use crate::report::{Grid, Pace, Report};
use crate::tables::{self, table};

const INTRODUCTION: &str = "\
# wamark next to other engines

Made by one command, which measures everything anew and writes this file, the pictures,
[`results.json`](results/results.json) and the table in the README:

```sh
apt-get install valgrind pkg-config libmd4c-html0-dev libcmark-dev  # Debian; all optional
cargo bench --bench compare -- --write
```

What bounds these figures is told in [LIMITS.md](LIMITS.md). The texts are made by
[`inputs`](inputs), the same bytes on every machine. The engines run in one process, in
interleaved rounds, pulldown-cmark beside each of them; those in Rust are compiled with cargo's default release profile, those in C are
Debian's builds. A ratio is the median of the rounds' ratios and moves by some percent from run to
run; MB/s and ns move with the machine's load and are not to be compared between runs.

All engines have the same four styles switched on (bold, italic, strikethrough, code) and nothing
more; cmark has no strikethrough, and Djot writes it otherwise.
";

/// The document.
pub fn document(report: &Report) -> String {
    let mut out = format!("{INTRODUCTION}\n{}", machine(&report.machine));
    if !report.absent.is_empty() {
        let absent = report.absent.join(", ");
        out += &format!("\n**Absent**: {absent}. The packages above bring them.\n");
    }
    if report.machine.valgrind.is_none() {
        out += "\n**Absent**: valgrind, and with it all counts of instructions.\n";
    }
    out += &section("Texts", "", &table("text", &report.texts, usize::to_string));
    for part in [times(report), counts(report), slow(report)].into_iter().flatten().flatten() {
        out += &part;
    }
    out
}

/// Sections; nothing for what was not measured.
type Sections = [Option<String>; 3];

fn times(report: &Report) -> Sections {
    let race = |title: &str, only: &str, grid: &Grid<Pace>| {
        let title = format!("{title} (times as fast as {})", reference(grid));
        let command = format!("--only {only} --rounds {}", report.rounds);
        section(&title, &command, &table("engine", grid, tables::pace))
    };
    [
        report.throughput.as_ref().map(|grid| race("Throughput, MB/s", "throughput", grid)),
        report.latency.as_ref().map(|grid| race("Latency, ns a message", "latency", grid)),
        report.markdown.as_ref().map(|grid| race("From Markdown, MB/s", "markdown", grid)),
    ]
}

fn counts(report: &Report) -> Sections {
    let instructions = |title: &str, grid: &Grid<f64>, more: &str| {
        section(title, "--only instructions", &(table("engine", grid, tables::number) + more))
    };
    [
        report.allocations.as_ref().map(|grid| {
            let table = table("engine", grid, tables::allocations);
            section("Allocations a message", "--only allocations", &table)
        }),
        report
            .instructions
            .as_ref()
            .map(|grid| instructions("Instructions a byte", grid, &one_count())),
        report
            .markdown_instructions
            .as_ref()
            .map(|grid| instructions("From Markdown, instructions a byte", grid, "")),
    ]
}

fn slow(report: &Report) -> Sections {
    [
        report.growth.as_ref().map(|grid| {
            let title = "Texts made to be slow: instructions a byte";
            section(title, "--only growth", &slow::counts(grid))
        }),
        report.pathological.as_ref().map(|grid| {
            section("Texts made to be slow: time", "--only pathological", &slow::times(grid))
        }),
        None,
    ]
}

/// What the others are set in relation to: its ratios are 1.
fn reference(grid: &Grid<Pace>) -> &str {
    let is_reference = |cells: &[Pace]| cells.iter().all(|pace| pace.ratio == 1.0);
    let reference = grid.rows.iter().find(|row| is_reference(&row.cells));
    reference.map_or("", |row| row.label.as_str())
}

fn section(title: &str, arguments: &str, body: &str) -> String {
    let command = match arguments {
        "" => String::new(),
        _ => format!("`cargo bench --bench compare -- {arguments}`\n\n"),
    };
    format!("\n## {title}\n\n{command}{body}")
}

/// How one engine is counted over one text.
fn one_count() -> String {
    format!(
        "\nCounted by callgrind in a pass over the messages, after a pass that is not counted. One \
         of them, to be looked into by `callgrind_annotate` (the variable has glibc copy in loops: \
         callgrind counts its one instruction that copies much once for each byte):\n\n\
         ```sh\n\
         GLIBC_TUNABLES={TUNABLES} \\\n\
         valgrind --tool=callgrind --toggle-collect={COUNTED} \\\n\
         target/compare/release/wamark-compare --callgrind plain wamark\n\
         ```\n"
    )
}

fn machine(machine: &Machine) -> String {
    let Machine { date, processor, cores, system, rustc, valgrind, load, engines } = machine;
    let engines: Vec<_> =
        engines.iter().map(|(name, version)| format!("{name} {version}")).collect();
    let valgrind = valgrind.as_deref().unwrap_or("no valgrind");
    format!(
        "- {date} (UTC)\n- {processor}; {cores} cores; load averages at the start {load}\n\
         - {system}; {rustc}; {valgrind}\n- {}\n",
        engines.join("; ")
    )
}
