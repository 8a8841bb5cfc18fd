//! Proposes what to exercise next: the criteria that most runs missed, and the scenario that exercises most of
//! them.
//!
//! A scenario exercises a criterion if its playbook contains the criterion and one of its objectives covers the
//! criterion's step. Ties are resolved first in favor of the scenario whose actions serve more of the missed
//! criteria, then in favor of one that is not among the runs, then in favor of the easier one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Compare;
use crate::id::{CriterionId, StepId};
use crate::scenario::origin::Origin;
use crate::scenario::{Scenario, service};
use crate::scoring::Verdict;

/// What to exercise next.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// Criteria that most runs missed, in the playbook's order.
    pub missed: Vec<Missed>,
    /// Recommended scenario, if an available one exercises any of these criteria.
    pub scenario: Option<Proposed>,
}

/// A criterion that most runs missed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Missed {
    /// Identifier.
    pub id: CriterionId,
    /// Title of the criterion.
    pub title: String,
    /// Recommendation of the playbook.
    pub advice: String,
    /// Number of runs that missed it.
    pub count: usize,
    /// Whether the recommended scenario exercises it.
    pub is_exercised: bool,
}

/// A recommended scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposed {
    /// Location of the scenario.
    #[serde(skip)]
    pub origin: Origin,
    /// Slug.
    pub slug: String,
    /// Name.
    pub title: String,
    /// Objectives that cover the missed criteria.
    pub objectives: Vec<String>,
}

/// A criterion with the number of runs that missed it.
struct Counted<'a> {
    step: &'a StepId,
    id: &'a CriterionId,
    title: &'a str,
    advice: &'a str,
    count: usize,
}

/// Returns a proposal based on the available scenarios, or `None` if no criterion was missed by most runs.
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

/// Returns the scenario that exercises the most missed criteria, if one exercises any.
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
