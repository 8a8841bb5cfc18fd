//! Strengths and areas for improvement, each with its evidence.
//!
//! Findings are derived from the criteria: a criterion that was met and carries enough weight is a strength, one
//! that was not met is an area for improvement. A finding requires a [`Proof`], which contains at least one piece
//! of evidence, so the debrief cannot make an unsupported assertion.

use serde::Serialize;

use crate::id::{CriterionId, StepId};
use crate::scoring::{CriterionScore, EvidenceItem, Scorecard, StepScore, Verdict};

/// A list of evidence that contains at least one item.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Proof(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<EvidenceItem>);

impl Proof {
    /// Returns a proof, or `None` if the evidence is empty.
    pub fn new(evidence: Vec<EvidenceItem>) -> Option<Self> {
        (!evidence.is_empty()).then_some(Proof(evidence))
    }

    /// Iterates over the evidence.
    pub fn iter(&self) -> impl Iterator<Item = &EvidenceItem> {
        self.0.iter()
    }
}

/// Whether a finding is positive or negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FindingKind {
    /// Strength: a practice to maintain.
    Strength,
    /// Area for improvement: a practice to change.
    Improvement,
}

/// A strength or an area for improvement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Kind of finding.
    pub kind: FindingKind,
    /// Step of the playbook.
    pub step: StepId,
    /// Title of the step.
    pub step_title: String,
    /// Criterion.
    pub criterion: CriterionId,
    /// Finding in one sentence.
    pub text: String,
    /// Recommendation of the playbook.
    pub advice: String,
    /// Points gained or lost, of 100.
    pub points: f64,
    /// Evidence.
    pub proof: Proof,
}

/// Minimum number of points gained or lost for a finding.
pub(super) const WORTH_SAYING: f64 = 0.5;

/// Returns all findings: areas for improvement first, then strengths, each in descending order of points.
pub fn find(scorecard: &Scorecard) -> Vec<Finding> {
    let mut findings: Vec<Finding> = scorecard
        .playbook
        .steps
        .iter()
        .flat_map(|step| step.criteria.iter().filter_map(move |criterion| from_criterion(step, criterion)))
        .collect();
    findings.sort_by(|a, b| b.kind.cmp(&a.kind).then(b.points.total_cmp(&a.points)));
    findings
}

fn from_criterion(step: &StepScore, criterion: &CriterionScore) -> Option<Finding> {
    let lost = criterion.max - criterion.score;
    let (kind, points) = match criterion.verdict {
        Verdict::NotApplicable => return None,
        Verdict::Met => (FindingKind::Strength, criterion.score),
        Verdict::Late | Verdict::Partial | Verdict::Missed => (FindingKind::Improvement, lost),
    };
    if points < WORTH_SAYING {
        return None;
    }
    Some(Finding {
        kind,
        step: step.id.clone(),
        step_title: step.title.clone(),
        criterion: criterion.id.clone(),
        text: format!("{}: {}", criterion.title, criterion.verdict.word()),
        advice: criterion.advice.clone(),
        points,
        proof: Proof::new(criterion.evidence.clone())?,
    })
}
