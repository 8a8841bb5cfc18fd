//! Luck and skill: the same decisions under other luck, and where this run stands among them.
//!
//! The log is played again with many seeds. What the results have in common is what the decisions did; how they differ
//! is what luck did. A run that stands at the 90th percentile of its own decisions was lucky; a team whose whole band
//! lies above that of another is better, whatever either of them drew.

use serde::Serialize;

use crate::ensemble::counterfactual::Sample;
use crate::ensemble::plan::Played;
use crate::ensemble::{Distribution, Ensemble};

/// How many columns a histogram has.
const COLUMNS: usize = 20;

/// One result under other luck.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spread {
    /// What the recorded seed gave, with the same cohort of customers as the others.
    pub own: f64,
    /// The share of other seeds that gave less, 0 to 1; equal ones count half.
    pub percentile: f64,
    /// How it is spread over the seeds.
    pub distribution: Distribution,
    /// How many seeds fell into each of twenty columns from 0 to 100; what lies outside is in the first or the last.
    pub histogram: Vec<u32>,
}

/// The two results of a run under other luck.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Luck {
    /// With how many seeds.
    pub seeds: usize,
    /// The outcome, 0 to 100.
    pub outcome: Spread,
    /// The points of the playbook, 0 to 100.
    pub playbook: Spread,
    /// How often a decision could not be taken under other luck, of all decisions in all seeds, 0 to 1.
    pub dropped: f64,
    /// The same band for scripted players of known quality, worst first.
    pub autopilots: Vec<Band>,
}

/// How a scripted player does in the same scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    /// Its name.
    pub autopilot: String,
    /// With how many seeds.
    pub seeds: u64,
    /// The outcome, 0 to 100.
    pub outcome: Distribution,
    /// The points of the playbook, 0 to 100.
    pub playbook: Distribution,
}

/// Returns the bands of the players of an ensemble, in its order.
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
    /// Returns where a run stands among the same decisions under other luck; none where there are no seeds.
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

/// The column of a histogram that a value from 0 to 100 falls into.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "20 columns")]
fn column(value: f64) -> usize {
    ((value.clamp(0.0, 100.0) / 100.0 * COLUMNS as f64) as usize).min(COLUMNS - 1)
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
