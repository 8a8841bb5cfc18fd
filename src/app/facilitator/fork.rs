//! Forks the exercise: copies the session's file and continues in the copy.

use std::path::{Path, PathBuf};

use crate::app::exercise::pacing::Pace;
use crate::app::exercise::state::Drill;
use crate::app::shell::notice::{Notice, trouble};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Author, DrillFile, ReadError, RecordError, Session};
use goldenhour_core::writer;

/// Forks the current exercise. The original session is left unchanged.
pub fn fork(state: &mut State) {
    let Route::Exercise(drill) = &mut state.route else { return };
    if drill.session.has_ended() {
        return;
    }
    drill.pacing.set_pace(Pace::Paused);
    let stem = drill.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let copy = match state.folders.new_session(slug(&stem), drill.session.seed()) {
        Ok(path) => path,
        Err(error) => {
            state.notice = Some(trouble(&state.texts.say("facilitator-not-forked"), &error));
            return;
        }
    };
    let Route::Exercise(drill) = std::mem::replace(&mut state.route, Route::Library) else { return };
    let words = state.texts.fill("facilitator-fork-note", [("file", stem.clone().into())]);
    match go_on_in(*drill, copy, words) {
        Ok(drill) => {
            let text = drill.path.display().to_string();
            let title = state.texts.fill("facilitator-forked", [("file", stem.into())]);
            state.route = Route::Exercise(Box::new(drill));
            state.notice = Some(Notice { tone: Tone::Calm, title, text });
        }
        Err((drill, error)) => {
            if let Some(drill) = drill {
                state.route = Route::Exercise(drill);
            }
            state.notice = Some(trouble(&state.texts.say("facilitator-not-forked"), &error));
        }
    }
}

/// Strips the seed and the counter from a session's file name.
fn slug(stem: &str) -> &str {
    stem.rsplitn(3, '-').nth(2).unwrap_or(stem)
}

/// Copies a session's file and continues in the copy, with a note that names the original. On failure, returns the
/// exercise continued in its original file, or `None` if that file cannot be reopened.
fn go_on_in(drill: Drill, copy: PathBuf, words: String) -> Result<Drill, (Option<Box<Drill>>, ReadError)> {
    let own = drill.path.clone();
    // Close the file first, because some systems do not allow reading a locked file.
    let released = drill.session.continue_in(Box::new(Unkept));
    let (session, refused) = match copied(released, &own, &copy, words) {
        Ok(session) => return Ok(Drill { session, path: copy, ..drill }),
        Err(refused) => *refused,
    };
    match DrillFile::resume(&own) {
        Ok((file, _)) => {
            let session = session.continue_in(Box::new(file));
            Err((Some(Box::new(Drill { session, ..drill })), refused))
        }
        Err(error) => Err((None, error)),
    }
}

/// Continues the session in a copy of its file. On failure, returns the session and the error.
fn copied(session: Session, own: &Path, copy: &Path, words: String) -> Result<Session, Box<(Session, ReadError)>> {
    let copied = std::fs::read(own).map_err(ReadError::from);
    let copied = copied.and_then(|bytes| Ok(writer::write(copy, &bytes)?));
    match copied.and_then(|()| DrillFile::resume(copy)) {
        Ok((file, _)) => {
            let mut session = session.continue_in(Box::new(file));
            match session.note(Author::Facilitator, words) {
                Err(RecordError::Log(error)) => Err(Box::new((session.continue_in(Box::new(Unkept)), error.into()))),
                _ => Ok(session),
            }
        }
        Err(error) => Err(Box::new((session, error))),
    }
}
