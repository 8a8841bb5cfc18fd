//! The roles: who held each and how much work it led.

use serde::Serialize;

use crate::number;
use goldenhour_core::debrief::TeamLoad;
use goldenhour_core::time::SimDuration;

/// A seat.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamRow {
    /// The role.
    pub title: String,
    /// Who sat there.
    pub holder: String,
    /// Since when it was at work.
    pub since: String,
    /// How many works it led.
    pub works: String,
    /// How long these took together.
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
