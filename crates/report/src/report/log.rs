//! The session log with the reviewers' remarks.

use serde::Serialize;

use super::remark::remarks;
use goldenhour_core::debrief::{Debrief, LogLine};
use goldenhour_core::time::SimTime;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LogRow {
    /// Time.
    pub at: String,
    /// Log entry; empty if there is none.
    pub entry: String,
    /// Description.
    pub text: String,
    /// Reviewers' remarks on the entry.
    pub remarks: Vec<String>,
}

/// Returns the log. Remarks on an entry are attached to its first line; remarks on a moment become separate lines.
pub(super) fn log(debrief: &Debrief) -> Vec<LogRow> {
    let annotations = &debrief.after_action.annotations;
    let mut remarked: Vec<u32> = Vec::new();
    let mut rows: Vec<(SimTime, LogRow)> = Vec::new();
    for line in &debrief.log {
        let first = line.entry.filter(|entry| !remarked.contains(entry));
        remarked.extend(first);
        let remarks = first.map(|entry| remarks(entry, annotations)).unwrap_or_default();
        rows.push((line.at, LogRow { remarks, ..log_row(line) }));
    }
    for annotation in annotations.iter().filter(|annotation| annotation.on.is_none()) {
        let text = format!("Comment by {}: {}", annotation.stamp.by, annotation.text);
        let (at, entry) = (annotation.at.to_string(), annotation.stamp.entry.to_string());
        rows.push((annotation.at, LogRow { at, entry, text, remarks: Vec::new() }));
    }
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn log_row(line: &LogLine) -> LogRow {
    LogRow {
        at: line.at.to_string(),
        entry: line.entry.map(|entry| entry.to_string()).unwrap_or_default(),
        text: line.text.clone(),
        remarks: Vec::new(),
    }
}
