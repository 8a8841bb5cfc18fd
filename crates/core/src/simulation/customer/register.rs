//! The register: the number of customers, and the stratum of each.

use super::stratum::{STRATA, stratum_of};
use crate::scenario::Scenario;
use crate::simulation::random::{Luck, Purpose, customer_bits};
use crate::time::SimTime;

/// Minimum number of rows per stratum in a cohort.
const FEWEST_ROWS: u32 = 12;

/// The number of customers, and the stratum of each. The stratum is recomputed on each call, because a table of up
/// to five million customers would take too much memory.
#[derive(Clone, Debug)]
pub(super) enum Register {
    /// Each customer draws its segment and whether it is affected.
    Drawn {
        count: u32,
        /// Random streams for the segment and for being affected.
        segments: u32,
        affected: u32,
        /// Cumulative upper bound of each segment within the population (0 to 1), and its share of affected
        /// customers.
        bounds: Vec<(f64, f64)>,
    },
    /// The rows of a cohort, ordered by stratum. Each entry is the end of one stratum.
    Expected { ends: [u32; STRATA] },
}

impl Register {
    /// Creates a register that draws the segment of each customer and whether its data was taken.
    pub(super) fn drawn(scenario: &Scenario, luck: Luck) -> Self {
        let [segments, affected] =
            [Purpose::CustomerSegment, Purpose::CustomerAffected].map(|purpose| luck.stream(purpose, SimTime::START));
        let shares = scenario.customers.segments.iter().map(|segment| segment.affected);
        let bounds = cumulated(scenario).into_iter().zip(shares).collect();
        Register::Drawn { count: scenario.customers.population, segments, affected, bounds }
    }

    /// Creates the register of a cohort. Also returns the number of customers that a row of each stratum
    /// represents.
    pub(super) fn expected(scenario: &Scenario, rows: u32) -> (Self, [f64; STRATA]) {
        let population = f64::from(scenario.customers.population);
        let whole: f64 = scenario.customers.segments.iter().map(|segment| segment.share).sum();
        let (mut ends, mut weights) = ([0; STRATA], [1.0; STRATA]);
        let mut next = 0;
        for (segment, profile) in scenario.customers.segments.iter().enumerate() {
            for (affected, share) in [(false, 1.0 - profile.affected), (true, profile.affected)] {
                let share = profile.share / whole * share;
                let stratum = stratum_of(segment, affected);
                if share > 0.0 {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred rows")]
                    let count = ((f64::from(rows) * share).round() as u32).max(FEWEST_ROWS);
                    next += count;
                    weights[stratum] = population * share / f64::from(count);
                }
                ends[stratum] = next;
            }
        }
        ends[stratum_of(scenario.customers.segments.len(), false)..].fill(next);
        (Register::Expected { ends }, weights)
    }

    /// Returns the number of customers. Their keys are the numbers below it.
    pub(super) fn count(&self) -> u32 {
        match self {
            Register::Drawn { count, .. } => *count,
            Register::Expected { ends } => ends[STRATA - 1],
        }
    }

    /// Returns the stratum of a customer.
    pub(super) fn stratum(&self, key: u32) -> usize {
        match self {
            Register::Drawn { segments, affected, bounds, .. } => {
                let unit = |stream: u32| f64::from(customer_bits(stream, key)) / 4_294_967_296.0;
                let place = unit(*segments);
                let found = bounds.iter().position(|(bound, _)| place < *bound);
                let segment = found.unwrap_or(bounds.len().saturating_sub(1));
                stratum_of(segment, unit(*affected) < bounds[segment].1)
            }
            Register::Expected { ends } => ends.partition_point(|end| *end <= key),
        }
    }

    /// Returns the keys of each stratum, in ascending order.
    pub(super) fn keys(&self) -> Vec<Vec<u32>> {
        let mut strata = vec![Vec::new(); STRATA];
        for key in 0..self.count() {
            strata[self.stratum(key)].push(key);
        }
        strata.iter_mut().for_each(Vec::shrink_to_fit);
        strata
    }
}

fn cumulated(scenario: &Scenario) -> Vec<f64> {
    let mut total = 0.0;
    let shares = scenario.customers.segments.iter().map(|segment| {
        total += segment.share;
        total
    });
    shares.collect()
}
