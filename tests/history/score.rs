//! Results of a played case over many seeds: its final reputation and its playbook score.
//!
//! The texts of historical statements are not recorded, so each statement states its claims in plain words.

use std::fmt;
use std::sync::Arc;

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::ensemble::COHORT;
use goldenhour_core::scenario::{Metric, Scenario};
use goldenhour_core::scoring::record::Record;
use goldenhour_core::scoring::score_playbook;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::draft;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// A scenario and the decisions made in it.
pub struct Play {
    pub scenario: Arc<Scenario>,
    pub decisions: Vec<Decision>,
}

/// Mean and standard deviation over seeds.
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

/// Results of a case.
#[derive(Clone, Copy, Debug)]
pub struct Scores {
    /// Final reputation, in standard deviations from its initial value.
    ///
    /// The outcome score is not used, because it is relative to silence, and the effect of silence in a historical
    /// case is unknown.
    pub reputation: Spread,
    /// Playbook score, 0 to 100.
    pub playbook: Spread,
}

/// Plays a case with seeds 1 to `seeds`.
pub fn over_seeds(play: &Play, seeds: u64) -> Scores {
    let scores: Vec<(f64, f64)> = (1..=seeds).into_par_iter().map(|seed| score(play, Seed(seed))).collect();
    let (reputations, points): (Vec<f64>, Vec<f64>) = scores.into_iter().unzip();
    Scores { reputation: spread(&reputations), playbook: spread(&points) }
}

fn spread(scores: &[f64]) -> Spread {
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    let variance = scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / scores.len() as f64;
    Spread { mean, deviation: variance.sqrt() }
}

fn score(play: &Play, seed: Seed) -> (f64, f64) {
    let scenario = &play.scenario;
    let mut session = Session::begin_with(scenario.clone(), seed, Mode::Headless, COHORT, Box::new(Unkept))
        .expect("without a log there are no write errors");
    for decision in &play.decisions {
        session.advance_to(decision.at).expect("without a log there are no write errors");
        let mut decision = decision.clone();
        decision.at = session.now();
        put_into_words(&mut decision, scenario);
        if let Err(refused) = session.decide(decision.clone()) {
            panic!("{}: {} at {} was rejected: {refused}", scenario.id, decision.action, decision.at);
        }
    }
    session.advance_to(scenario.end()).expect("without a log there are no write errors");
    let record = Record { scenario, timeline: session.timeline(), entries: session.entries() };
    (session.timeline().series.last(Metric::Reputation), score_playbook(&record).total)
}

fn put_into_words(decision: &mut Decision, scenario: &Scenario) {
    if let Content::Statement(statement) | Content::Reply { statement, .. } = &mut decision.content {
        statement.text = draft(statement, scenario);
    }
}
