//! Navigation between screens.

use super::command::Destination;
use super::route::Route;
use super::state::State;
use crate::app::{briefing, debrief, exercise, library, replay};

/// Opens another screen. An open exercise is paused and saved so that it can be resumed later.
pub fn open(state: &mut State, destination: Destination) {
    exercise::resume::put_down(state);
    match destination {
        Destination::Library => library::update::open(state),
        Destination::Gallery => state.route = Route::Gallery,
        Destination::Briefing(origin) => briefing::update::open(state, &origin),
        Destination::Session(path) => exercise::resume::open(state, path),
        Destination::Debrief(path) => debrief::open::open(state, path),
        Destination::Replay(path) => replay::open::open(state, path),
    }
}
