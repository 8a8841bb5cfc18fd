//! Plays both ends of the outcome scale: doing nothing and the best known play.
//!
//! Both are played in the same scenario with the same seed and therefore share their random draws. The best known
//! play is that of the autopilot `expert`, which sees what players see and uses the strategy stored with the
//! scenario.

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

/// Timelines of both ends of the outcome scale.
#[derive(Clone, Debug)]
pub struct Ends {
    /// Timeline of doing nothing.
    pub nothing: Timeline,
    /// Timeline of the best known play, if there is one.
    pub best: Option<Timeline>,
}

impl Ends {
    /// Returns the losses at both ends.
    pub fn reference(&self) -> Reference {
        Reference::new(&self.nothing, self.best.as_ref())
    }
}

/// Plays both ends up to a moment and returns their losses.
pub fn play(scenario: &Arc<Scenario>, seed: Seed, population: Population, until: SimTime) -> Reference {
    ends(scenario, seed, population, until).reference()
}

/// Plays both ends up to a moment.
///
/// # Panics
/// Does not panic, because the log is discarded and writing to it cannot fail.
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

/// Cache of both ends of one scenario by seed, for studies that need them repeatedly.
#[derive(Clone, Debug, Default)]
pub struct References(Arc<RwLock<BTreeMap<Seed, Reference>>>);

impl References {
    /// Returns both ends for a seed, like [`play`]. Scenario, population and moment must be the same for all calls.
    pub fn of(&self, scenario: &Arc<Scenario>, seed: Seed, population: Population, until: SimTime) -> Reference {
        // A thread that panicked while holding the lock had not inserted anything, so the map is still valid.
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&seed).cloned();
        known.unwrap_or_else(|| {
            let reference = play(scenario, seed, population, until);
            self.0.write().unwrap_or_else(PoisonError::into_inner).insert(seed, reference.clone());
            reference
        })
    }
}

/// Panic message for errors that cannot occur because the log is discarded.
pub(super) const UNKEPT: &str = "the log is discarded, so writing to it cannot fail";
