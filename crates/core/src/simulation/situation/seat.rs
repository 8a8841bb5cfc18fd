//! The seats of the response team.

use super::view::View;
use crate::id::RoleId;
use crate::scenario::{Role, RoleKind};
use crate::simulation::team::state::Team;
use crate::time::SimTime;

/// A seat of the response team.
#[derive(Clone, Debug)]
pub struct SeatView {
    /// The role.
    pub role: RoleId,
    /// Its function.
    pub kind: RoleKind,
    /// Its name on the door.
    pub title: String,
    /// Who sits there.
    pub holder: String,
    /// Whether it is there.
    pub presence: Presence,
    /// How many works it has in hand, those that it approves included.
    pub load: usize,
    /// How many it can lead.
    pub capacity: usize,
    /// How spent it is, 0 to 1.
    pub fatigue: f64,
}

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Not called.
    Away,
    /// Called, and here at this time.
    Arriving(SimTime),
    /// At work since this time.
    Here(SimTime),
}

impl View<'_> {
    pub(super) fn roster(&self) -> Vec<SeatView> {
        let team: &Team = self.context.team;
        let view = |role: &Role| SeatView {
            role: role.id.clone(),
            kind: role.kind,
            title: role.title.clone(),
            holder: role.holder.clone(),
            presence: match (self.ledger().active.get(&role.id), team.arrival(&role.id)) {
                (Some(since), _) => Presence::Here(*since),
                (None, Some(time)) => Presence::Arriving(time),
                (None, None) => Presence::Away,
            },
            load: team.load(&role.id),
            capacity: role.capacity as usize,
            fatigue: team.fatigue(&role.id),
        };
        self.scenario().roles.iter().map(view).collect()
    }
}
