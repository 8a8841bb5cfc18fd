//! Pauses an exercise when the user leaves it, and resumes recorded sessions.

use std::path::{Path, PathBuf};

use super::pacing::{Pace, Pacing};
use super::state::Drill;
use crate::app::background::task::TaskProgress;
use crate::app::composer::draft::StatementDraft;
use crate::app::composer::update::look_again;
use crate::app::debrief::open::{arrive, reviewed};
use crate::app::shell::notice::trouble;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::session::replay::{ReplayError, replay_watched};
use goldenhour_core::session::{DrillFile, Session};

/// Pauses an exercise and writes a checkpoint, so that it can be resumed at this minute.
pub fn put_down(state: &mut State) {
    if let Route::Exercise(drill) = &mut state.route {
        drill.pacing.set_pace(Pace::Paused);
        if let Err(error) = drill.session.checkpoint() {
            state.notice = Some(trouble(&state.texts.say("notice-session-unrecorded"), &error));
        }
    }
}

/// Resumes a recorded session, or opens its debrief if it has ended.
pub fn open(state: &mut State, path: PathBuf) {
    let title = state.texts.say("task-continue");
    let (speed, pauses) = (state.settings.speed, state.settings.pause_at_injects);
    state.start_task(title, move |progress| {
        let resumed = resume(&path, progress).map(|session| match session.has_ended() {
            true => reviewed(session, path.clone(), progress),
            false => exercise(session, path.clone(), speed, pauses),
        });
        arrive(resumed, "notice-session-not-continued")
    });
}

/// Restores the exercise and its draft, with all messages marked as read.
fn exercise(session: Session, path: PathBuf, speed: u32, pauses: bool) -> Route {
    let mut drill = Drill::open(session, path);
    drill.pacing = Pacing::of(drill.session.header().mode, speed, pauses);
    drill.ui.read = drill.situation.inbox.iter().map(|item| item.inject.clone()).collect();
    StatementDraft::read(&drill.path).take_up(&mut drill.ui.composer);
    look_again(&mut drill);
    Route::Exercise(Box::new(drill))
}

fn resume(path: &Path, progress: &TaskProgress) -> Result<Session, ReplayError> {
    let (file, recorded) = DrillFile::resume(path)?;
    let replayed = replay_watched(&recorded, &mut |share| progress.set(share))?;
    Ok(replayed.session.continue_in(Box::new(file)))
}
