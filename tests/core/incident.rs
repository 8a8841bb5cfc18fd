//! Behavior of other parties: extortion, authorities, alternative injects, who knows what, questions from outlets,
//! contractual partners, police orders, approvals, and errors caused by fatigue.

use std::sync::Arc;

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::scenario::source::{BuiltIn, Bundle, Files};
use goldenhour_core::scenario::{Metric, Scenario, load};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Mode, Session};
use goldenhour_core::simulation::{ClockState, InquiryView, Seed, WorkStage};
use goldenhour_core::statement::{Claim, Says, Soundness, Statement};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::{EventKind, StoryKind};

use crate::support::{at, decision, statement};

/// Builds a scenario that borrows its cast, with extra fields, threat settings and injects.
fn incident(more: &str, threat: &str, injects: &str) -> Arc<Scenario> {
    loaded(&files(more, threat, injects))
}

fn loaded(bundle: &Bundle) -> Arc<Scenario> {
    Arc::new(load(bundle).unwrap_or_else(|errors| panic!("{errors}")).output)
}

fn files(more: &str, threat: &str, injects: &str) -> Bundle {
    let scenario = format!(
        r#"(
            format: 1, id: "small", title: "A small breach", summary: "A table was copied.", kind: "Copy",
            language: "en", difficulty: 2, starts: "2026-03-02T09:00", length: "96h", currency: "EUR",
            playbook: "retail_breach", cast: "general",
            organization: (
                name: "Brook", business: "shoes", staff: 200, listed: false, revenue_per_day: 90000,
                call_center_agents: 12, calls_per_agent_hour: 8, goodwill: 0.6,
            ),
            customers: (population: 500, represents: 400000),
            threat: (
                cluster: Accidental, preventability: 0.4, sensitivity: 0.5, severity: 0.5, visible: 0.0,
                streams: [(id: "table", title: "Table", records_before: 100000, records_per_hour: 0)], {threat}
            ),
            {more}
        )"#
    );
    let mut bundle = Bundle::default();
    bundle.insert("scenario.ron", scenario.into());
    if !injects.is_empty() {
        bundle.insert("msel.ron", format!("(format: 1, injects: [{injects}])").into());
    }
    bundle
}

fn inject(id: &str, trigger: &str, effects: &str, rest: &str) -> String {
    format!(
        r#"(id: "{id}", kind: Contextual, trigger: {trigger}, medium: News, from: "x", to: "press", title: "{id}", body: "b", effects: [{effects}], {rest}),"#
    )
}

fn begin(scenario: &Arc<Scenario>, seed: u64) -> Session {
    Session::begin(scenario.clone(), Seed(seed), Mode::Headless, Box::new(Unkept)).unwrap()
}

fn decide(session: &mut Session, time: &str, action: &str, content: Content) {
    session.advance_to(at(time)).unwrap();
    let scenario = session.scenario().clone();
    let by: Decision = decision(&scenario, time, action, content);
    session.decide(by).unwrap();
}

/// Returns when a matching event first happened.
fn first(session: &Session, wanted: impl Fn(&EventKind) -> bool) -> Option<SimTime> {
    session.timeline().first(wanted).map(|event| event.at)
}

fn proof(what: &EventKind) -> bool {
    matches!(what, EventKind::ProofPosted { .. })
}

fn dump(what: &EventKind) -> bool {
    matches!(what, EventKind::Dumped { .. })
}

const DEMAND: &str =
    r#"extortion: (demand: 50000, from: "T+02:00", countdown: "48h", proof_records: 100, dump_records: 150000),"#;

#[test]
fn an_unanswered_demand_leads_to_proof_and_then_to_a_dump() {
    let mut session = begin(&incident("", DEMAND, ""), 1);
    session.advance_to(at("T+60:00")).unwrap();
    let contact = first(&session, |what| matches!(what, EventKind::Extorted { .. })).unwrap();
    let (proven, dumped) = (first(&session, proof).unwrap(), first(&session, dump).unwrap());
    assert_eq!([proven.since(contact).minutes(), dumped.since(contact).minutes()], [24 * 60, 48 * 60]);
    assert_eq!(session.timeline().series.last(Metric::Records), 150_000.0);
}

#[test]
fn refusing_a_demand_brings_the_proof_forward() {
    let mut session = begin(&incident("", DEMAND, ""), 1);
    decide(&mut session, "T+00:00", "call-team", Content::Nothing);
    decide(&mut session, "T+03:00", "refuse-ransom", Content::Nothing);
    session.advance_to(at("T+30:00")).unwrap();
    let refused = first(&session, |what| *what == EventKind::RansomRefused).unwrap();
    let proven = first(&session, proof).unwrap();
    assert!(proven > refused && proven.since(refused).minutes() < 21 * 60, "{proven}");
}

#[test]
fn paying_sometimes_averts_the_dump_and_always_costs_money() {
    let mut averted = 0;
    for seed in 0..12 {
        let mut session = begin(&incident("", DEMAND, ""), seed);
        decide(&mut session, "T+00:00", "call-team", Content::Nothing);
        decide(&mut session, "T+03:00", "pay-ransom", Content::Nothing);
        session.advance_to(at("T+60:00")).unwrap();
        averted += u32::from(first(&session, dump).is_none());
        assert!(session.timeline().series.last(Metric::Costs) >= 50_000.0);
    }
    assert!((1..12).contains(&averted), "{averted} of 12");
}

#[test]
fn a_public_scope_can_raise_the_number_of_lost_records_but_not_lower_it() {
    let injects = inject("grows", r#"At("T+01:00")"#, "Scope(250000)", "")
        + &inject("shrinks", r#"At("T+02:00")"#, "Scope(5000), Dump(10)", "");
    let mut session = begin(&incident("", "", &injects), 1);
    session.advance_to(at("T+03:00")).unwrap();
    let records: Vec<f64> = session.timeline().series.values(Metric::Records).collect();
    assert!(records.is_sorted());
    assert_eq!(*records.last().unwrap(), 250_000.0);
    assert_eq!(session.ground_truth().public_records, Some(250_000));
}

#[test]
fn only_the_first_due_alternative_is_sent() {
    let alternative = r#"alternative: "one""#;
    let injects = inject("late", r#"At("T+02:00")"#, "", alternative)
        + &inject("early", r#"At("T+01:00")"#, "", alternative)
        + &inject("other", r#"At("T+02:00")"#, "", "");
    let mut session = begin(&incident("", "", &injects), 1);
    session.advance_to(at("T+03:00")).unwrap();
    let sent: Vec<String> = session.situation().inbox.iter().map(|item| item.inject.to_string()).collect();
    assert_eq!(sent, ["early", "other"]);
    assert_eq!(first(&session, |what| matches!(what, EventKind::InjectDropped(_))), Some(at("T+01:00")));
}

#[test]
fn a_delayed_inject_rechecks_its_condition_after_the_delay() {
    let injects = inject("never", r#"After(what: Not(At("T+01:00")), delay: "2h")"#, "", "")
        + &inject("then", r#"After(what: At("T+01:00"), delay: "2h")"#, "", "")
        + &inject("in-hand", "ByHand", "", "");
    let mut session = begin(&incident("", "", &injects), 1);
    session.advance_to(at("T+05:00")).unwrap();
    let sent: Vec<String> = session.situation().inbox.iter().map(|item| item.inject.to_string()).collect();
    assert_eq!(sent, ["then"]);
    let deck: Vec<String> = session.ground_truth().deck.iter().map(|card| card.inject.to_string()).collect();
    assert_eq!(deck, ["in-hand"]);
}

#[test]
fn the_lead_knows_results_first_and_others_after_a_briefing() {
    let mut session = begin(&incident("", "", ""), 1);
    decide(&mut session, "T+00:00", "examine-systems", Content::Nothing);
    session.advance_to(at("T+12:00")).unwrap();
    let situation = session.situation();
    let fact = situation.facts.iter().find(|fact| fact.id.as_str() == "data-class").unwrap();
    let since = |role: &str| fact.known_by.iter().find(|(id, _)| id.as_str() == role).map(|(_, since)| *since);
    let (leader, other) = (since("investigator").unwrap(), since("comms").unwrap());
    assert_eq!(other.since(leader).minutes(), 60);
    assert_eq!(since("counsel"), None);
}

#[test]
fn a_wrong_first_count_is_revised_on_the_record() {
    let injects = inject("count", r#"At("T+01:00")"#, r#"Confirm("scope")"#, "");
    let mut session = begin(&incident("", "", &injects), 1);
    session.advance_to(at("T+02:00")).unwrap();
    let revised = EventKind::BeliefRevised { fact: "scope".into(), believed: 30_000, true_number: 100_000 };
    assert_eq!(first(&session, |what| *what == revised), Some(at("T+01:00")));
}

#[test]
fn speaking_before_a_restraint_ends_defies_the_authority() {
    let order = inject("order", r#"At("T+00:00")"#, r#"Restrain(by: "police", until: "T+02:00")"#, "");
    let word = || Content::Statement(statement(&[("precautions", "specific")]));
    for (time, defied) in [("T+00:30", true), ("T+03:00", false)] {
        let mut session = begin(&incident("", "", &order), 1);
        decide(&mut session, time, "holding-statement", word());
        session.advance_to(at("T+05:00")).unwrap();
        assert!(session.situation().spoken.is_some());
        assert_eq!(first(&session, |what| *what == EventKind::Defied).is_some(), defied, "{time}");
    }
}

#[test]
fn a_clock_for_new_information_needs_a_new_notification() {
    let clock = r#"clocks: [(
        id: "update", title: "Update", recipient: "regulator", kind: NewInformation, starts: Sent("news"), deadline: Within("10h"),
        binding: true, fine: 1000, source: "a law", grade: "M", checked_on: "2026-11-23",
    )],"#;
    let news = inject("news", r#"At("T+05:00")"#, r#"Tell("acquirer")"#, "");
    for (again, met) in [(false, false), (true, true)] {
        let mut session = begin(&incident(clock, "", &news), 1);
        decide(&mut session, "T+00:00", "call-team", Content::Nothing);
        decide(&mut session, "T+02:00", "tell-regulator", Content::Nothing);
        if again {
            decide(&mut session, "T+06:00", "tell-regulator", Content::Nothing);
        }
        session.advance_to(at("T+20:00")).unwrap();
        assert_eq!(
            first(&session, |what| matches!(what, EventKind::ClockMet(_))).is_some(),
            met,
            "second notification: {again}"
        );
    }
}

#[test]
fn people_without_rest_tire_and_work_slower() {
    let takes = |session: &Session| {
        let options = session.situation().options;
        options.iter().find(|option| option.action.as_str() == "examine-data").unwrap().takes.minutes()
    };
    let mut session = begin(&incident("", "", ""), 1);
    let fresh = takes(&session);
    decide(&mut session, "T+00:00", "profile-attacker", Content::Nothing);
    decide(&mut session, "T+00:00", "establish-cause", Content::Nothing);
    session.advance_to(at("T+10:00")).unwrap();
    assert!(takes(&session) > fresh);
}

/// A scenario in which an outlet reveals the breach after an hour and all inquiries come from outlets.
fn exposed(more: &str) -> Arc<Scenario> {
    incident(more, "", &leak())
}

fn leak() -> String {
    inject("leak", r#"At("T+01:00")"#, r#"Suspect("intrusion"), Reveal("broadsheet")"#, "")
}

fn inquiry(session: &Session, id: &goldenhour_core::id::InjectId) -> Option<InquiryView> {
    session.situation().inbox.iter().find(|item| item.inject == *id)?.inquiry
}

#[test]
fn outlets_ask_each_question_once_and_report_missing_answers() {
    let mut asked = 0;
    for seed in 0..6 {
        let mut session = begin(&exposed(""), seed);
        session.advance_to(at("T+60:00")).unwrap();
        let timeline = session.timeline();
        asked += timeline.questions.len();
        assert!(timeline.questions.len() <= 5);
        for question in &timeline.questions {
            let same = timeline.questions.iter().filter(|other| other.id == question.id || other.body == question.body);
            assert_eq!(same.count(), 1, "{question:?}");
            assert!(question.due > question.at && !question.body.contains('{'), "{question:?}");
            let silent = EventKind::InquiryExpired(question.id.clone());
            let expired = first(&session, |what| *what == silent).unwrap();
            assert_eq!(expired.since(question.due).minutes(), 1);
            let mut stories = timeline.stories.iter();
            assert!(stories.any(|story| story.kind == StoryKind::NoComment
                && story.outlet == question.outlet
                && story.at == expired));
            assert_eq!(inquiry(&session, &question.id), Some(InquiryView::Expired));
        }
    }
    assert!(asked >= 6, "{asked} questions over six seeds");
}

#[test]
fn outlets_ask_nothing_when_questions_are_off_or_unanswerable() {
    let mut mute = files("", "", &leak());
    let action = r#"(id: "wait", title: "Wait", text: "Nothing.", step: "team", role: "comms", takes: "1h")"#;
    mute.insert("actions.ron", format!("(format: 1, actions: [{action}])").into());
    for scenario in [exposed("questions: 0,"), loaded(&mute)] {
        for seed in 0..4 {
            let mut session = begin(&scenario, seed);
            session.advance_to(at("T+40:00")).unwrap();
            assert!(session.timeline().stories.len() > 1);
            assert_eq!(session.timeline().questions, []);
        }
    }
}

/// Plays until an outlet's question about `wanted` is open with at least an hour left; returns its id.
fn wait_for_question(session: &mut Session, wanted: &str) -> Option<goldenhour_core::id::InjectId> {
    for minute in (60..40 * 60).step_by(5) {
        session.advance_to(SimTime::from_minutes(minute)).unwrap();
        let now = session.now();
        let in_time = |due: SimTime| due.since(now).minutes() >= 60;
        let questions = &session.timeline().questions;
        if let Some(found) = questions.iter().find(|asked| in_time(asked.due) && asked.id.as_str().ends_with(wanted)) {
            return Some(found.id.clone());
        }
    }
    None
}

#[test]
fn an_answer_to_an_outlet_counts_like_any_other() {
    let world = |seed| {
        let mut session = begin(&exposed(""), seed);
        decide(&mut session, "T+00:00", "call-team", Content::Nothing);
        let id = wait_for_question(&mut session, "")?;
        Some((session, id))
    };
    let (mut session, id) = (0..20).find_map(world).unwrap();
    let now = session.now().to_string();
    let reply = statement(&[("precautions", "specific")]);
    decide(&mut session, &now, "answer-inquiry", Content::Reply { inquiry: id.clone(), statement: reply });
    session.advance_to(session.now() + goldenhour_core::time::SimDuration::from_minutes(50)).unwrap();
    let answered = first(&session, |what| *what == EventKind::InquiryAnswered(id.clone())).unwrap();
    assert_eq!(inquiry(&session, &id), Some(InquiryView::Answered(answered)));
    session.advance_to(at("T+60:00")).unwrap();
    assert_eq!(first(&session, |what| *what == EventKind::InquiryExpired(id.clone())), None);
    let card = goldenhour_core::ensemble::score(&mut session);
    let criteria = card.playbook.steps.iter().flat_map(|step| &step.criteria);
    let evidence: Vec<String> =
        criteria.flat_map(|criterion| &criterion.evidence).map(|item| item.text.clone()).collect();
    assert!(evidence.iter().any(|text| text.starts_with("answered after")), "{evidence:?}");
}

#[test]
fn a_published_detail_answers_the_outlet_that_asked_about_it() {
    let mut seen = 0;
    for seed in 0..30 {
        let mut session = begin(&exposed("questions: 20,"), seed);
        decide(&mut session, "T+00:00", "call-team", Content::Nothing);
        let Some(id) = wait_for_question(&mut session, ":precautions") else { continue };
        seen += 1;
        let now = session.now().to_string();
        decide(&mut session, &now, "holding-statement", Content::Statement(statement(&[("precautions", "specific")])));
        session.advance_to(at("T+60:00")).unwrap();
        let answered = first(&session, |what| *what == EventKind::InquiryAnswered(id.clone()));
        assert_eq!(answered, Some(session.timeline().publications[0].at), "seed {seed}");
    }
    assert!(seen > 0);
}

/// Plays a world with contractual partners, told at a given time or never, in which the breach may become public.
fn contracts(tell: Option<(&str, &[&str])>, public: bool, more: &str, threat: &str) -> Session {
    let reveal = if public { inject("leak", r#"At("T+05:00")"#, r#"Reveal("broadsheet")"#, "") } else { String::new() };
    let injects = inject("alert", r#"At("T+00:00")"#, r#"Suspect("intrusion")"#, "") + &reveal;
    let mut bundle = files(more, threat, &injects);
    let model = BuiltIn::Assets.read("model/default.ron").unwrap();
    let still = model.replace(
        "leak_per_person_hour: (value: 0.0012, range: (0.0005",
        "leak_per_person_hour: (value: 0.0, range: (0.0",
    );
    assert_ne!(still, *model);
    bundle.insert("model.ron", still.into());
    let mut session = begin(&loaded(&bundle), 1);
    decide(&mut session, "T+00:00", "call-team", Content::Nothing);
    if let Some((time, actions)) = tell {
        for action in actions {
            decide(&mut session, time, action, Content::Nothing);
        }
    }
    session.advance_to(at("T+80:00")).unwrap();
    session
}

/// Returns the sums demanded by card brands and acquirers, and whether they demanded an investigator.
fn demands(session: &Session) -> (Vec<f64>, bool) {
    let amount = |what: &EventKind| match what {
        EventKind::Assessed { amount, .. } => Some(*amount),
        _ => None,
    };
    let sums = session.timeline().events.iter().filter_map(|event| amount(&event.what)).collect();
    (sums, first(session, |what| matches!(what, EventKind::InvestigatorDemanded(_))).is_some())
}

#[test]
fn card_brand_fines_depend_on_whether_and_when_they_are_told() {
    let told = &["tell-acquirer", "tell-card-brand"][..];
    let cards = "cards: true,";
    assert_eq!(demands(&contracts(Some(("T+02:00", told)), true, "", cards)), (vec![], false));
    assert_eq!(demands(&contracts(Some(("T+40:00", told)), false, "", cards)), (vec![11_250.0; 2], false));
    let silent = contracts(None, true, "", cards);
    assert_eq!(demands(&silent), (vec![22_500.0; 2], true));
    let because = first(&silent, |what| matches!(what, EventKind::InvestigatorDemanded(_)));
    assert_eq!(because, Some(at("T+07:00")), "two hours after the story");
    assert_eq!(
        demands(&contracts(None, true, "", "")),
        (vec![], false),
        "card brands demand nothing when no cards are affected"
    );
    assert!(silent.timeline().series.last(Metric::Costs) >= 54_000.0);
}

#[test]
fn late_notice_to_the_insurer_loses_cover_unless_a_clock_prices_it() {
    let lost = |session: &Session| first(session, |what| matches!(what, EventKind::CoverLost { .. })).is_some();
    let clock = r#"clocks: [(
        id: "cover", title: "Notice", recipient: "insurer", kind: Suspicion, starts: Suspected("intrusion"), deadline: Within("48h"),
        binding: false, fine: 70000, source: "the policy", grade: "M", checked_on: "2026-11-23",
    )],"#;
    let told = &["tell-insurer"][..];
    let early = contracts(Some(("T+10:00", told)), false, "", "");
    let late = contracts(Some(("T+60:00", told)), false, "", "");
    assert_eq!([lost(&early), lost(&late)], [false, true]);
    assert!(!lost(&contracts(Some(("T+60:00", told)), false, clock, "")));
    assert!(lost(&contracts(None, true, "", "")), "learning from the press counts as late");
}

#[test]
fn a_partner_that_learns_from_the_press_distances_itself() {
    let distanced = |session: &Session| first(session, |what| matches!(what, EventKind::Distanced(_)));
    assert_eq!(distanced(&contracts(Some(("T+02:00", &["tell-partner"])), true, "", "")), None);
    assert_eq!(distanced(&contracts(None, true, "", "")), Some(at("T+07:00")));
    assert_eq!(distanced(&contracts(None, false, "", "")), None);
}

/// Returns the stage of the work on an action.
fn stage(session: &Session, action: &str) -> Option<WorkStage> {
    let works = session.situation().works;
    works.iter().find(|work| work.action.as_str() == action).map(|work| work.stage.clone())
}

fn load_of(session: &Session, role: &str) -> usize {
    session.situation().roster.iter().find(|seat| seat.role.as_str() == role).unwrap().load
}

fn word() -> Content {
    Content::Statement(statement(&[("precautions", "specific")]))
}

#[test]
fn a_statement_is_drafted_by_one_role_and_approved_by_another() {
    let mut session = begin(&incident("", "", &inject("quiet", r#"At("T+00:00")"#, "", "")), 1);
    decide(&mut session, "T+00:00", "call-team", Content::Nothing);
    decide(&mut session, "T+03:00", "holding-statement", word());
    assert_eq!(stage(&session, "holding-statement"), Some(WorkStage::Drafting));
    assert_eq!([load_of(&session, "comms"), load_of(&session, "counsel")], [1, 0]);
    session.advance_to(at("T+03:26")).unwrap();
    assert_eq!(stage(&session, "holding-statement"), Some(WorkStage::Approving("counsel".into())));
    assert_eq!([load_of(&session, "comms"), load_of(&session, "counsel")], [0, 1]);
    session.advance_to(at("T+03:40")).unwrap();
    let approved = EventKind::Approved { action: "holding-statement".into(), by: "counsel".into() };
    let published = session.timeline().publications[0].at;
    assert_eq!(first(&session, |what| *what == approved), Some(published));
    assert!((30..=32).contains(&published.since(at("T+03:00")).minutes()), "{published}");
}

#[test]
fn a_draft_waits_for_a_busy_approver_and_self_approval_takes_longer() {
    let quiet = incident("", "", &inject("quiet", r#"At("T+00:00")"#, "", ""));
    let mut busy = begin(&quiet, 1);
    decide(&mut busy, "T+00:00", "call-team", Content::Nothing);
    decide(&mut busy, "T+03:00", "tell-regulator", Content::Nothing);
    decide(&mut busy, "T+03:00", "customer-letters", word());
    decide(&mut busy, "T+03:00", "write-to-regulator", word());
    decide(&mut busy, "T+03:00", "holding-statement", word());
    busy.advance_to(at("T+03:40")).unwrap();
    assert_eq!(stage(&busy, "holding-statement"), Some(WorkStage::Waiting("counsel".into())));
    assert_eq!(load_of(&busy, "comms"), 0, "a pending approval must not occupy the author");
    busy.advance_to(at("T+04:30")).unwrap();
    let told = first(&busy, |what| matches!(what, EventKind::StakeholderTold(_))).unwrap();
    let waited = busy.timeline().publications[0].at;
    assert!(waited > told && waited.since(told).minutes() <= 12, "published at {waited}, approver free at {told}");
    let mut alone = begin(&quiet, 1);
    decide(&mut alone, "T+00:00", "holding-statement", word());
    alone.advance_to(at("T+01:00")).unwrap();
    let approved = EventKind::Approved { action: "holding-statement".into(), by: "comms".into() };
    assert_eq!(first(&alone, |what| *what == approved), Some(at("T+00:45")));
}

#[test]
fn the_scenario_names_approvers_and_an_agreed_strategy_saves_time() {
    let quiet = inject("quiet", r#"At("T+00:00")"#, "", "");
    let takes = |session: &Session| {
        let options = session.situation().options;
        options.iter().find(|option| option.action.as_str() == "press-statement").unwrap().takes.minutes()
    };
    let mut session = begin(&incident(r#"approvers: ["investigator", "it"],"#, "", &quiet), 1);
    let before = takes(&session);
    decide(&mut session, "T+00:00", "press-statement", word());
    session.advance_to(at("T+01:30")).unwrap();
    let names = ["investigator", "it"];
    let approved = names.map(|role| EventKind::Approved { action: "press-statement".into(), by: role.into() });
    let times = approved.map(|wanted| first(&session, |what| *what == wanted).unwrap());
    assert!(times[0] < times[1] && times[1] == session.timeline().publications[0].at);
    decide(&mut session, "T+01:30", "set-strategy", Content::Nothing);
    session.advance_to(at("T+10:00")).unwrap();
    assert!(takes(&session) + 4 <= before, "takes {}, {before} before", takes(&session));
}

/// A world in which people tire within an hour (`fast`), or the default one.
fn tiring(fast: bool) -> Arc<Scenario> {
    let mut bundle = files("", "", &inject("quiet", r#"At("T+00:00")"#, "", ""));
    let model = BuiltIn::Assets.read("model/default.ron").unwrap();
    let tired = model.replace("fatigue_hours: (value: 30.0, range: (20.0", "fatigue_hours: (value: 0.5, range: (0.5");
    assert_ne!(tired, *model);
    bundle.insert("model.ron", if fast { tired.into() } else { model });
    loaded(&bundle)
}

#[test]
fn tired_people_redo_work_and_make_slips_and_rested_people_do_not() {
    let count = |fast: bool| {
        let mut errors = [0, 0];
        for seed in 0..16 {
            let mut session = begin(&tiring(fast), seed);
            decide(&mut session, "T+00:00", "profile-attacker", Content::Nothing);
            decide(&mut session, "T+00:00", "press-statement", word());
            session.advance_to(at("T+24:00")).unwrap();
            let events = &session.timeline().events;
            let seen = |wanted: fn(&EventKind) -> bool| events.iter().filter(|event| wanted(&event.what)).count();
            let redone = seen(|what| matches!(what, EventKind::WorkRedone { .. }));
            let slips = seen(|what| matches!(what, EventKind::Slip { .. }));
            assert!(redone <= 1 && slips <= 1, "at most one error per piece of work");
            let caused = |what: &EventKind| matches!(what, EventKind::WorkRedone { .. } | EventKind::Slip { .. });
            assert!(events.iter().filter(|event| caused(&event.what)).all(|event| event.cause.is_some()));
            errors = [errors[0] + redone, errors[1] + slips];
        }
        errors
    };
    assert_eq!(count(false), [0, 0]);
    let errors = count(true);
    assert!(errors.iter().all(|errors| (1..16).contains(errors)), "{errors:?} over sixteen seeds");
}

#[test]
fn stopping_all_data_loss_speeds_up_a_running_investigation() {
    let injects = inject("stop", r#"At("T+02:00")"#, "StopAll", "");
    let mut session = begin(&incident("", "", &injects), 1);
    decide(&mut session, "T+00:00", "examine-systems", Content::Nothing);
    let until = |session: &Session| session.situation().works[0].until;
    let before = until(&session);
    assert!(before > at("T+02:30"), "{before}");
    session.advance_to(at("T+02:10")).unwrap();
    let after = until(&session);
    assert!(after < before && after > at("T+02:10"), "done at {after}, {before} before");
}

#[test]
fn a_police_order_holds_only_clocks_whose_law_allows_it() {
    let clock = |id: &str, deadline: &str, more: &str| {
        format!(
            r#"(id: "{id}", title: "{id}", recipient: "regulator", kind: Discovery, starts: At("T+01:00"), deadline: {deadline},
            binding: true, fine: 1000, source: "a law", grade: "V", checked_on: "2026-11-23", {more}),"#
        )
    };
    let clocks = format!(
        "clocks: [{}{}{}{}],",
        clock("residents", "CalendarDays(30)", "holds_for_police: true"),
        clock("contract", r#"Within("24h")"#, "holds_for_police: true"),
        clock("authority", r#"Within("72h")"#, ""),
        clock("told", r#"Within("12h")"#, "holds_for_police: true"),
    );
    let order =
        |by: &str| inject("order", r#"At("T+03:00")"#, &format!(r#"Restrain(by: "{by}", until: "T+51:00")"#), "");
    let mut session = begin(&incident(&clocks, "", &order("police")), 1);
    session.advance_to(at("T+04:00")).unwrap();
    let state = |session: &Session, id: &str| {
        session.timeline().events.iter().rev().find_map(|event| match &event.what {
            EventKind::ClockHeld { clock, until, due } if clock.as_str() == id => {
                Some(ClockState::Held { until: *until, due: *due })
            }
            EventKind::ClockResumed { clock, due } if clock.as_str() == id => Some(ClockState::Running(*due)),
            _ => None,
        })
    };
    let scenario = session.scenario().clone();
    let day = |id: &str| match state(&session, id) {
        Some(ClockState::Held { due, .. }) => scenario.calendar.at(due).to_string(),
        other => panic!("{id} is {other:?}"),
    };
    // Discovered on 2 March, due on 1 April; two days under the police order move it to 3 April.
    assert_eq!(day("residents"), "2026-04-03T23:59:00");
    assert_eq!(day("contract"), "2026-03-05T10:00:00");
    assert_eq!(state(&session, "authority"), None);
    session.advance_to(at("T+96:00")).unwrap();
    let missed = |id: &str| first(&session, |what| *what == EventKind::ClockOverdue(id.into()));
    assert_eq!(missed("contract"), Some(at("T+73:01")), "25 hours plus 48 under the order");
    assert_eq!(missed("authority"), Some(at("T+73:01")), "this clock is not held");
    assert_eq!(state(&session, "residents"), Some(ClockState::Running(at("T+782:59"))));
    let mut other = begin(&incident(&clocks, "", &order("regulator")), 1);
    other.advance_to(at("T+96:00")).unwrap();
    assert_eq!(
        first(&other, |what| matches!(what, EventKind::ClockHeld { .. })),
        None,
        "only the police can hold clocks"
    );
}

#[test]
fn the_true_number_follows_the_public_scope() {
    let injects = inject("count", r#"At("T+00:00")"#, r#"Confirm("scope")"#, "")
        + &inject("grows", r#"At("T+10:00")"#, "Scope(250000)", "");
    let mut session = begin(&incident("", "", &injects), 1);
    let say = |number: u64| {
        let claims = vec![Claim { topic: "how-many".into(), says: Says::Number(number) }];
        Content::Statement(Statement { claims, ..Statement::default() })
    };
    for (time, number) in [("T+02:00", 100_000), ("T+12:00", 100_000), ("T+14:00", 250_000)] {
        decide(&mut session, time, "holding-statement", say(number));
    }
    session.advance_to(at("T+20:00")).unwrap();
    let said = session.timeline().publications.iter().map(|said| said.claims[0].soundness);
    assert_eq!(said.collect::<Vec<_>>(), [Soundness::TrueAndKnown, Soundness::False, Soundness::TrueAndKnown]);
    let topics = session.situation().topics;
    assert_eq!(topics.iter().find(|topic| topic.id.as_str() == "how-many").unwrap().number, Some(250_000));
    assert_eq!(first(&session, |what| matches!(what, EventKind::NumberRevised { .. })), Some(at("T+10:00")));
}
