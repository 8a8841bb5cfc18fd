//! Strengths and areas for improvement, each with its evidence.
//!
//! Findings follow from the criteria: one that was met and weighs enough is a strength, one that was not is an
//! area for improvement. A [`Proof`] holds at least one piece of evidence, and there is no other way to make a
//! finding, so that no sentence of a debrief stands on nothing.

use serde::Serialize;

use crate::id::{CriterionId, StepId};
use crate::scoring::{CriterionScore, EvidenceItem, Scorecard, StepScore, Verdict};

/// At least one piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Proof(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<EvidenceItem>);

impl Proof {
    /// Returns a proof, unless there is no evidence.
    pub fn new(evidence: Vec<EvidenceItem>) -> Option<Self> {
        (!evidence.is_empty()).then_some(Proof(evidence))
    }

    /// Goes through the evidence.
    pub fn iter(&self) -> impl Iterator<Item = &EvidenceItem> {
        self.0.iter()
    }
}

/// Which way a finding points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FindingKind {
    /// Keep doing this.
    Strength,
    /// Change this.
    Improvement,
}

/// A strength or an area for improvement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Which of the two.
    pub kind: FindingKind,
    /// The step of the playbook.
    pub step: StepId,
    /// Its name.
    pub step_title: String,
    /// The criterion.
    pub criterion: CriterionId,
    /// What was found, in a sentence.
    pub text: String,
    /// What the playbook advises.
    pub advice: String,
    /// Points won or lost, of 100.
    pub points: f64,
    /// The evidence.
    pub proof: Proof,
}

/// Points from which something is worth a finding.
pub(super) const WORTH_SAYING: f64 = 0.5;

/// Returns the findings: areas for improvement first, those that cost most first, then strengths.
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
