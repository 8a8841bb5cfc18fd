//! Planted mistakes: whether the turning points find, first of all, the one thing that was done badly.
//!
//! `cargo test --release planted` plays every built-in scenario by the best known play, plants one mistake of each kind
//! into the log, plays that again, and asks for the turning points. The costliest one must be the mistake, with a sign
//! that other seeds confirm, in at least nine of ten sessions. Without that word on the command line it only says how to
//! call it. `GOLDENHOUR_SEEDS` is how many seeds each difference is taken from.

#![expect(clippy::print_stdout, reason = "a test without a harness says itself what it did")]

mod mistake;

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

use mistake::Mistake;

/// The share of sessions in which the mistake must come first.
const FOUND: f64 = 0.9;

fn main() -> ExitCode {
    if !std::env::args().skip(1).any(|argument| argument == "planted") {
        println!("Planted mistakes are looked for by `cargo test --release planted`");
        return ExitCode::SUCCESS;
    }
    #[expect(clippy::disallowed_methods, reason = "how closely to look")]
    let seeds = std::env::var("GOLDENHOUR_SEEDS").ok().and_then(|count| count.parse().ok()).unwrap_or(12);
    let (mut count, mut found) = (0.0, 0.0);
    for (place, slug) in BuiltIn::scenarios().into_iter().enumerate() {
        let scenario = Arc::new(load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output);
        for (kind, mistake) in mistake::ALL.iter().enumerate() {
            let seed = Seed(u64::try_from(100 * place + kind + 1).expect("a handful"));
            let is_found = look_for(&scenario, seed, mistake, seeds);
            count += 1.0;
            found += f64::from(u8::from(is_found));
        }
    }
    println!("{found} of {count} found first");
    if found >= FOUND * count { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Plants a mistake, asks for the turning points, and says whether the mistake is the costliest.
fn look_for(scenario: &Arc<Scenario>, seed: Seed, mistake: &Mistake, seeds: u64) -> bool {
    let well = play(scenario, seed, None);
    let Some((entries, planted)) = (mistake.plant)(&well) else {
        println!("{:<22} {:<12} cannot be planted", scenario.id.as_str(), mistake.name);
        return false;
    };
    let badly = play(scenario, seed, Some(&entries));
    let investigate = |after: u64| {
        let mut investigation = Investigation::open(Recording::of(&badly), COHORT);
        investigation.refine(after, seeds, &Unseen).expect("nobody stops it");
        investigation.report()
    };
    let (report, again) = (investigate(0), investigate(1000));
    let first = report.costs.first();
    let same = |point: &&TurningPoint| Some(&point.title) == first.map(|point| &point.title);
    let is_confirmed = again.costs.iter().any(|point| same(&point));
    let is_found = is_confirmed && first.is_some_and(|point| planted.is(point, &badly));
    println!(
        "{:<22} {:<12} {}  {}",
        scenario.id.as_str(),
        mistake.name,
        if is_found { "first " } else { "MISSED" },
        first.map_or_else(|| "nothing".to_owned(), |point| format!("{}: {}", point.title, point.sentence))
    );
    if !is_found {
        for point in &report.costs {
            println!("{:>40} {} {}", point.at, point.title, point.sentence);
        }
    }
    is_found
}

/// Plays the best known play, or a log.
fn play(scenario: &Arc<Scenario>, seed: Seed, entries: Option<&[Entry]>) -> Session {
    const UNKEPT: &str = "nothing is written";
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
