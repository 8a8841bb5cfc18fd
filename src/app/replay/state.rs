//! The state of a replay: a recorded session at any moment, with nothing to decide.
//!
//! A [`SeekableReplay`] returns the world at a moment; what the screen shows of it is computed once per moment, not
//! once per frame. The panels are those of the exercise, with their own selection. The debrief that the replay was
//! opened from is kept in it, with everything that was computed for it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::debrief::state::DebriefUi;
use crate::app::debrief::whatif::state::shifted;
use crate::app::exercise::pacing::Pacing;
use crate::app::exercise::state::ExerciseUi;
use goldenhour_core::debrief::Marker;
use goldenhour_core::scenario::Scenario;
use goldenhour_core::session::{Mode, SeekableReplay};
use goldenhour_core::simulation::{GroundTruth, Situation};
use goldenhour_core::time::SimTime;

/// The speeds to choose from, in simulated seconds a second.
pub const SPEEDS: [u32; 4] = [60, 300, 1_200, 3_600];

/// A recorded session that is replayed.
pub struct Replay {
    /// What was recorded, at any moment.
    pub seekable: SeekableReplay,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The session's file.
    pub path: PathBuf,
    /// How time runs.
    pub pacing: Pacing,
    /// What the players could see at the moment that is shown.
    pub situation: Situation,
    /// The ground truth at that moment, if it is shown.
    pub truth: Option<GroundTruth>,
    /// What is opened and selected.
    pub ui: ExerciseUi,
    /// Whether the newest message is opened by itself; until one is opened by hand.
    pub follows: bool,
    /// What people did and met, in order.
    pub markers: Vec<Marker>,
    /// The debrief it was opened from.
    pub debrief: Option<Box<DebriefUi>>,
}

impl Replay {
    /// Opens a recorded session at a moment.
    pub fn open(
        seekable: SeekableReplay,
        scenario: Arc<Scenario>,
        path: PathBuf,
        markers: Vec<Marker>,
        at: SimTime,
    ) -> Self {
        let mut pacing = Pacing::of(Mode::Review, SPEEDS[1], false);
        pacing.set_speed(SPEEDS[1]);
        let (situation, ui) = (seekable.situation(), ExerciseUi::fresh(None));
        let mut replay = Replay {
            seekable,
            scenario,
            path,
            pacing,
            situation,
            truth: None,
            ui,
            follows: true,
            markers,
            debrief: None,
        };
        replay.seek(at);
        replay
    }

    /// Shows a moment.
    pub fn seek(&mut self, moment: SimTime) {
        self.seekable.seek(moment);
        self.look();
    }

    /// Shows a moment some minutes earlier (below 0) or later.
    pub fn shift(&mut self, minutes: i32) {
        self.seek(shifted(self.seekable.now(), minutes));
    }

    /// Returns the moment of the next marker.
    pub fn next(&self) -> Option<SimTime> {
        self.markers.iter().map(|marker| marker.at).find(|at| *at > self.seekable.now())
    }

    /// Returns the moment of the previous marker.
    pub fn previous(&self) -> Option<SimTime> {
        self.markers.iter().rev().map(|marker| marker.at).find(|at| *at < self.seekable.now())
    }

    /// Shows or hides the ground truth.
    pub fn show_truth(&mut self, is_shown: bool) {
        self.truth = is_shown.then(|| self.seekable.ground_truth());
    }

    /// Computes what is shown of the current moment.
    fn look(&mut self) {
        self.situation = self.seekable.situation();
        self.ui.read = self.situation.inbox.iter().map(|item| item.inject.clone()).collect();
        if self.follows {
            self.ui.open_inject = self.situation.inbox.last().map(|item| item.inject.clone());
        }
        self.show_truth(self.truth.is_some());
    }
}
