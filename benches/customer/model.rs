//! The customers of the comparison: their initial state, the rates of their strata, and the equations of one
//! minute. The equations are written down a second time for a single row, independently of the product's kernel.
//!
//! Every rival calls [`step`] on the same values in its own memory layout. The product's kernel does not use it; it
//! gets the same customers and rates and must produce the same sums.

use goldenhour_core::simulation::crowd::{Customer, Minute};

/// Number of strata.
pub const STRATA: usize = 8;

/// Returns a customer in its initial state.
pub fn customer(key: u32) -> Customer {
    let even = |stream: u32| unit(bits(stream, key) >> 16);
    Customer {
        key,
        stratum: key as usize % STRATA,
        trust: 0.4 + 0.5 * even(1),
        anger: 0.3 * even(2),
        fear: 0.3 * even(3),
        held: 0.1 * even(4),
        patience: 0.02 + even(5),
    }
}

/// Returns the rates of all strata. Every term of the equations is nonzero, and each stratum has its own exposure.
pub fn rates() -> Vec<Minute> {
    (0..STRATA).map(rates_of).collect()
}

#[expect(clippy::cast_precision_loss, reason = "eight strata")]
fn rates_of(stratum: usize) -> Minute {
    let x = (stratum + 1) as f32 / STRATA as f32;
    Minute {
        traits: 77,
        prior: 0.6 + 0.02 * x,
        prior_spread: 0.2,
        trust_loss: 2e-4 * x,
        trust_gain: 1e-4 * x,
        shield: 0.7,
        ceiling: 0.96,
        to_anchor: 5e-5,
        to_peers: 5e-5,
        peers: 0.5,
        confidence: 0.35,
        anger_gain: 4e-4 * x,
        anger_wait: 1e-4,
        anger_fall: 1e-4,
        fear_gain: 3e-4 * x,
        fear_fall: 1e-4,
        leave: 1e-4 * x,
        leave_fear: 0.8,
        leave_anger: 1.0,
        leave_trust: 1.0,
        waver: 0.1,
        held_rise: 3e-4,
        held_fall: 1e-5,
        held_most: 0.6,
        held_from: 0.1,
        held_spread: 0.8,
        held_ramp: 5.0,
    }
}

/// Sums of trust, anger, fear, upset, presence and spending, in units of 2^-16.
pub type Sums = [i64; 6];

/// Combines sums into one number.
pub fn checksum(sums: Sums) -> i64 {
    sums.into_iter().fold(0i64, |mixed, sum| mixed.wrapping_mul(31).wrapping_add(sum))
}

/// Flag in the key of a customer who was told directly.
const TOLD: u32 = 1 << 31;

/// Steps one customer by one minute and returns its part of the sums.
#[inline(always)]
#[expect(clippy::inline_always, reason = "only inlined code is compiled for the caller's instruction set")]
pub fn step(
    m: &Minute,
    key: u32,
    trust: &mut f32,
    anger: &mut f32,
    fear: &mut f32,
    held: &mut f32,
    patience: &mut f32,
) -> [i32; 6] {
    let traits = bits(m.traits, key & (TOLD - 1));
    let prior = (m.prior + m.prior_spread * (2.0 * unit(traits >> 16) - 1.0)).clamp(0.0, 1.0);
    let shield = if key & TOLD == 0 { 1.0 } else { m.shield };
    let (t, a, f) = (*trust, *anger, *fear);
    let near = if (m.peers - t).abs() < m.confidence { m.to_peers } else { 0.0 };
    let after = t + m.trust_gain * (m.ceiling - t).max(0.0) - shield * m.trust_loss * t
        + m.to_anchor * (m.ceiling * prior - t)
        + near * (m.peers - t);
    *trust = after.clamp(0.0, 1.0);
    *anger = (a + (shield * m.anger_gain + m.anger_wait) * (1.0 - a) - m.anger_fall * a).clamp(0.0, 1.0);
    *fear = (f + shield * m.fear_gain * (1.0 - f) - m.fear_fall * f).clamp(0.0, 1.0);
    let drive = m.leave_fear * *fear + m.leave_anger * *anger + m.leave_trust * (prior - *trust).max(0.0);
    *patience -= m.leave * (exponential(drive) - 1.0 + m.waver).max(0.0);
    let ramp = (drive - m.held_from - m.held_spread * unit(traits & 0xFFFF)) * m.held_ramp;
    let target = m.held_most * ramp.clamp(0.0, 1.0);
    *held = *held + m.held_rise * (target - *held).max(0.0) - m.held_fall * *held;
    let here = if *patience > 0.0 { 1.0 } else { 0.0 };
    let sums = [*trust, *anger, *fear, anger.max(*fear) * here, here, here * (1.0 - *held)];
    sums.map(fixed)
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "only inlined code is compiled for the caller's instruction set")]
fn bits(stream: u32, key: u32) -> u32 {
    let mut bits = key.wrapping_mul(0x9E37_79B1) ^ stream;
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85EB_CA6B);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xC2B2_AE35);
    bits = (bits ^ (bits >> 16)).wrapping_add(stream.rotate_left(13)).wrapping_mul(0x27D4_EB2F);
    bits ^ (bits >> 15)
}

/// Converts sixteen bits to a number in [0, 1).
#[inline(always)]
#[expect(clippy::inline_always, clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "sixteen bits")]
fn unit(bits: u32) -> f32 {
    bits as i32 as f32 / 65_536.0
}

/// Converts a number to units of 2^-16, rounded to the nearest.
#[inline(always)]
#[expect(
    clippy::inline_always,
    clippy::cast_possible_wrap,
    reason = "adding 1.5 * 2^23 puts the rounded integer into the low bits"
)]
fn fixed(value: f32) -> i32 {
    (value * 65_536.0 + 12_582_912.0).to_bits() as i32 - 0x4B40_0000
}

/// Approximates `e^x` as `(1 + x/64)^64`.
#[inline(always)]
#[expect(clippy::inline_always, reason = "only inlined code is compiled for the caller's instruction set")]
fn exponential(x: f32) -> f32 {
    let mut power = 1.0 + x.clamp(-16.0, 8.0) / 64.0;
    for _ in 0..6 {
        power *= power;
    }
    power
}
