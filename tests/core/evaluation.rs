//! Evaluation of people: the team's own review, evaluators' marks, stated confidence, and invalid playbooks.

use goldenhour_core::decision::Content;
use goldenhour_core::diagnostic::{Diagnostic, Severity};
use goldenhour_core::ensemble::{self, autopilot};
use goldenhour_core::scenario::load;
use goldenhour_core::scenario::source::Folder;
use goldenhour_core::scoring::{CriterionScore, HotWash, Rating, Scorecard, Verdict};
use goldenhour_core::session::mark::{Mark, Subject};
use goldenhour_core::session::review::{About, Grade, Precaution, Remark, Review, RoleJudgement};
use goldenhour_core::session::{Author, DrillFile, Entry, Mode, RecordError, Recorded, Session, replay, script};
use goldenhour_core::simulation::Seed;

use crate::support::{Copy, SKIMMER, at, decision, played, scenario, session, statement};

fn criterion<'a>(card: &'a Scorecard, id: &str) -> &'a CriterionScore {
    let mut criteria = card.playbook.steps.iter().flat_map(|step| &step.criteria);
    criteria.find(|criterion| criterion.id.as_str() == id).unwrap()
}

fn credit(card: &Scorecard, id: &str) -> f64 {
    criterion(card, id).credit().unwrap()
}

/// Returns the credit that a review earns for strategy, team and precautions.
fn earned(session: &mut Session, review: Review) -> [f64; 3] {
    session.review(Author::Facilitator, review).unwrap();
    let card = ensemble::score(session);
    ["5.4", "5.5", "5.6"].map(|id| credit(&card, id))
}

fn remark(criterion: &str, text: &str) -> Remark {
    Remark { about: About::Criterion(criterion.into()), text: text.to_owned() }
}

#[test]
fn an_honest_review_earns_credit_and_a_missing_one_earns_none() {
    let mut session = played("hasty", 1);
    let none = ensemble::score(&mut session);
    for id in ["5.4", "5.5", "5.6"] {
        assert_eq!(credit(&none, id), 0.0);
        assert!(criterion(&none, id).evidence[0].text.contains("no review"));
    }
    let honest = HotWash::of(&session).honest_review();
    let [strategy, team, precautions] = earned(&mut session, honest);
    assert!(strategy > 0.6 && team > 0.7 && precautions > 0.7, "{strategy} {team} {precautions}");
}

#[test]
fn a_review_is_not_missed_before_endex() {
    let mut session = session(SKIMMER, 1);
    session.advance_to(at("T+01:00")).unwrap();
    assert_eq!(criterion(&ensemble::score(&mut session), "5.4").verdict, Verdict::NotApplicable);
}

#[test]
fn a_strength_contradicted_by_the_record_is_flagged_and_loses_credit() {
    let mut session = played("hasty", 1);
    let card = ensemble::score(&mut session);
    assert!(credit(&card, "3.4") < 0.5, "hasty never informs the staff");
    let text = "Our staff heard it from the company before anybody else did";
    let lie = Review { strengths: vec![remark("3.4", text)], ..Review::default() };
    assert_eq!(earned(&mut session, lie)[0], 0.0);
    let card = ensemble::score(&mut session);
    let evidence = &criterion(&card, "5.4").evidence;
    assert!(evidence.iter().any(|item| item.text.contains("the record shows a failure")), "{evidence:?}");
    assert!(evidence.iter().any(|item| item.entry.is_some()));
}

/// Returns a remark on every criterion, each in its own words.
fn everything(session: &Session, start: &str) -> Vec<Remark> {
    let criteria = session.scenario().playbook.criteria();
    let about = |id: &str, title: &str| remark(id, &format!("{start} when it came to this point {id}: {title}"));
    criteria.map(|(_, criterion)| about(criterion.id.as_str(), &criterion.title.replace(' ', " - "))).collect()
}

#[test]
fn claiming_everything_earns_next_to_nothing() {
    let mut session = played("hasty", 1);
    let strengths = everything(&session, "We all did rather well");
    let failures = everything(&session, "We all did rather badly");
    let praise = Review { strengths: strengths.clone(), ..Review::default() };
    assert!(earned(&mut session, praise)[0] < 0.15);
    let blame = Review { failures: failures.clone(), ..Review::default() };
    assert!(earned(&mut session, blame)[0] < 0.15);
    let both = Review { strengths, failures, ..Review::default() };
    assert_eq!(earned(&mut session, both)[0], 0.0);
}

#[test]
fn a_pasted_text_earns_nothing() {
    let mut session = played("hasty", 1);
    let generic = "Overall the whole group worked hard and did a great job under pressure";
    let ids = ["1.1", "1.5", "2.2", "3.4", "4.3", "5.2"];
    let pasted = |ids: &[&str]| ids.iter().map(|id| remark(id, generic)).collect::<Vec<_>>();
    let roles = session.scenario().roles.iter();
    let judgement = |role: &goldenhour_core::scenario::Role| RoleJudgement {
        role: role.id.clone(),
        mark: Grade::try_from(3).unwrap(),
        because: generic.to_owned(),
    };
    let action = |id: &&str| Precaution {
        criterion: (*id).into(),
        text: generic.to_owned(),
        owner: session.scenario().roles[0].id.clone(),
        due: "2027-01-15".to_owned(),
    };
    let review = Review {
        strengths: pasted(&ids[..3]),
        failures: pasted(&ids[3..]),
        improvements: pasted(&ids[3..]),
        roles: roles.map(judgement).collect(),
        actions: ids.iter().map(action).collect(),
    };
    assert_eq!(earned(&mut session, review), [0.0, 0.0, 0.0]);
}

#[test]
fn a_corrective_action_needs_an_owner_and_a_due_date() {
    let mut session = played("hasty", 1);
    let mut honest = HotWash::of(&session).honest_review();
    assert!(earned(&mut session, honest.clone())[2] > 0.7);
    for action in &mut honest.actions {
        "2026-11-01".clone_into(&mut action.due);
    }
    assert_eq!(earned(&mut session, honest.clone())[2], 0.0, "a due date before the exercise earns nothing");
    "soon".clone_into(&mut honest.actions[0].due);
    let refused = session.review(Author::Facilitator, honest.clone()).unwrap_err();
    assert!(matches!(&refused, RecordError::Unusable(why) if why.contains("not a date")), "{refused}");
    "2027-01-15".clone_into(&mut honest.actions[0].due);
    honest.actions[0].owner = "nobody".into();
    assert!(session.review(Author::Facilitator, honest).is_err());
}

#[test]
fn an_override_leaves_the_automatic_result_unchanged() {
    let mut session = played("playbook", 1);
    let before = ensemble::score(&mut session);
    let give =
        |credit: f64, reason: &str| Mark::Override { criterion: "3.2".into(), credit, reason: reason.to_owned() };
    session.mark(Author::Evaluator("Ada".to_owned()), give(0.6, "the outline was read out, not written")).unwrap();
    session.mark(Author::Evaluator("Ben".to_owned()), give(0.5, "two topics were never in it")).unwrap();
    session.mark(Author::Evaluator("Ada".to_owned()), give(0.7, "it was found in the notes")).unwrap();
    let after = ensemble::score(&mut session);
    let (was, is) = (criterion(&before, "3.2"), criterion(&after, "3.2"));
    assert_eq!((was.score, was.verdict, &was.evidence), (is.score, is.verdict, &is.evidence));
    assert_eq!(before.playbook.total, after.playbook.total);
    let overridden = is.overridden.as_ref().unwrap();
    assert_eq!(
        (overridden.by.as_str(), overridden.credit),
        ("Ben", 0.5),
        "the lowest override among evaluators applies"
    );
    assert_eq!(overridden.others.len(), 1, "an evaluator's later override replaces the earlier one");
    let with = after.playbook.total_overridden.unwrap();
    assert!((with - (after.playbook.total - is.score + overridden.score)).abs() < 1e-9);
    assert!(matches!(&session.entries()[overridden.entry as usize], Entry::Mark { .. }));
    assert_eq!(before.playbook.total_overridden, None);
}

#[test]
fn marks_and_notes_are_recorded_without_changing_totals() {
    let mut session = played("hasty", 1);
    let before = ensemble::score(&mut session).playbook;
    let objective = session.scenario().objectives[0].id.clone();
    let author = || Author::Evaluator("Ada".to_owned());
    let rating = Mark::Rating {
        of: Subject::Objective(objective),
        mark: Grade::try_from(2).unwrap(),
        reason: "two of five learnt it from the press".to_owned(),
    };
    session.mark(author(), rating).unwrap();
    session.mark(author(), Mark::Seen { at: at("T+03:00"), text: "long silence in the room".to_owned() }).unwrap();
    let card = ensemble::score(&mut session);
    assert_eq!(card.playbook, before);
    assert_eq!(card.evaluations.len(), 2);
    assert_eq!(card.evaluations[0].rating, Some(Rating::M));
    assert_eq!(card.evaluations[1].at, at("T+03:00"));
    let unreasoned = Mark::Override { criterion: "3.2".into(), credit: 0.5, reason: " ".to_owned() };
    assert!(session.mark(author(), unreasoned).is_err());
    let unknown = Mark::Override { criterion: "9.9".into(), credit: 0.5, reason: "why not".to_owned() };
    assert!(session.mark(author(), unknown).is_err());
}

#[test]
fn confident_errors_are_distinguished_from_unsure_ones() {
    let calibrated = |confidence: u8| {
        let mut session = session(SKIMMER, 1);
        let scenario = session.scenario().clone();
        let wrong = scenario.topics.iter().find_map(|topic| {
            let claim =
                topic.claims.iter().find(|claim| claim.true_when == goldenhour_core::scenario::Condition::Never)?;
            Some((topic.id.as_str(), claim.id.as_str()))
        });
        session.advance_to(at("T+00:01")).unwrap();
        let words = Content::Statement(statement(&[wrong.unwrap()]));
        let mut said = decision(&scenario, "T+00:01", "holding-statement", words);
        said.confidence = confidence.try_into().ok();
        session.decide(said).unwrap();
        session.advance_to(at("T+06:00")).unwrap();
        ensemble::score(&mut session)
    };
    let (sure, unsure) = (calibrated(5), calibrated(1));
    assert_eq!((sure.confidence.sure_and_wrong.len(), sure.confidence.unsure_and_wrong.len()), (1, 0));
    assert_eq!((unsure.confidence.sure_and_wrong.len(), unsure.confidence.unsure_and_wrong.len()), (0, 1));
    assert!(sure.confidence.brier > unsure.confidence.brier);
    assert!((unsure.confidence.brier.unwrap() - 0.25).abs() < 1e-9);
    assert_eq!(sure.playbook, unsure.playbook, "confidence must not affect the score");
}

#[test]
fn a_decisions_file_reproduces_the_session_with_its_review_and_marks() {
    let mut session = played("playbook", 2);
    let mark = Mark::Override { criterion: "2.1".into(), credit: 0.9, reason: "by telephone only".to_owned() };
    session.mark(Author::Evaluator("Ada".to_owned()), mark).unwrap();
    let entries = script::parse(&script::cut(session.entries())).unwrap();
    let mut again = self::session(SKIMMER, 2);
    script::play(&mut again, &entries, session.now(), &mut |entry, refused| panic!("{entry:?}: {refused}")).unwrap();
    let (one, other) = (ensemble::score(&mut session), ensemble::score(&mut again));
    assert_eq!(one.fingerprint, other.fingerprint);
    assert_eq!(one.playbook.total, other.playbook.total);
    assert_eq!(one.playbook.total_overridden, other.playbook.total_overridden);
    assert!(one.playbook.total_overridden.is_some());
}

#[test]
fn a_review_after_endex_is_saved_and_verified_on_replay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drill");
    let file = DrillFile::create(&path).unwrap();
    let mut session = Session::begin(scenario(SKIMMER), Seed(1), Mode::Headless, Box::new(file)).unwrap();
    let end = session.scenario().end();
    let mut player = autopilot::named("playbook", session.scenario(), session.seed()).unwrap();
    autopilot::play(&mut session, player.as_mut(), end, &mut |_| {}).unwrap();
    let card = ensemble::score(&mut session);
    drop(session);
    let replayed = replay(&Recorded::read(&path).unwrap()).unwrap();
    assert_eq!(replayed.unproven_count, 0);
    let mut again = replayed.session;
    assert_eq!(ensemble::score(&mut again), card);
    // Files written before reviews existed can still be read.
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("Review(")).collect();
    let old = lines.join("\n").replacen("format:5", "format:1", 1) + "\n";
    assert_ne!(old, text);
    assert_eq!(Recorded::parse(&old).unwrap().header.format, 1);
}

/// Returns the diagnostics of a scenario after one replacement in its playbook.
fn playbook_after(from: &str, to: &str) -> Vec<Diagnostic> {
    let copy = Copy::of(SKIMMER);
    let scenario = scenario(SKIMMER);
    let (_, playbook) = scenario.bundle().iter().find(|(path, _)| *path == "playbook.ron").unwrap();
    assert!(playbook.contains(from), "{from}");
    copy.write("playbook.ron", &playbook.replacen(from, to, 1));
    match load(&Folder::new(copy.path())) {
        Ok(loaded) => loaded.warnings.iter().cloned().collect(),
        Err(diagnostics) => diagnostics.iter().cloned().collect(),
    }
}

#[test]
fn an_invalid_playbook_is_rejected_with_its_location() {
    let cases = [
        ("advice: \"Preserve", "advise: \"Preserve", "unknown-field", Severity::Error),
        ("from: FirstAlert, full: 2.4", "form: FirstAlert, full: 2.4", "unknown-field", Severity::Error),
        ("what: Confirmed(Cause)", "what: Confirmd(Cause)", "unknown-variant", Severity::Error),
        ("weight: 20", "weight: 0", "out-of-range", Severity::Error),
        ("weight: 3,", "weight: -3,", "out-of-range", Severity::Error),
        ("(3, KnownBefore", "(-1, KnownBefore", "out-of-range", Severity::Error),
        ("full: \"30m\", none: \"4h\"", "full: \"30m\", none: \"10m\"", "impossible-criterion", Severity::Error),
        ("full: 2.4, none: 9.6", "full: 2.4, none: 1.0", "impossible-criterion", Severity::Error),
        ("Share(of: RolesActive, full: 1.0, none: 0.5)", "AnyOf([])", "impossible-criterion", Severity::Error),
        (
            "Share(of: RolesActive, full: 1.0, none: 0.5)",
            "Never(what: StartEx)",
            "impossible-criterion",
            Severity::Error,
        ),
        (
            "Reached(Milestone(\"qa-prepared\"))",
            "Reached(Milestone(\"review-held-not\"))",
            "dangling-reference",
            Severity::Error,
        ),
    ];
    for (from, to, code, severity) in cases {
        let found = playbook_after(from, to);
        let diagnostic =
            found.iter().find(|diagnostic| diagnostic.code == code).unwrap_or_else(|| panic!("{to}: {found:#?}"));
        assert_eq!(diagnostic.severity, severity, "{to}");
        let place = diagnostic.place.as_ref().unwrap_or_else(|| panic!("{to}: no place"));
        assert!(place.file == "playbook.ron" && place.line > 1 && place.column > 1, "{to}: {place}");
    }
}

/// A playbook shared by many scenarios may name a stakeholder that this scenario lacks.
#[test]
fn a_criterion_may_name_a_stakeholder_that_the_scenario_lacks() {
    let asked = "Share(of: RolesActive, full: 1.0, none: 0.5)";
    assert_eq!(playbook_after(asked, "Reached(Told(Police))"), []);
    let found = playbook_after(asked, "Reached(Told(Investors))");
    assert!(found.iter().all(|diagnostic| diagnostic.severity == Severity::Warning), "{found:#?}");
}

#[test]
fn an_unmeetable_criterion_is_reported_at_its_line() {
    let milestone = "(id: \"qa-prepared\",";
    let declared = playbook_after(milestone, &format!("(id: \"never-there\", title: \"x\"),\n        {milestone}"));
    assert!(declared.is_empty(), "an unused milestone needs no warning: {declared:#?}");
    let copy = Copy::of(SKIMMER);
    let scenario = scenario(SKIMMER);
    let (_, playbook) = scenario.bundle().iter().find(|(path, _)| *path == "playbook.ron").unwrap();
    let playbook =
        playbook.replacen(milestone, &format!("(id: \"never-there\", title: \"x\"),\n        {milestone}"), 1);
    let playbook = playbook.replacen("Reached(Milestone(\"qa-prepared\"))", "Reached(Milestone(\"never-there\"))", 1);
    copy.write("playbook.ron", &playbook);
    let loaded = load(&Folder::new(copy.path())).unwrap();
    let warning = loaded.warnings.iter().find(|warning| warning.code == "unmet-criterion").unwrap();
    let line = 1 + playbook[..playbook.find("id: \"5.1\"").unwrap()].matches('\n').count();
    assert_eq!(warning.place.as_ref().unwrap().line, line);
}
