//! One ECS table for each stratum, so that the customers of a stratum are contiguous in memory.

use bevy_ecs::component::Component;
use bevy_ecs::entity::Entity;
use bevy_ecs::world::World as EcsWorld;

use super::row::{Anger, Awake, Fear, Held, Id, Patience, Trust};
use super::stratum::STRATA;

/// Marks the table of one stratum, so that its customers lie side by side.
#[derive(Component)]
struct Stratum<const INDEX: usize>;

/// Puts a customer who is awake into the table of one stratum.
fn spawn<const INDEX: usize>(world: &mut EcsWorld, entity: Entity, row: Awake) {
    world.spawn_at(entity, (row, Stratum::<INDEX>)).expect("the entity of a customer is kept free for it");
}

/// Makes room in the table of one stratum for so many customers; its columns would else double again and again, and
/// leave holes behind. What the ECS makes room for is the most that a batch may have; this one has nobody.
fn reserve<const INDEX: usize>(world: &mut EcsWorld, count: usize) {
    let row = (Id::default(), Trust(0.0), Anger(0.0), Fear(0.0), Held(0.0), Patience(0.0));
    let nobody = (0..count).filter(|_| false).map(|_| (row, Stratum::<INDEX>));
    drop(world.spawn_batch(nobody));
}

/// What can be done with the table of one stratum.
pub(crate) struct Table {
    /// Makes room for so many customers.
    pub(crate) reserve: fn(&mut EcsWorld, usize),
    /// Puts a customer who is awake into it.
    pub(crate) spawn: fn(&mut EcsWorld, Entity, Awake),
}

macro_rules! tables {
    ($($index:literal)*) => { [$(Table { reserve: reserve::<$index>, spawn: spawn::<$index> }),*] };
}

/// One table for each stratum, each with functions of its own because a table is told by a type.
pub(crate) const TABLES: [Table; STRATA] =
    tables!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31);
