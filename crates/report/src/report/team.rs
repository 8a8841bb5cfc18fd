//! Roles, their holders and their workload.

use serde::Serialize;

use crate::number;
use goldenhour_core::debrief::TeamLoad;
use goldenhour_core::time::SimDuration;

/// A role with its workload.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamRow {
    /// Role.
    pub title: String,
    /// Person who holds the role in the scenario.
    pub holder: String,
    /// When the role became active.
    pub since: String,
    /// Number of actions that it led.
    pub works: String,
    /// Total duration of these actions.
    pub length: String,
}

pub(super) fn team_row(load: &TeamLoad) -> TeamRow {
    TeamRow {
        title: load.title.clone(),
        holder: load.holder.clone(),
        since: load.since.map_or_else(|| "not called in".to_owned(), |at| at.to_string()),
        works: load.works.to_string(),
        length: number::length(SimDuration::from_minutes(load.minutes)),
    }
}
