//! Entities reserved for customers.

use bevy_ecs::entity::Entity;
use bevy_ecs::world::World as EcsWorld;

/// Entities of the customers. One entity is reserved for each key, so no map from keys to entities is needed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seats {
    first: u32,
}

impl Seats {
    /// Reserves entities for `count` customers.
    pub(crate) fn keep(world: &mut EcsWorld, count: u32) -> Self {
        // The ECS doubles its entity storage whenever a higher index appears. Spawning one entity after the last
        // seat allocates exactly the required size at once.
        let allocated = world.entity_allocator().alloc_many(count + 1);
        let (first, last) = allocated
            .map(Entity::index_u32)
            .fold((u32::MAX, 0), |(first, last), index| (first.min(index), last.max(index)));
        assert_eq!(last - first, count, "a new world must allocate consecutive entities");
        let seats = Seats { first };
        world.spawn_empty_at(seats.of(count)).expect("the entity was allocated above");
        seats
    }

    /// Returns the entity reserved for a customer. It exists once the customer is awake.
    pub(crate) fn of(self, key: u32) -> Entity {
        Entity::from_raw_u32(self.first + key).expect("populations are far below 2^32")
    }
}
