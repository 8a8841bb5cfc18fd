//! Customers before the breach: who they are, and the thresholds that luck gives them.
//!
//! A *stratum* is a segment's customers whose data was taken, or its others. In the full population each
//! customer draws segment and affectedness; in a cohort each stratum gets a handful of rows that stand for
//! its expected number, with thresholds spread evenly instead of drawn. Chance is drawn once for each
//! customer and purpose: a customer hears of it when the hazard cumulated over time passes the drawn
//! threshold, so that a minute in which nobody hears costs nothing.

use bevy_ecs::component::Component;
use bevy_ecs::entity::Entity;
use bevy_ecs::world::World as EcsWorld;

use super::kernel::{self, UNIT};
use super::sleep::{Lane, Sleepers, Thresholds};
use super::{Anger, Fear, Held, Id, Patience, Population, Trust, single};
use crate::scenario::Scenario;
use crate::scenario::audience::MOST_SEGMENTS;
use crate::simulation::random::{Luck, Purpose, customer_bits};
use crate::time::SimTime;

/// The most strata: each segment twice.
pub(crate) const STRATA: usize = 2 * MOST_SEGMENTS;

/// Rows of a cohort in each stratum, at least.
const FEWEST_ROWS: u32 = 12;

/// Marks the table of one stratum, so that its customers lie side by side.
#[derive(Component)]
struct Stratum<const INDEX: usize>;

/// What a customer consists of who has heard of it.
pub(crate) type Awake = (Id, Trust, Anger, Fear, Held, Patience);

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

/// Returns the stratum of a segment's customers.
pub(super) fn stratum_of(segment: usize, affected: bool) -> usize {
    2 * segment + usize::from(affected)
}

/// Settles the customers, all of them unaware.
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

/// Steps of the even sequences of hearing and of reading, of 2^32: unlike each other and unlike those of the
/// traits, so that what a row hears early says nothing of what it is like.
const EAR_STEP: u32 = 0x9E37_79B1;
const MAIL_STEP: u32 = 0x6A09_E667;

/// Prior trust of a customer in units of the sums.
pub(super) fn prior_of(scenario: &Scenario, trust: f64, traits: u32, id: Id, cohort: bool) -> i32 {
    let (place, _) = kernel::traits(traits, id, cohort);
    let prior = kernel::prior_trust(single(trust), single(scenario.model.trust_spread.value), place);
    #[expect(clippy::cast_possible_truncation, reason = "trust is between 0 and 1")]
    let units = (prior * UNIT) as i32;
    units
}

/// How many customers there are, and which stratum each belongs to: worked out anew whenever it is asked for,
/// because five million of them would be a long list.
#[derive(Clone, Debug)]
pub(super) enum Register {
    /// Every customer draws.
    Drawn {
        count: u32,
        /// The streams of segments and of being affected.
        segments: u32,
        affected: u32,
        /// Where the part of each segment ends, and its share of affected customers; both of 1.
        bounds: Vec<(f64, f64)>,
    },
    /// The rows of a stratum follow those of the one before; this is where each ends.
    Expected { ends: [u32; STRATA] },
}

impl Register {
    fn drawn(scenario: &Scenario, luck: Luck) -> Self {
        let [segments, affected] =
            [Purpose::CustomerSegment, Purpose::CustomerAffected].map(|purpose| luck.stream(purpose, SimTime::START));
        let shares = scenario.customers.segments.iter().map(|segment| segment.affected);
        let bounds = cumulated(scenario).into_iter().zip(shares).collect();
        Register::Drawn { count: scenario.customers.population, segments, affected, bounds }
    }

    /// The rows of a cohort, with the number of customers that each of a stratum stands for.
    fn expected(scenario: &Scenario, rows: u32) -> (Self, [f64; STRATA]) {
        let population = f64::from(scenario.customers.population);
        let whole: f64 = scenario.customers.segments.iter().map(|segment| segment.share).sum();
        let (mut ends, mut weights) = ([0; STRATA], [1.0; STRATA]);
        let mut next = 0;
        for (segment, profile) in scenario.customers.segments.iter().enumerate() {
            for (affected, share) in [(false, 1.0 - profile.affected), (true, profile.affected)] {
                let share = profile.share / whole * share;
                let stratum = stratum_of(segment, affected);
                if share > 0.0 {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred rows")]
                    let count = ((f64::from(rows) * share).round() as u32).max(FEWEST_ROWS);
                    next += count;
                    weights[stratum] = population * share / f64::from(count);
                }
                ends[stratum] = next;
            }
        }
        ends[stratum_of(scenario.customers.segments.len(), false)..].fill(next);
        (Register::Expected { ends }, weights)
    }

    /// Returns how many customers there are; their keys are the numbers below.
    pub(super) fn count(&self) -> u32 {
        match self {
            Register::Drawn { count, .. } => *count,
            Register::Expected { ends } => ends[STRATA - 1],
        }
    }

    /// Returns the stratum of a customer.
    pub(super) fn stratum(&self, key: u32) -> usize {
        match self {
            Register::Drawn { segments, affected, bounds, .. } => {
                let unit = |stream: u32| f64::from(customer_bits(stream, key)) / 4_294_967_296.0;
                let place = unit(*segments);
                let found = bounds.iter().position(|(bound, _)| place < *bound);
                let segment = found.unwrap_or(bounds.len().saturating_sub(1));
                stratum_of(segment, unit(*affected) < bounds[segment].1)
            }
            Register::Expected { ends } => ends.partition_point(|end| *end <= key),
        }
    }

    /// Returns the keys of each stratum, in order.
    fn keys(&self) -> Vec<Vec<u32>> {
        let mut strata = vec![Vec::new(); STRATA];
        for key in 0..self.count() {
            strata[self.stratum(key)].push(key);
        }
        strata.iter_mut().for_each(Vec::shrink_to_fit);
        strata
    }
}

fn cumulated(scenario: &Scenario) -> Vec<f64> {
    let mut total = 0.0;
    let shares = scenario.customers.segments.iter().map(|segment| {
        total += segment.share;
        total
    });
    shares.collect()
}
