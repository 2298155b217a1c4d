//! Counts work: the sum of the counters that `-Cprofile-generate` puts in each loop and each branch of
//! our code, of our dependencies and of what they take from the standard library's generics.
//!
//! They are exact, 64 bits wide and the same on every run and machine. What is not counted is what
//! the standard library has compiled: copying memory, looking for a byte. It is called from loops
//! that are counted.

#![allow(unsafe_code, reason = "the counters belong to the compiler's runtime, which is C")]

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use wamark_fuzz::targets::growth::{Work, Worst};

unsafe extern "C" {
    fn __llvm_profile_begin_counters() -> *const u64;
    fn __llvm_profile_end_counters() -> *const u64;
}

/// All counters together.
fn sum() -> u64 {
    // SAFETY: the runtime's functions only give the addresses of the section that the linker made.
    let (begin, end) = unsafe { (__llvm_profile_begin_counters(), __llvm_profile_end_counters()) };
    let count = (end.addr() - begin.addr()) / size_of::<u64>();
    // SAFETY: between these addresses are the counters, which live as long as the program. Code that
    // the compiler put in writes them, on this thread, and never while one is read.
    (0..count).map(|at| unsafe { begin.add(at).read() }).fold(0, u64::wrapping_add)
}

/// How much is counted while it is done.
pub(crate) fn work(work: &mut Work<'_>) -> u64 {
    // Summing up is counted, too, and always the same.
    static SUMMING: OnceLock<u64> = OnceLock::new();
    let summing = SUMMING.get_or_init(|| {
        let [_, before, behind] = [sum(), sum(), sum()];
        behind.wrapping_sub(before)
    });
    let before = sum();
    work();
    sum().wrapping_sub(before).saturating_sub(*summing)
}

const STEPS: usize = 128;

/// Counters of our own, which libFuzzer looks for in this section: what costs more than all before
/// it is as good as new code.
#[unsafe(link_section = "__libfuzzer_extra_counters")]
static STEPS_REACHED: [AtomicU8; 2 * STEPS] = [const { AtomicU8::new(0) }; 2 * STEPS];

/// Tells libFuzzer how dear an input is: by a quarter more work for a byte, and by 1 % of growth.
pub(crate) fn guide(worst: Worst) {
    let dear = worst.a_byte.max(1.0).ln() / 1.25_f64.ln();
    let grown = (worst.growth - 1.0) * 100.0;
    for (half, steps) in STEPS_REACHED.chunks(STEPS).zip([dear, grown]) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is cut to what there is"
        )]
        let steps = (steps.max(0.0) as usize).min(STEPS);
        half[..steps].iter().for_each(|step| step.store(1, Ordering::Relaxed));
    }
}
