//! wamark next to other engines, in one process: speed, latency, allocations, growth.
//!
//! Everything is printed as Markdown tables. A ratio is the median of the ratios of interleaved
//! rounds; it tells more than MB/s, which move with the machine's load.

mod alloc;
mod engines;
#[path = "../../inputs.rs"]
mod inputs;
mod measure;
mod options;

use std::process::ExitCode;

use engines::{Engine, REFERENCE};
use options::{Kind, Task};

fn main() -> ExitCode {
    let done = options::read(std::env::args().skip(1)).and_then(|task| match task {
        Task::Help => {
            print!("{}", options::HELP);
            Ok(())
        }
        Task::Callgrind(kind, engine) => run_once(kind, &engine),
        Task::Tables { kinds, rounds, pathological } => {
            print_tables(&kinds, rounds, pathological);
            Ok(())
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn run_once((kind, messages): Kind, engine: &str) -> Result<(), String> {
    let mut engine = engines::by_name(engine)?;
    let messages = messages();
    engine.run(&messages);
    println!("{} over {kind}: {} bytes", engine.name, bytes(&messages));
    Ok(())
}

fn print_tables(kinds: &[Kind], rounds: usize, pathological: bool) {
    let mut engines = engines::all();
    let kinds: Vec<_> = kinds.iter().map(|(name, make)| (*name, make())).collect();
    let short = [
        ("100 bytes plain", inputs::short_plain()),
        ("100 bytes formatted", inputs::short_formatted()),
    ];

    print_inputs(&[&kinds, &short]);
    print_race(&mut engines, &kinds, rounds, "Throughput, MB/s", |messages, seconds| {
        format!("{:.0}", bytes(messages) as f64 / seconds / 1e6)
    });
    print_race(&mut engines, &short, rounds, "Latency, ns a message", |messages, seconds| {
        format!("{:.0}", seconds / messages.len() as f64 * 1e9)
    });
    print_allocations(&mut engines, &[&kinds, &short]);
    if pathological {
        print_growth(&mut engines);
    }
}

/// A set of messages and what its column or row is called.
type Named = (&'static str, Vec<String>);

fn print_inputs(sets: &[&[Named]]) {
    print_header("Inputs", ["text", "messages", "bytes", "mean"].into_iter());
    for (name, messages) in sets.iter().copied().flatten() {
        let (count, bytes) = (messages.len(), bytes(messages));
        println!("| {name} | {count} | {bytes} | {:.0} |", bytes as f64 / count as f64);
    }
}

fn print_race(
    engines: &mut [Engine],
    sets: &[Named],
    rounds: usize,
    title: &str,
    show: fn(&[String], f64) -> String,
) {
    let reference = position(engines, REFERENCE);
    let columns: Vec<_> = sets
        .iter()
        .map(|(name, messages)| {
            eprintln!("{name} ...");
            let figures = measure::race(engines, reference, messages, rounds);
            let cells = figures
                .iter()
                .map(|own| format!("{} ({:.2}x)", show(messages, own.seconds), own.ratio));
            cells.collect::<Vec<_>>()
        })
        .collect();

    let title = format!("{title} (times as fast as {})", engines[reference].label);
    print_header(&title, ["engine"].into_iter().chain(sets.iter().map(|set| set.0)));
    for (row, engine) in engines.iter().enumerate() {
        let cells = columns.iter().map(|column| column[row].clone());
        print_row(engine.label, cells);
    }
}

fn print_allocations(engines: &mut [Engine], sets: &[&[Named]]) {
    let sets: Vec<_> = sets.iter().copied().flatten().collect();
    let names = sets.iter().map(|set| set.0);
    print_header("Allocations a message", ["engine"].into_iter().chain(names));
    for engine in engines {
        let label = engine.label;
        let cells = sets.iter().map(|set| measure::allocations(engine, &set.1));
        print_row(label, cells.map(|number| format!("{number:.1}")));
    }
}

/// Whether the time a byte stays the same when the text grows from 4 KiB to 1 MiB.
fn print_growth(engines: &mut [Engine]) {
    const SMALL: usize = 4 << 10;
    const LARGE: usize = 1 << 20;
    // One small text alone is over too soon for the clock.
    const TIMES: usize = 64;

    let measured = [position(engines, "wamark"), position(engines, REFERENCE)];
    let columns = measured.iter().flat_map(|&at| {
        let label = engines[at].label;
        [format!("{label}, 4 KiB"), "1 MiB".to_owned(), "growth".to_owned()]
    });
    let columns: Vec<_> = columns.collect();
    let header = ["text of"].into_iter().chain(columns.iter().map(String::as_str));
    print_header("Growth, ns a byte", header);

    let mut worst = [("", 0.0_f64); 2];
    for (family, make) in inputs::pathological() {
        // A text that takes for ever should say which one it is.
        eprintln!("{family} ...");
        let mut cells = Vec::new();
        for (&at, worst) in measured.iter().zip(&mut worst) {
            let small = measure::nanoseconds_a_byte(&mut engines[at], make(SMALL), TIMES);
            let large = measure::nanoseconds_a_byte(&mut engines[at], make(LARGE), 1);
            let growth = large / small;
            cells.extend([small, large, growth].map(|number| format!("{number:.2}")));
            if growth > worst.1 {
                *worst = (family, growth);
            }
        }
        print_row(&code_span(family), cells.into_iter());
    }
    println!();
    for (&at, (family, growth)) in measured.iter().zip(worst) {
        println!("Worst growth of {}: {growth:.2} ({}).", engines[at].label, code_span(family));
    }
}

fn print_header<'a>(title: &str, columns: impl Iterator<Item = &'a str>) {
    let columns: Vec<_> = columns.collect();
    println!("\n## {title}\n\n| {} |", columns.join(" | "));
    println!("|---{}|", "|--:".repeat(columns.len() - 1));
}

fn print_row(name: &str, cells: impl Iterator<Item = String>) {
    println!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
}

/// `text` as code in Markdown; no text here has five backticks in a row.
fn code_span(text: &str) -> String {
    if text.contains('`') { format!("````` {text} `````") } else { format!("`{text}`") }
}

fn position(engines: &[Engine], name: &str) -> usize {
    engines.iter().position(|engine| engine.name == name).expect("the name of an engine")
}

fn bytes(messages: &[String]) -> usize {
    messages.iter().map(String::len).sum()
}
