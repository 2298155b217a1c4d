//! The gate on instructions: counts them (`benches/counted.rs`, under callgrind), and compares the
//! counts a byte with those in `FIGURES.md`, or renews these. Run it by `.ci/instructions`.
//!
//! Instructions, unlike times, are the same on every run, so a limit can be tight. They are those
//! of one compiler, libc and kind of processor; on another [`machine`] nothing is compared.

mod count;
mod figures;
#[path = "../../inputs/mod.rs"]
mod inputs;
mod machine;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use figures::{Figures, Verdict};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/FIGURES.md");

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => compare(),
        ["renew"] => renew(),
        _ => Err("usage: .ci/instructions [renew]".into()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

/// Whether nothing has grown.
fn compare() -> Result<bool, String> {
    let text = fs::read_to_string(FILE).map_err(|error| format!("{FILE}: {error}"))?;
    let old = Figures::read(&text)?;
    let new = Figures { machine: machine::this()?, counts: count::all()? };
    print!("{}", new.changes_since(&old));
    if new.machine != old.machine {
        println!("Not compared, as the figures are those of another machine:");
        println!("  theirs: {}", old.machine);
        println!("  this:   {}", new.machine);
        return Ok(true);
    }
    let verdict = new.verdict(&old);
    match &verdict {
        Verdict::Same => println!("No count has moved by more than {} %.", figures::LIMIT),
        Verdict::Fallen(what) => {
            println!("These have fallen by more than {} %: {what}.", figures::LIMIT);
            println!("Well done. To hold them there: .ci/instructions renew");
        }
        Verdict::Grown(what) => {
            println!("FAILED: these have grown by more than {} %: {what}.", figures::LIMIT);
            println!("If that is worth it, say why in the commit, and: .ci/instructions renew");
        }
        Verdict::Others(what) => {
            println!("FAILED: counted or committed, but not both: {what}.");
            println!("To make it so: .ci/instructions renew");
        }
    }
    Ok(matches!(verdict, Verdict::Same | Verdict::Fallen(_)))
}

fn renew() -> Result<bool, String> {
    let new = Figures { machine: machine::this()?, counts: count::all()? };
    let old = fs::read_to_string(FILE).ok().and_then(|text| Figures::read(&text).ok());
    print!("{}", old.map_or_else(|| new.table(), |old| new.changes_since(&old)));
    fs::write(Path::new(FILE), new.to_string()).map_err(|error| format!("{FILE}: {error}"))?;
    println!("Renewed: {FILE}");
    Ok(true)
}
