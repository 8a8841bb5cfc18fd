//! Random drills on all cores: some dozens in `cargo test`, 2,000 with `cargo test --release -p goldenhour-core --test
//! random_drills -- full`, or as many as `GOLDENHOUR_DRILLS` says. Prints how many drills were played, what they came to
//! and how long it took; fails where one broke an invariant.

#![expect(clippy::print_stdout, reason = "a test without a harness says itself what it did")]
#![expect(
    clippy::disallowed_methods,
    reason = "asks the environment how many drills, and the clock how long they took"
)]

#[expect(dead_code, reason = "the drills use a part of it")]
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

/// Drills of an ordinary test run, and of the full size.
const DRILLS: (u64, u64) = (80, 2000);

fn main() -> ExitCode {
    let Some(size) = suite::asked("random_drills") else { return ExitCode::SUCCESS };
    let asked = std::env::var("GOLDENHOUR_DRILLS").ok().and_then(|count| count.parse().ok());
    let count = asked.unwrap_or(size.pick(DRILLS.0, DRILLS.1));
    // A test in `core` plays the first ones.
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

/// Plays drills on all cores; returns what they came to and what went wrong.
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
            let (more, other) = worker.join().expect("a worker catches what its drills throw");
            wrong.extend(other);
            (count.and(more), wrong)
        })
    })
}
