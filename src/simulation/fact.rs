//! What the team knows: facts go from unknown to suspected to confirmed, and never back.
//!
//! Injects make the team suspect, investigations confirm. How long an investigation takes is the team's
//! matter (`team`); what is believed while a fact is only suspected is the scenario's, and may be wrong.
//! Where a number is confirmed that differs from the one believed, the revision is recorded.
//!
//! *Who knows.* Whoever leads the work or receives the inject that brings a fact up knows it first; everybody
//! at work knows it `briefing_hours` later. Ignored: that people misunderstand each other.

use std::collections::BTreeMap;

use bevy_ecs::system::Local;

use super::ledger::{Ledger, Stage, enter};
use crate::id::{FactId, RoleId};
use crate::scenario::Effect;
use crate::time::SimTime;
use crate::timeline::Happening;

/// Returns what to record where a number is confirmed that differs from what was believed.
fn revision(fact: &FactId, stage: &Stage) -> Option<Happening> {
    let scenario = stage.scenario();
    let known = scenario.fact(fact)?;
    let (true_number, believed) = (stage.ledger.number(known)?, known.early.as_ref()?.number?);
    let what = Happening::BeliefRevised { fact: fact.clone(), believed, true_number };
    (true_number != believed).then_some(what)
}

/// Lets everybody at work know what one of them has known for `briefing_hours`.
pub(super) fn brief(mut stage: Stage, mut before: Local<Option<[usize; 4]>>) {
    let now = stage.now();
    let delay = stage.setting.model().briefing_hours.value;
    let ripe = |knowers: &BTreeMap<RoleId, SimTime>| {
        knowers.values().min().is_some_and(|since| now.since(*since).hours() >= delay)
    };
    let Ledger { knows, active, .. } = &mut *stage.ledger;
    // None of these ever falls: where they are as they were, there is nobody left to brief.
    let count = |knows: &BTreeMap<FactId, BTreeMap<RoleId, SimTime>>| {
        let ripe_count = knows.values().filter(|knowers| ripe(knowers)).count();
        [active.len(), knows.len(), knows.values().map(BTreeMap::len).sum(), ripe_count]
    };
    if *before == Some(count(knows)) {
        return;
    }
    for knowers in knows.values_mut().filter(|knowers| ripe(knowers)) {
        for role in active.keys() {
            enter(knowers, role, now);
        }
    }
    *before = Some(count(knows));
}

/// Enters what has come to be suspected or confirmed, and the milestones reached.
pub(super) fn learn(mut stage: Stage) {
    let now = stage.now();
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Suspect(fact) if enter(&mut stage.ledger.suspected, &fact, now) => {
                stage.record(Happening::FactSuspected(fact), cause);
            }
            Effect::Confirm(fact) => {
                enter(&mut stage.ledger.suspected, &fact, now);
                if enter(&mut stage.ledger.confirmed, &fact, now) {
                    let revised = revision(&fact, &stage);
                    stage.record(Happening::FactConfirmed(fact), cause);
                    if let Some(revised) = revised {
                        stage.record(revised, cause);
                    }
                }
            }
            Effect::Milestone(milestone) if enter(&mut stage.ledger.milestones, &milestone, now) => {
                stage.record(Happening::MilestoneReached(milestone), cause);
            }
            _ => {}
        }
    }
}
