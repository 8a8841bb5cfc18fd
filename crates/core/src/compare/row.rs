//! Rows of compared values, with the best value of each row.
//!
//! A cell is best if no other cell of its row is better and at least one is worse. If all cells are equal, or only
//! one could be evaluated, none is best. Values are compared as displayed, so two cells that show the same text are
//! equal.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Compare, Run};
use crate::scoring::{CriterionScore, OutcomeMetrics, Rating, StepScore, Verdict};

/// A row: the compared quantity and its value in each run, in the order of the runs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row<S, T> {
    /// Quantity that is compared.
    pub subject: S,
    /// One cell per run.
    pub cells: Vec<Cell<T>>,
}

/// The value of one run in a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell<T> {
    /// Value.
    pub value: T,
    /// Whether no other value in the row is better and at least one is worse.
    pub is_best: bool,
}

impl<S, T> Row<S, T> {
    /// Creates a row. A higher `worth` is better; values without one are not compared.
    fn new(subject: S, values: Vec<T>, worth: impl Fn(&T) -> Option<f64>) -> Self {
        let worths: Vec<Option<f64>> = values.iter().map(worth).collect();
        let known = || worths.iter().flatten().copied();
        let most = known().fold(f64::NEG_INFINITY, f64::max);
        let is_contested = known().any(|worth| worth < most);
        let is_best = |worth: Option<f64>| is_contested && worth.is_some_and(|worth| worth >= most);
        let best: Vec<bool> = worths.iter().copied().map(is_best).collect();
        let cells = values.into_iter().zip(best).map(|(value, is_best)| Cell { value, is_best }).collect();
        Row { subject, cells }
    }
}

/// One of the two total scores, each 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// Playbook score.
    Playbook,
    /// Outcome.
    Outcome,
}

/// A step or a criterion of the playbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
}

/// Rating and points of a step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StepValue {
    /// Rating; absent if the step could not be evaluated.
    pub rating: Option<Rating>,
    /// Points, 0 to 100.
    pub score: f64,
}

/// Result for a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CriterionValue {
    /// Verdict.
    pub verdict: Verdict,
    /// Points, of the 100 of the whole playbook.
    pub score: f64,
    /// Maximum number of points; 0 if the criterion was not evaluated.
    pub max: f64,
}

/// A figure of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Mean trust at EndEx, 0 to 1.
    TrustFinal,
    /// Lowest mean trust, 0 to 1.
    TrustMin,
    /// Number of lost customers.
    CustomersLost,
    /// Lost revenue, in the scenario's currency.
    RevenueLost,
    /// Costs of the response, fines and compensation, in the scenario's currency.
    Costs,
    /// Minutes from the first alert to the first public statement; absent if there was none.
    FirstWord,
    /// Share of customers who have heard of the incident, 0 to 1.
    AwarenessFinal,
    /// News coverage, in attention-hours.
    CoverageArea,
    /// Peak share of negative posts, 0 to 1.
    NegativeSharePeak,
    /// Number of exposed records.
    RecordsExposed,
    /// Number of clocks that were met late or missed.
    ClocksFailed,
}

impl Figure {
    /// All figures, in display order.
    pub const ALL: [Figure; 11] = [
        Figure::TrustFinal,
        Figure::TrustMin,
        Figure::CustomersLost,
        Figure::RevenueLost,
        Figure::Costs,
        Figure::FirstWord,
        Figure::AwarenessFinal,
        Figure::CoverageArea,
        Figure::NegativeSharePeak,
        Figure::RecordsExposed,
        Figure::ClocksFailed,
    ];

    /// Returns the value of this figure in a run.
    fn of(self, run: &Run) -> Option<f64> {
        let metrics: &OutcomeMetrics = &run.scorecard.outcome.metrics;
        Some(match self {
            Figure::TrustFinal => metrics.trust_final,
            Figure::TrustMin => metrics.trust_min,
            Figure::CustomersLost => metrics.customers_lost,
            Figure::RevenueLost => metrics.revenue_lost,
            Figure::Costs => metrics.costs,
            Figure::FirstWord => f64::from(run.first_word?.minutes()),
            Figure::AwarenessFinal => metrics.awareness_final,
            Figure::CoverageArea => metrics.coverage_area,
            Figure::NegativeSharePeak => metrics.negative_share_peak,
            Figure::RecordsExposed => metrics.records_exposed,
            Figure::ClocksFailed => {
                let failed = metrics.clocks.late + metrics.clocks.missed;
                f64::from(u32::try_from(failed).unwrap_or(u32::MAX))
            }
        })
    }

    /// Returns the worth of a value at the precision at which it is displayed: shares in whole percent, money
    /// abbreviated.
    fn worth(self, value: Option<f64>) -> Option<f64> {
        let Some(value) = value else { return Some(f64::NEG_INFINITY) };
        match self {
            Figure::TrustFinal | Figure::TrustMin => Some((100.0 * value).round()),
            Figure::RevenueLost | Figure::Costs => Some(-shortened(value)),
            Figure::NegativeSharePeak => Some(-(100.0 * value).round()),
            Figure::CustomersLost
            | Figure::FirstWord
            | Figure::CoverageArea
            | Figure::RecordsExposed
            | Figure::ClocksFailed => Some(-value.round()),
            // Awareness is neither good nor bad.
            Figure::AwarenessFinal => None,
        }
    }
}

/// Rounds an amount of money to its displayed precision: tenths of millions, thousands, or whole units.
pub fn shortened(amount: f64) -> f64 {
    let unit = match amount.abs() {
        size if size >= 999_500.0 => 1e5,
        size if size >= 9_950.0 => 1e3,
        _ => 1.0,
    };
    (amount / unit).round() * unit
}

impl Row<Item, Option<CriterionValue>> {
    /// Returns whether the runs have different verdicts.
    pub fn is_different(&self) -> bool {
        let verdict = |cell: &Cell<Option<CriterionValue>>| cell.value.map(|value| value.verdict);
        self.cells.windows(2).any(|pair| verdict(&pair[0]) != verdict(&pair[1]))
    }
}

/// Returns the two total scores, rounded as displayed.
pub fn numbers(compare: &Compare) -> [Row<Number, f64>; 2] {
    let row = |subject, number: fn(&Run) -> f64| {
        let values = compare.runs.iter().map(|run| number(run).round()).collect();
        Row::new(subject, values, |value| Some(*value))
    };
    [row(Number::Playbook, Run::playbook), row(Number::Outcome, Run::outcome)]
}

/// Returns the steps in the order in which the runs' playbooks list them. A run whose playbook lacks a step has an
/// empty cell.
pub fn steps(compare: &Compare) -> Vec<Row<Item, Option<StepValue>>> {
    let mut seen = BTreeSet::new();
    let all = compare.runs.iter().flat_map(|run| &run.scorecard.playbook.steps);
    let new = all.filter(|step| seen.insert(&step.id));
    new.map(|step| {
        let own = |run: &Run| run.scorecard.playbook.steps.iter().find(|own| own.id == step.id).map(step_value);
        let values = compare.runs.iter().map(own).collect();
        // The rating takes precedence over points, because a cap applies regardless of points.
        let worth = |value: &Option<StepValue>| {
            let value = value.as_ref()?;
            Some(1000.0 * place(value.rating?) + value.score)
        };
        Row::new(Item { id: step.id.to_string(), title: step.title.clone() }, values, worth)
    })
    .collect()
}

fn step_value(step: &StepScore) -> StepValue {
    StepValue {
        rating: step.rating_overridden.or(step.rating),
        score: step.score_overridden.unwrap_or(step.score).round(),
    }
}

fn place(rating: Rating) -> f64 {
    match rating {
        Rating::U => 0.0,
        Rating::M => 1.0,
        Rating::S => 2.0,
        Rating::P => 3.0,
    }
}

/// Returns the outcome figures; empty if the runs use different scenarios.
pub fn figures(compare: &Compare) -> Vec<Row<Figure, Option<f64>>> {
    if !compare.is_of_one_scenario() {
        return Vec::new();
    }
    let row = |figure: Figure| {
        let values = compare.runs.iter().map(|run| figure.of(run)).collect();
        Row::new(figure, values, |value| figure.worth(*value))
    };
    Figure::ALL.into_iter().map(row).collect()
}

/// A step with one row per criterion.
pub type StepRows = (Item, Vec<Row<Item, Option<CriterionValue>>>);

/// Returns the criteria grouped by step; empty if the runs are scored by different playbooks.
pub fn criteria(compare: &Compare) -> Vec<StepRows> {
    let Some(first) = compare.runs.first().filter(|_| compare.is_by_one_playbook()) else { return Vec::new() };
    let row = |criterion: &CriterionScore| {
        let own = |run: &Run| find(run, criterion).map(criterion_value);
        let values = compare.runs.iter().map(own).collect();
        let worth = |value: &Option<CriterionValue>| {
            let value = value.as_ref()?;
            (value.verdict != Verdict::NotApplicable && value.max > 0.0)
                .then(|| (100.0 * value.score / value.max).round())
        };
        Row::new(Item { id: criterion.id.to_string(), title: criterion.title.clone() }, values, worth)
    };
    let steps = first.scorecard.playbook.steps.iter();
    let item = |step: &StepScore| Item { id: step.id.to_string(), title: step.title.clone() };
    steps.map(|step| (item(step), step.criteria.iter().map(row).collect())).collect()
}

fn find<'a>(run: &'a Run, criterion: &CriterionScore) -> Option<&'a CriterionScore> {
    let steps = run.scorecard.playbook.steps.iter();
    { steps }.flat_map(|step| &step.criteria).find(|own| own.id == criterion.id)
}

/// Returns the result for a criterion, with the evaluator's override if there is one.
fn criterion_value(criterion: &CriterionScore) -> CriterionValue {
    let verdict = criterion.overridden.as_ref().map_or(criterion.verdict, |overridden| overridden.verdict);
    CriterionValue { verdict, score: criterion.standing_score(), max: criterion.max }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(worths: &[Option<f64>]) -> Vec<bool> {
        let row = Row::new((), worths.to_vec(), |worth| *worth);
        row.cells.iter().map(|cell| cell.is_best).collect()
    }

    #[test]
    fn the_best_value_of_a_row_must_beat_another_value() {
        assert_eq!(best(&[Some(1.0), Some(3.0), Some(3.0)]), [false, true, true]);
        assert_eq!(best(&[Some(2.0), Some(2.0)]), [false, false]);
        assert_eq!(best(&[Some(2.0), None]), [false, false]);
        assert_eq!(best(&[Some(f64::NEG_INFINITY), Some(-90.0)]), [false, true]);
        assert_eq!(best(&[Some(f64::NEG_INFINITY), Some(f64::NEG_INFINITY)]), [false, false]);
    }

    #[test]
    fn amounts_displayed_alike_compare_as_equal() {
        for (one, other) in [(1_240_000.0, 1_204_000.0), (48_400.0, 47_600.0), (310.4, 309.6)] {
            assert!((shortened(one) - shortened(other)).abs() < f64::EPSILON, "{one} {other}");
        }
        for (one, other) in [(1_240_000.0, 1_290_000.0), (48_400.0, 49_600.0), (310.4, 311.6)] {
            assert!(shortened(one) < shortened(other), "{one} {other}");
        }
    }
}
