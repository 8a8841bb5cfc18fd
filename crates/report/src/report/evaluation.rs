//! The evaluators’ marks and notes.

use serde::Serialize;

use goldenhour_core::scoring::{Evaluation, Rating};

/// What an evaluator marked or noted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvaluationRow {
    /// When.
    pub at: String,
    /// Who.
    pub by: String,
    /// What it is about; empty for a note.
    pub of: String,
    /// The mark; empty for a note.
    pub letter: &'static str,
    /// The reason or the note.
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
