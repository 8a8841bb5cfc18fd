//! Many runs: scripted players, both ends of the outcome's scale, distributions, and the search for the best play.
//!
//! - [`autopilot`]: scripted players.
//! - [`reference`](mod@reference): doing nothing and the best known play, as the ends of the scale.
//! - [`plan`]: many runs of a scenario by several players.
//! - [`branch`]: a log with something changed, as data; [`rerun`]: a log played again; [`counterfactual`]: a run and its
//!   branches over many seeds, and the differences.
//! - [`distribution`]: how numbers are spread over runs, and how often two players stand in the wrong order.
//! - [`search`]: looks for the best use of what the playbook leaves free.

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

/// Rows of the cohort that stands for all customers in ensembles.
pub const COHORT: Population = Population::Cohort { rows: 400 };

/// Scores a session by the playbook of its own scenario, between the two ends of the scale.
pub fn score(session: &mut Session) -> Scorecard {
    let scenario = session.scenario().clone();
    score_by(session, &scenario)
}

/// Scores a session by the playbook of its own scenario, and returns the two ends of the scale as they went.
pub fn score_between(session: &mut Session) -> (Scorecard, Ends) {
    let scenario = session.scenario().clone();
    let ends = reference::ends(&scenario, session.seed(), Population::Full, session.now());
    (scoring::score_by(session, &scenario, &ends.reference()), ends)
}

/// Scores a session by the playbook of another edition of its scenario.
pub fn score_by(session: &mut Session, scenario: &Scenario) -> Scorecard {
    let reference = reference::play(&session.scenario().clone(), session.seed(), Population::Full, session.now());
    scoring::score_by(session, scenario, &reference)
}
