//! Marks and notes of evaluators.

use serde::Serialize;

use goldenhour_core::scoring::{Evaluation, Rating};

/// A mark or a note of an evaluator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvaluationRow {
    /// Time.
    pub at: String,
    /// Evaluator.
    pub by: String,
    /// Subject; empty for a note.
    pub of: String,
    /// Rating; empty for a note.
    pub letter: &'static str,
    /// Reason for the rating, or text of the note.
    pub text: String,
}

pub(super) fn evaluation_row(evaluation: &Evaluation) -> EvaluationRow {
    EvaluationRow {
        at: evaluation.at.to_string(),
        by: evaluation.by.clone(),
        of: evaluation.of.clone().unwrap_or_default(),
        letter: evaluation.rating.map_or("", Rating::letter),
        text: evaluation.text.clone(),
    }
}
