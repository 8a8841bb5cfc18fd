//! The current screen and its state.
//!
//! Each [`Route`] variant owns the state of its screen, so an exercise without a session or a debrief without a
//! score cannot be represented.

use crate::app::briefing::state::Briefing;
use crate::app::compare::state::Shown;
use crate::app::debrief::state::DebriefUi;
use crate::app::exercise::state::Drill;
use crate::app::hot_wash::state::HotWash;
use crate::app::replay::state::Replay;

/// The current screen and its state.
pub enum Route {
    /// The list of scenarios and recent sessions.
    Library,
    /// The widget gallery, for visual review.
    Gallery,
    /// The briefing and setup before an exercise.
    Briefing(Box<Briefing>),
    /// A running or ended exercise.
    Exercise(Box<Drill>),
    /// The team's self-review right after an exercise.
    HotWash(Box<HotWash>),
    /// The scored debrief of a session.
    Debrief(Box<DebriefUi>),
    /// A recorded session being replayed.
    Replay(Box<Replay>),
    /// A comparison of several sessions.
    Compare(Box<Shown>),
}

impl Route {
    /// Takes the exercise and switches to the library. Does nothing and returns `None` on any other screen.
    pub fn take_exercise(&mut self) -> Option<Box<Drill>> {
        match std::mem::replace(self, Route::Library) {
            Route::Exercise(drill) => Some(drill),
            other => self.put_back(other),
        }
    }

    /// Takes the hot wash and switches to the library. Does nothing and returns `None` on any other screen.
    pub fn take_hot_wash(&mut self) -> Option<Box<HotWash>> {
        match std::mem::replace(self, Route::Library) {
            Route::HotWash(wash) => Some(wash),
            other => self.put_back(other),
        }
    }

    /// Takes the debrief and switches to the library. Does nothing and returns `None` on any other screen.
    pub fn take_debrief(&mut self) -> Option<Box<DebriefUi>> {
        match std::mem::replace(self, Route::Library) {
            Route::Debrief(screen) => Some(screen),
            other => self.put_back(other),
        }
    }

    /// Takes the replay and switches to the library. Does nothing and returns `None` on any other screen.
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
