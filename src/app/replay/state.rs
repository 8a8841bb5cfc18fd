//! State of the replay screen: a read-only view of a recorded session at any point in time.
//!
//! The [`SeekableReplay`] can produce the world at any time. What the panels show is computed once per seek, not
//! once per frame. The panels are shared with the exercise but have their own selection state. When the replay was
//! opened from a debrief, it keeps that debrief, so nothing has to be computed again on return.

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

/// Available speeds, in simulated seconds per second.
pub const SPEEDS: [u32; 4] = [60, 300, 1_200, 3_600];

/// A recorded session being replayed.
pub struct Replay {
    /// The recorded session, seekable to any time.
    pub seekable: SeekableReplay,
    /// Scenario that was played.
    pub scenario: Arc<Scenario>,
    /// The session file.
    pub path: PathBuf,
    /// Playback speed, and whether the replay is running.
    pub pacing: Pacing,
    /// What the players could see at the current time.
    pub situation: Situation,
    /// Ground truth at the current time, if shown.
    pub truth: Option<GroundTruth>,
    /// Open and selected items.
    pub ui: ExerciseUi,
    /// Whether the newest message opens automatically. Cleared when the user opens or closes a message.
    pub follows: bool,
    /// Injects, decisions, statements and setbacks, in order of time.
    pub markers: Vec<Marker>,
    /// Debrief from which the replay was opened. `None` if it was opened from the library.
    pub debrief: Option<Box<DebriefUi>>,
}

impl Replay {
    /// Opens a recorded session at the given time.
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

    /// Seeks to a time.
    pub fn seek(&mut self, moment: SimTime) {
        self.seekable.seek(moment);
        self.look();
    }

    /// Seeks by a number of minutes, backward if negative.
    pub fn shift(&mut self, minutes: i32) {
        self.seek(shifted(self.seekable.now(), minutes));
    }

    /// Returns the time of the next marker.
    pub fn next(&self) -> Option<SimTime> {
        self.markers.iter().map(|marker| marker.at).find(|at| *at > self.seekable.now())
    }

    /// Returns the time of the previous marker.
    pub fn previous(&self) -> Option<SimTime> {
        self.markers.iter().rev().map(|marker| marker.at).find(|at| *at < self.seekable.now())
    }

    /// Shows or hides the ground truth.
    pub fn show_truth(&mut self, is_shown: bool) {
        self.truth = is_shown.then(|| self.seekable.ground_truth());
    }

    /// Recomputes everything shown for the current time.
    fn look(&mut self) {
        self.situation = self.seekable.situation();
        self.ui.read = self.situation.inbox.iter().map(|item| item.inject.clone()).collect();
        if self.follows {
            self.ui.open_inject = self.situation.inbox.last().map(|item| item.inject.clone());
        }
        self.show_truth(self.truth.is_some());
    }
}
