//! `EndEx`: ending the exercise and opening its hot wash or its debrief.

use std::path::PathBuf;

use super::open::enter;
use super::trouble;
use crate::app::background::task::TaskProgress;
use crate::app::command::EndCommand;
use crate::app::pacing::Pace;
use crate::app::state::{DebriefUi, Drill, Library, Route, State};
use goldenhour_core::debrief::debrief;
use goldenhour_core::decision::Control;
use goldenhour_core::ensemble::score_between;
use goldenhour_core::session::{RecordError, Session};

/// Runs a command about the end of the exercise.
pub fn end(state: &mut State, command: EndCommand) {
    let Route::Exercise(drill) = &mut state.route else { return };
    match command {
        EndCommand::Ask => {
            drill.pacing.set_pace(Pace::Paused);
            drill.ui.end_asked = true;
        }
        EndCommand::Cancel => drill.ui.end_asked = false,
        EndCommand::Confirm => match finish(drill) {
            Ok(()) => debrief_now(state),
            Err(error) => state.notice = Some(trouble(&state.texts.say("notice-end-unrecorded"), &error)),
        },
        EndCommand::HotWash => match finish(drill) {
            Ok(()) => super::hot_wash::begin(state),
            Err(error) => state.notice = Some(trouble(&state.texts.say("notice-end-unrecorded"), &error)),
        },
    }
}

fn finish(drill: &mut Drill) -> Result<(), RecordError> {
    if !drill.session.has_ended() {
        drill.session.control(Control::End)?;
        drill.session.checkpoint()?;
    }
    Ok(())
}

fn debrief_now(state: &mut State) {
    let route = std::mem::replace(&mut state.route, Route::Library);
    if let Route::Exercise(drill) = route {
        let Drill { session, path, .. } = *drill;
        leave_for_debrief(state, session, path);
    }
}

/// Leaves for the debrief of a session; whoever calls the work off finds the session in the library.
pub fn leave_for_debrief(state: &mut State, session: Session, path: PathBuf) {
    state.route = Route::Library;
    state.library = Library::look(&state.folders);
    let title = state.texts.say("task-debrief");
    state.start_task(title, move |progress| {
        let route = reviewed(session, path, progress);
        Box::new(move |state| enter(state, route))
    });
}

/// Returns the debrief of a session; scoring plays both ends of the scale, which takes its time.
pub fn reviewed(mut session: Session, path: PathBuf, progress: &TaskProgress) -> Route {
    progress.forget();
    let (scorecard, ends) = score_between(&mut session);
    let debrief = debrief(&session, &scorecard).with_ends(&ends);
    Route::Debrief(Box::new(DebriefUi::open(session, path, debrief, ends.reference())))
}
