//! The boundary of the debrief: what is derived from the record, what reviewers can change, and what never changes.

use goldenhour_core::debrief::after_action::{AfterAction, CapabilityAnalysis, PlanLine, ReportedFinding};
use goldenhour_core::debrief::alternative::Recording;
use goldenhour_core::debrief::counterfactual::Investigation;
use goldenhour_core::debrief::{CauseKind, Debrief, debrief};
use goldenhour_core::decision::Content;
use goldenhour_core::ensemble::plan::Unseen;
use goldenhour_core::ensemble::{self, COHORT};
use goldenhour_core::scenario::{Element, Scenario, load};
use goldenhour_core::scoring::Scorecard;
use goldenhour_core::session::edit::{
    ActionPart, AddedAction, AddedFinding, Attendee, FindingPart, Line, Named, OverviewRow, Place,
};
use goldenhour_core::session::mark::{Mark, Subject};
use goldenhour_core::session::review::Grade;
use goldenhour_core::session::{Author, DrillFile, Edit, Entry, Mode, RecordError, Recorded, Session, replay, script};
use goldenhour_core::simulation::Seed;
use goldenhour_report::{Format, export};
use serde_json::Value;

use crate::support::{SKIMMER, at, decision, played, played_in, scenario, session, statement};

fn by(name: &str) -> Author {
    Author::Evaluator(name.to_owned())
}

fn score_and_debrief(session: &mut Session) -> (Scorecard, Debrief) {
    let card = ensemble::score(session);
    let debrief = debrief(session, &card);
    (card, debrief)
}

fn findings(debrief: &Debrief) -> Vec<&ReportedFinding> {
    let rows = debrief.after_action.capabilities.iter();
    rows.flat_map(|row| row.strengths.iter().chain(&row.areas)).collect()
}

fn finding<'a>(debrief: &'a Debrief, named: &Named) -> &'a ReportedFinding {
    findings(debrief).into_iter().find(|finding| finding.named == *named).unwrap()
}

fn action<'a>(debrief: &'a Debrief, named: &Named) -> &'a PlanLine {
    debrief.after_action.improvement_plan.iter().find(|line| line.named == *named).unwrap()
}

fn criterion(id: &str) -> Named {
    Named::Criterion(id.into())
}

fn added(id: &str) -> Named {
    Named::Added(id.into())
}

/// One edit of every type.
fn edits_of_every_kind() -> Vec<Edit> {
    let finding = |id: &str| AddedFinding {
        id: id.into(),
        capability: "media".into(),
        observation: "The press office shared one telephone.".to_owned(),
        reference: "Crisis manual, chapter 3".to_owned(),
        analysis: String::new(),
        evidence: vec![Place::Moment(at("T+02:00"))],
    };
    vec![
        Edit::Overview { row: OverviewRow::Sponsor, text: "The board".to_owned() },
        Edit::Overview { row: OverviewRow::Marking, text: "TLP:AMBER".to_owned() },
        Edit::Held { from: "2026-12-03".to_owned(), until: "2026-12-04".to_owned() },
        Edit::Participant {
            who: Attendee::Seat("comms".into()),
            name: "Kim Example".to_owned(),
            organization: "Communications".to_owned(),
            function: "Player".to_owned(),
        },
        Edit::Summary("The first hour decided it.".to_owned()),
        Edit::Finding {
            of: criterion("3.4"),
            part: FindingPart::Analysis,
            text: "Nobody owned the staff note.".to_owned(),
        },
        Edit::Action { of: criterion("3.4"), part: ActionPart::Organization, text: "Human resources".to_owned() },
        Edit::Element { of: criterion("3.4"), element: Some(Element::Organization) },
        Edit::Term { of: criterion("3.4"), start: "2027-01-04".to_owned(), completion: "2027-02-26".to_owned() },
        Edit::AddStrength(finding("one-voice")),
        Edit::AddImprovement(finding("one-phone")),
        Edit::AddAction(AddedAction {
            id: "second-phone".into(),
            capability: "media".into(),
            issue: "One telephone".to_owned(),
            action: "Buy a second one.".to_owned(),
        }),
        Edit::Term { of: added("second-phone"), start: String::new(), completion: "2027-01-15".to_owned() },
        Edit::Strike { what: Line::Finding(criterion("5.2")), reason: "nobody was to answer posts".to_owned() },
        Edit::Strike { what: Line::Finding(added("one-voice")), reason: "it was two".to_owned() },
        Edit::Restore(Line::Finding(added("one-voice"))),
        Edit::Annotate { on: Place::Moment(at("T+02:00")), text: "A long silence in the room.".to_owned() },
        Edit::Final,
        Edit::Draft,
    ]
}

fn edited(mut session: Session) -> Session {
    for edit in edits_of_every_kind() {
        session.edit(by("Ada"), edit).unwrap();
    }
    session
}

#[test]
fn edits_leave_world_score_and_generated_texts_unchanged() {
    let mut session = played("hasty", 1);
    let fingerprint = session.fingerprint();
    let (card, before) = score_and_debrief(&mut session);
    let mut session = edited(session);
    let (again, after) = score_and_debrief(&mut session);
    assert_eq!(session.fingerprint(), fingerprint);
    assert_eq!(card, again);
    assert_eq!(
        (before.summary, before.findings, before.improvement),
        (after.summary, after.findings, after.improvement)
    );
    assert_eq!(before.knowledge, after.knowledge);
    let (before, after) = (before.after_action, after.after_action);
    let rows = |report: &AfterAction| {
        let rows = report.capabilities.iter();
        rows.map(|row| (row.title.clone(), row.rating, row.points, row.tasks.clone())).collect::<Vec<_>>()
    };
    assert_eq!(rows(&before), rows(&after));
    for (one, other) in before.overview.iter().zip(&after.overview) {
        assert_eq!(one.text.automatic, other.text.automatic);
    }
    let all = |rows: &[CapabilityAnalysis]| {
        let found = rows.iter().flat_map(|row| row.strengths.iter().chain(&row.areas));
        let kept = found.filter(|finding| finding.added.is_none());
        kept.map(|finding| {
            let texts = [&finding.observation, &finding.reference, &finding.analysis];
            (finding.named.clone(), texts.map(|text| text.automatic.clone()), finding.proof.clone())
        })
        .collect::<Vec<_>>()
    };
    assert!(all(&before.capabilities).len() > 10 && !before.overview.is_empty());
    assert_eq!(before.overview.len(), after.overview.len());
    assert_eq!(all(&before.capabilities), all(&after.capabilities));
}

#[test]
fn the_last_edit_of_a_field_applies_and_an_empty_edit_reverts_it() {
    let mut session = played("hasty", 1);
    let before = score_and_debrief(&mut session).1;
    let automatic = finding(&before, &criterion("3.4")).analysis.automatic.clone();
    let analysis =
        |text: &str| Edit::Finding { of: criterion("3.4"), part: FindingPart::Analysis, text: text.to_owned() };
    session.edit(by("Ada"), analysis("One.")).unwrap();
    session.edit(by("Ben"), analysis("Two.")).unwrap();
    let two = score_and_debrief(&mut session).1;
    let text = &finding(&two, &criterion("3.4")).analysis;
    assert_eq!((text.text(), &text.automatic), ("Two.", &automatic));
    let stamp = &text.edit.as_ref().unwrap().stamp;
    assert_eq!(stamp.by, "Ben");
    assert!(matches!(&session.entries()[stamp.entry as usize], Entry::Edit { edit, .. } if *edit == analysis("Two.")));
    let edits = session.entries().iter().filter(|entry| matches!(entry, Entry::Edit { .. })).count();
    assert_eq!(edits, 2, "the earlier edit must stay in the log");
    session.edit(by("Ada"), analysis("")).unwrap();
    let back = score_and_debrief(&mut session).1;
    assert_eq!(finding(&back, &criterion("3.4")).analysis.edit, None);
    assert_eq!(finding(&back, &criterion("3.4")).analysis.text(), automatic);
}

#[test]
fn a_struck_finding_stays_visible_with_its_reason_and_strikes_its_action() {
    let mut session = played("hasty", 1);
    let named = score_and_debrief(&mut session).1.after_action.improvement_plan[0].named.clone();
    let strike = Edit::Strike { what: Line::Finding(named.clone()), reason: "it was agreed beforehand".to_owned() };
    session.edit(by("Ada"), strike).unwrap();
    let (_, struck) = score_and_debrief(&mut session);
    assert!(finding(&struck, &named).struck.as_ref().unwrap().reason.contains("agreed beforehand"));
    assert!(action(&struck, &named).struck.is_some());
    for format in [Format::Html, Format::Markdown] {
        let document = text(&struck, format);
        assert!(document.contains("deleted by Ada") && document.contains("agreed beforehand"));
    }
    session.edit(by("Ben"), Edit::Restore(Line::Finding(named.clone()))).unwrap();
    let (_, restored) = score_and_debrief(&mut session);
    assert_eq!(finding(&restored, &named).struck, None);
    assert_eq!(action(&restored, &named).struck, None);
}

#[test]
fn added_findings_have_evidence_and_can_be_edited_and_struck() {
    let mut session = edited(played("hasty", 1));
    let (_, debrief) = score_and_debrief(&mut session);
    let phone = finding(&debrief, &added("one-phone"));
    assert_eq!(phone.added.as_ref().unwrap().by, "Ada");
    assert!(phone.proof.iter().any(|item| item.at == Some(at("T+02:00"))));
    assert!(phone.proof.iter().any(|item| item.entry.is_some()));
    let buy = action(&debrief, &added("second-phone"));
    assert_eq!((buy.completion.text(), buy.capability.as_str()), ("2027-01-15", "Media relations"));
    let numbers: Vec<&str> = findings(&debrief).iter().map(|finding| finding.number.as_str()).collect();
    let mut distinct = numbers.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), numbers.len(), "finding numbers must be unique");
}

#[test]
fn a_report_is_a_draft_until_it_is_declared_final() {
    let mut session = played("hasty", 1);
    assert!(!score_and_debrief(&mut session).1.after_action.status.is_final());
    session.edit(by("Ada"), Edit::Final).unwrap();
    session.edit(by("Ben"), Edit::Summary("It was close.".to_owned())).unwrap();
    let (_, debrief) = score_and_debrief(&mut session);
    assert_eq!(debrief.after_action.status.edits_since, 1);
    let page = text(&debrief, Format::Html);
    assert!(
        page.contains("Final") && page.contains("1 edit since"),
        "the page must mention the edit after finalization"
    );
    assert!(page.contains("It was close."));
    session.edit(by("Ben"), Edit::Draft).unwrap();
    assert!(!score_and_debrief(&mut session).1.after_action.status.is_final());
}

#[test]
fn edits_are_saved_verified_and_reproduced_from_a_decisions_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drill");
    let file = DrillFile::create(&path).unwrap();
    let mut session = Session::begin(scenario(SKIMMER), Seed(3), Mode::Headless, Box::new(file)).unwrap();
    session.advance_to(at("T+03:00")).unwrap();
    let note = u32::try_from(session.entries().len()).unwrap();
    session.note(Author::Facilitator, "a silence".to_owned()).unwrap();
    session.advance_to(at("T+04:00")).unwrap();
    let remark = Edit::Annotate { on: Place::Entry(note, at("T+03:00")), text: "of four minutes".to_owned() };
    session.edit(by("Ada"), remark).unwrap();
    let mut session = edited(session);
    session.checkpoint().unwrap();
    let (_, debrief) = score_and_debrief(&mut session);
    drop(session);
    let text = std::fs::read_to_string(&path).unwrap();
    let recorded = Recorded::parse(&text).unwrap();
    let replayed = replay(&recorded).unwrap();
    assert_eq!(replayed.unproven_count, 0);
    let mut again = replayed.session;
    assert_eq!(score_and_debrief(&mut again).1.after_action, debrief.after_action);
    let altered = text.replacen("The board", "The bored", 1);
    assert!(replay(&Recorded::parse(&altered).unwrap()).is_err(), "the next checkpoint must reveal an altered edit");
    let entries = script::parse(&script::cut(again.entries())).unwrap();
    let mut played = new_session(3);
    script::play(&mut played, &entries, again.now(), &mut |entry, refused| panic!("{entry:?}: {refused}")).unwrap();
    assert_eq!(score_and_debrief(&mut played).1.after_action, debrief.after_action);
}

fn new_session(seed: u64) -> Session {
    session(SKIMMER, seed)
}

#[test]
fn invalid_edits_are_rejected_with_a_reason_and_change_nothing() {
    let mut session = edited(played("hasty", 1));
    let count = session.entries().len();
    let long = "x".repeat(9000);
    let finding = |capability: &str, observation: &str, evidence: Vec<Place>| {
        Edit::AddStrength(AddedFinding {
            id: "new-one".into(),
            capability: capability.into(),
            observation: observation.to_owned(),
            reference: String::new(),
            analysis: String::new(),
            evidence,
        })
    };
    let term = |start: &str, completion: &str| Edit::Term {
        of: criterion("3.4"),
        start: start.to_owned(),
        completion: completion.to_owned(),
    };
    let checkpoint = session.entries().iter().position(|entry| matches!(entry, Entry::Checkpoint(_))).unwrap();
    let checkpoint = Place::Entry(u32::try_from(checkpoint).unwrap(), session.entries()[checkpoint].at());
    let wrong: [(Edit, &str); 17] = [
        (Edit::Finding { of: criterion("9.9"), part: FindingPart::Reference, text: "x".into() }, "no criterion `9.9`"),
        (Edit::Finding { of: added("nobody"), part: FindingPart::Reference, text: "x".into() }, "no finding `nobody`"),
        (Edit::Action { of: added("one-phone"), part: ActionPart::Issue, text: "x".into() }, "no corrective action"),
        (
            Edit::AddAction(AddedAction {
                id: "second-phone".into(),
                capability: "media".into(),
                issue: "a".into(),
                action: "b".into(),
            }),
            "already been added",
        ),
        (
            Edit::AddAction(AddedAction {
                id: "Big One".into(),
                capability: "media".into(),
                issue: "a".into(),
                action: "b".into(),
            }),
            "invalid id `Big One`",
        ),
        (finding("no-such", "x", Vec::new()), "unknown core capability `no-such`"),
        (finding("media", " ", Vec::new()), "must state the observation"),
        (finding("media", "x", vec![Place::Entry(99_999, at("T+01:00"))]), "no entry 99999"),
        (finding("media", "x", vec![Place::Entry(0, at("T+71:00"))]), "not T+71:00"),
        (finding("media", "x", vec![checkpoint]), "is a checkpoint"),
        (term("2027-03-01", "2027-02-01"), "is before the start date"),
        (term("soon", ""), "`soon` is not a date"),
        (Edit::Held { from: "2027-02-30".into(), until: String::new() }, "not a date"),
        (Edit::Strike { what: Line::Finding(criterion("3.4")), reason: " ".into() }, "needs a reason"),
        (Edit::Overview { row: OverviewRow::Marking, text: "TLP:PURPLE".into() }, "TLP:GREEN"),
        (
            Edit::Participant {
                who: Attendee::Seat("nobody".into()),
                name: "x".into(),
                organization: String::new(),
                function: String::new(),
            },
            "unknown role `nobody`",
        ),
        (Edit::Summary(long), "must not exceed 8000 bytes"),
    ];
    for (edit, said) in wrong {
        let refused = session.edit(by("Ada"), edit.clone()).unwrap_err();
        assert!(matches!(&refused, RecordError::Unusable(why) if why.contains(said)), "{edit:?}: {refused}");
    }
    assert_eq!(session.entries().len(), count);
}

#[test]
fn the_report_covers_every_objective_and_criterion_and_each_finding_once() {
    for slug in ["black_friday_skimmer", "credential_storm", "first_hour", "the_researcher"] {
        let mut session = played_in(slug, "hasty", 1);
        let (_, debrief) = score_and_debrief(&mut session);
        let rows = &debrief.after_action.capabilities;
        let shown: Vec<&str> = rows.iter().flat_map(|row| &row.tasks).map(|task| task.criterion.as_str()).collect();
        for (_, criterion) in session.scenario().playbook.criteria() {
            let count = shown.iter().filter(|id| **id == criterion.id.as_str()).count();
            assert_eq!(count, 1, "{slug}: {}", criterion.id);
        }
        for objective in &session.scenario().objectives {
            let judged = rows.iter().any(|row| row.objective.as_ref().is_some_and(|of| of.id == objective.id));
            assert!(judged, "{slug}: {}", objective.id);
        }
        let named: Vec<&Named> = findings(&debrief).iter().map(|finding| &finding.named).collect();
        assert!(named.iter().enumerate().all(|(place, named_)| !named[..place].contains(named_)), "{slug}");
        assert!(named.len() > 10, "{slug}: {}", named.len());
        assert!(findings(&debrief).iter().all(|finding| finding.proof.iter().count() > 0));
    }
}

#[test]
fn every_area_for_improvement_states_its_causes_with_evidence() {
    for autopilot in ["silent", "hasty", "playbook", "spammer", "stonewall"] {
        let mut session = played(autopilot, 1);
        let (_, debrief) = score_and_debrief(&mut session);
        let areas: Vec<_> = debrief.after_action.capabilities.iter().flat_map(|row| &row.areas).collect();
        assert!(!areas.is_empty(), "{autopilot}: no areas for improvement");
        for area in areas {
            assert!(!area.causes.is_empty(), "{autopilot}: {:?}", area.named);
            assert_eq!(area.analysis.edit, None);
            for cause in &area.causes {
                assert!(!cause.text.trim().is_empty() && !cause.text.contains("  "), "{autopilot}: {cause:?}");
                assert!(!cause.text.contains("never: "), "{autopilot}: {cause:?}");
                assert!(!cause.evidence.is_empty(), "{autopilot}: {cause:?}");
            }
        }
    }
}

#[test]
fn a_false_claim_is_cited_as_the_cause_with_its_entry() {
    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:10")).unwrap();
    let words = Content::Statement(statement(&[("discovery", "routine-check"), ("data", "cards")]));
    session.decide(decision(&scenario, "T+00:10", "holding-statement", words)).unwrap();
    session.advance_to(at("T+05:00")).unwrap();
    session.control(goldenhour_core::decision::Control::End).unwrap();
    let entry = session.decisions().next().unwrap().0;
    let (_, debrief) = score_and_debrief(&mut session);
    let sound = finding(&debrief, &criterion("4.3"));
    let cause = |kind| sound.causes.iter().find(|cause| cause.kind == kind).unwrap();
    let wrong = cause(CauseKind::ContradictedLater);
    assert!(wrong.text.contains("routine check") && wrong.evidence[0].entry == Some(entry), "{wrong:?}");
    let early = cause(CauseKind::SaidBeforeKnown);
    assert!(early.text.contains("never confirmed") || early.text.contains("confirmed only"), "{early:?}");
    let data = debrief.knowledge.iter().find(|fact| fact.title == "Were card details copied?").unwrap();
    let said = data.said.unwrap();
    assert!(said.entry == entry && !said.was_confirmed, "{data:?}");
}

#[test]
fn facts_are_suspected_before_they_are_confirmed_or_known() {
    let mut session = played("playbook", 1);
    let (_, debrief) = score_and_debrief(&mut session);
    assert_eq!(debrief.knowledge.len(), session.scenario().facts.len());
    assert!(debrief.knowledge.iter().any(|fact| fact.confirmed.is_some() && !fact.known_by.is_empty()));
    for fact in &debrief.knowledge {
        let (suspected, confirmed) = (fact.suspected.map(|it| it.at), fact.confirmed.map(|it| it.at));
        if let Some(confirmed) = confirmed {
            assert!(suspected.expect("a confirmed fact must have been suspected first") <= confirmed, "{fact:?}");
        }
        for knower in &fact.known_by {
            assert!(knower.since >= suspected.expect("a known fact must have been suspected first"), "{fact:?}");
        }
    }
}

#[test]
fn an_evaluators_mark_of_an_objective_leaves_capability_ratings_unchanged() {
    let mut session = played("hasty", 1);
    let objective = session.scenario().objectives[0].id.clone();
    let give = |mark: u8| Mark::Rating {
        of: Subject::Objective(objective.clone()),
        mark: Grade::try_from(mark).unwrap(),
        reason: "as seen from the back".to_owned(),
    };
    let before = score_and_debrief(&mut session).1.after_action.capabilities[0].rating;
    session.mark(by("Ada"), give(4)).unwrap();
    session.mark(by("Ben"), give(2)).unwrap();
    session.mark(by("Ada"), give(3)).unwrap();
    let (_, debrief) = score_and_debrief(&mut session);
    let row = &debrief.after_action.capabilities[0];
    let marks = &row.objective.as_ref().unwrap().marks;
    let names: Vec<(&str, &str)> = marks.iter().map(|mark| (mark.by.as_str(), mark.rating.letter())).collect();
    assert_eq!(names, [("Ben", "M"), ("Ada", "S")], "lowest mark first, and only each evaluator's latest");
    assert_eq!(row.rating, before);
}

/// Returns the scenario with a playbook in the form used before capabilities existed.
fn with_old_playbook() -> Scenario {
    let scenario = scenario(SKIMMER);
    let (_, playbook) = scenario.bundle().iter().find(|(path, _)| *path == "playbook.ron").unwrap();
    let start = playbook.find("    capabilities: [").unwrap();
    let end = playbook.find("    steps: [").unwrap();
    let mut old = format!("{}{}", &playbook[..start], &playbook[end..]).replacen("    roll_up: Points,\n", "", 1);
    let kept: Vec<&str> = old
        .lines()
        .filter(|line| !["reference:", "element:"].iter().any(|field| line.trim_start().starts_with(field)))
        .collect();
    old = kept.join("\n");
    let mut bundle = scenario.bundle().clone();
    bundle.insert("playbook.ron", old.into());
    load(&bundle).unwrap().output
}

#[test]
fn a_playbook_without_capabilities_is_reported_by_its_objectives() {
    let old = with_old_playbook();
    let names: Vec<String> = old.capabilities().into_iter().map(|capability| capability.title).collect();
    assert_eq!(names[0], "Incident control");
    assert_eq!(names.len(), old.objectives.len());
    let mut session =
        Session::begin(old.into(), Seed(1), Mode::Headless, Box::new(goldenhour_core::session::log::Unkept)).unwrap();
    session.advance_to(at("T+02:00")).unwrap();
    let (_, debrief) = score_and_debrief(&mut session);
    let named: Vec<&Named> = findings(&debrief).iter().map(|finding| &finding.named).collect();
    assert!(named.len() > 10 && !debrief.after_action.improvement_plan.is_empty(), "{named:?}");
    assert!(named.iter().enumerate().all(|(place, finding)| !named[..place].contains(finding)));
    assert!(debrief.after_action.improvement_plan.iter().all(|line| line.element.is_blank()));
    assert!(text(&debrief, Format::Html).contains("Incident control"));
}

/// Exports a debrief and returns the text of its main document.
fn text(debrief: &Debrief, format: Format) -> String {
    let documents = export(debrief, format).unwrap();
    String::from_utf8(documents[0].bytes.clone()).unwrap()
}

#[test]
fn the_json_document_matches_its_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../docs/debrief.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let written = |debrief: &Debrief| -> Value {
        let document = export(debrief, Format::Json).unwrap().remove(0);
        serde_json::from_slice(&document.bytes).unwrap()
    };
    let mut by_the_book = played("playbook", 1);
    let mut session = played_in("first_hour", "hasty", 1);
    let (_, ends) = ensemble::score_between(&mut session);
    let mut looked_into = Investigation::open(Recording::of(&session), COHORT);
    looked_into.refine(0, 2, &Unseen).unwrap();
    looked_into.pair(&Unseen).unwrap();
    let mut documents = vec![
        written(&score_and_debrief(&mut by_the_book).1),
        written(&score_and_debrief(&mut edited(played("hasty", 1))).1),
        written(&score_and_debrief(&mut session).1.with_ends(&ends).with_counterfactual(looked_into.report())),
    ];
    for document in &documents {
        let faults: Vec<String> =
            validator.iter_errors(document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    // The schema must also reject documents with a wrong type or an unknown property.
    let mut wrong = documents.pop().unwrap();
    wrong["until"] = "T+05:00".into();
    wrong["story"]["surprise"] = true.into();
    assert_eq!(validator.iter_errors(&wrong).count(), 2);
}
