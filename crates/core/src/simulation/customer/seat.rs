//! The entities that are reserved for customers.

use bevy_ecs::entity::Entity;
use bevy_ecs::world::World as EcsWorld;

/// The entities of customers: one is kept free for each key, so that nobody has to remember which is whose.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seats {
    first: u32,
}

impl Seats {
    /// Keeps entities free for so many customers.
    pub(crate) fn keep(world: &mut EcsWorld, count: u32) -> Self {
        // The ECS doubles what it keeps of entities whenever a higher one appears. One more entity behind the last
        // seat makes it exactly as large as needed at once.
        let allocated = world.entity_allocator().alloc_many(count + 1);
        let (first, last) = allocated
            .map(Entity::index_u32)
            .fold((u32::MAX, 0), |(first, last), index| (first.min(index), last.max(index)));
        assert_eq!(last - first, count, "a new world hands out entities without a gap");
        let seats = Seats { first };
        world.spawn_empty_at(seats.of(count)).expect("it was handed out just now");
        seats
    }

    /// Returns the entity of a customer, which exists once the customer is awake.
    pub(crate) fn of(self, key: u32) -> Entity {
        Entity::from_raw_u32(self.first + key).expect("populations are far below 2^32")
    }
}
