//! State of the shop and the call center.

use bevy_ecs::resource::Resource;
use serde::Serialize;

use super::rhythm::rhythm;
use crate::scenario::{Model, Scenario, ShopState};
use crate::time::SimTime;

/// The shop and the call center.
#[derive(Resource, Clone, Debug, Serialize)]
pub(in crate::simulation) struct Operation {
    pub(in crate::simulation) shop: ShopState,
    pub(in crate::simulation) fast_updates: bool,
    pub(in crate::simulation) monitored: bool,
    pub(in crate::simulation) listening: bool,
    pub(in crate::simulation) agents: u32,
    pub(super) backlog: f64,
    /// Contacts that gave up and will call again.
    redial: f64,
    /// Cumulative contacts: first attempts, answered, given up for good.
    made: f64,
    answered: f64,
    lost: f64,
}

impl Operation {
    pub(in crate::simulation) fn new(scenario: &Scenario) -> Self {
        Operation {
            shop: ShopState::Online,
            fast_updates: false,
            monitored: false,
            listening: false,
            agents: scenario.organization.call_center_agents,
            backlog: 0.0,
            redial: 0.0,
            made: 0.0,
            answered: 0.0,
            lost: 0.0,
        }
    }

    /// Returns the share of normal business that the shop can handle, 0 to 1. Monitoring halves the loss while it
    /// is degraded.
    pub(in crate::simulation) fn openness(&self, scenario: &Scenario) -> f64 {
        let degraded = scenario.model.revenue_degraded.value;
        match (self.shop, self.monitored) {
            (ShopState::Online, _) => 1.0,
            (ShopState::Degraded, false) => degraded,
            (ShopState::Degraded, true) => 0.5 * (1.0 + degraded),
            (ShopState::Down, _) => 0.0,
        }
    }

    /// Returns shop traffic relative to a mean minute.
    pub(in crate::simulation) fn traffic(&self, scenario: &Scenario, now: SimTime) -> f64 {
        rhythm(scenario, now) * self.openness(scenario)
    }

    /// Returns the waiting time of a contact, in hours.
    pub(in crate::simulation) fn wait_hours(&self, scenario: &Scenario) -> f64 {
        let capacity = f64::from(self.agents) * scenario.organization.calls_per_agent_hour;
        if capacity > 0.0 { (self.backlog / capacity).min(24.0) } else { 24.0 }
    }

    /// Advances the call center by one minute: new and repeated contacts arrive, agents answer, some contacts give
    /// up.
    pub(super) fn turn(&mut self, arrivals: f64, capacity: f64, model: &Model) {
        let returns = self.redial * (1.0 - libm::exp(-1.0 / (60.0 * model.call_redial_hours.value)));
        self.redial -= returns;
        self.made += arrivals;
        let waiting = self.backlog + arrivals + returns;
        let answered = waiting.min(capacity);
        let left = waiting - answered;
        let given_up = left * (1.0 - libm::exp(-1.0 / (60.0 * model.call_patience_hours.value)));
        self.backlog = left - given_up;
        self.answered += answered;
        self.redial += given_up * model.call_redial_share.value;
        self.lost += given_up * (1.0 - model.call_redial_share.value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::source::BuiltIn;

    #[test]
    fn every_contact_is_accounted_for() {
        let scenario = load(&BuiltIn::Scenario("black_friday_skimmer".to_owned())).unwrap().output;
        let mut operation = Operation::new(&scenario);
        for minute in 0..600 {
            let arrivals = if minute < 200 { 9.0 } else { 0.5 };
            operation.turn(arrivals, 4.0, &scenario.model);
            let booked = operation.answered + operation.backlog + operation.redial + operation.lost;
            assert!((booked - operation.made).abs() < 1e-6, "minute {minute}");
        }
        assert!(operation.lost > 0.0);
    }
}
