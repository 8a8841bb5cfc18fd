//! Many runs: scripted players, both ends of the outcome's scale, distributions, and the search for the best play.
//!
//! - [`autopilot`]: scripted players.
//! - [`reference`](mod@reference): doing nothing and the best known play, as the ends of the scale.
//! - [`plan`]: many runs of a scenario by several players.
//! - [`distribution`]: how numbers are spread over runs, and how often two players stand in the wrong order.
//! - [`search`]: looks for the best use of what the playbook leaves free.

pub mod autopilot;
pub mod distribution;
pub mod plan;
pub mod reference;
pub mod search;

pub use distribution::Distribution;
pub use plan::{Cancelled, Ensemble, Plan, Progress};

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

/// Scores a session by the playbook of another edition of its scenario.
pub fn score_by(session: &mut Session, scenario: &Scenario) -> Scorecard {
    let reference = reference::play(&session.scenario().clone(), session.seed(), Population::Full, session.now());
    scoring::score_by(session, scenario, &reference)
}
