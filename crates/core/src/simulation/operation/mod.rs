//! The shop and the call center.
//!
//! Quantities: the state of the shop; agents; contacts waiting. The rhythm of the day is
//! `1 + (peak - 1) * cos(2 pi (hour - 20) / 24)`, so that the mean is 1 and the evening is busiest, times
//! `revenue_weekend` on Saturdays and Sundays and what keeps the mean of the week at 1 on other days. For each
//! minute: contacts arrive at `contacts_per_hour` for each aware customer at full fear or anger while the matter
//! is on everybody's mind (search interest of 1 and above, in proportion below: who has long been angry does not
//! call for ever), less where the public has specific information; agents answer `agents * calls_per_agent_hour`; of what is left
//! a share `1 - e^(-1 / (60 call_patience_hours))` gives up, and `call_redial_share` of those come back after
//! `call_redial_hours` on average. No contact is lost from the books: those made are answered, waiting, about
//! to come back, or given up for good. Ignored: opening hours, and that calls and mails wait differently.

pub(super) mod rhythm;
pub(super) mod state;

use bevy_ecs::system::{Res, ResMut};

use self::state::Operation;

use super::customer::mood::Mood;
use super::disclosure::state::Disclosure;
use super::ledger::Shared;
use crate::scenario::{Effect, Metric};
use crate::timeline::EventKind;

/// Takes the effects that concern shop, call center and listening.
pub(super) fn set_up(mut shared: ResMut<Shared>, mut operation: ResMut<Operation>) {
    let mut stage = shared.stage();
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Shop(state) if state != operation.shop => {
                operation.shop = state;
                stage.ledger.shop = state;
                stage.record(EventKind::ShopChanged(state), cause);
            }
            Effect::FastUpdate => operation.fast_updates = true,
            Effect::Monitor => operation.monitored = true,
            Effect::Agents(count) => operation.agents += count,
            Effect::Listen if !operation.listening => {
                operation.listening = true;
                let now = stage.now();
                stage.ledger.listening = Some(now);
                stage.record(EventKind::ListeningOn, cause);
            }
            _ => {}
        }
    }
}

/// Lets contacts arrive and be answered.
pub(super) fn answer_contacts(
    mut shared: ResMut<Shared>,
    mood: Res<Mood>,
    disclosure: Res<Disclosure>,
    mut operation: ResMut<Operation>,
) {
    let stage = shared.stage();
    let scenario = stage.scenario();
    let calm = 1.0 - 0.5 * disclosure.specificity;
    let interest = stage.ledger.metrics[Metric::Search.index()].min(1.0);
    let urge = scenario.model.contacts_per_hour.value / 60.0 * mood.upset * interest * calm;
    let arrivals = urge * scenario.customers.weight();
    let answered = f64::from(operation.agents) * scenario.organization.calls_per_agent_hour / 60.0;
    operation.turn(arrivals, answered, &scenario.model);
    stage.ledger.set(Metric::Backlog, operation.backlog);
}
