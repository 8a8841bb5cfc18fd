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

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::customer::Mood;
use super::disclosure::Disclosure;
use super::ledger::Shared;
use crate::scenario::{Effect, Metric, Model, Scenario, ShopState};
use crate::time::SimTime;
use crate::timeline::EventKind;

/// The shop and the call center.
#[derive(Resource, Clone, Debug, Serialize)]
pub(super) struct Operation {
    pub(super) shop: ShopState,
    pub(super) fast_updates: bool,
    pub(super) monitored: bool,
    pub(super) listening: bool,
    pub(super) agents: u32,
    backlog: f64,
    /// Contacts that were given up and will be tried again.
    redial: f64,
    /// Contacts so far: made for the first time, answered, given up for good.
    made: f64,
    answered: f64,
    lost: f64,
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
            redial: 0.0,
            made: 0.0,
            answered: 0.0,
            lost: 0.0,
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

impl Operation {
    /// Takes the call center a minute on: new contacts and returns come in, agents answer, some give up.
    fn turn(&mut self, arrivals: f64, capacity: f64, model: &Model) {
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

/// Returns the rhythm of day and week; its mean over a week is 1.
pub(super) fn rhythm(scenario: &Scenario, now: SimTime) -> f64 {
    let weekend = scenario.model.revenue_weekend.value;
    let day = if scenario.calendar.is_weekend(now) { weekend } else { (7.0 - 2.0 * weekend) / 5.0 };
    day * rhythm_of_day(scenario, now)
}

fn rhythm_of_day(scenario: &Scenario, now: SimTime) -> f64 {
    let hour = scenario.calendar.hour_of_day(now);
    1.0 + (scenario.model.revenue_peak.value - 1.0) * libm::cos(std::f64::consts::TAU * (hour - 20.0) / 24.0)
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::source::BuiltIn;

    fn scenario() -> Scenario {
        load(&BuiltIn::Scenario("black_friday_skimmer".to_owned())).unwrap().output
    }

    #[test]
    fn no_contact_is_lost_from_the_books() {
        let scenario = scenario();
        let mut operation = Operation::new(&scenario);
        for minute in 0..600 {
            let arrivals = if minute < 200 { 9.0 } else { 0.5 };
            operation.turn(arrivals, 4.0, &scenario.model);
            let booked = operation.answered + operation.backlog + operation.redial + operation.lost;
            assert!((booked - operation.made).abs() < 1e-6, "minute {minute}");
        }
        assert!(operation.lost > 0.0);
    }

    #[test]
    fn the_rhythm_of_a_week_has_the_mean_one() {
        let scenario = scenario();
        let minutes = 7 * 24 * 60;
        let sum: f64 = (0..minutes).map(|minute| rhythm(&scenario, SimTime::from_minutes(minute))).sum();
        assert!((sum / f64::from(minutes) - 1.0).abs() < 1e-9);
    }
}
