//! What-ifs: exact, comparable with the session, and able to find a mistake.

use goldenhour_core::debrief::alternative::{AlternativeKind, Recording};
use goldenhour_core::debrief::counterfactual::Investigation;
use goldenhour_core::ensemble::branch::{Branch, BranchError, Change, Script};
use goldenhour_core::ensemble::counterfactual::{Sample, Study};
use goldenhour_core::ensemble::plan::Unseen;
use goldenhour_core::ensemble::reference::{self, References};
use goldenhour_core::ensemble::rerun::Rerun;
use goldenhour_core::ensemble::{COHORT, autopilot};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Entry, Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::reading::ReadingCache;
use goldenhour_core::statement::withdrawal::withdraw;
use goldenhour_core::statement::{JudgedClaim, Says, Soundness};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

use crate::support::{SKIMMER, played, played_in, scenario};

/// Returns the entry numbers of all decisions.
fn decisions(session: &Session) -> Vec<EntryNumber> {
    session.decisions().map(|(number, _)| number).collect()
}

#[test]
fn a_branch_difference_equals_that_of_two_separate_runs() {
    let session = played("hasty", 3);
    let recording = Recording::of(&session);
    let numbers = decisions(&session);
    let later = SimTime::from_minutes(20 * 60);
    let changes = [
        vec![Change::Remove(numbers[0])],
        vec![Change::Move { entry: numbers[3], to: later }],
        vec![Change::Remove(numbers[5]), Change::Move { entry: numbers[6], to: later }],
    ];
    let branches = changes.map(|changes| Branch::new(&recording.scenario, &recording.entries, changes).unwrap());
    let study = Study {
        scenario: recording.scenario.clone(),
        entries: recording.entries.clone(),
        until: recording.until,
        population: COHORT,
        branches: branches.to_vec(),
        references: References::default(),
        readings: ReadingCache::default(),
        precision: 0.0,
    };
    let mut results = study.nothing_yet();
    study.play(1..4, &mut results, &Unseen).unwrap();
    let alone = |script: &Script, seed: Seed| {
        let reference = reference::play(&recording.scenario, seed, COHORT, recording.until);
        let mut run = Rerun::begin(&recording.scenario, seed, COHORT);
        run.play_out(script, recording.until);
        Sample::of(&run, &reference)
    };
    for (place, seed) in results.seeds.iter().enumerate() {
        assert_eq!(results.base[place], alone(&Script::of(&recording.entries), *seed), "{seed:?}");
        for (branch, played) in branches.iter().zip(&results.branches) {
            assert_eq!(played[place], alone(&branch.script, *seed), "{:?} {seed:?}", branch.changes);
        }
    }
    let mean = results.difference(0, |sample| sample.outcome).mean;
    let pairs = results.branches[0].iter().zip(&results.base).map(|(branch, base)| branch.outcome - base.outcome);
    assert!((mean - pairs.sum::<f64>() / 3.0).abs() < 1e-12);
}

#[test]
fn a_rerun_with_the_same_seed_equals_the_session() {
    for (autopilot, seed) in [("hasty", 3), ("expert", 2), ("random", 7)] {
        let scenario = scenario(SKIMMER);
        let mut session =
            Session::begin_with(scenario.clone(), Seed(seed), Mode::Headless, COHORT, Box::new(Unkept)).unwrap();
        let mut player = autopilot::named(autopilot, &scenario, Seed(seed)).unwrap();
        autopilot::play(&mut session, player.as_mut(), scenario.end(), &mut |_| {}).unwrap();
        let mut rerun = Rerun::begin(&scenario, Seed(seed), COHORT);
        rerun.play_out(&Script::of(session.entries()), session.now());
        assert_eq!(rerun.dropped_count(), 0, "{autopilot}");
        assert_eq!(rerun.timeline().series, session.timeline().series, "{autopilot}");
        let whats = |timeline: &goldenhour_core::timeline::Timeline| {
            timeline.events.iter().map(|event| (event.at, event.what.clone())).collect::<Vec<_>>()
        };
        assert_eq!(whats(rerun.timeline()), whats(session.timeline()), "{autopilot}");
        let points = goldenhour_core::ensemble::score(&mut session).playbook.total;
        assert!((rerun.playbook().total - points).abs() < 1e-9, "{autopilot}: {} {points}", rerun.playbook().total);
    }
}

#[test]
fn a_branch_without_changes_makes_no_difference() {
    let session = played_in("first_hour", "playbook", 5);
    let recording = Recording::of(&session);
    let entry = decisions(&session)[1];
    let same = Change::Move { entry, to: recording.entries[entry.0 as usize].at() };
    let mut asked = Investigation::ask(recording, COHORT, vec![("the same".into(), vec![same])]).unwrap();
    asked.refine(0, 3, &Unseen).unwrap();
    let difference = asked.results().difference(0, |sample| sample.outcome);
    assert!(difference.mean.abs() < f64::EPSILON && difference.half_width().abs() < f64::EPSILON);
    assert!(!difference.is_clear());
}

#[test]
fn refining_in_steps_equals_refining_at_once() {
    let recording = Recording::of(&played_in("first_hour", "hasty", 5));
    let investigate = |steps: &[u64]| {
        let mut investigation = Investigation::open(recording.clone(), COHORT);
        for seeds in steps {
            investigation.refine(10, *seeds, &Unseen).unwrap();
        }
        investigation.report()
    };
    let in_one = investigate(&[6]);
    assert!(!in_one.costs.is_empty() && !in_one.tried.is_empty(), "the investigation found no alternatives to compare");
    assert_eq!(investigate(&[2, 3, 6]), in_one);
}

#[test]
fn falsehood_and_lateness_lead_the_turning_points_of_a_hasty_run() {
    let recording = Recording::of(&played("hasty", 3));
    let investigate = |after: u64| {
        let mut investigation = Investigation::open(recording.clone(), COHORT);
        investigation.refine(after, 3, &Unseen).unwrap();
        investigation.report()
    };
    let [one, other] = [0, 500].map(investigate);
    for report in [&one, &other] {
        let first = &report.costs[..3];
        assert_eq!(first[0].kind, AlternativeKind::Falsehood, "{first:#?}");
        assert!(first.iter().any(|point| point.kind == AlternativeKind::Lateness), "{first:#?}");
    }
    for point in &one.costs[..3] {
        let again = other.tried.iter().find(|again| again.title == point.title).unwrap();
        let (effect, again) = (point.effect.outcome, again.effect.outcome);
        assert!(effect.low <= again.high && again.low <= effect.high, "{}: {effect:?} {again:?}", point.title);
        assert!(effect.mean <= 0.0 && again.mean <= 0.0, "undoing a mistake should gain: {}", point.title);
    }
    assert!(!one.gains.is_empty());
    assert!(one.gains.iter().all(|point| point.effect.outcome.mean >= 0.0 || point.effect.playbook.mean > 0.0));
}

#[test]
fn withdrawn_claims_disappear_from_claims_and_text() {
    let session = played("hasty", 3);
    let scenario = session.scenario();
    let (mut withdrawn, mut kept_count, mut sound) = (0, 0, 0);
    for said in &session.timeline().publications {
        let is_false = |claim: &&JudgedClaim| claim.soundness == Soundness::False;
        let topics: Vec<_> = said.claims.iter().filter(is_false).map(|claim| claim.topic.clone()).collect();
        let kept = withdraw(&said.statement, &topics, scenario);
        for topic in &topics {
            assert!(matches!(kept.on(topic), None | Some(Says::NotKnownYet)), "{topic}");
            for option in &scenario.topic(topic).unwrap().claims {
                assert!(!kept.text.contains(&option.text), "{}", kept.text);
            }
            withdrawn += 1;
        }
        let others = said.statement.claims.iter().filter(|claim| !topics.contains(&claim.topic));
        kept_count += others.clone().count();
        assert!(
            others.clone().all(|claim| kept.on(&claim.topic) == Some(claim.says.clone())),
            "other claims must not change"
        );
        if topics.is_empty() {
            assert_eq!(kept, said.statement);
            sound += 1;
        }
    }
    assert!(withdrawn > 5 && kept_count > 5 && sound > 0, "{withdrawn} {kept_count} {sound}");
}

#[test]
fn branch_changes_survive_serialization() {
    let session = played_in("first_hour", "hasty", 1);
    let (entry, decision) = session.decisions().next().unwrap();
    let changes = vec![
        Change::Remove(entry),
        Change::Move { entry, to: SimTime::from_minutes(90) },
        Change::Insert(decision.clone()),
        Change::Replace { entry, with: decision.clone() },
        Change::Constant { name: "trust_loss".into(), value: 0.5 },
        Change::Seed(-3),
    ];
    let dialect = goldenhour_core::scenario::file::dialect();
    let text = dialect.to_string(&changes).unwrap();
    assert_eq!(dialect.from_str::<Vec<Change>>(&text).unwrap(), changes);
}

#[test]
fn invalid_branches_are_rejected() {
    let session = played_in("first_hour", "hasty", 1);
    let first = decisions(&session)[0];
    let checkpoint = session.entries().iter().position(|entry| matches!(entry, Entry::Checkpoint(_))).unwrap();
    let checkpoint = EntryNumber(u32::try_from(checkpoint).unwrap());
    let refused = |changes| Branch::new(session.scenario(), session.entries(), changes).unwrap_err();
    assert!(matches!(refused(vec![Change::Remove(EntryNumber(9999))]), BranchError::NoEntry(9999)));
    assert!(matches!(refused(vec![Change::Remove(checkpoint)]), BranchError::NotAnInput(_)));
    assert!(matches!(refused(vec![Change::Remove(first), Change::Remove(first)]), BranchError::Twice(_)));
    for (name, value) in [("no_such_constant", 1.0), ("trust_loss", 1e9)] {
        let change = Change::Constant { name: name.to_owned(), value };
        assert!(matches!(refused(vec![change]), BranchError::Constant(_)), "{name}");
    }
}

#[test]
fn changing_a_constant_or_the_seed_changes_the_world() {
    let recording = Recording::of(&played_in("first_hour", "hasty", 1));
    let constant = recording.scenario.model.constants().find(|(name, _)| *name == "trust_loss").unwrap().1.clone();
    let asked = vec![
        ("another constant".to_owned(), vec![Change::Constant { name: "trust_loss".into(), value: constant.range.1 }]),
        ("another seed".to_owned(), vec![Change::Seed(1)]),
    ];
    let mut asked = Investigation::ask(recording, COHORT, asked).unwrap();
    asked.refine(0, 3, &Unseen).unwrap();
    let results = asked.results();
    assert_ne!(results.branches[0], results.base);
    assert_eq!(results.branches[1][..2], results.base[1..], "`Seed(1)` selects the next seed");
}
