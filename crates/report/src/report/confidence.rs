//! The team's stated confidence in its decisions, and how often it was right.

use serde::Serialize;

use goldenhour_core::scoring::Calibration;

/// Decisions made with one level of confidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConfidenceRow {
    /// Level of confidence.
    pub confidence: String,
    /// Number of right decisions.
    pub right: String,
    /// Number of wrong decisions.
    pub wrong: String,
}

pub(super) fn confidence(calibration: &Calibration) -> String {
    calibration.brier.map_or_else(String::new, |brier| {
        format!(
            "Of {} decisions with a stated confidence, {} were confident but wrong and {} unsure and wrong. \
             The Brier score is {brier:.2}, where 0 is perfect and 0.25 equals guessing.",
            calibration.decisions,
            calibration.sure_and_wrong.len(),
            calibration.unsure_and_wrong.len(),
        )
    })
}

pub(super) fn confidence_levels(calibration: &Calibration) -> Vec<ConfidenceRow> {
    let used = calibration.levels.iter().filter(|level| level.right + level.wrong > 0);
    used.map(|level| ConfidenceRow {
        confidence: format!("{} of 5", level.confidence),
        right: level.right.to_string(),
        wrong: level.wrong.to_string(),
    })
    .collect()
}
