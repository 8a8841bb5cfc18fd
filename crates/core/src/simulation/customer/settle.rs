//! The initial state of customers: their strata, and the drawn thresholds at which they hear of the breach.
//!
//! A *stratum* contains the customers of a segment whose data was taken, or the other customers of that segment. In
//! the full population, each customer draws its segment and whether it is affected. In a cohort, each stratum has a
//! small number of rows that represent its expected size, and thresholds are evenly spaced instead of drawn.
//!
//! Each customer makes only one draw per purpose. A customer hears of the breach when the hazard accumulated over
//! time passes the drawn threshold, so a minute in which no customer hears of it costs nothing.

use bevy_ecs::world::World as EcsWorld;

use super::kernel::{self, UNIT, single};
use super::population::Population;
use super::register::Register;
use super::row::Id;
use super::seat::Seats;
use super::sleeper::{Lane, Sleepers, Thresholds};
use super::stratum::STRATA;
use super::table::TABLES;
use crate::scenario::Scenario;
use crate::simulation::random::{Luck, Purpose};
use crate::time::SimTime;

/// Creates the customers, all of them unaware.
pub(super) fn settle(world: &mut EcsWorld, scenario: &Scenario, luck: Luck, population: Population) {
    let cohort = population.is_cohort();
    let (register, weights) = match population {
        Population::Full => (Register::drawn(scenario, luck), [1.0; STRATA]),
        Population::Cohort { rows } => Register::expected(scenario, rows),
    };
    let keys = register.keys();
    let count = register.count();
    let mut sleepers = Sleepers::new(scenario, cohort, register);
    let traits = luck.stream(Purpose::CustomerTrust, SimTime::START);
    let ears = luck.stream(Purpose::CustomerHearing, SimTime::START);
    let mail = luck.stream(Purpose::CustomerMessage, SimTime::START);
    for (stratum, keys) in keys.into_iter().enumerate() {
        let Some(first) = keys.first().copied() else { continue };
        let profile = &scenario.customers.segments[stratum / 2];
        let prior = |key: &u32| i64::from(prior_of(scenario, profile.trust, traits, Id::new(*key, stratum), cohort));
        sleepers.weights[stratum] = weights[stratum];
        sleepers.prior[stratum] = keys.iter().map(prior).sum();
        sleepers.asleep_trust[stratum] = sleepers.prior[stratum];
        sleepers.asleep[stratum] = keys.len() as u64;
        let thresholds = |stream: u32, step: u32| match cohort {
            true => Thresholds::Even { first, step },
            false => Thresholds::Drawn(stream),
        };
        if stratum % 2 == 1 {
            sleepers.mail[stratum] = Lane::new(keys.clone(), thresholds(mail, MAIL_STEP));
        }
        sleepers.ears[stratum] = Lane::new(keys, thresholds(ears, EAR_STEP));
    }
    let counts = sleepers.asleep.clone();
    world.insert_resource(sleepers);
    let seats = Seats::keep(world, count);
    world.resource_mut::<Sleepers>().seats = seats;
    for (table, count) in TABLES.iter().zip(counts).filter(|(_, count)| *count > 0) {
        (table.reserve)(world, usize::try_from(count).unwrap_or(0));
    }
}

/// Steps of the evenly spaced sequences for hearing and for reading, in units of 2^-32. They differ from each other
/// and from those of the traits, so the moment at which a row hears of the breach is not correlated with its
/// traits.
const EAR_STEP: u32 = 0x9E37_79B1;
const MAIL_STEP: u32 = 0x6A09_E667;

/// Returns the prior trust of a customer in the units of the sums.
pub(super) fn prior_of(scenario: &Scenario, trust: f64, traits: u32, id: Id, cohort: bool) -> i32 {
    let (place, _) = kernel::traits(traits, id, cohort);
    let prior = kernel::prior_trust(single(trust), single(scenario.model.trust_spread.value), place);
    #[expect(clippy::cast_possible_truncation, reason = "trust is between 0 and 1")]
    let units = (prior * UNIT) as i32;
    units
}
