//! The scorecard: both results of a run, which are never blended into one number.

use serde::Serialize;

use super::confidence::Calibration;
use super::evaluation::Evaluation;
use super::outcome::Outcome;
use super::playbook_score::PlaybookScore;
use crate::id::ScenarioId;
use crate::simulation::Seed;

/// All verdicts, ratings and points of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scorecard {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The seed.
    pub seed: Seed,
    /// The fingerprint of the world that was scored.
    pub fingerprint: String,
    /// Whether the exercise had ended.
    pub ended: bool,
    /// How far the playbook was followed.
    pub playbook: PlaybookScore,
    /// What the incident cost.
    pub outcome: Outcome,
    /// How well the team's confidence matched the results; not part of any total.
    pub confidence: Calibration,
    /// Ratings and notes of evaluators; not part of any total.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evaluations: Vec<Evaluation>,
}
