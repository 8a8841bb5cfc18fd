//! A small stand-in for the update of one customer in one minute, of the same kind as the simulation's: a keyed draw,
//! a table of segments, about thirty operations, an exponential as a polynomial, sums in integers.
//!
//! Every competitor calls [`step`] on the same values in its own layout, so their checksums must be equal. To bench
//! another kernel, replace this file and the layouts in `rival.rs`.

use bevy_ecs::component::Component;

/// The stable number of a customer.
#[derive(Component, Clone, Copy, Debug)]
pub struct Key(pub u32);
/// Trust, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub struct Trust(pub f32);
/// Anger, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub struct Anger(pub f32);
/// Fear, 0 to 1.
#[derive(Component, Clone, Copy, Debug)]
pub struct Fear(pub f32);
/// The segment in the low byte; whether the customer has left in the next bit.
#[derive(Component, Clone, Copy, Debug)]
pub struct Marks(pub u32);

/// What all customers share in a minute.
#[derive(Clone, Copy, Debug)]
pub struct Minute {
    stream: u32,
    exposure: [f32; 16],
}

impl Minute {
    /// Returns a minute.
    pub fn new(minute: u32) -> Self {
        let mut exposure = [0.0; 16];
        for (slot, share) in exposure.iter_mut().zip(1u8..) {
            *slot = f32::from(share) / 16.0;
        }
        Minute { stream: minute.wrapping_mul(0x9E37_79B9) ^ 0x5851_F42D, exposure }
    }
}

/// Returns the state of a customer at the beginning.
pub fn customer(key: u32) -> (Key, Trust, Anger, Fear, Marks) {
    let trust = 0.4 + unit(bits(0xABCD, key)) * 0.5;
    (Key(key), Trust(trust), Anger(0.0), Fear(0.0), Marks(key % 16))
}

/// Steps one customer by one minute and returns its part of the checksum.
#[inline]
pub fn step(
    minute: &Minute,
    key: Key,
    trust: &mut Trust,
    anger: &mut Anger,
    fear: &mut Fear,
    marks: &mut Marks,
) -> i32 {
    let x = minute.exposure[(marks.0 & 15) as usize];
    let (t, a, f) = (trust.0, anger.0, fear.0);
    let gone = (marks.0 >> 8) & 1;
    let here = if gone == 0 { 1.0 } else { 0.0 };
    trust.0 = (t + here * (0.000_4 * (0.7 - t) - x * 0.000_3 * t)).clamp(0.0, 1.0);
    anger.0 = (a + here * (x * 0.000_8 * (1.0 - a) - 0.000_1 * a)).clamp(0.0, 1.0);
    fear.0 = (f + here * (x * 0.000_6 * (1.0 - f) - 0.000_05 * f)).clamp(0.0, 1.0);
    let drive = 1.6 * f + 2.0 * a + 2.0 * (0.7 - t);
    let chance = 4.0e-7 * exponential(drive);
    let leaves = u32::from(unit(bits(minute.stream, key.0)) < chance) & (1 - gone);
    marks.0 |= leaves << 8;
    fixed(trust.0) + fixed(anger.0) + fixed(fear.0) + i32::from(leaves == 1)
}

#[inline]
fn bits(stream: u32, key: u32) -> u32 {
    let mut bits = key.wrapping_mul(0x9E37_79B1) ^ stream;
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85EB_CA6B);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xC2B2_AE35);
    bits ^ (bits >> 16)
}

/// The upper 24 bits as a number in [0, 1).
#[inline]
#[expect(clippy::cast_precision_loss, reason = "24 bits fit exactly")]
fn unit(bits: u32) -> f32 {
    (bits >> 8) as f32 / 16_777_216.0
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
fn fixed(value: f32) -> i32 {
    (value * 1024.0) as i32
}

/// `e^x` as `(1 + x/16)^16`.
#[inline]
fn exponential(x: f32) -> f32 {
    let root = (1.0 + x.clamp(-8.0, 8.0) / 16.0).max(0.0);
    let two = root * root;
    let four = two * two;
    let eight = four * four;
    eight * eight
}
