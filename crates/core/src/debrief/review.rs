//! Reviews of what was said, which clocks ran, how long answers took, and who did how much.

use serde::Serialize;

use crate::scenario::{AudienceKind, Clock, ClockKind, Scenario};
use crate::statement::{Says, Soundness};
use crate::time::SimTime;
use crate::timeline::{EventKind, Publication, Timeline};

/// What was said, and how each claim stood to the truth.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementReview {
    /// When it went out, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// The entry of the session's log behind it.
    pub entry: u32,
    /// The action.
    pub title: String,
    /// For whom.
    pub audience: AudienceKind,
    /// The words.
    pub text: String,
    /// The claims.
    pub claims: Vec<ClaimReview>,
    /// The next update it promised, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub next_update: Option<SimTime>,
}

/// One claim of a statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimReview {
    /// What it was about.
    pub about: String,
    /// What was said.
    pub text: String,
    /// How it stood to truth and knowledge when it was made.
    pub soundness: Soundness,
    /// When it turned out false, if it did, in minutes since StartEx.
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
        next_update: said.statement.next_update,
    };
    timeline.publications.iter().enumerate().map(review).collect()
}

fn claims(index: usize, said: &Publication, scenario: &Scenario, timeline: &Timeline) -> Vec<ClaimReview> {
    let review = |claim: &crate::statement::JudgedClaim| {
        let topic = scenario.topic(&claim.topic)?;
        let text = match &claim.says {
            Says::NotKnownYet => "not known yet".to_owned(),
            Says::Number(number) => number.to_string(),
            Says::Option(id) => topic.claims.iter().find(|option| option.id == *id)?.text.clone(),
        };
        let reversed = timeline.first(|what| {
            matches!(what, EventKind::ClaimReversed { publication, topic } if *publication == index && *topic == claim.topic)
        });
        Some(ClaimReview {
            about: topic.title.trim_end_matches('?').to_owned(),
            text,
            soundness: claim.soundness,
            reversed: reversed.map(|event| event.at),
        })
    };
    said.claims.iter().filter_map(review).collect()
}

/// How a clock came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClockStatus {
    /// It never started.
    NotTriggered,
    /// The duty was fulfilled in time.
    Met,
    /// The duty was fulfilled late.
    Late,
    /// It fell due and the duty was never fulfilled.
    Missed,
    /// It was not yet due at the end.
    Open,
}

impl ClockStatus {
    /// Returns the word for people.
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

/// A clock, with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockReview {
    /// Its name.
    pub title: String,
    /// Who must be told.
    pub recipient: String,
    /// What starts it, in the words of the law.
    pub kind: ClockKind,
    /// When it started, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub started: Option<SimTime>,
    /// When it fell due, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub due: Option<SimTime>,
    /// When the duty was fulfilled, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub told: Option<SimTime>,
    /// How it came out.
    pub status: ClockStatus,
    /// The law or contract.
    pub source: String,
    /// The evidence grade of the row.
    pub grade: String,
    /// The day on which the row was checked.
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

/// A question, and how long its answer took.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponseTime {
    /// The question.
    pub title: String,
    /// Who asked.
    pub from: String,
    /// When it was asked, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub asked: SimTime,
    /// Until when an answer helped, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub due: SimTime,
    /// When it was answered, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub answered: Option<SimTime>,
}

/// Returns how long each answer took.
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

/// How much a role did.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TeamLoad {
    /// The role.
    pub title: String,
    /// Who sat there.
    pub holder: String,
    /// Since when it was at work, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub since: Option<SimTime>,
    /// Works it led.
    pub works: usize,
    /// Minutes in which it led a work; works at the same time count each.
    pub minutes: u32,
}

/// Returns how much each role did.
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
