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
use super::sleep::{Lane, Sleepers};
use super::{Id, Population};
use crate::scenario::Scenario;
use crate::scenario::audience::MOST_SEGMENTS;
use crate::simulation::random::{Luck, Purpose, customer_bits};
use crate::time::SimTime;

/// The most strata: each segment twice.
pub(super) const STRATA: usize = 2 * MOST_SEGMENTS;

/// Rows of a cohort in each stratum, at least.
const FEWEST_ROWS: u32 = 12;

/// Marks the table of one stratum, so that its customers lie side by side.
#[derive(Component)]
struct Stratum<const INDEX: usize>;

/// Puts sleeping customers of one stratum into its table.
fn spawn<const INDEX: usize>(world: &mut EcsWorld, ids: Vec<Id>) -> Vec<Entity> {
    world.spawn_batch(ids.into_iter().map(|id| (id, Stratum::<INDEX>))).collect()
}

macro_rules! spawners {
    ($($index:literal)*) => { [$(spawn::<$index>),*] };
}

/// One function for each stratum, because a table is told by a type.
const SPAWN: [fn(&mut EcsWorld, Vec<Id>) -> Vec<Entity>; STRATA] =
    spawners!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31);

/// Returns the stratum of a segment's customers.
pub(super) fn stratum_of(segment: usize, affected: bool) -> usize {
    2 * segment + usize::from(affected)
}

/// Puts the customers into the world, all of them unaware.
pub(super) fn settle(world: &mut EcsWorld, scenario: &Scenario, luck: Luck, population: Population) {
    let keys = match population {
        Population::Full => drawn(scenario, luck),
        Population::Cohort { rows } => expected(scenario, rows),
    };
    let cohort = population.is_cohort();
    let mut sleepers = Sleepers::new(scenario, cohort, keys.iter().map(|(keys, _)| keys.len()).sum());
    let traits = luck.stream(Purpose::CustomerTrust, SimTime::START);
    let ears = luck.stream(Purpose::CustomerHearing, SimTime::START);
    let mail = luck.stream(Purpose::CustomerMessage, SimTime::START);
    for (stratum, (keys, weight)) in keys.into_iter().enumerate() {
        if keys.is_empty() {
            continue;
        }
        let ids: Vec<Id> = keys.iter().map(|key| Id::new(*key, stratum)).collect();
        let profile = &scenario.customers.segments[stratum / 2];
        sleepers.weights[stratum] = weight;
        let prior = |id: &Id| i64::from(prior_of(scenario, profile.trust, traits, *id, cohort));
        sleepers.prior[stratum] = ids.iter().map(prior).sum();
        sleepers.asleep_trust[stratum] = sleepers.prior[stratum];
        sleepers.asleep[stratum] = ids.len() as u64;
        sleepers.ears[stratum] = Lane::new(&keys, |place, key| threshold(ears, EAR_STEP, cohort, place, key));
        if stratum % 2 == 1 {
            sleepers.mail[stratum] = Lane::new(&keys, |place, key| threshold(mail, MAIL_STEP, cohort, place, key));
        }
        let entities = SPAWN[stratum](world, ids);
        for (key, entity) in keys.iter().zip(entities) {
            sleepers.entities[*key as usize] = entity;
        }
    }
    world.insert_resource(sleepers);
}

/// A threshold on 32 bits: drawn, or, in a cohort, the next of an even sequence.
fn threshold(stream: u32, step: u32, cohort: bool, place: u32, key: u32) -> u32 {
    if cohort { place.wrapping_mul(step).wrapping_add(step / 2) } else { customer_bits(stream, key) }
}

/// Steps of the even sequences of hearing and of reading, of 2^32: unlike each other and unlike those of the
/// traits, so that what a row hears early says nothing of what it is like.
const EAR_STEP: u32 = 0x9E37_79B1;
const MAIL_STEP: u32 = 0x6A09_E667;

/// Prior trust of a customer in units of the sums.
pub(super) fn prior_of(scenario: &Scenario, trust: f64, traits: u32, id: Id, cohort: bool) -> i32 {
    let (place, _) = kernel::traits(traits, id, cohort);
    let prior = kernel::prior_trust(trust as f32, scenario.model.trust_spread.value as f32, place);
    (prior * UNIT) as i32
}

/// The keys of each stratum where every customer draws.
fn drawn(scenario: &Scenario, luck: Luck) -> Vec<(Vec<u32>, f64)> {
    let [segments, affected] =
        [Purpose::CustomerSegment, Purpose::CustomerAffected].map(|purpose| luck.stream(purpose, SimTime::START));
    let unit = |bits: u32| f64::from(bits) / 4_294_967_296.0;
    let bounds = cumulated(scenario);
    let mut strata = vec![(Vec::new(), 1.0); STRATA];
    for key in 0..scenario.customers.population {
        let place = unit(customer_bits(segments, key));
        let segment = bounds.iter().position(|bound| place < *bound).unwrap_or(bounds.len().saturating_sub(1));
        let is_affected = unit(customer_bits(affected, key)) < scenario.customers.segments[segment].affected;
        strata[stratum_of(segment, is_affected)].0.push(key);
    }
    strata
}

/// The rows of each stratum of a cohort, with the number of customers that each stands for.
fn expected(scenario: &Scenario, rows: u32) -> Vec<(Vec<u32>, f64)> {
    let population = f64::from(scenario.customers.population);
    let whole: f64 = scenario.customers.segments.iter().map(|segment| segment.share).sum();
    let mut strata = vec![(Vec::new(), 1.0); STRATA];
    let mut next = 0;
    for (segment, profile) in scenario.customers.segments.iter().enumerate() {
        for (affected, share) in [(false, 1.0 - profile.affected), (true, profile.affected)] {
            let share = profile.share / whole * share;
            if share > 0.0 {
                let count = ((f64::from(rows) * share).round() as u32).max(FEWEST_ROWS);
                let keys: Vec<u32> = (next..next + count).collect();
                next += count;
                strata[stratum_of(segment, affected)] = (keys, population * share / f64::from(count));
            }
        }
    }
    strata
}

fn cumulated(scenario: &Scenario) -> Vec<f64> {
    let mut total = 0.0;
    let shares = scenario.customers.segments.iter().map(|segment| {
        total += segment.share;
        total
    });
    shares.collect()
}
