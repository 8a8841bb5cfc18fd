//! The score of a played case, over many seeds.

use std::fmt;
use std::sync::Arc;

use goldenhour::decision::Decision;
use goldenhour::ensemble::{COHORT, reference};
use goldenhour::scenario::Scenario;
use goldenhour::scoring::outcome;
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
        write!(f, "{:>8.1} ± {:>5.1}", self.mean, self.deviation)
    }
}

/// Plays a case with seeds 1 to this and returns the outcome, 0 to 100 where 0 is doing nothing.
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
    if std::env::var("DUMP").is_ok() && seed.0 <= 3 {
        use goldenhour::scenario::Metric;
        let t = session.timeline();
        let l = |m| t.series.last(m);
        let start = t.series.at(Metric::Trust, goldenhour::time::SimTime::from_minutes(1));
        let p = goldenhour::scoring::score_playbook(scenario, t).total;
        println!("{:<18} s{} play {:>5.1} rep {:.3} repmin {:.3} trust {:.4} min {:.4} cred {:.3} resp {:.3} match {:.3} lost {:.4} cov {:.1} aware {:.2} fear {:.3} anger {:.3}", scenario.id.as_str(), seed.0, p, l(Metric::Reputation), t.series.min(Metric::Reputation), start - l(Metric::Trust), start - t.series.min(Metric::Trust), l(Metric::Credibility), l(Metric::Responsibility), l(Metric::Match), l(Metric::CustomersLost) / scenario.customers.represents as f64, l(Metric::Coverage), l(Metric::Awareness), t.series.max(Metric::Fear), t.series.max(Metric::Anger));
        return 0.0;
    }
    let reference = reference::play(scenario, seed, COHORT, scenario.end());
    let measured = outcome::measure(session.timeline(), &reference);
    100.0 * (1.0 - measured.harm)
}
