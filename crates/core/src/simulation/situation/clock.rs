//! Clocks as the players see them.

use serde::Serialize;

use super::view::View;
use crate::id::ClockId;
use crate::scenario::{Clock, RoleKind, World};
use crate::simulation::stakeholder::ClockState;

/// A clock as the players see it once a lawyer is at work.
#[derive(Clone, Debug, Serialize)]
pub struct ClockView {
    /// The clock.
    pub id: ClockId,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: ClockState,
    /// The law or contract.
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
