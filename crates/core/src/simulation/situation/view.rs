//! Access to the world for the views.

use bevy_ecs::world::World as EcsWorld;

use crate::scenario::Scenario;
use crate::simulation::ledger::{Chronicle, Ledger, Shared};
use crate::simulation::social::Social;
use crate::simulation::stakeholder::Clocks;
use crate::simulation::team::check_context::CheckContext;

/// Resources that the views are built from.
pub(super) struct View<'a> {
    pub(super) context: CheckContext<'a>,
    pub(super) clocks: &'a Clocks,
    pub(super) chronicle: &'a Chronicle,
    pub(super) social: &'a Social,
}

impl<'a> View<'a> {
    pub(super) fn of(world: &'a EcsWorld) -> Self {
        View {
            context: CheckContext::of(world),
            clocks: world.resource(),
            chronicle: &world.resource::<Shared>().chronicle,
            social: world.resource(),
        }
    }
}

impl View<'_> {
    pub(super) fn scenario(&self) -> &Scenario {
        self.context.scenario
    }

    pub(super) fn ledger(&self) -> &Ledger {
        self.context.ledger
    }
}
