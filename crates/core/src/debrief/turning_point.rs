//! Turning points: the decisions and omissions that moved most, each with what would have come of the alternative.
//!
//! Everything here is arithmetic over the [results](crate::ensemble::counterfactual::Results) of a counterfactual study
//! of all [alternatives](super::alternative). An *effect* is what something did: the run less its alternative, in the
//! same seeds, so that an effect below zero on the outcome is a cost. The order follows the larger of the two effects on
//! outcome and on the playbook's points, both of 100, as far as their intervals leave out nothing: the two results are
//! never added up. Effects that cannot be told from nothing come last, and are no turning points.

use serde::Serialize;

use super::alternative::{Alternative, AlternativeKind};
use crate::ensemble::counterfactual::{Difference, Results, Sample};
use crate::id::CriterionId;
use crate::scenario::Metric;
use crate::time::SimTime;

/// What something did, in the numbers that matter: the run less its alternative, mean over the seeds with a 95 %
/// interval.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Effect {
    /// On the outcome, in points of 100 before it is held between its ends.
    pub outcome: Difference,
    /// On the points of the playbook, of 100.
    pub playbook: Difference,
    /// On trust at the end, 0 to 1.
    pub trust_final: Difference,
    /// On customers who left.
    pub customers_lost: Difference,
    /// On revenue lost and costs, in the scenario's currency.
    pub money_lost: Difference,
    /// On attention-hours in the news.
    pub coverage_area: Difference,
    /// On the highest share of negative posts, 0 to 1.
    pub negative_share_peak: Difference,
    /// On records that left.
    pub records_exposed: Difference,
    /// On clocks met late or never.
    pub clocks_broken: Difference,
}

impl Effect {
    /// Returns the effect of a branch's alternative in results.
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

    /// Returns what the alternative would have changed: the effect the other way round.
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

    /// Returns the larger of the clear effects on outcome and playbook, with its sign; 0 where neither is clear. One
    /// pair has no interval; what it says is taken for a first answer.
    fn leading(&self) -> f64 {
        [self.outcome, self.playbook]
            .into_iter()
            .filter(|difference| difference.is_clear() || difference.pairs == 1)
            .map(|difference| difference.mean)
            .fold(0.0, |largest, mean| if mean.abs() > f64::abs(largest) { mean } else { largest })
    }

    /// Returns how much it weighs in the order of turning points: the larger of the clear effects on outcome and
    /// playbook, in points of 100.
    pub fn weight(&self) -> f64 {
        self.leading().abs()
    }

    /// Returns whether the alternative would have been better by more than nothing.
    pub fn is_cost(&self) -> bool {
        self.leading() < 0.0
    }

    /// Returns whether outcome and playbook clearly point opposite ways.
    pub fn is_mixed(&self) -> bool {
        let (outcome, playbook) = (&self.outcome, &self.playbook);
        outcome.is_clear() && playbook.is_clear() && (outcome.mean > 0.0) != (playbook.mean > 0.0)
    }

    /// Returns whether the alternative would have been worse by more than nothing.
    pub fn is_gain(&self) -> bool {
        self.leading() > 0.0
    }
}

/// A decision or an omission with what it did.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TurningPoint {
    /// What kind of thing.
    pub kind: AlternativeKind,
    /// What was done or left undone.
    pub title: String,
    /// What could have been instead.
    pub instead: String,
    /// When, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// The entries of the session's log behind it; none for what was left undone.
    pub entries: Vec<u32>,
    /// What it did.
    pub effect: Effect,
    /// What it did in this very run, with the luck that it had.
    pub in_this_run: Option<InThisRun>,
    /// In a sentence.
    pub sentence: String,
}

/// What something did in the run as it was recorded, with its own seed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InThisRun {
    /// On the outcome, in points of 100.
    pub outcome: f64,
    /// On the points of the playbook, of 100.
    pub playbook: f64,
    /// The criteria whose points it changed, those that changed most first.
    pub criteria: Vec<CriterionEffect>,
    /// How things would have gone instead.
    pub ghosts: Vec<CounterfactualCurve>,
}

/// The points of a criterion that something won or lost.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionEffect {
    /// The criterion.
    pub id: CriterionId,
    /// What it asks for.
    pub title: String,
    /// Points won (above 0) or lost, of 100.
    pub points: f64,
}

/// A metric over time as it would have gone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CounterfactualCurve {
    /// The metric.
    pub metric: Metric,
    /// The run: minutes since StartEx, and the value.
    pub run: Vec<(u32, f64)>,
    /// How it would have gone: minutes since StartEx, and the value.
    pub points: Vec<(u32, f64)>,
    /// Minutes since StartEx, and the difference to the run over all seeds: mean, lower and upper end of the 95 %
    /// interval.
    pub apart: Vec<(u32, f64, f64, f64)>,
}

/// Puts an alternative and what it did together.
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

/// What the alternative would have changed, in a sentence.
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
