//! A facilitator's rulings on what a statement says: they are log entries, and change what counts as said from then on.

use goldenhour_core::decision::{Content, Control};
use goldenhour_core::scoring::{Record, score_playbook};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Mode, RecordError, Recorded, Session, replay};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::{Place, Ruling, RulingError, Says, Soundness, Statement, Verdict};
use goldenhour_core::timeline::EntryNumber;

use crate::support::{at, decision, scenario};

const SLUG: &str = "first_hour";

/// A sentence about the incident that matches no fact.
const UNCHECKED: &str = "The intruder was arrested in Leeds on his way to work.";

/// Returns a statement with content and the unchecked sentence.
fn unchecked() -> String {
    let scenario = scenario(SLUG);
    let words: Vec<&str> = scenario.topics.iter().map(|topic| topic.claims[0].text.as_str()).collect();
    format!("{} {UNCHECKED}", words.join(" "))
}

/// Submits a text in the second minute and returns the session with the entry of the decision.
fn submitted(text: &str) -> (Session, EntryNumber) {
    let mut session = Session::begin(scenario(SLUG), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap();
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:01")).unwrap();
    let statement = Statement { text: text.to_owned(), ..Statement::default() };
    session.decide(decision(&scenario, "T+00:01", "holding-statement", Content::Statement(statement))).unwrap();
    let entry = session.decisions().last().unwrap().0;
    (session, entry)
}

fn soundness(session: &Session, says: &dyn Fn(&Says) -> bool) -> Vec<Soundness> {
    let claims = &session.timeline().publications[0].claims;
    claims.iter().filter(|claim| says(&claim.says)).map(|claim| claim.soundness).collect()
}

fn judged(session: &Session, verdict: Verdict) -> Control {
    let (statement, decision) = session.decisions().last().unwrap();
    let reading = decision.content.statement().unwrap().reading.as_ref().unwrap();
    let topic = session.scenario().topics[0].id.clone();
    Control::Rule { statement, ruling: Ruling::Judged { at: reading.unchecked[0], topic, verdict } }
}

fn total(session: &Session) -> f64 {
    let record = Record { scenario: session.scenario(), timeline: session.timeline(), entries: session.entries() };
    score_playbook(&record).total
}

#[test]
fn a_passage_that_could_not_be_checked_counts_as_it_is_ruled() {
    let text = unchecked();
    for (verdict, expected) in [
        (Verdict::True, vec![Soundness::TrueAndKnown]),
        (Verdict::False, vec![Soundness::False]),
        (Verdict::Harmless, Vec::new()),
    ] {
        let (mut session, _) = submitted(&text);
        session.advance_to(at("T+03:00")).unwrap();
        assert!(soundness(&session, &|says| matches!(says, Says::Ruled(_))).is_empty());
        let before = total(&session);
        session.control(judged(&session, verdict)).unwrap();
        assert_eq!(soundness(&session, &|says| matches!(says, Says::Ruled(_))), expected, "{verdict:?}");
        let is_lower = total(&session) < before;
        assert_eq!(is_lower, verdict == Verdict::False, "{verdict:?}: {before} to {}", total(&session));
    }
}

#[test]
fn a_claim_that_the_text_does_not_make_is_taken_back() {
    let (mut session, statement) = submitted("Passwords were in the file as well. We are sorry.");
    session.advance_to(at("T+03:00")).unwrap();
    let is_data = |says: &Says| matches!(says, Says::Data { .. });
    assert_eq!(soundness(&session, &is_data), [Soundness::False]);
    let claim = session.timeline().publications[0].claims.iter().find(|claim| is_data(&claim.says)).unwrap().clone();
    let ruling = Ruling::NotSaid { at: claim.at.unwrap(), topic: claim.topic, says: claim.says };
    session.control(Control::Rule { statement, ruling }).unwrap();
    assert!(soundness(&session, &is_data).is_empty());
}

#[test]
fn a_ruling_before_publication_counts_when_the_statement_is_published() {
    let (mut session, _) = submitted(&unchecked());
    assert!(session.timeline().publications.is_empty());
    session.control(judged(&session, Verdict::False)).unwrap();
    session.advance_to(at("T+03:00")).unwrap();
    assert_eq!(soundness(&session, &|says| matches!(says, Says::Ruled(_))), [Soundness::False]);
}

#[test]
fn a_session_with_rulings_replays_to_the_same_world() {
    let (mut session, _) = submitted(&unchecked());
    session.advance_to(at("T+02:00")).unwrap();
    session.control(judged(&session, Verdict::False)).unwrap();
    session.advance_to(at("T+04:00")).unwrap();
    let lines: Vec<String> = std::iter::once(session.header().to_line())
        .chain(session.entries().iter().map(goldenhour_core::session::Entry::to_line))
        .collect();
    let recorded = Recorded::parse(&(lines.join("\n") + "\n")).unwrap();
    let mut replayed = replay(&recorded).unwrap().session;
    assert_eq!(replayed.fingerprint().first_difference(&session.fingerprint()), None);
    assert_eq!(replayed.timeline().publications, session.timeline().publications);
}

#[test]
fn a_ruling_that_does_not_fit_is_refused_and_changes_nothing() {
    let (mut session, statement) = submitted(&unchecked());
    let topic = session.scenario().topics[0].id.clone();
    let passage = |at: Place| Ruling::Judged { at, topic: topic.clone(), verdict: Verdict::True };
    let claim = |id: &str| Ruling::Said { at: Place(0, 13), topic: topic.clone(), says: Says::Option(id.into()) };
    let Control::Rule { ruling: fitting, .. } = judged(&session, Verdict::True) else { unreachable!() };
    let cases = [
        (EntryNumber(99), fitting, RulingError::NotRead),
        (statement, passage(Place(0, 4_000)), RulingError::NoPassage),
        (statement, passage(Place(0, 13)), RulingError::NotUnchecked),
        (statement, claim("no-such-claim"), RulingError::NoClaim),
    ];
    for (statement, ruling, expected) in cases {
        let count = session.entries().len();
        let refused = session.control(Control::Rule { statement, ruling }).unwrap_err();
        assert!(matches!(refused, RecordError::Ruling(reason) if reason == expected), "{refused}");
        assert_eq!(session.entries().len(), count);
    }
}
