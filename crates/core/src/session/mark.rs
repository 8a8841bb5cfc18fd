//! Evaluators' marks, reported next to the automatic result: overrides with reasons, ratings and notes.
//!
//! A mark changes neither the world nor the automatic result. It is recorded in the log with its author and time,
//! and the scorecard shows both results.

use serde::{Deserialize, Serialize};

use super::review::{Grade, check_criterion};
use crate::id::{CriterionId, ObjectiveId};
use crate::scenario::Scenario;
use crate::time::SimTime;

/// A mark by an evaluator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Mark {
    /// Replaces the credit of a criterion.
    Override {
        /// Criterion to override.
        criterion: CriterionId,
        /// New credit, 0 to 1.
        credit: f64,
        /// Reason for the mark.
        reason: String,
    },
    /// Rating from 1 (unable to be performed) to 4 (performed without challenges).
    Rating {
        /// Criterion or objective that is rated.
        of: Subject,
        /// Grade, 1 to 4.
        mark: Grade,
        /// Reason for the mark.
        reason: String,
    },
    /// Observation.
    Seen {
        /// Time of the observation.
        at: SimTime,
        /// Text of the observation.
        text: String,
    },
}

/// Subject of a rating.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Subject {
    /// A criterion of the playbook.
    Criterion(CriterionId),
    /// An objective of the exercise.
    Objective(ObjectiveId),
}

impl Mark {
    /// Checks that the mark is valid for a scenario.
    ///
    /// # Errors
    /// Returns a description of the problem.
    pub fn check(&self, scenario: &Scenario) -> Result<(), String> {
        let reasoned = |reason: &str| {
            if reason.trim().is_empty() { Err("a mark needs a reason".to_owned()) } else { Ok(()) }
        };
        match self {
            Mark::Override { criterion, credit, reason } => {
                check_criterion(criterion, scenario)?;
                reasoned(reason)?;
                if (0.0..=1.0).contains(credit) {
                    Ok(())
                } else {
                    Err(format!("credit must be from 0 to 1, not {credit}"))
                }
            }
            Mark::Rating { of: Subject::Criterion(id), reason, .. } => {
                check_criterion(id, scenario)?;
                reasoned(reason)
            }
            Mark::Rating { of: Subject::Objective(id), reason, .. } => {
                if scenario.objective(id).is_none() {
                    return Err(format!("the exercise has no objective `{id}`"));
                }
                reasoned(reason)
            }
            Mark::Seen { text, .. } if text.trim().is_empty() => Err("a note must not be empty".to_owned()),
            Mark::Seen { .. } => Ok(()),
        }
    }
}
