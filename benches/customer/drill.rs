//! Complete drills of the real world at cohort size, as what-ifs and calibration play them by the hundred.

use std::sync::Arc;

use goldenhour_core::decision::Decision;
use goldenhour_core::ensemble::autopilot;
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::scenario::{Metric, Scenario, load};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Entry, Mode, Session};
use goldenhour_core::simulation::{Input, Population, Seed, Simulation};
use goldenhour_core::timeline::EntryNumber;

/// Number of rows in a cohort.
pub const ROWS: u32 = 500;

/// A scenario and the decisions made in it.
pub struct Drill {
    scenario: Arc<Scenario>,
    decisions: Vec<Decision>,
}

impl Drill {
    /// Returns the first built-in scenario with the decisions of one autopilot run.
    pub fn played_by(name: &str) -> Self {
        let slug = BuiltIn::scenarios().remove(0);
        let scenario = load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output;
        let scenario = Arc::new(scenario);
        let session = Session::begin(scenario.clone(), Seed(1), Mode::Headless, Box::new(Unkept));
        let mut session = session.expect("without a log there are no write errors");
        let mut player = autopilot::named(name, &scenario, Seed(1)).expect("the autopilot exists");
        autopilot::play(&mut session, player.as_mut(), scenario.end(), &mut |_| {})
            .expect("without a log there are no write errors");
        let decisions = session.entries().iter().filter_map(|entry| match entry {
            Entry::Decision(decision) => Some(decision.clone()),
            _ => None,
        });
        Drill { decisions: decisions.collect(), scenario }
    }

    /// Returns the length of the drill in minutes.
    pub fn minutes(&self) -> u32 {
        self.scenario.end().minutes()
    }

    /// Plays the drill as a cohort, including building the world, and returns a hash of the final metrics.
    pub fn play(&self, seed: u64) -> i64 {
        let cohort = Population::Cohort { rows: ROWS };
        let mut simulation = Simulation::with_population(self.scenario.clone(), Seed(seed), cohort);
        for (number, decision) in (0..).zip(&self.decisions) {
            simulation.advance_to(decision.at);
            if simulation.check(decision).is_ok() {
                simulation.submit(Input::Decision(EntryNumber(number), decision.clone()));
            }
        }
        simulation.advance_to(self.scenario.end());
        let series = &simulation.timeline().series;
        let ends = Metric::ALL.map(|metric| series.last(metric).to_bits().cast_signed());
        ends.into_iter().fold(0i64, |mixed, bits| mixed.rotate_left(7) ^ bits)
    }
}
