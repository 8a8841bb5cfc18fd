//! What an evaluator puts beside the automatic result: overrides with reasons, marks and notes.
//!
//! A mark changes neither the world nor the automatic result. It is kept in the log with its author and its
//! time, and the scorecard shows both results beside each other.

use serde::{Deserialize, Serialize};

use super::review::{Grade, check_criterion};
use crate::id::{CriterionId, ObjectiveId};
use crate::scenario::Scenario;
use crate::time::SimTime;

/// What an evaluator says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Mark {
    /// The credit of a criterion should be another.
    Override {
        /// The criterion.
        criterion: CriterionId,
        /// The credit it should have, 0 to 1.
        credit: f64,
        /// Why.
        reason: String,
    },
    /// How well something was done, from 1 (could not be done) to 4 (without trouble).
    Rating {
        /// What.
        of: Subject,
        /// How well.
        mark: Grade,
        /// Why.
        reason: String,
    },
    /// Something seen.
    Seen {
        /// When it was seen.
        at: SimTime,
        /// What was seen.
        text: String,
    },
}

/// What an evaluator rates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Subject {
    /// A criterion of the playbook.
    Criterion(CriterionId),
    /// An objective of the exercise.
    Objective(ObjectiveId),
}

impl Mark {
    /// Says what is wrong with it, if anything is.
    ///
    /// # Errors
    /// What is wrong, in words.
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
