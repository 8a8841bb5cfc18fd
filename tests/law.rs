//! Laws of the simulated world that hold whatever people do: cause and effect point the right way, quantities
//! stay in their ranges, nothing that is gone comes back.

use goldenhour::decision::{Content, Decision};
use goldenhour::scenario::{Ask, Metric, Scenario};
use goldenhour::session::Session;
use goldenhour::simulation::Seed;
use goldenhour::statement::{Claim, Says, Statement};
use proptest::prelude::*;

use crate::support::{SKIMMER, at, decision, scenario, session, statement};

/// An honest first word of this scenario: what is known at once, and a contact.
fn honest() -> Statement {
    let session = session(SKIMMER, 1);
    let situation = session.situation();
    let claims = situation.topics.iter().map(|topic| {
        let known =
            topic.claims.iter().find(|claim| claim.known && claim.nature != goldenhour::scenario::ClaimNature::Blames);
        let says = known.map_or(Says::NotKnownYet, |claim| Says::Option(claim.id.clone()));
        Claim { topic: topic.id.clone(), says }
    });
    Statement { claims: claims.collect(), text: "This is what we know.".to_owned(), next_update: None }
}

/// A false reassurance of this scenario.
fn falsehood(scenario: &Scenario) -> Statement {
    let claims: Vec<(&str, &str)> = scenario
        .topics
        .iter()
        .filter_map(|topic| {
            let claim = topic.claims.iter().find(|claim| claim.true_when == goldenhour::scenario::Condition::Never)?;
            Some((topic.id.as_str(), claim.id.as_str()))
        })
        .collect();
    statement(&claims)
}

/// Plays one statement at a time to the end of the third day.
fn with_statement(words: Statement, time: &str) -> Session {
    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    session.advance_to(at(time)).unwrap();
    session.decide(decision(&scenario, time, "holding-statement", Content::Statement(words))).unwrap();
    session.advance_to(scenario.end()).unwrap();
    session
}

fn trust(session: &Session) -> f64 {
    session.timeline().series.last(Metric::Trust)
}

#[test]
fn silence_never_beats_the_holding_statement() {
    let mut silent = session(SKIMMER, 1);
    silent.advance_to(silent.scenario().end()).unwrap();
    let spoken = with_statement(honest(), "T+00:30");
    assert!(trust(&spoken) > trust(&silent), "{} against {}", trust(&spoken), trust(&silent));
}

/// Within the first hours the rhythm of the news day weighs as much as the delay itself, so that the trust at
/// EndEx may differ by a fraction of a point either way; over a day the delay must show.
#[test]
fn a_day_of_delay_costs_trust_and_hours_change_little() {
    const HALF_A_POINT: f64 = 0.005;
    let words = honest();
    let trusts: Vec<f64> =
        ["T+00:10", "T+02:00", "T+08:00", "T+30:00"].map(|time| trust(&with_statement(words.clone(), time))).into();
    assert!(trusts.is_sorted_by(|early, late| late - early < HALF_A_POINT), "{trusts:?}");
    assert!(trusts[0] - trusts[3] > 4.0 * HALF_A_POINT, "{trusts:?}");
}

#[test]
fn a_false_claim_costs_more_than_an_honest_one() {
    let scenario = scenario(SKIMMER);
    let honest = with_statement(honest(), "T+00:30");
    let false_one = with_statement(falsehood(&scenario), "T+00:30");
    let credibility = |session: &Session| session.timeline().series.last(Metric::Credibility);
    assert!(credibility(&false_one) < credibility(&honest));
    assert!(trust(&false_one) < trust(&honest));
}

#[test]
fn being_told_on_costs_credibility() {
    let mut silent = session(SKIMMER, 1);
    silent.advance_to(at("T+24:00")).unwrap();
    let exposed = silent.situation().exposed.expect("the scenario exposes the silent");
    let series = &silent.timeline().series;
    let minute = |minutes: u32| goldenhour::time::SimTime::from_minutes(minutes);
    let before = series.at(Metric::Credibility, minute(exposed.minutes() - 1));
    assert!(series.at(Metric::Credibility, minute(exposed.minutes() + 1)) < before);
}

#[test]
fn stopping_the_script_stops_the_records() {
    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:01")).unwrap();
    let close = Content::Choice("close-shop".into());
    session.decide(decision(&scenario, "T+00:01", "stop-script", close)).unwrap();
    session.advance_to(at("T+02:00")).unwrap();
    let stopped = session.timeline().series.last(Metric::Records);
    session.advance_to(at("T+20:00")).unwrap();
    assert_eq!(session.timeline().series.last(Metric::Records), stopped);
    assert_eq!(session.timeline().series.last(Metric::Revenue), 0.0);
}

/// What a restless player does: any action, any role, any content, at any time.
fn restless(scenario: &Scenario, session: &Session, choice: (usize, usize, usize)) -> Decision {
    let action = &scenario.actions[choice.0 % scenario.actions.len()];
    let role = &scenario.roles[choice.1 % scenario.roles.len()];
    let words = || {
        let claims = scenario.topics.iter().enumerate().filter(|(index, _)| (choice.2 >> (index % 8)) & 1 == 1);
        let claims = claims.map(|(index, topic)| {
            let options = topic.claims.len() + 1;
            let says = topic
                .claims
                .get((choice.2 + index) % options)
                .map_or(Says::NotKnownYet, |claim| Says::Option(claim.id.clone()));
            Claim { topic: topic.id.clone(), says }
        });
        Statement { claims: claims.collect(), text: "Something.".to_owned(), next_update: None }
    };
    let content = match &action.asks {
        Ask::Nothing => Content::Nothing,
        Ask::Choice(choices) => Content::Choice(choices[choice.2 % choices.len()].id.clone()),
        Ask::Statement { .. } => Content::Statement(words()),
        Ask::Reply => {
            let inbox = session.situation().inbox;
            let inquiry = inbox.iter().filter(|item| item.inquiry.is_some()).nth(choice.2 % 3).or(inbox.last());
            let Some(item) = inquiry else { return restless(scenario, session, (choice.0 + 1, choice.1, choice.2)) };
            Content::Reply { inquiry: item.inject.clone(), statement: words() }
        }
    };
    Decision {
        at: session.now(),
        by: role.id.clone(),
        action: action.id.clone(),
        content,
        rationale: String::new(),
        confidence: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quantities_stay_in_range_whatever_people_do(
        seed in 0u64..1000,
        choices in prop::collection::vec((0usize..64, 0usize..6, 0usize..1000, 1u32..120), 30..90),
    ) {
        let scenario = scenario(SKIMMER);
        let mut session = session(SKIMMER, seed);
        for (action, role, content, minutes) in choices {
            let until = goldenhour::time::SimTime::from_minutes(session.now().minutes() + minutes);
            session.advance_to(until).unwrap();
            let wanted = restless(&scenario, &session, (action, role, content));
            let allowed = session.check(&wanted).is_ok();
            prop_assert_eq!(session.decide(wanted).is_ok(), allowed);
        }
        session.advance_to(scenario.end()).unwrap();
        let series = &session.timeline().series;
        let shares = [Metric::Trust, Metric::Awareness, Metric::Anger, Metric::Fear, Metric::Negative,
            Metric::Credibility, Metric::Responsibility, Metric::Vacuum];
        for metric in shares {
            for value in series.values(metric) {
                prop_assert!((0.0..=1.0).contains(&value), "{metric:?} {value}");
            }
        }
        let rising = [Metric::Records, Metric::CustomersLost, Metric::Coverage];
        for metric in rising {
            let values: Vec<f64> = series.values(metric).collect();
            prop_assert!(values.is_sorted(), "{metric:?} falls");
        }
        for metric in [Metric::News, Metric::Social, Metric::Backlog, Metric::Revenue, Metric::Costs] {
            for value in series.values(metric) {
                prop_assert!(value.is_finite() && value >= 0.0, "{metric:?} {value}");
            }
        }
        let lost = series.last(Metric::CustomersLost);
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let all = scenario.customers.represents as f64;
        prop_assert!(lost <= all);
        let mut again = Session::begin(
            scenario.clone(), Seed(seed), goldenhour::session::Mode::Headless, Box::new(goldenhour::session::log::Unkept)).unwrap();
        for (_, decision) in session.decisions() {
            again.advance_to(decision.at).unwrap();
            prop_assert!(again.decide(decision.clone()).is_ok());
        }
        again.advance_to(scenario.end()).unwrap();
        prop_assert_eq!(session.fingerprint(), again.fingerprint());
    }
}
