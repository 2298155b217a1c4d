//! The measuring: interleaved rounds for ratios, the best of a few runs for growth.

use std::time::{Duration, Instant};

use crate::alloc;
use crate::engines::Engine;

/// A round goes over the messages until this much time has passed: long enough for the clock,
/// short enough that a disturbance hits one engine's turn and not a whole kind.
const TURN: Duration = Duration::from_millis(4);

/// Runs that the best is taken of.
const BEST_OF: usize = 7;

/// No further run once one text has taken this long.
const PATIENCE: Duration = Duration::from_secs(2);

/// What one engine needed for one set of messages.
pub struct Figures {
    /// Seconds to go over all messages once: the median of the rounds.
    pub seconds: f64,
    /// How many times as fast as the reference: the median of the rounds' ratios.
    pub ratio: f64,
}

/// Runs all engines in turn, `rounds` times; the figures are in the order of the engines.
///
/// The speed of a shared machine drifts. An engine and the reference run within moments of each
/// other, so that the ratio of one round hardly drifts with it.
pub fn race(
    engines: &mut [Engine],
    reference: usize,
    messages: &[String],
    rounds: usize,
) -> Vec<Figures> {
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
    let figures = |own: &Vec<f64>| {
        let ratios = seconds[reference].iter().zip(own).map(|(reference, own)| reference / own);
        Figures { ratio: median(ratios.collect()), seconds: median(own.clone()) }
    };
    seconds.iter().map(figures).collect()
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

/// Allocations a message, once the engine's reused buffers have grown.
pub fn allocations(engine: &mut Engine, messages: &[String]) -> f64 {
    engine.run(messages);
    let before = alloc::count();
    engine.run(messages);
    (alloc::count() - before) as f64 / messages.len() as f64
}

/// The nanoseconds a byte that `engine` needs for `text`, at best; a short text is gone over
/// `times` times in each run.
pub fn nanoseconds_a_byte(engine: &mut Engine, text: String, times: usize) -> f64 {
    let bytes = (text.len() * times) as f64;
    let messages = vec![text; times];
    let begin = Instant::now();
    let mut best = Duration::MAX;
    for _ in 0..BEST_OF {
        let start = Instant::now();
        engine.run(&messages);
        best = best.min(start.elapsed());
        if begin.elapsed() > PATIENCE {
            break;
        }
    }
    best.as_secs_f64() * 1e9 / bytes
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
