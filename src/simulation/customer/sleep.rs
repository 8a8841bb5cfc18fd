//! Customers who have not heard of it sleep: they have no feelings about it and cost nothing.
//!
//! For each segment the hazard of hearing is cumulated, `H += hearing_per_hour * x * dt`; a customer with the
//! drawn share u wakes when `1 - e^-H >= u`. Keys lie in the order of their shares, so waking is a finger that
//! moves along a list. Reading a direct message works alike for those whose data was taken. A third way to
//! hear is [`word_of_mouth`]: those who are upset tell the people they know (`model.md` 5, Centola 2010): every
//! quarter of an hour an aware customer tells, with the chance `talk_per_hour * upset`, each of eight others:
//! six near by on a ring and two anywhere. In a cohort, where nobody knows anybody, the same hazard is spread
//! evenly. Feelings do not travel by the network (`d` is about 0.02 there), only word does.

use std::collections::BTreeSet;

use bevy_ecs::entity::Entity;
use bevy_ecs::resource::Resource;
use bevy_ecs::world::World as EcsWorld;
use serde::Serialize;

use super::settle::{STRATA, prior_of};
use super::{Anger, Fear, Held, Id, Mood, Patience, Trust};
use crate::scenario::Scenario;
use crate::simulation::disclosure::Disclosure;
use crate::simulation::ledger::{Ledger, Setting};
use crate::simulation::media::Media;
use crate::simulation::random::{Luck, Purpose, customer_bits};
use crate::time::SimTime;

/// Minutes between two rounds of word of mouth.
const ROUND_MINUTES: u32 = 15;

/// People each customer tells: near by on the ring, and anywhere.
const NEAR: [i64; 6] = [-3, -2, -1, 1, 2, 3];
const FAR: u32 = 2;

/// Keys in the order of their thresholds, and how far they have been passed.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Lane {
    #[serde(skip)]
    order: Vec<u32>,
    #[serde(skip)]
    bounds: Vec<u32>,
    next: usize,
}

impl Lane {
    /// Orders keys by a threshold that is told for place and key.
    pub(super) fn new(keys: &[u32], threshold: impl Fn(u32, u32) -> u32) -> Self {
        let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let mut both: Vec<(u32, u32)> =
            keys.iter().enumerate().map(|(index, key)| (threshold(place(index), *key), *key)).collect();
        both.sort_unstable();
        let (bounds, order) = both.into_iter().unzip();
        Lane { order, bounds, next: 0 }
    }

    /// Returns the keys whose threshold is passed now that a share of all has been reached.
    fn pass(&mut self, share: f64) -> &[u32] {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 2^32")]
        let bound = (share.clamp(0.0, 1.0) * 4_294_967_296.0) as u64;
        let from = self.next;
        while self.bounds.get(self.next).is_some_and(|threshold| u64::from(*threshold) < bound) {
            self.next += 1;
        }
        &self.order[from..self.next]
    }
}

/// Who sleeps, and how near to waking.
#[derive(Resource, Debug, Serialize)]
pub(crate) struct Sleepers {
    /// The entity of each key.
    #[serde(skip)]
    pub(super) entities: Vec<Entity>,
    /// One bit for each key: awake.
    awake: Vec<u64>,
    pub(super) ears: Vec<Lane>,
    pub(super) mail: Vec<Lane>,
    /// The cumulated hazard of hearing, by segment, and of reading.
    heard: Vec<f64>,
    read: f64,
    /// How many sleep in each stratum, and the sum of their trust.
    pub(super) asleep: Vec<u64>,
    pub(super) asleep_trust: Vec<i64>,
    /// The sum of prior trust over all customers of a stratum.
    pub(super) prior: Vec<i64>,
    /// How many simulated customers a row of a stratum stands for.
    pub(super) weights: Vec<f64>,
    pub(super) cohort: bool,
}

impl Sleepers {
    pub(super) fn new(scenario: &Scenario, cohort: bool, count: usize) -> Self {
        Sleepers {
            entities: vec![Entity::PLACEHOLDER; count],
            awake: vec![0; count.div_ceil(64)],
            ears: vec![Lane::default(); STRATA],
            mail: vec![Lane::default(); STRATA],
            heard: vec![0.0; scenario.customers.segments.len()],
            read: 0.0,
            asleep: vec![0; STRATA],
            asleep_trust: vec![0; STRATA],
            prior: vec![0; STRATA],
            weights: vec![0.0; STRATA],
            cohort,
        }
    }

    fn is_awake(&self, key: u32) -> bool {
        self.awake[key as usize / 64] >> (key % 64) & 1 == 1
    }

    /// Notes that a customer is awake; returns whether it slept.
    fn rouse(&mut self, key: u32) -> bool {
        let slept = !self.is_awake(key);
        self.awake[key as usize / 64] |= 1 << (key % 64);
        slept
    }
}

/// Wakes those who hear of it in this minute.
pub(crate) fn hear(world: &mut EcsWorld) {
    let scenario = world.resource::<Setting>().0.clone();
    let now = world.resource::<Ledger>().now;
    let luck = *world.resource::<Luck>();
    let hazards = hazards(world, &scenario);
    let reading = if world.resource::<Disclosure>().notice { scenario.model.message_read_per_hour.value } else { 0.0 };
    let mut sleepers = world.remove_resource::<Sleepers>().expect("customers were settled");
    let mut woken: Vec<Id> = Vec::new();
    for (segment, hazard) in hazards.iter().enumerate() {
        sleepers.heard[segment] += hazard / 60.0;
        let share = 1.0 - libm::exp(-sleepers.heard[segment]);
        for stratum in [2 * segment, 2 * segment + 1] {
            let passed = sleepers.ears[stratum].pass(share).to_vec();
            woken.extend(passed.into_iter().filter(|key| sleepers.rouse(*key)).map(|key| Id::new(key, stratum)));
        }
    }
    let told = read_messages(&mut sleepers, reading, hazards.len(), &mut woken);
    if !sleepers.cohort && now.minutes().is_multiple_of(ROUND_MINUTES) {
        word_of_mouth(world, &mut sleepers, &scenario, luck, now, &mut woken);
    }
    wake(world, &mut sleepers, &scenario, luck, woken);
    for key in told {
        if let Some(mut id) = world.get_mut::<Id>(sleepers.entities[key as usize]) {
            id.tell();
        }
    }
    world.insert_resource(sleepers);
}

/// The hazard of hearing for each segment, per hour: from media, and in a cohort from other customers.
fn hazards(world: &EcsWorld, scenario: &Scenario) -> Vec<f64> {
    let media = world.resource::<Media>();
    let mood = world.resource::<Mood>();
    let sleepers = world.resource::<Sleepers>();
    let model = &scenario.model;
    let talk = if sleepers.cohort {
        #[expect(clippy::cast_precision_loss, reason = "eight")]
        let told = NEAR.len() as f64 + f64::from(FAR);
        model.talk_per_hour.value * told * mood.upset / f64::from(scenario.customers.population)
    } else {
        0.0
    };
    let hazard = |segment: &crate::scenario::Segment| {
        model.hearing_per_hour.value * super::exposure(segment, media.news, media.social) + talk
    };
    scenario.customers.segments.iter().map(hazard).collect()
}

/// Moves reading on; returns the keys of those who have now read their message, waking those who slept.
fn read_messages(sleepers: &mut Sleepers, reading: f64, segments: usize, woken: &mut Vec<Id>) -> Vec<u32> {
    if reading <= 0.0 {
        return Vec::new();
    }
    sleepers.read += reading / 60.0;
    let share = 1.0 - libm::exp(-sleepers.read);
    let mut told = Vec::new();
    for stratum in (0..segments).map(|segment| 2 * segment + 1) {
        let passed = sleepers.mail[stratum].pass(share).to_vec();
        for key in &passed {
            if sleepers.rouse(*key) {
                woken.push(Id::new(*key, stratum));
            }
        }
        told.extend(passed);
    }
    told
}

/// Lets those who are upset tell the people they know.
fn word_of_mouth(
    world: &mut EcsWorld,
    sleepers: &mut Sleepers,
    scenario: &Scenario,
    luck: Luck,
    now: SimTime,
    woken: &mut Vec<Id>,
) {
    let chance = scenario.model.talk_per_hour.value * f64::from(ROUND_MINUTES) / 60.0;
    let talking = luck.stream(Purpose::WordOfMouth, now);
    let meeting = luck.stream(Purpose::WordOfMouthFar, now);
    let population = i64::from(scenario.customers.population);
    let mut heard: BTreeSet<u32> = BTreeSet::new();
    let mut talkers = world.query::<(&Id, &Anger, &Fear, &Patience)>();
    for (ids, angers, fears, patiences) in talkers.contiguous_iter(world).expect("table components only") {
        for (((id, anger), fear), patience) in ids.iter().zip(angers).zip(fears).zip(patiences) {
            let upset = if patience.0 > 0.0 { f64::from(anger.0.max(fear.0)) } else { 0.0 };
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 2^32")]
            let bound = (chance * upset * 4_294_967_296.0) as u32;
            if customer_bits(talking, id.key()) >= bound {
                continue;
            }
            let key = i64::from(id.key());
            let near = NEAR.into_iter().map(|step| (key + step).rem_euclid(population));
            let far = (0..FAR).map(|friend| {
                let bits = customer_bits(meeting.wrapping_add(friend), id.key());
                (i64::from(bits) * population) >> 32
            });
            heard.extend(near.chain(far).filter_map(|other| u32::try_from(other).ok()));
        }
    }
    for key in heard {
        if sleepers.rouse(key) {
            let stratum = world.get::<Id>(sleepers.entities[key as usize]).map_or(0, Id::stratum);
            woken.push(Id::new(key, stratum));
        }
    }
}

/// Gives those who woke their feelings, in the order of their keys.
fn wake(world: &mut EcsWorld, sleepers: &mut Sleepers, scenario: &Scenario, luck: Luck, mut woken: Vec<Id>) {
    if woken.is_empty() {
        return;
    }
    woken.sort_unstable_by_key(|id| id.key());
    let traits = luck.stream(Purpose::CustomerTrust, SimTime::START);
    let leaving = luck.stream(Purpose::CustomerLeaving, SimTime::START);
    let cohort = sleepers.cohort;
    let mut batch = Vec::with_capacity(woken.len());
    for id in woken {
        let stratum = id.stratum();
        let segment = &scenario.customers.segments[stratum / 2];
        let prior = prior_of(scenario, segment.trust, traits, id, cohort);
        sleepers.asleep[stratum] -= 1;
        sleepers.asleep_trust[stratum] -= i64::from(prior);
        #[expect(clippy::cast_precision_loss, reason = "2^16 at most")]
        let trust = Trust(prior as f32 / super::kernel::UNIT);
        let patience = Patience(if cohort { 0.0 } else { patience(customer_bits(leaving, id.key())) });
        let entity = sleepers.entities[id.key() as usize];
        batch.push((entity, (trust, Anger(0.0), Fear(0.0), Held(0.0), patience)));
    }
    world.insert_batch(batch);
}

/// Turns even bits into a waiting time with mean 1: the hazard that a customer bears before leaving.
fn patience(bits: u32) -> f32 {
    let share = (f64::from(bits) + 0.5) / 4_294_967_296.0;
    #[expect(clippy::cast_possible_truncation, reason = "kept in single precision")]
    let patience = -libm::log(share) as f32;
    patience
}
