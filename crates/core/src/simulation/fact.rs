//! What the team knows: facts go from unknown to suspected to confirmed, and never back.
//!
//! Injects make the team suspect, investigations confirm. How long an investigation takes is the team's
//! matter (`team`); what is believed while a fact is only suspected is the scenario's, and may be wrong.
//! Where a number is confirmed that differs from the one believed, the revision is recorded.
//!
//! *Who knows.* Whoever leads the work or receives the inject that brings a fact up knows it first; everybody
//! at work knows it `briefing_hours` later. Ignored: that people misunderstand each other.

use std::collections::BTreeMap;

use bevy_ecs::system::{Local, ResMut};

use super::ledger::{Ledger, Shared, Stage, enter};
use crate::id::{FactId, RoleId};
use crate::scenario::Effect;
use crate::time::{LATEST, SimDuration, SimTime};
use crate::timeline::EventKind;

/// Returns what to record where a number is confirmed that differs from what was believed.
fn revision(fact: &FactId, stage: &Stage) -> Option<EventKind> {
    let scenario = stage.scenario();
    let known = scenario.fact(fact)?;
    let (true_number, believed) = (stage.ledger.number(known)?, known.early.as_ref()?.number?);
    let what = EventKind::BeliefRevised { fact: fact.clone(), believed, true_number };
    (true_number != believed).then_some(what)
}

/// Until when nobody is left to brief; a memory that only saves time.
#[derive(Clone, Copy)]
pub(super) struct Briefed {
    /// How many roles are at work, and of how many facts how many roles know. None of these ever falls.
    counts: [usize; 3],
    /// When the next fact has been known for long enough.
    next: SimTime,
}

/// The whole minutes of some hours: a minute early at most, and then it is asked again.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hours")]
fn whole_minutes(hours: f64) -> SimDuration {
    SimDuration::from_minutes((hours * 60.0) as u32)
}

/// Lets everybody at work know what one of them has known for `briefing_hours`.
pub(super) fn brief(mut shared: ResMut<Shared>, mut briefed: Local<Option<Briefed>>) {
    let stage = shared.stage();
    let now = stage.now();
    let delay = stage.setting.model().briefing_hours.value;
    let Ledger { knows, active, .. } = stage.ledger;
    let count = |knows: &BTreeMap<FactId, BTreeMap<RoleId, SimTime>>| {
        [active.len(), knows.len(), knows.values().map(BTreeMap::len).sum()]
    };
    if briefed.is_some_and(|briefed| now < briefed.next && briefed.counts == count(knows)) {
        return;
    }
    let mut next = LATEST;
    for knowers in knows.values_mut() {
        let Some(since) = knowers.values().min().copied() else { continue };
        if now.since(since).hours() < delay {
            next = next.min(since + whole_minutes(delay));
            continue;
        }
        for role in active.keys() {
            enter(knowers, role, now);
        }
    }
    *briefed = Some(Briefed { counts: count(knows), next });
}

/// Enters what has come to be suspected or confirmed, and the milestones reached.
pub(super) fn learn(mut shared: ResMut<Shared>) {
    let mut stage = shared.stage();
    let now = stage.now();
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Suspect(fact) if enter(&mut stage.ledger.suspected, &fact, now) => {
                stage.record(EventKind::FactSuspected(fact), cause);
            }
            Effect::Confirm(fact) => {
                enter(&mut stage.ledger.suspected, &fact, now);
                if enter(&mut stage.ledger.confirmed, &fact, now) {
                    let revised = revision(&fact, &stage);
                    stage.record(EventKind::FactConfirmed(fact), cause);
                    if let Some(revised) = revised {
                        stage.record(revised, cause);
                    }
                }
            }
            Effect::Milestone(milestone) if enter(&mut stage.ledger.milestones, &milestone, now) => {
                stage.record(EventKind::MilestoneReached(milestone), cause);
            }
            _ => {}
        }
    }
}
