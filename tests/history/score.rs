//! The score of a played case, over many seeds.

use std::fmt;
use std::sync::Arc;

use goldenhour::decision::Decision;
use goldenhour::ensemble::COHORT;
use goldenhour::scenario::{Metric, Scenario};
use goldenhour::session::log::Unkept;
use goldenhour::session::{Mode, Session};
use goldenhour::simulation::Seed;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// A scenario and what was done in it.
pub struct Play {
    pub scenario: Arc<Scenario>,
    pub decisions: Vec<Decision>,
}

/// Mean and spread over seeds.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    pub mean: f64,
    pub deviation: f64,
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>8.3} ± {:>5.3}", self.mean, self.deviation)
    }
}

/// Plays a case with seeds 1 to this and returns reputation at the end, in standard deviations from before.
///
/// Not the outcome, which asks how much better than silence it went: in a case of history nobody knows what silence
/// would have brought.
pub fn over_seeds(play: &Play, seeds: u64) -> Spread {
    let scores: Vec<f64> = (1..=seeds).into_par_iter().map(|seed| score(play, Seed(seed))).collect();
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    let variance = scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / scores.len() as f64;
    Spread { mean, deviation: variance.sqrt() }
}

fn score(play: &Play, seed: Seed) -> f64 {
    let scenario = &play.scenario;
    let mut session = Session::begin_with(scenario.clone(), seed, Mode::Headless, COHORT, Box::new(Unkept))
        .expect("nothing is written");
    for decision in &play.decisions {
        session.advance_to(decision.at).expect("nothing is written");
        let mut decision = decision.clone();
        decision.at = session.now();
        if let Err(refused) = session.decide(decision.clone()) {
            panic!("{}: {} at {} is refused: {refused}", scenario.id, decision.action, decision.at);
        }
    }
    session.advance_to(scenario.end()).expect("nothing is written");
    session.timeline().series.last(Metric::Reputation)
}
