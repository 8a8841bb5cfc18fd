//! Exercise objectives.

use crate::id::{ObjectiveId, StepId};

/// An objective of the exercise.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Unique id.
    pub id: ObjectiveId,
    /// The objective, in one sentence.
    pub title: String,
    /// Name of the core capability it belongs to.
    pub capability: String,
    /// Playbook steps whose criteria evaluate the objective.
    pub steps: Vec<StepId>,
}
