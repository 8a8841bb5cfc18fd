//! The data kept for a compared session: its scores and the parts of its history that can be compared.

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

/// Format of the notes at the start of a session that say who plays which role, in each language of the window.
///
/// A test of the window checks these strings against the translations.
pub const SEATS: [&str; 2] =
    ["{role} ({holder}) is played by {player}.", "{role} ({holder}) wird gespielt von {player}."];

/// A session that was replayed and scored.
pub struct Run {
    /// Path of the session file.
    pub path: PathBuf,
    /// Start time of the session, if the file system provides it.
    pub held: Option<SystemTime>,
    /// Name of the scenario.
    pub title: String,
    /// Name of the organization in crisis.
    pub organization: String,
    /// Hash of the scenario's files.
    pub digest: String,
    /// Currency of all monetary amounts.
    pub currency: String,
    /// Mode in which it was played.
    pub mode: Mode,
    /// Players and their roles, if recorded.
    pub players: Vec<Seat>,
    /// Simulated time at which it ended.
    pub until: SimTime,
    /// Scores.
    pub scorecard: Scorecard,
    /// Time from the first alert to the first public statement; absent if there was none.
    pub first_word: Option<SimDuration>,
    /// Trust over time, as minutes since `StartEx` and a value from 0 to 1.
    pub trust: Vec<(u32, f64)>,
}

/// The player of a role.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Seat {
    /// Title of the role.
    pub role: String,
    /// Name of the player.
    pub player: String,
}

impl Run {
    /// Scores a replayed session. This is slow, because it also simulates both reference runs of the outcome scale.
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

    /// Returns the file name.
    pub fn file(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Returns the UTC date on which the session was started, as `2026-11-26`.
    pub fn day(&self) -> Option<String> {
        let held = Timestamp::try_from(self.held?).ok()?;
        Some(TimeZone::UTC.to_datetime(held).date().to_string())
    }

    /// Returns the playbook score, with evaluators' overrides if there are any.
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

/// Returns the players recorded in the facilitator's notes at StartEx.
fn players(session: &Session) -> Vec<Seat> {
    let notes = session.entries().iter().filter_map(|entry| match entry {
        Entry::Note { at: SimTime::START, author: Author::Facilitator, text } => Some(text.as_str()),
        _ => None,
    });
    let seat = |note: &str| session.scenario().roles.iter().find_map(|role| seated(role, note));
    notes.filter_map(seat).collect()
}

/// Returns the player of a role if the note names one in any supported language.
fn seated(role: &Role, note: &str) -> Option<Seat> {
    let player = SEATS.iter().find_map(|pattern| {
        let words = pattern.replace("{role}", &role.title).replace("{holder}", &role.holder);
        let (before, after) = words.split_once("{player}")?;
        note.strip_prefix(before)?.strip_suffix(after).map(str::to_owned)
    })?;
    Some(Seat { role: role.title.clone(), player })
}
