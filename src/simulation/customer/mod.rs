//! The customers: one entity each, who hear of it, lose or keep trust, get angry or afraid, and may leave.
//!
//! Quantities for each customer: trust, anger and fear (0 to 1), and four marks: affected, aware, told
//! directly, gone. Rules for each minute, with x the exposure of the segment (its reach times attention),
//! v the valence of the news, R responsibility, E empathy, V vacuum, dt = 1/60 h; for those not affected the
//! effects count `unaffected_share`, for those who were told directly bad news counts `1 - inoculation * S`:
//!
//! - hearing: hazard `hearing_per_hour * x`; a direct message is read with `message_read_per_hour`;
//! - trust: `dT = x v T loss` for bad news (longer for late firms), `dT = x v (ceil - T) gain` for good,
//!   `+ return (min(T0, ceil) - T) - blame x R (1 - E)` (`model.md` 5, without the network of peers);
//! - anger: `dA = gain x R (1 - 0.7 E) (1 - A) - (ln 2 / half-life + money) A`, and waiting in the call center;
//! - fear: `dF = gain x severity (0.4 + 0.6 V) (1 - F) - (ln 2 / half-life + functional help) F`;
//! - leaving: hazard a day `h0 exp(b_f F + b_a A + b_T (T0 - T) - b_p patronage - b_s switch cost)`, aware only.
//!
//! The customers are stepped column by column ([`kernel`]) and summed in fixed point ([`Mood`]), so that
//! neither the order of rows nor the number of threads can change a result. Ignored: friends and neighbors.

mod kernel;

use bevy_ecs::component::Component;
use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Query, Res, ResMut};
use bevy_ecs::world::World as EcsWorld;
use serde::Serialize;

use super::disclosure::Disclosure;
use super::ledger::Stage;
use super::media::{self, Media};
use super::operation::Operation;
use super::random::{Luck, Purpose, customer_bits};
use crate::scenario::audience::MOST_SEGMENTS;
use crate::scenario::{Effect, Metric, Model, Scenario};
use crate::time::SimTime;
use kernel::{Minute, Sums};

/// The stable number of a customer, from 0.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Key(pub(super) u32);

/// Trust, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Trust(pub(super) f32);

/// Anger, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Anger(pub(super) f32);

/// Fear, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Fear(pub(super) f32);

/// Segment and marks of a customer, in bits.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Marks(pub(super) u32);

impl Marks {
    /// The bits of the segment.
    const SEGMENT: u32 = 0xFF;
    /// The customer's data was taken.
    const AFFECTED: u32 = 1 << 8;
    /// The customer has heard of it.
    const AWARE: u32 = 1 << 9;
    /// The customer was told directly.
    const TOLD: u32 = 1 << 10;
    /// The customer has left.
    const GONE: u32 = 1 << 11;
}

/// How all customers together are.
#[derive(Resource, Debug, Default, Serialize)]
pub(super) struct Mood {
    sums: Sums,
    /// The sum of fear or anger, whichever is larger, over aware customers.
    pub(super) upset: f64,
    /// Share of anger that replies on social networks have taken away.
    pub(super) relief: f64,
}

/// Puts the customers into the world.
pub(super) fn settle(world: &mut EcsWorld, scenario: &Scenario, luck: Luck) {
    let [segment_stream, affected_stream, trust_stream] =
        [Purpose::CustomerSegment, Purpose::CustomerAffected, Purpose::CustomerTrust]
            .map(|purpose| luck.stream(purpose, SimTime::START));
    let unit = |bits: u32| f64::from(bits) / 4_294_967_296.0;
    let bounds = cumulated(scenario);
    let customers = (0..scenario.customers.population).map(|key| {
        let place = unit(customer_bits(segment_stream, key));
        let segment = bounds.iter().position(|bound| place < *bound).unwrap_or(bounds.len().saturating_sub(1));
        let profile = &scenario.customers.segments[segment];
        let affected = unit(customer_bits(affected_stream, key)) < profile.affected;
        let spread = 0.2 * (unit(customer_bits(trust_stream, key)) - 0.5);
        #[expect(clippy::cast_possible_truncation, reason = "trust is kept in single precision")]
        let trust = (profile.trust + spread).clamp(0.0, 1.0) as f32;
        let segment = u32::try_from(segment).unwrap_or(0) & Marks::SEGMENT;
        let marks = segment | if affected { Marks::AFFECTED } else { 0 };
        (Key(key), Trust(trust), Anger(0.0), Fear(0.0), Marks(marks))
    });
    world.spawn_batch(customers.collect::<Vec<_>>());
    world.insert_resource(Mood { sums: Sums::default(), ..Mood::default() });
}

fn cumulated(scenario: &Scenario) -> Vec<f64> {
    let mut total = 0.0;
    let shares = scenario.customers.segments.iter().map(|segment| {
        total += segment.share;
        total
    });
    shares.collect()
}

/// What a customer consists of, for the kernel.
type Columns<'w> = (&'w Key, &'w mut Trust, &'w mut Anger, &'w mut Fear, &'w mut Marks);

/// Steps all customers by one minute.
pub(super) fn feel(
    mut stage: Stage,
    media: Res<Media>,
    disclosure: Res<Disclosure>,
    operation: Res<Operation>,
    mut mood: ResMut<Mood>,
    mut customers: Query<Columns>,
) {
    let scenario = stage.scenario();
    answer_posts(&stage, &mut mood, &scenario);
    let minute = minute(&stage, &scenario, &media, &disclosure, &operation, mood.relief);
    let mut sums = Sums::default();
    let chunks = customers.contiguous_iter_mut().expect("customers consist of table components only");
    for (key, mut trust, mut anger, mut fear, mut marks) in chunks {
        kernel::step(
            &minute,
            key,
            trust.bypass_change_detection(),
            anger.bypass_change_detection(),
            fear.bypass_change_detection(),
            marks.bypass_change_detection(),
            &mut sums,
        );
    }
    mood.relief *= 0.97;
    mood.upset = sums.upset();
    mood.sums = sums;
    report(&mut stage, &mood, &scenario);
}

/// Good replies to posts relieve some anger over the next minutes.
fn answer_posts(stage: &Stage, mood: &mut Mood, scenario: &Scenario) {
    for (effect, _) in stage.effects() {
        if let Effect::Reply(quality) = effect {
            mood.relief = (mood.relief + scenario.model.reply_relief.value * quality).min(0.2);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "populations are far below 2^52")]
fn report(stage: &mut Stage, mood: &Mood, scenario: &Scenario) {
    let all = f64::from(scenario.customers.population);
    let sums = &mood.sums;
    stage.ledger.set(Metric::Trust, sums.trust() / all);
    stage.ledger.set(Metric::Anger, sums.anger() / all);
    stage.ledger.set(Metric::Fear, sums.fear() / all);
    stage.ledger.set(Metric::Awareness, sums.aware() as f64 / all);
    stage.ledger.set(Metric::CustomersLost, sums.gone() as f64 * scenario.customers.weight());
}

impl Mood {
    /// Returns the spending of all customers relative to what it would be without a breach, 0 to 1.
    pub(super) fn spending(&self, scenario: &Scenario) -> f64 {
        self.sums.spending(scenario)
    }

    /// Returns how aware customers feel on average: anger and fear, 0 to 1.
    pub(super) fn aware_feelings(&self) -> (f64, f64) {
        self.sums.aware_feelings()
    }

    /// Returns how many simulated customers are aware and still there.
    pub(super) fn aware(&self) -> u64 {
        self.sums.aware()
    }
}

/// Everything about this minute that is the same for all customers.
fn minute(
    stage: &Stage,
    scenario: &Scenario,
    media: &Media,
    disclosure: &Disclosure,
    operation: &Operation,
    relief: f64,
) -> Minute {
    let model = &scenario.model;
    let now = stage.now();
    let dt = 1.0 / 60.0;
    let valence = media::valence(disclosure, media.vacuum, model);
    let late = 1.0 + 2.0 * (1.0 - disclosure.ceiling);
    let ln2 = std::f64::consts::LN_2;
    let wait = operation.wait_hours(scenario).min(4.0);
    let money = fits(disclosure.remedy.1, model) + 0.3 * fits(disclosure.remedy.0, model);
    let functional = fits(disclosure.remedy.0, model) + 0.1 * fits(disclosure.remedy.1, model);
    let mut minute = Minute {
        hear_stream: stage.luck.stream(Purpose::CustomerHearing, now),
        read_stream: stage.luck.stream(Purpose::CustomerMessage, now),
        leave_stream: stage.luck.stream(Purpose::CustomerLeaving, now),
        read: chance(if disclosure.notice { model.message_read_per_hour.value * dt } else { 0.0 }),
        trust_loss: single(dt * model.trust_loss.value * late * (-valence).max(0.0)),
        trust_gain: single(dt * model.trust_gain.value * valence.max(0.0)),
        trust_return: single(dt * model.trust_return_per_hour.value),
        trust_blame: single(dt * model.trust_blame.value * disclosure.responsibility * (1.0 - disclosure.empathy)),
        ceiling: single(disclosure.ceiling),
        anger_gain: single(dt * model.anger_gain.value * disclosure.responsibility * (1.0 - 0.7 * disclosure.empathy)),
        anger_wait: single(dt * model.wait_anger.value * wait),
        anger_fall: single(
            dt * (ln2 / model.anger_half_life_hours.value + model.remedy_anger.value * money) + dt * relief,
        ),
        fear_gain: single(dt * model.fear_gain.value * scenario.threat.severity * (0.4 + 0.6 * media.vacuum)),
        fear_fall: single(dt * (ln2 / model.fear_half_life_hours.value + model.remedy_fear.value * functional)),
        unaffected: single(model.unaffected_share.value),
        shield: single(1.0 - model.inoculation.value * disclosure.specificity),
        leave_fear: single(model.leave_fear.value),
        leave_anger: single(model.leave_anger.value),
        leave_trust: single(model.leave_trust.value),
        segments: [kernel::Segment::default(); MOST_SEGMENTS],
    };
    for (slot, segment) in minute.segments.iter_mut().zip(&scenario.customers.segments) {
        let exposure = (segment.news * media.news + segment.social * media.social).min(2.0);
        let rest =
            -model.leave_patronage.value * segment.patronage - model.leave_switch_cost.value * segment.switch_cost;
        *slot = kernel::Segment {
            exposure: single(exposure),
            hear: chance(model.hearing_per_hour.value * exposure * dt),
            anchor: single(segment.trust.min(disclosure.ceiling)),
            trust: single(segment.trust),
            leave: single(model.leave_per_day.value / (24.0 * 60.0) * libm::exp(rest)),
        };
    }
    minute
}

/// How well help fits what customers expect: rising to 1, then falling where it is too much.
fn fits(offered: f64, model: &Model) -> f64 {
    offered.min(1.0) - model.remedy_excess.value * (offered - 1.0).max(0.0)
}

#[expect(clippy::cast_possible_truncation, reason = "the kernel works in single precision")]
fn single(number: f64) -> f32 {
    number as f32
}

/// A probability as a bound on 32 random bits.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of the bits")]
fn chance(probability: f64) -> u32 {
    (probability.clamp(0.0, 0.999_999) * 4_294_967_296.0) as u32
}
