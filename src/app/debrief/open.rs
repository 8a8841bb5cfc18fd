//! Opens the debrief of a session.

use std::path::PathBuf;

use super::state::DebriefUi;
use super::turning;
use crate::app::background::task::TaskProgress;
use crate::app::library::result::SessionResult;
use crate::app::library::state::Library;
use crate::app::library::update::keep_result;
use crate::app::shell::notice::trouble;
use crate::app::shell::route::Route;
use crate::app::shell::state::{After, State};
use goldenhour_core::debrief::debrief;
use goldenhour_core::ensemble::score_between;
use goldenhour_core::session::replay::{ReplayError, replay_watched};
use goldenhour_core::session::{Recorded, Session};

/// Opens the debrief of a recorded session.
pub fn open(state: &mut State, path: PathBuf) {
    let title = state.texts.say("task-debrief");
    state.start_task(title, move |progress| {
        let played = Recorded::read(&path).map_err(ReplayError::from);
        let played = played.and_then(|recorded| replay_watched(&recorded, &mut |share| progress.set(share)));
        arrive(played.map(|replayed| reviewed(replayed.session, path, progress)), "notice-session-not-debriefed")
    });
}

/// Shows a screen. If it is a debrief, its result is stored for the library and the search for turning points
/// starts.
pub fn enter(state: &mut State, route: Route) {
    if let Route::Debrief(screen) = &route {
        let (path, result) = (screen.path.clone(), SessionResult::of(&screen.debrief.scorecard));
        keep_result(state, &path, result);
    }
    state.route = route;
    turning::update::begin(state);
}

/// Returns the follow-up of a task that opens a screen: it shows the screen, or a notice whose title has the Fluent
/// id `refused`.
pub fn arrive(reached: Result<Route, ReplayError>, refused: &'static str) -> After {
    Box::new(move |state| match reached {
        Ok(route) => {
            state.notice = None;
            enter(state, route);
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say(refused), &error)),
    })
}

/// Opens the debrief of a session that has just ended. If the user cancels the task, the session remains available
/// in the library.
pub fn leave_for_debrief(state: &mut State, session: Session, path: PathBuf) {
    state.route = Route::Library;
    state.library = Library::look(&state.folders);
    let title = state.texts.say("task-debrief");
    state.start_task(title, move |progress| {
        let route = reviewed(session, path, progress);
        Box::new(move |state| enter(state, route))
    });
}

/// Builds the debrief of a session. This is slow, because scoring plays both ends of the outcome scale.
pub fn reviewed(mut session: Session, path: PathBuf, progress: &TaskProgress) -> Route {
    progress.forget();
    let (scorecard, ends) = score_between(&mut session);
    let debrief = debrief(&session, &scorecard).with_ends(&ends);
    Route::Debrief(Box::new(DebriefUi::open(session, path, debrief, ends.reference())))
}
