//! The two ends of the outcome's scale, played: doing nothing, and the best known play.
//!
//! Both are played in the same scenario with the same seed, so that luck is the same; the best known play is that
//! of the autopilot `expert`, who sees what players see and uses the strategy that is kept with the scenario.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::autopilot;
use crate::scenario::Scenario;
use crate::scoring::outcome::Reference;
use crate::session::log::Unkept;
use crate::session::{Mode, Session};
use crate::simulation::{Population, Seed, Simulation};
use crate::time::SimTime;
use crate::timeline::Timeline;

/// The two ends as they went.
#[derive(Clone, Debug)]
pub struct Ends {
    /// Doing nothing.
    pub nothing: Timeline,
    /// The best known play, where one is known.
    pub best: Option<Timeline>,
}

impl Ends {
    /// Returns what was lost at both ends.
    pub fn reference(&self) -> Reference {
        Reference::new(&self.nothing, self.best.as_ref())
    }
}

/// Plays both ends up to a moment and returns what was lost.
pub fn play(scenario: &Arc<Scenario>, seed: Seed, population: Population, until: SimTime) -> Reference {
    ends(scenario, seed, population, until).reference()
}

/// Plays both ends up to a moment.
///
/// # Panics
/// Never: nothing is written.
pub fn ends(scenario: &Arc<Scenario>, seed: Seed, population: Population, until: SimTime) -> Ends {
    let mut silent = Simulation::with_population(scenario.clone(), seed, population);
    silent.advance_to(until);
    let best = scenario.best_known.as_ref().map(|_| {
        let mut session =
            Session::begin_with(scenario.clone(), seed, Mode::Headless, population, Box::new(Unkept)).expect(UNKEPT);
        autopilot::play(&mut session, &mut autopilot::expert(scenario), until, &mut |_| {}).expect(UNKEPT);
        session.timeline().clone()
    });
    Ends { nothing: silent.timeline().clone(), best }
}

/// Both ends of one scenario for many seeds, each played once: for studies that ask for them again and again.
#[derive(Clone, Debug, Default)]
pub struct References(Arc<RwLock<BTreeMap<Seed, Reference>>>);

impl References {
    /// Returns both ends for a seed, as [`play`] does; the scenario, population and moment are those of the first call.
    pub fn of(&self, scenario: &Arc<Scenario>, seed: Seed, population: Population, until: SimTime) -> Reference {
        // Whoever stopped while holding the lock had not yet put anything in.
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&seed).cloned();
        known.unwrap_or_else(|| {
            let reference = play(scenario, seed, population, until);
            self.0.write().unwrap_or_else(PoisonError::into_inner).insert(seed, reference.clone());
            reference
        })
    }
}

/// Why a session that is kept nowhere cannot fail to be written.
pub(super) const UNKEPT: &str = "nothing is written";
