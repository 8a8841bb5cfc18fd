//! Opens a recorded session for replay, either from its debrief or from the library.

use std::path::PathBuf;

use super::state::Replay;
use crate::app::debrief::state::DebriefUi;
use crate::app::shell::notice::trouble;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::debrief::{Marker, story};
use goldenhour_core::session::replay::{ReplayError, replay_watched};
use goldenhour_core::session::{Recorded, SeekableReplay, Session};
use goldenhour_core::time::SimTime;

/// Opens a replay of the debriefed session at the given time. The replay is built once and cached in the debrief.
pub fn watch(state: &mut State, at: SimTime) {
    let Route::Debrief(screen) = &mut state.route else { return };
    if let Some(seekable) = screen.seekable.take() {
        enter(state, seekable, at);
        return;
    }
    let session = &screen.session;
    let (scenario, seed, entries) = (session.scenario().clone(), session.seed(), session.entries().to_vec());
    let until = session.now();
    let title = state.texts.say("task-replay");
    state.start_task(title, move |progress| {
        let seekable = SeekableReplay::record(&scenario, seed, &entries, until, &mut |share| progress.set(share));
        Box::new(move |state| enter(state, seekable, at))
    });
}

/// Switches from the current debrief to its replay. The replay owns the debrief until the user returns to it.
fn enter(state: &mut State, seekable: SeekableReplay, at: SimTime) {
    let Some(screen) = state.route.take_debrief() else { return };
    let DebriefUi { session, path, debrief, .. } = &*screen;
    let markers = debrief.story.markers.clone();
    let mut replay = Replay::open(seekable, session.scenario().clone(), path.clone(), markers, at);
    replay.debrief = Some(screen);
    state.route = Route::Replay(Box::new(replay));
}

/// Opens a session file at its start.
pub fn open(state: &mut State, path: PathBuf) {
    let title = state.texts.say("task-replay");
    state.start_task(title, move |progress| {
        let played = Recorded::read(&path).map_err(ReplayError::from);
        let played = played.and_then(|recorded| replay_watched(&recorded, &mut |share| progress.set(share / 2.0)));
        let shown = played.map(|replayed| {
            let session = replayed.session;
            let seekable = SeekableReplay::record(
                session.scenario(),
                session.seed(),
                session.entries(),
                session.now(),
                &mut |share| {
                    progress.set(0.5 + share / 2.0);
                },
            );
            let replay = Replay::open(seekable, session.scenario().clone(), path, markers(&session), SimTime::START);
            Route::Replay(Box::new(replay))
        });
        Box::new(move |state| match shown {
            Ok(route) => {
                state.notice = None;
                state.route = route;
            }
            Err(error) => state.notice = Some(trouble(&state.texts.say("notice-session-not-replayed"), &error)),
        })
    });
}

fn markers(session: &Session) -> Vec<Marker> {
    story::tell(session.scenario(), session.timeline(), session.now()).markers
}
