//! The online shop and the call center.
//!
//! The state consists of the status of the shop, the number of agents and the contacts waiting. Daily traffic
//! follows `1 + (peak - 1) * cos(2 pi (hour - 20) / 24)`, so its mean is 1 and the evening is busiest. It is
//! multiplied by `revenue_weekend` on Saturdays and Sundays, and on other days by the factor that keeps the weekly
//! mean at 1.
//!
//! In each minute, contacts arrive at the rate `contacts_per_hour` per aware customer at full fear or anger. The
//! rate is proportional to search interest, up to an interest of 1, because customers who have been angry for weeks
//! do not keep calling. It is lower if the public has specific information. Agents answer
//! `agents * calls_per_agent_hour`. Of the remaining contacts, a share `1 - e^(-1 / (60 call_patience_hours))`
//! gives up, and `call_redial_share` of those call again after `call_redial_hours` on average. Contacts are
//! conserved: each is answered, waiting, about to call again, or has given up for good.
//!
//! Not modeled: opening hours, and the different waiting times of calls and mails.

pub(super) mod rhythm;
pub(super) mod state;

use bevy_ecs::system::{Res, ResMut};

use self::state::Operation;

use super::customer::mood::Mood;
use super::disclosure::state::Disclosure;
use super::ledger::Shared;
use crate::scenario::{Effect, Metric};
use crate::timeline::EventKind;

/// Applies effects on the shop, the call center and social listening.
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

/// Processes the contacts of one minute.
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
