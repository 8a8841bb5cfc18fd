//! Seats of the response team.

use super::view::View;
use crate::id::RoleId;
use crate::scenario::{Role, RoleKind};
use crate::simulation::team::state::Team;
use crate::time::SimTime;

/// A seat of the response team.
#[derive(Clone, Debug)]
pub struct SeatView {
    /// Role that the seat belongs to.
    pub role: RoleId,
    /// Function of the role.
    pub kind: RoleKind,
    /// Title of the role.
    pub title: String,
    /// Name of the person in the seat.
    pub holder: String,
    /// Whether the role is at work.
    pub presence: Presence,
    /// Number of actions the role is working on, including approvals.
    pub load: usize,
    /// Number of actions the role can work on at the same time.
    pub capacity: usize,
    /// Fatigue, 0 to 1.
    pub fatigue: f64,
}

/// Whether a role is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Not called in.
    Away,
    /// Called in, arriving at this time.
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
