//! One ECS table per stratum, so that the customers of a stratum are contiguous in memory.

use bevy_ecs::component::Component;
use bevy_ecs::entity::Entity;
use bevy_ecs::world::World as EcsWorld;

use super::row::{Anger, Awake, Fear, Held, Id, Patience, Trust};
use super::stratum::STRATA;

/// Marker component that assigns customers to the table of one stratum.
#[derive(Component)]
struct Stratum<const INDEX: usize>;

/// Spawns an aware customer into the table of one stratum.
fn spawn<const INDEX: usize>(world: &mut EcsWorld, entity: Entity, row: Awake) {
    world.spawn_at(entity, (row, Stratum::<INDEX>)).expect("the entity was reserved for this customer");
}

/// Reserves space for `count` customers in the table of one stratum. Without it, the columns would grow by repeated
/// doubling and fragment memory. The ECS reserves according to the upper size hint of a batch, so this function
/// spawns an empty batch with the hint `count`.
fn reserve<const INDEX: usize>(world: &mut EcsWorld, count: usize) {
    let row = (Id::default(), Trust(0.0), Anger(0.0), Fear(0.0), Held(0.0), Patience(0.0));
    let nobody = (0..count).filter(|_| false).map(|_| (row, Stratum::<INDEX>));
    drop(world.spawn_batch(nobody));
}

/// Operations on the table of one stratum.
pub(crate) struct Table {
    /// Reserves space for a number of customers.
    pub(crate) reserve: fn(&mut EcsWorld, usize),
    /// Spawns an aware customer into the table.
    pub(crate) spawn: fn(&mut EcsWorld, Entity, Awake),
}

macro_rules! tables {
    ($($index:literal)*) => { [$(Table { reserve: reserve::<$index>, spawn: spawn::<$index> }),*] };
}

/// One table per stratum. Each has its own functions, because a table is selected by a type.
pub(crate) const TABLES: [Table; STRATA] =
    tables!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31);
