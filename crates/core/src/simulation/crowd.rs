//! A world that contains only aware customers, for benchmarks.
//!
//! A [`Crowd`] is stepped by the code that steps the customers of a [`Simulation`](super::Simulation): the same
//! entities in the same tables, the same query, the same batches and the same kernel on the best instruction set.
//! The rates of each stratum, which the simulation recomputes every minute, are constant here, so other
//! implementations can be measured on exactly the same customers (`benches/customer`). This module is not part of
//! the public API.

use bevy_ecs::resource::Resource;
use bevy_ecs::schedule::{Schedule, SingleThreadedExecutor};
use bevy_ecs::system::{Query, Res, ResMut};
use bevy_ecs::world::World as EcsWorld;

pub use super::customer::kernel::Minute;
use super::customer::kernel::Sums;
use super::customer::row::{Anger, Fear, Held, Id, Patience, Rows, Trust};
use super::customer::seat::Seats;
use super::customer::sweep;
use super::customer::table::TABLES;

/// An aware customer.
#[derive(Clone, Copy, Debug)]
pub struct Customer {
    /// Stable number, below 2^23.
    pub key: u32,
    /// Stratum, below 32.
    pub stratum: usize,
    /// Trust, 0 to 1.
    pub trust: f32,
    /// Anger, 0 to 1.
    pub anger: f32,
    /// Fear, 0 to 1.
    pub fear: f32,
    /// Share of spending held back, 0 to 1.
    pub held: f32,
    /// Remaining cumulative hazard before the customer leaves.
    pub patience: f32,
}

/// Customers in a separate world.
pub struct Crowd {
    world: EcsWorld,
    minute: Schedule,
}

#[derive(Resource)]
struct Rates(Vec<Minute>);

#[derive(Resource, Default)]
struct Totals(Sums);

fn step(rates: Res<Rates>, mut totals: ResMut<Totals>, mut customers: Query<Rows>) {
    totals.0 = Sums::default();
    for sums in sweep(&mut customers, &rates.0, false) {
        totals.0.add(&sums);
    }
}

/// A system that does nothing, to measure the overhead of scheduling.
fn idle() {}

impl Crowd {
    /// Creates a world of customers with the rates of each stratum and a number of systems that do nothing.
    pub fn new(customers: impl IntoIterator<Item = Customer>, rates: Vec<Minute>, idle_systems: usize) -> Self {
        let mut world = EcsWorld::new();
        world.insert_resource(Rates(rates));
        world.insert_resource(Totals::default());
        let mut minute = Schedule::default();
        minute.set_executor(SingleThreadedExecutor::new());
        minute.add_systems(step);
        (0..idle_systems).for_each(|_| {
            minute.add_systems(idle);
        });
        minute.initialize(&mut world).expect("the systems have no conflicting accesses");
        let customers: Vec<Customer> = customers.into_iter().collect();
        let seats = Seats::keep(&mut world, customers.iter().map(|customer| customer.key + 1).max().unwrap_or(0));
        for customer in &customers {
            let id = Id::new(customer.key, customer.stratum);
            let (trust, anger, fear) = (Trust(customer.trust), Anger(customer.anger), Fear(customer.fear));
            let row = (id, trust, anger, fear, Held(customer.held), Patience(customer.patience));
            (TABLES[customer.stratum].spawn)(&mut world, seats.of(customer.key), row);
        }
        Crowd { world, minute }
    }

    /// Steps all customers by one minute. Returns the sums of trust, anger, fear, upset, presence and spending, in
    /// units of 2^-16.
    pub fn minute(&mut self) -> [i64; 6] {
        self.minute.run(&mut self.world);
        let sums = self.world.resource::<Totals>().0;
        [sums.trust, sums.anger, sums.fear, sums.upset, sums.here, sums.spending]
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;

    /// Large enough for the work to be distributed over threads, in strata of uneven length.
    const COUNT: u32 = 60_007;

    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    fn crowd() -> Crowd {
        let share = |key: u32, step: u32| (key.wrapping_mul(step) >> 16) as f32 / 65_536.0;
        let customer = |key: u32| Customer {
            key,
            stratum: (key % 7) as usize,
            trust: share(key, 0x9E37_79B1),
            anger: share(key, 0x85EB_CA6B),
            fear: share(key, 0xC2B2_AE35),
            held: 0.2 * share(key, 0x27D4_EB2F),
            patience: 0.1 * share(key, 0x91E1_0DA5),
        };
        let rates = |x: f32| Minute {
            traits: 77,
            prior: 0.6,
            prior_spread: 0.2,
            trust_loss: 2e-4 * x,
            trust_gain: 1e-4,
            shield: 0.7,
            ceiling: 0.96,
            to_anchor: 5e-5,
            to_peers: 5e-5,
            peers: 0.5,
            confidence: 0.35,
            anger_gain: 4e-4 * x,
            anger_wait: 1e-4,
            anger_fall: 1e-4,
            fear_gain: 3e-4 * x,
            fear_fall: 1e-4,
            leave: 1e-3 * x,
            leave_fear: 0.8,
            leave_anger: 1.0,
            leave_trust: 1.0,
            waver: 0.0,
            held_rise: 3e-4,
            held_fall: 1e-5,
            held_most: 0.6,
            held_from: 0.1,
            held_spread: 0.8,
            held_ramp: 5.0,
        };
        Crowd::new((0..COUNT).map(customer), (1..8u8).map(|x| rates(f32::from(x) / 7.0)).collect(), 0)
    }

    fn sums_on(threads: usize) -> [i64; 6] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let mut crowd = crowd();
            (0..100).map(|_| crowd.minute()).last().unwrap()
        })
    }

    /// Identical in debug and release builds and on every machine. Any difference is a bug, not a rounding error.
    const FROZEN: [i64; 6] = [1_963_475_110, 2_009_836_578, 1_980_006_420, 534_312_306, 1_016_922_112, 906_038_282];

    #[test]
    fn sums_are_identical_in_every_build_and_for_any_number_of_threads() {
        for threads in [1, 2, 3, 7] {
            assert_eq!(sums_on(threads), FROZEN, "{threads} threads");
        }
    }
}
