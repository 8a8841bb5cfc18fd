//! An objective: what the exercise tests.

use crate::id::{ObjectiveId, StepId};

/// What the exercise tests.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Its id.
    pub id: ObjectiveId,
    /// The objective, in a sentence.
    pub title: String,
    /// The core capability it belongs to.
    pub capability: String,
    /// The steps of the playbook whose criteria judge it.
    pub steps: Vec<StepId>,
}
