//! Notification clocks in the players' view.

use serde::Serialize;

use super::view::View;
use crate::id::ClockId;
use crate::scenario::{Clock, RoleKind, World};
use crate::simulation::stakeholder::ClockState;

/// A notification clock, visible to players while a lawyer is at work.
#[derive(Clone, Debug, Serialize)]
pub struct ClockView {
    /// ID of the clock.
    pub id: ClockId,
    /// Name of the clock.
    pub title: String,
    /// Current state.
    pub state: ClockState,
    /// Law or contract that imposes the deadline.
    pub source: String,
}

impl View<'_> {
    pub(super) fn clocks(&self) -> Option<Vec<ClockView>> {
        let lawyer = self.scenario().role_of(RoleKind::Lawyer)?;
        if !self.ledger().active(&lawyer.id) {
            return None;
        }
        Some(self.all_clocks())
    }

    pub(super) fn all_clocks(&self) -> Vec<ClockView> {
        let view = |clock: &Clock| {
            Some(ClockView {
                id: clock.id.clone(),
                title: clock.title.clone(),
                state: self.clocks.state(&clock.id)?,
                source: clock.source.clone(),
            })
        };
        self.scenario().clocks.iter().filter_map(view).collect()
    }
}
