//! Counts allocations, those of the engines in C too where that is possible.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod malloc;
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
mod system;

/// Whether allocations of C are counted, too.
pub const SEES_C: bool = cfg!(all(target_os = "linux", target_env = "gnu"));

static COUNT: AtomicU64 = AtomicU64::new(0);

/// How often memory was allocated or grown since the process began.
pub fn count() -> u64 {
    COUNT.load(Relaxed)
}

/// A load and a store, not an atomic addition: the process has one thread where it counts, and an
/// addition would cost the engines that allocate a few ns each time.
fn add_one() {
    COUNT.store(COUNT.load(Relaxed) + 1, Relaxed);
}
