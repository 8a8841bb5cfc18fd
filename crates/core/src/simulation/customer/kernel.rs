//! The update kernel, which advances the customers of one stratum by one minute.
//!
//! The kernel is a plain loop over slices. It looks up nothing in the world, has no branches, calls no
//! platform-dependent float functions and does not depend on the order of rows. Each stratum has its own table, so
//! everything that depends on the segment or on being affected is constant within the loop.
//!
//! The loop is compiled for several instruction sets, one of which is selected at run time. None of them may fuse a
//! multiplication with an addition, so all produce the same bits. Sums are kept in integers (units of 2^-16), so
//! they do not depend on the order of addition, the batch size or the number of threads.

#![expect(
    clippy::inline_always,
    reason = "code is compiled for an instruction set only if it is inlined into the dispatched function"
)]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "numbers of 16 bits, and rows of one block"
)]

use pulp::Arch;
use serde::Serialize;

use super::row::{Anger, Fear, Held, Id, Patience, Trust};
use crate::simulation::random::customer_bits;

/// Values that are constant for all customers of a stratum during one minute. Rates are per minute.
#[expect(missing_docs, reason = "the terms are defined in the documentation of the parent module")]
#[derive(Clone, Copy, Debug, Default)]
pub struct Minute {
    /// Random stream for the traits; the same in every minute.
    pub traits: u32,
    /// Mean trust before the breach, and the maximum deviation of a single customer from it.
    pub prior: f32,
    pub prior_spread: f32,
    pub trust_loss: f32,
    pub trust_gain: f32,
    /// Fraction of the impact of bad news felt by customers who were notified directly.
    pub shield: f32,
    pub ceiling: f32,
    /// Rates of return toward the anchor and toward the mean of the peers.
    pub to_anchor: f32,
    pub to_peers: f32,
    pub peers: f32,
    pub confidence: f32,
    pub anger_gain: f32,
    pub anger_wait: f32,
    pub anger_fall: f32,
    pub fear_gain: f32,
    pub fear_fall: f32,
    pub leave: f32,
    pub leave_fear: f32,
    pub leave_anger: f32,
    pub leave_trust: f32,
    /// Contribution of awareness alone to the hazard of leaving, in addition to the drive.
    pub waver: f32,
    pub held_rise: f32,
    pub held_fall: f32,
    pub held_most: f32,
    /// Drive at which the most sensitive customers start to hold back spending, the additional drive that the least
    /// sensitive ones need, and the inverse width of the ramp from nothing to the maximum.
    pub held_from: f32,
    pub held_spread: f32,
    pub held_ramp: f32,
}

/// Sums over aware customers, in units of 2^-16 of a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Sums {
    pub(crate) trust: i64,
    pub(crate) anger: i64,
    pub(crate) fear: i64,
    /// The larger of anger and fear, summed over customers who have not left.
    pub(crate) upset: i64,
    /// Customers who have not left.
    pub(crate) here: i64,
    /// Spending of customers who have not left, relative to before the breach.
    pub(crate) spending: i64,
    /// Number of rows, including customers who have left.
    pub(crate) rows: i64,
}

impl Sums {
    pub(crate) fn add(&mut self, other: &Sums) {
        self.trust += other.trust;
        self.anger += other.anger;
        self.fear += other.fear;
        self.upset += other.upset;
        self.here += other.here;
        self.spending += other.spending;
        self.rows += other.rows;
    }
}

/// State of customers of one stratum, as slices of equal length.
pub(crate) struct Columns<'a> {
    pub(crate) ids: &'a [Id],
    pub(crate) trusts: &'a mut [Trust],
    pub(crate) angers: &'a mut [Anger],
    pub(crate) fears: &'a mut [Fear],
    pub(crate) helds: &'a mut [Held],
    pub(crate) patiences: &'a mut [Patience],
}

impl<'a> Columns<'a> {
    /// Splits off the first `count` customers.
    pub(crate) fn split(self, count: usize) -> (Columns<'a>, Columns<'a>) {
        let (ids, other_ids) = self.ids.split_at(count);
        let (trusts, other_trusts) = self.trusts.split_at_mut(count);
        let (angers, other_angers) = self.angers.split_at_mut(count);
        let (fears, other_fears) = self.fears.split_at_mut(count);
        let (helds, other_helds) = self.helds.split_at_mut(count);
        let (patiences, other_patiences) = self.patiences.split_at_mut(count);
        let rest = Columns {
            ids: other_ids,
            trusts: other_trusts,
            angers: other_angers,
            fears: other_fears,
            helds: other_helds,
            patiences: other_patiences,
        };
        (Columns { ids, trusts, angers, fears, helds, patiences }, rest)
    }
}

/// Number of units per customer in the sums: 2^16.
pub(crate) const UNIT: f32 = 65_536.0;

/// Maximum number of rows summed in 32 bits; each row adds at most 2^16.
const BLOCK: usize = 8192;

/// Converts a value between 0 and 1 to units of 2^-16. Adding 1.5 * 2^23 moves the integer into the low bits of the
/// float. The other bits add a constant [`EXCESS`] per value, which is subtracted from the sum at the end.
#[inline(always)]
fn fixed(value: f32) -> i32 {
    const WHOLE: f32 = 12_582_912.0;
    (value * UNIT + WHOLE).to_bits() as i32
}

/// Result of [`fixed`] for 0.
const EXCESS: i32 = 0x4B40_0000;

/// Steps a column of customers by one minute on the best instruction set available and returns their sums.
///
/// In a cohort, each row represents many customers who leave gradually. Otherwise a row is a single customer, who
/// leaves when its patience is used up.
pub(crate) fn step(minute: &Minute, cohort: bool, columns: Columns) -> Sums {
    step_on(Arch::new(), minute, cohort, columns)
}

/// Steps a column of customers on a given instruction set.
pub(crate) fn step_on(arch: Arch, minute: &Minute, cohort: bool, mut columns: Columns) -> Sums {
    let mut sums = Sums::default();
    while !columns.ids.is_empty() {
        let count = columns.ids.len().min(BLOCK);
        let (block, rest) = columns.split(count);
        let minute = *minute;
        let of_block = if cohort {
            arch.dispatch(Block::<true> { minute, columns: block })
        } else {
            arch.dispatch(Block::<false> { minute, columns: block })
        };
        sums.add(&of_block);
        columns = rest;
    }
    sums
}

struct Block<'a, const COHORT: bool> {
    minute: Minute,
    columns: Columns<'a>,
}

impl<const COHORT: bool> pulp::WithSimd for Block<'_, COHORT> {
    type Output = Sums;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) -> Sums {
        let Block { minute, columns } = self;
        let Columns { ids, trusts, angers, fears, helds, patiences } = columns;
        simd.vectorize(Rows::<COHORT> { minute, ids, trusts, angers, fears, helds, patiences })
    }
}

struct Rows<'a, const COHORT: bool> {
    minute: Minute,
    ids: &'a [Id],
    trusts: &'a mut [Trust],
    angers: &'a mut [Anger],
    fears: &'a mut [Fear],
    helds: &'a mut [Held],
    patiences: &'a mut [Patience],
}

impl<const COHORT: bool> pulp::NullaryFnOnce for Rows<'_, COHORT> {
    type Output = Sums;

    /// Steps all complete chunks, then the remaining rows as one chunk padded with empty rows.
    #[inline(always)]
    fn call(self) -> Sums {
        let Rows { minute, ids, trusts, angers, fears, helds, patiences } = self;
        let whole = ids.len() - ids.len() % PIECE;
        let (head, tail) = Columns { ids, trusts, angers, fears, helds, patiences }.split(whole);
        let mut sums = live::<COHORT, false>(&minute, head, whole);
        if !tail.ids.is_empty() {
            sums.add(&last::<COHORT>(&minute, tail));
        }
        sums
    }
}

/// Number of rows stepped together. Without padding, up to `PIECE - 1` rows at the end of a column would be stepped
/// one by one, which takes longer than a full chunk. In a cohort, hardly any row would be vectorized.
const PIECE: usize = 16;

/// Steps fewer rows than a full chunk.
#[inline(always)]
fn last<const COHORT: bool>(minute: &Minute, columns: Columns) -> Sums {
    let count = columns.ids.len();
    let (mut ids, mut trusts, mut angers) = ([Id::default(); PIECE], [Trust(0.0); PIECE], [Anger(0.0); PIECE]);
    let (mut fears, mut helds, mut patiences) = ([Fear(0.0); PIECE], [Held(0.0); PIECE], [Patience(0.0); PIECE]);
    ids[..count].copy_from_slice(columns.ids);
    trusts[..count].copy_from_slice(columns.trusts);
    angers[..count].copy_from_slice(columns.angers);
    fears[..count].copy_from_slice(columns.fears);
    helds[..count].copy_from_slice(columns.helds);
    patiences[..count].copy_from_slice(columns.patiences);
    let piece = Columns {
        ids: &ids,
        trusts: &mut trusts,
        angers: &mut angers,
        fears: &mut fears,
        helds: &mut helds,
        patiences: &mut patiences,
    };
    let sums = live::<COHORT, true>(minute, piece, count);
    columns.trusts.copy_from_slice(&trusts[..count]);
    columns.angers.copy_from_slice(&angers[..count]);
    columns.fears.copy_from_slice(&fears[..count]);
    columns.helds.copy_from_slice(&helds[..count]);
    columns.patiences.copy_from_slice(&patiences[..count]);
    sums
}

/// Returns the two traits of a customer, both uniform in [0, 2^16): the position of prior trust within its spread,
/// and sensitivity.
#[inline(always)]
pub(crate) fn traits(stream: u32, id: Id, cohort: bool) -> (f32, f32) {
    let key = id.key();
    // Cohorts use two low-discrepancy sequences instead of random draws.
    let (prior, sensitive) = if cohort {
        (key.wrapping_mul(0xC13F_A9A9) >> 16, key.wrapping_mul(0x91E1_0DA5) >> 16)
    } else {
        let bits = customer_bits(stream, key);
        (bits >> 16, bits & 0xFFFF)
    };
    (prior as i32 as f32, sensitive as i32 as f32)
}

/// Returns prior trust for a trait between 0 and 2^16.
#[inline(always)]
pub(crate) fn prior_trust(mean: f32, spread: f32, place: f32) -> f32 {
    (mean + spread * (place * (2.0 / UNIT) - 1.0)).clamp(0.0, 1.0)
}

/// Approximates `e^x` by `(1 + x/64)^64`. The relative error is at most 8 % for x from 0 to 3 and at most 0.1 %
/// from -0.3 to 0.3. The result is the same on every machine.
#[inline(always)]
pub(crate) fn exponential(x: f32) -> f32 {
    let root = 1.0 + x.clamp(-16.0, 8.0) * (1.0 / 64.0);
    let two = root * root;
    let four = two * two;
    let eight = four * four;
    let sixteen = eight * eight;
    let half = sixteen * sixteen;
    half * half
}

/// Steps all rows of the columns. If the columns are `PADDED`, the sums include only the first `count` rows.
#[inline(always)]
fn live<const COHORT: bool, const PADDED: bool>(minute: &Minute, columns: Columns, count: usize) -> Sums {
    let m = *minute;
    let Columns { ids, trusts, angers, fears, helds, patiences } = columns;
    let rows = ids.len();
    let (trusts, angers, fears) = (&mut trusts[..rows], &mut angers[..rows], &mut fears[..rows]);
    let (helds, patiences) = (&mut helds[..rows], &mut patiences[..rows]);
    let (mut trust_sum, mut anger_sum, mut fear_sum) = (0i32, 0i32, 0i32);
    let (mut upset_sum, mut here_sum, mut spending_sum) = (0i32, 0i32, 0i32);
    let counted = count as u32;
    // Effect of news on customers who were notified directly, and on others.
    let gains = |shield: f32| [shield * m.trust_loss, shield * m.anger_gain + m.anger_wait, shield * m.fear_gain];
    let (told, untold) = (gains(m.shield), gains(1.0));
    // Scaling by a power of two is exact, so it can be done once for all rows.
    let held_spread = m.held_spread * (1.0 / UNIT);
    for row in 0..rows {
        let id = ids[row];
        let (t, a, f) = (trusts[row].0, angers[row].0, fears[row].0);
        let (place, sensitive) = traits(m.traits, id, COHORT);
        let prior = prior_trust(m.prior, m.prior_spread, place);
        let [trust_loss, anger_gain, fear_gain] = if id.told() { told } else { untold };

        let near = if (m.peers - t).abs() < m.confidence { m.to_peers } else { 0.0 };
        let trust = t + m.trust_gain * (m.ceiling - t).max(0.0) - trust_loss * t
            + m.to_anchor * (m.ceiling * prior - t)
            + near * (m.peers - t);
        let trust = trust.clamp(0.0, 1.0);
        let anger = a + anger_gain * (1.0 - a) - m.anger_fall * a;
        let anger = anger.clamp(0.0, 1.0);
        let fear = f + fear_gain * (1.0 - f) - m.fear_fall * f;
        let fear = fear.clamp(0.0, 1.0);

        let drive = m.leave_fear * fear + m.leave_anger * anger + m.leave_trust * (prior - trust).max(0.0);
        let left = patiences[row].0 - m.leave * (exponential(drive) - 1.0 + m.waver).max(0.0);
        let place_on_ramp = (drive - m.held_from - held_spread * sensitive) * m.held_ramp;
        let target = m.held_most * place_on_ramp.clamp(0.0, 1.0);
        let held = helds[row].0;
        let held = held + m.held_rise * (target - held).max(0.0) - m.held_fall * held;
        let here = if COHORT {
            exponential(left)
        } else if left > 0.0 {
            1.0
        } else {
            0.0
        };

        trusts[row].0 = trust;
        angers[row].0 = anger;
        fears[row].0 = fear;
        helds[row].0 = held;
        patiences[row].0 = left;
        let counts = if PADDED && row as u32 >= counted { 0 } else { -1 };
        trust_sum = trust_sum.wrapping_add(fixed(trust) & counts);
        anger_sum = anger_sum.wrapping_add(fixed(anger) & counts);
        fear_sum = fear_sum.wrapping_add(fixed(fear) & counts);
        // Neither value can be NaN, so the NaN handling of `f32::max` is not needed.
        let upset = if anger > fear { anger } else { fear };
        upset_sum = upset_sum.wrapping_add(fixed(upset * here) & counts);
        here_sum = here_sum.wrapping_add(fixed(here) & counts);
        spending_sum = spending_sum.wrapping_add(fixed(here * (1.0 - held)) & counts);
    }
    let excess = (count as i32).wrapping_mul(EXCESS);
    let whole = |sum: i32| i64::from(sum.wrapping_sub(excess));
    Sums {
        trust: whole(trust_sum),
        anger: whole(anger_sum),
        fear: whole(fear_sum),
        upset: whole(upset_sum),
        here: whole(here_sum),
        spending: whole(spending_sum),
        rows: count as i64,
    }
}

/// Converts a number to the precision of the columns.
pub(super) fn single(number: f64) -> f32 {
    number as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: u32 = 20_011;

    /// Rates with a nonzero value for every term of the equations.
    fn minute() -> Minute {
        Minute {
            traits: 77,
            prior: 0.6,
            prior_spread: 0.2,
            trust_loss: 2e-4,
            trust_gain: 1e-4,
            shield: 0.7,
            ceiling: 0.96,
            to_anchor: 5e-5,
            to_peers: 5e-5,
            peers: 0.5,
            confidence: 0.35,
            anger_gain: 4e-4,
            anger_wait: 1e-4,
            anger_fall: 1e-4,
            fear_gain: 3e-4,
            fear_fall: 1e-4,
            leave: 1e-3,
            leave_fear: 0.8,
            leave_anger: 1.0,
            leave_trust: 1.0,
            waver: 0.4,
            held_rise: 3e-4,
            held_fall: 1e-5,
            held_most: 0.6,
            held_from: 0.1,
            held_spread: 0.8,
            held_ramp: 5.0,
        }
    }

    /// Returns the sums and a checksum of all bits after a hundred minutes on an instruction set.
    fn world_on(arch: Arch, cohort: bool, piece: usize) -> (Sums, u64) {
        let unit = |key: u32, stream: u32| customer_bits(stream, key) as f32 / 4_294_967_296.0;
        let ids: Vec<Id> = (0..COUNT).map(|key| Id::new(key, 3)).collect();
        let mut trusts: Vec<Trust> = (0..COUNT).map(|key| Trust(unit(key, 1))).collect();
        let mut angers: Vec<Anger> = (0..COUNT).map(|key| Anger(unit(key, 2))).collect();
        let mut fears: Vec<Fear> = (0..COUNT).map(|key| Fear(unit(key, 3))).collect();
        let mut helds: Vec<Held> = (0..COUNT).map(|key| Held(0.3 * unit(key, 4))).collect();
        let mut patiences: Vec<Patience> = (0..COUNT).map(|key| Patience(0.2 * unit(key, 5))).collect();
        let mut sums = Sums::default();
        for _ in 0..100 {
            let mut columns = Columns {
                ids: &ids,
                trusts: &mut trusts,
                angers: &mut angers,
                fears: &mut fears,
                helds: &mut helds,
                patiences: &mut patiences,
            };
            sums = Sums::default();
            while !columns.ids.is_empty() {
                let count = columns.ids.len().min(piece);
                let (head, tail) = columns.split(count);
                sums.add(&step_on(arch, &minute(), cohort, head));
                columns = tail;
            }
        }
        let bits = trusts.iter().map(|trust| trust.0).chain(angers.iter().map(|anger| anger.0));
        let bits = bits.chain(fears.iter().map(|fear| fear.0)).chain(helds.iter().map(|held| held.0));
        let bits = bits.chain(patiences.iter().map(|patience| patience.0));
        let checksum = bits.fold(0u64, |sum, value| sum.rotate_left(5) ^ u64::from(value.to_bits()));
        (sums, checksum)
    }

    /// Returns the instruction sets of this machine, including the scalar one.
    fn instruction_sets() -> Vec<Arch> {
        let mut sets = vec![Arch::Scalar, Arch::new()];
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        sets.extend(pulp::x86::V3::try_new().map(Arch::V3));
        sets
    }

    #[test]
    fn every_instruction_set_gives_the_same_bits() {
        for cohort in [false, true] {
            let plain = world_on(Arch::Scalar, cohort, COUNT as usize);
            for arch in instruction_sets() {
                assert_eq!(world_on(arch, cohort, COUNT as usize), plain, "{arch:?}");
            }
        }
    }

    #[test]
    fn batches_of_any_size_give_the_same_bits() {
        let whole = world_on(Arch::new(), false, COUNT as usize);
        for piece in [1, 777, 8192] {
            assert_eq!(world_on(Arch::new(), false, piece), whole, "batches of {piece}");
        }
    }

    #[test]
    fn the_exponential_is_accurate_and_monotone() {
        for x in [-2.0f32, -1.0, -0.3, 0.0, 0.3, 1.0, 2.0, 3.0] {
            let exact = libm::expf(x);
            assert!((exponential(x) / exact - 1.0).abs() < 0.08, "{x}");
        }
        let values: Vec<f32> = (-80i16..80).map(|n| exponential(f32::from(n) / 10.0)).collect();
        assert!(values.is_sorted());
    }

    #[test]
    fn lost_customers_never_return_and_shares_stay_in_range() {
        let (sums, _) = world_on(Arch::new(), false, COUNT as usize);
        let all = i64::from(COUNT) << 16;
        assert!((0..=all).contains(&sums.here) && sums.here < all, "some customers must have left");
        assert!((0..=sums.here).contains(&sums.spending), "spending must not rise above its normal level");
    }
}
