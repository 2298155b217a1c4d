//! How the time grows with texts that are made to be slow.
//!
//! Each engine meets each family in a process of its own: one that overflows its stack, or never
//! ends, takes nobody with it.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io, thread};

use crate::engines::{self, Engine};
use crate::report::{End, Grid, Growth, Row, Step};
use crate::{inputs, tables, texts};

/// The bytes of the smallest text.
pub const SMALL: usize = 4 << 10;

/// The bytes of the largest text.
pub const LARGE: usize = 1 << 20;

/// From one size to the next.
const FACTOR: usize = 4;

/// Runs that the best is taken of, if they do not take too long together.
const BEST_OF: usize = 15;
const TOGETHER: Duration = Duration::from_millis(100);

/// A shorter time is too short for the clock: the text is gone over more than once.
const MEASURABLE: Duration = Duration::from_millis(1);

/// A text that takes this long grows no further: the next one takes 16 times as long where the
/// time is quadratic.
const SLOW: Duration = Duration::from_millis(150);

/// The longest that one process may run.
const PATIENCE: Duration = Duration::from_secs(30);

/// Times that everything is measured, minutes apart: a machine that is busy with something else
/// spoils all runs of some seconds.
const PASSES: usize = 2;

/// All engines on all families; an engine is a column.
pub fn measure() -> Result<Grid<Growth>, String> {
    let names: Vec<_> = engines::all().iter().map(|engine| engine.name).collect();
    let mut rows: Vec<Row<Growth>> = Vec::new();
    for pass in 0..PASSES {
        for (nth, (family, _)) in inputs::pathological().into_iter().enumerate() {
            eprintln!("{family} ...");
            let cells = names.iter().map(|engine| in_child(engine, family));
            let cells: io::Result<Vec<_>> = cells.collect();
            let cells = cells.map_err(|error| format!("cannot run myself: {error}"))?;
            if pass == 0 {
                rows.push(Row { name: family.into(), label: tables::family(family), cells });
            } else {
                rows[nth].cells.iter_mut().zip(cells).for_each(|(best, again)| merge(best, again));
            }
        }
    }
    Ok(Grid { columns: names.into_iter().map(str::to_owned).collect(), rows })
}

/// Keeps the shorter time of each step, and the end of what came further.
fn merge(best: &mut Growth, mut again: Growth) {
    if again.steps.len() > best.steps.len() {
        std::mem::swap(best, &mut again);
    }
    for (best, again) in best.steps.iter_mut().zip(again.steps) {
        best.ns_a_byte = best.ns_a_byte.min(again.ns_a_byte);
    }
}

/// What the child process does: prints a line for each size, as soon as it is measured.
pub fn print(engine: &mut Engine, family: &str) -> Result<(), String> {
    let make = texts::family(family)?;
    let mut size = SMALL;
    while size <= LARGE {
        let text = make(size);
        let bytes = text.len();
        let time = best_time(engine, text);
        println!("{size} {:.4}", time.as_secs_f64() * 1e9 / bytes as f64);
        if time > SLOW {
            break;
        }
        size *= FACTOR;
    }
    Ok(())
}

fn in_child(engine: &str, family: &str) -> io::Result<Growth> {
    let mut child = Command::new(env::current_exe()?)
        .args(["--grow", family, engine])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let ended_well = wait(&mut child)?;
    let mut lines = String::new();
    if let Some(mut out) = child.stdout.take() {
        out.read_to_string(&mut lines)?;
    }
    let steps: Vec<_> = lines.lines().filter_map(step).collect();
    let end = match ended_well {
        None => End::Slow,
        Some(false) => End::Crashed,
        Some(true) if steps.last().is_some_and(|step| step.bytes == LARGE) => End::Done,
        Some(true) => End::Slow,
    };
    Ok(Growth { steps, end })
}

/// Whether the process ended well; nothing if it had to be ended. What it prints fits the pipe.
fn wait(child: &mut Child) -> io::Result<Option<bool>> {
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if begin.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(5));
    }
}

fn step(line: &str) -> Option<Step> {
    let (bytes, nanoseconds) = line.split_once(' ')?;
    Some(Step { bytes: bytes.parse().ok()?, ns_a_byte: nanoseconds.parse().ok()? })
}

/// The shortest time that `engine` needs for `text`.
fn best_time(engine: &mut Engine, text: String) -> Duration {
    let first = time(engine, std::slice::from_ref(&text));
    if first > SLOW {
        return first;
    }
    let times = MEASURABLE.as_nanos() / first.as_nanos().max(1) + 1;
    let times = u32::try_from(times).unwrap_or(1);
    let messages = vec![text; times as usize];
    let begin = Instant::now();
    let runs = (0..BEST_OF).take_while(|_| begin.elapsed() < TOGETHER);
    let best = runs.map(|_| time(engine, &messages)).min();
    best.map_or(first, |best| best / times)
}

fn time(engine: &mut Engine, messages: &[String]) -> Duration {
    let start = Instant::now();
    engine.run(messages);
    start.elapsed()
}
