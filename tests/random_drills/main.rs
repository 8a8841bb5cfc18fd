//! Thousands of random drills on all cores: `cargo test --release random_drills`, or `GOLDENHOUR_DRILLS=50000 cargo test
//! --release random_drills`. Prints how many drills were played, what they came to and how long it took.
//!
//! Without its name among the arguments (an ordinary `cargo test`) it does nothing: the ordinary tests play a few drills.

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

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use random_drills::{Count, built_in, cast, drill};

/// Drills where nobody says how many.
const DRILLS: u64 = 2000;

fn main() -> ExitCode {
    let wanted = std::env::args().skip(1).any(|argument| argument == "random_drills");
    let count = std::env::var("GOLDENHOUR_DRILLS").ok().and_then(|count| count.parse().ok());
    let drills = match (wanted, count) {
        (_, Some(count)) => count,
        (true, None) => DRILLS,
        (false, None) => return ExitCode::SUCCESS,
    };
    let started = Instant::now();
    let (count, wrong) = play(drills);
    for line in &wrong {
        println!("{line}");
    }
    let Count { drills, taken, refused, replayed } = count;
    let seconds = started.elapsed().as_secs_f64();
    println!("{drills} drills, {taken} decisions taken, {refused} refused, {replayed} replayed, {seconds:.1} s");
    println!("{drills} passed, {} failed", wrong.len());
    if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Plays drills on all cores; returns what they came to and what went wrong.
fn play(drills: u64) -> (Count, Vec<String>) {
    let built_in = built_in();
    let next = AtomicU64::new(0);
    let worker = || {
        let mut count = Count::default();
        let mut wrong = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= drills {
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
