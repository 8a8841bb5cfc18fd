//! S18: what other news do to the market's reaction.

use goldenhour_core::scenario::Metric;

use crate::Fact;
use crate::statistics::median;
use crate::world::{Act, Setup, at, facts, play};

/// Runs of each side.
const RUNS: u64 = 80;

pub fn measure() -> Vec<Fact> {
    let reaction = |pressure: f64| {
        let setup = Setup { length_hours: 40, severity: 0.8, pressure, ..Setup::default() };
        let falls = (0..RUNS).map(|seed| {
            let world = play(&setup, &[(2.0, Act::Say(facts(4)))], seed);
            at(&world, Metric::SharePrice, 30.0) - 1.0
        });
        median(falls.collect())
    };
    let value = reaction(1.0) / reaction(0.0);
    vec![Fact {
        id: "S18",
        title: "market reaction at one SD of other news",
        unit: "of an ordinary day",
        value,
        band: (0.15, 0.5),
        source: "Foerderer & Schuetz 2022",
    }]
}
