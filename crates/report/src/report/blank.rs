//! Placeholders for missing values.

use goldenhour_core::time::SimTime;

/// Placeholder for a missing value in a table.
pub(super) const NOTHING: &str = "–";

/// Formats a time, or returns the placeholder if there is none.
pub(super) fn moment_or_nothing(at: Option<SimTime>) -> String {
    at.map_or_else(|| NOTHING.to_owned(), |at| at.to_string())
}

/// Formats a time, or returns an empty string if there is none.
pub(super) fn moment_or_empty(at: Option<SimTime>) -> String {
    at.map(|at| at.to_string()).unwrap_or_default()
}
