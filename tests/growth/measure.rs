//! How long it takes, and whether that grows as the text does.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::inputs;
use super::works::Work;

/// One makes and measures at a time.
static ALONE: Mutex<()> = Mutex::new(());

pub(crate) fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The time this thread had of a processor: what else runs on the machine is not in it.
#[cfg(any(target_os = "linux", target_os = "macos", target_os = "freebsd"))]
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a clock begins at 0")
}

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "freebsd")))]
fn now() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

pub(crate) fn time(work: &mut Work<'_>) -> Duration {
    let start = now();
    work();
    now().saturating_sub(start)
}

/// The shortest times of both, in turns, so that both meet the same machine.
pub(crate) fn fastest(one: &mut Work<'_>, other: &mut Work<'_>) -> (Duration, Duration) {
    (0..7).fold((Duration::MAX, Duration::MAX), |(best, other_best), _| {
        (best.min(time(one)), other_best.min(time(other)))
    })
}

/// The shortest time worth to be measured: below it, what memory costs is in the way.
const MEASURABLE: Duration = Duration::from_micros(50);
/// Where a linear step gives 4 and a quadratic one 16.
const LIMIT: f64 = 9.0;

#[track_caller]
pub(crate) fn assert_linear(work: for<'t> fn(&'t str) -> Work<'t>) {
    assert_linear_on(inputs::pathological(), work);
}

#[track_caller]
pub(crate) fn assert_linear_on(
    families: Vec<(&str, inputs::Maker)>,
    work: for<'t> fn(&'t str) -> Work<'t>,
) {
    let _alone = alone();
    let mut worst = (0.0, "");
    for (name, make) in families {
        let mut size = 8 * 1024;
        while size < 1 << 20 {
            let text = make(size);
            let mut run = work(&text);
            if (0..3).all(|_| time(&mut run) > MEASURABLE) {
                break;
            }
            size *= 2;
        }
        let (small, large) = (make(size), make(4 * size));
        let mut ratio = f64::MAX;
        // A machine that does other things, too, is given some chances.
        for _ in 0..5 {
            let (small_time, large_time) = fastest(&mut work(&small), &mut work(&large));
            ratio = ratio.min(large_time.as_secs_f64() / small_time.as_secs_f64());
            let per_byte = nanoseconds_a_byte(large_time, large.len());
            if per_byte > worst.0 {
                worst = (per_byte, name);
            }
            if ratio < LIMIT {
                break;
            }
        }
        assert!(ratio < LIMIT, "{name}: 4x of {size} bytes took {ratio:.1}x the time");
    }
    println!("slowest: {:.1} ns a byte, {}", worst.0, worst.1);
}

#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
pub(crate) fn nanoseconds_a_byte(time: Duration, bytes: usize) -> f64 {
    time.as_secs_f64() * 1e9 / bytes as f64
}
