//! Autopilots: they decide from the players' view alone, and their scores rank as expected.

use goldenhour_core::ensemble::plan::{Plan, Unseen};
use goldenhour_core::ensemble::{self, COHORT, autopilot, plan};
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::session::Entry;
use goldenhour_core::simulation::Seed;

use crate::support::{SKIMMER, played, played_in, scenario, session};

/// Every built-in scenario can be played well and badly, and both scores must separate the two.
#[test]
fn playbook_beats_hasty_beats_silent_on_both_scales_in_every_scenario() {
    std::thread::scope(|scope| {
        for slug in BuiltIn::scenarios() {
            scope.spawn(move || {
                (1..=3).for_each(|seed| assert_ranking(&slug, seed));
            });
        }
    });
}

fn assert_ranking(slug: &str, seed: u64) {
    let [silent, hasty, playbook] =
        ["silent", "hasty", "playbook"].map(|name| ensemble::score(&mut played_in(slug, name, seed)));
    let totals = [&silent, &hasty, &playbook].map(|card| card.playbook.total);
    let outcomes = [&silent, &hasty, &playbook].map(|card| card.outcome.total);
    assert!(totals[0] < totals[1] && totals[1] < totals[2], "{slug}, seed {seed}: {totals:?}");
    assert!(outcomes[0] < outcomes[1] && outcomes[1] < outcomes[2], "{slug}, seed {seed}: {outcomes:?}");
    assert!(totals[2] >= 85.0, "{slug}, seed {seed}: playbook scores {totals:?}, the last should be at least 85");
    assert!(playbook.playbook.coverage >= 0.9, "{slug}: {}", playbook.playbook.coverage);
}

/// Expected range of each autopilot's median playbook score.
const EXPECTED: [(&str, std::ops::RangeInclusive<f64>); 6] = [
    ("silent", 0.0..=15.0),
    ("stonewall", 0.0..=25.0),
    ("spammer", 0.0..=45.0),
    ("hasty", 35.0..=65.0),
    ("playbook", 85.0..=100.0),
    ("expert", 85.0..=100.0),
];

/// From the best to the worst outcome; the order of the last two is not checked.
const RANKS: [&str; 5] = ["expert", "playbook", "hasty", "stonewall", "silent"];

#[test]
fn every_autopilot_scores_within_its_expected_range_in_every_scenario() {
    for slug in BuiltIn::scenarios() {
        let autopilots = EXPECTED.iter().map(|(name, _)| (*name).to_owned()).collect();
        let plan = Plan { scenario: scenario(&slug), autopilots, seeds: 6, population: COHORT };
        let ensemble = plan::run(&plan, &Unseen).expect("the run is not canceled");
        let of = |name: &str| {
            ensemble.players.iter().find(|player| player.autopilot == name).expect("the autopilot is part of the plan")
        };
        for (name, points) in &EXPECTED {
            let median = of(name).playbook.median;
            assert!(points.contains(&median), "{slug}: {name} has a median playbook score of {median:.1}");
        }
        let [expert, playbook] = ["expert", "playbook"].map(|name| of(name).playbook.median);
        assert!(expert >= playbook, "{slug}: expert scores {expert:.1}, playbook {playbook:.1}");
        let [expert, playbook, hasty, stonewall, silent] = RANKS.map(|name| of(name).outcome.median);
        let ranked = expert >= playbook && playbook > hasty && hasty > stonewall && hasty > silent;
        assert!(ranked, "{slug}: outcomes of {RANKS:?} are {:?}", [expert, playbook, hasty, stonewall, silent]);
    }
}

#[test]
fn a_breach_handled_by_the_playbook_leaves_a_calm_majority() {
    let session = played("playbook", 1);
    let series = &session.timeline().series;
    assert!(series.last(goldenhour_core::scenario::Metric::Trust) > 0.5);
    assert!(series.max(goldenhour_core::scenario::Metric::Negative) < 0.5);
}

#[test]
fn every_name_resolves_to_an_autopilot() {
    for name in autopilot::NAMES {
        assert!(autopilot::named(name, &scenario(SKIMMER), Seed(1)).is_some(), "{name}");
    }
    assert!(autopilot::named("nobody", &scenario(SKIMMER), Seed(1)).is_none());
}

#[test]
fn replaying_the_decisions_of_an_autopilot_gives_the_same_outcome() {
    let mut original = played("hasty", 4);
    let decisions: Vec<_> = original.decisions().map(|(_, decision)| decision.clone()).collect();
    let mut again = session(SKIMMER, 4);
    for decision in decisions {
        again.advance_to(decision.at).unwrap();
        again.decide(decision).unwrap();
    }
    again.advance_to(again.scenario().end()).unwrap();
    let totals = [&mut original, &mut again].map(|session| ensemble::score(session).outcome.total);
    assert_eq!(totals[0], totals[1]);
    assert!(again.entries().iter().any(|entry| matches!(entry, Entry::Checkpoint(_))));
}
