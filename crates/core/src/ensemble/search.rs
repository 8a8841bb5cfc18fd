//! Searches for the best strategy within the freedom that the playbook allows.
//!
//! The search is a coordinate descent. It changes one parameter at a time and evaluates the candidate over the
//! seeds 1 to n with a cohort of customers. A candidate is accepted if it lowers the mean harm, does not lower the
//! mean playbook score, and has no seed with a worse result than the default strategy. The best known play
//! therefore follows the playbook and does not gamble. Before it is accepted, a candidate is also evaluated over
//! the following seeds, [`WIDER`] times as many, because a gamble that fails in 1 of 20 seeds passes a check over
//! eight seeds two times in three. Rounds repeat until one of them changes nothing. The result is a local optimum,
//! so a better strategy may exist. If you find one, replace the record, and the outcome scale adjusts to it.

use std::sync::Arc;

use super::autopilot::{self, ByTheBook};
use super::plan::{Cancelled, Progress};
use super::reference::{self, UNKEPT};
use crate::parallel;
use crate::scenario::file::v1::FORMAT;
use crate::scenario::{Ask, BestKnown, Scenario, Strategy};
use crate::scoring;
use crate::scoring::outcome::Reference;
use crate::session::log::Unkept;
use crate::session::{Mode, Session};
use crate::simulation::{Population, Seed};
use crate::time::{SimDuration, SimTime};

/// Maximum number of rounds over all parameters.
const MOST_ROUNDS: usize = 3;

/// Minimum reduction in harm for a candidate to be accepted; anything less is noise.
const WORTHWHILE: f64 = 1e-4;

/// Maximum loss of playbook score that a candidate can cause, in points of 100.
const TOLERATED: f64 = 0.05;

/// Number of additional validation seeds per search seed.
const WIDER: u64 = 5;

/// Parameters of a search.
#[derive(Clone, Debug)]
pub struct Search {
    /// Scenario to search in.
    pub scenario: Arc<Scenario>,
    /// Number of seeds per candidate, starting at 1.
    pub seeds: u64,
    /// Whether customers are simulated individually or as a cohort.
    pub population: Population,
}

/// Evaluation of a strategy: means over the seeds.
#[derive(Clone, Debug)]
struct Worth {
    harm: f64,
    playbook: f64,
    /// Harm for each seed.
    harms: Vec<f64>,
}

impl Worth {
    fn is_worse_somewhere(&self, other: &Worth) -> bool {
        self.harms.iter().zip(&other.harms).any(|(own, other)| *own > other + WORTHWHILE)
    }
}

/// Runs the search and returns the best strategy found.
///
/// # Errors
/// Returns an error if `progress` requests cancellation.
pub fn run(search: &Search, progress: &dyn Progress) -> Result<BestKnown, Cancelled> {
    let scenario = &search.scenario;
    let reference = |seed| reference::play(scenario, Seed(seed), search.population, scenario.end());
    let all: Vec<Reference> = parallel::map((1..=search.seeds * (1 + WIDER)).collect(), reference);
    let (near, wide) = all.split_at(usize::try_from(search.seeds).unwrap_or(all.len()));
    let mut strategy = Strategy::default();
    let book = try_out(search, 0, near, &strategy);
    let book_widely = try_out(search, search.seeds, wide, &strategy);
    let mut worth = book.clone();
    let mut tried = 1;
    for _ in 0..MOST_ROUNDS {
        let before = worth.harm;
        for change in changes(scenario) {
            if progress.is_cancelled() {
                return Err(Cancelled);
            }
            let mut candidate = strategy.clone();
            change(&mut candidate);
            if candidate == strategy {
                continue;
            }
            let found = try_out(search, 0, near, &candidate);
            tried += 1;
            progress.advance();
            let better = found.harm < worth.harm - WORTHWHILE && found.playbook >= worth.playbook - TOLERATED;
            let is_safe = better
                && !found.is_worse_somewhere(&book)
                && !try_out(search, search.seeds, wide, &candidate).is_worse_somewhere(&book_widely);
            if is_safe {
                (strategy, worth) = (candidate, found);
            }
        }
        if worth.harm >= before {
            break;
        }
    }
    Ok(BestKnown { format: FORMAT, strategy, seeds: search.seeds, tried, harm: worth.harm, playbook: worth.playbook })
}

/// Evaluates a strategy over the seeds that follow `after`, one for each reference.
fn try_out(search: &Search, after: u64, references: &[Reference], strategy: &Strategy) -> Worth {
    let seeded: Vec<(Seed, &Reference)> = (after + 1..).map(Seed).zip(references).collect();
    let scores = parallel::map(seeded, |(seed, reference)| play(search, seed, reference, strategy));
    let (harms, points): (Vec<f64>, Vec<f64>) = scores.into_iter().unzip();
    Worth { harm: mean(&harms), playbook: mean(&points), harms }
}

#[expect(clippy::cast_precision_loss, reason = "a search uses at most a few hundred seeds")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Plays a strategy with one seed and returns its harm and playbook score.
fn play(search: &Search, seed: Seed, reference: &Reference, strategy: &Strategy) -> (f64, f64) {
    let scenario = &search.scenario;
    let mut session =
        Session::begin_with(scenario.clone(), seed, Mode::Headless, search.population, Box::new(Unkept)).expect(UNKEPT);
    let mut player = ByTheBook::with(strategy.clone());
    autopilot::play(&mut session, &mut player, scenario.end(), &mut |_| {}).expect(UNKEPT);
    let card = scoring::score(&mut session, reference);
    (card.outcome.harm, card.playbook.total)
}

/// A modification of a strategy.
type Change = Box<dyn Fn(&mut Strategy)>;

/// Returns the modifications tried in each round, in order.
fn changes(scenario: &Scenario) -> Vec<Change> {
    let mut all = timings();
    all.push(Box::new(|strategy| strategy.customers_wait_for_data = !strategy.customers_wait_for_data));
    for action in &scenario.actions {
        if let Ask::Choice(choices) = &action.asks {
            for choice in choices {
                let (action, choice) = (action.id.clone(), choice.id.clone());
                all.push(Box::new(move |strategy| drop(strategy.choices.insert(action.clone(), choice.clone()))));
            }
        }
        if matches!(action.asks, Ask::Nothing | Ask::Choice(_)) {
            let id = action.id.clone();
            all.push(Box::new(move |strategy| toggle(&mut strategy.first, &id)));
            let id = action.id.clone();
            all.push(Box::new(move |strategy| toggle(&mut strategy.left_alone, &id)));
        }
    }
    for topic in scenario.topics.iter().filter(|topic| topic.claims.len() > 1) {
        for claim in &topic.claims {
            let (topic, claim) = (topic.id.clone(), claim.id.clone());
            all.push(Box::new(move |strategy| drop(strategy.claims.insert(topic.clone(), claim.clone()))));
        }
    }
    all
}

fn toggle<T: Ord + Clone>(set: &mut std::collections::BTreeSet<T>, item: &T) {
    if !set.remove(item) {
        set.insert(item.clone());
    }
}

/// Returns the modifications of times and intervals.
fn timings() -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    for minutes in [20, 30, 45, 60, 90, 120] {
        all.push(Box::new(move |strategy| strategy.prepare_until = SimTime::from_minutes(minutes)));
    }
    for hours in [3, 6, 8, 12, 24] {
        all.push(Box::new(move |strategy| strategy.next_update = SimDuration::from_minutes(60 * hours)));
    }
    for minutes in [30, 60, 120, 240] {
        all.push(Box::new(move |strategy| strategy.answer_posts_every = SimDuration::from_minutes(minutes)));
    }
    all
}
