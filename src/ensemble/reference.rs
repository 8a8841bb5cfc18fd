//! The two ends of the outcome's scale, played: doing nothing, and the best known play.
//!
//! Both are played in the same scenario with the same seed, so that luck is the same; the best known play is that
//! of the autopilot `expert`, who sees what players see and uses the strategy that is kept with the scenario.

use std::sync::Arc;

use super::autopilot;
use crate::scenario::Scenario;
use crate::scoring::outcome::Reference;
use crate::session::log::Unkept;
use crate::session::{Mode, Session};
use crate::simulation::{Population, Seed, Simulation};
use crate::time::SimTime;

/// Plays both ends up to a moment.
///
/// # Panics
/// Never: nothing is written.
pub fn play(scenario: &Arc<Scenario>, seed: Seed, population: Population, until: SimTime) -> Reference {
    let mut silent = Simulation::with_population(scenario.clone(), seed, population);
    silent.advance_to(until);
    let best = scenario.best_known.as_ref().map(|_| {
        let mut session =
            Session::begin_with(scenario.clone(), seed, Mode::Headless, population, Box::new(Unkept)).expect(UNKEPT);
        autopilot::play(&mut session, &mut autopilot::expert(scenario), until, &mut |_| {}).expect(UNKEPT);
        session
    });
    Reference::new(silent.timeline(), best.as_ref().map(Session::timeline))
}

/// Why a session that is kept nowhere cannot fail to be written.
pub(super) const UNKEPT: &str = "nothing is written";
