//! What the team knows: facts go from unknown to suspected to confirmed, and never back.
//!
//! Injects make the team suspect, investigations confirm. How long an investigation takes is the team's
//! matter (`team`); what is believed while a fact is only suspected is the scenario's, and may be wrong.
//! Ignored: that different people know different things.

use super::ledger::{Stage, enter};
use crate::scenario::Effect;
use crate::timeline::Happening;

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
                    stage.record(Happening::FactConfirmed(fact), cause);
                }
            }
            Effect::Milestone(milestone) if enter(&mut stage.ledger.milestones, &milestone, now) => {
                stage.record(Happening::MilestoneReached(milestone), cause);
            }
            _ => {}
        }
    }
}
