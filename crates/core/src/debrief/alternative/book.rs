//! The decisions of a player who follows the playbook in the same simulated world, used as a reference for the run.

use super::Recording;
use crate::decision::Decision;
use crate::ensemble::autopilot::{self, ByTheBook};
use crate::session::log::Unkept;
use crate::session::{Mode, Session};
use crate::simulation::Population;

/// Decisions of a playbook-following autopilot, in chronological order.
#[derive(Clone, Debug, Default)]
pub struct Book {
    decisions: Vec<Decision>,
}

impl Book {
    /// Runs the playbook autopilot on the scenario of a recording, with the same seed and for the same duration.
    ///
    /// # Panics
    /// Never in practice: the session is not written to disk, so no write can fail.
    pub fn play(recording: &Recording, population: Population) -> Self {
        const UNKEPT: &str = "a session without a file cannot fail to write";
        let (scenario, seed) = (recording.scenario.clone(), recording.seed);
        let mut session =
            Session::begin_with(scenario, seed, Mode::Headless, population, Box::new(Unkept)).expect(UNKEPT);
        autopilot::play(&mut session, &mut ByTheBook::default(), recording.until, &mut |_| {}).expect(UNKEPT);
        Book { decisions: session.decisions().map(|(_, decision)| decision.clone()).collect() }
    }

    /// Returns the first decision for each action, in chronological order.
    pub fn firsts(&self) -> impl Iterator<Item = &Decision> {
        let is_first = |(place, decision): &(usize, &Decision)| {
            !self.decisions[..*place].iter().any(|earlier| earlier.action == decision.action)
        };
        self.decisions.iter().enumerate().filter(is_first).map(|(_, decision)| decision)
    }
}
