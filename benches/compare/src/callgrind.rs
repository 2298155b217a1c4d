//! Counts instructions: callgrind, which runs this program once for an engine and a text and counts
//! in one function only.

use std::hint::black_box;
use std::process::Command;
use std::{env, io};

use crate::engines::{self, Engine};
use crate::report::{Counts, Grid, Row};
use crate::texts::{self, Named};
use crate::{growth, inputs, tables};

/// What is counted; the name of the function below.
pub const COUNTED: &str = "wamark_compare_counted";

/// glibc copies and fills much memory by one instruction, which callgrind counts once for each
/// byte: then the same copy seems to cost ten times as much. This makes it use its loops always.
pub const TUNABLES: &str = "glibc.cpu.x86_rep_movsb_threshold=0x40000000:\
                            glibc.cpu.x86_rep_stosb_threshold=0x40000000";

/// What is counted under callgrind: one pass over the messages.
// SAFETY: no other function in this program or its libraries has the name.
#[unsafe(no_mangle)]
#[inline(never)]
extern "Rust" fn wamark_compare_counted(engine: &mut Engine, messages: &[String]) {
    engine.run(messages);
    // Something to do after the call, so that the call is none that never returns here.
    black_box(());
}

/// What is to be run under callgrind. The first pass is not counted: it grows the buffers that are
/// kept, and fills tables that are made once.
pub fn run(engine: &mut Engine, messages: &[String]) {
    engine.run(messages);
    wamark_compare_counted(engine, messages);
}

/// Instructions a byte of all engines over all texts but those made to be slow.
pub fn ordinary(kinds: &[Named]) -> Result<Grid<f64>, String> {
    let sets: Vec<_> = kinds.iter().copied().chain(texts::SHORT).collect();
    over(&engines::all(), &sets)
}

/// Instructions a byte of the engines that read Markdown.
pub fn markdown() -> Result<Grid<f64>, String> {
    over(&engines::markdown(), &[texts::MARKDOWN])
}

fn over(engines: &[Engine], sets: &[Named]) -> Result<Grid<f64>, String> {
    let mut rows = Vec::new();
    for engine in engines {
        let each = |(name, _, make): &Named| {
            eprintln!("{} over {name} ...", engine.name);
            Ok(count(engine.name, name)? / texts::bytes(&make()) as f64)
        };
        let cells = sets.iter().map(each).collect::<Result<_, String>>()?;
        rows.push(Row { name: engine.name.into(), label: engine.label.into(), cells });
    }
    Ok(Grid { columns: sets.iter().map(|set| set.1.to_owned()).collect(), rows })
}

/// Instructions a byte of wamark on texts made to be slow, small and large: does the work grow
/// faster than the text?
pub fn growth() -> Result<Grid<Counts>, String> {
    let engines: Vec<_> = ["wamark", "wamark-parse"].into_iter().map(engines::by_name).collect();
    let engines = engines.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut rows = Vec::new();
    for (family, make) in inputs::pathological() {
        eprintln!("{family} ...");
        let a_byte = |engine: &Engine, size: usize| -> Result<f64, String> {
            let text = format!("{family}@{size}");
            Ok(count(engine.name, &text)? / make(size).len() as f64)
        };
        let each = |engine: &Engine| {
            let (small, large) = (a_byte(engine, growth::SMALL)?, a_byte(engine, growth::LARGE)?);
            Ok(Counts { small, large })
        };
        let cells = engines.iter().map(each).collect::<Result<_, String>>()?;
        rows.push(Row { name: family.into(), label: tables::family(family), cells });
    }
    Ok(Grid { columns: engines.iter().map(|engine| engine.name.into()).collect(), rows })
}

/// The instructions of one pass.
fn count(engine: &str, text: &str) -> Result<f64, String> {
    let output = env::current_exe().and_then(|this| {
        Command::new("valgrind")
            .env("GLIBC_TUNABLES", TUNABLES)
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(format!("--toggle-collect={COUNTED}"))
            .arg(this)
            .args(["--callgrind", text, engine])
            .output()
    });
    let output = output.map_err(|error: io::Error| format!("cannot run valgrind: {error}"))?;
    // What it ends with: `==1== Collected : 12345`.
    let log = String::from_utf8_lossy(&output.stderr);
    let counted = log.lines().find_map(|line| line.split_once("Collected : "));
    let counted = counted.and_then(|(_, number)| number.trim().parse().ok());
    // Nothing counted means that the function was not found.
    let counted = counted.filter(|&number: &f64| output.status.success() && number > 0.0);
    counted.ok_or_else(|| format!("callgrind counted nothing of {engine} over {text}: {log}"))
}
