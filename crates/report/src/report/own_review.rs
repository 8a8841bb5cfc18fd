//! The team's own review, compared with the record.

use serde::Serialize;

use super::blank::NOTHING;
use goldenhour_core::debrief::ReviewLine;

/// A line of the team's own review.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewRow {
    /// Kind of line.
    pub kind: String,
    /// Criterion, decision, role or corrective action that the line is about.
    pub about: String,
    /// The team's text.
    pub text: String,
    /// What the record shows.
    pub record: String,
}

pub(super) fn review_row(line: &ReviewLine) -> ReviewRow {
    ReviewRow {
        kind: line.kind.to_owned(),
        about: line.about.clone(),
        text: line.text.clone(),
        record: if line.record.is_empty() { NOTHING.to_owned() } else { line.record.clone() },
    }
}
