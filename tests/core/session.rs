//! The boundary of a session: every entry is written to disk, and a file replays to the same session.

use std::path::{Path, PathBuf};

use goldenhour_core::decision::{Content, Control, Rejection};
use goldenhour_core::ensemble::autopilot;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::replay::ReplayError;
use goldenhour_core::session::{
    Author, Divergence, DrillFile, Edit, Entry, Mode, ReadError, RecordError, Recorded, Session, replay,
};
use goldenhour_core::simulation::{Expected, InjectState, MselLine, Seed};
use goldenhour_core::time::SimTime;

use crate::support::{SKIMMER, at, decision, played, scenario, session, statement};

/// Plays six hours with the playbook autopilot and records them in a file.
fn recorded_in(folder: &Path) -> PathBuf {
    let path = folder.join("a.drill");
    let file = DrillFile::create(&path).unwrap();
    let mut session = Session::begin(scenario(SKIMMER), Seed(3), Mode::Headless, Box::new(file)).unwrap();
    let mut player = autopilot::named("playbook", session.scenario(), session.seed()).unwrap();
    autopilot::play(&mut session, player.as_mut(), at("T+06:00"), &mut |_| {}).unwrap();
    path
}

fn verify(text: &str) -> Result<(), ReplayError> {
    let recorded = Recorded::parse(text).map_err(ReplayError::Read)?;
    replay(&recorded).map(|_| ())
}

#[test]
fn a_replay_reproduces_the_world() {
    let folder = tempfile::tempdir().unwrap();
    let recorded = Recorded::read(&recorded_in(folder.path())).unwrap();
    let mut replayed = replay(&recorded).unwrap();
    assert_eq!(replayed.checkpoint_count, 6);
    assert_eq!(replayed.unproven_count, 0);
    assert_eq!(replayed.session.now(), at("T+06:00"));
    let Some((_, Entry::Checkpoint(last))) = recorded.entries.last() else {
        panic!("the last entry is not a checkpoint")
    };
    assert_eq!(replayed.session.fingerprint(), last.fingerprint);
}

#[test]
fn equal_seeds_give_equal_fingerprints_and_others_differ() {
    let fingerprint = |seed| played("hasty", seed).fingerprint().whole;
    assert_eq!(fingerprint(1), fingerprint(1));
    assert_ne!(fingerprint(1), fingerprint(2));
}

/// The value is the same in debug and release builds and on every machine. Any change to the simulated world
/// changes it.
#[test]
fn the_world_of_a_known_run_has_not_changed() {
    insta::assert_snapshot!("known_run", played("playbook", 1).fingerprint().whole);
}

#[test]
fn a_changed_byte_in_any_entry_is_detected() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(recorded_in(folder.path())).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() > 20);
    for (number, line) in lines.iter().enumerate().skip(1).step_by(3) {
        // Change a byte inside a value, so that the line still parses.
        let place = line.rfind(|c: char| c.is_ascii_alphanumeric()).expect("every entry contains a letter or a digit");
        let mut changed = (*line).to_owned();
        let other = if &line[place..=place] == "4" { "5" } else { "4" };
        changed.replace_range(place..=place, other);
        let mut altered = lines.clone();
        altered[number] = &changed;
        let altered = format!("{}\n", altered.join("\n"));
        assert!(verify(&altered).is_err(), "line {}: {changed}", number + 1);
    }
    verify(&text).unwrap();
}

#[test]
fn a_changed_rationale_is_detected_though_it_does_not_affect_the_world() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(recorded_in(folder.path())).unwrap();
    let altered = text.replacen("Playbook 2.1", "Playbook 9.9", 1);
    assert_ne!(altered, text);
    match verify(&altered) {
        Err(ReplayError::Diverged(Divergence::Checkpoint { domain, at: time, .. })) => {
            assert_eq!((domain.as_str(), time), ("log", at("T+01:00")));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_changed_seed_or_scenario_is_detected() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(recorded_in(folder.path())).unwrap();
    let seed = text.replacen("seed:3", "seed:4", 1);
    assert!(matches!(verify(&seed), Err(ReplayError::Diverged(Divergence::Checkpoint { .. }))));
    let story = text.replacen("Halewick", "Halewock", 1);
    assert!(matches!(verify(&story), Err(ReplayError::Read(ReadError::Altered))));
}

#[test]
fn a_truncated_file_resumes_after_its_last_complete_entry() {
    let folder = tempfile::tempdir().unwrap();
    let path = recorded_in(folder.path());
    let bytes = std::fs::read(&path).unwrap();
    let header = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let step = (bytes.len() - header) / 25;
    for cut in (header..=bytes.len()).step_by(step) {
        std::fs::write(&path, &bytes[..cut]).unwrap();
        let (file, recorded) = DrillFile::resume(&path).unwrap();
        let whole = bytes[..cut].split(|byte| *byte == b'\n').count() - 2;
        assert_eq!(recorded.entries.len(), whole);
        let last = recorded.entries.last().map_or(SimTime::START, |(_, entry)| entry.at());
        let mut session = replay(&recorded).unwrap().session.continue_in(Box::new(file));
        assert_eq!(session.now(), last);
        session.note(Author::Facilitator, "went on".to_owned()).unwrap();
        drop(session);
        let again = Recorded::read(&path).unwrap();
        assert_eq!(again.entries.len(), whole + 1, "cut at {cut}");
        assert!(!again.torn);
        replay(&again).unwrap();
    }
}

#[test]
fn resuming_after_a_crash_equals_an_uninterrupted_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = recorded_in(folder.path());
    let (file, recorded) = DrillFile::resume(&path).unwrap();
    let mut resumed = replay(&recorded).unwrap().session.continue_in(Box::new(file));
    let mut whole = replay(&recorded).unwrap().session;
    resumed.advance_to(at("T+09:30")).unwrap();
    whole.advance_to(at("T+09:30")).unwrap();
    assert_eq!(resumed.fingerprint(), whole.fingerprint());
}

#[test]
fn an_open_file_is_locked_against_other_writers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drill");
    let file = DrillFile::create(&path).unwrap();
    let session = Session::begin(scenario(SKIMMER), Seed(1), Mode::Solo, Box::new(file)).unwrap();
    assert!(matches!(DrillFile::resume(&path), Err(ReadError::Locked)));
    assert!(matches!(DrillFile::create(&path), Err(ReadError::Locked)));
    drop(session);
    assert!(DrillFile::resume(&path).is_ok());
}

#[test]
fn an_error_for_a_newer_format_names_the_supported_format() {
    let error = Recorded::parse("(format:9,program:\"3.2.0\",novelty:true)\n").unwrap_err();
    assert!(matches!(&error, ReadError::Newer { format: 9, program } if program == "3.2.0"), "{error}");
    assert!(error.to_string().contains("3.2.0"));
    let next = Recorded::parse("(format:6,program:\"0.9.0\")\n").unwrap_err();
    assert!(next.to_string().contains("reads up to format 5"), "{next}");
}

#[test]
fn files_of_other_types_are_rejected() {
    for text in ["", "hello\n", "\u{0}\u{1}\n", "{}\n"] {
        assert!(matches!(Recorded::parse(text), Err(ReadError::NotASession(_))), "{text:?}");
    }
}

#[test]
fn a_rejected_decision_changes_nothing_and_is_not_recorded() {
    let mut session = session(SKIMMER, 1);
    session.advance_to(at("T+00:05")).unwrap();
    let before = session.fingerprint();
    let count = session.entries().len();
    let scenario = session.scenario().clone();
    let early = decision(&scenario, "T+00:05", "analyse-script", Content::Nothing);
    assert!(matches!(session.decide(early), Err(RecordError::Rejected(Rejection::NotYet { .. }))));
    let absent = decision(&scenario, "T+00:05", "tell-police", Content::Nothing);
    assert!(matches!(session.decide(absent), Err(RecordError::Rejected(Rejection::Absent { arrives: None, .. }))));
    let past = decision(&scenario, "T+00:01", "call-team", Content::Nothing);
    assert!(matches!(session.decide(past), Err(RecordError::Rejected(Rejection::Past { .. }))));
    let future = decision(&scenario, "T+00:09", "call-team", Content::Nothing);
    assert!(matches!(session.decide(future), Err(RecordError::Rejected(Rejection::Future { .. }))));
    let empty = decision(&scenario, "T+00:05", "holding-statement", Content::Nothing);
    assert!(matches!(session.decide(empty), Err(RecordError::Rejected(Rejection::WrongContent { .. }))));
    let unknown = session.control(Control::Release("no-such-inject".into()));
    assert!(matches!(unknown, Err(RecordError::UnknownInject(_))), "{unknown:?}");
    assert_eq!(session.entries().len(), count);
    assert_eq!(session.fingerprint(), before);
}

#[test]
fn a_role_cannot_lead_more_work_than_its_capacity() {
    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:01")).unwrap();
    let capacity = scenario.role(&"comms".into()).unwrap().capacity as usize;
    let works = ["call-team", "set-strategy", "outline-message", "name-spokesperson", "order-discretion"];
    for action in &works[..capacity] {
        session.decide(decision(&scenario, "T+00:01", action, Content::Nothing)).unwrap();
    }
    let refused = session.decide(decision(&scenario, "T+00:01", works[capacity], Content::Nothing));
    assert!(matches!(refused, Err(RecordError::Rejected(Rejection::Busy { .. }))), "{refused:?}");
    let again = session.decide(decision(&scenario, "T+00:01", works[0], Content::Nothing));
    assert!(matches!(again, Err(RecordError::Rejected(Rejection::Running { .. }))), "{again:?}");
}

#[test]
fn controls_release_hold_and_end() {
    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    let by_hand = scenario
        .injects
        .iter()
        .find(|inject| matches!(inject.trigger, goldenhour_core::scenario::Trigger::ByHand))
        .unwrap();
    assert_eq!(line(&session, "response-plan").due, Some(at("T+00:05")));
    session.control(Control::Release(by_hand.id.clone())).unwrap();
    session.control(Control::Hold("response-plan".into())).unwrap();
    session.advance_to(at("T+00:06")).unwrap();
    let delivered: Vec<_> = session.situation().inbox.into_iter().map(|item| item.inject).collect();
    assert!(delivered.contains(&by_hand.id), "{delivered:?}");
    assert!(delivered.contains(&"fraud-desk-call".into()), "other injects are still delivered: {delivered:?}");
    assert!(!delivered.contains(&"response-plan".into()), "{delivered:?}");
    assert_eq!(line(&session, "response-plan").standing, InjectState::Held);
    session.control(Control::End).unwrap();
    assert!(session.has_ended());
    session.advance_to(at("T+05:00")).unwrap();
    assert_eq!(session.now(), at("T+00:06"));
}

fn line(session: &Session, inject: &str) -> MselLine {
    session.ground_truth().msel.into_iter().find(|line| line.inject == inject.into()).unwrap()
}

#[test]
fn a_postponed_inject_is_released_at_the_new_time() {
    let mut session = session(SKIMMER, 1);
    session.advance_to(at("T+00:01")).unwrap();
    assert_eq!(line(&session, "unknown-host").due, Some(at("T+00:12")));
    session.control(Control::Postpone { inject: "unknown-host".into(), until: at("T+00:40") }).unwrap();
    session.advance_to(at("T+00:39")).unwrap();
    assert_eq!(line(&session, "unknown-host").standing, InjectState::Postponed(at("T+00:40")));
    assert!(session.situation().inbox.iter().all(|item| item.inject != "unknown-host".into()));
    session.advance_to(at("T+00:41")).unwrap();
    assert_eq!(line(&session, "unknown-host").standing, InjectState::Released(at("T+00:40")));
    let unknown = Control::Postpone { inject: "no-such-inject".into(), until: at("T+01:00") };
    assert!(matches!(session.control(unknown), Err(RecordError::UnknownInject(_))));
}

#[test]
fn postponing_a_held_inject_releases_it_at_the_new_time() {
    let mut session = session(SKIMMER, 1);
    session.control(Control::Hold("unknown-host".into())).unwrap();
    session.advance_to(at("T+00:30")).unwrap();
    assert_eq!(line(&session, "unknown-host").standing, InjectState::Held);
    session.control(Control::Postpone { inject: "unknown-host".into(), until: at("T+00:30") }).unwrap();
    session.advance_to(at("T+00:31")).unwrap();
    assert!(matches!(line(&session, "unknown-host").standing, InjectState::Released(_)));
}

#[test]
fn the_msel_shows_expected_actions_and_skipped_injects() {
    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:05")).unwrap();
    assert_eq!(line(&session, "fraud-desk-call").expected, Some(Expected::Open(at("T+00:30"))));
    let omission = line(&session, "team-not-called");
    assert!(omission.fits, "the inject still applies because the team has not been called");
    assert_eq!(omission.expected, Some(Expected::Ahead));
    session.decide(decision(&scenario, "T+00:05", "call-team", Content::Nothing)).unwrap();
    session.advance_to(at("T+01:00")).unwrap();
    assert_eq!(line(&session, "fraud-desk-call").expected, Some(Expected::Met));
    let omission = line(&session, "team-not-called");
    assert_eq!(omission.standing, InjectState::Skipped);
    assert!(!omission.fits);
    assert_eq!(line(&session, "response-plan").expected, Some(Expected::Open(at("T+01:35"))));
}

#[test]
fn an_inject_whose_condition_is_no_longer_met_has_no_due_time() {
    let mut session = session(SKIMMER, 1);
    let scenario = session.scenario().clone();
    session.advance_to(at("T+00:01")).unwrap();
    assert_eq!(line(&session, "blogger-asks").due, Some(at("T+01:30")));
    let statement = Content::Statement(statement(&[("compassion", "full-apology"), ("who", "recent-payers")]));
    session.decide(decision(&scenario, "T+00:01", "holding-statement", statement)).unwrap();
    session.advance_to(at("T+02:00")).unwrap();
    let asks = line(&session, "blogger-asks");
    assert_eq!(
        (asks.standing, asks.due, asks.fits),
        (InjectState::Waiting, None, false),
        "a statement was already published"
    );
}

#[test]
fn facilitator_controls_replay_identically() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drill");
    let file = DrillFile::create(&path).unwrap();
    let mut session = Session::begin(scenario(SKIMMER), Seed(3), Mode::Paced, Box::new(file)).unwrap();
    session.advance_to(at("T+00:05")).unwrap();
    session.control(Control::Postpone { inject: "unknown-host".into(), until: at("T+00:50") }).unwrap();
    session.control(Control::Hold("care-note".into())).unwrap();
    session.control(Control::Release("not-contained".into())).unwrap();
    session.note(Author::Anonymous, "a lesson".to_owned()).unwrap();
    session.advance_to(at("T+02:00")).unwrap();
    let fingerprint = session.fingerprint();
    drop(session);
    let recorded = Recorded::read(&path).unwrap();
    let mut replayed = replay(&recorded).unwrap();
    assert_eq!((replayed.checkpoint_count, replayed.unproven_count), (2, 0));
    assert_eq!(replayed.session.fingerprint(), fingerprint);
    let text = std::fs::read_to_string(&path).unwrap();
    let later = text.replacen("T+00:50", "T+00:51", 1);
    assert!(matches!(verify(&later), Err(ReplayError::Diverged(Divergence::Checkpoint { .. }))));
}

#[test]
fn a_session_in_an_older_format_can_be_continued() {
    for format in [2, 3] {
        assert_continuable(format);
    }
}

fn assert_continuable(format: u32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drill");
    let file = DrillFile::create(&path).unwrap();
    let mut session = Session::begin(scenario(SKIMMER), Seed(3), Mode::Paced, Box::new(file)).unwrap();
    session.advance_to(at("T+00:10")).unwrap();
    session.control(Control::Hold("unknown-host".into())).unwrap();
    drop(session);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("(format:5,"));
    std::fs::write(&path, text.replacen("(format:5,", &format!("(format:{format},"), 1)).unwrap();
    let (file, recorded) = DrillFile::resume(&path).unwrap();
    assert_eq!(recorded.header.format, format);
    let mut session = replay(&recorded).unwrap().session.continue_in(Box::new(file));
    session.advance_to(at("T+01:30")).unwrap();
    session.control(Control::Hold("care-note".into())).unwrap();
    session.edit(Author::Evaluator("Ada".to_owned()), Edit::Summary("It went well.".to_owned())).unwrap();
    session.checkpoint().unwrap();
    drop(session);
    let replayed = replay(&Recorded::read(&path).unwrap()).unwrap();
    assert_eq!(replayed.unproven_count, 0);
    assert!(matches!(replayed.session.entries().iter().rev().nth(1), Some(Entry::Edit { .. })));
}

#[test]
fn a_session_cannot_begin_in_review_mode() {
    let refused = Session::begin(scenario(SKIMMER), Seed(1), Mode::Review, Box::new(Unkept));
    assert!(refused.is_err());
}
