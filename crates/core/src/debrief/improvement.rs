//! Proposed corrective actions: one for each of the costliest areas for improvement.
//!
//! Owner and due date are left blank, because nothing in the session determines them.

use serde::Serialize;

use super::finding::{Finding, FindingKind};
use crate::id::CriterionId;

/// Maximum number of proposed corrective actions, limited so that the plan remains feasible.
pub(super) const MOST: usize = 8;

/// A proposed corrective action.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CorrectiveAction {
    /// Criterion that was not fully met.
    pub criterion: CriterionId,
    /// Issue to be corrected.
    pub issue: String,
    /// Recommended action.
    pub action: String,
    /// Points that the issue cost, of 100.
    pub points: f64,
    /// Person responsible; left blank for the team to fill in.
    pub owner: String,
    /// Due date; left blank for the team to fill in.
    pub due: String,
}

/// Returns corrective actions for the costliest areas for improvement.
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
