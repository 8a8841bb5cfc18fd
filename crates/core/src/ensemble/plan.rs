//! Many runs of one scenario: which autopilots play, with which seeds, and how customers are simulated.
//!
//! All runs with the same seed share their random draws, regardless of the autopilot. Runs are distributed over the
//! threads; the result does not depend on the distribution.

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

/// Plan of an ensemble.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Scenario to play.
    pub scenario: Arc<Scenario>,
    /// Names of the autopilots.
    pub autopilots: Vec<String>,
    /// Number of seeds, starting at 1.
    pub seeds: u64,
    /// Whether customers are simulated individually or as a cohort.
    pub population: Population,
}

/// Result of one run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Run {
    /// Random seed.
    pub seed: u64,
    /// Playbook score, 0 to 100.
    pub playbook: f64,
    /// Outcome, 0 to 100.
    pub outcome: f64,
    /// Outcome before clamping.
    #[serde(skip)]
    pub unbounded: f64,
    /// Harm, where doing nothing is 1.
    pub harm: f64,
}

/// All runs of one autopilot.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Played {
    /// Name of the autopilot.
    pub autopilot: String,
    /// Distribution of the playbook score.
    pub playbook: Distribution,
    /// Distribution of the outcome.
    pub outcome: Distribution,
    /// Distribution of the harm.
    pub harm: Distribution,
    /// Runs in order of their seeds.
    pub runs: Vec<Run>,
}

/// Two autopilots that are adjacent in the ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Neighbors {
    /// Autopilot with the higher median outcome.
    pub better: String,
    /// Autopilot with the lower median outcome.
    pub worse: String,
    /// Share of pairs of runs in which the outcomes rank in the opposite order. Each outcome is measured on the
    /// scale of its own seed, before clamping.
    pub overlap: f64,
}

/// Results of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ensemble {
    /// Identifier of the scenario.
    pub scenario: crate::id::ScenarioId,
    /// Number of seeds per autopilot.
    pub seeds: u64,
    /// Autopilots in the order of the plan.
    pub players: Vec<Played>,
    /// Pairs of autopilots that are adjacent by median outcome.
    pub neighbors: Vec<Neighbors>,
}

/// Receives progress from any thread and can cancel the work.
pub trait Progress: Sync {
    /// Reports that another run is complete.
    fn advance(&self);

    /// Returns whether to stop before the next run.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Ignores progress.
pub struct Unseen;

impl Progress for Unseen {
    fn advance(&self) {}
}

/// Error returned if a plan was cancelled before it was complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("canceled before all runs were finished")]
pub struct Cancelled;

/// Plays all runs of a plan.
///
/// # Errors
/// Returns an error if `progress` requests cancellation.
///
/// # Panics
/// Panics if the plan names an unknown autopilot.
pub fn run(plan: &Plan, progress: &dyn Progress) -> Result<Ensemble, Cancelled> {
    let by_seed: Vec<Result<Vec<Run>, Cancelled>> =
        parallel::map((1..=plan.seeds).collect(), |seed| run_seed(plan, seed, progress));
    let by_seed: Vec<Vec<Run>> = by_seed.into_iter().collect::<Result<_, _>>()?;
    let players = plan.autopilots.iter().enumerate();
    let players: Vec<Played> =
        players.map(|(place, name)| gather(name, by_seed.iter().map(|runs| runs[place].clone()).collect())).collect();
    Ok(Ensemble { scenario: plan.scenario.id.clone(), seeds: plan.seeds, neighbors: neighbors(&players), players })
}

/// Plays one seed with every autopilot, on the same outcome scale.
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

/// Pairs each autopilot with the next lower one by median outcome before clamping. Equal medians keep the order of
/// the plan.
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
