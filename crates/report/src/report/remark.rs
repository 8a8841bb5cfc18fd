//! Reviewers' remarks on log entries.

use super::cell::by;
use goldenhour_core::debrief::after_action::Annotation;

/// Returns the remarks on a log entry, each with its author.
pub(super) fn remarks(entry: u32, annotations: &[Annotation]) -> Vec<String> {
    let of_entry = annotations.iter().filter(|annotation| annotation.on == Some(entry));
    of_entry.map(|annotation| format!("{} ({})", annotation.text, by(&annotation.stamp))).collect()
}
