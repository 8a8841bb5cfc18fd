//! The current screen with its state.
//!
//! A [`Route`] carries the state of its screen, so that an exercise without a session or a debrief without a score
//! cannot exist.

use crate::app::briefing::state::Briefing;
use crate::app::compare::state::Shown;
use crate::app::debrief::state::DebriefUi;
use crate::app::exercise::state::Drill;
use crate::app::hot_wash::state::HotWash;
use crate::app::replay::state::Replay;

/// The current screen with its state.
pub enum Route {
    /// All scenarios and recent sessions.
    Library,
    /// All widgets, for visual review.
    Gallery,
    /// Before an exercise.
    Briefing(Box<Briefing>),
    /// An exercise.
    Exercise(Box<Drill>),
    /// Right after an exercise.
    HotWash(Box<HotWash>),
    /// After an exercise.
    Debrief(Box<DebriefUi>),
    /// A recorded session that is replayed.
    Replay(Box<Replay>),
    /// Several sessions side by side.
    Compare(Box<Shown>),
}

impl Route {
    /// Takes the exercise out and leaves the library in its place; other screens stay as they are.
    pub fn take_exercise(&mut self) -> Option<Box<Drill>> {
        match std::mem::replace(self, Route::Library) {
            Route::Exercise(drill) => Some(drill),
            other => self.put_back(other),
        }
    }

    /// Takes the hot wash out and leaves the library in its place; other screens stay as they are.
    pub fn take_hot_wash(&mut self) -> Option<Box<HotWash>> {
        match std::mem::replace(self, Route::Library) {
            Route::HotWash(wash) => Some(wash),
            other => self.put_back(other),
        }
    }

    /// Takes the debrief out and leaves the library in its place; other screens stay as they are.
    pub fn take_debrief(&mut self) -> Option<Box<DebriefUi>> {
        match std::mem::replace(self, Route::Library) {
            Route::Debrief(screen) => Some(screen),
            other => self.put_back(other),
        }
    }

    /// Takes the replay out and leaves the library in its place; other screens stay as they are.
    pub fn take_replay(&mut self) -> Option<Box<Replay>> {
        match std::mem::replace(self, Route::Library) {
            Route::Replay(replay) => Some(replay),
            other => self.put_back(other),
        }
    }

    fn put_back<T>(&mut self, other: Route) -> Option<T> {
        *self = other;
        None
    }
}
