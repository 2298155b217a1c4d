//! Engines against each other, in interleaved rounds.

use std::time::{Duration, Instant};

use crate::engines::Engine;
use crate::report::{Grid, Pace, Row};
use crate::texts::Named;

/// A round goes over the messages until this much time has passed: long enough for the clock,
/// short enough that a disturbance hits one engine's turn and not a whole kind.
const TURN: Duration = Duration::from_millis(4);

/// How an engine does on some messages, given the seconds that going over them takes.
pub type Unit = fn(&[String], f64) -> f64;

/// Races all engines over each set of messages; one of them is the reference.
pub fn over(
    engines: &mut [Engine],
    reference: &str,
    sets: &[Named],
    rounds: usize,
    unit: Unit,
) -> Grid<Pace> {
    let at = engines.iter().position(|engine| engine.name == reference);
    let at = at.expect("the reference is among the engines");
    let mut rows: Vec<_> = engines
        .iter()
        .map(|own| Row { name: own.name.into(), label: own.label.into(), cells: Vec::new() })
        .collect();
    for (_, label, make) in sets {
        eprintln!("{label} ...");
        let messages = make();
        let results = race(engines, at, &messages, rounds);
        for (row, own) in rows.iter_mut().zip(results) {
            let value = unit(&messages, median(own.iter().map(|turn| turn.seconds)));
            row.cells.push(Pace { value, ratio: median(own.iter().map(|turn| turn.ratio)) });
        }
    }
    Grid { columns: sets.iter().map(|set| set.1.to_owned()).collect(), rows }
}

/// An engine's part in a round.
struct Turn {
    seconds: f64,
    ratio: f64,
}

/// Runs all engines in turn, `rounds` times.
///
/// The speed of a shared machine drifts, and jumps. So the reference runs right beside each engine,
/// by turns before and after it, and the ratio of one round hardly moves with the machine.
fn race(
    engines: &mut [Engine],
    reference: usize,
    messages: &[String],
    rounds: usize,
) -> Vec<Vec<Turn>> {
    let mut turns: Vec<_> = engines.iter().map(|_| Vec::with_capacity(rounds)).collect();
    for engine in &mut *engines {
        time(engine, messages);
    }
    for round in 0..rounds {
        // Another one begins each round, so that nobody always runs behind the same neighbour's
        // leftovers in the caches' and the allocator's memory.
        for nth in 0..engines.len() {
            let at = (round + nth) % engines.len();
            let mut of = |engine: usize| time(&mut engines[engine], messages);
            let (seconds, beside) = if at == reference {
                let seconds = of(at);
                (seconds, seconds)
            } else if round % 2 == 0 {
                let beside = of(reference);
                (of(at), beside)
            } else {
                (of(at), of(reference))
            };
            turns[at].push(Turn { seconds, ratio: beside / seconds });
        }
    }
    turns
}

/// The seconds that going over the messages takes.
fn time(engine: &mut Engine, messages: &[String]) -> f64 {
    let start = Instant::now();
    let mut passes = 0_u32;
    loop {
        engine.run(messages);
        passes += 1;
        let elapsed = start.elapsed();
        if elapsed >= TURN {
            return elapsed.as_secs_f64() / f64::from(passes);
        }
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
