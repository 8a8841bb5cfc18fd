//! Random drills on all cores: eighty in `cargo test`, 2,000 with `cargo test --release -p goldenhour-core --test
//! random_drills -- full`, or the number in `GOLDENHOUR_DRILLS`. Prints totals and the elapsed time, and fails if a
//! drill breaks an invariant.

#![expect(clippy::print_stdout, reason = "a test without a harness prints its own results")]
#![expect(clippy::disallowed_methods, reason = "reads the number of drills from the environment, and measures time")]

#[expect(dead_code, reason = "the drills use only part of the module")]
#[path = "../support/generated.rs"]
mod generated;
#[path = "../core/random_drills.rs"]
mod random_drills;
#[path = "../support/suite.rs"]
mod suite;

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use random_drills::{Count, built_in, cast, drill};

/// Number of drills in the reduced and the full size.
const DRILLS: (u64, u64) = (80, 2000);

fn main() -> ExitCode {
    let Some(size) = suite::asked("random_drills") else { return ExitCode::SUCCESS };
    let asked = std::env::var("GOLDENHOUR_DRILLS").ok().and_then(|count| count.parse().ok());
    let count = asked.unwrap_or(size.pick(DRILLS.0, DRILLS.1));
    // In the reduced size, a test in `core` already plays the first drills.
    let first = size.pick(random_drills::FEW, 0);
    let started = Instant::now();
    let (count, wrong) = play(first..first + count);
    for line in &wrong {
        println!("{line}");
    }
    let Count { drills, taken, refused, replayed } = count;
    let seconds = started.elapsed().as_secs_f64();
    println!("{drills} drills, {taken} decisions taken, {refused} refused, {replayed} replayed, {seconds:.1} s");
    println!("{drills} passed, {} failed", wrong.len());
    let has_tried = taken > 2 * drills && refused > 2 * drills && replayed > 0;
    if wrong.is_empty() && has_tried { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Plays drills on all cores; returns the totals and the failures.
fn play(drills: Range<u64>) -> (Count, Vec<String>) {
    let built_in = built_in();
    let next = AtomicU64::new(drills.start);
    let worker = || {
        let mut count = Count::default();
        let mut wrong = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= drills.end {
                return (count, wrong);
            }
            match catch_unwind(AssertUnwindSafe(|| drill(&cast(&built_in, seed), seed))) {
                Ok(Ok(played)) => count = count.and(played),
                Ok(Err(why)) => wrong.push(format!("drill {seed}: {why}")),
                Err(_) => wrong.push(format!("drill {seed} panicked")),
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().fold((Count::default(), Vec::new()), |(count, mut wrong), worker| {
            let (more, other) = worker.join().expect("workers catch the panics of their drills");
            wrong.extend(other);
            (count.and(more), wrong)
        })
    })
}
