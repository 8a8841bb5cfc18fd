//! The boundary of scoring: every point has evidence, doing nothing earns nothing, caps apply.

use goldenhour_core::decision::Content;
use goldenhour_core::ensemble::{self, autopilot};
use goldenhour_core::scenario::{AudienceKind, ClaimNature, Condition, Evidence, Scenario, load};
use goldenhour_core::scoring::{self, CriterionScore, Rating, Scorecard, Verdict};
use goldenhour_core::simulation::{AskView, OptionView};
use goldenhour_core::statement::{Statement, draft};
use goldenhour_core::time::SimTime;

use crate::support::{SKIMMER, at, decision, scenario, session, shared, statement};

fn step<'a>(card: &'a Scorecard, id: &str) -> &'a scoring::StepScore {
    card.playbook.steps.iter().find(|step| step.id.as_str() == id).unwrap()
}

fn criterion<'a>(card: &'a Scorecard, id: &str) -> &'a CriterionScore {
    let mut criteria = card.playbook.steps.iter().flat_map(|step| &step.criteria);
    criteria.find(|criterion| criterion.id.as_str() == id).unwrap()
}

/// Returns the scenario with one passage of its playbook replaced.
fn with_playbook(scenario: &Scenario, from: &str, to: &str) -> Scenario {
    let mut bundle = scenario.bundle().clone();
    let (_, playbook) = scenario.bundle().iter().find(|(path, _)| *path == "playbook.ron").unwrap();
    assert!(playbook.contains(from), "the playbook does not contain `{from}`");
    bundle.insert("playbook.ron", playbook.replacen(from, to, 1).into());
    load(&bundle).unwrap().output
}

#[test]
fn every_criterion_cites_evidence_and_points_add_up() {
    for autopilot in ["silent", "hasty", "playbook"] {
        let mut session = shared(autopilot);
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
    let card = ensemble::score(&mut shared("silent"));
    assert_eq!(card.playbook.steps.len(), 5);
    assert!(card.playbook.total < 1.0, "{}", card.playbook.total);
    assert!(card.outcome.total < 1e-9);
    assert!(card.playbook.steps.iter().all(|step| step.rating == Some(Rating::U)));
}

/// Returns the criteria of a playbook that are not scored yet.
fn unscored(scenario: &Scenario) -> Vec<&str> {
    let mut found = Vec::new();
    for (_, criterion) in scenario.playbook.criteria() {
        criterion.evidence.walk(&mut |part| {
            if matches!(part, Evidence::NotJudgedYet(_)) {
                found.push(criterion.id.as_str());
            }
        });
    }
    found
}

#[test]
fn every_criterion_of_the_playbook_is_scored() {
    let scenario = scenario(SKIMMER);
    assert_eq!(scenario.playbook.criteria().count(), 8 + 3 + 4 + 8 + 6);
    assert_eq!(unscored(&scenario), [""; 0]);
}

#[test]
fn an_unscored_criterion_lowers_coverage_and_explains_why() {
    let mut session = shared("hasty");
    let judged = "Share(of: ReassurancesHeld, full: 1.0, none: 0.0)";
    let waiting = with_playbook(session.scenario(), judged, r#"NotJudgedYet("reassurances are not counted yet")"#);
    assert_eq!(unscored(&waiting), ["4.2"]);
    let (before, after) = (ensemble::score(&mut session), ensemble::score_by(&mut session, &waiting));
    let waits = criterion(&after, "4.2");
    assert_eq!((waits.verdict, waits.score, waits.max), (Verdict::NotApplicable, 0.0, 0.0));
    assert_eq!(waits.evidence[0].text, "reassurances are not counted yet");
    assert!((before.playbook.coverage - 1.0).abs() < 1e-9, "{}", before.playbook.coverage);
    let share = criterion(&before, "4.2").max / 100.0;
    assert!(share > 0.0);
    assert!(
        (after.playbook.coverage - (1.0 - share)).abs() < 1e-9,
        "coverage is {} without a share of {share}",
        after.playbook.coverage
    );
    let max =
        |card: &Scorecard| card.playbook.steps.iter().flat_map(|step| &step.criteria).map(|it| it.max).sum::<f64>();
    assert!((max(&after) - 100.0).abs() < 1e-6, "the other criteria do not add up to 100: {}", max(&after));
}

#[test]
fn inapplicable_criteria_explain_why_and_leave_the_total() {
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
fn a_late_notification_caps_the_incident_control_step() {
    let card = ensemble::score(&mut shared("hasty"));
    let control = step(&card, "control");
    assert!(control.score > 65.0, "the score alone must give a better rating: {}", control.score);
    assert_eq!(control.rating, Some(Rating::M));
    assert!(control.caps.iter().any(|cap| cap.text.contains("late")), "{:?}", control.caps);
}

/// Returns a statement with the first claim of the given nature that is never true.
fn never_true(scenario: &Scenario, nature: ClaimNature) -> Statement {
    let found = scenario.topics.iter().find_map(|topic| {
        let is_it = |claim: &&_| -> bool {
            let claim: &goldenhour_core::scenario::ClaimOption = claim;
            claim.true_when == Condition::Never && claim.nature == nature
        };
        Some((topic.id.as_str(), topic.claims.iter().find(is_it)?.id.as_str()))
    });
    let mut said = statement(&[found.expect("the scenario has a claim of this nature that is never true")]);
    said.text = draft(&said, scenario);
    said
}

/// Plays by the playbook and makes one false public claim late in the exercise.
#[test]
fn a_false_statement_caps_the_messaging_step() {
    let honest = ensemble::score(&mut shared("playbook"));
    let honest = step(&honest, "messaging");
    assert!(honest.rating >= Some(Rating::S) && honest.caps.is_empty(), "{:?} {:?}", honest.rating, honest.caps);

    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    let mut player = autopilot::named("playbook", &scenario, session.seed()).unwrap();
    let is_public = |option: &OptionView| matches!(option.asks, AskView::Statement(AudienceKind::Public));
    let is_free = |option: &OptionView| option.blocked.is_none() && option.role_blocked.is_none();
    let open = (12..70).find_map(|hours| {
        autopilot::play(&mut session, player.as_mut(), SimTime::from_minutes(hours * 60), &mut |_| {}).unwrap();
        session.situation().options.into_iter().find(|option| is_public(option) && is_free(option))
    });
    let action = open.expect("a public statement is available late in the exercise").action;
    let words = never_true(&scenario, ClaimNature::Reassures);
    let time = session.now().to_string();
    session.decide(decision(&scenario, &time, action.as_str(), Content::Statement(words))).unwrap();
    let entry = u32::try_from(session.entries().len() - 1).unwrap();
    autopilot::play(&mut session, player.as_mut(), scenario.end(), &mut |_| {}).unwrap();
    let card = ensemble::score(&mut session);
    let messaging = step(&card, "messaging");
    assert!(messaging.score > 65.0, "the score alone must give a better rating: {}", messaging.score);
    assert_eq!(messaging.rating, Some(Rating::M));
    let [cap] = messaging.caps.as_slice() else { panic!("{:?}", messaging.caps) };
    assert!(cap.text.contains("a false statement was made"), "{cap:?}");
    assert_eq!(cap.entry.map(|entry| entry.0), Some(entry), "the cap must cite the statement");
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
fn a_false_reassurance_earns_nothing_and_cites_the_statement() {
    let scenario = scenario(SKIMMER);
    let mut session = session(SKIMMER, 1);
    session.advance_to(at("T+00:01")).unwrap();
    // The claim must also be in the text: a ticked claim without text earns nothing, true or not.
    let words = never_true(&scenario, ClaimNature::Reassures);
    session.decide(decision(&scenario, "T+00:01", "holding-statement", Content::Statement(words))).unwrap();
    let entry = session.decisions().next().unwrap().0;
    session.advance_to(scenario.end()).unwrap();
    let card = ensemble::score(&mut session);
    let reassurance = criterion(&card, "4.2");
    assert_eq!((reassurance.score, reassurance.verdict), (0.0, Verdict::Missed));
    assert!(reassurance.max > 0.0);
    let false_one = reassurance.evidence.iter().find(|item| item.text.contains("turned out false"));
    assert_eq!(
        false_one.expect("the evidence must cite the reversal").entry,
        Some(entry),
        "{:?}",
        reassurance.evidence
    );
}

#[test]
fn an_old_session_can_be_scored_by_another_playbook() {
    let mut session = shared("playbook");
    let before = ensemble::score(&mut session);
    let heavier = with_playbook(session.scenario(), "weight: 20", "weight: 60");
    let after = ensemble::score_by(&mut session, &heavier);
    assert_ne!(before.playbook.total, after.playbook.total);
    assert_eq!(before.outcome.total, after.outcome.total);
}

#[test]
fn removing_a_decision_from_the_log_removes_its_evidence() {
    let mut whole = shared("playbook");
    let card = ensemble::score(&mut whole);
    let police = |card: &Scorecard| step(card, "control").criteria[3].clone();
    let mut without = session(SKIMMER, 1);
    let (told, others): (Vec<_>, Vec<_>) =
        whole.decisions().partition(|(_, decision)| decision.action.as_str().contains("police"));
    let named = |card: &Scorecard| police(card).evidence.into_iter().filter_map(|item| item.entry).collect::<Vec<_>>();
    assert!(told.iter().any(|(entry, _)| named(&card).contains(entry)), "{:?}", police(&card).evidence);
    for decision in others.into_iter().map(|(_, decision)| decision.clone()) {
        without.advance_to(decision.at).unwrap();
        let said = format!("{} at {}", decision.action, decision.at);
        // Police who were never notified ask no questions, so replies to them are rejected.
        let is_answer = matches!(decision.content, Content::Reply { .. });
        if let Err(refused) = without.decide(decision) {
            assert!(is_answer, "{said}: {refused}");
        }
    }
    without.advance_to(without.scenario().end()).unwrap();
    let card_without = ensemble::score(&mut without);
    assert!(police(&card_without).score < police(&card).score);
}
