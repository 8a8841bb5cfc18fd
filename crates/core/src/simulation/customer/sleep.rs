//! How customers hear of the breach: through media, direct messages and word of mouth.
//!
//! Customers who have not heard of the breach sleep. They have no feelings about it and cost nothing per minute: a
//! sleeping customer is one bit and a position in a list. A customer who wakes becomes an entity.
//!
//! - *Media.* The hazard of hearing is accumulated for each segment, `H += hearing_per_hour * x * dt`. A customer
//!   with the drawn value u wakes when `1 - e^-H >= u`. Keys are sorted by u, so waking only advances a position in
//!   the list.
//! - *Direct messages.* Customers whose data was taken read the notice with a hazard of the same form.
//! - *Word of mouth* ([`word_of_mouth`]; section 5 of `docs/model.md`, Centola 2010). Every quarter of an hour, an
//!   aware customer talks with the probability `talk_per_hour * upset / 4` and tells eight others: six neighbors on
//!   a ring and two random customers. A cohort has no network, so the same hazard is spread evenly over all
//!   customers.
//!
//! Only the news spreads through the network. Emotional contagion is not modeled, because its effect is tiny (`d`
//! is about 0.02).

use bevy_ecs::system::{Query, Res, ResMut, SystemParam};
use bevy_ecs::world::{Mut, World as EcsWorld};

use super::kernel::UNIT;
use super::mood::Mood;
use super::row::{Anger, Fear, Held, Id, Patience, Trust};
use super::settle::prior_of;
use super::sleeper::Sleepers;
use super::table::TABLES;
use crate::scenario::{Scenario, Segment};
use crate::simulation::disclosure::state::Disclosure;
use crate::simulation::ledger::Shared;
use crate::simulation::media::state::Media;
use crate::simulation::random::{Luck, Purpose, customer_bits};
use crate::time::SimTime;

/// Minutes between two rounds of word of mouth.
const ROUND_MINUTES: u32 = 15;

/// Contacts of each talker: ring offsets of its neighbors, and the number of random others.
const NEAR: [i64; 6] = [-3, -2, -1, 1, 2, 3];
const FAR: u32 = 2;

/// Inputs that determine which customers hear of the breach.
#[derive(SystemParam)]
pub(crate) struct Talk<'w, 's> {
    shared: Res<'w, Shared>,
    media: Res<'w, Media>,
    mood: Res<'w, Mood>,
    disclosure: Res<'w, Disclosure>,
    awake: Query<'w, 's, Talkers>,
}

/// Components of aware customers that word of mouth reads.
type Talkers = (&'static Id, &'static Anger, &'static Fear, &'static Patience);

/// Determines which customers hear of the breach in this minute.
pub(crate) fn hear(talk: Talk, mut sleepers: ResMut<Sleepers>) {
    let scenario = &talk.shared.setting.0;
    let now = talk.shared.ledger.now;
    let hazards = hazards(&talk, sleepers.cohort);
    let reading = if talk.disclosure.notice { scenario.model.message_read_per_hour.value } else { 0.0 };
    for (segment, hazard) in hazards.iter().enumerate().filter(|(_, hazard)| **hazard > 0.0) {
        sleepers.heard[segment] += hazard / 60.0;
        let share = 1.0 - libm::exp(-sleepers.heard[segment]);
        for stratum in [2 * segment, 2 * segment + 1] {
            for key in sleepers.ears[stratum].pass(share) {
                sleepers.rouse(Id::new(key, stratum));
            }
        }
    }
    read_messages(&mut sleepers, reading, hazards.len());
    if !sleepers.cohort && now.minutes().is_multiple_of(ROUND_MINUTES) {
        word_of_mouth(&talk, &mut sleepers);
    }
}

/// Wakes customers who have just heard of the breach, and marks those who were notified directly.
pub(crate) fn wake(world: &mut EcsWorld) {
    let sleepers = world.resource::<Sleepers>();
    if sleepers.woken.is_empty() && sleepers.told.is_empty() {
        return;
    }
    let Shared { setting, luck, .. } = world.resource();
    let (scenario, luck) = (setting.0.clone(), *luck);
    world.resource_scope(|world, mut sleepers: Mut<Sleepers>| {
        let mut woken = std::mem::take(&mut sleepers.woken);
        woken.drain(..).for_each(|id| become_aware(world, &mut sleepers, &scenario, luck, id));
        sleepers.woken = woken;
        for key in std::mem::take(&mut sleepers.told) {
            if let Some(mut id) = world.get_mut::<Id>(sleepers.seats.of(key)) {
                id.tell();
            }
        }
    });
}

/// Returns the hourly hazard of hearing for each segment: from media and, in a cohort, from other customers.
fn hazards(talk: &Talk, cohort: bool) -> Vec<f64> {
    let scenario = &talk.shared.setting.0;
    let model = &scenario.model;
    let word = if cohort {
        #[expect(clippy::cast_precision_loss, reason = "eight contacts")]
        let told = NEAR.len() as f64 + f64::from(FAR);
        model.talk_per_hour.value * told * talk.mood.upset / f64::from(scenario.customers.population)
    } else {
        0.0
    };
    let hazard =
        |segment: &Segment| model.hearing_per_hour.value * exposure(segment, talk.media.news, talk.media.social) + word;
    scenario.customers.segments.iter().map(hazard).collect()
}

/// Returns the attention of news and social networks that reaches a segment.
pub(super) fn exposure(segment: &Segment, news: f64, social: f64) -> f64 {
    (segment.news * news + segment.social * social).min(2.0)
}

/// Marks customers who have now read their notice as notified, and wakes them if they were asleep.
fn read_messages(sleepers: &mut Sleepers, reading: f64, segments: usize) {
    if reading <= 0.0 {
        return;
    }
    sleepers.read += reading / 60.0;
    let share = 1.0 - libm::exp(-sleepers.read);
    for stratum in (0..segments).map(|segment| 2 * segment + 1) {
        for key in sleepers.mail[stratum].pass(share) {
            sleepers.rouse(Id::new(key, stratum));
            sleepers.told.push(key);
        }
    }
}

/// Runs one round of word of mouth, in which upset customers tell others.
fn word_of_mouth(talk: &Talk, sleepers: &mut Sleepers) {
    let (scenario, now) = (&talk.shared.setting.0, talk.shared.ledger.now);
    let chance = scenario.model.talk_per_hour.value * f64::from(ROUND_MINUTES) / 60.0;
    let talking = talk.shared.luck.stream(Purpose::WordOfMouth, now);
    let meeting = talk.shared.luck.stream(Purpose::WordOfMouthFar, now);
    let population = i64::from(scenario.customers.population);
    for (ids, angers, fears, patiences) in talk.awake.contiguous_iter().expect("table components only") {
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
            for other in near.chain(far).filter_map(|other| u32::try_from(other).ok()) {
                if !sleepers.is_awake(other) {
                    sleepers.rouse(Id::new(other, sleepers.register.stratum(other)));
                }
            }
        }
    }
}

/// Spawns the entity of a customer who woke, with its initial feelings.
fn become_aware(world: &mut EcsWorld, sleepers: &mut Sleepers, scenario: &Scenario, luck: Luck, id: Id) {
    let traits = luck.stream(Purpose::CustomerTrust, SimTime::START);
    let leaving = luck.stream(Purpose::CustomerLeaving, SimTime::START);
    let cohort = sleepers.cohort;
    let stratum = id.stratum();
    let prior = prior_of(scenario, scenario.customers.segments[stratum / 2].trust, traits, id, cohort);
    sleepers.asleep[stratum] -= 1;
    sleepers.asleep_trust[stratum] -= i64::from(prior);
    #[expect(clippy::cast_precision_loss, reason = "2^16 at most")]
    let trust = Trust(prior as f32 / UNIT);
    let patience = Patience(if cohort { 0.0 } else { patience(customer_bits(leaving, id.key())) });
    let row = (id, trust, Anger(0.0), Fear(0.0), Held(0.0), patience);
    (TABLES[stratum].spawn)(world, sleepers.seats.of(id.key()), row);
}

/// Converts uniform bits to an exponential variate with mean 1: the cumulative hazard at which a customer leaves.
fn patience(bits: u32) -> f32 {
    let share = (f64::from(bits) + 0.5) / 4_294_967_296.0;
    #[expect(clippy::cast_possible_truncation, reason = "kept in single precision")]
    let patience = -libm::log(share) as f32;
    patience
}
