//! The MSEL of a run as the facilitator sees it: where each inject stands, and what it was meant to bring about.
//!
//! Nothing here is kept or changes anything: a [`MselLine`] is read off the injects and the ledger.
//! When an inject is due is known where that is a matter of time; an inject that waits for something to come about
//! is due when it does. An inject *fits* where what it is about is so now: the omission it answers stands, or the
//! condition it waits for holds but for the hour; what it is meant to bring about has not come about yet; and its own
//! time, where it has one, is near, since what it tells may lie in the story's future.

use serde::Serialize;

use super::inject::{Injects, Waiting};
use super::ledger::Ledger;
use crate::id::InjectId;
use crate::scenario::{Condition, Inject, Scenario, Trigger};
use crate::time::{SimDuration, SimTime};

/// How far ahead the time of an inject may lie when it fits.
const NEAR: SimDuration = SimDuration::from_minutes(120);

/// One inject of the MSEL.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MselLine {
    /// The inject.
    pub inject: InjectId,
    /// Where it stands.
    pub standing: InjectState,
    /// The first moment at which it can be released by itself, where that is a matter of time.
    pub due: Option<SimTime>,
    /// Whether what it is about is so now.
    pub fits: bool,
    /// What became of what it is meant to bring about, where it is meant to bring about something.
    pub expected: Option<Expected>,
}

/// Where an inject stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum InjectState {
    /// It waits for its trigger.
    Waiting,
    /// It waits, but not before this moment.
    Postponed(SimTime),
    /// It is held back.
    Held,
    /// It was released at this moment.
    Released(SimTime),
    /// It will not come by itself any more: an alternative was sent, the omission it answers did not happen, or its
    /// time is over.
    Skipped,
}

/// What became of what an inject is meant to bring about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Expected {
    /// The inject has not been released.
    Ahead,
    /// It has come about.
    Met,
    /// It has not come about, and there is time until this moment.
    Open(SimTime),
    /// It should have come about by this moment and has not.
    Overdue(SimTime),
}

/// Returns the whole list, in the scenario's order.
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

    /// Whether its own trigger can never be due again.
    fn is_over(&self, inject: &Inject, now: SimTime) -> bool {
        match &inject.trigger {
            Trigger::NotBy { by, .. } => now > *by && !self.missed,
            Trigger::Chance { until, .. } => now >= *until,
            _ => false,
        }
    }

    /// The first moment at which it can be released, where that is a matter of time.
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
        // A moment that has gone by was not the last thing it waits for.
        (due >= ledger.now).then_some(due)
    }
}

/// The first moment that a condition names for itself, if it waits for one.
fn earliest(what: &Condition) -> Option<SimTime> {
    match what {
        Condition::At(time) => Some(*time),
        Condition::All(parts) => parts.iter().filter_map(earliest).max(),
        _ => None,
    }
}

/// Whether what an inject is about is so now.
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

/// Whether a condition would hold if every moment it names had come.
fn holds_but_for_the_hour(what: &Condition, ledger: &Ledger) -> bool {
    match what {
        Condition::At(_) => true,
        Condition::All(parts) => parts.iter().all(|part| holds_but_for_the_hour(part, ledger)),
        _ => what.holds(ledger),
    }
}
