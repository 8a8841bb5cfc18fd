//! Aggregate state of all customers: sums over strata, including customers who are asleep.

use bevy_ecs::resource::Resource;
use serde::Serialize;

use super::kernel::{Sums, UNIT};
use super::sleeper::Sleepers;
use super::stratum::STRATA;
use crate::scenario::{Metric, Model, Scenario};
use crate::simulation::ledger::Stage;

/// Aggregate state of all customers. Counts refer to simulated customers.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(crate) struct Mood {
    aware: f64,
    gone: f64,
    trust: f64,
    anger: f64,
    fear: f64,
    spending: f64,
    /// Current trust of aware customers, and their trust before the breach.
    aware_trust: f64,
    aware_prior: f64,
    /// Mean trust of each segment's aware customers; the prior trust of the segment while none is aware.
    peers: Vec<f64>,
    /// The larger of anger and fear, summed over aware customers who have not left.
    pub(crate) upset: f64,
    /// Additional decay of anger due to replies on social networks.
    pub(crate) relief: f64,
    /// Wavering due to awareness alone, 0 to 1.
    pub(super) waver: f64,
}

#[expect(clippy::cast_precision_loss, reason = "sums over at most five million customers")]
fn float(sum: i64) -> f64 {
    sum as f64 / f64::from(UNIT)
}

impl Mood {
    /// Updates the state from the sums of a minute.
    #[expect(clippy::cast_precision_loss, reason = "populations are far below 2^52")]
    pub(super) fn take(&mut self, sums: &[Sums; STRATA], sleepers: &Sleepers, scenario: &Scenario) {
        let (relief, waver) = (self.relief, self.waver);
        let mut mood = Mood { relief, waver, peers: self.peers.clone(), ..Mood::default() };
        mood.peers.resize(scenario.customers.segments.len(), 0.0);
        let (mut spent, mut normal) = (0.0, 0.0);
        for (segment, profile) in scenario.customers.segments.iter().enumerate() {
            let (mut trust, mut rows) = (0.0, 0.0);
            for stratum in [2 * segment, 2 * segment + 1] {
                let (sums, weight) = (&sums[stratum], sleepers.weights[stratum]);
                let asleep = sleepers.asleep[stratum] as f64;
                mood.aware += weight * sums.rows as f64;
                mood.gone += weight * (sums.rows as f64 - float(sums.here));
                mood.trust += weight * (float(sums.trust) + float(sleepers.asleep_trust[stratum]));
                mood.anger += weight * float(sums.anger);
                mood.fear += weight * float(sums.fear);
                mood.upset += weight * float(sums.upset);
                mood.aware_trust += weight * float(sums.trust);
                mood.aware_prior += weight * float(sleepers.prior[stratum] - sleepers.asleep_trust[stratum]);
                spent += profile.spend * weight * (asleep + float(sums.spending));
                normal += profile.spend * weight * (asleep + sums.rows as f64);
                trust += weight * float(sums.trust);
                rows += weight * sums.rows as f64;
            }
            mood.peers[segment] = if rows > 0.0 { trust / rows } else { profile.trust };
        }
        mood.spending = if normal > 0.0 { (spent / normal).clamp(0.0, 1.0) } else { 1.0 };
        *self = mood;
    }

    /// Updates wavering for one minute. It decays over months, but never falls below current search interest:
    /// customers who hear of a breach consider leaving even if nothing else drives them to.
    pub(super) fn keep_in_mind(&mut self, search: f64, model: &Model) {
        let kept = libm::exp2(-1.0 / (24.0 * 60.0 * model.waver_half_life_days.value));
        self.waver = (self.waver * kept).max(search.clamp(0.0, 1.0));
    }

    /// Writes the customer metrics to the ledger.
    pub(super) fn report(&self, stage: &mut Stage, scenario: &Scenario) {
        let all = f64::from(scenario.customers.population);
        let of_all = |sum: f64| (sum / all).clamp(0.0, 1.0);
        stage.ledger.set(Metric::Trust, of_all(self.trust));
        stage.ledger.set(Metric::Anger, of_all(self.anger));
        stage.ledger.set(Metric::Fear, of_all(self.fear));
        stage.ledger.set(Metric::Awareness, of_all(self.aware));
        stage.ledger.set(Metric::CustomersLost, self.gone.max(0.0) * scenario.customers.weight());
        stage.ledger.set(Metric::Reputation, self.reputation(scenario));
        stage.ledger.set(Metric::SpendingLost, 1.0 - self.spending);
    }

    /// Returns the mean change of trust among aware customers, in standard deviations of trust.
    pub(crate) fn reputation(&self, scenario: &Scenario) -> f64 {
        if self.aware > 0.0 {
            (self.aware_trust - self.aware_prior) / self.aware / scenario.model.reputation_sd.value
        } else {
            0.0
        }
    }

    /// Returns the mean trust of a segment's aware customers.
    pub(super) fn peers(&self, segment: usize) -> f64 {
        self.peers.get(segment).copied().unwrap_or(0.0)
    }

    /// Returns the spending of all customers relative to spending without a breach, 0 to 1.
    pub(crate) fn spending(&self) -> f64 {
        self.spending
    }

    /// Returns the mean anger and the mean fear of aware customers, 0 to 1.
    pub(crate) fn aware_feelings(&self) -> (f64, f64) {
        let aware = self.aware.max(1.0);
        (self.anger / aware, self.fear / aware)
    }

    /// Returns the number of aware simulated customers.
    pub(crate) fn aware(&self) -> f64 {
        self.aware
    }
}
