//! wamark next to other engines: speed, latency, allocations, instructions, growth.
//!
//! Everything is printed as Markdown tables. A ratio is the median of the ratios of interleaved
//! rounds; it tells more than MB/s, which move with the machine's load.

mod alloc;
mod callgrind;
mod document;
mod engines;
mod growth;
#[path = "../../inputs/mod.rs"]
mod inputs;
mod machine;
mod measure;
mod options;
mod picture;
mod race;
mod readme;
mod report;
mod tables;
mod texts;

use std::fs;
use std::process::ExitCode;

use options::{Tables, Task};
use report::Report;

fn main() -> ExitCode {
    match options::read(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(task: Task) -> Result<(), String> {
    match task {
        Task::Help => print!("{}", options::HELP),
        Task::Callgrind(text, engine) => {
            callgrind::run(&mut engines::by_name(&engine)?, &texts::by_name(&text)?);
        }
        Task::Grow(family, engine) => growth::print(&mut engines::by_name(&engine)?, &family)?,
        Task::Tables(wanted) => tables(&wanted)?,
    }
    Ok(())
}

fn tables(wanted: &Tables) -> Result<(), String> {
    let report = match &wanted.from {
        Some(file) => read(file)?,
        None => measure::measure(wanted)?,
    };
    print!("{}", document::document(&report));
    let json = serde_json::to_string(&report).map_err(|error| error.to_string())? + "\n";
    if let Some(file) = &wanted.json {
        write(file, &json)?;
    }
    if wanted.write {
        let benches = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let readme = format!("{benches}/../README.md");
        let old = fs::read_to_string(&readme).map_err(|error| format!("{readme}: {error}"))?;
        write(&readme, &readme::renewed(&old, &report)?)?;
        write(&format!("{benches}/RESULTS.md"), &document::document(&report))?;
        write(&format!("{benches}/results/results.json"), &json)?;
        for (name, svg) in picture::all(&report) {
            write(&format!("{benches}/results/{name}"), &svg)?;
        }
    }
    Ok(())
}

fn read(file: &str) -> Result<Report, String> {
    let json = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(&json).map_err(|error| format!("{file}: {error}"))
}

fn write(file: &str, content: &str) -> Result<(), String> {
    fs::write(file, content).map_err(|error| format!("{file}: {error}"))?;
    eprintln!("wrote {file}");
    Ok(())
}
