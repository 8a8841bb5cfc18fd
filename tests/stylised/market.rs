//! S18: how competing news affects the market's reaction.

use goldenhour_core::scenario::Metric;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::statistics::median;
use crate::suite::Size;
use crate::world::{Act, Setup, at, facts, play_in, scenario};
use crate::{Fact, Sample};

/// Runs per side.
const RUNS: u64 = 80;

pub fn measure(_: Size) -> Vec<Fact> {
    let reaction = |pressure: f64| {
        let scenario = scenario(&Setup { length_hours: 40, severity: 0.8, pressure, ..Setup::default() });
        let falls = (0..RUNS).into_par_iter().map(|seed| {
            let world = play_in(&scenario, &[(2.0, Act::Say(facts(4)))], seed);
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
        sample: Sample::Whole,
    }]
}
