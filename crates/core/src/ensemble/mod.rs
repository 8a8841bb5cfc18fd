//! Ensembles of runs: scripted players, both ends of the outcome scale, distributions, and the search for the best
//! play.
//!
//! - [`autopilot`]: scripted players.
//! - [`reference`](mod@reference): doing nothing and the best known play, as the ends of the outcome scale.
//! - [`plan`]: many runs of a scenario by several autopilots.
//! - [`branch`]: a log with changes, as data; [`rerun`]: replays a log; [`counterfactual`]: paired differences
//!   between a session and its branches over many seeds.
//! - [`distribution`]: quantiles over runs, and how often two autopilots rank in the wrong order.
//! - [`search`]: search for the best strategy within the freedom that the playbook allows.

pub mod autopilot;
pub mod branch;
pub mod counterfactual;
pub mod distribution;
pub mod plan;
pub mod reference;
pub mod rerun;
pub mod search;

pub use distribution::Distribution;
pub use plan::{Cancelled, Ensemble, Plan, Progress};
pub use reference::Ends;

use crate::scenario::Scenario;
use crate::scoring::{self, Scorecard};
use crate::session::Session;
use crate::simulation::Population;

/// Cohort that represents all customers in ensembles.
pub const COHORT: Population = Population::Cohort { rows: 400 };

/// Scores a session with the playbook of its own scenario on the outcome scale of its seed.
pub fn score(session: &mut Session) -> Scorecard {
    let scenario = session.scenario().clone();
    score_by(session, &scenario)
}

/// Scores a session with the playbook of its own scenario, and returns the timelines of both ends of the outcome
/// scale.
pub fn score_between(session: &mut Session) -> (Scorecard, Ends) {
    let scenario = session.scenario().clone();
    let ends = reference::ends(&scenario, session.seed(), Population::Full, session.now());
    (scoring::score_by(session, &scenario, &ends.reference()), ends)
}

/// Scores a session with the playbook of another edition of its scenario.
pub fn score_by(session: &mut Session, scenario: &Scenario) -> Scorecard {
    let reference = reference::play(&session.scenario().clone(), session.seed(), Population::Full, session.now());
    scoring::score_by(session, scenario, &reference)
}
