//! The playbook result: points and ratings of criteria, steps and the whole playbook.
//!
//! A criterion earns its credit times its weight. The weight of criteria that could not be judged is distributed
//! over the others of the same step, and the weight of a step without any judged criterion over the other steps.

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

/// How far the playbook was followed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaybookScore {
    /// The playbook.
    pub id: PlaybookId,
    /// Points, 0 to 100, as judged automatically.
    pub total: f64,
    /// Points with the evaluators' overrides, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_overridden: Option<f64>,
    /// The share of the playbook's weight that could be judged, 0 to 1.
    pub coverage: f64,
    /// The steps in order.
    pub steps: Vec<StepScore>,
}

/// How far a step was followed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepScore {
    /// The step.
    pub id: StepId,
    /// Its name.
    pub title: String,
    /// Points, 0 to 100.
    pub score: f64,
    /// Its weight in the total.
    pub weight: f64,
    /// The share of its weight that could be judged, 0 to 1.
    pub coverage: f64,
    /// The rating; none if no criterion could be judged.
    pub rating: Option<Rating>,
    /// What capped the rating below its points.
    pub caps: Vec<EvidenceItem>,
    /// Points with the evaluators' overrides, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score_overridden: Option<f64>,
    /// The rating with the evaluators' overrides, if there are any; caps still apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_overridden: Option<Rating>,
    /// The criteria in order.
    pub criteria: Vec<CriterionScore>,
}

/// The result of one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionScore {
    /// The criterion.
    pub id: CriterionId,
    /// What it asks for.
    pub title: String,
    /// Points in the total of 100.
    pub score: f64,
    /// The most points it could earn; 0 if it was not judged.
    pub max: f64,
    /// The verdict.
    pub verdict: Verdict,
    /// What earned or lost the points.
    pub evidence: Vec<EvidenceItem>,
    /// What to do better next time.
    pub advice: String,
    /// An evaluator's override of the automatic result.
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

    /// Returns the credit, 0 to 1; none if it was not judged.
    pub fn credit(&self) -> Option<f64> {
        (self.max > 0.0).then(|| self.score / self.max)
    }

    /// Returns the effective points: the evaluator's if there is an override.
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

    /// Recomputes points and rating with the overrides; a rating that was capped stays capped.
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

    /// Adds the overrides of a log beside the automatic results, which stay as they are.
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

/// The weight of the criteria that could be judged.
fn judged_weight(criteria: &[(&Criterion, Judgement)]) -> f64 {
    criteria.iter().filter(|(_, judgement)| judgement.credit.is_some()).map(|(criterion, _)| criterion.weight).sum()
}
