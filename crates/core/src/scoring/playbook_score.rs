//! The playbook result: points and ratings for criteria, steps and the whole playbook.
//!
//! A criterion earns its credit times its weight. If a criterion cannot be judged, its weight is shared among the
//! other criteria of the step. If none of a step's criteria can be judged, the weight of the step is shared among the
//! other steps.

use std::collections::BTreeMap;

use serde::Serialize;

use super::evaluation::{self, Overridden};
use super::evidence_item::EvidenceItem;
use super::judgement::Judgement;
use super::rating::{self, Rating};
use super::record::Record;
use super::verdict::Verdict;
use crate::id::{CriterionId, PlaybookId, StepId};
use crate::scenario::{Criterion, Step};
use crate::session::Entry;

/// Result for a playbook.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaybookScore {
    /// Identifier of the playbook.
    pub id: PlaybookId,
    /// Points from the automatic result, 0 to 100.
    pub total: f64,
    /// Points including evaluators' overrides; absent if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_overridden: Option<f64>,
    /// Coverage: the share of the playbook's weight that could be judged, 0 to 1.
    pub coverage: f64,
    /// Results for the steps, in order.
    pub steps: Vec<StepScore>,
}

/// Result for a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepScore {
    /// Identifier of the step.
    pub id: StepId,
    /// Title of the step.
    pub title: String,
    /// Points, 0 to 100.
    pub score: f64,
    /// Weight of the step in the total.
    pub weight: f64,
    /// Coverage: the share of the step's weight that could be judged, 0 to 1.
    pub coverage: f64,
    /// Rating; absent if no criterion could be judged.
    pub rating: Option<Rating>,
    /// Reasons why the rating was capped below the one that the points would earn.
    pub caps: Vec<EvidenceItem>,
    /// Points including evaluators' overrides; absent if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score_overridden: Option<f64>,
    /// Rating including evaluators' overrides, with caps applied; absent if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_overridden: Option<Rating>,
    /// Results for the criteria, in order.
    pub criteria: Vec<CriterionScore>,
}

/// Result for one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionScore {
    /// Identifier of the criterion.
    pub id: CriterionId,
    /// Requirement of the criterion.
    pub title: String,
    /// Points in the total of 100.
    pub score: f64,
    /// Maximum number of points; 0 if the criterion was not judged.
    pub max: f64,
    /// Verdict on the criterion.
    pub verdict: Verdict,
    /// Evidence that earned or lost the points.
    pub evidence: Vec<EvidenceItem>,
    /// Advice for the next exercise.
    pub advice: String,
    /// Evaluator's override of the automatic result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Overridden>,
}

impl CriterionScore {
    fn of(criterion: &Criterion, judgement: Judgement, per_weight: f64) -> Self {
        let max = if judgement.credit.is_some() { criterion.weight * per_weight } else { 0.0 };
        let verdict = Verdict::of_credit(judgement.credit, judgement.late);
        CriterionScore {
            id: criterion.id.clone(),
            title: criterion.title.clone(),
            score: max * judgement.credit.unwrap_or(0.0),
            max,
            verdict,
            evidence: judgement.evidence,
            advice: criterion.advice.clone(),
            overridden: None,
        }
    }

    /// Returns the credit, 0 to 1; `None` if the criterion was not judged.
    pub fn credit(&self) -> Option<f64> {
        (self.max > 0.0).then(|| self.score / self.max)
    }

    /// Returns the points that apply: those of an evaluator's override if there is one.
    pub fn standing_score(&self) -> f64 {
        self.overridden.as_ref().map_or(self.score, |overridden| overridden.score)
    }
}

impl StepScore {
    fn of(step: &Step, criteria: Vec<(&Criterion, Judgement)>, points: f64, record: &Record<'_>) -> Self {
        let judged = judged_weight(&criteria);
        let all: f64 = step.criteria.iter().map(|criterion| criterion.weight).sum();
        let per_weight = if judged > 0.0 { 100.0 * step.weight / points / judged } else { 0.0 };
        let earned: f64 =
            criteria.iter().map(|(criterion, judgement)| criterion.weight * judgement.credit.unwrap_or(0.0)).sum();
        let share = if judged > 0.0 { earned / judged } else { 0.0 };
        let rated: Vec<&Criterion> = step.criteria.iter().collect();
        let capped = (judged > 0.0).then(|| rating::cap(Rating::of_share(share), &rated, record));
        let (rating, caps) = capped.map_or((None, Vec::new()), |(rating, caps)| (Some(rating), caps));
        StepScore {
            id: step.id.clone(),
            title: step.title.clone(),
            score: 100.0 * share,
            weight: step.weight,
            coverage: if all > 0.0 { judged / all } else { 0.0 },
            rating,
            caps,
            score_overridden: None,
            rating_overridden: None,
            criteria: criteria
                .into_iter()
                .map(|(criterion, judgement)| CriterionScore::of(criterion, judgement, per_weight))
                .collect(),
        }
    }

    /// Recomputes points and rating with the overrides. Caps still apply.
    fn rate_again(&mut self) {
        if self.criteria.iter().all(|criterion| criterion.overridden.is_none()) {
            return;
        }
        let max: f64 = self.criteria.iter().map(|criterion| criterion.max).sum();
        let score: f64 = self.criteria.iter().map(CriterionScore::standing_score).sum();
        let share = if max > 0.0 { score / max } else { 0.0 };
        self.score_overridden = Some(100.0 * share);
        let by_points = Rating::of_share(share);
        let capped = if self.caps.is_empty() { None } else { self.rating };
        self.rating_overridden = self.rating.map(|_| capped.map_or(by_points, |cap| by_points.min(cap)));
    }
}

impl PlaybookScore {
    /// Adds up the judgements of all criteria.
    pub(super) fn add_up(record: &Record<'_>, mut judged: BTreeMap<&CriterionId, Judgement>) -> Self {
        let playbook = &record.scenario.playbook;
        let judged: Vec<(&Step, Vec<(&Criterion, Judgement)>)> = playbook
            .steps
            .iter()
            .map(|step| {
                let criteria = step.criteria.iter();
                (step, criteria.filter_map(|criterion| Some((criterion, judged.remove(&criterion.id)?))).collect())
            })
            .collect();
        let points: f64 = judged.iter().filter(|(_, all)| judged_weight(all) > 0.0).map(|(step, _)| step.weight).sum();
        let steps: Vec<StepScore> =
            judged.into_iter().map(|(step, all)| StepScore::of(step, all, points, record)).collect();
        let weight: f64 = steps.iter().map(|step| step.weight).sum();
        let covered: f64 = steps.iter().map(|step| step.weight * step.coverage).sum();
        PlaybookScore {
            id: playbook.id.clone(),
            total: steps.iter().flat_map(|step| &step.criteria).map(|criterion| criterion.score).sum(),
            total_overridden: None,
            coverage: if weight > 0.0 { covered / weight } else { 0.0 },
            steps,
        }
    }

    /// Adds the overrides in a log. The automatic results remain unchanged.
    pub(super) fn add_overrides(&mut self, entries: &[Entry]) {
        for step in &mut self.steps {
            for criterion in &mut step.criteria {
                criterion.overridden = evaluation::overridden(&criterion.id, criterion.max, entries);
            }
            step.rate_again();
        }
        let any = self.steps.iter().flat_map(|step| &step.criteria).any(|criterion| criterion.overridden.is_some());
        let total = || self.steps.iter().flat_map(|step| &step.criteria).map(CriterionScore::standing_score).sum();
        self.total_overridden = any.then(total);
    }
}

/// Returns the total weight of the criteria that could be judged.
fn judged_weight(criteria: &[(&Criterion, Judgement)]) -> f64 {
    criteria.iter().filter(|(_, judgement)| judgement.credit.is_some()).map(|(criterion, _)| criterion.weight).sum()
}
