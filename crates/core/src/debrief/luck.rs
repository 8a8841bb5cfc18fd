//! Luck and skill: how the same decisions fare under different random draws, and where the recorded run ranks.
//!
//! The session log is replayed with many seeds. What the results have in common is due to the decisions; their
//! spread is due to luck. A run at the 90th percentile of its own decisions was lucky. If the whole range of one
//! team's results lies above another's, that team is better regardless of the draws either had.

use serde::Serialize;

use crate::ensemble::counterfactual::Sample;
use crate::ensemble::plan::Played;
use crate::ensemble::{Distribution, Ensemble};

/// Number of histogram columns.
const COLUMNS: usize = 20;

/// Spread of one result over seeds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spread {
    /// Result with the recorded seed, simulated with the same cohort of customers as the other seeds.
    pub own: f64,
    /// Share of other seeds with a lower result, 0 to 1. Equal results count half.
    pub percentile: f64,
    /// Distribution over the other seeds.
    pub distribution: Distribution,
    /// Number of seeds in each of twenty columns from 0 to 100. Values outside that range count in the first or
    /// last column.
    pub histogram: Vec<u32>,
}

/// Spread of a run's outcome and playbook score over seeds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Luck {
    /// Number of seeds.
    pub seeds: usize,
    /// Outcome, 0 to 100.
    pub outcome: Spread,
    /// Playbook score, 0 to 100.
    pub playbook: Spread,
    /// Share of decisions, over all seeds, that could not be taken under other random draws, 0 to 1.
    pub dropped: f64,
    /// Results of scripted players of known quality in the same scenario, worst first.
    pub autopilots: Vec<Band>,
}

/// Results of a scripted player in the same scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    /// Name of the scripted player.
    pub autopilot: String,
    /// Number of seeds.
    pub seeds: u64,
    /// Outcome, 0 to 100.
    pub outcome: Distribution,
    /// Playbook score, 0 to 100.
    pub playbook: Distribution,
}

/// Returns the results of each player of an ensemble, in the ensemble's order.
pub fn bands(ensemble: &Ensemble) -> Vec<Band> {
    let band = |played: &Played| Band {
        autopilot: played.autopilot.clone(),
        seeds: ensemble.seeds,
        outcome: played.outcome.clone(),
        playbook: played.playbook.clone(),
    };
    ensemble.players.iter().map(band).collect()
}

impl Luck {
    /// Returns where a run ranks among replays of the same decisions, or `None` if there are no other seeds.
    pub fn of(own: &Sample, others: &[Sample], decision_count: usize, autopilots: Vec<Band>) -> Option<Self> {
        if others.is_empty() {
            return None;
        }
        let dropped: usize = others.iter().map(|sample| sample.dropped).sum();
        Some(Luck {
            seeds: others.len(),
            outcome: Spread::of(own, others, |sample| sample.outcome.clamp(0.0, 100.0)),
            playbook: Spread::of(own, others, |sample| sample.playbook),
            dropped: share(dropped, others.len() * decision_count),
            autopilots,
        })
    }
}

impl Spread {
    fn of(own: &Sample, others: &[Sample], measure: fn(&Sample) -> f64) -> Self {
        let own = measure(own);
        let values: Vec<f64> = others.iter().map(measure).collect();
        let below = values.iter().filter(|value| **value < own).count();
        let equal = values.iter().filter(|value| value.total_cmp(&own).is_eq()).count();
        let mut histogram = vec![0; COLUMNS];
        for value in &values {
            histogram[column(*value)] += 1;
        }
        let percentile = share(2 * below + equal, 2 * values.len());
        Spread { own, percentile, distribution: Distribution::of(&values), histogram }
    }
}

/// Returns the histogram column of a value from 0 to 100.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "the value is clamped to 20 columns"
)]
fn column(value: f64) -> usize {
    ((value.clamp(0.0, 100.0) / 100.0 * COLUMNS as f64) as usize).min(COLUMNS - 1)
}

#[expect(clippy::cast_precision_loss, reason = "counts of at most a few thousand are exact")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
