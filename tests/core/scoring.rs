//! The boundary of scoring: every point has its evidence, doing nothing earns nothing, caps bite.

use goldenhour_core::decision::Content;
use goldenhour_core::ensemble;
use goldenhour_core::scenario::load;
use goldenhour_core::scoring::{self, Rating, Scorecard, Verdict};

use crate::support::{SKIMMER, at, decision, played, scenario, session, statement};

fn step<'a>(card: &'a Scorecard, id: &str) -> &'a scoring::StepScore {
    card.playbook.steps.iter().find(|step| step.id.as_str() == id).unwrap()
}

#[test]
fn every_criterion_names_its_evidence_and_points_add_up() {
    for autopilot in ["silent", "hasty", "playbook"] {
        let mut session = played(autopilot, 1);
        let card = ensemble::score(&mut session);
        let criteria: Vec<_> = card.playbook.steps.iter().flat_map(|step| &step.criteria).collect();
        assert_eq!(criteria.len(), session.scenario().playbook.criteria().count());
        for criterion in &criteria {
            assert!(!criterion.evidence.is_empty(), "{}", criterion.id);
            assert!(criterion.score <= criterion.max + 1e-9 && criterion.score >= 0.0, "{}", criterion.id);
            assert_eq!(criterion.verdict == Verdict::NotApplicable, criterion.max == 0.0, "{}", criterion.id);
        }
        let max: f64 = criteria.iter().map(|criterion| criterion.max).sum();
        let score: f64 = criteria.iter().map(|criterion| criterion.score).sum();
        assert!((max - 100.0).abs() < 1e-6, "{max}");
        assert!((score - card.playbook.total).abs() < 1e-6);
        assert!((card.playbook.coverage - 1.0).abs() < 1e-9, "{}", card.playbook.coverage);
    }
}

#[test]
fn doing_nothing_earns_nothing() {
    let card = ensemble::score(&mut played("silent", 1));
    assert!(card.playbook.total < 1.0, "{}", card.playbook.total);
    assert!(card.outcome.total < 1e-9);
    assert!(card.playbook.steps.iter().all(|step| step.rating == Some(Rating::U)));
}

#[test]
fn every_criterion_of_the_playbook_is_judged() {
    let scenario = scenario(SKIMMER);
    let judged = |criterion: &goldenhour_core::scenario::Criterion| {
        let mut judged = true;
        criterion.evidence.walk(&mut |part| {
            judged &= !matches!(part, goldenhour_core::scenario::Evidence::NotJudgedYet(_));
        });
        judged
    };
    let ids: Vec<&str> = scenario.playbook.criteria().map(|(_, criterion)| criterion.id.as_str()).collect();
    assert_eq!(ids.len(), 8 + 3 + 4 + 8 + 6);
    assert!(scenario.playbook.criteria().all(|(_, criterion)| judged(criterion)));
}

#[test]
fn what_could_not_be_put_to_the_test_says_why_and_leaves_the_total() {
    let mut session = session(SKIMMER, 1);
    session.advance_to(at("T+00:30")).unwrap();
    let card = ensemble::score(&mut session);
    let criteria = || card.playbook.steps.iter().flat_map(|step| &step.criteria);
    let open: Vec<_> = criteria().filter(|criterion| criterion.verdict == Verdict::NotApplicable).collect();
    assert!(open.iter().any(|criterion| criterion.id.as_str() == "5.4"), "{open:#?}");
    assert!(open.iter().all(|criterion| criterion.max == 0.0 && criterion.evidence[0].text.len() > 20));
    assert!((criteria().map(|criterion| criterion.max).sum::<f64>() - 100.0).abs() < 1e-6);
}

#[test]
fn a_clock_that_is_met_late_caps_the_step_that_counts_clocks() {
    let card = ensemble::score(&mut played("hasty", 1));
    let control = step(&card, "control");
    assert!(control.score > 65.0, "the points alone would give a better mark: {}", control.score);
    assert_eq!(control.rating, Some(Rating::M));
    assert!(control.caps.iter().any(|cap| cap.text.contains("late")), "{:?}", control.caps);
}

#[test]
fn a_false_statement_caps_the_messaging() {
    let card = ensemble::score(&mut played("hasty", 1));
    let messaging = step(&card, "messaging");
    assert!(messaging.rating <= Some(Rating::M));
}

#[test]
fn a_late_call_scores_partial_credit() {
    let score_of_call = |time: &str| {
        let mut session = session(SKIMMER, 1);
        let scenario = session.scenario().clone();
        session.advance_to(at(time)).unwrap();
        session.decide(decision(&scenario, time, "call-team", Content::Nothing)).unwrap();
        session.advance_to(at("T+12:00")).unwrap();
        let card = ensemble::score(&mut session);
        step(&card, "team").criteria[0].clone()
    };
    let (early, late, later) = (score_of_call("T+00:05"), score_of_call("T+01:10"), score_of_call("T+09:00"));
    assert!(early.score > late.score && late.score > later.score, "{early:?} {late:?} {later:?}");
    assert_eq!(late.verdict, Verdict::Late);
}

#[test]
fn a_claim_that_nobody_could_know_is_not_sound() {
    let scenario = scenario(SKIMMER);
    let reassuring = scenario.topics.iter().find_map(|topic| {
        let claim = topic.claims.iter().find(|claim| {
            claim.true_when == goldenhour_core::scenario::Condition::Never
                && claim.nature == goldenhour_core::scenario::ClaimNature::Reassures
        })?;
        Some((topic.id.as_str(), claim.id.as_str()))
    });
    let mut session = session(SKIMMER, 1);
    session.advance_to(at("T+00:01")).unwrap();
    let words = statement(&[reassuring.expect("the scenario has a false reassurance")]);
    session.decide(decision(&scenario, "T+00:01", "holding-statement", Content::Statement(words))).unwrap();
    session.advance_to(scenario.end()).unwrap();
    let card = ensemble::score(&mut session);
    let reassurance =
        step(&card, "messaging").criteria.iter().find(|criterion| criterion.id.as_str() == "4.2").unwrap();
    assert!(reassurance.score < 1e-9);
    assert!(reassurance.evidence.iter().any(|item| item.entry.is_some() || item.text.contains("false")));
}

#[test]
fn an_old_session_can_be_scored_by_another_playbook() {
    let mut session = played("playbook", 1);
    let before = ensemble::score(&mut session);
    let mut bundle = session.scenario().bundle().clone();
    let (_, playbook) = session.scenario().bundle().iter().find(|(path, _)| *path == "playbook.ron").unwrap();
    bundle.insert("playbook.ron", playbook.replacen("weight: 20", "weight: 60", 1).into());
    let heavier = load(&bundle).unwrap().output;
    let after = ensemble::score_by(&mut session, &heavier);
    assert_ne!(before.playbook.total, after.playbook.total);
    assert_eq!(before.outcome.total, after.outcome.total);
}

#[test]
fn taking_a_decision_out_of_the_log_takes_its_evidence_out_of_the_score() {
    let mut whole = played("playbook", 1);
    let card = ensemble::score(&mut whole);
    let police = |card: &Scorecard| step(card, "control").criteria[3].clone();
    assert!(police(&card).evidence.iter().any(|item| item.entry.is_some()));
    let mut without = session(SKIMMER, 1);
    let decisions: Vec<_> = whole.decisions().map(|(_, decision)| decision.clone()).collect();
    for decision in decisions.into_iter().filter(|decision| !decision.action.as_str().contains("police")) {
        without.advance_to(decision.at).unwrap();
        without.decide(decision).ok();
    }
    without.advance_to(without.scenario().end()).unwrap();
    let card_without = ensemble::score(&mut without);
    assert!(police(&card_without).score < police(&card).score);
}
