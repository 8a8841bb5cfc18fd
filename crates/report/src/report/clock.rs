//! Notification clocks: when each started, when it was due and whether it was met.

use serde::Serialize;

use super::blank::{NOTHING, moment_or_nothing};
use super::state::State;
use goldenhour_core::debrief::{ClockReview, ClockStatus};
use goldenhour_core::scenario::ClockKind;

/// A clock.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClockRow {
    /// Name.
    pub title: String,
    /// Recipient of the notification.
    pub recipient: String,
    /// Event that starts the clock.
    pub trigger: &'static str,
    /// When it started.
    pub started: String,
    /// When it fell due.
    pub due: String,
    /// When the recipient was notified.
    pub told: String,
    /// Result.
    pub status: State,
    /// Law or contract that imposes the duty.
    pub source: String,
    /// Evidence grade with its meaning.
    pub grade: String,
    /// Date on which the source was checked.
    pub checked_on: String,
}

pub(super) fn clock_row(clock: &ClockReview) -> ClockRow {
    ClockRow {
        title: clock.title.clone(),
        recipient: clock.recipient.clone(),
        trigger: trigger(clock.kind),
        started: moment_or_nothing(clock.started),
        due: moment_or_nothing(clock.due),
        told: moment_or_nothing(clock.told),
        status: clock_status(clock.status),
        source: clock.source.clone(),
        grade: grade(&clock.grade),
        checked_on: clock.checked_on.clone(),
    }
}

/// Returns the name of the event that starts a clock.
pub(crate) fn trigger(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Awareness => "awareness of a breach of personal data",
        ClockKind::Discovery => "discovery of the breach",
        ClockKind::Determination => "a recorded determination",
        ClockKind::AssessmentComplete => "the end of an assessment",
        ClockKind::PriorNotice => "another notice",
        ClockKind::NewInformation => "new information",
        ClockKind::Suspicion => "suspicion",
    }
}

fn clock_status(status: ClockStatus) -> State {
    let (sign, key) = match status {
        ClockStatus::Met => ("●", "good"),
        ClockStatus::Late => ("◐", "fair"),
        ClockStatus::Missed => ("○", "bad"),
        ClockStatus::Open => ("…", "calm"),
        ClockStatus::NotTriggered => (NOTHING, "none"),
    };
    State { word: status.word(), sign, key }
}

fn grade(grade: &str) -> String {
    let meaning = match grade {
        "V" => "primary source",
        "S" => "secondary source",
        "M" => "widely reported, unconfirmed",
        "D" => "rule defined by this product",
        _ => return grade.to_owned(),
    };
    format!("{grade}: {meaning}")
}
