//! The MSEL of a run for the facilitator: the state of each inject, and whether its expected outcome has occurred.
//!
//! A [`MselLine`] is derived from the injects and the ledger. This module has no state of its own and changes
//! nothing.
//!
//! The due time of an inject is known only if its trigger depends on time alone. An inject that waits for an event
//! is due when the event occurs. An inject *fits* if releasing it now would make sense: the omission it responds to
//! persists, or its condition holds if the times in it are ignored; its expected outcome has not occurred; and its
//! own due time, if it has one, is near, because its text may assume later developments of the story.

use serde::Serialize;

use super::inject::{Injects, Waiting};
use super::ledger::Ledger;
use crate::id::InjectId;
use crate::scenario::{Condition, Inject, Scenario, Trigger};
use crate::time::{SimDuration, SimTime};

/// Maximum time before its due time at which an inject can fit.
const NEAR: SimDuration = SimDuration::from_minutes(120);

/// One inject of the MSEL.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MselLine {
    /// Identifier of the inject.
    pub inject: InjectId,
    /// State of the inject.
    pub standing: InjectState,
    /// Earliest time of automatic release, if it depends on time alone.
    pub due: Option<SimTime>,
    /// Whether the inject fits the current state of the exercise.
    pub fits: bool,
    /// Status of the expected outcome, if the inject has one.
    pub expected: Option<Expected>,
}

/// State of an inject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum InjectState {
    /// Waiting for its trigger.
    Waiting,
    /// Waiting, but postponed until this moment.
    Postponed(SimTime),
    /// Held by the facilitator.
    Held,
    /// Released at this moment.
    Released(SimTime),
    /// No longer released automatically: an alternative was released, the omission it responds to did not occur, or
    /// its time window has closed.
    Skipped,
}

/// Status of the expected outcome of an inject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Expected {
    /// The inject has not been released.
    Ahead,
    /// The outcome has occurred.
    Met,
    /// The outcome has not occurred and is due by this moment.
    Open(SimTime),
    /// The outcome was due by this moment and has not occurred.
    Overdue(SimTime),
}

/// Returns the MSEL, in the order of the scenario.
pub(super) fn lines(scenario: &Scenario, ledger: &Ledger, injects: &Injects) -> Vec<MselLine> {
    scenario.injects.iter().map(|inject| line(inject, ledger, injects)).collect()
}

fn line(inject: &Inject, ledger: &Ledger, injects: &Injects) -> MselLine {
    let waiting = injects.waiting(&inject.id);
    let released = ledger.sent.get(&inject.id).copied();
    let standing = match (released, waiting) {
        (Some(at), _) => InjectState::Released(at),
        (None, None) => InjectState::Skipped,
        (None, Some(waiting)) => waiting.standing(inject, ledger),
    };
    let waits = waiting.filter(|_| standing != InjectState::Skipped);
    let due = waits.and_then(|waiting| waiting.due(inject, ledger));
    MselLine {
        inject: inject.id.clone(),
        standing,
        due,
        fits: waiting.is_some() && due.is_none_or(|due| due <= ledger.now + NEAR) && fits(inject, ledger),
        expected: inject.expects.as_ref().map(|expects| match released {
            None => Expected::Ahead,
            Some(_) if expects.what.holds(ledger) => Expected::Met,
            Some(at) if ledger.now <= at + expects.within => Expected::Open(at + expects.within),
            Some(at) => Expected::Overdue(at + expects.within),
        }),
    }
}

impl Waiting {
    fn standing(&self, inject: &Inject, ledger: &Ledger) -> InjectState {
        match self.postponed {
            _ if self.forced.is_some() => InjectState::Waiting,
            _ if self.held => InjectState::Held,
            _ if self.is_over(inject, ledger.now) => InjectState::Skipped,
            Some(until) if ledger.now < until => InjectState::Postponed(until),
            _ => InjectState::Waiting,
        }
    }

    /// Returns whether its own trigger can never fire again.
    fn is_over(&self, inject: &Inject, now: SimTime) -> bool {
        match &inject.trigger {
            Trigger::NotBy { by, .. } => now > *by && !self.missed,
            Trigger::Chance { until, .. } => now >= *until,
            _ => false,
        }
    }

    /// Returns the earliest time of release, if it depends on time alone.
    fn due(&self, inject: &Inject, ledger: &Ledger) -> Option<SimTime> {
        if self.forced.is_some() {
            return Some(ledger.now);
        }
        let own = match &inject.trigger {
            Trigger::At(time) | Trigger::NotBy { by: time, .. } | Trigger::Chance { from: time, .. } => Some(*time),
            Trigger::When(what) => earliest(what),
            Trigger::After { what, delay } => self.holds_since.or_else(|| earliest(what)).map(|since| since + *delay),
            Trigger::ByHand => None,
        };
        let due = self.postponed.map_or(own?, |until| until.max(own.unwrap_or(until)));
        // If this moment has passed, the inject is also waiting for something else.
        (due >= ledger.now).then_some(due)
    }
}

/// Returns the earliest time at which a condition can hold, if the condition contains a time.
fn earliest(what: &Condition) -> Option<SimTime> {
    match what {
        Condition::At(time) => Some(*time),
        Condition::All(parts) => parts.iter().filter_map(earliest).max(),
        _ => None,
    }
}

/// Returns whether an inject fits the current state of the exercise, apart from its due time.
fn fits(inject: &Inject, ledger: &Ledger) -> bool {
    let is_so = match &inject.trigger {
        Trigger::NotBy { what, .. } => !what.holds(ledger),
        Trigger::When(what) | Trigger::After { what, .. } | Trigger::Chance { when: what, .. } => {
            holds_but_for_the_hour(what, ledger)
        }
        Trigger::At(_) | Trigger::ByHand => true,
    };
    is_so && !inject.expects.as_ref().is_some_and(|expects| expects.what.holds(ledger))
}

/// Returns whether a condition would hold if all times it contains had passed.
fn holds_but_for_the_hour(what: &Condition, ledger: &Ledger) -> bool {
    match what {
        Condition::At(_) => true,
        Condition::All(parts) => parts.iter().all(|part| holds_but_for_the_hour(part, ledger)),
        _ => what.holds(ledger),
    }
}
