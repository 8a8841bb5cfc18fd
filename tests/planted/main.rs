//! Planted mistakes: do the turning points put a single planted mistake first?
//!
//! Plays built-in scenarios with the best known play, plants one mistake of each type into the log, replays the
//! log, and computes the turning points. The costliest turning point must be the mistake, with a sign that other
//! seeds confirm, in at least nine of ten sessions. `cargo test` covers one scenario, with a lower bound for such a
//! small sample ([`least`]). `cargo test --release -p goldenhour-core --test planted -- full` covers all scenarios.
//! `GOLDENHOUR_SEEDS` sets the number of seeds per difference.

#![expect(clippy::print_stdout, reason = "a test without a harness prints its own results")]

mod mistake;
#[path = "../support/suite.rs"]
mod suite;

use std::fmt::Write;
use std::process::ExitCode;
use std::sync::Arc;

use goldenhour_core::debrief::alternative::Recording;
use goldenhour_core::debrief::counterfactual::Investigation;
use goldenhour_core::debrief::turning_point::TurningPoint;
use goldenhour_core::ensemble::plan::Unseen;
use goldenhour_core::ensemble::{COHORT, autopilot};
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::scenario::{Scenario, load};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Entry, Mode, Session, script};
use goldenhour_core::simulation::Seed;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use mistake::Mistake;
use suite::Size;

/// Scenarios of the reduced size.
const FEW: [&str; 1] = ["first_hour"];

/// Minimum share of sessions in which the mistake must come first.
const FOUND: f64 = 0.9;

fn main() -> ExitCode {
    let Some(size) = suite::asked("planted") else { return ExitCode::SUCCESS };
    #[expect(clippy::disallowed_methods, reason = "`GOLDENHOUR_SEEDS` is read from the environment")]
    let asked = std::env::var("GOLDENHOUR_SEEDS").ok();
    let seeds = asked.and_then(|count| count.parse().ok()).unwrap_or(12);
    let scenarios = BuiltIn::scenarios().into_iter().enumerate();
    let wanted = scenarios.filter(|(_, slug)| size == Size::Full || FEW.contains(&slug.as_str()));
    let tasks: Vec<(Arc<Scenario>, Seed, &Mistake)> = wanted
        .flat_map(|(place, slug)| {
            let scenario = Arc::new(load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output);
            mistake::ALL.iter().enumerate().map(move |(kind, mistake)| {
                let seed = Seed(u64::try_from(100 * place + kind + 1).expect("small numbers"));
                (scenario.clone(), seed, mistake)
            })
        })
        .collect();
    let looked: Vec<(bool, String)> =
        tasks.into_par_iter().map(|(scenario, seed, mistake)| look_for(&scenario, seed, mistake, seeds)).collect();
    for (_, said) in &looked {
        print!("{said}");
    }
    let (found, count) = (looked.iter().filter(|(is_found, _)| *is_found).count(), looked.len());
    println!("{found} of {count} found first");
    let number = |count: usize| u32::try_from(count).expect("small numbers");
    let (found, count) = (number(found), number(count));
    let is_enough = size.pick(count > 0 && found >= least(count), f64::from(found) >= FOUND * f64::from(count));
    if is_enough { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns the minimum number of sessions in which the mistake must come first. If the true share is [`FOUND`],
/// fewer are found in less than one run in a hundred.
fn least(count: u32) -> u32 {
    let mut exactly = (0..count).fold(1.0, |chance, _| chance * (1.0 - FOUND));
    let mut at_most = 0.0;
    for found in 0..count {
        at_most += exactly;
        if at_most > 0.01 {
            return found;
        }
        exactly *= f64::from(count - found) / f64::from(found + 1) * FOUND / (1.0 - FOUND);
    }
    count
}

/// Plants a mistake and returns whether it is the costliest turning point, with a description of the result.
fn look_for(scenario: &Arc<Scenario>, seed: Seed, mistake: &Mistake, seeds: u64) -> (bool, String) {
    let mut said = String::new();
    let well = play(scenario, seed, None);
    let Some((entries, planted)) = (mistake.plant)(&well) else {
        let _ = writeln!(said, "{:<22} {:<12} cannot be planted", scenario.id.as_str(), mistake.name);
        return (false, said);
    };
    let badly = play(scenario, seed, Some(&entries));
    let recording = Recording::of(&badly);
    let investigate = |after: u64| {
        let mut investigation = Investigation::open(recording.clone(), COHORT);
        investigation.refine(after, seeds, &Unseen).expect("the computation is not canceled");
        investigation.report()
    };
    let (report, again) = rayon::join(|| investigate(0), || investigate(1000));
    let first = report.costs.first();
    let same = |point: &&TurningPoint| Some(&point.title) == first.map(|point| &point.title);
    let is_confirmed = again.costs.iter().any(|point| same(&point));
    let is_found = is_confirmed && first.is_some_and(|point| planted.is(point, &badly));
    let _ = writeln!(
        said,
        "{:<22} {:<12} {}  {}",
        scenario.id.as_str(),
        mistake.name,
        if is_found { "first " } else { "MISSED" },
        first.map_or_else(|| "nothing".to_owned(), |point| format!("{}: {}", point.title, point.sentence))
    );
    if !is_found {
        for point in &report.costs {
            let _ = writeln!(said, "{:>40} {} {}", point.at, point.title, point.sentence);
        }
    }
    (is_found, said)
}

/// Plays the best known play, or the given log.
fn play(scenario: &Arc<Scenario>, seed: Seed, entries: Option<&[Entry]>) -> Session {
    const UNKEPT: &str = "without a log there are no write errors";
    let mut session =
        Session::begin_with(scenario.clone(), seed, Mode::Headless, COHORT, Box::new(Unkept)).expect(UNKEPT);
    match entries {
        None => {
            let mut player = autopilot::expert(scenario);
            autopilot::play(&mut session, &mut player, scenario.end(), &mut |_| {}).expect(UNKEPT);
        }
        Some(entries) => script::play(&mut session, entries, scenario.end(), &mut |_, _| {}).expect(UNKEPT),
    }
    session
}
