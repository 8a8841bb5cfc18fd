//! What is kept of a session that is compared: its scores, and the little of its world that is laid beside others.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::debrief::story;
use crate::ensemble::score;
use crate::scenario::{Metric, Role};
use crate::scoring::{Record, Scorecard};
use crate::session::{Author, Entry, Mode, Session};
use crate::time::{SimDuration, SimTime};
use crate::timeline::EventKind;

/// How the notes that begin a session say who plays whom, in each language of the window; a test there holds them
/// against its words.
pub const SEATS: [&str; 2] =
    ["{role} ({holder}) is played by {player}.", "{role} ({holder}) wird gespielt von {player}."];

/// A session that was played again and scored.
pub struct Run {
    /// Its file.
    pub path: PathBuf,
    /// When it was begun, where the system says so.
    pub held: Option<SystemTime>,
    /// The scenario's name.
    pub title: String,
    /// The retailer.
    pub organization: String,
    /// The hash of the scenario's files.
    pub digest: String,
    /// The currency of all money.
    pub currency: String,
    /// How it was paced.
    pub mode: Mode,
    /// Who played, where somebody said so.
    pub players: Vec<Seat>,
    /// How far it went.
    pub until: SimTime,
    /// The scores.
    pub scorecard: Scorecard,
    /// From the first alert to the first public word; nothing where there was none.
    pub first_word: Option<SimDuration>,
    /// Trust over time: minutes since `StartEx` and a value from 0 to 1.
    pub trust: Vec<(u32, f64)>,
}

/// Who played a role.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Seat {
    /// The role's name.
    pub role: String,
    /// The person.
    pub player: String,
}

impl Run {
    /// Scores a session that was played again; both ends of the scale are played for it, which takes its time.
    pub fn of(mut session: Session, path: &Path, held: Option<SystemTime>) -> Self {
        let scorecard = score(&mut session);
        let scenario = session.scenario();
        let story = story::tell(scenario, session.timeline(), session.now());
        let trust = story.lines.into_iter().find(|line| line.metric == Metric::Trust);
        Run {
            path: path.to_owned(),
            held,
            title: scenario.title.clone(),
            organization: scenario.organization.name.clone(),
            digest: session.header().digest.clone(),
            currency: scenario.currency.clone(),
            mode: session.header().mode,
            players: players(&session),
            until: session.now(),
            first_word: first_word(&session),
            trust: trust.map(|line| line.points).unwrap_or_default(),
            scorecard,
        }
    }

    /// Returns the name of the file.
    pub fn file(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Returns the day on which it was begun, in universal time, as `2026-11-26`.
    pub fn day(&self) -> Option<String> {
        let held = Timestamp::try_from(self.held?).ok()?;
        Some(TimeZone::UTC.to_datetime(held).date().to_string())
    }

    /// Returns the points of the playbook that stand: with evaluators' overrides where there are any.
    pub fn playbook(&self) -> f64 {
        self.scorecard.playbook.total_overridden.unwrap_or(self.scorecard.playbook.total)
    }

    /// Returns the outcome.
    pub fn outcome(&self) -> f64 {
        self.scorecard.outcome.total
    }
}

fn first_word(session: &Session) -> Option<SimDuration> {
    let timeline = session.timeline();
    let record = Record { scenario: session.scenario(), timeline, entries: session.entries() };
    let (_, said) = record.spoken().next()?;
    let alert = timeline.first(|what| matches!(what, EventKind::InjectReleased(_)));
    Some(said.at.since(alert.map_or(SimTime::START, |event| event.at)))
}

/// Returns who played whom, as the notes of the first minute say.
fn players(session: &Session) -> Vec<Seat> {
    let notes = session.entries().iter().filter_map(|entry| match entry {
        Entry::Note { at: SimTime::START, author: Author::Facilitator, text } => Some(text.as_str()),
        _ => None,
    });
    let seat = |note: &str| session.scenario().roles.iter().find_map(|role| seated(role, note));
    notes.filter_map(seat).collect()
}

/// Returns who plays a role where a note says it in some language.
fn seated(role: &Role, note: &str) -> Option<Seat> {
    let player = SEATS.iter().find_map(|pattern| {
        let words = pattern.replace("{role}", &role.title).replace("{holder}", &role.holder);
        let (before, after) = words.split_once("{player}")?;
        note.strip_prefix(before)?.strip_suffix(after).map(str::to_owned)
    })?;
    Some(Seat { role: role.title.clone(), player })
}
