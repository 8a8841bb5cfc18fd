//! Facts known to the team. A fact goes from unknown to suspected to confirmed and never back.
//!
//! Injects raise suspicions and investigations confirm them. The duration of an investigation is determined by the
//! team (`team`). The belief held while a fact is only suspected comes from the scenario, and may be wrong. If a
//! confirmed number differs from the one believed before, a revision is recorded.
//!
//! *Spread of knowledge.* The role that leads the work or receives the inject learns the fact first. All other
//! roles at work learn it `briefing_hours` later. Not modeled: misunderstandings.

use std::collections::BTreeMap;

use bevy_ecs::system::{Local, ResMut};

use super::ledger::{Ledger, Shared, Stage, enter};
use crate::id::{FactId, RoleId};
use crate::scenario::Effect;
use crate::time::{LATEST, SimDuration, SimTime};
use crate::timeline::EventKind;

/// Returns the event to record if a confirmed number differs from the believed one.
fn revision(fact: &FactId, stage: &Stage) -> Option<EventKind> {
    let scenario = stage.scenario();
    let known = scenario.fact(fact)?;
    let (true_number, believed) = (stage.ledger.number(known)?, known.early.as_ref()?.number?);
    let what = EventKind::BeliefRevised { fact: fact.clone(), believed, true_number };
    (true_number != believed).then_some(what)
}

/// Cached result that no role needs to be briefed before a given moment. It only saves time.
#[derive(Clone, Copy)]
pub(super) struct Briefed {
    /// Number of active roles, of known facts, and of (fact, role) pairs. None of these ever decreases.
    counts: [usize; 3],
    /// Moment at which the next fact has been known long enough.
    next: SimTime,
}

/// Rounds hours down to whole minutes. The result is at most a minute early, and the caller checks again.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value is a few hours")]
fn whole_minutes(hours: f64) -> SimDuration {
    SimDuration::from_minutes((hours * 60.0) as u32)
}

/// Briefs all active roles on facts that one of them has known for `briefing_hours`.
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

/// Records newly suspected and confirmed facts, and milestones reached.
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
