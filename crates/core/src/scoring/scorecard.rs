//! The scorecard: the playbook result and the outcome of a session, which are never combined into one number.

use serde::Serialize;

use super::confidence::Calibration;
use super::evaluation::Evaluation;
use super::outcome::Outcome;
use super::playbook_score::PlaybookScore;
use crate::id::ScenarioId;
use crate::simulation::Seed;

/// Verdicts, ratings and points of a session.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scorecard {
    /// Identifier of the scenario.
    pub scenario: ScenarioId,
    /// Random seed of the session.
    pub seed: Seed,
    /// Fingerprint of the world that was scored.
    pub fingerprint: String,
    /// Whether the exercise had ended.
    pub ended: bool,
    /// Playbook result.
    pub playbook: PlaybookScore,
    /// Outcome: what the incident cost.
    pub outcome: Outcome,
    /// Calibration of the team's confidence; not part of any total.
    pub confidence: Calibration,
    /// Ratings and notes of evaluators; not part of any total.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evaluations: Vec<Evaluation>,
}
