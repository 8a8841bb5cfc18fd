//! The improvement plan: one corrective action for each area for improvement that cost enough.
//!
//! Owner and date are for people to fill in; a plan that names them by itself would be a guess.

use serde::Serialize;

use super::finding::{Finding, FindingKind};
use crate::id::CriterionId;

/// The most corrective actions that a plan proposes; nobody carries out thirty.
pub(super) const MOST: usize = 8;

/// Something that should change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CorrectiveAction {
    /// The criterion it follows from.
    pub criterion: CriterionId,
    /// The issue.
    pub issue: String,
    /// What to do.
    pub action: String,
    /// Points that the issue cost, of 100.
    pub points: f64,
    /// Who does it; for people to fill in.
    pub owner: String,
    /// By when; for people to fill in.
    pub due: String,
}

/// Returns a plan for the areas for improvement that cost most.
pub fn plan(findings: &[Finding]) -> Vec<CorrectiveAction> {
    let areas = findings.iter().filter(|finding| finding.kind == FindingKind::Improvement);
    areas
        .take(MOST)
        .map(|finding| CorrectiveAction {
            criterion: finding.criterion.clone(),
            issue: finding.text.clone(),
            action: finding.advice.clone(),
            points: finding.points,
            owner: String::new(),
            due: String::new(),
        })
        .collect()
}
