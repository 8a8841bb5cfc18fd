//! Reviews of statements, clocks, response times and the workload of each role.

use serde::Serialize;

use crate::scenario::{AudienceKind, Clock, ClockKind, Scenario};
use crate::statement::wording::in_words;
use crate::statement::{Says, Soundness};
use crate::time::SimTime;
use crate::timeline::{EventKind, Publication, Timeline};

/// A statement with the soundness of each of its claims.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementReview {
    /// When it was published, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Entry of the session log that published it.
    pub entry: u32,
    /// Title of the action.
    pub title: String,
    /// Audience.
    pub audience: AudienceKind,
    /// Text.
    pub text: String,
    /// Claims.
    pub claims: Vec<ClaimReview>,
    /// Sentences about the incident that match no known fact. They are neither true nor false.
    pub unchecked: Vec<String>,
    /// Time announced for the next update, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub next_update: Option<SimTime>,
}

/// One claim of a statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimReview {
    /// Topic.
    pub about: String,
    /// Text of the claim.
    pub text: String,
    /// Passage of the statement that makes the claim, if the statement was read.
    pub quote: Option<String>,
    /// Whether it was true, and whether the team could know it, when it was made.
    pub soundness: Soundness,
    /// When it was exposed as false, if it was, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub reversed: Option<SimTime>,
}

/// Returns a review of every statement.
pub fn statements(scenario: &Scenario, timeline: &Timeline) -> Vec<StatementReview> {
    let review = |(index, said): (usize, &Publication)| StatementReview {
        at: said.at,
        entry: said.entry.0,
        title: scenario.action(&said.action).map_or_else(String::new, |action| action.title.clone()),
        audience: said.audience,
        text: said.statement.text.clone(),
        claims: claims(index, said, scenario, timeline),
        unchecked: unchecked(said),
        next_update: said.statement.promised_update(),
    };
    timeline.publications.iter().enumerate().map(review).collect()
}

/// Returns the sentences that could not be checked.
fn unchecked(said: &Publication) -> Vec<String> {
    let places = said.statement.reading.iter().flat_map(|reading| &reading.unchecked);
    places.map(|place| place.of(&said.statement.text).to_owned()).collect()
}

fn claims(index: usize, said: &Publication, scenario: &Scenario, timeline: &Timeline) -> Vec<ClaimReview> {
    let review = |claim: &crate::statement::JudgedClaim| {
        let topic = scenario.topic(&claim.topic)?;
        let text = match &claim.says {
            Says::Number(number) => number.to_string(),
            says => in_words(&claim.topic, says, scenario)?,
        };
        let reversed = timeline.first(|what| {
            matches!(what, EventKind::ClaimReversed { publication, topic } if *publication == index && *topic == claim.topic)
        });
        Some(ClaimReview {
            about: topic.title.trim_end_matches('?').to_owned(),
            text,
            quote: claim.at.map(|at| at.of(&said.statement.text).to_owned()).filter(|quote| !quote.is_empty()),
            soundness: claim.soundness,
            reversed: reversed.map(|event| event.at),
        })
    };
    said.claims.iter().filter_map(review).collect()
}

/// Result for a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClockStatus {
    /// The clock never started.
    NotTriggered,
    /// The duty was fulfilled in time.
    Met,
    /// The duty was fulfilled late.
    Late,
    /// The clock fell due and the duty was never fulfilled.
    Missed,
    /// The clock was not yet due at EndEx.
    Open,
}

impl ClockStatus {
    /// Returns the status in words.
    pub fn word(self) -> &'static str {
        match self {
            ClockStatus::NotTriggered => "not triggered",
            ClockStatus::Met => "met",
            ClockStatus::Late => "late",
            ClockStatus::Missed => "missed",
            ClockStatus::Open => "open at EndEx",
        }
    }
}

/// A clock with its result and its legal source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockReview {
    /// Name.
    pub title: String,
    /// Recipient of the notification.
    pub recipient: String,
    /// Event that starts the clock, as defined in the law.
    pub kind: ClockKind,
    /// When it started, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub started: Option<SimTime>,
    /// When it fell due, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub due: Option<SimTime>,
    /// When the recipient was notified, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub told: Option<SimTime>,
    /// Result.
    pub status: ClockStatus,
    /// Law or contract that imposes the duty.
    pub source: String,
    /// Evidence grade of the source.
    pub grade: String,
    /// Date on which the source was checked.
    pub checked_on: String,
}

/// Returns a review of every clock.
pub fn clocks(scenario: &Scenario, timeline: &Timeline) -> Vec<ClockReview> {
    let review = |clock: &Clock| {
        let at = |wanted: &dyn Fn(&EventKind) -> bool| timeline.first(wanted).map(|event| event.at);
        let start = timeline.events.iter().find_map(|event| match &event.what {
            EventKind::ClockStarted { clock: id, due } if *id == clock.id => Some((event.at, *due)),
            _ => None,
        });
        let held = timeline.events.iter().rev().find_map(|event| match &event.what {
            EventKind::ClockHeld { clock: id, due, .. } if *id == clock.id => Some(*due),
            _ => None,
        });
        let met = at(&|what| matches!(what, EventKind::ClockMet(id) if *id == clock.id));
        let late = at(&|what| matches!(what, EventKind::ClockLate(id) if *id == clock.id));
        let overdue = at(&|what| matches!(what, EventKind::ClockOverdue(id) if *id == clock.id));
        let status = match (start, met, late, overdue) {
            (None, ..) => ClockStatus::NotTriggered,
            (_, Some(_), ..) => ClockStatus::Met,
            (_, _, Some(_), _) => ClockStatus::Late,
            (_, _, _, Some(_)) => ClockStatus::Missed,
            _ => ClockStatus::Open,
        };
        ClockReview {
            title: clock.title.clone(),
            recipient: scenario.stakeholder(&clock.recipient).map_or_else(String::new, |party| party.title.clone()),
            kind: clock.kind,
            started: start.map(|(at, _)| at),
            due: held.or(start.map(|(_, due)| due)),
            told: at(&|what| matches!(what, EventKind::StakeholderTold(id) if *id == clock.recipient)),
            status,
            source: clock.source.clone(),
            grade: clock.grade.clone(),
            checked_on: clock.checked_on.clone(),
        }
    };
    scenario.clocks.iter().map(review).collect()
}

/// An inquiry with its response time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponseTime {
    /// Question.
    pub title: String,
    /// Person or organization that asked.
    pub from: String,
    /// When it was asked, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub asked: SimTime,
    /// Deadline for an answer, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub due: SimTime,
    /// When it was answered, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub answered: Option<SimTime>,
}

/// Returns the response time of each inquiry.
pub fn responses(scenario: &Scenario, timeline: &Timeline) -> Vec<ResponseTime> {
    let response = |event: &crate::timeline::TimelineEvent| {
        let EventKind::InquiryOpened { inject, due } = &event.what else { return None };
        let (title, from) = timeline.inquiry(inject, scenario)?;
        let answer = timeline.first(|what| matches!(what, EventKind::InquiryAnswered(id) if id == inject));
        Some(ResponseTime {
            title: title.to_owned(),
            from: from.to_owned(),
            asked: event.at,
            due: *due,
            answered: answer.map(|event| event.at),
        })
    };
    timeline.events.iter().filter_map(response).collect()
}

/// Workload of a role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TeamLoad {
    /// Role.
    pub title: String,
    /// Person who holds the role in the scenario.
    pub holder: String,
    /// When the role became active, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub since: Option<SimTime>,
    /// Number of actions that it led.
    pub works: usize,
    /// Minutes spent leading actions. Actions that overlap are counted separately.
    pub minutes: u32,
}

/// Returns the workload of each role.
pub fn team(scenario: &Scenario, timeline: &Timeline) -> Vec<TeamLoad> {
    let load = |role: &crate::scenario::Role| {
        let lengths: Vec<u32> = timeline
            .events
            .iter()
            .filter_map(|event| match &event.what {
                EventKind::WorkBegun { by, until, .. } if *by == role.id => Some(until.since(event.at).minutes()),
                _ => None,
            })
            .collect();
        let arrival = timeline.first(|what| matches!(what, EventKind::RoleArrived(id) if *id == role.id));
        TeamLoad {
            title: role.title.clone(),
            holder: role.holder.clone(),
            since: arrival.map(|event| event.at),
            works: lengths.len(),
            minutes: lengths.iter().sum(),
        }
    };
    scenario.roles.iter().map(load).collect()
}
