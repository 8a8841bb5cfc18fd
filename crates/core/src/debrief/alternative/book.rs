//! What somebody who goes by the book did in the same world, to hold a run against.

use super::Recording;
use crate::decision::Decision;
use crate::ensemble::autopilot::{self, ByTheBook};
use crate::session::log::Unkept;
use crate::session::{Mode, Session};
use crate::simulation::Population;

/// The decisions of somebody who goes by the book, in order.
#[derive(Clone, Debug, Default)]
pub struct Book {
    decisions: Vec<Decision>,
}

impl Book {
    /// Plays the scenario of a run by the book, with the same seed and as long.
    ///
    /// # Panics
    /// Never: nothing is written.
    pub fn play(recording: &Recording, population: Population) -> Self {
        const UNKEPT: &str = "nothing is written";
        let (scenario, seed) = (recording.scenario.clone(), recording.seed);
        let mut session =
            Session::begin_with(scenario, seed, Mode::Headless, population, Box::new(Unkept)).expect(UNKEPT);
        autopilot::play(&mut session, &mut ByTheBook::default(), recording.until, &mut |_| {}).expect(UNKEPT);
        Book { decisions: session.decisions().map(|(_, decision)| decision.clone()).collect() }
    }

    /// Goes through the first decision for each action, in order of time.
    pub fn firsts(&self) -> impl Iterator<Item = &Decision> {
        let is_first = |(place, decision): &(usize, &Decision)| {
            !self.decisions[..*place].iter().any(|earlier| earlier.action == decision.action)
        };
        self.decisions.iter().enumerate().filter(is_first).map(|(_, decision)| decision)
    }
}
