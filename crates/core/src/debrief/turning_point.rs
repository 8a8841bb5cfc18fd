//! Turning points: the decisions and omissions with the largest effects, each compared with its alternative.
//!
//! All values are computed from the [results](crate::ensemble::counterfactual::Results) of a counterfactual study
//! of all [alternatives](super::alternative). An *effect* is the run minus its alternative with the same seeds, so
//! a negative effect on the outcome is a cost.
//!
//! Turning points are sorted by the larger of their two effects on the outcome and on the playbook score, both in
//! points of 100. An effect counts only if its confidence interval excludes zero, and the two effects are never
//! added. Alternatives without such an effect are sorted last and are not turning points.

use serde::Serialize;

use super::alternative::{Alternative, AlternativeKind};
use crate::ensemble::counterfactual::{Difference, Results, Sample};
use crate::id::CriterionId;
use crate::scenario::Metric;
use crate::time::SimTime;

/// Effect of a decision or omission on each result, computed as the run minus its alternative: means over seeds
/// with 95% confidence intervals.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Effect {
    /// Effect on the outcome, in points of 100, before the outcome is clamped to its scale.
    pub outcome: Difference,
    /// Effect on the playbook score, in points of 100.
    pub playbook: Difference,
    /// Effect on trust at EndEx, 0 to 1.
    pub trust_final: Difference,
    /// Effect on the number of lost customers.
    pub customers_lost: Difference,
    /// Effect on lost revenue plus costs, in the scenario's currency.
    pub money_lost: Difference,
    /// Effect on news coverage, in attention-hours.
    pub coverage_area: Difference,
    /// Effect on the peak share of negative posts, 0 to 1.
    pub negative_share_peak: Difference,
    /// Effect on the number of exposed records.
    pub records_exposed: Difference,
    /// Effect on the number of clocks that were met late or missed.
    pub clocks_broken: Difference,
}

impl Effect {
    /// Returns the effect of a branch, computed from the results of a study.
    pub fn of(results: &Results, branch: usize) -> Self {
        let did = |measure: fn(&Sample) -> f64| results.difference(branch, measure).negated();
        Effect {
            outcome: did(|sample| sample.outcome),
            playbook: did(|sample| sample.playbook),
            trust_final: did(|sample| sample.trust_final),
            customers_lost: did(|sample| sample.customers_lost),
            money_lost: did(|sample| sample.money_lost),
            coverage_area: did(|sample| sample.coverage_area),
            negative_share_peak: did(|sample| sample.negative_share_peak),
            records_exposed: did(|sample| sample.records_exposed),
            clocks_broken: did(|sample| sample.clocks_broken),
        }
    }

    /// Returns the effect with its sign reversed: what the alternative would have changed.
    #[must_use]
    pub fn negated(&self) -> Self {
        Effect {
            outcome: self.outcome.negated(),
            playbook: self.playbook.negated(),
            trust_final: self.trust_final.negated(),
            customers_lost: self.customers_lost.negated(),
            money_lost: self.money_lost.negated(),
            coverage_area: self.coverage_area.negated(),
            negative_share_peak: self.negative_share_peak.negated(),
            records_exposed: self.records_exposed.negated(),
            clocks_broken: self.clocks_broken.negated(),
        }
    }

    /// Returns the larger of the significant effects on outcome and playbook score, with its sign, or 0 if neither
    /// is significant.
    ///
    /// A single pair of runs has no confidence interval; its difference counts as a first estimate.
    fn leading(&self) -> f64 {
        [self.outcome, self.playbook]
            .into_iter()
            .filter(|difference| difference.is_clear() || difference.pairs == 1)
            .map(|difference| difference.mean)
            .fold(0.0, |largest, mean| if mean.abs() > f64::abs(largest) { mean } else { largest })
    }

    /// Returns the sort weight of a turning point: the larger of the significant effects on outcome and playbook
    /// score, in points of 100.
    pub fn weight(&self) -> f64 {
        self.leading().abs()
    }

    /// Returns whether the alternative would have been significantly better.
    pub fn is_cost(&self) -> bool {
        self.leading() < 0.0
    }

    /// Returns whether the effects on outcome and playbook score are both significant and have opposite signs.
    pub fn is_mixed(&self) -> bool {
        let (outcome, playbook) = (&self.outcome, &self.playbook);
        outcome.is_clear() && playbook.is_clear() && (outcome.mean > 0.0) != (playbook.mean > 0.0)
    }

    /// Returns whether the alternative would have been significantly worse.
    pub fn is_gain(&self) -> bool {
        self.leading() > 0.0
    }
}

/// A decision or an omission with its effect.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TurningPoint {
    /// Kind of alternative.
    pub kind: AlternativeKind,
    /// Description of the decision or omission.
    pub title: String,
    /// Description of the alternative.
    pub instead: String,
    /// Time of the decision, in minutes since StartEx. For an omission, the earliest time at which the action was
    /// possible.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Entries of the session log that the alternative changes; empty for an omission.
    pub entries: Vec<u32>,
    /// Mean effect over all seeds.
    pub effect: Effect,
    /// Effect in the recorded run itself, with its own seed.
    pub in_this_run: Option<InThisRun>,
    /// Effect of the alternative in one sentence.
    pub sentence: String,
}

/// Effect of a decision or omission in the recorded run, with its own seed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InThisRun {
    /// Effect on the outcome, in points of 100.
    pub outcome: f64,
    /// Effect on the playbook score, in points of 100.
    pub playbook: f64,
    /// Criteria whose points it changed, largest change first.
    pub criteria: Vec<CriterionEffect>,
    /// Metrics over time, in the run and with the alternative.
    pub ghosts: Vec<CounterfactualCurve>,
}

/// Points that a decision or omission added to a criterion or took from it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionEffect {
    /// Criterion.
    pub id: CriterionId,
    /// Title of the criterion.
    pub title: String,
    /// Points gained (positive) or lost (negative), of 100.
    pub points: f64,
}

/// A metric over time, in the recorded run and with the alternative.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CounterfactualCurve {
    /// Metric.
    pub metric: Metric,
    /// Values in the recorded run, as minutes since StartEx and value.
    pub run: Vec<(u32, f64)>,
    /// Values with the alternative, as minutes since StartEx and value.
    pub points: Vec<(u32, f64)>,
    /// Alternative minus run over all seeds, as minutes since StartEx, mean, and lower and upper end of the 95%
    /// confidence interval.
    pub apart: Vec<(u32, f64, f64, f64)>,
}

/// Returns the turning point for an alternative and its effect.
pub fn turn(alternative: &Alternative, effect: Effect) -> TurningPoint {
    TurningPoint {
        kind: alternative.kind,
        title: alternative.title.clone(),
        instead: alternative.instead.clone(),
        at: alternative.at,
        entries: alternative.entries.iter().map(|entry| entry.0).collect(),
        sentence: sentence(alternative, &effect),
        effect,
        in_this_run: None,
    }
}

/// Returns a sentence about what the alternative would have changed.
fn sentence(alternative: &Alternative, effect: &Effect) -> String {
    let outcome = effect.outcome.negated();
    let playbook = effect.playbook.negated();
    let signed = |value: f64| format!("{value:+.1}").replace('-', "−");
    let said = |name: &str, difference: Difference| match difference.is_clear() {
        true => format!("{} {name} (±{:.1})", signed(difference.mean), difference.half_width()),
        false if difference.pairs == 1 => format!("{} {name} in one try", signed(difference.mean)),
        false => format!("{name} as before"),
    };
    let disagree = if effect.is_mixed() {
        " What paid in this run and what the playbook asks for are not the same here."
    } else {
        ""
    };
    format!("{}: {}, {}.{disagree}", alternative.instead, said("outcome", outcome), said("playbook", playbook))
}
