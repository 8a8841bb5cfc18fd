//! Customers who have not heard of the breach. Each is one bit and a position in a list.

use std::cmp::Reverse;

use bevy_ecs::resource::Resource;
use serde::Serialize;

use super::register::Register;
use super::row::Id;
use super::seat::Seats;
use super::stratum::STRATA;
use crate::scenario::Scenario;
use crate::simulation::random::customer_bits;

/// Values between 0 and 1, as 32-bit fractions, at which each customer hears of the breach.
#[derive(Clone, Copy, Debug)]
pub(super) enum Thresholds {
    /// Drawn from a random stream.
    Drawn(u32),
    /// Evenly spaced, in the order of the keys starting at the first.
    Even { first: u32, step: u32 },
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds::Drawn(0)
    }
}

impl Thresholds {
    fn of(self, key: u32) -> u32 {
        match self {
            Thresholds::Drawn(stream) => customer_bits(stream, key),
            Thresholds::Even { first, step } => (key - first).wrapping_mul(step).wrapping_add(step / 2),
        }
    }
}

/// Keys sorted by threshold, with the number already passed. There may be millions of keys, so thresholds are
/// recomputed instead of stored, and keys that were passed are dropped.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Lane {
    /// Keys not passed yet, in descending order; the next one is last.
    #[serde(skip)]
    order: Vec<u32>,
    #[serde(skip)]
    thresholds: Thresholds,
    next: usize,
}

impl Lane {
    /// Sorts keys by their thresholds.
    pub(super) fn new(keys: Vec<u32>, thresholds: Thresholds) -> Self {
        let mut order = keys;
        order.sort_unstable_by_key(|key| Reverse((thresholds.of(*key), *key)));
        Lane { order, thresholds, next: 0 }
    }

    /// Removes and returns the keys whose thresholds lie below the share reached.
    pub(super) fn pass(&mut self, share: f64) -> Vec<u32> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 2^32")]
        let bound = (share.clamp(0.0, 1.0) * 4_294_967_296.0) as u64;
        let thresholds = self.thresholds;
        let is_passed = |key: &&u32| u64::from(thresholds.of(**key)) < bound;
        let count = self.order.iter().rev().take_while(is_passed).count();
        let passed: Vec<u32> = self.order.drain(self.order.len() - count..).rev().collect();
        self.next += count;
        if self.order.len() < self.order.capacity() / 2 {
            self.order.shrink_to_fit();
        }
        passed
    }
}

/// Customers who are asleep, and the accumulated hazards that wake them.
#[derive(Resource, Clone, Debug, Serialize)]
pub(crate) struct Sleepers {
    /// The stratum of each customer.
    #[serde(skip)]
    pub(super) register: Register,
    #[serde(skip)]
    pub(super) seats: Seats,
    /// One bit per key, set if the customer is awake.
    awake: Vec<u64>,
    /// Customers who heard of the breach in this minute, and customers who read a direct message about it.
    #[serde(skip)]
    pub(super) woken: Vec<Id>,
    #[serde(skip)]
    pub(super) told: Vec<u32>,
    pub(super) ears: Vec<Lane>,
    pub(super) mail: Vec<Lane>,
    /// Accumulated hazards of hearing, by segment, and of reading.
    pub(super) heard: Vec<f64>,
    pub(super) read: f64,
    /// Number of customers asleep in each stratum, and the sum of their trust.
    pub(super) asleep: Vec<u64>,
    pub(super) asleep_trust: Vec<i64>,
    /// Sum of prior trust over all customers of each stratum.
    pub(super) prior: Vec<i64>,
    /// Number of simulated customers represented by one row of each stratum.
    pub(super) weights: Vec<f64>,
    pub(super) cohort: bool,
}

impl Sleepers {
    pub(super) fn new(scenario: &Scenario, cohort: bool, register: Register) -> Self {
        let count = register.count() as usize;
        Sleepers {
            register,
            seats: Seats::default(),
            awake: vec![0; count.div_ceil(64)],
            woken: Vec::new(),
            told: Vec::new(),
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

    /// Returns whether each row represents many customers.
    pub(crate) fn is_cohort(&self) -> bool {
        self.cohort
    }

    /// Returns the number of customers, awake or asleep.
    pub(super) fn count(&self) -> u32 {
        self.register.count()
    }

    /// Iterates over customers who are asleep, in the order of their keys.
    pub(super) fn asleep(&self) -> impl Iterator<Item = Id> {
        let keys = (0..self.register.count()).filter(|key| !self.is_awake(*key));
        keys.map(|key| Id::new(key, self.register.stratum(key)))
    }

    /// Returns whether a customer has heard of the breach.
    pub(super) fn is_awake(&self, key: u32) -> bool {
        self.awake[key as usize / 64] >> (key % 64) & 1 == 1
    }

    /// Marks a customer as awake and, if it was asleep, queues it to be woken.
    pub(super) fn rouse(&mut self, id: Id) {
        if !self.is_awake(id.key()) {
            self.awake[id.key() as usize / 64] |= 1 << (id.key() % 64);
            self.woken.push(id);
        }
    }
}
