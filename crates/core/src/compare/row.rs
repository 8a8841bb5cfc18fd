//! What is compared, row by row, with the best of each row.
//!
//! A cell is best where some other cell of its row is worse; where all are alike, or only one could be judged,
//! nothing is best. Numbers are compared as they are shown, so that two cells that read alike are alike.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Compare, Run};
use crate::scoring::{CriterionScore, OutcomeMetrics, Rating, StepScore, Verdict};

/// A row: what is compared, and what each run has, in the order of the runs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row<S, T> {
    /// What is compared.
    pub subject: S,
    /// A cell for each run.
    pub cells: Vec<Cell<T>>,
}

/// What a run has in a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell<T> {
    /// What it has.
    pub value: T,
    /// Whether no other is better and some other is worse.
    pub is_best: bool,
}

impl<S, T> Row<S, T> {
    /// Returns a row; more worth is better, and what has none is not compared.
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

/// One of the two numbers, each from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// How far the playbook was followed.
    Playbook,
    /// What it came to.
    Outcome,
}

/// A step or a criterion of the playbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its name, or what it asks for.
    pub title: String,
}

/// The mark and the points of a step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StepValue {
    /// The mark; none where nothing could be judged.
    pub rating: Option<Rating>,
    /// Points, 0 to 100.
    pub score: f64,
}

/// What became of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CriterionValue {
    /// The verdict.
    pub verdict: Verdict,
    /// Points of the 100 of the whole playbook.
    pub score: f64,
    /// The most points it could have; 0 where it was not judged.
    pub max: f64,
}

/// A figure of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Mean trust at the end, 0 to 1.
    TrustFinal,
    /// The lowest mean trust, 0 to 1.
    TrustMin,
    /// Customers who have left.
    CustomersLost,
    /// Revenue lost, in the scenario's currency.
    RevenueLost,
    /// Costs of the response, fines and compensation, in the scenario's currency.
    Costs,
    /// From the first alert to the first public word, in minutes; nothing where there was none.
    FirstWord,
    /// The share of customers who have heard of it, 0 to 1.
    AwarenessFinal,
    /// Attention-hours in the news.
    CoverageArea,
    /// The highest share of negative posts, 0 to 1.
    NegativeSharePeak,
    /// Records that have left.
    RecordsExposed,
    /// Clocks that fell due and were met late or never.
    ClocksFailed,
}

impl Figure {
    /// All figures, in the order in which they are shown.
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

    /// Returns what a run has.
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

    /// Returns the worth of a value as it is shown: a share in hundredths, an amount of money shortened.
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
            // To be heard of is neither good nor bad.
            Figure::AwarenessFinal => None,
        }
    }
}

/// Rounds an amount of money as it is shown: in tenths of millions, in thousands, or whole.
pub fn shortened(amount: f64) -> f64 {
    let unit = match amount.abs() {
        size if size >= 999_500.0 => 1e5,
        size if size >= 9_950.0 => 1e3,
        _ => 1.0,
    };
    (amount / unit).round() * unit
}

impl Row<Item, Option<CriterionValue>> {
    /// Returns whether the runs differ in what became of it.
    pub fn is_different(&self) -> bool {
        let verdict = |cell: &Cell<Option<CriterionValue>>| cell.value.map(|value| value.verdict);
        self.cells.windows(2).any(|pair| verdict(&pair[0]) != verdict(&pair[1]))
    }
}

/// Returns the two numbers, as they are shown.
pub fn numbers(compare: &Compare) -> [Row<Number, f64>; 2] {
    let row = |subject, number: fn(&Run) -> f64| {
        let values = compare.runs.iter().map(|run| number(run).round()).collect();
        Row::new(subject, values, |value| Some(*value))
    };
    [row(Number::Playbook, Run::playbook), row(Number::Outcome, Run::outcome)]
}

/// Returns the steps, in the order of the first playbook that has them; a run whose playbook lacks one has nothing.
pub fn steps(compare: &Compare) -> Vec<Row<Item, Option<StepValue>>> {
    let mut seen = BTreeSet::new();
    let all = compare.runs.iter().flat_map(|run| &run.scorecard.playbook.steps);
    let new = all.filter(|step| seen.insert(&step.id));
    new.map(|step| {
        let own = |run: &Run| run.scorecard.playbook.steps.iter().find(|own| own.id == step.id).map(step_value);
        let values = compare.runs.iter().map(own).collect();
        // The mark comes first: a cap bites whatever the points are.
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

/// Returns the figures of the outcome; none where the runs are not of one scenario.
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

/// The criteria of one step, with what each run made of them.
pub type StepRows = (Item, Vec<Row<Item, Option<CriterionValue>>>);

/// Returns the criteria by step; none where the runs are not judged by one playbook.
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

/// Returns what became of a criterion; an evaluator's word stands where there is one.
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
    fn the_best_of_a_row_is_what_some_other_falls_short_of() {
        assert_eq!(best(&[Some(1.0), Some(3.0), Some(3.0)]), [false, true, true]);
        assert_eq!(best(&[Some(2.0), Some(2.0)]), [false, false]);
        assert_eq!(best(&[Some(2.0), None]), [false, false]);
        assert_eq!(best(&[Some(f64::NEG_INFINITY), Some(-90.0)]), [false, true]);
        assert_eq!(best(&[Some(f64::NEG_INFINITY), Some(f64::NEG_INFINITY)]), [false, false]);
    }

    #[test]
    fn amounts_that_read_alike_are_alike() {
        for (one, other) in [(1_240_000.0, 1_204_000.0), (48_400.0, 47_600.0), (310.4, 309.6)] {
            assert!((shortened(one) - shortened(other)).abs() < f64::EPSILON, "{one} {other}");
        }
        for (one, other) in [(1_240_000.0, 1_290_000.0), (48_400.0, 49_600.0), (310.4, 311.6)] {
            assert!(shortened(one) < shortened(other), "{one} {other}");
        }
    }
}
