//! The search for turning points and luck, refined with more seeds while the debrief is open.
//!
//! An [investigation](goldenhour_core::debrief::counterfactual) of the run is a [probe](crate::app::background::probe):
//! it starts when a debrief is opened, reports after each of [`STEPS`], and ends when the debrief is closed. Each
//! report replaces the one before, so that a first answer appears quickly and its intervals narrow.

use crate::app::background::probe::{Probe, ProbeProgress};
use goldenhour_core::debrief::Counterfactual;
use goldenhour_core::debrief::alternative::Recording;
use goldenhour_core::debrief::counterfactual::{Investigation, PRECISION};
use goldenhour_core::debrief::luck::Band;
use goldenhour_core::debrief::turning_point::TurningPoint;
use goldenhour_core::ensemble::{COHORT, Plan, autopilot, plan};
use goldenhour_core::time::SimTime;

/// After how many seeds it says what it knows.
pub const STEPS: [u64; 8] = [1, 4, 8, 16, 32, 64, 128, 200];

/// The seeds with which tests are content.
const FEW: [u64; 1] = [4];

/// With how many seeds scripted players are compared with a run.
const BAND_SEEDS: u64 = 24;

/// The state of the page of turning points.
#[derive(Default)]
pub struct Turning {
    /// The search; `None` until it is started.
    pub probe: Option<Probe<Counterfactual>>,
    /// The one that is unfolded.
    pub opened: Opened,
    /// Which of the [curves](goldenhour_core::ensemble::counterfactual::CURVES) is drawn.
    pub curve: usize,
    /// Whether everything that was tried is listed.
    pub lists_all: bool,
}

/// Which turning point is unfolded. One is told from the others by its moment and name, because their order changes
/// while more seeds are played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// The one that cost most, or, where nothing did, that carried most.
    #[default]
    First,
    /// This one.
    This(SimTime, String),
    /// None.
    Nothing,
}

impl Opened {
    /// Returns whether a turning point is unfolded, where it is the first of all or not.
    pub fn shows(&self, point: &TurningPoint, is_first: bool) -> bool {
        match self {
            Opened::First => is_first,
            Opened::This(at, title) => *at == point.at && *title == point.title,
            Opened::Nothing => false,
        }
    }
}

impl Turning {
    /// Begins to look for turning points, unless that has begun.
    pub fn begin(&mut self, recording: impl FnOnce() -> Recording, in_place: bool) {
        if self.probe.is_none() {
            let recording = recording();
            let steps: &'static [u64] = if in_place { &FEW } else { &STEPS };
            self.probe = Some(Probe::begin(in_place, move |progress, report| look(recording, steps, progress, report)));
        }
    }
}

/// Looks for turning points in a run, and reports after each step.
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
    // Scripted players play to the end; they are not comparable with a run that stopped earlier.
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
