//! Customers: how they hear of the breach, gain and lose trust, become angry or afraid, and leave.
//!
//! Each customer who has heard of the breach is an ECS entity. Its state consists of trust T, anger A and fear F
//! (each 0 to 1), the share of spending held back W, and patience P, the remaining cumulative hazard before the
//! customer leaves. Two traits are drawn once per customer: prior trust T0, spread around the mean of the segment,
//! and sensitivity q (0 to 1).
//!
//! The update for each minute (dt = 1/60 h) follows sections 5 and 6 of `docs/model.md`. In the equations, x is the
//! exposure of the stratum (reach times attention, multiplied by `unaffected_share` for customers whose data was
//! not taken), v the valence of the news, R responsibility, E empathy, V the information vacuum, S specificity, and
//! s is `1 - inoculation * S` for customers who were notified directly and 1 for all others:
//!
//! ```text
//! dT = x a+ v (ceil - T)                                    good news
//!    - s x (a- |v| halo late + blame R (1 - E)) T           bad news
//!    + kappa [ lam near(T) (peers - T) + (1 - lam) (ceil T0 - T) ]
//! dA = (s x gain R (1 - 0.7 E) + wait) (1 - A) - (ln 2 / half-life + money) A
//! dF = s x gain severity (0.4 + 0.6 V) (1 - F) - (ln 2 / half-life + functional help) F
//! d  = b_f F + b_a A + b_T (T0 - T)                         drive to leave
//! w  = max(w 2^(-dt/waver half-life), search interest)      wavering: effect of awareness alone
//! dP = - h0 e^(-b_p patronage - b_s switch cost) (e^d - 1 + w)  leaves at P <= 0; churn above the normal rate
//! dW = rise (most ramp(d - from - spread q) - W) - fall W
//! ```
//!
//! `near(T)` is 1 if the mean trust of the segment is within the confidence bound of T, and 0 otherwise. The anchor
//! is `ceil T0` instead of `min(T0, ceil)`, because late disclosure must lower the final trust of every customer
//! (acceptance band S10). Resignation, the third emotion in section 5, is not a state variable. It can be derived
//! as trust lost without anger or fear. Customers who have left keep their opinions, but no longer spend, call or
//! leave again.
//!
//! Customers sleep until they hear of the breach ([`sleep`]), are then stepped column by column ([`kernel`]) and
//! summed in fixed point ([`mood`]), so results do not depend on the order of rows or the number of threads. A
//! *cohort* is the same model with a few hundred rows that represent the whole population ([`settle`](mod@settle)).
//! It replaces randomness within the population by its expectation.

pub(crate) mod kernel;
pub(crate) mod mood;
mod population;
mod register;
pub(crate) mod row;
pub(crate) mod seat;
mod settle;
pub(crate) mod sleep;
pub(crate) mod sleeper;
mod stratum;
pub(crate) mod table;
pub(crate) mod view;

use bevy_ecs::system::{Query, Res, ResMut};
use bevy_ecs::world::World as EcsWorld;

use super::disclosure::state::Disclosure;
use super::ledger::{Shared, Stage};
use super::media::state::Media;
use super::operation::state::Operation;
use super::random::{Luck, Purpose};
use crate::parallel;
use crate::scenario::{Effect, Metric, Model, Scenario, Segment};
use crate::time::SimTime;
use kernel::{Columns, Minute, Sums, single};
use mood::Mood;
pub use population::Population;
use row::{Anger, Fear, Held, Id, Patience, Rows, Trust};
use seat::Seats;
use sleep::exposure;
use sleeper::Sleepers;
use stratum::STRATA;
use table::TABLES;
pub use view::{CustomerView, Feelings};

/// Adds the customers to the world.
pub(super) fn settle(world: &mut EcsWorld, scenario: &Scenario, luck: Luck, population: Population) {
    world.insert_resource(Mood::default());
    settle::settle(world, scenario, luck, population);
}

/// Copies all customers to a world that has none yet. Each keeps the entity reserved for its key.
pub(super) fn carry_over(from: &EcsWorld, to: &mut EcsWorld) {
    to.insert_resource(from.resource::<Mood>().clone());
    let mut sleepers = from.resource::<Sleepers>().clone();
    sleepers.seats = Seats::keep(to, sleepers.count());
    let seats = sleepers.seats;
    to.insert_resource(sleepers);
    // If no customer is awake yet, the world has not registered the components and the query cannot be built.
    let Some(mut awake) = from.try_query::<(&Id, &Trust, &Anger, &Fear, &Held, &Patience)>() else { return };
    for (id, trust, anger, fear, held, patience) in awake.iter(from) {
        (TABLES[id.stratum()].spawn)(to, seats.of(id.key()), (*id, *trust, *anger, *fear, *held, *patience));
    }
}

/// Number of rows in one batch of work.
const BATCH: usize = 16_384;

/// Minimum number of rows at which distributing the work over threads saves time.
const WORTH_SHARING: usize = 50_000;

/// Updates all customers for one minute.
pub(super) fn feel(
    mut shared: ResMut<Shared>,
    media: Res<Media>,
    disclosure: Res<Disclosure>,
    operation: Res<Operation>,
    sleepers: Res<Sleepers>,
    mut mood: ResMut<Mood>,
    mut customers: Query<Rows>,
) {
    let mut stage = shared.stage();
    let scenario = stage.scenario();
    answer_posts(&stage, &mut mood, &scenario);
    mood.keep_in_mind(stage.ledger.metrics[Metric::Search.index()], &scenario.model);
    let minutes = minutes(&stage, &scenario, &media, &disclosure, &operation, &mood);
    let sums = sweep(&mut customers, &minutes, sleepers.cohort);
    mood.relief *= 0.97;
    mood.take(&sums, &sleepers, &scenario);
    mood.report(&mut stage, &scenario);
}

/// Steps all customers, each stratum with its own rates, and returns the sums of each stratum.
pub(crate) fn sweep(customers: &mut Query<Rows>, minutes: &[Minute], cohort: bool) -> [Sums; STRATA] {
    let mut tables = Vec::with_capacity(STRATA);
    tables.extend(customers.contiguous_iter_mut().expect("customers consist of table components only"));
    let row_count: usize = tables.iter().map(|(ids, ..)| ids.len()).sum();
    let columns = tables.iter_mut().filter_map(|(ids, trusts, angers, fears, helds, patiences)| {
        let stratum = ids.first()?.stratum();
        let columns = Columns {
            ids,
            trusts: trusts.bypass_change_detection(),
            angers: angers.bypass_change_detection(),
            fears: fears.bypass_change_detection(),
            helds: helds.bypass_change_detection(),
            patiences: patiences.bypass_change_detection(),
        };
        Some((stratum, columns))
    });
    let step = |(stratum, columns): (usize, Columns)| (stratum, kernel::step(&minutes[stratum], cohort, columns));
    let mut sums = [Sums::default(); STRATA];
    if row_count < WORTH_SHARING {
        columns.map(step).for_each(|(stratum, of_table)| sums[stratum].add(&of_table));
    } else {
        let done: Vec<(usize, Sums)> = parallel::map(batches(columns), step);
        for (stratum, of_batch) in &done {
            sums[*stratum].add(of_batch);
        }
    }
    sums
}

/// Splits tables into batches of work.
fn batches<'a>(tables: impl Iterator<Item = (usize, Columns<'a>)>) -> Vec<(usize, Columns<'a>)> {
    let mut batches = Vec::new();
    for (stratum, mut columns) in tables {
        while columns.ids.len() > BATCH {
            let (batch, rest) = columns.split(BATCH);
            batches.push((stratum, batch));
            columns = rest;
        }
        batches.push((stratum, columns));
    }
    batches
}

/// Adds the anger relief earned by good replies to posts. Relief decays over the following minutes.
fn answer_posts(stage: &Stage, mood: &mut Mood, scenario: &Scenario) {
    for (effect, _) in stage.effects() {
        if let Effect::Reply(quality) = effect {
            mood.relief = (mood.relief + scenario.model.reply_relief.value * quality).min(0.2);
        }
    }
}

/// Returns the rates of every stratum for this minute.
fn minutes(
    stage: &Stage,
    scenario: &Scenario,
    media: &Media,
    disclosure: &Disclosure,
    operation: &Operation,
    mood: &Mood,
) -> Vec<Minute> {
    let all = common(stage, scenario, media, disclosure, operation, mood);
    let mut minutes = Vec::with_capacity(2 * scenario.customers.segments.len());
    for (index, segment) in scenario.customers.segments.iter().enumerate() {
        for share in [scenario.model.unaffected_share.value, 1.0] {
            minutes.push(of_stratum(all, segment, share, mood.peers(index), media, &scenario.model));
        }
    }
    minutes
}

/// Returns the rates at full exposure, before they are adapted to a stratum.
fn common(
    stage: &Stage,
    scenario: &Scenario,
    media: &Media,
    disclosure: &Disclosure,
    operation: &Operation,
    mood: &Mood,
) -> Minute {
    let model = &scenario.model;
    let dt = 1.0 / 60.0;
    let ln2 = std::f64::consts::LN_2;
    let valence = disclosure.valence(media.vacuum, model);
    let late = 1.0 + 2.0 * disclosure.delay_loss;
    let halo = 1.0 - model.halo.value * scenario.organization.goodwill;
    let guilt = disclosure.responsibility;
    let loss = model.trust_loss.value * late * halo * (-valence).max(0.0)
        + model.trust_blame.value * guilt * (1.0 - disclosure.felt_empathy(model));
    let wait = operation.wait_hours(scenario).min(4.0);
    let money = disclosure.remedy_for_anger(model);
    let functional = disclosure.remedy_for_fear(model);
    let pull = model.trust_return_per_hour.value;
    Minute {
        traits: stage.luck.stream(Purpose::CustomerTrust, SimTime::START),
        prior: 0.0,
        prior_spread: single(model.trust_spread.value),
        trust_loss: single(dt * loss),
        trust_gain: single(dt * model.trust_gain.value * valence.max(0.0)),
        shield: single(1.0 - model.inoculation.value * disclosure.specificity),
        ceiling: single(disclosure.ceiling(model)),
        to_anchor: single(dt * pull * (1.0 - model.peer_weight.value)),
        to_peers: single(dt * pull * model.peer_weight.value),
        peers: 0.0,
        confidence: single(model.peer_confidence.value),
        anger_gain: single(dt * model.anger_gain.value * guilt * (1.0 - 0.7 * disclosure.empathy)),
        anger_wait: single(dt * model.wait_anger.value * wait),
        anger_fall: single(
            dt * (ln2 / model.anger_half_life_hours.value + model.remedy_anger.value * money + mood.relief),
        ),
        fear_gain: single(dt * model.fear_gain.value * scenario.threat.severity * (0.4 + 0.6 * media.vacuum)),
        fear_fall: single(dt * (ln2 / model.fear_half_life_hours.value + model.remedy_fear.value * functional)),
        leave: single(dt * model.leave_per_day.value / 24.0),
        leave_fear: single(model.leave_fear.value),
        leave_anger: single(model.leave_anger.value),
        leave_trust: single(model.leave_trust.value),
        waver: single(mood.waver),
        held_rise: single(dt * model.held_rise_per_hour.value),
        held_fall: single(dt * ln2 / (24.0 * 7.0 * model.held_half_life_weeks.value)),
        held_most: single(model.held_most.value),
        held_from: single(model.held_from.value),
        held_spread: single(model.held_spread.value),
        held_ramp: single(1.0 / model.held_ramp.value.max(1e-6)),
    }
}

/// Adapts the common rates to one stratum: its exposure, prior trust, peers and propensity to leave.
fn of_stratum(all: Minute, segment: &Segment, share: f64, peers: f64, media: &Media, model: &Model) -> Minute {
    let x = single(exposure(segment, media.news, media.social) * share);
    let rest = -model.leave_patronage.value * segment.patronage - model.leave_switch_cost.value * segment.switch_cost;
    Minute {
        prior: single(segment.trust),
        peers: single(peers),
        trust_loss: all.trust_loss * x,
        trust_gain: all.trust_gain * x,
        anger_gain: all.anger_gain * x,
        anger_wait: all.anger_wait * single(share),
        waver: all.waver * single(share),
        fear_gain: all.fear_gain * x,
        leave: all.leave * single(libm::exp(rest)),
        ..all
    }
}

/// Returns a hash of the state of all customers that does not depend on the order of rows.
pub(super) fn hash_customers(world: &mut EcsWorld) -> u64 {
    use xxhash_rust::xxh3::xxh3_64;
    let asleep = world.resource::<Sleepers>().asleep();
    let mut total = asleep.fold(0u64, |sum, id| sum.wrapping_add(xxh3_64(&id.0.to_le_bytes())));
    let mut awake = world.query::<(&Id, &Trust, &Anger, &Fear, &Held, &Patience)>();
    for (id, trust, anger, fear, held, patience) in awake.iter(world) {
        let mut bytes = [0; 24];
        let words =
            [id.0, trust.0.to_bits(), anger.0.to_bits(), fear.0.to_bits(), held.0.to_bits(), patience.0.to_bits()];
        for (slot, word) in bytes.chunks_exact_mut(4).zip(words) {
            slot.copy_from_slice(&word.to_le_bytes());
        }
        total = total.wrapping_add(xxh3_64(&bytes));
    }
    total
}
