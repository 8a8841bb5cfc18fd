//! Many runs of one scenario: who plays, with which seeds, with how fine a population.
//!
//! Every run of a seed shares the draws of chance with every other run of that seed, whoever plays. Runs are
//! spread over the threads; the result does not depend on how.

use std::sync::Arc;

use serde::Serialize;

use super::autopilot;
use super::distribution::{Distribution, disorder};
use super::reference::{self, UNKEPT};
use crate::parallel;
use crate::scenario::Scenario;
use crate::scoring::{self, Scorecard};
use crate::session::log::Unkept;
use crate::session::{Mode, Session};
use crate::simulation::{Population, Seed};

/// What to play.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The autopilots by name.
    pub autopilots: Vec<String>,
    /// Seeds from 1 to this.
    pub seeds: u64,
    /// One by one, or a cohort.
    pub population: Population,
}

/// One run: its seed and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Run {
    /// The seed.
    pub seed: u64,
    /// The playbook's total, 0 to 100.
    pub playbook: f64,
    /// The outcome's total, 0 to 100.
    pub outcome: f64,
    /// The outcome before it is held between its ends.
    #[serde(skip)]
    pub unbounded: f64,
    /// The harm, where doing nothing is 1.
    pub harm: f64,
}

/// All runs of one player.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Played {
    /// The autopilot.
    pub autopilot: String,
    /// The playbook's totals.
    pub playbook: Distribution,
    /// The outcome's totals.
    pub outcome: Distribution,
    /// The harms.
    pub harm: Distribution,
    /// Each run, by seed.
    pub runs: Vec<Run>,
}

/// Two players who are asked which of them is the better.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Neighbors {
    /// The one with the higher median outcome.
    pub better: String,
    /// The other one.
    pub worse: String,
    /// The share of pairs of seeds in which the outcomes stand the other way round, each measured against doing nothing
    /// and the best known play of its own seed, and before it is held between those ends.
    pub overlap: f64,
}

/// What came of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ensemble {
    /// The scenario.
    pub scenario: crate::id::ScenarioId,
    /// How many seeds each player had.
    pub seeds: u64,
    /// The players, in the order of the plan.
    pub players: Vec<Played>,
    /// Each player and the next by median outcome.
    pub neighbors: Vec<Neighbors>,
}

/// Is told how many runs are done, from any thread.
pub trait Progress: Sync {
    /// One more run is done.
    fn advance(&self);

    /// Whether to stop before the next run.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Tells nobody.
pub struct Unseen;

impl Progress for Unseen {
    fn advance(&self) {}
}

/// The plan was stopped before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("canceled before all runs were finished")]
pub struct Cancelled;

/// Plays everything.
///
/// # Errors
/// Where `progress` asks to stop.
///
/// # Panics
/// Where the plan names an autopilot that does not exist.
pub fn run(plan: &Plan, progress: &dyn Progress) -> Result<Ensemble, Cancelled> {
    let by_seed: Vec<Result<Vec<Run>, Cancelled>> =
        parallel::map((1..=plan.seeds).collect(), |seed| run_seed(plan, seed, progress));
    let by_seed: Vec<Vec<Run>> = by_seed.into_iter().collect::<Result<_, _>>()?;
    let players = plan.autopilots.iter().enumerate();
    let players: Vec<Played> =
        players.map(|(place, name)| gather(name, by_seed.iter().map(|runs| runs[place].clone()).collect())).collect();
    Ok(Ensemble { scenario: plan.scenario.id.clone(), seeds: plan.seeds, neighbors: neighbors(&players), players })
}

/// Plays one seed by every player, against the same two ends of the scale.
fn run_seed(plan: &Plan, seed: u64, progress: &dyn Progress) -> Result<Vec<Run>, Cancelled> {
    let reference = reference::play(&plan.scenario, Seed(seed), plan.population, plan.scenario.end());
    let play = |name: &String| {
        if progress.is_cancelled() {
            return Err(Cancelled);
        }
        let mut session = played(plan, name, seed);
        let card = scoring::score(&mut session, &reference);
        progress.advance();
        Ok(of_card(seed, &card))
    };
    plan.autopilots.iter().map(play).collect()
}

fn played(plan: &Plan, name: &str, seed: u64) -> Session {
    let scenario = &plan.scenario;
    let mut player =
        autopilot::named(name, scenario, Seed(seed)).unwrap_or_else(|| panic!("unknown autopilot `{name}`"));
    let mut session =
        Session::begin_with(scenario.clone(), Seed(seed), Mode::Headless, plan.population, Box::new(Unkept))
            .expect(UNKEPT);
    autopilot::play(&mut session, player.as_mut(), scenario.end(), &mut |_| {}).expect(UNKEPT);
    session
}

fn of_card(seed: u64, card: &Scorecard) -> Run {
    Run {
        seed,
        playbook: card.playbook.total,
        outcome: card.outcome.total,
        unbounded: card.outcome.unbounded,
        harm: card.outcome.harm,
    }
}

fn gather(name: &str, runs: Vec<Run>) -> Played {
    let spread = |value: fn(&Run) -> f64| Distribution::of(&runs.iter().map(value).collect::<Vec<_>>());
    Played {
        autopilot: name.to_owned(),
        playbook: spread(|run| run.playbook),
        outcome: spread(|run| run.outcome),
        harm: spread(|run| run.harm),
        runs,
    }
}

/// Each player and the next one down, by median outcome before it is held between its ends; equal medians keep the
/// order of the plan.
fn neighbors(players: &[Played]) -> Vec<Neighbors> {
    let outcomes = |played: &Played| played.runs.iter().map(|run| run.unbounded).collect::<Vec<_>>();
    let median = |played: &Played| Distribution::of(&outcomes(played)).median;
    let mut ranked: Vec<&Played> = players.iter().collect();
    ranked.sort_by(|one, other| median(other).total_cmp(&median(one)));
    ranked
        .windows(2)
        .map(|pair| Neighbors {
            better: pair[0].autopilot.clone(),
            worse: pair[1].autopilot.clone(),
            overlap: disorder(&outcomes(pair[0]), &outcomes(pair[1])),
        })
        .collect()
}
