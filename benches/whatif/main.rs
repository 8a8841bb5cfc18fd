//! Cost of counterfactuals: `cargo bench --bench whatif --no-default-features`.
//!
//! For a drill of 72 hours, prints the time until the first turning points are available, until all are known to
//! within half a point or from 200 seeds, and until every alternative has been played with 200 seeds (`-- all`;
//! takes minutes). Also prints the speed-up from two threads, compared with that of independent arithmetic, and the
//! peak memory.

#![expect(clippy::print_stdout, reason = "a benchmark prints its results")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use goldenhour_core::debrief::alternative::Recording;
use goldenhour_core::debrief::counterfactual::{Investigation, PRECISION};
use goldenhour_core::debrief::{Counterfactual, TurningPoint};
use goldenhour_core::ensemble::plan::Unseen;
use goldenhour_core::ensemble::{COHORT, autopilot};
use goldenhour_core::scenario::load;
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Mode, Session};
use goldenhour_core::simulation::Seed;

/// Number of seeds for the first and for the final turning points.
const FIRST: u64 = 1;
const ALL: u64 = 200;

fn main() {
    // `cargo test --benches` also runs this binary, only to check that it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let recording = recording();
    println!("72 hours, {} decisions", recording.entries.len());
    let started = Instant::now();
    let mut investigation = Investigation::open(recording.clone(), COHORT).within(PRECISION);
    println!("{:7.2} s  {} alternatives found", seconds(started), investigation.alternatives().len());
    investigation.refine(0, FIRST, &Unseen).expect("the computation is not canceled");
    let first = investigation.report();
    println!("{:7.2} s  first turning points, from {FIRST} seeds: {}", seconds(started), named(&first));
    investigation.refine(0, ALL, &Unseen).expect("the computation is not canceled");
    println!(
        "{:7.2} s  all within {PRECISION} points or from {ALL} seeds: {}",
        seconds(started),
        named(&investigation.report())
    );
    investigation.pair(&Unseen).expect("the computation is not canceled");
    println!("{:7.2} s  pairs of the costliest", seconds(started));
    println!("largest memory {}", memory());
    if std::env::args().any(|argument| argument == "all") {
        let started = Instant::now();
        let mut every = Investigation::open(recording.clone(), COHORT);
        every.refine(0, ALL, &Unseen).expect("the computation is not canceled");
        let every = every.report();
        println!("{:7.2} s  every alternative from {ALL} seeds: {}", seconds(started), named(&every));
        println!("{}", coverage(&investigation.report(), &every));
        println!("largest memory {}", memory());
    }
    scaling(&recording);
}

/// Returns a hasty run of the shortest built-in scenario that lasts at least three days.
fn recording() -> Recording {
    let scenarios = BuiltIn::scenarios().into_iter();
    let loaded = scenarios.map(|slug| load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output);
    let scenario =
        loaded.filter(|scenario| scenario.length.minutes() >= 72 * 60).min_by_key(|scenario| scenario.length);
    let scenario = Arc::new(scenario.expect("a scenario lasts at least three days"));
    let end = scenario.end();
    let mut session = Session::begin_with(scenario.clone(), Seed(3), Mode::Headless, COHORT, Box::new(Unkept))
        .expect("without a log there are no write errors");
    let mut player = autopilot::named("hasty", &scenario, Seed(3)).expect("the autopilot exists");
    autopilot::play(&mut session, player.as_mut(), end, &mut |_| {}).expect("without a log there are no write errors");
    Recording::of(&session)
}

fn seconds(started: Instant) -> f64 {
    started.elapsed().as_secs_f64()
}

/// Counts how often the interval of a settled alternative contains the mean of all seeds. 95 % are expected.
fn coverage(settled: &Counterfactual, every: &Counterfactual) -> String {
    let (mut held, mut all) = (0, 0);
    for one in &settled.tried {
        let same = |other: &&TurningPoint| other.title == one.title && other.at == one.at && other.kind == one.kind;
        let Some(other) = every.tried.iter().find(same) else { continue };
        for (early, late) in [(one.effect.outcome, other.effect.outcome), (one.effect.playbook, other.effect.playbook)]
        {
            all += 1;
            held += u32::from((early.low - 1e-9..=early.high + 1e-9).contains(&late.mean));
        }
    }
    format!("{held} of {all} intervals at settling hold the mean of all seeds")
}

fn named(report: &Counterfactual) -> String {
    let first = report.costs.iter().take(3);
    first.map(|point| format!("{} {:+.1}", point.kind.word(), point.effect.outcome.mean)).collect::<Vec<_>>().join(", ")
}

/// Returns the peak memory of the process, which is available on Linux.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}

/// Prints the speed-up from two threads, for the study and for arithmetic, round by round.
fn scaling(recording: &Recording) {
    let study = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        let mut investigation = Investigation::open(recording.clone(), COHORT);
        let started = Instant::now();
        pool.install(|| investigation.refine(0, 4, &Unseen)).expect("the computation is not canceled");
        seconds(started)
    };
    let arithmetic = |threads: u64| {
        let work = || (0..400_000_000u64).fold(black_box(1u64), |sum, n| (sum ^ n).rotate_left(7).wrapping_mul(0x9E37));
        let started = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(move || (0..4 / threads).for_each(|_| _ = black_box(work())));
            }
        });
        seconds(started)
    };
    for round in 1..=3 {
        let (study, loops) = (study(1) / study(2), arithmetic(1) / arithmetic(2));
        println!(
            "round {round}: two threads are {study:.2} times as fast, an arithmetic loop {loops:.2}: {:.2}",
            study / loops
        );
    }
}
