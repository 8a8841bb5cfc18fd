//! Laws of what others do: extortion, authorities, alternatives, and who knows what.

use std::sync::Arc;

use goldenhour::decision::{Content, Decision};
use goldenhour::scenario::source::Bundle;
use goldenhour::scenario::{Metric, Scenario, load};
use goldenhour::session::log::Unkept;
use goldenhour::session::{Mode, Session};
use goldenhour::simulation::Seed;
use goldenhour::time::SimTime;
use goldenhour::timeline::Happening;

use crate::support::{at, decision, statement};

/// A scenario that borrows its cast, with more fields, more of the threat, and injects.
fn incident(more: &str, threat: &str, injects: &str) -> Arc<Scenario> {
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
    Arc::new(load(&bundle).unwrap_or_else(|errors| panic!("{errors}")).output)
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

/// When something first happened.
fn first(session: &Session, wanted: impl Fn(&Happening) -> bool) -> Option<SimTime> {
    session.timeline().first(wanted).map(|event| event.at)
}

fn proof(what: &Happening) -> bool {
    matches!(what, Happening::ProofPosted { .. })
}

fn dump(what: &Happening) -> bool {
    matches!(what, Happening::Dumped { .. })
}

const DEMAND: &str =
    r#"extortion: (demand: 50000, from: "T+02:00", countdown: "48h", proof_records: 100, dump_records: 150000),"#;

#[test]
fn an_unanswered_demand_is_proven_and_then_carried_out() {
    let mut session = begin(&incident("", DEMAND, ""), 1);
    session.advance_to(at("T+60:00")).unwrap();
    let contact = first(&session, |what| matches!(what, Happening::Extorted { .. })).unwrap();
    let (proven, dumped) = (first(&session, proof).unwrap(), first(&session, dump).unwrap());
    assert_eq!([proven.since(contact).minutes(), dumped.since(contact).minutes()], [24 * 60, 48 * 60]);
    assert_eq!(session.timeline().series.last(Metric::Records), 150_000.0);
}

#[test]
fn a_refused_demand_is_proven_sooner() {
    let mut session = begin(&incident("", DEMAND, ""), 1);
    decide(&mut session, "T+00:00", "call-team", Content::Nothing);
    decide(&mut session, "T+03:00", "refuse-ransom", Content::Nothing);
    session.advance_to(at("T+30:00")).unwrap();
    let refused = first(&session, |what| *what == Happening::RansomRefused).unwrap();
    let proven = first(&session, proof).unwrap();
    assert!(proven > refused && proven.since(refused).minutes() < 21 * 60, "{proven}");
}

#[test]
fn paying_averts_the_dump_in_some_worlds_and_costs_in_all() {
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
fn a_scope_that_becomes_public_raises_what_has_left_and_a_smaller_one_does_not_lower_it() {
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
fn of_alternatives_only_the_first_that_is_due_is_sent() {
    let alternative = r#"alternative: "one""#;
    let injects = inject("late", r#"At("T+02:00")"#, "", alternative)
        + &inject("early", r#"At("T+01:00")"#, "", alternative)
        + &inject("other", r#"At("T+02:00")"#, "", "");
    let mut session = begin(&incident("", "", &injects), 1);
    session.advance_to(at("T+03:00")).unwrap();
    let sent: Vec<String> = session.situation().inbox.iter().map(|item| item.inject.to_string()).collect();
    assert_eq!(sent, ["early", "other"]);
    assert_eq!(first(&session, |what| matches!(what, Happening::InjectDropped(_))), Some(at("T+01:00")));
}

#[test]
fn a_delayed_inject_asks_again_when_its_delay_is_over() {
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
fn who_leads_the_work_knows_first_and_the_others_after_a_briefing() {
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
fn a_first_count_that_was_wrong_is_revised_on_the_record() {
    let injects = inject("count", r#"At("T+01:00")"#, r#"Confirm("scope")"#, "");
    let mut session = begin(&incident("", "", &injects), 1);
    session.advance_to(at("T+02:00")).unwrap();
    let revised = Happening::BeliefRevised { fact: "scope".into(), believed: 30_000, true_number: 100_000 };
    assert_eq!(first(&session, |what| *what == revised), Some(at("T+01:00")));
}

#[test]
fn speaking_before_the_time_an_authority_named_defies_it() {
    let order = inject("order", r#"At("T+00:00")"#, r#"Restrain(by: "police", until: "T+02:00")"#, "");
    let word = || Content::Statement(statement(&[("precautions", "specific")]));
    for (time, defied) in [("T+00:30", true), ("T+03:00", false)] {
        let mut session = begin(&incident("", "", &order), 1);
        decide(&mut session, time, "holding-statement", word());
        session.advance_to(at("T+05:00")).unwrap();
        assert!(session.situation().spoken.is_some());
        assert_eq!(first(&session, |what| *what == Happening::Defied).is_some(), defied, "{time}");
    }
}

#[test]
fn only_a_new_word_meets_a_clock_for_new_information() {
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
            first(&session, |what| matches!(what, Happening::ClockMet(_))).is_some(),
            met,
            "told again: {again}"
        );
    }
}

#[test]
fn those_who_work_without_rest_tire_and_take_longer() {
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
