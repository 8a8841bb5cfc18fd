//! `EndEx`: ending the exercise and opening its debrief.

use std::path::PathBuf;

use super::trouble;
use crate::app::command::{DebriefPage, EndCommand};
use crate::app::pacing::Pace;
use crate::app::state::{Drill, Review, Route, State};
use crate::debrief::debrief;
use crate::decision::Control;
use crate::ensemble::score;
use crate::session::{RecordError, Session};

/// Runs a command about the end of the exercise.
pub fn end(state: &mut State, command: EndCommand) {
    let Route::Exercise(drill) = &mut state.route else { return };
    match command {
        EndCommand::Ask => {
            drill.pacing.set_pace(Pace::Paused);
            drill.desk.end_asked = true;
        }
        EndCommand::Cancel => drill.desk.end_asked = false,
        EndCommand::Confirm => match finish(drill) {
            Ok(()) => debrief_now(state),
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
        state.route = reviewed(session, path);
    }
}

/// Returns the debrief of a session.
pub fn reviewed(mut session: Session, path: PathBuf) -> Route {
    let scorecard = score(&mut session);
    let debrief = debrief(&session, &scorecard);
    Route::Debrief(Box::new(Review { session, path, debrief, page: DebriefPage::default() }))
}
