//! What is compared, row by row, with the best of each row.
//!
//! A cell is best where some other cell of its row is worse; where all are alike, or only one could be judged,
//! nothing is best. Numbers are compared as they are shown, so that two cells that read alike are alike.

use std::collections::BTreeSet;

use super::{Compare, Run};
use crate::app::language::Texts;
use crate::app::measure;
use crate::scoring::{CriterionScore, Rating, StepScore, Verdict};

/// A row: what is compared, and what each run has, in the order of the runs.
pub struct Row<T> {
    /// What is compared.
    pub title: String,
    /// A cell for each run.
    pub cells: Vec<Cell<T>>,
}

/// What a run has in a row.
pub struct Cell<T> {
    /// What it has.
    pub value: T,
    /// Whether no other is better and some other is worse.
    pub is_best: bool,
}

impl<T> Row<T> {
    /// Returns a row; more worth is better, and what has none is not compared.
    fn new(title: String, values: Vec<T>, worth: impl Fn(&T) -> Option<f64>) -> Self {
        let worths: Vec<Option<f64>> = values.iter().map(worth).collect();
        let known = || worths.iter().flatten().copied();
        let most = known().fold(f64::NEG_INFINITY, f64::max);
        let is_contested = known().any(|worth| worth < most);
        let is_best = |worth: Option<f64>| is_contested && worth.is_some_and(|worth| worth >= most);
        let best: Vec<bool> = worths.iter().copied().map(is_best).collect();
        let cells = values.into_iter().zip(best).map(|(value, is_best)| Cell { value, is_best }).collect();
        Row { title, cells }
    }
}

/// The mark and the points of a step; nothing where the run's playbook lacks it.
pub type StepValue = Option<(Option<Rating>, f64)>;

/// What became of a criterion, with its points and the most it could have; nothing where the playbook lacks it.
pub type CriterionValue = Option<(Verdict, f64, f64)>;

impl Row<CriterionValue> {
    /// Returns whether the runs differ in what became of it.
    pub fn is_different(&self) -> bool {
        let verdict = |cell: &Cell<CriterionValue>| cell.value.map(|(verdict, ..)| verdict);
        self.cells.windows(2).any(|pair| verdict(&pair[0]) != verdict(&pair[1]))
    }
}

/// Returns the two numbers.
pub fn numbers(compare: &Compare, texts: &Texts) -> [Row<f64>; 2] {
    let row = |title: String, number: fn(&Run) -> f64| {
        let values = compare.runs.iter().map(|run| number(run).round()).collect();
        Row::new(title, values, |value| Some(*value))
    };
    [row(texts.say("compare-playbook"), Run::playbook), row(texts.say("compare-outcome"), Run::outcome)]
}

/// Returns the steps, in the order of the first playbook that has them.
pub fn steps(compare: &Compare) -> Vec<Row<StepValue>> {
    let mut seen = BTreeSet::new();
    let all = compare.runs.iter().flat_map(|run| &run.scorecard.playbook.steps);
    let new = all.filter(|step| seen.insert(&step.id));
    new.map(|step| {
        let own = |run: &Run| run.scorecard.playbook.steps.iter().find(|own| own.id == step.id).map(step_value);
        let values = compare.runs.iter().map(own).collect();
        // The mark comes first: a cap bites whatever the points are.
        let worth = |value: &StepValue| value.and_then(|(rating, score)| Some(1000.0 * place(rating?) + score));
        Row::new(step.title.clone(), values, worth)
    })
    .collect()
}

fn step_value(step: &StepScore) -> (Option<Rating>, f64) {
    (step.rating_overridden.or(step.rating), step.score_overridden.unwrap_or(step.score).round())
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
pub fn figures(compare: &Compare, texts: &Texts) -> Vec<Row<String>> {
    if !compare.is_of_one_scenario() {
        return Vec::new();
    }
    let row = |title: String, say: &dyn Fn(&Run) -> (String, f64)| {
        let values = compare.runs.iter().map(say).collect();
        let row = Row::new(title, values, |(_, worth): &(String, f64)| Some(*worth));
        let cells = row.cells.into_iter().map(|cell| Cell { value: cell.value.0, is_best: cell.is_best });
        Row { title: row.title, cells: cells.collect() }
    };
    let share = |share: f64| (format!("{:.0}", 100.0 * share), (100.0 * share).round());
    let money = |amount: f64, run: &Run| (measure::money(texts, amount, &run.currency), -rounded(amount));
    vec![
        row(texts.say("compare-trust-final"), &|run| share(run.scorecard.outcome.metrics.trust_final)),
        row(texts.say("compare-trust-lowest"), &|run| share(run.scorecard.outcome.metrics.trust_min)),
        row(texts.say("compare-customers-lost"), &|run| {
            let lost = run.scorecard.outcome.metrics.customers_lost.round();
            (measure::count(texts, lost), -lost)
        }),
        row(texts.say("compare-revenue-lost"), &|run| money(run.scorecard.outcome.metrics.revenue_lost, run)),
        row(texts.say("compare-costs"), &|run| money(run.scorecard.outcome.metrics.costs, run)),
        row(texts.say("compare-first-word"), &|run| match run.first_word {
            Some(after) => (measure::length(texts, after), -f64::from(after.minutes())),
            None => (texts.say("compare-no-word"), f64::NEG_INFINITY),
        }),
    ]
}

/// Rounds an amount as [`measure::money`] shows it.
fn rounded(amount: f64) -> f64 {
    let unit = match amount.abs() {
        size if size >= 999_500.0 => 1e5,
        size if size >= 9_950.0 => 1e3,
        _ => 1.0,
    };
    (amount / unit).round() * unit
}

/// Returns the criteria by step, with the names of the steps; none where the runs are not judged by one playbook.
pub fn criteria(compare: &Compare) -> Vec<(String, Vec<Row<CriterionValue>>)> {
    let Some(first) = compare.runs.first().filter(|_| compare.is_by_one_playbook()) else { return Vec::new() };
    let row = |criterion: &CriterionScore| {
        let own = |run: &Run| find(run, criterion).map(criterion_value);
        let values = compare.runs.iter().map(own).collect();
        let worth = |value: &CriterionValue| {
            let (verdict, score, max) = (*value)?;
            (verdict != Verdict::NotApplicable && max > 0.0).then(|| (100.0 * score / max).round())
        };
        Row::new(criterion.title.clone(), values, worth)
    };
    let steps = first.scorecard.playbook.steps.iter();
    steps.map(|step| (step.title.clone(), step.criteria.iter().map(row).collect())).collect()
}

fn find<'a>(run: &'a Run, criterion: &CriterionScore) -> Option<&'a CriterionScore> {
    let steps = run.scorecard.playbook.steps.iter();
    { steps }.flat_map(|step| &step.criteria).find(|own| own.id == criterion.id)
}

/// Returns what became of a criterion; an evaluator's word stands where there is one.
fn criterion_value(criterion: &CriterionScore) -> (Verdict, f64, f64) {
    let verdict = criterion.overridden.as_ref().map_or(criterion.verdict, |overridden| overridden.verdict);
    (verdict, criterion.standing_score(), criterion.max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(worths: &[Option<f64>]) -> Vec<bool> {
        let row = Row::new(String::new(), worths.to_vec(), |worth| *worth);
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
}
