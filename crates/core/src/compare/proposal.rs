//! What to drill next: the criteria that most of the runs missed, and the scenario that exercises most of them.
//!
//! A scenario exercises a criterion where its playbook has the criterion and one of its objectives tests the
//! criterion's step. Between scenarios that exercise equally many, the one with actions that serve more of them is
//! better, then one that was not among the runs, then the easier one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Compare;
use crate::id::{CriterionId, StepId};
use crate::scenario::origin::Origin;
use crate::scenario::{Scenario, service};
use crate::scoring::Verdict;

/// What to drill next.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// What most of the runs missed, in the playbook's order.
    pub missed: Vec<Missed>,
    /// The scenario to drill it with, where one that can be found exercises some of it.
    pub scenario: Option<Proposed>,
}

/// A criterion that most of the runs missed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Missed {
    /// The criterion.
    pub id: CriterionId,
    /// What it asks for.
    pub title: String,
    /// What to do better next time.
    pub advice: String,
    /// In how many runs it was missed.
    pub count: usize,
    /// Whether the proposed scenario exercises it.
    pub is_exercised: bool,
}

/// A scenario that is proposed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposed {
    /// Where it is.
    #[serde(skip)]
    pub origin: Origin,
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub title: String,
    /// Its objectives that test what was missed.
    pub objectives: Vec<String>,
}

/// A criterion that was missed, as it is counted.
struct Counted<'a> {
    step: &'a StepId,
    id: &'a CriterionId,
    title: &'a str,
    advice: &'a str,
    count: usize,
}

/// Returns a proposal from the scenarios that can be found; nothing where most of the runs missed nothing in common.
pub fn propose(compare: &Compare, scenarios: &[(&Origin, &Scenario)]) -> Option<Proposal> {
    let missed = missed(compare);
    if missed.is_empty() {
        return None;
    }
    let found = best(compare, scenarios, &missed);
    let is_exercised =
        |counted: &Counted<'_>| found.is_some_and(|(_, scenario)| exercises(scenario, counted.step, counted.id));
    let all = missed.iter().map(|counted| Missed {
        id: counted.id.clone(),
        title: counted.title.to_owned(),
        advice: counted.advice.to_owned(),
        count: counted.count,
        is_exercised: is_exercised(counted),
    });
    let all = all.collect();
    let steps: BTreeSet<&StepId> = missed.iter().map(|counted| counted.step).collect();
    let scenario = found.map(|(origin, scenario)| proposed(origin, scenario, &steps));
    Some(Proposal { missed: all, scenario })
}

/// Returns the criteria that more than half of the runs missed.
fn missed(compare: &Compare) -> Vec<Counted<'_>> {
    let mut found: Vec<Counted<'_>> = Vec::new();
    let mut places: BTreeMap<&CriterionId, usize> = BTreeMap::new();
    for step in compare.runs.iter().flat_map(|run| &run.scorecard.playbook.steps) {
        for criterion in &step.criteria {
            let standing = criterion.overridden.as_ref().map_or(criterion.verdict, |overridden| overridden.verdict);
            let place = *places.entry(&criterion.id).or_insert_with(|| {
                let (title, advice) = (criterion.title.as_str(), criterion.advice.as_str());
                found.push(Counted { step: &step.id, id: &criterion.id, title, advice, count: 0 });
                found.len() - 1
            });
            found[place].count += usize::from(standing == Verdict::Missed);
        }
    }
    found.retain(|counted| 2 * counted.count > compare.runs.len());
    found
}

/// Returns the scenario that exercises most of what was missed, if one exercises any.
fn best<'a>(
    compare: &Compare,
    scenarios: &[(&'a Origin, &'a Scenario)],
    missed: &[Counted<'_>],
) -> Option<(&'a Origin, &'a Scenario)> {
    let rank = |scenario: &Scenario| {
        let exercised = || missed.iter().filter(|counted| exercises(scenario, counted.step, counted.id));
        let served = exercised().filter(|counted| serves(scenario, counted.id)).count();
        let is_new = compare.runs.iter().all(|run| run.scorecard.scenario != scenario.id);
        (exercised().count(), served, is_new, Reverse(scenario.difficulty))
    };
    let ranked = scenarios.iter().map(|(origin, scenario)| (rank(scenario), *origin, *scenario));
    let best = ranked.filter(|((count, ..), ..)| *count > 0).max_by_key(|(rank, ..)| *rank)?;
    Some((best.1, best.2))
}

fn exercises(scenario: &Scenario, step: &StepId, criterion: &CriterionId) -> bool {
    let is_tested = scenario.objectives.iter().any(|objective| objective.steps.contains(step));
    is_tested && scenario.playbook.criteria().any(|(_, own)| own.id == *criterion)
}

fn serves(scenario: &Scenario, criterion: &CriterionId) -> bool {
    scenario.actions.iter().any(|action| service::served_by(action, scenario).contains(criterion))
}

fn proposed(origin: &Origin, scenario: &Scenario, steps: &BTreeSet<&StepId>) -> Proposed {
    let tests = |wanted: &[StepId]| wanted.iter().any(|step| steps.contains(step));
    let objectives = scenario.objectives.iter().filter(|objective| tests(&objective.steps));
    Proposed {
        origin: origin.clone(),
        slug: origin.slug(),
        title: scenario.title.clone(),
        objectives: objectives.map(|objective| objective.title.clone()).collect(),
    }
}
