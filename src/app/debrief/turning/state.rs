//! The search for turning points and luck, refined with more seeds while the debrief is open.
//!
//! An [investigation](goldenhour_core::debrief::counterfactual) of the run is a
//! [probe](crate::app::background::probe): it starts when a debrief is opened, reports after each of [`STEPS`], and
//! ends when the debrief is closed. Each report replaces the previous one, so that first results appear quickly and
//! their intervals narrow over time.

use crate::app::background::probe::{Probe, ProbeProgress};
use goldenhour_core::debrief::Counterfactual;
use goldenhour_core::debrief::alternative::Recording;
use goldenhour_core::debrief::counterfactual::{Investigation, PRECISION};
use goldenhour_core::debrief::luck::Band;
use goldenhour_core::debrief::turning_point::TurningPoint;
use goldenhour_core::ensemble::{COHORT, Plan, autopilot, plan};
use goldenhour_core::time::SimTime;

/// Numbers of seeds after which the search reports.
pub const STEPS: [u64; 8] = [1, 4, 8, 16, 32, 64, 128, 200];

/// Number of seeds used in tests, to keep them fast.
const FEW: [u64; 1] = [4];

/// Number of seeds with which each scripted player is run.
const BAND_SEEDS: u64 = 24;

/// State of the turning points page.
#[derive(Default)]
pub struct Turning {
    /// The search, or `None` until it is started.
    pub probe: Option<Probe<Counterfactual>>,
    /// The expanded turning point.
    pub opened: Opened,
    /// Index of the [curve](goldenhour_core::ensemble::counterfactual::CURVES) that is drawn.
    pub curve: usize,
    /// Whether all tested alternatives are listed.
    pub lists_all: bool,
}

/// Which turning point is expanded. Turning points are identified by moment and title, because their order changes
/// while more seeds are played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// The first one listed: the most costly, or the most beneficial if none was costly.
    #[default]
    First,
    /// A specific turning point.
    This(SimTime, String),
    /// None.
    Nothing,
}

impl Opened {
    /// Returns whether `point` is expanded. `is_first` is true for the first point in the list.
    pub fn shows(&self, point: &TurningPoint, is_first: bool) -> bool {
        match self {
            Opened::First => is_first,
            Opened::This(at, title) => *at == point.at && *title == point.title,
            Opened::Nothing => false,
        }
    }
}

impl Turning {
    /// Starts the search for turning points, unless it has already started.
    pub fn begin(&mut self, recording: impl FnOnce() -> Recording, in_place: bool) {
        if self.probe.is_none() {
            let recording = recording();
            let steps: &'static [u64] = if in_place { &FEW } else { &STEPS };
            self.probe = Some(Probe::begin(in_place, move |progress, report| look(recording, steps, progress, report)));
        }
    }
}

/// Searches a run for turning points and reports after each step.
fn look(recording: Recording, steps: &[u64], progress: &ProbeProgress, report: &dyn Fn(Counterfactual)) {
    let (scenario, until) = (recording.scenario.clone(), recording.until);
    let mut investigation = Investigation::open(recording, COHORT).within(PRECISION);
    progress.expect(steps.last().map_or(0, |seeds| investigation.runs_to(*seeds)));
    let tell = |investigation: &Investigation| report(investigation.report());
    for seeds in steps {
        if investigation.refine(0, *seeds, progress).is_err() {
            return;
        }
        tell(&investigation);
    }
    if investigation.pair(progress).is_err() {
        return;
    }
    tell(&investigation);
    // Scripted players play until the end, so their results cannot be compared with a run that stopped early.
    if until < scenario.end() || steps.len() == FEW.len() {
        return;
    }
    let autopilots = autopilot::NAMES.map(str::to_owned).to_vec();
    let plan = Plan { scenario, autopilots, seeds: BAND_SEEDS, population: COHORT };
    if let Ok(ensemble) = plan::run(&plan, progress) {
        let band = |played: plan::Played| Band {
            autopilot: played.autopilot,
            seeds: BAND_SEEDS,
            outcome: played.outcome,
            playbook: played.playbook,
        };
        let mut bands: Vec<Band> = ensemble.players.into_iter().map(band).collect();
        bands.sort_by(|one, other| one.outcome.median.total_cmp(&other.outcome.median));
        investigation.set_autopilots(bands);
        tell(&investigation);
    }
}
