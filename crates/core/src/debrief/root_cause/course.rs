//! The course of an action from the decision to its completion, and the workload of the role that led it.

use crate::decision::Decision;
use crate::id::RoleId;
use crate::scenario::{Action, Scenario};
use crate::scoring::{EvidenceItem, Record};
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, EventKind, Timeline};

/// Course of one action, as recorded.
pub struct Course<'a> {
    /// Action.
    pub action: &'a Action,
    /// Role that led it.
    pub by: &'a RoleId,
    /// Decision to take it.
    pub decision: Option<&'a Decision>,
    /// Log entry of the decision.
    pub entry: EntryNumber,
    /// When work on it began, which is the time of the decision.
    pub begun: SimTime,
    /// When its draft was finished, and the role that had to approve it first.
    pub drafted: Option<(SimTime, &'a RoleId)>,
    /// When it was last approved, and by which role.
    pub approved: Option<(SimTime, &'a RoleId)>,
    /// When an error by a fatigued role set it back.
    pub redone: Option<SimTime>,
    /// When it was finished.
    pub finished: Option<SimTime>,
}

/// Returns the course of the action that a log entry started.
pub fn of_entry<'a>(entry: EntryNumber, record: &Record<'a>) -> Option<Course<'a>> {
    let mut events = record.timeline.events.iter().filter(|event| event.cause == Some(entry));
    let begun = events.clone().find(|event| matches!(event.what, EventKind::WorkBegun { .. }))?;
    let EventKind::WorkBegun { action, by, .. } = &begun.what else { return None };
    let mut course = Course {
        action: record.scenario.action(action)?,
        by,
        decision: record.decision(entry),
        entry,
        begun: begun.at,
        drafted: None,
        approved: None,
        redone: None,
        finished: None,
    };
    events.by_ref().for_each(|event| match &event.what {
        EventKind::Drafted { to, .. } => course.drafted = course.drafted.or(Some((event.at, to))),
        EventKind::Approved { by, .. } => course.approved = Some((event.at, by)),
        EventKind::WorkRedone { .. } => course.redone = Some(event.at),
        EventKind::WorkFinished(_) => course.finished = Some(event.at),
        _ => {}
    });
    Some(course)
}

/// Returns every course of an action, in chronological order.
pub fn of_action<'a>(action: &Action, record: &Record<'a>) -> Vec<Course<'a>> {
    let begun = record
        .timeline
        .events
        .iter()
        .filter(|event| matches!(&event.what, EventKind::WorkBegun { action: id, .. } if *id == action.id));
    begun.filter_map(|event| of_entry(event.cause?, record)).collect()
}

impl Course<'_> {
    /// Returns the decision as evidence, introduced by `words`.
    pub fn evidence(&self, words: &str) -> EvidenceItem {
        EvidenceItem::at(self.begun, Some(self.entry), format!("{words}: {}", self.action.title))
    }
}

/// Returns when a role became active.
pub fn arrival(role: &RoleId, timeline: &Timeline) -> Option<SimTime> {
    timeline.first(|what| matches!(what, EventKind::RoleArrived(id) if id == role)).map(|event| event.at)
}

/// Returns the share of minutes between `from` and `until` in which a role was at its capacity, 0 to 1. Returns 0
/// for an empty interval.
pub fn full_share(role: &RoleId, from: SimTime, until: SimTime, record: &Record<'_>) -> f64 {
    let capacity = record.scenario.role(role).map_or(1, |role| role.capacity as usize);
    let spans = spans(role, record);
    let minutes = from.minutes()..until.minutes();
    let length = u32::try_from(minutes.len()).unwrap_or(u32::MAX);
    let at = |minute: &u32| {
        let now = SimTime::from_minutes(*minute);
        spans.iter().filter(|(begun, ended)| *begun <= now && now < *ended).count() >= capacity
    };
    let full = u32::try_from(minutes.filter(at).count()).unwrap_or(u32::MAX);
    if length == 0 { 0.0 } else { f64::from(full) / f64::from(length) }
}

/// Returns the time spans in which a role was working on an action: from the beginning to the draft, or to the end
/// if the action has no draft.
fn spans(role: &RoleId, record: &Record<'_>) -> Vec<(SimTime, SimTime)> {
    let end = record.now() + SimDuration::from_minutes(1);
    let events = record.timeline.events.iter();
    let led = events.filter_map(|event| match &event.what {
        EventKind::WorkBegun { by, .. } if by == role => of_entry(event.cause?, record),
        _ => None,
    });
    led.map(|course| {
        let drafted = course.drafted.map(|(at, _)| at);
        (course.begun, drafted.or(course.finished).unwrap_or(end))
    })
    .collect()
}

/// Returns the title of a role for use within a sentence.
pub fn title<'a>(role: &RoleId, scenario: &'a Scenario) -> &'a str {
    scenario.role(role).map_or("role", |role| role.title.as_str())
}
