//! One minute for a column of customers.
//!
//! Plain loops over slices: no look-ups in the world, no platform float functions, no order that matters. Sums
//! are kept in integers (units of 2^-16), so that they do not depend on the order of addition either.

use serde::Serialize;

use super::{Anger, Fear, Key, Marks, Trust};
use crate::scenario::Scenario;
use crate::scenario::audience::MOST_SEGMENTS;
use crate::simulation::random::customer_bits;

/// Everything that is the same for all customers in one minute. Chances are bounds on 32 random bits, rates
/// are for one minute.
#[derive(Clone, Debug)]
pub(super) struct Minute {
    pub(super) hear_stream: u32,
    pub(super) read_stream: u32,
    pub(super) leave_stream: u32,
    pub(super) read: u32,
    pub(super) trust_loss: f32,
    pub(super) trust_gain: f32,
    pub(super) trust_return: f32,
    pub(super) trust_blame: f32,
    pub(super) ceiling: f32,
    pub(super) anger_gain: f32,
    pub(super) anger_wait: f32,
    pub(super) anger_fall: f32,
    pub(super) fear_gain: f32,
    pub(super) fear_fall: f32,
    pub(super) unaffected: f32,
    pub(super) shield: f32,
    pub(super) leave_fear: f32,
    pub(super) leave_anger: f32,
    pub(super) leave_trust: f32,
    pub(super) segments: [Segment; MOST_SEGMENTS],
}

/// What differs between segments in one minute.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Segment {
    pub(super) exposure: f32,
    pub(super) hear: u32,
    pub(super) anchor: f32,
    pub(super) trust: f32,
    pub(super) leave: f32,
}

/// Sums over customers, by segment; feelings in units of 2^-16, those of aware customers only.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Sums {
    trust: i64,
    segments: [SegmentSums; MOST_SEGMENTS],
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct SegmentSums {
    all: u64,
    aware: u64,
    gone: u64,
    anger: i64,
    fear: i64,
    upset: i64,
}

impl Default for Sums {
    fn default() -> Self {
        Sums { trust: 0, segments: [SegmentSums::default(); MOST_SEGMENTS] }
    }
}

const UNIT: f32 = 65_536.0;

#[expect(clippy::cast_possible_truncation, reason = "feelings are between 0 and 1")]
fn fixed(value: f32) -> i64 {
    i64::from((value * UNIT) as i32)
}

#[expect(clippy::cast_precision_loss, reason = "sums over at most five million customers")]
fn float(sum: i64) -> f64 {
    sum as f64 / f64::from(UNIT)
}

impl Sums {
    fn total(&self, of: impl Fn(&SegmentSums) -> i64) -> f64 {
        float(self.segments.iter().map(of).sum())
    }

    pub(super) fn trust(&self) -> f64 {
        float(self.trust)
    }

    pub(super) fn anger(&self) -> f64 {
        self.total(|segment| segment.anger)
    }

    pub(super) fn fear(&self) -> f64 {
        self.total(|segment| segment.fear)
    }

    pub(super) fn upset(&self) -> f64 {
        self.total(|segment| segment.upset)
    }

    pub(super) fn aware(&self) -> u64 {
        self.segments.iter().map(|segment| segment.aware).sum()
    }

    pub(super) fn gone(&self) -> u64 {
        self.segments.iter().map(|segment| segment.gone).sum()
    }

    #[expect(clippy::cast_precision_loss, reason = "populations are far below 2^52")]
    pub(super) fn aware_feelings(&self) -> (f64, f64) {
        let aware = (self.aware() as f64).max(1.0);
        (self.anger() / aware, self.fear() / aware)
    }

    #[expect(clippy::cast_precision_loss, reason = "populations are far below 2^52")]
    pub(super) fn spending(&self, scenario: &Scenario) -> f64 {
        let withheld = scenario.model.spend_withheld.value;
        let (mut spent, mut normal) = (0.0, 0.0);
        for (sums, segment) in self.segments.iter().zip(&scenario.customers.segments) {
            let here = (sums.all - sums.gone) as f64;
            let wary = 0.5 * float(sums.anger + sums.fear);
            spent += segment.spend * (here - withheld * wary);
            normal += segment.spend * sums.all as f64;
        }
        if normal > 0.0 { (spent / normal).clamp(0.0, 1.0) } else { 1.0 }
    }
}

/// Steps a column of customers by one minute and adds them to the sums.
pub(super) fn step(
    minute: &Minute,
    keys: &[Key],
    trusts: &mut [Trust],
    angers: &mut [Anger],
    fears: &mut [Fear],
    marks: &mut [Marks],
    sums: &mut Sums,
) {
    let rows = keys.iter().zip(trusts).zip(angers).zip(fears).zip(marks);
    for ((((key, trust), anger), fear), marks) in rows {
        let index = (marks.0 & Marks::SEGMENT) as usize;
        let segment = &minute.segments[index];
        if marks.0 & Marks::GONE == 0 {
            hear(minute, segment, key.0, marks);
            if marks.0 & Marks::AWARE != 0 {
                live(minute, segment, *marks, trust, anger, fear);
                leave(minute, segment, key.0, marks, trust.0, anger.0, fear.0);
            }
        }
        count(sums, index, *marks, trust.0, anger.0, fear.0);
    }
}

fn hear(minute: &Minute, segment: &Segment, key: u32, marks: &mut Marks) {
    let affected = marks.0 & Marks::AFFECTED != 0;
    if affected && marks.0 & Marks::TOLD == 0 && customer_bits(minute.read_stream, key) < minute.read {
        marks.0 |= Marks::TOLD | Marks::AWARE;
    }
    if marks.0 & Marks::AWARE == 0 && customer_bits(minute.hear_stream, key) < segment.hear {
        marks.0 |= Marks::AWARE;
    }
}

fn live(minute: &Minute, segment: &Segment, marks: Marks, trust: &mut Trust, anger: &mut Anger, fear: &mut Fear) {
    let share = if marks.0 & Marks::AFFECTED != 0 { 1.0 } else { minute.unaffected };
    let shield = if marks.0 & Marks::TOLD != 0 { minute.shield } else { 1.0 };
    let x = segment.exposure * share;
    let (t, a, f) = (trust.0, anger.0, fear.0);
    let change = x * (minute.trust_gain * (minute.ceiling - t) - shield * (minute.trust_loss + minute.trust_blame) * t)
        + minute.trust_return * (segment.anchor - t);
    trust.0 = (t + change).clamp(0.0, 1.0);
    let angrier = (x * shield * minute.anger_gain + share * minute.anger_wait) * (1.0 - a);
    anger.0 = (a + angrier - minute.anger_fall * a).clamp(0.0, 1.0);
    fear.0 = (f + x * shield * minute.fear_gain * (1.0 - f) - minute.fear_fall * f).clamp(0.0, 1.0);
}

fn leave(minute: &Minute, segment: &Segment, key: u32, marks: &mut Marks, trust: f32, anger: f32, fear: f32) {
    let drive = minute.leave_fear * fear + minute.leave_anger * anger + minute.leave_trust * (segment.trust - trust);
    let chance = segment.leave * exponential(drive);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float that is too large saturates")]
    let bound = (chance * 4_294_967_296.0) as u32;
    if customer_bits(minute.leave_stream, key) < bound {
        marks.0 |= Marks::GONE;
    }
}

/// `e^x` as `(1 + x/16)^16`, within 15 % for |x| up to 2; the same on every machine.
fn exponential(x: f32) -> f32 {
    let root = (1.0 + x.clamp(-8.0, 8.0) / 16.0).max(0.0);
    let two = root * root;
    let four = two * two;
    let eight = four * four;
    eight * eight
}

fn count(sums: &mut Sums, index: usize, marks: Marks, trust: f32, anger: f32, fear: f32) {
    sums.trust += fixed(trust);
    let segment = &mut sums.segments[index];
    segment.all += 1;
    if marks.0 & Marks::GONE != 0 {
        segment.gone += 1;
    } else if marks.0 & Marks::AWARE != 0 {
        segment.aware += 1;
        segment.anger += fixed(anger);
        segment.fear += fixed(fear);
        segment.upset += fixed(anger.max(fear));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_near_and_monotone() {
        for x in [-2.0f32, -1.0, 0.0, 1.0, 2.0] {
            let exact = libm::expf(x);
            assert!((exponential(x) / exact - 1.0).abs() < 0.15, "{x}");
        }
        let values: Vec<f32> = (-80i16..80).map(|n| exponential(f32::from(n) / 10.0)).collect();
        assert!(values.is_sorted());
    }
}
