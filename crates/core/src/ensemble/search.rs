//! Looks for the best use of what the playbook leaves free.
//!
//! One free thing is changed at a time, over the seeds 1 to n and a cohort of customers; a change is kept where
//! the mean harm falls, the mean playbook score does not, and no seed comes out worse than by the plain book, so that
//! the best known play is one that goes by the book and does not gamble. What would be kept is tried once more over
//! the seeds that follow, [`WIDER`] times as many, because a gamble that loses once in twenty passes eight seeds two
//! times in three. Rounds repeat until one of them changes nothing. The result is a local optimum, not a proof:
//! somebody who finds better may replace the record, and the scale follows.

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

/// The most rounds over everything that is free.
const MOST_ROUNDS: usize = 3;

/// How much the harm must fall for a change to be kept; less is luck.
const WORTHWHILE: f64 = 1e-4;

/// How much playbook score a change may cost, of 100.
const TOLERATED: f64 = 0.05;

/// How many times as many seeds a change must not be worse in than those it was chosen by.
const WIDER: u64 = 5;

/// Where to look, and how closely.
#[derive(Clone, Debug)]
pub struct Search {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Seeds from 1 to this for each candidate.
    pub seeds: u64,
    /// One by one, or a cohort.
    pub population: Population,
}

/// What a strategy is worth: its means over the seeds.
#[derive(Clone, Debug)]
struct Worth {
    harm: f64,
    playbook: f64,
    /// The harm in each seed.
    harms: Vec<f64>,
}

impl Worth {
    fn is_worse_somewhere(&self, other: &Worth) -> bool {
        self.harms.iter().zip(&other.harms).any(|(own, other)| *own > other + WORTHWHILE)
    }
}

/// Searches.
///
/// # Errors
/// Where `progress` asks to stop.
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

/// Plays a strategy over the seeds that follow this one, one for each reference.
fn try_out(search: &Search, after: u64, references: &[Reference], strategy: &Strategy) -> Worth {
    let seeded: Vec<(Seed, &Reference)> = (after + 1..).map(Seed).zip(references).collect();
    let scores = parallel::map(seeded, |(seed, reference)| play(search, seed, reference, strategy));
    let (harms, points): (Vec<f64>, Vec<f64>) = scores.into_iter().unzip();
    Worth { harm: mean(&harms), playbook: mean(&points), harms }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of seeds")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Plays a strategy with one seed; returns the harm and the points of the playbook.
fn play(search: &Search, seed: Seed, reference: &Reference, strategy: &Strategy) -> (f64, f64) {
    let scenario = &search.scenario;
    let mut session =
        Session::begin_with(scenario.clone(), seed, Mode::Headless, search.population, Box::new(Unkept)).expect(UNKEPT);
    let mut player = ByTheBook::with(strategy.clone());
    autopilot::play(&mut session, &mut player, scenario.end(), &mut |_| {}).expect(UNKEPT);
    let card = scoring::score(&mut session, reference);
    (card.outcome.harm, card.playbook.total)
}

/// One way to change a strategy.
type Change = Box<dyn Fn(&mut Strategy)>;

/// Everything that is tried in a round, in order.
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

/// Times and intervals that are tried.
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
