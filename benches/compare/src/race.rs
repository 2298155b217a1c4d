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
        let times = race(engines, &messages, rounds);
        for (row, own) in rows.iter_mut().zip(&times) {
            let ratios = times[at].iter().zip(own).map(|(reference, own)| reference / own);
            row.cells.push(Pace {
                value: unit(&messages, median(own.clone())),
                ratio: median(ratios.collect()),
            });
        }
    }
    Grid { columns: sets.iter().map(|set| set.1.to_owned()).collect(), rows }
}

/// Runs all engines in turn, `rounds` times: the seconds of each engine's rounds.
///
/// The speed of a shared machine drifts. An engine and the reference run within moments of each
/// other, so that the ratio of one round hardly drifts with it.
fn race(engines: &mut [Engine], messages: &[String], rounds: usize) -> Vec<Vec<f64>> {
    let mut seconds = vec![Vec::with_capacity(rounds); engines.len()];
    for engine in &mut *engines {
        turn(engine, messages);
    }
    for round in 0..rounds {
        // Another one begins each round, so that nobody always runs behind the same neighbour's
        // leftovers in the caches' and the allocator's memory.
        for nth in 0..engines.len() {
            let at = (round + nth) % engines.len();
            seconds[at].push(turn(&mut engines[at], messages));
        }
    }
    seconds
}

/// The seconds that going over the messages takes.
fn turn(engine: &mut Engine, messages: &[String]) -> f64 {
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

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
