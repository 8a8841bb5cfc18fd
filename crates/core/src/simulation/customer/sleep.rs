//! Customers who have not heard of it sleep: they have no feelings about it and cost nothing. They are a bit
//! and a place in a list; whoever wakes becomes an entity.
//!
//! For each segment the hazard of hearing is cumulated, `H += hearing_per_hour * x * dt`; a customer with the
//! drawn share u wakes when `1 - e^-H >= u`. Keys lie in the order of their shares, so waking is a finger that
//! moves along a list. Reading a direct message works alike for those whose data was taken. A third way to
//! hear is [`word_of_mouth`]: those who are upset tell the people they know (`model.md` 5, Centola 2010): every
//! quarter of an hour an aware customer tells, with the chance `talk_per_hour * upset`, each of eight others:
//! six near by on a ring and two anywhere. In a cohort, where nobody knows anybody, the same hazard is spread
//! evenly. Feelings do not travel by the network (`d` is about 0.02 there), only word does.

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

/// People each customer tells: near by on the ring, and anywhere.
const NEAR: [i64; 6] = [-3, -2, -1, 1, 2, 3];
const FAR: u32 = 2;

/// What decides who hears of it.
#[derive(SystemParam)]
pub(crate) struct Talk<'w, 's> {
    shared: Res<'w, Shared>,
    media: Res<'w, Media>,
    mood: Res<'w, Mood>,
    disclosure: Res<'w, Disclosure>,
    awake: Query<'w, 's, Talkers>,
}

/// What word of mouth asks of those who are awake.
type Talkers = (&'static Id, &'static Anger, &'static Fear, &'static Patience);

/// Finds out who hears of it in this minute.
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

/// Wakes those who have just heard of it, and marks those who were told directly.
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

/// The hazard of hearing for each segment, per hour: from media, and in a cohort from other customers.
fn hazards(talk: &Talk, cohort: bool) -> Vec<f64> {
    let scenario = &talk.shared.setting.0;
    let model = &scenario.model;
    let word = if cohort {
        #[expect(clippy::cast_precision_loss, reason = "eight")]
        let told = NEAR.len() as f64 + f64::from(FAR);
        model.talk_per_hour.value * told * talk.mood.upset / f64::from(scenario.customers.population)
    } else {
        0.0
    };
    let hazard =
        |segment: &Segment| model.hearing_per_hour.value * exposure(segment, talk.media.news, talk.media.social) + word;
    scenario.customers.segments.iter().map(hazard).collect()
}

/// How much of the attention of news and social networks reaches a segment.
pub(super) fn exposure(segment: &Segment, news: f64, social: f64) -> f64 {
    (segment.news * news + segment.social * social).min(2.0)
}

/// Moves reading on: those who have now read their message are told, and woken where they slept.
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

/// Lets those who are upset tell the people they know.
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

/// Gives somebody who woke the first feelings.
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

/// Turns even bits into a waiting time with mean 1: the hazard that a customer bears before leaving.
fn patience(bits: u32) -> f32 {
    let share = (f64::from(bits) + 0.5) / 4_294_967_296.0;
    #[expect(clippy::cast_possible_truncation, reason = "kept in single precision")]
    let patience = -libm::log(share) as f32;
    patience
}
