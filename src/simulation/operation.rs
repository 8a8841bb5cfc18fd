//! The shop and the call center.
//!
//! Quantities: the state of the shop; agents; contacts waiting. The rhythm of the day is
//! `1 + (peak - 1) * cos(2 pi (hour - 20) / 24)`, so that the mean is 1 and the evening is busiest. For each
//! minute: contacts arrive at `contacts_per_hour` for each aware customer at full fear or anger, less where
//! the public has specific information; agents answer `agents * calls_per_agent_hour`; what is left waits.
//! Ignored: that people hang up and call again.

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::customer::Mood;
use super::disclosure::Disclosure;
use super::ledger::Stage;
use crate::scenario::{Effect, Metric, Scenario, ShopState};
use crate::time::SimTime;
use crate::timeline::Happening;

/// The shop and the call center.
#[derive(Resource, Debug, Serialize)]
pub(super) struct Operation {
    pub(super) shop: ShopState,
    pub(super) fast_updates: bool,
    pub(super) monitored: bool,
    pub(super) listening: bool,
    pub(super) agents: u32,
    backlog: f64,
}

impl Operation {
    pub(super) fn new(scenario: &Scenario) -> Self {
        Operation {
            shop: ShopState::Online,
            fast_updates: false,
            monitored: false,
            listening: false,
            agents: scenario.organization.call_center_agents,
            backlog: 0.0,
        }
    }

    /// Returns how open the shop is, 0 to 1. A monitored shop loses less to being degraded.
    pub(super) fn openness(&self, scenario: &Scenario) -> f64 {
        let degraded = scenario.model.revenue_degraded.value;
        match (self.shop, self.monitored) {
            (ShopState::Online, _) => 1.0,
            (ShopState::Degraded, false) => degraded,
            (ShopState::Degraded, true) => 0.5 * (1.0 + degraded),
            (ShopState::Down, _) => 0.0,
        }
    }

    /// Returns the shop's traffic relative to a mean minute.
    pub(super) fn traffic(&self, scenario: &Scenario, now: SimTime) -> f64 {
        rhythm(scenario, now) * self.openness(scenario)
    }

    /// Returns how long a contact waits, in hours.
    pub(super) fn wait_hours(&self, scenario: &Scenario) -> f64 {
        let capacity = f64::from(self.agents) * scenario.organization.calls_per_agent_hour;
        if capacity > 0.0 { (self.backlog / capacity).min(24.0) } else { 24.0 }
    }
}

/// Returns the rhythm of the day; its mean is 1.
pub(super) fn rhythm(scenario: &Scenario, now: SimTime) -> f64 {
    let hour = scenario.calendar.hour_of_day(now);
    1.0 + (scenario.model.revenue_peak.value - 1.0) * libm::cos(std::f64::consts::TAU * (hour - 20.0) / 24.0)
}

/// Takes the effects that concern shop, call center and listening.
pub(super) fn set_up(mut stage: Stage, mut operation: ResMut<Operation>) {
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Shop(state) if state != operation.shop => {
                operation.shop = state;
                stage.ledger.shop = state;
                stage.record(Happening::ShopChanged(state), cause);
            }
            Effect::FastUpdate => operation.fast_updates = true,
            Effect::Monitor => operation.monitored = true,
            Effect::Agents(count) => operation.agents += count,
            Effect::Listen if !operation.listening => {
                operation.listening = true;
                let now = stage.now();
                stage.ledger.listening = Some(now);
                stage.record(Happening::ListeningOn, cause);
            }
            _ => {}
        }
    }
}

/// Lets contacts arrive and be answered.
pub(super) fn answer_contacts(
    mut stage: Stage,
    mood: Res<Mood>,
    disclosure: Res<Disclosure>,
    mut operation: ResMut<Operation>,
) {
    let scenario = stage.scenario();
    let calm = 1.0 - 0.5 * disclosure.specificity;
    let arrivals = scenario.model.contacts_per_hour.value / 60.0 * mood.upset * scenario.customers.weight() * calm;
    let answered = f64::from(operation.agents) * scenario.organization.calls_per_agent_hour / 60.0;
    operation.backlog = (operation.backlog + arrivals - answered).max(0.0);
    stage.ledger.set(Metric::Backlog, operation.backlog);
}
