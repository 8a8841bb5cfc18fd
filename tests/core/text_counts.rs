//! A statement says what its text says: the outline alone has no effect, and a replay uses what was recorded.

use goldenhour_core::decision::{Content, Rejection, StatementFault};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Entry, Mode, RecordError, Recorded, Session, replay};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::{Claim, Says, Soundness, Stance, Statement};

use crate::support::{at, decision, scenario, statement};

const SLUG: &str = "first_hour";

/// Publishes a text at the start of the exercise and returns the session some time later.
fn published(statement: Statement) -> Session {
    let mut session = Session::begin(scenario(SLUG), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap();
    let content = Content::Statement(statement);
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:01")).unwrap();
    session.decide(decision(&scenario, "T+00:01", "holding-statement", content)).unwrap();
    session.advance_to(at("T+05:00")).unwrap();
    session
}

fn text(text: &str) -> Statement {
    Statement { text: text.to_owned(), ..Statement::default() }
}

fn said(session: &Session) -> Vec<(String, Says, Soundness)> {
    let claims = &session.timeline().publications[0].claims;
    claims.iter().map(|claim| (claim.topic.to_string(), claim.says.clone(), claim.soundness)).collect()
}

#[test]
fn an_outline_without_a_text_cannot_be_published() {
    let mut session = Session::begin(scenario(SLUG), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap();
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:01")).unwrap();
    let mut planned = decision(&scenario, "T+00:01", "holding-statement", Content::Statement(Statement::default()));
    let outline = scenario.topics.iter().take(3).map(|topic| (topic.id.as_str(), topic.claims[0].id.as_str()));
    planned.content = Content::Statement(statement(&outline.collect::<Vec<_>>()));
    let refused = session.decide(planned).unwrap_err();
    let because = StatementFault::Empty;
    assert!(matches!(refused, RecordError::Rejected(Rejection::BadStatement { because: found }) if found == because));
}

#[test]
fn the_same_text_says_the_same_with_and_without_an_outline() {
    let scenario = scenario(SLUG);
    let words: Vec<&str> = scenario.topics.iter().take(4).map(|topic| topic.claims[0].text.as_str()).collect();
    let planned = scenario.topics[4..6]
        .iter()
        .map(|topic| Claim { topic: topic.id.clone(), says: Says::Option(topic.claims[0].id.clone()) });
    let mut bare = published(text(&words.join(" ")));
    let mut outlined = published(Statement { claims: planned.collect(), ..text(&words.join(" ")) });
    assert_eq!(said(&bare), said(&outlined));
    assert_eq!(said(&bare).iter().filter(|(_, says, _)| matches!(says, Says::Option(_))).count(), 4);
    assert_eq!(bare.fingerprint().first_difference(&outlined.fingerprint()), None);
}

#[test]
fn what_the_text_adds_is_said_and_judged() {
    let session = published(text("Passwords and card numbers were in the file as well. About 12 people are affected."));
    let is_false = |says: &dyn Fn(&Says) -> bool| {
        said(&session).iter().any(|(_, found, soundness)| says(found) && *soundness == Soundness::False)
    };
    assert!(is_false(&|says| matches!(says, Says::Data { taken: true, .. })), "{:?}", said(&session));
    assert!(is_false(&|says| *says == Says::Number(12)), "{:?}", said(&session));
}

#[test]
fn a_text_that_says_nothing_informs_nobody() {
    let session = published(text("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."));
    assert!(session.timeline().publications[0].claims.is_empty());
    assert!(session.situation().spoken.is_none());
}

#[test]
fn questions_instructions_and_reports_assert_nothing() {
    for words in [
        "Were passwords stolen?",
        "Please change your password if you used the same password elsewhere.",
        "Media reports claim that passwords and card numbers were stolen.",
    ] {
        let session = published(text(words));
        let asserted = said(&session).into_iter().filter(|(_, says, _)| matches!(says, Says::Data { .. }));
        assert_eq!(asserted.count(), 0, "{words}");
    }
}

#[test]
fn the_next_update_is_the_time_that_the_text_announces() {
    let session = published(text("Someone has copied our list of registers. Our next update follows at 22:30."));
    let promised = session.timeline().publications[0].statement.promised_update().unwrap();
    let when = session.scenario().calendar.say(promised);
    assert!(when.ends_with("22:30"), "{when}");
}

/// Replays a session whose recorded reading was exchanged for another one, as if another reader had made it.
#[test]
fn a_replay_uses_the_recorded_reading_and_not_the_reader() {
    let session = published(text("Passwords and card numbers were in the file as well."));
    let mut lines = vec![session.header().to_line()];
    for entry in session.entries() {
        let mut entry = entry.clone();
        if matches!(entry, Entry::Checkpoint(_)) {
            continue;
        }
        if let Entry::Decision(decision) = &mut entry
            && let Content::Statement(statement) = &mut decision.content
        {
            let reading = statement.reading.as_mut().unwrap();
            reading.reader = "dummy-0".to_owned();
            reading.said.clear();
            reading.tone = None;
        }
        lines.push(entry.to_line());
    }
    let recorded = Recorded::parse(&(lines.join("\n") + "\n")).unwrap();
    let mut replayed = replay(&recorded).unwrap().session;
    replayed.advance_to(at("T+05:00")).unwrap();
    let publication = &replayed.timeline().publications[0];
    assert!(publication.claims.is_empty() && publication.words.is_none());
    assert_eq!(publication.statement.reading.as_ref().unwrap().reader, "dummy-0");
}

#[test]
fn sessions_before_format_5_say_what_their_outlines_say() {
    let scenario = scenario(SLUG);
    let session = Session::begin(scenario.clone(), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap();
    let header = session.header().to_line().replacen("(format:5,", "(format:4,", 1);
    let topic = &scenario.topics[0];
    let outline = statement(&[(topic.id.as_str(), topic.claims[0].id.as_str())]);
    let old = decision(&scenario, "T+00:00", "holding-statement", Content::Statement(text("x")));
    let old = Entry::Decision(goldenhour_core::decision::Decision {
        content: Content::Statement(Statement { claims: outline.claims, ..text("Nothing of the kind.") }),
        ..old
    });
    let recorded = Recorded::parse(&format!("{header}\n{}\n", old.to_line())).unwrap();
    let mut replayed = replay(&recorded).unwrap().session;
    assert!(!replayed.reads());
    replayed.advance_to(at("T+05:00")).unwrap();
    assert_eq!(replayed.timeline().publications[0].claims[0].topic, topic.id);
}

#[test]
fn hedged_and_denied_claims_are_not_asserted() {
    let scenario = scenario(SLUG);
    let reader = goldenhour_core::statement::claim_reader::ClaimReader::of(&scenario).unwrap();
    let reading = reader.read("Passwords may have been copied.", at("T+00:01"), &scenario);
    assert!(reading.said.iter().all(|claim| claim.stance != Stance::Asserted), "{:?}", reading.said);
}
